//! How likely counts are under a fair rota. Only `+ - * /`, so that every machine agrees on each bit.

/// Weights smaller than this share of the largest are left out.
const NEGLIGIBLE: f64 = 1e-30;

/// How likely each count is: the sum of draws that do not depend on each other.
#[derive(Debug, Clone)]
pub(crate) struct Counts {
    /// The count that the first weight is for.
    least: u64,
    /// They sum up to one.
    weights: Vec<f64>,
}

impl Counts {
    /// Nothing drawn: zero, for certain.
    pub(crate) fn nothing() -> Counts {
        Counts {
            least: 0,
            weights: vec![1.0],
        }
    }

    /// How many marked ones are among `drawn` of `all`, `marked` of which are marked: the hypergeometric distribution.
    ///
    /// Each weight follows from its neighbour by a ratio of whole numbers, beginning with the most
    /// likely count, so that nothing overflows and small tails stay exact.
    pub(crate) fn hypergeometric(all: u64, marked: u64, drawn: u64) -> Counts {
        let plain = all - marked;
        let (low, high) = (drawn.saturating_sub(plain), drawn.min(marked));
        let mode = ((drawn + 1) * (marked + 1) / (all + 2)).clamp(low, high);
        // The weight of k + 1 against that of k.
        let up = |k: u64| {
            let more = (marked - k) as f64 * (drawn - k) as f64;
            more / ((k + 1) as f64 * (plain + k + 1 - drawn) as f64)
        };
        let mut below = outward((low..mode).rev().map(|k| 1.0 / up(k)));
        let above = outward((mode..high).map(up));
        let least = mode - below.len() as u64;
        below.reverse();
        below.push(1.0);
        below.extend(above);
        Counts {
            least,
            weights: below,
        }
        .scaled()
    }

    /// The sum of this count and another.
    pub(crate) fn plus(&self, other: &Counts) -> Counts {
        let mut weights = vec![0.0; self.weights.len() + other.weights.len() - 1];
        for (i, a) in self.weights.iter().enumerate() {
            for (j, b) in other.weights.iter().enumerate() {
                weights[i + j] += a * b;
            }
        }
        let most = weights.iter().copied().fold(0.0, f64::max);
        let small = |w: &f64| *w < most * NEGLIGIBLE;
        let front = weights.iter().take_while(|w| small(w)).count();
        let back = weights.iter().rev().take_while(|w| small(w)).count();
        weights.truncate(weights.len() - back);
        weights.drain(..front);
        Counts {
            least: self.least + other.least + front as u64,
            weights,
        }
        .scaled()
    }

    /// How likely a count of at least so many is.
    pub(crate) fn at_least(&self, count: u64) -> f64 {
        let skipped = usize::try_from(count.saturating_sub(self.least)).unwrap_or(usize::MAX);
        // From the small weights to the large ones, which loses least.
        self.weights.iter().skip(skipped).rev().sum()
    }

    /// How likely a count of at most so many is.
    pub(crate) fn at_most(&self, count: u64) -> f64 {
        let Some(last) = count.checked_sub(self.least) else {
            return 0.0;
        };
        let taken = usize::try_from(last).map_or(usize::MAX, |last| last.saturating_add(1));
        self.weights.iter().take(taken).sum()
    }

    /// How likely the largest count is.
    pub(crate) fn of_the_most(&self) -> f64 {
        self.weights.last().copied().unwrap_or(1.0)
    }

    /// How likely the smallest count is.
    pub(crate) fn of_the_least(&self) -> f64 {
        self.weights.first().copied().unwrap_or(1.0)
    }

    fn scaled(mut self) -> Counts {
        let sum: f64 = self.weights.iter().sum();
        self.weights.iter_mut().for_each(|weight| *weight /= sum);
        self
    }
}

/// Weights away from the most likely count, whose weight is one, until they no longer matter.
fn outward(ratios: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut weight = 1.0;
    let weights = ratios.map(|ratio| {
        weight *= ratio;
        weight
    });
    weights.take_while(|weight| *weight > NEGLIGIBLE).collect()
}

#[cfg(test)]
mod tests {
    use super::Counts;

    #[track_caller]
    fn near(found: f64, known: f64) {
        assert!(
            (found / known - 1.0).abs() < 1e-12,
            "{found} is not {known}"
        );
    }

    /// By exact fractions: `sum(comb(8, k) * comb(12, 6 - k) for k in ...) / comb(20, 6)` in Python.
    #[test]
    fn tails_are_those_of_exact_fractions() {
        let counts = Counts::hypergeometric(20, 8, 6);
        near(counts.at_least(5), 700.0 / 38760.0);
        near(counts.at_most(0), 924.0 / 38760.0);
        near(counts.at_least(0), 1.0);
        assert_eq!(counts.at_least(7), 0.0);
        let both = counts.plus(&Counts::hypergeometric(20, 8, 6));
        near(both.at_most(0), (924.0 / 38760.0) * (924.0 / 38760.0));
        near(both.of_the_most(), (28.0 / 38760.0) * (28.0 / 38760.0));
    }

    /// The lady tasting tea (Fisher 1935): all four of eight cups are guessed once in seventy.
    #[test]
    fn the_lady_tastes_her_tea() {
        near(Counts::hypergeometric(8, 4, 4).of_the_most(), 1.0 / 70.0);
        near(Counts::hypergeometric(8, 4, 4).at_least(3), 17.0 / 70.0);
    }

    #[test]
    fn a_draw_of_all_is_certain() {
        let counts = Counts::hypergeometric(9, 4, 9);
        near(counts.at_least(4), 1.0);
        near(counts.at_most(4), 1.0);
        assert_eq!(counts.at_most(3), 0.0);
    }

    #[test]
    fn large_draws_neither_overflow_nor_lose_their_sum() {
        let counts = Counts::hypergeometric(2_000_000, 600_000, 100_000);
        near(counts.at_most(30_000) + counts.at_least(30_001), 1.0);
        assert!(counts.at_least(31_000) < 1e-10);
    }
}
