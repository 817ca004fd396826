//! What is typed.

use super::county::{run, two_counties};

const DAY: &str = "--as-of 2012-12-31";

#[test]
fn run_is_what_audit_does_without_saying_so() {
    let case = two_counties();
    let short = run(&case, &format!("audit p {DAY}"), 1);
    assert_eq!(
        run(&case, &format!("audit run p {DAY}"), 1).stdout,
        short.stdout
    );
    assert_eq!(
        run(&case, "audit --as-of 2012-12-31 run p", 1).stdout,
        short.stdout
    );
    assert_eq!(
        run(&case, &format!("audit {DAY} --lang en p"), 1).code,
        Some(1)
    );
}

#[test]
fn what_stands_before_a_subcommand_is_not_lost_in_silence() {
    let case = two_counties();
    for wrong in [
        "audit --jobs 2 merge x",
        "audit --shard 1/2 run p",
        "audit --duty council merge x",
    ] {
        let ran = run(&case, wrong, 2);
        assert!(ran.stderr.contains("LS0602"), "{wrong}: {}", ran.stderr);
    }
}

#[test]
fn what_cannot_be_is_told() {
    let case = two_counties()
        .file("empty/readme.txt", "")
        .file("bad.jsonl", "{}\n");
    for (arguments, code) in [
        ("audit", "LS0602"),
        ("audit p --shard 3/2", "LS0602"),
        ("audit p --shard 0/2", "LS0602"),
        ("audit p --jobs 0", "LS0602"),
        ("audit p --county-by province", "LS0602"),
        ("audit p --county-by prefix:0", "LS0602"),
        ("audit p --ledger p/甲县/a/evidence.jsonl", "LS0602"),
        ("audit nowhere", "LS0601"),
        ("audit empty", "LS1024"),
        ("audit p empty", "LS1024"),
        ("audit p/甲县/peace", "LS1024"),
        ("audit p --format html", "LS0602"),
        ("audit p --mapping m.yaml", "LS0602"),
        ("audit bad.jsonl", "LS0602"),
        ("audit p --plan p/甲县/a", "LS1032"),
        ("audit bad.jsonl --plan nowhere", "LS0601"),
        (
            "audit bad.jsonl --plan p/甲县/a --mapping nowhere",
            "LS0301",
        ),
        ("audit nowhere.csv --plan p/甲县/a", "LS0301"),
        ("audit p --counties nowhere.yaml", "LS0301"),
        ("audit p --township ZZ", "LS1029"),
        ("audit p --duty counsil", "LS1029"),
        ("audit p --previous nowhere", "LS0601"),
        ("audit p --previous bad.jsonl", "LS1025"),
        ("audit merge", "LS0602"),
        ("audit merge nowhere", "LS0601"),
        ("audit merge bad.jsonl", "LS1025"),
    ] {
        let ran = case.run(&format!("{arguments} --as-of 2012-12-31"));
        assert!(
            matches!(ran.code, Some(2 | 3)),
            "{arguments}: {:?}",
            ran.code
        );
        assert!(ran.stderr.contains(code), "{arguments}: {}", ran.stderr);
        assert_eq!(ran.stdout, "", "{arguments}");
    }
}

#[test]
fn counties_by_code_or_not_at_all() {
    let case = two_counties();
    let by_code = run(&case, &format!("audit p {DAY} --county-by prefix:1"), 1).stdout;
    assert!(by_code.contains("5 个县区"), "{by_code}");
    let none = run(&case, &format!("audit p {DAY} --county-by none"), 1).stdout;
    assert!(none.contains("0 个县区"), "{none}");
}

#[test]
fn all_well_is_exit_0() {
    let case = two_counties();
    let ran = run(&case, &format!("audit p/甲县/a p/乙县/e {DAY} -q"), 0);
    assert_eq!(ran.stdout.lines().count(), 1);
}

#[test]
fn a_share_that_was_cut_off_or_changed_is_not_read() {
    let case = two_counties();
    run(&case, &format!("audit p {DAY} -o whole -q"), 1);
    let whole = case.read("whole");
    let lines: Vec<&str> = whole.lines().collect();
    let swapped = [&lines[..2], &[lines[3], lines[2]], &lines[4..]]
        .concat()
        .join("\n");
    let case = case
        .file("cut", &whole[..whole.len() - 40])
        .file("swapped", swapped);
    for file in ["cut", "swapped"] {
        let ran = run(&case, &format!("audit merge {file}"), 2);
        assert!(ran.stderr.contains("LS1025"), "{file}: {}", ran.stderr);
    }
    run(&case, "audit p --as-of 2012-12-30 -o other -q", 1);
    let ran = run(&case, "audit merge whole other", 2);
    assert!(ran.stderr.contains("LS1026"), "{}", ran.stderr);
}

#[test]
fn the_last_period_is_the_earlier_one() {
    let case = two_counties();
    run(&case, "audit p --as-of 2012-03-31 -o last -q", 0);
    let ran = run(&case, &format!("audit p {DAY} --previous last"), 1);
    assert_eq!(ran.stderr, "");
    assert!(
        ran.stdout
            .contains("与上期（2012-03-31）比较：两期都有的 5 个乡镇"),
        "{}",
        ran.stdout
    );
    run(&case, &format!("audit p {DAY} -o now -q"), 1);
    let ran = run(&case, "audit merge last --previous now", 0);
    assert!(ran.stderr.contains("LS1030"), "{}", ran.stderr);
}
