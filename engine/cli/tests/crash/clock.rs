//! A clock that stands before the last entry of the ledger.

use jiff::civil::date;
use luoshi_evidence::{Kind, Ledger, Record};

use crate::case::Case;

const RECORD: &str =
    "record 查访 p --date 2012-02-03 --duty 入村走访 --subject 东风村 --actor 综治办";

/// A plan whose ledger was last written to long after today, as the clock has it.
fn ahead() -> Case {
    let case = Case::with_plan();
    let mut ledger = Ledger::open(&case.path("p/ledger.db")).unwrap();
    let record = Record {
        id: "later".to_owned(),
        ..Record::new(Kind::Visit, date(2012, 6, 1))
    };
    ledger
        .append(&[record], date(2099, 1, 1).at(9, 0, 0, 0), "")
        .unwrap();
    case
}

#[test]
fn nothing_is_entered_by_a_clock_that_has_gone_back_and_both_ways_out_are_told() {
    let case = ahead();
    for (lang, words) in [
        ("zh", ["2099-01-01T09:00:00", "--clock-checked"]),
        ("en", ["2099-01-01T09:00:00", "--clock-checked"]),
    ] {
        let ran = case.run(&format!("{RECORD} --lang {lang}"));
        assert_eq!(ran.code, Some(3), "{}", ran.stdout);
        assert!(ran.stderr.contains("LS0330"), "{}", ran.stderr);
        for word in words {
            assert!(ran.stderr.contains(word), "{}", ran.stderr);
        }
    }
    assert_eq!(case.run("export p").stdout.lines().count(), 1);
}

#[test]
fn whoever_has_checked_the_clock_enters_by_it() {
    let case = ahead();
    let ran = case.run(&format!("{RECORD} --clock-checked"));
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    // From then on the last entry is of today, and the clock is asked no more.
    let ran = case.run(&format!("{RECORD} --id another"));
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert_eq!(case.run("export p").stdout.lines().count(), 3);
}
