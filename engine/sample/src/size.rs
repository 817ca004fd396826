//! How many records must be drawn.

use crate::allocate::allocate;
use crate::bound::{Drawn, Openness, excluded};
use crate::odds::{BILLION, binomial_at_most, hypergeometric_at_most, poisson_at_most};
use crate::rate::{Rate, Terms};

/// The size of a sample.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Size {
    /// How many are drawn of each stratum.
    pub strata: Vec<u64>,
    /// The most deviations in the sample with which the rate is still below the tolerable one.
    pub allowed: u64,
    /// Whether everything is drawn.
    pub all: bool,
}

/// The same terms without strata, by three distributions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Compared {
    /// Without putting back, exact for this population.
    pub hypergeometric: u64,
    /// As from an endless population, as audit tables have it.
    pub binomial: u64,
    /// As rare events, as tables of risk factors have it.
    pub poisson: u64,
}

/// The least sample by which a rate at or above the tolerable one would be noticed with the
/// confidence, that bears what is expected, and has at least one record of each stratum.
///
/// If no smaller sample will do, everything is drawn.
#[must_use]
pub fn size(strata: &[u64], terms: Terms) -> Size {
    let all: u64 = strata.iter().sum();
    let too_many = terms.tolerable.at_least_of(all).max(1);
    for allowed in 0..too_many {
        let Some(total) = enough(strata, all, allowed, terms) else {
            break;
        };
        let given = allocate(strata, total);
        let total = given.iter().sum();
        if terms.expected.borne(total, allowed) || total == all {
            return Size {
                all: total == all,
                strata: given,
                allowed: if total == all { too_many - 1 } else { allowed },
            };
        }
    }
    Size {
        strata: strata.to_vec(),
        allowed: too_many - 1,
        all: true,
    }
}

/// The least total that excludes the tolerable rate although so many deviations are seen.
fn enough(strata: &[u64], all: u64, allowed: u64, terms: Terms) -> Option<u64> {
    let risk = terms.confidence.rest();
    let bad = terms.tolerable.at_least_of(all).max(1);
    let alone = least_of(allowed + 1, all, |drawn| {
        hypergeometric_at_most(all, bad, drawn, allowed, risk)
    })?;
    if strata.len() < 2 {
        return Some(alone);
    }
    let fewest = alone.max(u64::try_from(strata.len()).unwrap_or(u64::MAX));
    (fewest..all)
        .find(|total| {
            let given = allocate(strata, *total);
            let drawn = placed(strata, &given, allowed);
            excluded(&drawn, bad, Openness::Closed, risk)
        })
        .or(Some(all))
}

/// The allowed deviations where they say least: in the strata of which the smallest share is drawn.
fn placed(strata: &[u64], given: &[u64], allowed: u64) -> Vec<Drawn> {
    let mut drawn: Vec<Drawn> = strata
        .iter()
        .zip(given)
        .map(|(all, drawn)| Drawn {
            all: *all,
            drawn: *drawn,
            seen: 0,
        })
        .collect();
    let mut order: Vec<usize> = (0..drawn.len()).collect();
    order.sort_by(|a, b| {
        let cross = |x: usize, y: usize| u128::from(given[x]) * u128::from(strata[y]);
        cross(*a, *b).cmp(&cross(*b, *a)).then(a.cmp(b))
    });
    let mut rest = allowed;
    for at in order {
        drawn[at].seen = rest.min(drawn[at].drawn);
        rest -= drawn[at].seen;
    }
    drawn
}

/// The sizes that the distributions ask for when so many deviations are allowed.
#[must_use]
pub fn compared(all: u64, allowed: u64, terms: Terms) -> Compared {
    let risk = terms.confidence.rest();
    let bad = terms.tolerable.at_least_of(all).max(1);
    let rate = u64::from(terms.tolerable.hundredths());
    let most = 1_000_000;
    let first = allowed + 1;
    let poisson = |drawn| poisson_at_most((drawn * rate, u64::from(Rate::WHOLE)), allowed, risk);
    Compared {
        hypergeometric: least_of(first, all, |drawn| {
            hypergeometric_at_most(all, bad, drawn, allowed, risk)
        })
        .unwrap_or(all),
        binomial: least_of(first, most, |drawn| {
            binomial_at_most(
                rate * (BILLION / u64::from(Rate::WHOLE)),
                drawn,
                allowed,
                risk,
            )
        })
        .unwrap_or(most),
        poisson: least_of(first, most, poisson).unwrap_or(most),
    }
}

/// The least of `first..=last` from which on something holds, looked for with growing steps: what
/// is asked of a large number costs more.
fn least_of(first: u64, last: u64, holds: impl Fn(u64) -> bool) -> Option<u64> {
    let (mut below, mut at) = (first.saturating_sub(1), first);
    while !holds(at.min(last)) {
        if at >= last {
            return None;
        }
        below = at;
        at *= 2;
    }
    let mut holds_at = at.min(last);
    while below + 1 < holds_at {
        let middle = below.midpoint(holds_at);
        match holds(middle) {
            true => holds_at = middle,
            false => below = middle,
        }
    }
    Some(holds_at)
}

/// With how many deviations a sample of a given size still excludes the tolerable rate, if with any.
pub(crate) fn borne(strata: &[u64], all: u64, total: u64, terms: Terms) -> Option<u64> {
    let bad = terms.tolerable.at_least_of(all).max(1);
    if total == all {
        return Some(bad - 1);
    }
    let given = allocate(strata, total);
    let risk = terms.confidence.rest();
    let shown = |allowed: u64| {
        let drawn = placed(strata, &given, allowed);
        excluded(&drawn, bad, Openness::Closed, risk)
    };
    (0..bad.min(total))
        .take_while(|allowed| shown(*allowed))
        .last()
}
