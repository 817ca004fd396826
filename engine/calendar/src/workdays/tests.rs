//! The national calendar, year by year and at the ends of the data.

use super::Workdays;
use crate::span::Span;
use jiff::civil::{Date, date};

/// Workdays of each year, counted from the data by a separate program.
const IN_YEAR: [(i16, i64); 25] = [
    (2003, 261), // without data: Monday to Friday
    (2004, 252),
    (2005, 250),
    (2006, 251),
    (2007, 249),
    (2008, 251),
    (2009, 250),
    (2010, 250),
    (2011, 250),
    (2012, 249),
    (2013, 250),
    (2014, 250),
    (2015, 249),
    (2016, 250),
    (2017, 249),
    (2018, 250),
    (2019, 250),
    (2020, 249),
    (2021, 250),
    (2022, 249),
    (2023, 249),
    (2024, 251),
    (2025, 248),
    (2026, 248),
    (2027, 261), // without data: Monday to Friday
];

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// Checks a day: whether it is worked, and the holiday's name.
#[track_caller]
fn check(of: &str, worked: bool, holiday: Option<&str>) {
    let workdays = Workdays::national();
    assert_eq!(workdays.is_workday(day(of)), worked);
    assert_eq!(workdays.holiday_name(day(of)), holiday);
}

#[track_caller]
fn check_add(from: &str, n: u32, expected: &str) {
    assert_eq!(Workdays::national().add(day(from), n), Some(day(expected)));
}

#[track_caller]
fn check_window(end: &str, n: u32, expected: &str) {
    assert_eq!(
        Workdays::national().window_start(day(end), n),
        day(expected)
    );
}

#[test]
fn each_year_has_its_number_of_workdays() {
    let workdays = Workdays::national();
    for (year, expected) in IN_YEAR {
        let found = workdays.count(date(year - 1, 12, 31), date(year, 12, 31));
        assert_eq!(found, expected, "{year}");
    }
}

#[test]
fn the_labour_day_break_of_2012_was_made_up_for() {
    check("2012-04-28", true, None); // a Saturday
    check("2012-04-29", false, Some("劳动节"));
    check("2012-05-01", false, Some("劳动节"));
    check("2012-05-02", true, None);
    check("2012-02-29", true, None);
    let workdays = Workdays::national();
    assert!(workdays.is_makeup(day("2012-04-28")));
    assert!(!workdays.is_makeup(day("2012-05-02")) && !workdays.is_makeup(day("2012-05-01")));
}

#[test]
fn the_turn_of_2008_belongs_to_two_notices() {
    check("2007-12-29", true, None); // a Saturday
    check("2007-12-31", false, Some("元旦"));
    check("2008-01-01", false, Some("元旦"));
    check("2008-01-02", true, None);
}

#[test]
fn workdays_are_added_over_breaks() {
    check_add("2012-04-27", 1, "2012-04-28");
    check_add("2012-04-28", 1, "2012-05-02");
    check_add("2012-09-28", 2, "2012-10-08");
    check_add("2012-10-03", 1, "2012-10-08");
    check_add("2012-10-03", 0, "2012-10-03");
    check_add("2026-12-31", 1, "2027-01-01"); // no data: a Friday
}

#[test]
fn workdays_are_counted_in_both_directions() {
    let workdays = Workdays::national();
    let count = |after: &str, through: &str| workdays.count(day(after), day(through));
    assert_eq!(count("2012-04-28", "2012-05-02"), 1);
    assert_eq!(count("2012-05-02", "2012-04-28"), -1);
    assert_eq!(count("2012-05-01", "2012-05-01"), 0);
    assert_eq!(count("2012-09-29", "2012-10-07"), 0);
}

#[test]
fn the_nearest_workday_is_found_on_either_side() {
    let workdays = Workdays::national();
    assert_eq!(
        workdays.next_on_or_after(day("2012-09-30")),
        Some(day("2012-10-08"))
    );
    assert_eq!(
        workdays.last_on_or_before(day("2012-10-07")),
        Some(day("2012-09-29"))
    );
    assert_eq!(
        workdays.next_on_or_after(day("2012-05-02")),
        Some(day("2012-05-02"))
    );
    assert_eq!(
        workdays.last_on_or_before(day("2012-05-02")),
        Some(day("2012-05-02"))
    );
}

