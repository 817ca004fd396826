//! Days, counted one by one.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, Weekday, date};

use crate::plan::{Limit, Term};

/// Which days are workdays: by the published calendar, or Monday to Friday.
pub(crate) struct Workdays {
    holidays: BTreeSet<Date>,
    makeup: BTreeSet<Date>,
}

impl Workdays {
    /// By the setting `calendar` of a plan. The list is data that others publish, and all that is shared.
    ///
    /// A year of the township's own stands in the place of the published one.
    pub(crate) fn of(calendar: &str, own: &BTreeMap<Date, bool>) -> Workdays {
        let list = include_str!("../../engine/calendar/data/china_workdays.csv");
        let ours = own.keys().next().map(|day| day.year());
        let days = |of: &str| -> BTreeSet<Date> {
            let lines = list.lines().filter(|_| calendar == "national");
            let mine = lines.filter(|line| line.split(',').nth(1) == Some(of));
            let listed = mine.map(|line| line[..10].parse::<Date>().expect("a day"));
            let mut days: BTreeSet<Date> = listed.filter(|day| Some(day.year()) != ours).collect();
            let own = own
                .iter()
                .filter(|(_, off)| calendar == "national" && **off == (of == "holiday"));
            days.extend(own.map(|(day, _)| *day));
            days
        };
        Workdays {
            holidays: days("holiday"),
            makeup: days("makeup_workday"),
        }
    }

    pub(crate) fn is_workday(&self, day: Date) -> bool {
        let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        self.makeup.contains(&day) || !weekend && !self.holidays.contains(&day)
    }

    /// The n-th workday after a day; the day itself for none.
    pub(crate) fn add(&self, mut day: Date, n: u32) -> Date {
        let mut left = n;
        while left > 0 {
            day = next(day);
            if self.is_workday(day) {
                left -= 1;
            }
        }
        day
    }

    /// The workdays after `from` up to `to`, that day included.
    pub(crate) fn between(&self, from: Date, to: Date) -> i64 {
        let (mut day, mut count) = (from, 0);
        while day < to {
            day = next(day);
            count += i64::from(self.is_workday(day));
        }
        count
    }

    /// Whether a day lies in the last `n` workdays up to `last`.
    pub(crate) fn in_last(&self, day: Date, last: Date, n: u32) -> bool {
        if n == 0 || day > last {
            return false;
        }
        let (mut first, mut left) = (last, n);
        loop {
            if self.is_workday(first) {
                left -= 1;
                if left == 0 {
                    return day >= first;
                }
            }
            first = previous(first);
        }
    }

    /// The day on which a limit ends that runs from a day.
    pub(crate) fn after(&self, day: Date, limit: Limit) -> Date {
        match limit {
            Limit::Hours(_) => panic!("limits by the clock are worked out elsewhere"),
            Limit::Days(n) => (0..n).fold(day, |day, _| next(day)),
            Limit::Workdays(n) => self.add(day, n),
            Limit::Months(n) => {
                let months = i32::from(day.year()) * 12 + i32::from(day.month()) - 1
                    + i32::try_from(n).expect("few");
                let year = i16::try_from(months.div_euclid(12)).expect("a near year");
                let month = i8::try_from(months.rem_euclid(12) + 1).expect("a month");
                let last = date(year, month, 1).last_of_month();
                date(year, month, day.day().min(last.day()))
            }
        }
    }
}

pub(crate) fn next(day: Date) -> Date {
    day.tomorrow().expect("far from the end of time")
}

pub(crate) fn previous(day: Date) -> Date {
    day.yesterday().expect("far from the beginning of time")
}

/// A period of the calendar: its id, its first and its last day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Calendar {
    pub(crate) id: String,
    pub(crate) term: Term,
}

/// The period in which a day lies.
pub(crate) fn calendar(day: Date, every: &str) -> Calendar {
    let (year, month) = (day.year(), day.month());
    let months = |first: i8, n: i8| Term {
        from: date(year, first, 1),
        to: date(year, first + n - 1, 1).last_of_month(),
    };
    match every {
        "day" => Calendar {
            id: day.to_string(),
            term: Term { from: day, to: day },
        },
        "week" => {
            let mut monday = day;
            while monday.weekday() != Weekday::Monday {
                monday = previous(monday);
            }
            let sunday = (0..6).fold(monday, |day, _| next(day));
            let iso = monday.iso_week_date();
            Calendar {
                id: format!("{}-W{:02}", iso.year(), iso.week()),
                term: Term {
                    from: monday,
                    to: sunday,
                },
            }
        }
        "month" => Calendar {
            id: format!("{year}-{month:02}"),
            term: months(month, 1),
        },
        "quarter" => {
            let quarter = (month - 1) / 3;
            Calendar {
                id: format!("{year}-Q{}", quarter + 1),
                term: months(quarter * 3 + 1, 3),
            }
        }
        "half_year" => {
            let half = (month - 1) / 6;
            Calendar {
                id: format!("{year}-H{}", half + 1),
                term: months(half * 6 + 1, 6),
            }
        }
        "year" => Calendar {
            id: format!("{year}"),
            term: months(1, 12),
        },
        other => panic!("no period: {other}"),
    }
}

pub(crate) fn length(term: Term) -> i64 {
    let (mut day, mut count) = (term.from, 1);
    while day < term.to {
        day = next(day);
        count += 1;
    }
    count
}

pub(crate) fn contains(term: Term, day: Date) -> bool {
    term.from <= day && day <= term.to
}

/// The days that two terms share.
pub(crate) fn both(a: Term, b: Term) -> Option<Term> {
    let term = Term {
        from: a.from.max(b.from),
        to: a.to.min(b.to),
    };
    (term.from <= term.to).then_some(term)
}
