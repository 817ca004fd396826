//! A sequence of figures that comes again, later or for somebody else.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use luoshi_plugin_sdk::{Input, some_number};

use crate::Found;
use crate::copies::{Copies, Place, Record, Sign, Writer, is_common};

/// Figures of a sequence that are compared at most.
const LENGTH_AT_MOST: usize = 64;
/// Different figures in a sequence at least; else it is a constant, or nearly.
const FIGURES_AT_LEAST: usize = 3;
/// Two figures are never taken to be equal by chance less often than this.
const EQUAL_AT_LEAST: f64 = 0.02;

/// The figures of a kind and duty: writer after writer, day after day.
struct Figures<'r, 'i> {
    points: Vec<Point<'r, 'i>>,
    values: Vec<i64>,
}

struct Point<'r, 'i> {
    writer: Writer<'i>,
    day: i32,
    /// Where the figures of this writer end.
    end: usize,
    records: Vec<&'r Record<'i>>,
}

/// Figures that are the same from two places on.
struct Match {
    early: usize,
    late: usize,
    length: usize,
}

/// Looks through the figures of a kind and duty.
pub(crate) fn look<'i>(
    input: &Input,
    place: Place<'i>,
    records: &[Record<'i>],
    found: &mut Found<'i>,
) {
    let least = usize::try_from(input.number("periods")).unwrap_or(usize::MAX);
    let figures = Figures::of(records);
    let firsts = figures.firsts();
    found.series += firsts
        .iter()
        .filter(|at| figures.points[**at].end - **at >= least)
        .count();
    let numbers = input.evidence().numbers("quantity");
    let all = numbers
        .iter()
        .filter(|number| some_number(**number).is_some());
    let chances = Chances::of(&figures, all.count(), input.number("odds"));
    let mut matches = figures.longest(figures.matches(least, firsts.len()));
    matches.retain(|same| chances.is_rare(&figures, same));
    let copies = matches
        .iter()
        .filter_map(|same| figures.copies(same, place));
    found.copies.extend(copies);
}

