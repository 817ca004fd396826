//! `RULES.md` is made from the registry and the catalogues; `LUOSHI_BLESS=1` rewrites it.
#![allow(clippy::disallowed_methods, reason = "the test reads the book")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use luoshi_diagnostics::{Code, Lang, Level, Messages};
use luoshi_lint::{ALL, Limits, bases};

#[test]
fn the_book_of_rules_is_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("RULES.md");
    let book: String = Lang::ALL
        .into_iter()
        .map(|lang| part(Messages::of(lang)))
        .collect();
    if std::env::var_os("LUOSHI_BLESS").is_some() {
        std::fs::write(&path, &book).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(book, written, "LUOSHI_BLESS=1 rewrites it");
}

fn part(words: Messages) -> String {
    let [title, head] = ["lint-book-title", "lint-book-head"].map(|key| words.word(key));
    let mut out = format!("# {title}\n\n{head}\n");
    for rule in ALL {
        let code = rule.code;
        let level = words.word(level(code));
        let page = words.word(&format!("{}.page", code.name()));
        let _ = write!(
            out,
            "\n## {} {} · {level}\n\n{page}\n",
            code.id(),
            code.name()
        );
        let bases = bases(code, words);
        if !bases.is_empty() {
            let _ = write!(out, "\n{}\n\n", words.word("lint-page-basis"));
            bases.iter().for_each(|basis| {
                let _ = writeln!(out, "- {basis}");
            });
        }
    }
    out + "\n"
}

fn level(code: Code) -> &'static str {
    match code.level() {
        Level::Error => "level-error",
        Level::Warning => "level-warning",
        Level::Hint => "level-hint",
    }
}

#[test]
fn rules_stand_in_the_order_of_their_codes_each_once() {
    let codes: Vec<Code> = ALL.iter().map(|rule| rule.code).collect();
    assert!(codes.is_sorted_by(|one, next| one < next), "{codes:?}");
}

#[test]
fn every_limit_that_a_rule_asks_for_exists_and_none_is_idle() {
    let limits = Limits::own();
    let known: BTreeSet<&str> = limits.all().map(|limit| limit.id.as_str()).collect();
    let asked: BTreeSet<&str> = ALL.iter().flat_map(|rule| rule.limits).copied().collect();
    let unknown: Vec<&&str> = asked.difference(&known).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
    // The minutes that a record takes are asked for by the statement of burden.
    let idle = known
        .difference(&asked)
        .filter(|id| !id.starts_with("minutes_"));
    assert_eq!(idle.collect::<Vec<_>>(), Vec::<&&str>::new());
}
