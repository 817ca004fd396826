//! Calendar periods, and what becomes of one that the plan cuts short.

use crate::day::{date, nearest, number, weekday};
use crate::span::Span;
use jiff::civil::{self, Date};
use std::fmt;

/// A unit of the calendar in which something recurs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// A civil day.
    Day,
    /// An ISO 8601 week, Monday first (GB/T 7408).
    Week,
    /// A calendar month.
    Month,
    /// January to March and so on.
    Quarter,
    /// January to June, July to December.
    HalfYear,
    /// A calendar year.
    Year,
}

impl Unit {
    /// Every unit, from the shortest to the longest.
    pub const ALL: [Unit; 6] = [
        Unit::Day,
        Unit::Week,
        Unit::Month,
        Unit::Quarter,
        Unit::HalfYear,
        Unit::Year,
    ];

    /// The fewest days that a whole period of this unit has.
    #[must_use]
    pub fn min_days(self) -> u32 {
        self.length_bounds().0
    }

    /// The most days that a whole period of this unit has.
    #[must_use]
    pub fn max_days(self) -> u32 {
        self.length_bounds().1
    }

    fn length_bounds(self) -> (u32, u32) {
        match self {
            Unit::Day => (1, 1),
            Unit::Week => (7, 7),
            Unit::Month => (28, 31),
            Unit::Quarter => (90, 92),
            Unit::HalfYear => (181, 184),
            Unit::Year => (365, 366),
        }
    }
}

impl fmt::Display for Unit {
    /// The English word, for messages of this crate; what a reader sees in a report is chosen there.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Unit::Day => "day",
            Unit::Week => "week",
            Unit::Month => "month",
            Unit::Quarter => "quarter",
            Unit::HalfYear => "half-year",
            Unit::Year => "year",
        })
    }
}

/// Whether a period that the plan cuts short counts as due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Partial {
    /// It counts if at least half of its days are inside; exactly half is enough.
    #[default]
    HalfOrMore,
    /// It always counts.
    Due,
    /// It never counts.
    Skip,
}

/// One period of the calendar, and as much of it as lies inside the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Period {
    /// What it is one of.
    pub unit: Unit,
    /// Its calendar year; for a week its ISO year, which differs around New Year.
    pub year: i16,
    /// Its place in the year, from 1: the day of the year, ISO week, month, quarter or half.
    /// A year is always number 1.
    pub number: u16,
    /// All its days.
    ///
    /// Only the ISO week of [`Date::MAX`] is shorter than its unit: its weekend cannot be
    /// written as a [`Date`].
    pub full: Span,
    /// Its days inside the plan.
    pub span: Span,
}

impl Period {
    /// Whether some of its days lie outside the plan.
    #[must_use]
    pub fn is_clipped(self) -> bool {
        self.span != self.full
    }

    /// Whether it counts as due. A period that is wholly inside always does.
    #[must_use]
    pub fn counts(self, partial: Partial) -> bool {
        !self.is_clipped()
            || match partial {
                Partial::HalfOrMore => 2 * self.span.len_days() >= self.full.len_days(),
                Partial::Due => true,
                Partial::Skip => false,
            }
    }

    /// The same period with only those of its days that lie in `within` too, or `None` if
    /// there are none.
    #[must_use]
    pub fn clip(self, within: Span) -> Option<Period> {
        let span = self.span.intersect(within)?;
        Some(Period { span, ..self })
    }
}

/// Every calendar period that has a day in `within`, in order, clipped to it.
///
/// Their [`Period::span`]s follow each other without gap or overlap and fill `within`.
#[must_use]
pub fn periods(unit: Unit, within: Span) -> Vec<Period> {
    // One more than fits, at each end, for periods that stick out.
    let most = within.len_days() / unit.min_days() + 2;
    let mut found = Vec::with_capacity(most as usize);
    let mut next = Some(within.from);
    while let Some(period) = next.and_then(|day| period_of(unit, day).clip(within)) {
        found.push(period);
        next = date(number(period.full.to) + 1);
    }
    found
}

/// The calendar period that holds this day, whole.
#[must_use]
pub fn period_of(unit: Unit, day: Date) -> Period {
    match unit {
        Unit::Day => day_of(day),
        Unit::Week => week_of(day),
        Unit::Month => months_of(unit, 1, day),
        Unit::Quarter => months_of(unit, 3, day),
        Unit::HalfYear => months_of(unit, 6, day),
        Unit::Year => months_of(unit, 12, day),
    }
}

fn day_of(day: Date) -> Period {
    whole(
        Unit::Day,
        day.year(),
        day.day_of_year(),
        Span { from: day, to: day },
    )
}

fn week_of(day: Date) -> Period {
    let iso = day.iso_week_date();
    let monday = number(day) - weekday(number(day));
    let full = Span {
        from: nearest(monday),
        to: nearest(monday + 6),
    };
    whole(Unit::Week, iso.year(), i16::from(iso.week()), full)
}

/// The run of `length` months, counted from January, that holds this day; `length` divides 12.
fn months_of(unit: Unit, length: i8, day: Date) -> Period {
    let before = (day.month() - 1) / length;
    let first = before * length + 1;
    // `civil::date` panics on a day that does not exist; the first of a month always does.
    let from = civil::date(day.year(), first, 1);
    let to = civil::date(day.year(), first + length - 1, 1).last_of_month();
    whole(unit, day.year(), i16::from(before) + 1, Span { from, to })
}

fn whole(unit: Unit, year: i16, number: i16, full: Span) -> Period {
    Period {
        unit,
        year,
        number: number.unsigned_abs(),
        full,
        span: full,
    }
}

#[cfg(test)]
mod tests;