#[test]
fn the_last_workdays_of_a_month_are_a_window() {
    check_window("2012-04-30", 3, "2012-04-26"); // 26, 27 and Saturday 28
    check_window("2012-05-31", 3, "2012-05-29");
    check_window("2012-05-31", 1, "2012-05-31");
    check_window("2012-04-30", 1, "2012-04-28");
    check_window("2012-04-30", 0, "2012-04-30");
    check_window("-009999-01-03", 9, "-009999-01-01");
}

#[test]
fn years_without_data_are_named() {
    let workdays = Workdays::national();
    let span = Span::new(day("2003-06-01"), day("2028-01-01")).unwrap();
    assert_eq!(workdays.unknown_years(span), [2003, 2027, 2028]);
    assert!(workdays.knows(2004) && workdays.knows(2026) && !workdays.knows(2027));
    assert!(workdays.known_years().eq(2004..=2026));
    check("2027-10-01", true, None);
    check("2027-10-02", false, None);
}

#[test]
fn a_year_can_be_added_and_replaced() {
    let mut workdays = Workdays::national();
    workdays
        .with_year("date,kind,name\n2028-10-02,holiday,国庆节\n")
        .unwrap();
    assert!(workdays.knows(2028) && !workdays.knows(2027));
    assert_eq!(workdays.holiday_name(day("2028-10-02")), Some("国庆节"));
    assert_eq!(workdays.count(day("2027-12-31"), day("2028-12-31")), 259);

    workdays
        .with_year("date,kind,name\n2028-10-03,holiday,国庆节\n")
        .unwrap();
    assert!(workdays.is_workday(day("2028-10-02")));
    assert!(!workdays.is_workday(day("2028-10-03")));
    assert_eq!(workdays.count(day("2011-12-31"), day("2012-12-31")), 249);
}

#[test]
fn a_notice_may_begin_in_the_december_before() {
    let mut workdays = Workdays::national();
    let notice = "date,kind,name\n2026-12-27,makeup_workday,元旦\n2027-01-01,holiday,元旦\n";
    workdays.with_year(notice).unwrap();
    assert!(workdays.is_makeup(day("2026-12-27")) && workdays.is_workday(day("2026-12-27")));
    assert_eq!(workdays.holiday_name(day("2026-10-01")), Some("国庆节"));
    assert_eq!(workdays.count(day("2025-12-31"), day("2026-12-31")), 249);

    // Replacing 2026 itself leaves what the notice of 2027 says of it.
    workdays
        .with_year("date,kind,name\n2026-01-01,holiday,元旦\n")
        .unwrap();
    assert!(workdays.is_makeup(day("2026-12-27")));
    assert!(workdays.is_workday(day("2026-10-01")));

    let mut alone = Workdays::monday_to_friday();
    alone.with_year(notice).unwrap();
    assert!(alone.knows(2027) && !alone.knows(2026));
    assert!(alone.is_workday(day("2026-12-27")));
}

#[test]
fn december_data_of_one_year_alone_is_that_years() {
    let mut workdays = Workdays::monday_to_friday();
    workdays
        .with_year("date,kind,name\n2026-12-31,holiday,元旦\n")
        .unwrap();
    assert!(workdays.knows(2026) && !workdays.knows(2027));
}

#[test]
fn refused_data_changes_nothing() {
    let mut workdays = Workdays::national();
    let error =
        workdays.with_year("date,kind,name\n2026-01-01,holiday,元旦\n2026-13-01,holiday,x\n");
    assert_eq!(error.unwrap_err().line, 3);
    assert_eq!(workdays.holiday_name(day("2026-10-01")), Some("国庆节"));
}

#[test]
fn the_ends_of_time_do_not_panic() {
    let workdays = Workdays::national();
    assert_eq!(workdays.add(Date::MAX, 1), None);
    assert_eq!(workdays.add(Date::MIN, u32::MAX), None);
    assert_eq!(workdays.next_on_or_after(Date::MAX), Some(Date::MAX)); // a Friday
    assert_eq!(workdays.last_on_or_before(Date::MIN), Some(Date::MIN)); // a Monday
    assert_eq!(workdays.window_start(Date::MAX, u32::MAX), Date::MIN);
    assert!(workdays.count(Date::MIN, Date::MAX) > 5_000_000);

    let mut ends = Workdays::national();
    ends.with_year("date,kind,name\n9999-12-31,holiday,x\n0000-01-01,makeup_workday,x\n")
        .unwrap();
    assert_eq!(ends.next_on_or_after(Date::MAX), None);
    assert!(ends.is_workday(day("0000-01-01")));
    assert_eq!(ends.holiday_name(Date::MAX), Some("x"));
    assert_eq!(ends.count(day("2011-12-31"), day("2012-12-31")), 249);
}
