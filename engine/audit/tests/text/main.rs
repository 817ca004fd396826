//! An audit as people read it, letter by letter, and never wider than a terminal.
//! `LUOSHI_BLESS=1` writes the expected texts.
#![allow(clippy::disallowed_methods, reason = "the expected texts are files")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::Path;

use luoshi_audit::results::{Results, results};
use luoshi_audit::{Audit, Outcome, audit_line, audit_text, duty_text, made_up, township_text};
use luoshi_diagnostics::{Lang, Messages};
use unicode_width::UnicodeWidthStr;

#[track_caller]
fn golden(name: &str, text: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/text/golden");
    let path = folder.join(name);
    if std::env::var_os("LUOSHI_BLESS").is_some() {
        std::fs::write(&path, text).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(text, expected, "{}", path.display());
}

/// Every text of an audit.
fn texts(audit: &Audit, results: &Results, words: Messages) -> Vec<String> {
    let mut texts = vec![audit_text(results, words)];
    texts.extend(["visit", "household_watch"].map(|id| duty_text(audit, id, words)));
    let some = audit.townships.iter().take(12);
    texts.extend(some.map(|township| township_text(audit, results, township, &[], words)));
    texts
}

#[track_caller]
fn fits(text: &str) {
    for line in text.lines() {
        assert!(line.width() <= 80, "{} columns: {line}", line.width());
        // What `luoshi explain` is to be asked is no key.
        let topic = |word: &str| word.trim_end_matches('.') == "audit-figures";
        let key = line
            .split_whitespace()
            .any(|word| word.starts_with("audit-") && !topic(word));
        assert!(!key, "a text is missing: {line}");
        assert_eq!(line.trim_end(), line);
    }
    assert!(!text.contains("{ $"), "{text}");
}

/// A year, and the year before with some townships more and some fewer.
fn two_years() -> (Audit, Audit) {
    let (now, mut last) = (made_up(60, 7), made_up(60, 8));
    last.head.as_of = jiff::civil::date(2024, 12, 31);
    last.townships.remove(3);
    let mut gone = last.townships[5].clone();
    gone.code = "T90000".to_owned();
    last.townships.push(gone);
    let troubles = match &last.townships[6].outcome {
        Outcome::Broken(troubles) => troubles.clone(),
        Outcome::Judged(_) => panic!("every hundredth is broken, from the eighth on"),
    };
    last.townships[10].outcome = Outcome::Broken(troubles);
    (now, last)
}

#[test]
fn the_texts_of_sixty_townships() {
    let (now, last) = two_years();
    let results = results(&now, Some(&last));
    for lang in Lang::ALL {
        let words = Messages::of(lang);
        let texts = texts(&now, &results, words);
        texts.iter().for_each(|text| fits(text));
        golden(&format!("sixty.{}.txt", lang.tag()), &texts[0]);
        let line = audit_line(&results, words);
        assert_eq!(line.lines().count(), 1);
        golden(&format!("line.{}.txt", lang.tag()), &line);
        golden(&format!("duty.{}.txt", lang.tag()), &texts[1]);
        let of_two: Vec<&str> = texts[9..11].iter().map(String::as_str).collect();
        golden(&format!("townships.{}.txt", lang.tag()), &of_two.join("\n"));
    }
}

#[test]
fn any_number_of_townships_fits() {
    for townships in [0, 1, 2, 31, 300] {
        let audit = made_up(townships, 3);
        let results = results(&audit, None);
        for lang in Lang::ALL {
            texts(&audit, &results, Messages::of(lang))
                .iter()
                .for_each(|text| fits(text));
        }
    }
}
