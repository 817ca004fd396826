//! The four signs, each for all series of a subject together.

use luoshi_plugin_sdk::Input;

use crate::chance::{binomial_at_least, chi_square_above, chi_square_below, poisson_at_least};
use crate::series::{Field, Series};

/// Degrees of freedom that the test of variation needs.
const DEGREES: u64 = 10;
/// Mean that a series needs for the test of variation: below it a count of events is too coarse.
const MEAN: f64 = 5.0;
/// Share of the last digits that would have to be others for all eight to be equally frequent.
const UNEVEN: f64 = 0.15;

/// What a plan sets.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    pub(crate) level: f64,
    figures: usize,
    spread: i64,
    rounded: f64,
    repeats: usize,
    events: bool,
    variation: f64,
}

impl Limits {
    pub(crate) fn of(input: &Input) -> Limits {
        let number = |parameter| input.number(parameter).unsigned_abs() as usize;
        Limits {
            level: input.number("level") as f64 / 1000.0,
            figures: number("figures"),
            spread: input.number("spread"),
            rounded: input.number("rounded") as f64 / 100.0,
            repeats: number("repeats"),
            events: input.flag("events"),
            variation: input.number("variation") as f64 / 100.0,
        }
    }
}

/// What a test found.
#[derive(Debug, Clone)]
pub(crate) struct Sign {
    pub(crate) what: What,
    /// How likely so strong a sign is in figures that were counted.
    pub(crate) chance: f64,
    /// Whether it is strong enough to be worth a question.
    pub(crate) matters: bool,
    /// Figures, or pairs of figures, that were looked at.
    pub(crate) looked_at: usize,
    /// The rows of `evidence` that show it, by duty.
    pub(crate) rows: Vec<(String, usize)>,
}

/// The four signs, with the figures that tell of them.
#[derive(Debug, Clone)]
pub(crate) enum What {
    /// Figures that end in 0 or 5, and in 0.
    Rounded { fives: usize, tens: usize },
    /// The most frequent last digit but 0 and 5, how often it comes, and how often it would if all were equal.
    Digits {
        digit: usize,
        times: usize,
        fair: f64,
    },
    /// How often a figure is that of the time before, and how often chance would have it, at most.
    Repeated { times: usize, expected: f64 },
    /// The variance as a share of that of events that happen one by one.
    Steady { share: f64 },
}

