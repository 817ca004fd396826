//! A scan over the days of entry: are there too many late ones in a few days to have fallen there by chance?

use crate::late::{Entry, Ledger};

/// What a burst is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scan {
    /// Days of a window.
    pub(crate) width: i64,
    /// Late records of a burst at least.
    pub(crate) records: usize,
    /// Different days on which they happened, at least.
    pub(crate) dates: usize,
    /// Once in so many ledgers, chance may make one.
    pub(crate) odds: i64,
    /// Days of the plan.
    pub(crate) days: usize,
}

/// Late records that were entered within a window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Burst {
    /// The first day of entry.
    pub(crate) first: i32,
    /// The last day of entry.
    pub(crate) last: i32,
    /// Different days on which they happened.
    pub(crate) dates: usize,
    /// The earliest of them.
    pub(crate) from: i32,
    /// The latest of them.
    pub(crate) to: i32,
    /// Days between what happened and its entry, at most.
    pub(crate) longest: i64,
    /// Their rows, in order.
    pub(crate) rows: Vec<usize>,
}

/// The bursts, none overlapping another, the one of most days first.
///
/// `late` is in the order of [`Ledger::late`].
pub(crate) fn bursts(late: &[Entry], ledger: &Ledger, scan: &Scan) -> Vec<Burst> {
    let units = units(late);
    let is_rare = |burst: &Burst| {
        let span = ledger.span(burst.first, burst.last);
        scan.is_rare(units, burst.dates, span, ledger.entry_days.len())
    };
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(entry) = late.get(at) {
        let inside = window(late, at, scan.width);
        found.extend(burst(inside, scan).filter(is_rare));
        at += inside.partition_point(|other| other.recorded == entry.recorded);
    }
    apart(found)
}

/// Late records of one day entered on one day count once: a sheet with ten names is one delay, not ten.
fn units(late: &[Entry]) -> usize {
    let same = |a: &&[Entry]| a[0].recorded == a[1].recorded && a[0].day == a[1].day;
    late.len() - late.windows(2).filter(same).count()
}

/// Those entered within the window that begins with the entry at this place.
fn window(late: &[Entry], at: usize, width: i64) -> &[Entry] {
    let rest = &late[at..];
    let first = rest.first().map_or(0, |entry| i64::from(entry.recorded));
    let end = rest.partition_point(|entry| i64::from(entry.recorded) < first + width);
    &rest[..end]
}

/// These late records as a burst, if they are enough.
fn burst(inside: &[Entry], scan: &Scan) -> Option<Burst> {
    let (first, last) = (inside.first()?.recorded, inside.last()?.recorded);
    if inside.len() < scan.records {
        return None;
    }
    let mut dates: Vec<i32> = inside.iter().map(|entry| entry.day).collect();
    dates.sort_unstable();
    dates.dedup();
    if dates.len() < scan.dates {
        return None;
    }
    let mut rows: Vec<usize> = inside.iter().map(|entry| entry.row).collect();
    rows.sort_unstable();
    Some(Burst {
        first,
        last,
        dates: dates.len(),
        from: *dates.first()?,
        to: *dates.last()?,
        longest: inside.iter().map(Entry::wait).max()?,
        rows,
    })
}

/// Keeps the bursts that overlap no greater one.
fn apart(mut found: Vec<Burst>) -> Vec<Burst> {
    found.sort_by_key(|burst| {
        let fewer = std::cmp::Reverse((burst.dates, burst.rows.len()));
        (fewer, burst.first)
    });
    let mut kept: Vec<Burst> = Vec::new();
    for burst in found {
        let apart = |other: &Burst| burst.last < other.first || other.last < burst.first;
        if kept.iter().all(apart) {
            kept.push(burst);
        }
    }
    kept
}

#[allow(
    clippy::cast_precision_loss,
    reason = "rows of a ledger are far below 2^52"
)]
impl Scan {
    /// Whether so many of all late days would come in over one of these spans less than once in `odds` ledgers, if
    /// each came in on any day of the plan alike. A window may begin with each day of entry, and any of them may be
    /// the one: the probability is taken for all of them.
    fn is_rare(&self, units: usize, dates: usize, span: i64, windows: usize) -> bool {
        let each = span as f64 / self.days as f64;
        tail(units, each, dates) * windows as f64 * self.odds as f64 <= 1.0
    }
}

