//! Calendar data that is read, and the message for each that is not.

use super::{SpecialDay, parse};

const HEADER: &str = "date,kind,name\n";

/// Checks the message for a text, in full.
#[track_caller]
fn check_error(text: &str, expected: &str) {
    let error = parse(text).expect_err("the text should be refused");
    assert_eq!(error.to_string(), expected);
}

#[track_caller]
fn check_days(text: &str, expected: &[&str]) {
    let shown = |day: &SpecialDay| format!("{} {:?} {}", day.date, day.kind, day.name);
    let days: Vec<String> = parse(text).unwrap().iter().map(shown).collect();
    assert_eq!(days, expected);
}

#[test]
fn days_come_out_in_order() {
    check_days(
        "date,kind,name\n2027-10-01,holiday,国庆节\n2027-01-02,makeup_workday,元旦\n",
        &["2027-01-02 Makeup 元旦", "2027-10-01 Holiday 国庆节"],
    );
}

#[test]
fn what_spreadsheets_add_is_no_fault() {
    check_days(
        "\u{feff}date,kind,name\r\n\r\n 2027-01-01 , holiday , 元旦 \r\n\r\n",
        &["2027-01-01 Holiday 元旦"],
    );
}

#[test]
fn the_header_must_be_there() {
    check_error("", "line 1: `` is not the header `date,kind,name`");
    check_error(
        "\n2027-01-01,holiday,元旦\n",
        "line 2: `2027-01-01,holiday,元旦` is not the header `date,kind,name`",
    );
    check_error(HEADER, "line 1: `date,kind,name` is followed by no day");
}

#[test]
fn each_column_is_checked() {
    let check = |line: &str, expected: &str| check_error(&format!("{HEADER}{line}"), expected);
    check(
        "2027-01-01,holiday",
        "line 2: `2027-01-01,holiday` has not three columns",
    );
    check(
        "2027-01-01,holiday,a,b",
        "line 2: `2027-01-01,holiday,a,b` has not three columns",
    );
    check(
        "2027-02-29,holiday,元旦",
        "line 2: date `2027-02-29` is no day written as `2027-01-01`",
    );
    check(
        "2027/1/1,holiday,元旦",
        "line 2: date `2027/1/1` is no day written as `2027-01-01`",
    );
    check(
        "+027-01-01,holiday,元旦",
        "line 2: date `+027-01-01` is no day written as `2027-01-01`",
    );
    check(
        "2027-01-01,off,元旦",
        "line 2: kind `off` is not `holiday` or `makeup_workday`",
    );
    check("2027-01-01,holiday,", "line 2: name `` is empty");
    check(
        "2027-01-04,makeup_workday,元旦",
        "line 2: date `2027-01-04` is a workday already, Monday to Friday",
    );
}

#[test]
fn a_day_is_named_once() {
    check_error(
        "date,kind,name\n2027-01-02,makeup_workday,元旦\n2027-01-01,holiday,元旦\n2027-01-02,holiday,元旦\n",
        "line 4: date `2027-01-02` stands on line 2 too",
    );
}