impl<'r, 'i> Figures<'r, 'i> {
    fn of(records: &'r [Record<'i>]) -> Figures<'r, 'i> {
        let mut by_day: BTreeMap<(Writer<'i>, i32), (i64, Vec<&'r Record<'i>>)> = BTreeMap::new();
        for record in records {
            if let Some(quantity) = record.quantity {
                let (sum, of) = by_day.entry((record.writer, record.day)).or_default();
                *sum = sum.saturating_add(quantity);
                of.push(record);
            }
        }
        let values = by_day.values().map(|(sum, _)| *sum).collect();
        let mut points: Vec<Point<'r, 'i>> = by_day
            .into_iter()
            .map(|((writer, day), (_, records))| Point {
                writer,
                day,
                end: 0,
                records,
            })
            .collect();
        let mut end = points.len();
        for at in (0..points.len()).rev() {
            let last = points
                .get(at + 1)
                .is_none_or(|next| next.writer != points[at].writer);
            end = if last { at + 1 } else { end };
            points[at].end = end;
        }
        Figures { points, values }
    }

    /// Where the figures of each writer begin.
    fn firsts(&self) -> Vec<usize> {
        let begins = |at: &usize| *at == 0 || self.points[*at - 1].end == *at;
        (0..self.points.len()).filter(begins).collect()
    }

    /// All figures of a writer from a place on.
    fn from(&self, at: usize) -> &[i64] {
        &self.values[at..self.points[at].end]
    }

    /// All figures of the writer at this place, in two parts: before and after those that look copied from the same
    /// writer. With them, every figure would seem to be one that comes often.
    fn without_copy(&self, at: usize, same: &Match) -> impl Iterator<Item = &[i64]> {
        let end = self.points[at].end;
        let first = self.points.partition_point(|point| point.end < end);
        let own = self.points[same.early].end == self.points[same.late].end;
        let (copy, rest) = if own {
            (same.late, same.late + same.length)
        } else {
            (end, end)
        };
        [&self.values[first..copy], &self.values[rest..end]].into_iter()
    }

    /// Pairs of equal sequences of at least this length, each with the earliest place of it.
    fn matches(&self, least: usize, writers: usize) -> Vec<Match> {
        let mut starts: Vec<usize> = (0..self.points.len())
            .filter(|at| {
                self.points[*at].end - at >= least && varies(&self.values[*at..at + least])
            })
            .collect();
        let window = |at: usize| &self.values[at..at + least];
        starts.sort_unstable_by(|a, b| {
            let day = |at: usize| self.points[at].day;
            window(*a)
                .cmp(window(*b))
                .then((day(*a), *a).cmp(&(day(*b), *b)))
        });
        let same = |a: &usize, b: &usize| window(*a) == window(*b);
        let groups = starts.chunk_by(same).filter(|group| group.len() > 1);
        let special = groups.filter(|group| {
            let sharing: BTreeSet<Writer<'_>> =
                group.iter().map(|at| self.points[*at].writer).collect();
            !is_common(sharing.len(), writers)
        });
        let pairs = special.flat_map(|group| group[1..].iter().map(|late| (group[0], *late)));
        let long = |(early, late): (usize, usize)| Match {
            early,
            late,
            length: self.shared(early, late),
        };
        pairs
            .map(long)
            .filter(|found| found.length >= least)
            .collect()
    }

    /// How many figures are the same from two places on, until a writer's end or where the two would overlap.
    fn shared(&self, a: usize, b: usize) -> usize {
        let room = |at: usize| self.points[at].end - at;
        let most = room(a).min(room(b)).min(a.abs_diff(b)).min(LENGTH_AT_MOST);
        let pairs = self.values[a..a + most]
            .iter()
            .zip(&self.values[b..b + most]);
        pairs.take_while(|(a, b)| a == b).count()
    }

    /// Those that overlap no longer one.
    fn longest(&self, mut matches: Vec<Match>) -> Vec<Match> {
        let days = |found: &Match| (self.points[found.early].day, self.points[found.late].day);
        matches.sort_unstable_by_key(|found| (Reverse(found.length), days(found), found.late));
        let mut told = vec![false; self.points.len()];
        matches.retain(|found| {
            let late = &mut told[found.late..found.late + found.length];
            let new = !late.contains(&true);
            if new {
                late.fill(true);
            }
            new
        });
        matches
    }

    fn copies(&self, found: &Match, place: Place<'i>) -> Option<Copies<'i>> {
        let of = |at: usize| self.points[at..at + found.length].iter();
        let points = of(found.early).chain(of(found.late));
        let records: Vec<&Record<'i>> = points.flat_map(|point| &point.records).copied().collect();
        Copies::of(Sign::Figures(found.length), place, &records, 0)
    }
}

/// Whether there are enough different figures.
fn varies(values: &[i64]) -> bool {
    let different: BTreeSet<&i64> = values.iter().take(LENGTH_AT_MOST).collect();
    different.len() >= FIGURES_AT_LEAST
}

/// How easily figures are equal by chance.
struct Chances {
    /// That two of all are.
    all: f64,
    /// Pairs of places that could be compared, times the odds asked for.
    pairs: f64,
}

#[allow(
    clippy::cast_precision_loss,
    reason = "rows of a ledger are far below 2^52"
)]
impl Chances {
    /// `all` are the figures of the whole ledger: each kind and duty has its share of the odds.
    fn of(figures: &Figures<'_, '_>, all: usize, odds: i64) -> Chances {
        let firsts = figures.firsts();
        let series = firsts.iter().map(|first| figures.from(*first));
        let places = figures.points.len() as f64;
        Chances {
            all: equal(series.flat_map(steps)),
            pairs: places * all as f64 / 2.0 * odds as f64,
        }
    }

    /// Whether so many figures in a row would be the same by chance somewhere less than once in `odds` ledgers. A figure
    /// that only repeats the one before it counts for nothing.
    fn is_rare(&self, figures: &Figures<'_, '_>, same: &Match) -> bool {
        let own = |at: usize| equal(figures.without_copy(at, same).flat_map(steps));
        let each = self.all.max(own(same.early)).max(own(same.late));
        let sequence = &figures.values[same.late..same.late + same.length];
        let expected = steps(sequence).fold(self.pairs, |expected, _| expected * each);
        expected <= 1.0
    }
}

/// The figures that differ from the one before.
fn steps(values: &[i64]) -> impl Iterator<Item = i64> {
    let changed = |at: &usize| *at == 0 || values[*at] != values[*at - 1];
    (0..values.len()).filter(changed).map(|at| values[at])
}

/// The share of equal pairs among all pairs of these figures.
#[allow(
    clippy::cast_precision_loss,
    reason = "rows of a ledger are far below 2^52"
)]
fn equal(values: impl Iterator<Item = i64>) -> f64 {
    let mut counts: BTreeMap<i64, usize> = BTreeMap::new();
    for value in values {
        *counts.entry(value).or_default() += 1;
    }
    let pairs = |count: usize| count as f64 * (count as f64 - 1.0);
    let all = pairs(counts.values().sum());
    let same: f64 = counts.values().map(|count| pairs(*count)).sum();
    if all > 0.0 {
        (same / all).max(EQUAL_AT_LEAST)
    } else {
        1.0
    }
}
