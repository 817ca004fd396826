//! Made-up ledgers of a year: how an office enters its records, and what is done to them afterwards.
//!
//! The model, in full: on sheets. A sheet tells of one day, any day of 2012 with the same chance, and has 1 to 8 records,
//! each number with the same chance. It is entered whole, after a wait that the habit decides, on that day or the
//! next workday. Sheets are made until there are 3000 records.

use std::ops::RangeInclusive;

use luoshi_plugin_backfill::{describe, judge};
use luoshi_plugin_interface::{Encoder, ROWS_AT_MOST};
use luoshi_plugin_sdk::{Finding, Input, ParameterKind, Setting, Value};

/// 2012-01-01, a Sunday.
pub(crate) const FIRST: i32 = 15_340;
/// 2012-12-31.
pub(crate) const LAST: i32 = 15_705;
/// Records of a ledger.
pub(crate) const RECORDS: usize = 3000;

/// Public holidays of 2012 that last a week: Spring Festival and the National Day.
const HOLIDAYS: [RangeInclusive<i32>; 2] = [15_361..=15_367, 15_613..=15_620];

/// How honest offices enter their records.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Habit {
    /// Daily; the wait is geometric with mean 1.5 days.
    Daily,
    /// Every Friday all that is there.
    Weekly,
    /// On the last workday of a month all of the month.
    Monthly,
    /// Always 55 to 65 days afterwards, from paper.
    Constant,
    /// Daily, but one sheet in seven waits a geometric time with mean 20 days.
    Slovenly,
    /// Daily, but once nobody enters anything for 10 to 40 days; all of it is entered in the 1 to 5 days after.
    Absence,
    /// Daily, but one village of ten brings its sheets every other Monday.
    Fortnight,
}

/// Every habit.
pub(crate) const HABITS: [Habit; 7] = [
    Habit::Daily,
    Habit::Weekly,
    Habit::Monthly,
    Habit::Constant,
    Habit::Slovenly,
    Habit::Absence,
    Habit::Fortnight,
];

/// What is done to the ledger of an office that enters daily.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Abuse {
    /// So many of a hundred sheets of the half year before 20 November are made on one day to three before it.
    Inspection(u64),
    /// One sheet in so many waits for the last workday of its month.
    MonthEnd(u64),
    /// The whole ledger is made in the last three workdays of the year.
    Whole,
    /// So many missing sheets, each of a day of its own, are made up on one day in December.
    Sheets(i32),
}

/// A record: the day on which it happened, and that of its entry.
pub(crate) type Pair = (i32, i32);

/// Chance that can be repeated: `SplitMix64`.
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from the least to the most, both included.
    pub(crate) fn between(&mut self, least: i32, most: i32) -> i32 {
        let span = u64::from(most.abs_diff(least)) + 1;
        least + i32::try_from(self.next() % span).expect("within an i32")
    }

    /// True once in so many times.
    pub(crate) fn once_in(&mut self, times: u64) -> bool {
        self.next().is_multiple_of(times)
    }

    /// Days until it happens, if it happens `of` times in `times` on each.
    fn geometric(&mut self, of: u64, times: u64) -> i32 {
        let mut days = 0;
        while self.next() % times >= of && days < 400 {
            days += 1;
        }
        days
    }
}

/// An honest ledger.
pub(crate) fn honest(habit: Habit, seed: u64) -> Vec<Pair> {
    let mut chance = Chance(seed);
    let away = chance.between(FIRST + 20, LAST - 80);
    let back = away + chance.between(10, 40);
    let over = chance.between(1, 5);
    let enter = |chance: &mut Chance, day: i32| {
        let soon = workday(day + chance.geometric(2, 5));
        match habit {
            Habit::Daily => soon,
            Habit::Weekly => {
                day + 4 - weekday(day).min(4)
                    + if weekday(day) > 4 {
                        11 - weekday(day)
                    } else {
                        0
                    }
            }
            Habit::Monthly => month_end(day),
            Habit::Constant => workday(day + chance.between(55, 65)),
            Habit::Slovenly if chance.once_in(7) => workday(day + chance.geometric(1, 21)),
            Habit::Absence if (away..back).contains(&soon) => {
                workday(back + chance.between(0, over - 1))
            }
            Habit::Fortnight if chance.once_in(10) => workday(day + 14 - (day + 3).rem_euclid(14)),
            Habit::Slovenly | Habit::Absence | Habit::Fortnight => soon,
        }
    };
    sheets(&mut chance, enter)
}

