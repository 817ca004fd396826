//! The most and the fewest deviations that a result is compatible with.
//!
//! One stratum of a closed population: exact, by the hypergeometric distribution. Several: the
//! deviations in the sample are a sum of independent trials, whose tail is at most that of the
//! binomial with the same mean (Hoeffding 1956); where none was found, the worst way to spread the
//! deviations is known and its odds are computed. `SAMPLING.md` gives the argument.

use crate::odds::{BILLION, binomial_at_most, hypergeometric_at_most};
use crate::rate::Rate;

/// What was drawn from a stratum and what was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Drawn {
    /// How many there are.
    pub all: u64,
    /// How many were drawn.
    pub drawn: u64,
    /// How many of those deviate.
    pub seen: u64,
}

/// Whether the population is what the ledger holds, or whatever is done as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Openness {
    /// These records and no others: hypergeometric.
    Closed,
    /// A practice that goes on, of which these records are a part: binomial.
    Open,
}

/// An open population is laid out in at least this many parts.
const FINE: u64 = 1_000_000;

/// The most deviations that are not excluded at a risk, and of how many.
#[must_use]
pub fn most(strata: &[Drawn], openness: Openness, risk: Rate) -> (u64, u64) {
    let strata = laid_out(strata, openness);
    let sum = |of: fn(&Drawn) -> u64| strata.iter().map(of).sum::<u64>();
    let all = sum(|s| s.all);
    // Invariant: `kept` is not excluded, `gone` is, or is more than there can be.
    let mut kept = sum(|s| s.seen);
    let mut gone = all - sum(|s| s.drawn - s.seen) + 1;
    while kept + 1 < gone {
        let middle = kept.midpoint(gone);
        match excluded(&strata, middle, openness, risk) {
            true => gone = middle,
            false => kept = middle,
        }
    }
    (kept, all)
}

/// The fewest deviations that are not excluded at a risk, and of how many: what is not the most
/// good ones.
#[must_use]
pub fn least(strata: &[Drawn], openness: Openness, risk: Rate) -> (u64, u64) {
    let good = |s: &Drawn| Drawn {
        seen: s.drawn - s.seen,
        ..*s
    };
    let (most, all) = most(&strata.iter().map(good).collect::<Vec<_>>(), openness, risk);
    (all - most, all)
}

/// Whether so many deviations would leave as few in the sample with odds of at most the risk,
/// however they are spread.
pub(crate) fn excluded(strata: &[Drawn], bad: u64, openness: Openness, risk: Rate) -> bool {
    let drawn: u64 = strata.iter().map(|s| s.drawn).sum();
    let seen: u64 = strata.iter().map(|s| s.seen).sum();
    match (strata, openness) {
        ([], _) => false,
        ([one], Openness::Closed) => hypergeometric_at_most(one.all, bad, drawn, seen, risk),
        ([one], Openness::Open) => binomial_at_most(part(bad, one.all), drawn, seen, risk),
        (_, Openness::Closed) if seen == 0 => none_seen(strata, bad, risk),
        _ => pooled(strata, (drawn, seen), bad, risk),
    }
}

/// Deviations so spread that the sample is expected to hold the fewest of them: where the smallest
/// share was drawn, first. What was found stays where it was found.
fn pooled(strata: &[Drawn], (drawn, seen): (u64, u64), bad: u64, risk: Rate) -> bool {
    let mut order: Vec<&Drawn> = strata.iter().collect();
    order.sort_by_key(|s| (part(s.drawn, s.all), s.all));
    let mut rest = bad.saturating_sub(seen);
    let mut mean = 0;
    for stratum in order {
        let room = stratum.all - stratum.drawn;
        let here = stratum.seen + rest.min(room);
        rest -= rest.min(room);
        let share = u128::from(stratum.drawn) * u128::from(here) * u128::from(BILLION);
        mean += u64::try_from(share / u128::from(stratum.all)).unwrap_or(0);
    }
    // The inequality holds from one above what was seen.
    mean >= (seen + 1) * BILLION && binomial_at_most(mean / drawn, drawn, seen, risk)
}

/// A fraction of one: 2^96 parts, so that a product with a count still fits.
const ONE: u128 = 1 << 96;

/// None was seen: each deviation goes to where it lowers the odds of that least, which is the
/// worst way, as the odds of each stratum fall ever faster. Rounded up at each step.
fn none_seen(strata: &[Drawn], bad: u64, risk: Rate) -> bool {
    let mut left: Vec<u64> = strata.iter().map(|s| s.all).collect();
    let mut odds = ONE;
    for _ in 0..bad {
        let loss = |at: &usize| (strata[*at].drawn, left[*at]);
        let best = (0..strata.len()).min_by(|a, b| {
            let ((a, of_a), (b, of_b)) = (loss(a), loss(b));
            (u128::from(a) * u128::from(of_b)).cmp(&(u128::from(b) * u128::from(of_a)))
        });
        let Some(best) = best else { return false };
        let (drawn, of) = (strata[best].drawn, left[best]);
        if of <= drawn {
            // All that were not drawn deviate already.
            return true;
        }
        odds = (odds * u128::from(of - drawn)).div_ceil(u128::from(of));
        left[best] -= 1;
        if odds * u128::from(Rate::WHOLE) <= ONE * u128::from(risk.hundredths()) {
            return true;
        }
    }
    false
}

/// An open population as a closed one so large that what is drawn does not change it.
fn laid_out(strata: &[Drawn], openness: Openness) -> Vec<Drawn> {
    let all: u64 = strata.iter().map(|s| s.all).sum();
    let times = match openness {
        Openness::Closed => 1,
        Openness::Open => FINE.div_ceil(all.max(1)).max(2),
    };
    let larger = |s: &Drawn| Drawn {
        all: s.all * times,
        ..*s
    };
    strata.iter().map(larger).collect()
}

/// In billionths, rounded down.
fn part(some: u64, all: u64) -> u64 {
    let part = u128::from(some) * u128::from(BILLION) / u128::from(all.max(1));
    u64::try_from(part).unwrap_or(BILLION)
}
