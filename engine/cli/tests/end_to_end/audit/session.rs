//! Sessions, letter by letter.

use super::county::{sixty, two_counties};

#[test]
fn two_counties_from_the_whole_to_a_finding() {
    let commands = |as_of: &str| {
        vec![
            format!("audit p {as_of}"),
            format!("audit p {as_of} -q"),
            format!("audit p {as_of} --township B"),
            format!("audit p {as_of} --duty council"),
            format!("explain council/2012-04 p/甲县/b {as_of}"),
            format!("audit p {as_of} --shard 1/2 -o one.jsonl -q"),
            format!("audit p {as_of} --shard 2/2 -o two.jsonl -q"),
            "audit merge two.jsonl -q".to_owned(),
            "audit merge two.jsonl one.jsonl -o whole.jsonl -q".to_owned(),
            "audit merge whole.jsonl --township B --duty council".to_owned(),
        ]
    };
    let commands = commands("--as-of 2012-07-31");
    let commands: Vec<&str> = commands.iter().map(String::as_str).collect();
    two_counties().transcript("audit", &commands);
    two_counties()
        .lang("en")
        .transcript("audit.en", &commands[..4]);
}

#[test]
fn sixty_townships_of_which_some_are_broken() {
    sixty().transcript("audit-broken", &["audit p --as-of 2012-07-31"]);
}
