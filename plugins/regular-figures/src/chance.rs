//! Tails of distributions. Only `+ - * /` and `sqrt`, so that every machine agrees on each bit.

/// Terms smaller than this share of the sum are left out.
const NEGLIGIBLE: f64 = 1e-17;

/// How likely at least `count` of `all` hits are, each with the chance `hit`: the binomial distribution.
///
/// Each weight follows from its neighbour, beginning with the most likely count, so that nothing overflows.
pub(crate) fn binomial_at_least(count: u64, all: u64, hit: f64) -> f64 {
    let odds = hit / (1.0 - hit);
    let up = |k: u64| (all - k) as f64 / (k + 1) as f64 * odds;
    let mode = ((all + 1) as f64 * hit) as u64;
    let (mut tail, mut sum) = (0.0, 0.0);
    let mut weigh = |k: u64, weight: f64| {
        sum += weight;
        if k >= count {
            tail += weight;
        }
        weight > 1e-300
    };
    let mut weight = 1.0;
    let mut k = mode.min(all);
    while weigh(k, weight) && k < all {
        weight *= up(k);
        k += 1;
    }
    (weight, k) = (1.0, mode.min(all));
    while k > 0 {
        k -= 1;
        weight /= up(k);
        if !weigh(k, weight) {
            break;
        }
    }
    tail / sum
}

/// How likely at least `count` events are where `mean` are expected: the Poisson distribution.
pub(crate) fn poisson_at_least(count: u64, mean: f64) -> f64 {
    if count == 0 {
        return 1.0;
    }
    // The distributions of Poisson and of chi-square are two views of the same sum.
    chi_square_below(2.0 * mean, 2 * count)
}

/// How likely a chi-square of so many degrees of freedom is below `value`.
pub(crate) fn chi_square_below(value: f64, degrees: u64) -> f64 {
    if value <= 0.0 {
        return 0.0;
    }
    let (half, shape) = (value / 2.0, degrees as f64 / 2.0);
    if half > shape + 1.0 {
        return 1.0 - above_by_fraction(half, degrees);
    }
    below_by_series(half, degrees)
}

/// How likely a chi-square of so many degrees of freedom is above `value`.
pub(crate) fn chi_square_above(value: f64, degrees: u64) -> f64 {
    let (half, shape) = (value.max(0.0) / 2.0, degrees as f64 / 2.0);
    if half > shape + 1.0 {
        return above_by_fraction(half, degrees);
    }
    1.0 - below_by_series(half, degrees)
}

/// The incomplete gamma function by its series (Abramowitz and Stegun 6.5.29): all terms are positive.
fn below_by_series(half: f64, degrees: u64) -> f64 {
    let mut shape = degrees as f64 / 2.0;
    let (mut term, mut sum) = (1.0, 1.0);
    while term > NEGLIGIBLE * sum {
        shape += 1.0;
        term *= half / shape;
        sum += term;
    }
    (front(half, degrees) * sum).min(1.0)
}

/// Its complement by the continued fraction (Abramowitz and Stegun 6.5.31), worked out by Lentz's method.
fn above_by_fraction(half: f64, degrees: u64) -> f64 {
    let shape = degrees as f64 / 2.0;
    let mut b = half + 1.0 - shape;
    let mut c = 1e300;
    let mut d = 1.0 / b;
    let mut product = d;
    let mut i = 0.0;
    // It needs about as many steps as the root of `half`; the bound only makes sure that it ends.
    for _ in 0..100_000 {
        i += 1.0;
        let a = i * (shape - i);
        b += 2.0;
        d = 1.0 / (a * d + b);
        c = b + a / c;
        product *= c * d;
        if (c * d - 1.0).abs() < 1e-15 {
            break;
        }
    }
    (front(half, degrees) * shape * product).min(1.0)
}

/// `half^shape · e^-half / Γ(shape + 1)` with `shape` = `degrees` / 2.
///
/// It multiplies by a factor for each whole step of the shape, and takes off a piece of the exponent
/// whenever the product grows, so that nothing overflows.
fn front(half: f64, degrees: u64) -> f64 {
    /// Γ(3/2) = √π / 2, in Abramowitz and Stegun 6.1.9.
    const GAMMA_OF_THREE_HALVES: f64 = 0.886_226_925_452_758;
    const PIECE: f64 = 50.0;
    let odd = degrees % 2 == 1;
    let (mut product, mut step) = if odd {
        (half.sqrt() / GAMMA_OF_THREE_HALVES, 0.5)
    } else {
        (1.0, 0.0)
    };
    let mut left = half;
    for _ in 0..degrees / 2 {
        step += 1.0;
        product *= half / step;
        if product > 1e100 && left > PIECE {
            product *= exp_minus(PIECE);
            left -= PIECE;
        }
    }
    while left > PIECE && product > 0.0 {
        product *= exp_minus(PIECE);
        left -= PIECE;
    }
    product * exp_minus(left)
}

/// `e^-x` for an `x` from 0 to some hundreds: the power series of a small part of it, squared up again.
fn exp_minus(x: f64) -> f64 {
    let (mut part, mut halvings) = (x, 0);
    while part > 0.5 {
        part /= 2.0;
        halvings += 1;
    }
    let (mut term, mut sum, mut n) = (1.0, 1.0, 0.0);
    while term > NEGLIGIBLE {
        n += 1.0;
        term *= part / n;
        sum += term;
    }
    let mut power = 1.0 / sum;
    for _ in 0..halvings {
        power *= power;
    }
    power
}