/// An upper bound of the probability that at least `least` of `trials` succeed, each with the probability `each`:
/// the term at `least`, and after it a geometric series that decreases no faster than the terms do (Feller,
/// volume I, VI.3). Only the four operations, so that it is the same on every machine.
#[allow(
    clippy::cast_precision_loss,
    reason = "rows of a ledger are far below 2^52"
)]
fn tail(trials: usize, each: f64, least: usize) -> f64 {
    let (n, c) = (trials as f64, least as f64);
    if least > trials {
        return 0.0;
    }
    if each >= 1.0 || c <= (n + 1.0) * each {
        return 1.0;
    }
    let mut failures = trials - least;
    let mut term = 1.0;
    for i in 1..=least {
        let i = i as f64;
        term *= (n - c + i) / i * each;
        // What makes it smaller is multiplied in as soon as it may be: no step overflows.
        while term > 1.0 && failures > 0 {
            term *= 1.0 - each;
            failures -= 1;
        }
        if term < f64::MIN_POSITIVE {
            return 0.0;
        }
    }
    while failures > 0 && term >= f64::MIN_POSITIVE {
        term *= 1.0 - each;
        failures -= 1;
    }
    let series = (c + 1.0) * (1.0 - each) / (c + 1.0 - (n + 1.0) * each);
    (term * series).min(1.0)
}

#[cfg(test)]
mod tests {
    use super::{Burst, Scan, apart, bursts, tail};
    use crate::late::{Entry, Ledger};

    /// The tail itself, term by term.
    fn exact(trials: usize, each: f64, least: usize) -> f64 {
        let mut ways = vec![0.0; trials + 1];
        ways[0] = 1.0;
        for _ in 0..trials {
            for i in (0..=trials).rev() {
                let before = if i > 0 { ways[i - 1] } else { 0.0 };
                ways[i] = ways[i] * (1.0 - each) + before * each;
            }
        }
        ways[least..].iter().sum()
    }

    #[test]
    fn the_tail_is_bounded_from_above_and_not_by_much() {
        for (trials, each) in [(20, 0.1), (60, 0.03), (200, 0.02), (400, 0.2)] {
            for least in 1..=trials {
                let (bound, exact) = (tail(trials, each, least), exact(trials, each, least));
                // Below the least normal number the bound is 0.
                let told = exact > 1e-290;
                assert!(
                    !told || bound >= exact * 0.999_999,
                    "{trials} {each} {least}"
                );
                if exact < 0.001 {
                    assert!(
                        bound <= exact * 1.5,
                        "{trials} {each} {least}: {bound} {exact}"
                    );
                }
            }
        }
    }

    #[test]
    fn extremes_neither_overflow_nor_loop() {
        assert!((tail(100, 1.0, 100) - 1.0).abs() < f64::EPSILON);
        assert!(tail(10, 0.5, 11) < f64::MIN_POSITIVE);
        assert!(tail(1_000_000, 0.02, 900_000) < 1e-100);
        assert!(tail(1_000_000, 0.02, 20_300) > 1e-6);
    }

    fn burst(first: i32, last: i32, dates: usize) -> Burst {
        Burst {
            first,
            last,
            dates,
            from: 0,
            to: 0,
            longest: 0,
            rows: Vec::new(),
        }
    }

    #[test]
    fn of_windows_that_overlap_the_greatest_is_kept() {
        let kept = apart(vec![
            burst(1, 3, 10),
            burst(2, 4, 12),
            burst(4, 6, 11),
            burst(5, 6, 9),
        ]);
        let firsts: Vec<i32> = kept.iter().map(|burst| burst.first).collect();
        assert_eq!(firsts, [2, 5]);
    }

    const SCAN: Scan = Scan {
        width: 3,
        records: 10,
        dates: 10,
        odds: 1000,
        days: 366,
    };

    fn found(late: &[Entry]) -> Vec<Burst> {
        bursts(late, &Ledger::new(late, Vec::new()), &SCAN)
    }

    fn entered(days: impl Iterator<Item = i32>, recorded: i32) -> Vec<Entry> {
        let entry = |(row, day)| Entry { row, day, recorded };
        days.enumerate().map(entry).collect()
    }

    #[test]
    fn many_days_on_one_day_are_a_burst_and_many_records_of_one_day_are_not() {
        let twenty = found(&entered(0..20, 100));
        assert_eq!(twenty.len(), 1);
        assert_eq!(
            (
                twenty[0].dates,
                twenty[0].from,
                twenty[0].to,
                twenty[0].longest,
                twenty[0].rows.len()
            ),
            (20, 0, 19, 100, 20)
        );
        let sheet = entered(std::iter::repeat_n(5, 40), 100);
        assert!(found(&sheet).is_empty());
        assert!(found(&[]).is_empty());
    }

    #[test]
    fn late_everywhere_is_no_burst() {
        let each_day = |day: i32| entered((day - 60)..(day - 45), day);
        let late: Vec<Entry> = (100..200).flat_map(each_day).collect();
        assert!(found(&late).is_empty());
    }
}
