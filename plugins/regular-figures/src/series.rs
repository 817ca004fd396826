//! The figures of each subject, by duty: what they are counted in, and how far one is from the next.

use std::collections::{BTreeMap, BTreeSet};

use luoshi_plugin_sdk::{Input, some_day, some_number, some_row};

/// Figures that a series needs to be judged.
const FIGURES: usize = 8;

/// What a record counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Field {
    Quantity,
    Amount,
}

/// A figure of a record. The order is that of time; figures of one day have none, so they are ordered by value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Figure {
    pub(crate) day: i32,
    /// In hundredths, or in fen.
    pub(crate) value: i64,
    /// Row in `evidence`.
    pub(crate) row: usize,
}

/// The figures of one duty and one subject, in order.
#[derive(Debug)]
pub(crate) struct Series<'i> {
    /// Row in `subjects`.
    pub(crate) subject: usize,
    pub(crate) duty: &'i str,
    pub(crate) field: Field,
    pub(crate) figures: Vec<Figure>,
    /// What the last digit is a digit of, in hundredths.
    pub(crate) unit: i64,
    /// Whether the duty knows but a few figures, as of a list of rates.
    listed: bool,
}

/// Every series, by subject, duty and field.
pub(crate) fn series(input: &Input) -> Vec<Series<'_>> {
    let mut all: BTreeMap<(usize, &str, Field), Vec<Figure>> = BTreeMap::new();
    let evidence = input.evidence();
    let (days, duties) = (evidence.days("day"), evidence.texts("duty"));
    let subjects = evidence.rows_of("subject");
    for (field, column) in [(Field::Quantity, "quantity"), (Field::Amount, "amount")] {
        for (row, value) in evidence.numbers(column).iter().enumerate() {
            let found = (
                some_day(days[row]),
                some_row(subjects[row]),
                some_number(*value),
            );
            if let (Some(day), Some(subject), Some(value @ 0..)) = found {
                let key = (subject, input.text(duties[row]), field);
                all.entry(key).or_default().push(Figure { day, value, row });
            }
        }
    }
    let habits = habits(&all);
    let with_habit = all
        .into_iter()
        .map(|((subject, duty, field), mut figures)| {
            figures.sort_unstable();
            let Habit { unit, listed } = habits[&(duty, field)];
            Series {
                subject,
                duty,
                field,
                figures,
                unit,
                listed,
            }
        });
    with_habit.collect()
}

/// What all figures of a duty have in common, whoever reports them.
#[derive(Clone, Copy)]
struct Habit {
    unit: i64,
    listed: bool,
}

fn habits<'i>(
    all: &BTreeMap<(usize, &'i str, Field), Vec<Figure>>,
) -> BTreeMap<(&'i str, Field), Habit> {
    let mut values: BTreeMap<(&str, Field), Vec<i64>> = BTreeMap::new();
    for ((_, duty, field), figures) in all {
        let some = figures
            .iter()
            .map(|figure| figure.value)
            .filter(|value| *value > 0);
        values.entry((*duty, *field)).or_default().extend(some);
    }
    let habit = |(key @ (_, field), values): ((_, Field), Vec<i64>)| {
        let different = values.iter().collect::<BTreeSet<_>>().len();
        let listed = different < 30 && 2 * different < values.len();
        (
            key,
            Habit {
                unit: unit(field, &values),
                listed,
            },
        )
    };
    values.into_iter().map(habit).collect()
}

/// Persons, visits and pieces are counted one by one. Money is often paid in round sums for good
/// reasons: it is looked at in the largest of yuan, tens, hundreds... in which at least half of the sums are whole.
fn unit(field: Field, values: &[i64]) -> i64 {
    let mut unit = 100;
    let whole = |unit: i64| 2 * values.iter().filter(|v| *v % unit == 0).count() >= values.len();
    while field == Field::Amount && unit < 100_000_000 && !values.is_empty() && whole(10 * unit) {
        unit *= 10;
    }
    unit
}

impl Series<'_> {
    /// The figures that are not zero: a report of nothing is none of a made-up figure.
    pub(crate) fn reported(&self) -> impl Iterator<Item = &Figure> {
        self.figures.iter().filter(|figure| figure.value > 0)
    }

    /// Each reported figure with the one before it, of an earlier day.
    pub(crate) fn steps(&self) -> impl Iterator<Item = (&Figure, &Figure)> {
        let later = self.reported().skip(1);
        self.reported()
            .zip(later)
            .filter(|(before, after)| before.day < after.day)
    }

    /// How many units a figure has; a part of one is dropped.
    pub(crate) fn units(&self, figure: &Figure) -> i64 {
        figure.value / self.unit
    }

    /// Whether its figures never change: a target, a rate, a number of posts.
    pub(crate) fn is_fixed(&self) -> bool {
        self.figures
            .windows(2)
            .all(|pair| pair[0].value == pair[1].value)
    }

    pub(crate) fn is_long(&self) -> bool {
        self.figures.len() >= FIGURES
    }

    /// By how many units a figure usually differs from the one before it, if they differ: the median of the
    /// differences that are not zero. None where most figures stay as they were, where they are of a list,
    /// or where they are too few: of such figures a digit or a repetition says nothing.
    pub(crate) fn usual_step(&self) -> Option<i64> {
        let steps = self
            .steps()
            .map(|(before, after)| (after.value - before.value).abs());
        let mut steps: Vec<i64> = steps.collect();
        if self.listed || self.reported().count() < FIGURES {
            return None;
        }
        steps.sort_unstable();
        let same = steps.partition_point(|step| *step == 0);
        let moved = &steps[same..];
        if moved.len() <= same {
            return None;
        }
        Some(moved[(moved.len() - 1) / 2] / self.unit)
    }
}
