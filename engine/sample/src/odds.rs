//! Odds in whole numbers: whether a tail is at most a rate, decided exactly.

use num_bigint::BigUint;

use crate::rate::Rate;

/// The parts into which a rate of the binomial is divided.
pub(crate) const BILLION: u64 = 1_000_000_000;

/// Whether at most `seen` of `drawn` deviate with odds of at most `risk`, where `bad` of `all`
/// deviate and the draw is without putting back.
#[must_use]
pub fn hypergeometric_at_most(all: u64, bad: u64, drawn: u64, seen: u64, risk: Rate) -> bool {
    let risk = (u64::from(risk.hundredths()), u64::from(Rate::WHOLE));
    hypergeometric_tail([all, bad, drawn, seen], risk)
}

/// The same for odds of `risk.0` in `risk.1`: of `all`, `bad` deviate, `drawn` are drawn, `seen` are seen.
#[must_use]
pub fn hypergeometric_tail([all, bad, drawn, seen]: [u64; 4], risk: (u64, u64)) -> bool {
    let good = all - bad;
    // Fewer deviations than this cannot be drawn.
    let first = drawn.saturating_sub(good);
    let last = seen.min(bad).min(drawn);
    let mut sum = BigUint::ZERO;
    if first <= last {
        let mut term = choose(bad, first) * choose(good, drawn - first);
        sum += &term;
        for hit in first..last {
            term *= (bad - hit) * (drawn - hit);
            // Both factors are below 2^32 in any ledger; their product fits.
            term /= (hit + 1) * (good + hit + 1 - drawn);
            sum += &term;
        }
    }
    sum * risk.1 <= choose(all, drawn) * risk.0
}

/// Whether at most `seen` of `drawn` deviate with odds of at most `risk`, where each deviates with
/// odds of `rate` billionths.
#[must_use]
pub fn binomial_at_most(rate: u64, drawn: u64, seen: u64, risk: Rate) -> bool {
    let (hit, miss) = (rate.min(BILLION), BILLION - rate.min(BILLION));
    if miss == 0 {
        return seen < drawn;
    }
    let times = u32::try_from(drawn).unwrap_or(u32::MAX);
    let mut term = BigUint::from(miss).pow(times);
    let mut sum = term.clone();
    for count in 0..seen.min(drawn) {
        term *= hit;
        term *= drawn - count;
        term /= miss;
        term /= count + 1;
        sum += &term;
    }
    not_above(sum, BigUint::from(BILLION).pow(times), risk)
}

/// Whether at most `seen` happen with odds of at most `risk`, where `mean.0 / mean.1` are to be
/// expected. Powers of e are bounded on the safe side: `true` is always right.
#[must_use]
pub fn poisson_at_most(mean: (u64, u64), seen: u64, risk: Rate) -> bool {
    let (over, under) = mean;
    let one = BigUint::from(1u8) << 256u32;
    // The tail divided by e^-mean from above, e^mean from below.
    let (mut above, mut tail) = (one.clone(), BigUint::ZERO);
    let (mut below, mut power) = (one, BigUint::ZERO);
    let mut count = 0;
    while below != BigUint::ZERO {
        power += &below;
        if count <= seen {
            tail += &above;
        }
        count += 1;
        below = below * over / (under * count);
        above = above * over / (under * count) + 1u8;
    }
    tail * Rate::WHOLE <= power * risk.hundredths()
}

/// How many ways there are to choose `some` of `all`.
fn choose(all: u64, some: u64) -> BigUint {
    let some = some.min(all - some);
    let mut ways = BigUint::from(1u8);
    for step in 0..some {
        ways *= all - step;
        ways /= step + 1;
    }
    ways
}

fn not_above(part: BigUint, all: BigUint, risk: Rate) -> bool {
    part * Rate::WHOLE <= all * risk.hundredths()
}

#[cfg(test)]
mod tests {
    use super::{choose, hypergeometric_at_most};
    use crate::rate::Rate;

    #[test]
    fn ways_are_counted() {
        assert_eq!(choose(5, 2), 10u8.into());
        assert_eq!(choose(0, 0), 1u8.into());
        assert_eq!(choose(52, 47), 2_598_960u32.into());
    }

    /// Two of four deviate, two are drawn: none in 1 of 6, at most one in 5 of 6.
    #[test]
    fn a_small_tail_is_exact() {
        let risk = |hundredths| Rate::of(hundredths).unwrap();
        assert!(!hypergeometric_at_most(4, 2, 2, 0, risk(1_666)));
        assert!(hypergeometric_at_most(4, 2, 2, 0, risk(1_667)));
        assert!(!hypergeometric_at_most(4, 2, 2, 1, risk(8_333)));
        assert!(hypergeometric_at_most(4, 2, 2, 1, risk(8_334)));
        // Three of four deviate and two are drawn: one at least.
        assert!(hypergeometric_at_most(4, 3, 2, 0, risk(0)));
    }
}
