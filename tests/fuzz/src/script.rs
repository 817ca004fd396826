//! The script of a rule: it ends, and comes to the same each time.

use std::path::Path;

use luoshi_rules::VOCABULARY;

use crate::judged::town;
use crate::records::AS_OF;
use crate::seeds::{Seed, scalars};
use crate::{Target, notes};

pub(crate) const TARGET: Target = Target {
    name: "script",
    run,
    seeds,
    words,
};

fn run(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let town = town(text, None).expect("no script keeps a plan from being one");
    let (one, noticed) = town.judged(AS_OF);
    notes::said(&noticed, &town.sources);
    let (other, _) = town.judged(AS_OF);
    assert_eq!(format!("{one:?}"), format!("{other:?}"));
}

fn seeds(root: &Path) -> Vec<Seed> {
    let mut seeds = scalars(&root.join("tests/cases/rule"), "holds: '");
    seeds.extend(scalars(&root.join("policies"), "holds: '"));
    seeds
}

fn words() -> Vec<String> {
    let own = VOCABULARY.iter().map(|word| word.form.to_owned());
    let rhai = [
        "let ",
        "if ",
        " else ",
        "for i in 0..",
        "loop { ",
        "while ",
        "fn f(n) { ",
        "return ",
        "throw ",
        "try { ",
        "catch",
        "switch ",
        "=> ",
        "#{ ",
        "`${",
        "|x| ",
        ".push(",
        ".map(",
        ".filter(",
        ".pad(",
        ".split(",
        "+= ",
        "9223372036854775807",
        "<<",
        "**",
        "'",
        "\\u{",
        "import ",
        "sleep(",
        "eval(",
        "parse_json(",
        "range(",
        "this.",
        "?.",
        "..=",
    ];
    own.chain(rhai.map(str::to_owned)).collect()
}
