//! Problems in few words.
#![allow(dead_code, reason = "each test takes what it needs")]

use jiff::civil::{Date, date};
use luoshi_calendar::Span;
use luoshi_roster::{Away, Class, Counts, Day, Member, Problem, Rules};

/// The n-th of July 2012, beyond the 31st the days of August.
pub(crate) fn july(day: usize) -> Date {
    let later = jiff::Span::new().days(i64::try_from(day).expect("a small number") - 1);
    date(2012, 7, 1)
        .checked_add(later)
        .expect("a day of this century")
}

/// Persons P01, P02 … on every day of July up to a last one.
pub(crate) fn problem(persons: usize, days: usize, crew: u32) -> Problem {
    let member = |n: usize| Member {
        staff: format!("P{n:02}"),
        leads: false,
        share: 10_000,
        away: Vec::new(),
        known: Vec::new(),
        carried: Counts::default(),
    };
    let day = |n: usize| Day {
        date: july(n),
        class: class(july(n)),
        crew,
        leaders: 0,
    };
    Problem {
        roster: "patrol".to_owned(),
        span: Span::new(july(1), july(days.max(1))).expect("in order"),
        members: (1..=persons).map(member).collect(),
        days: (1..=days).map(day).collect(),
        rules: Rules::default(),
        seed: 1,
    }
}

/// Saturdays and Sundays.
pub(crate) fn class(day: Date) -> Option<Class> {
    use jiff::civil::Weekday::{Saturday, Sunday};
    matches!(day.weekday(), Saturday | Sunday).then_some(Class::Weekend)
}

/// Makes a person be away.
pub(crate) fn away(problem: &mut Problem, person: usize, from: usize, until: usize) {
    problem.members[person].away.push(Away {
        from: july(from),
        until: july(until),
        reason: None,
    });
}
