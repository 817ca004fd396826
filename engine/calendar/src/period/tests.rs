//! Periods at the places where calendars go wrong.

use super::{Partial, Period, Unit, period_of, periods};
use crate::span::Span;
use jiff::civil::{Date, date};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn span(from: &str, to: &str) -> Span {
    Span::new(day(from), day(to)).unwrap()
}

/// Checks the year, number, first and last day of the period that holds a day.
#[track_caller]
fn check(unit: Unit, of: &str, expected: &str) {
    let Period {
        year, number, full, ..
    } = period_of(unit, day(of));
    assert_eq!(
        format!("{year}/{number} {} {}", full.from, full.to),
        expected
    );
}

/// Checks whether the only period of a unit inside these days counts, in each of the ways.
#[track_caller]
fn check_counts(unit: Unit, from: &str, to: &str, [half, due, skip]: [bool; 3]) {
    let found = periods(unit, span(from, to));
    assert_eq!(found.len(), 1);
    let period = found[0];
    assert_eq!(period.counts(Partial::HalfOrMore), half, "half or more");
    assert_eq!(period.counts(Partial::Due), due, "due");
    assert_eq!(period.counts(Partial::Skip), skip, "skip");
}

#[test]
fn each_unit_holds_a_leap_day() {
    check(Unit::Day, "2012-02-29", "2012/60 2012-02-29 2012-02-29");
    check(Unit::Week, "2012-02-29", "2012/9 2012-02-27 2012-03-04");
    check(Unit::Month, "2012-02-29", "2012/2 2012-02-01 2012-02-29");
    check(Unit::Quarter, "2012-02-29", "2012/1 2012-01-01 2012-03-31");
    check(Unit::HalfYear, "2012-02-29", "2012/1 2012-01-01 2012-06-30");
    check(Unit::Year, "2012-02-29", "2012/1 2012-01-01 2012-12-31");
}

#[test]
fn each_unit_ends_with_the_year() {
    check(Unit::Day, "2012-12-31", "2012/366 2012-12-31 2012-12-31");
    check(Unit::Day, "2011-12-31", "2011/365 2011-12-31 2011-12-31");
    check(Unit::Month, "2012-12-31", "2012/12 2012-12-01 2012-12-31");
    check(Unit::Quarter, "2012-12-31", "2012/4 2012-10-01 2012-12-31");
    check(Unit::HalfYear, "2012-12-31", "2012/2 2012-07-01 2012-12-31");
    check(Unit::HalfYear, "2012-07-01", "2012/2 2012-07-01 2012-12-31");
}

#[test]
fn weeks_belong_to_their_iso_year() {
    check(Unit::Week, "2012-01-01", "2011/52 2011-12-26 2012-01-01");
    check(Unit::Week, "2012-12-31", "2013/1 2012-12-31 2013-01-06");
    check(Unit::Week, "2021-01-03", "2020/53 2020-12-28 2021-01-03");
    check(Unit::Week, "2026-12-31", "2026/53 2026-12-28 2027-01-03");
}

#[test]
fn exactly_half_is_enough() {
    check_counts(Unit::Month, "2012-04-16", "2012-04-30", [true, true, false]);
    check_counts(
        Unit::Month,
        "2012-04-17",
        "2012-04-30",
        [false, true, false],
    );
    check_counts(Unit::Month, "2012-04-01", "2012-04-15", [true, true, false]);
    check_counts(Unit::Month, "2012-02-15", "2012-02-29", [true, true, false]);
    check_counts(
        Unit::Month,
        "2012-02-16",
        "2012-02-29",
        [false, true, false],
    );
    check_counts(Unit::Week, "2012-02-27", "2012-03-01", [true, true, false]);
    check_counts(Unit::Week, "2012-02-27", "2012-02-29", [false, true, false]);
}

#[test]
fn a_whole_period_always_counts() {
    check_counts(Unit::Month, "2012-04-01", "2012-04-30", [true, true, true]);
    check_counts(Unit::Day, "2012-04-01", "2012-04-01", [true, true, true]);
}

#[test]
fn half_or_more_is_the_default() {
    assert_eq!(Partial::default(), Partial::HalfOrMore);
}

#[test]
fn only_the_outer_periods_are_clipped() {
    let found = periods(Unit::Month, span("2012-03-20", "2012-06-10"));
    let clipped: Vec<bool> = found.iter().map(|period| period.is_clipped()).collect();
    assert_eq!(clipped, [true, false, false, true]);
    assert_eq!(found[0].span, span("2012-03-20", "2012-03-31"));
    assert_eq!(found[0].full, span("2012-03-01", "2012-03-31"));
    assert_eq!(found[3].span, span("2012-06-01", "2012-06-10"));
}

#[test]
fn clipping_twice_keeps_what_both_hold() {
    let april = period_of(Unit::Month, day("2012-04-09"));
    let clipped = april.clip(span("2012-04-05", "2012-06-01")).unwrap();
    let clipped = clipped.clip(span("2012-01-01", "2012-04-20")).unwrap();
    assert_eq!(clipped.span, span("2012-04-05", "2012-04-20"));
    assert_eq!(clipped.full, april.full);
    assert_eq!(clipped.clip(span("2012-05-01", "2012-05-31")), None);
}

#[test]
fn the_first_and_last_days_that_can_be_written_have_periods() {
    for unit in Unit::ALL {
        for end in [Date::MIN, Date::MAX] {
            assert!(period_of(unit, end).full.contains(end));
            assert_eq!(periods(unit, Span { from: end, to: end }).len(), 1);
        }
    }
    let last = Span {
        from: date(9999, 12, 20),
        to: Date::MAX,
    };
    let weeks: Vec<Span> = periods(Unit::Week, last)
        .iter()
        .map(|week| week.span)
        .collect();
    assert_eq!(
        weeks,
        [
            span("9999-12-20", "9999-12-26"),
            span("9999-12-27", "9999-12-31")
        ]
    );
    check(
        Unit::Week,
        "-009999-01-01",
        "-9999/1 -009999-01-01 -009999-01-07",
    );
}

#[test]
fn a_span_written_backwards_has_no_periods() {
    let backwards = Span {
        from: day("2012-04-02"),
        to: day("2012-04-01"),
    };
    assert_eq!(periods(Unit::Month, backwards), []);
}