/// The probabilities that so many tests at once would give, by Holm's method: the least is multiplied
/// by the number of tests, the next by one less, and none is below the one before it.
pub(crate) fn holm(chances: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..chances.len()).collect();
    order.sort_by(|a, b| chances[*a].total_cmp(&chances[*b]).then(a.cmp(b)));
    let mut adjusted = vec![1.0; chances.len()];
    let mut before = 0.0_f64;
    for (rank, at) in order.into_iter().enumerate() {
        let times = (chances.len() - rank) as f64;
        before = before.max((times * chances[at]).min(1.0));
        adjusted[at] = before;
    }
    adjusted
}

#[cfg(test)]
mod tests {
    use super::poisson_at_least;
    use super::{binomial_at_least, chi_square_above, chi_square_below, exp_minus, holm};

    #[track_caller]
    fn near(found: f64, known: f64, within: f64) {
        assert!(
            (found / known - 1.0).abs() < within,
            "{found} is not {known}"
        );
    }

    /// Critical values of NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.4, to three decimals.
    #[test]
    fn published_critical_values_of_chi_square_are_met() {
        for (degrees, level, value) in [
            (1, 0.05, 3.841),
            (1, 0.001, 10.828),
            (7, 0.01, 18.475),
            (9, 0.1, 14.684),
            (9, 0.05, 16.919),
            (9, 0.01, 21.666),
            (9, 0.001, 27.877),
            (50, 0.05, 67.505),
            (100, 0.001, 149.449),
        ] {
            near(chi_square_above(value, degrees), level, 5e-4);
        }
        for (degrees, level, value) in [
            (9, 0.1, 4.168),
            (9, 0.05, 3.325),
            (9, 0.01, 2.088),
            (9, 0.001, 1.152),
            (11, 0.01, 3.053),
            (50, 0.001, 24.674),
            (100, 0.01, 70.065),
        ] {
            near(chi_square_below(value, degrees), level, 2e-3);
        }
    }

    /// Computed with forty digits by `mpmath.gammainc`.
    #[test]
    fn tails_of_chi_square_are_exact_far_out() {
        for (degrees, value, above) in [
            (9, 80.0, 1.616_131_415_653_460_3e-13),
            (9, 300.0, 2.610_277_347_207_023_7e-59),
            (9, 30.0, 4.387_217_709_794_795e-4),
            (9, 8.0, 0.534_146_216_909_691_3),
            (1, 3.0, 0.083_264_516_663_550_4),
        ] {
            near(chi_square_above(value, degrees), above, 1e-12);
        }
        for (degrees, value, below) in [
            (9, 0.5, 3.043_374_116_107_927_6e-5),
            (11, 2.0, 0.001_504_118_282_583_803_8),
            (300, 100.0, 3.530_612_225_414_8e-30),
            (6000, 5000.0, 1.736_840_830_334_498_9e-22),
            (9, 9.0, 0.562_725_811_086_133),
            (601, 700.0, 0.996_845_026_439_365_7),
        ] {
            near(chi_square_below(value, degrees), below, 1e-11);
        }
    }

    /// By exact fractions, `sum(comb(n, i) * p**i * (1 - p)**(n - i))`, in Python.
    #[test]
    fn tails_of_the_binomial_distribution_are_exact() {
        near(
            binomial_at_least(20, 48, 0.2),
            5.004_504_394_460_263e-4,
            1e-12,
        );
        near(binomial_at_least(40, 40, 0.2), 1.099_511_627_776e-28, 1e-12);
        near(binomial_at_least(0, 10, 0.2), 1.0, 1e-12);
        near(
            binomial_at_least(300, 1000, 0.2),
            3.811_044_687_488_596e-14,
            1e-12,
        );
        near(
            binomial_at_least(9, 40, 0.2),
            0.406_872_869_851_609_75,
            1e-12,
        );
    }

    /// Computed with forty digits by `mpmath`.
    #[test]
    fn tails_of_the_poisson_distribution_are_exact() {
        near(poisson_at_least(3, 0.3), 0.003_599_493_183_089_47, 1e-12);
        near(poisson_at_least(10, 2.5), 2.773_520_946_208_360_6e-4, 1e-12);
        near(poisson_at_least(1, 0.01), 0.009_950_166_250_831_947, 1e-12);
        near(poisson_at_least(50, 60.0), 0.915_593_318_906_308_2, 1e-12);
        near(poisson_at_least(0, 60.0), 1.0, 1e-12);
    }

    #[test]
    fn the_exponential_is_that_of_the_tables() {
        near(exp_minus(0.3), 0.740_818_220_681_717_9, 1e-15);
        near(exp_minus(50.0), 1.928_749_847_963_917_8e-22, 1e-13);
        near(exp_minus(700.0), 9.859_676_543_759_77e-305, 1e-12);
    }

    #[test]
    fn holm_multiplies_by_the_tests_that_are_left() {
        let adjusted = holm(&[0.01, 0.5, 0.02]);
        near(adjusted[0], 0.03, 1e-12);
        near(adjusted[2], 0.04, 1e-12);
        near(adjusted[1], 0.5, 1e-12);
    }
}