/// Every test that the figures of a subject are enough for.
pub(crate) fn signs(series: &[&Series<'_>], limits: &Limits) -> Vec<Sign> {
    let wide = series
        .iter()
        .copied()
        .filter_map(|one| Some((one, one.usual_step()?)));
    let wide: Vec<(&Series<'_>, i64)> = wide.filter(|(_, step)| *step >= limits.spread).collect();
    let found = [
        rounded(&wide, limits),
        digits(&wide, limits),
        repeated(&wide, limits),
        steady(series, limits),
    ];
    found.into_iter().flatten().collect()
}

/// Too many quantities that end in 0 or 5. Sums of money do so for good reasons, and are left out.
fn rounded(wide: &[(&Series<'_>, i64)], limits: &Limits) -> Option<Sign> {
    let counted = wide.iter().filter(|(one, _)| one.field == Field::Quantity);
    let figures = counted.flat_map(|(one, _)| one.reported().map(|figure| (*one, figure)));
    let (mut all, mut tens, mut rows) = (0, 0, Vec::new());
    for (one, figure) in figures {
        all += 1;
        if one.units(figure) % 5 == 0 {
            tens += usize::from(one.units(figure) % 10 == 0);
            rows.push((one.duty.to_owned(), figure.row));
        }
    }
    let fives = rows.len();
    (all >= limits.figures).then(|| Sign {
        what: What::Rounded { fives, tens },
        chance: binomial_at_least(fives as u64, all as u64, 0.2),
        matters: fives as f64 >= limits.rounded * all as f64,
        looked_at: all,
        rows,
    })
}

/// Last digits that are not equally frequent: chi-square with seven degrees of freedom.
///
/// Figures that end in 0 or 5 are left out: people round for many reasons, money and hours above all, and
/// what rounding says is said by its own test.
fn digits(wide: &[(&Series<'_>, i64)], limits: &Limits) -> Option<Sign> {
    let mut by_digit: [Vec<(String, usize)>; 10] = Default::default();
    for (one, _) in wide {
        for figure in one.reported().filter(|figure| one.units(figure) % 5 != 0) {
            let digit = usize::try_from(one.units(figure) % 10).unwrap_or(0);
            by_digit[digit].push((one.duty.to_owned(), figure.row));
        }
    }
    let all: usize = by_digit.iter().map(Vec::len).sum();
    if all < limits.figures {
        return None;
    }
    let expected = all as f64 / 8.0;
    let off = [1, 2, 3, 4, 6, 7, 8, 9].map(|digit: usize| by_digit[digit].len() as f64 - expected);
    let squares: f64 = off.iter().map(|off| off * off / expected).sum();
    let moved: f64 = off.iter().map(|off| off.max(0.0)).sum();
    // Of equally frequent digits the smallest.
    let by_digit = by_digit.into_iter().enumerate().rev();
    let (digit, rows) = by_digit.max_by_key(|(_, rows)| rows.len())?;
    Some(Sign {
        what: What::Digits {
            digit,
            times: rows.len(),
            fair: expected,
        },
        chance: chi_square_above(squares, 7),
        matters: moved >= UNEVEN * all as f64,
        looked_at: all,
        rows,
    })
}

/// Too many figures that are those of the time before.
///
/// Where a figure usually differs from the one before it by `step`, the chance that it does not differ at all is
/// below one in `2 · step`: differences have their peak at zero, and for any of the usual shapes (normal, even,
/// exponential, Cauchy) it is about a third of one in `step`. The sum of such chances bounds a Poisson
/// distribution (Hoeffding 1956). Figures that end in 0 or 5 meet more often, and do not count.
fn repeated(wide: &[(&Series<'_>, i64)], limits: &Limits) -> Option<Sign> {
    let (mut pairs, mut expected, mut times, mut rows) = (0, 0.0, 0, Vec::new());
    for (one, step) in wide {
        for (before, after) in one.steps() {
            pairs += 1;
            expected += 0.5 / *step as f64;
            if before.value == after.value && one.units(after) % 5 != 0 {
                times += 1;
                rows.extend([before.row, after.row].map(|row| (one.duty.to_owned(), row)));
            }
        }
    }
    rows.sort_unstable();
    rows.dedup();
    (pairs > 0).then(|| Sign {
        what: What::Repeated { times, expected },
        chance: poisson_at_least(times as u64, expected),
        matters: times >= limits.repeats,
        looked_at: pairs,
        rows,
    })
}

/// Counts of events that vary less than events do: Fisher's index of dispersion, its lower tail.
fn steady(series: &[&Series<'_>], limits: &Limits) -> Option<Sign> {
    let (mut squares, mut degrees, mut rows) = (0.0, 0, Vec::new());
    for one in series.iter().filter(|_| limits.events) {
        if let Some(index) = dispersion(one) {
            squares += index;
            degrees += one.figures.len() as u64 - 1;
            rows.extend(one.figures.iter().map(|f| (one.duty.to_owned(), f.row)));
        }
    }
    let share = squares / degrees as f64;
    (degrees >= DEGREES).then(|| Sign {
        what: What::Steady { share },
        chance: chi_square_below(squares, degrees),
        matters: share <= limits.variation,
        looked_at: rows.len(),
        rows,
    })
}

/// The sum of squares against the mean, if the series counts whole events, enough of them, and is not fixed.
fn dispersion(one: &Series<'_>) -> Option<f64> {
    let whole = one.figures.iter().all(|figure| figure.value % 100 == 0);
    if one.field == Field::Amount || !whole || !one.is_long() || one.is_fixed() {
        return None;
    }
    let counts = || one.figures.iter().map(|figure| (figure.value / 100) as f64);
    let mean = counts().sum::<f64>() / one.figures.len() as f64;
    let squares: f64 = counts().map(|count| (count - mean) * (count - mean)).sum();
    (mean >= MEAN).then(|| squares / mean)
}
