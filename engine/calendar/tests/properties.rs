//! What must hold for any days: periods, workdays, and the fast answers against slow ones.

use luoshi_calendar::{
    Date, FIRST_NUMBER, LAST_NUMBER, Partial, Span, Unit, Workdays, date, number, period_of,
    periods,
};
use proptest::prelude::{Strategy, prop_oneof};
use proptest::{prop_assert, prop_assert_eq, proptest, sample};

/// Any day at all.
fn any_day() -> impl Strategy<Value = Date> {
    (FIRST_NUMBER..=LAST_NUMBER).prop_filter_map("every number is a day", date)
}

/// Days inside the national data, about its ends, and any other.
fn day() -> impl Strategy<Value = Date> {
    let near_data = number(Date::constant(2001, 1, 1))..number(Date::constant(2030, 1, 1));
    prop_oneof![
        9 => near_data.prop_filter_map("every number is a day", date),
        1 => any_day(),
    ]
}

/// A span of up to four years.
fn span() -> impl Strategy<Value = Span> {
    (day(), 0..1_461).prop_filter_map("the span ends in time", |(from, length)| {
        Span::new(from, date(number(from) + length)?)
    })
}

fn unit() -> impl Strategy<Value = Unit> {
    sample::select(Unit::ALL.to_vec())
}

/// Counts workdays by walking from day to day.
fn walked(workdays: &Workdays, after: Date, through: Date) -> i64 {
    let days = number(after) + 1..=number(through);
    days.filter_map(date)
        .filter(|day| workdays.is_workday(*day))
        .count() as i64
}

proptest! {
    #[test]
    fn numbers_and_days_are_inverse(day in any_day()) {
        prop_assert_eq!(date(number(day)), Some(day));
        if let Ok(next) = day.tomorrow() {
            prop_assert_eq!(number(next), number(day) + 1);
        }
    }

    #[test]
    fn periods_fill_the_span_without_gap_or_overlap(unit in unit(), within in span()) {
        let found = periods(unit, within);
        prop_assert_eq!(found.first().map(|period| period.span.from), Some(within.from));
        prop_assert_eq!(found.last().map(|period| period.span.to), Some(within.to));
        for pair in found.windows(2) {
            prop_assert_eq!(number(pair[0].span.to) + 1, number(pair[1].span.from));
            prop_assert!((pair[0].year, pair[0].number) < (pair[1].year, pair[1].number));
        }
        let days: u32 = found.iter().map(|period| period.span.len_days()).sum();
        prop_assert_eq!(days, within.len_days());
    }

    #[test]
    fn only_the_first_and_last_period_are_clipped(unit in unit(), within in span()) {
        let found = periods(unit, within);
        for period in found.iter().skip(1).rev().skip(1) {
            prop_assert!(!period.is_clipped());
            prop_assert!(period.counts(Partial::Skip));
        }
        for period in found {
            prop_assert_eq!(period.full.intersect(within), Some(period.span));
            prop_assert!(period.counts(Partial::Due));
        }
    }

    #[test]
    fn the_period_of_a_day_holds_it(unit in unit(), day in any_day()) {
        let period = period_of(unit, day);
        prop_assert!(period.full.contains(day));
        prop_assert!(period.number >= 1);
        prop_assert_eq!(period_of(unit, period.full.from), period);
        prop_assert_eq!(period_of(unit, period.full.to), period);
        // The week of the last day is cut off: its weekend cannot be written.
        if period.full.to != Date::MAX {
            let length = period.full.len_days();
            prop_assert!((unit.min_days()..=unit.max_days()).contains(&length));
        }
    }

    #[test]
    fn adding_and_counting_are_inverse(from in day(), n in 0u32..2_000) {
        let workdays = Workdays::national();
        if let Some(to) = workdays.add(from, n) {
            prop_assert_eq!(workdays.count(from, to), i64::from(n));
            prop_assert!(n == 0 || workdays.is_workday(to));
        }
    }

    #[test]
    fn counting_to_a_workday_and_adding_leads_to_it(from in day(), n in 1i32..2_000) {
        let workdays = Workdays::national();
        let to = date(number(from) + n).filter(|day| workdays.is_workday(*day));
        if let Some(to) = to {
            let count = u32::try_from(workdays.count(from, to)).expect("it is after `from`");
            prop_assert_eq!(workdays.add(from, count), Some(to));
        }
    }

    #[test]
    fn counts_add_up_and_mirror(a in day(), b in day(), c in day()) {
        let workdays = Workdays::national();
        prop_assert_eq!(workdays.count(a, b) + workdays.count(b, c), workdays.count(a, c));
        prop_assert_eq!(workdays.count(a, b), -workdays.count(b, a));
    }

    #[test]
    fn counting_is_walking(span in span()) {
        let workdays = Workdays::national();
        let expected = walked(&workdays, span.from, span.to);
        prop_assert_eq!(workdays.count(span.from, span.to), expected);
    }

    #[test]
    fn the_nearest_workdays_are_found_by_walking(day in day()) {
        let workdays = Workdays::national();
        let from = number(day);
        let worked = |number: &i32| date(*number).is_some_and(|day| workdays.is_workday(day));
        let next = (from..=LAST_NUMBER).find(worked).and_then(date);
        let last = (FIRST_NUMBER..=from).rev().find(worked).and_then(date);
        prop_assert_eq!(workdays.next_on_or_after(day), next);
        prop_assert_eq!(workdays.last_on_or_before(day), last);
    }

    #[test]
    fn a_window_starts_with_a_workday_and_holds_n(end in day(), n in 1u32..100) {
        let workdays = Workdays::national();
        let start = workdays.window_start(end, n);
        if start != Date::MIN {
            prop_assert!(workdays.is_workday(start));
            prop_assert_eq!(workdays.count(start, end) + 1, i64::from(n));
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in "(date,kind,name\n)?([0-9]{4}-[01][0-9]-[0-3][0-9],(holiday|makeup_workday|\\PC),\\PC{0,3}\n){0,4}") {
        let mut workdays = Workdays::national();
        if let Err(error) = workdays.with_year(&text) {
            prop_assert!(error.line >= 1);
            prop_assert!(!error.to_string().contains('\n'));
        }
    }
}