/// A ledger that was tampered with.
pub(crate) fn tampered(abuse: Abuse, seed: u64) -> Vec<Pair> {
    let mut chance = Chance(seed);
    let visit = 15_664; // 2012-11-20
    let lasts = chance.between(1, 3);
    let enter = |chance: &mut Chance, day: i32| {
        let soon = workday(day + chance.geometric(2, 5));
        match abuse {
            Abuse::Inspection(of)
                if (visit - 180..visit - 10).contains(&day) && chance.next() % 100 < of =>
            {
                visit - chance.between(1, lasts)
            }
            Abuse::MonthEnd(times) if chance.once_in(times) => month_end(day),
            Abuse::Whole => LAST - chance.between(0, 3),
            _ => soon,
        }
    };
    let mut pairs = sheets(&mut chance, enter);
    if let Abuse::Sheets(count) = abuse {
        let first = chance.between(FIRST, LAST - 200);
        pairs.extend((0..count).map(|sheet| (first + 8 * sheet, LAST - 20)));
    }
    pairs
}

fn sheets(chance: &mut Chance, enter: impl Fn(&mut Chance, i32) -> i32) -> Vec<Pair> {
    let mut pairs = Vec::new();
    while pairs.len() < RECORDS {
        let day = chance.between(FIRST, LAST);
        let recorded = enter(chance, day);
        let records = chance.between(1, 8);
        pairs.extend((0..records).map(|_| (day, recorded)));
    }
    pairs
}

/// Monday is 0.
fn weekday(day: i32) -> i32 {
    (day + 3).rem_euclid(7)
}

/// The day, or the next workday after it.
fn workday(day: i32) -> i32 {
    (day..)
        .find(|day| class(*day) == 0)
        .expect("a workday comes")
}

/// The last workday of the month, or the next one if that is over.
fn month_end(day: i32) -> i32 {
    let ends = [30, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];
    let end = ends
        .map(|end| FIRST + end)
        .into_iter()
        .find(|end| *end >= day)
        .unwrap_or(LAST);
    let last = (FIRST..=end)
        .rev()
        .find(|day| class(*day) == 0)
        .unwrap_or(end);
    if last < day { workday(day) } else { last }
}

/// As in the table `days`.
fn class(day: i32) -> u8 {
    match day {
        _ if HOLIDAYS.iter().any(|holiday| holiday.contains(&day)) => 2,
        _ if weekday(day) > 4 => 1,
        _ => 0,
    }
}

/// What the rule says of a ledger, with the default parameters.
pub(crate) fn finding(pairs: &[Pair]) -> Finding {
    let mut sorted = pairs.to_vec();
    sorted.sort_by_key(|pair| pair.0);
    finding_in_order(&sorted)
}

/// The same, with the records in the order given.
pub(crate) fn finding_in_order(pairs: &[Pair]) -> Finding {
    let description = describe();
    let values = description
        .parameters
        .iter()
        .map(|parameter| match &parameter.kind {
            ParameterKind::Whole(bounds) => Value::Whole(bounds.default),
            other => panic!("no such parameter yet: {other:?}"),
        });
    let setting = Setting {
        as_of: LAST,
        first: FIRST,
        last: LAST,
        values: values.collect(),
    };
    let mut input = Input::new(&description, setting).expect("tables exist");
    let mut encoder = Encoder::default();
    encoder.start(2);
    encoder.days(FIRST..=LAST);
    encoder.smalls((FIRST..=LAST).map(class));
    let days = usize::try_from(LAST - FIRST + 1).expect("a year");
    input
        .add(0, encoder.finish(days, 1, [].into_iter()))
        .expect("days are read");
    for batch in pairs.chunks(ROWS_AT_MOST) {
        encoder.start(2);
        encoder.days(batch.iter().map(|pair| pair.0));
        encoder.days(batch.iter().map(|pair| pair.1));
        input
            .add(1, encoder.finish(batch.len(), 1, [].into_iter()))
            .expect("records are read");
    }
    judge(&input).expect("the rule judges").remove(0)
}
