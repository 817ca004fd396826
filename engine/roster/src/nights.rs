//! On which days of a period there are shifts: those that must be, the others as evenly as can be.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::chance::Chance;

/// Weight of a square of days against chance, which only decides between equals.
const SCALE: i64 = 1_000_000;

/// So many of the days, those of `must` among them whatever their number, with the gaps between them as
/// even as possible: the least sum of squares, the ends of the period counting as half a gap.
pub(crate) fn nights(
    days: &[Date],
    must: &BTreeSet<Date>,
    count: usize,
    chance: &mut Chance,
) -> Vec<Date> {
    let forced = days.iter().filter(|d| must.contains(d)).count();
    let count = count.max(forced).min(days.len());
    if count == 0 {
        return Vec::new();
    }
    let last = days.len() - 1;
    let toss: Vec<i64> = days.iter().map(|_| toss(chance)).collect();
    let blocked = blocked(days, must);
    // best[k][d]: the cheapest way to choose k + 1 days of which d is the last, and the day before it.
    let mut best: Vec<Vec<Option<(i64, usize)>>> = Vec::new();
    for k in 0..count {
        let mut row = vec![None; days.len()];
        for d in k..days.len() {
            row[d] = match best.last() {
                None if blocked(0, d) => None,
                None => Some((2 * square(d, 0) + toss[d], d)),
                Some(before) => (0..d)
                    .filter(|p| !blocked(p + 1, d))
                    .filter_map(|p| Some((before[p]?.0 + square(d, p) + toss[d], p)))
                    .min(),
            };
        }
        best.push(row);
    }
    let end = |d: &usize| !blocked(d + 1, days.len());
    let total = |d: usize| Some((best[count - 1][d]?.0 + 2 * square(last, d), d));
    let chosen = (0..days.len()).filter(end).filter_map(total).min();
    chosen.map_or_else(Vec::new, |(_, d)| back(days, &best, d))
}

/// The days that were chosen, from the last of them back to the first.
fn back(days: &[Date], best: &[Vec<Option<(i64, usize)>>], last: usize) -> Vec<Date> {
    let mut nights = Vec::new();
    let mut at = Some(last);
    for row in best.iter().rev() {
        let Some(d) = at else { break };
        nights.push(days[d]);
        at = row[d].map(|(_, before)| before);
    }
    nights.reverse();
    nights
}

/// Whether a day that must be lies from one place to before another.
fn blocked(days: &[Date], must: &BTreeSet<Date>) -> impl Fn(usize, usize) -> bool {
    let mut before = vec![0usize];
    for day in days {
        before.push(before[before.len() - 1] + usize::from(must.contains(day)));
    }
    move |from, to| before[to] > before[from]
}

fn square(a: usize, b: usize) -> i64 {
    let gap = i64::try_from(a.abs_diff(b)).unwrap_or(i64::MAX / SCALE);
    gap * gap * SCALE
}

fn toss(chance: &mut Chance) -> i64 {
    // Together less than one square, for any number of days that a period has.
    i64::try_from(chance.below(1_000)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use jiff::civil::{Date, date};

    use super::nights;
    use crate::chance::Chance;

    fn month() -> Vec<Date> {
        (1..=30).map(|d| date(2012, 6, d)).collect()
    }

    #[track_caller]
    fn check(must: &[i8], count: usize, expected: &[i8]) {
        let must: BTreeSet<Date> = must.iter().map(|d| date(2012, 6, *d)).collect();
        let chosen = nights(&month(), &must, count, &mut Chance::new(1));
        let days: Vec<i8> = chosen.iter().map(|d| d.day()).collect();
        assert_eq!(days, expected);
    }

    #[test]
    fn gaps_are_even_and_days_that_must_be_are_there() {
        check(&[], 0, &[]);
        let chosen = nights(&month(), &BTreeSet::new(), 10, &mut Chance::new(1));
        let gaps = chosen.windows(2).map(|w| w[1].day() - w[0].day());
        assert!(
            gaps.clone().all(|g| g == 3),
            "{:?}",
            gaps.collect::<Vec<_>>()
        );
        check(&[1, 2, 3], 2, &[1, 2, 3]);
        let all: Vec<i8> = (1..=30).collect();
        check(&[], 40, &all);
    }

    #[test]
    fn no_other_choice_is_more_even() {
        let days = &month()[..9];
        let must: BTreeSet<Date> = [days[1]].into();
        let cost = |chosen: &[usize]| {
            let ends = 2 * (chosen[0].pow(2) + (8 - chosen[chosen.len() - 1]).pow(2));
            ends + chosen
                .windows(2)
                .map(|w| (w[1] - w[0]).pow(2))
                .sum::<usize>()
        };
        let subsets = (0u32..512).filter(|set| set.count_ones() == 4 && set & 2 != 0);
        let best = subsets
            .map(|set| cost(&(0..9).filter(|d| set >> d & 1 == 1).collect::<Vec<_>>()))
            .min();
        let chosen = nights(days, &must, 4, &mut Chance::new(7));
        let at: Vec<usize> = chosen.iter().map(|d| d.day() as usize - 1).collect();
        assert!(at.contains(&1));
        assert_eq!(Some(cost(&at)), best);
    }
}
