//! Exact numbers: money, scores and shares are never binary fractions.

use std::fmt::{Display, Formatter, Result as FmtResult};

const PLACES: usize = 6;
const ONE: i128 = 1_000_000;
/// Beyond this a number is no number of a township; sums of a million of them still fit.
const LARGEST: i128 = 1_000_000_000_000_000_000 * ONE;

/// A number with six decimal places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Decimal(i128);

impl Decimal {
    pub(super) const ZERO: Decimal = Decimal(0);

    /// Reads `350`, `-1.5`, `0.333333`; no other form, and none that would lose a figure.
    pub(super) fn parse(text: &str) -> Option<Decimal> {
        let (sign, figures) = match text.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text),
        };
        let (whole, part) = match figures.split_once('.') {
            Some((_, "")) => return None,
            Some((whole, part)) => (whole, part),
            None => (figures, ""),
        };
        let all_figures = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let fits = !whole.is_empty() && whole.len() <= 18 && part.len() <= PLACES;
        if !fits || !all_figures(whole) || !all_figures(part) {
            return None;
        }
        let whole: i128 = whole.parse().ok()?;
        let part: i128 = format!("{part:0<PLACES$}").parse().ok()?;
        Some(Decimal(sign * (whole * ONE + part)))
    }

    pub(super) fn plus(self, other: Decimal) -> Option<Decimal> {
        let sum = self.0.checked_add(other.0)?;
        (sum.abs() <= LARGEST).then_some(Decimal(sum))
    }

    /// As a whole number, if it is one and not negative.
    pub(super) fn whole(self) -> Option<u64> {
        (self.0 % ONE == 0).then(|| u64::try_from(self.0 / ONE).ok())?
    }

    /// In hundredths, if it is a whole number of them.
    pub(super) fn hundredths(self) -> Option<i64> {
        let hundredth = ONE / 100;
        (self.0 % hundredth == 0).then(|| i64::try_from(self.0 / hundredth).ok())?
    }

    /// How many per cent of another it is, with so many decimal places, towards zero; none of zero.
    pub(super) fn percent_of(self, other: Decimal, places: u32) -> Option<String> {
        let scale = 10_i128.checked_pow(places)?;
        let size = self.0.checked_abs()?.checked_mul(100 * scale)?;
        let share = size.checked_div(other.0.checked_abs()?)?;
        let negative = share != 0 && (self.0 < 0) != (other.0 < 0);
        let sign = if negative { "-" } else { "" };
        let (whole, part) = (share / scale, share % scale);
        Some(match usize::try_from(places).ok()? {
            0 => format!("{sign}{whole}"),
            places => format!("{sign}{whole}.{part:0places$}"),
        })
    }
}

/// Without zeros that say nothing: `85`, `85.5`.
impl Display for Decimal {
    fn fmt(&self, out: &mut Formatter<'_>) -> FmtResult {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, part) = (
            self.0.unsigned_abs() / 1_000_000,
            self.0.unsigned_abs() % 1_000_000,
        );
        let part = format!("{part:06}");
        match part.trim_end_matches('0') {
            "" => write!(out, "{sign}{whole}"),
            part => write!(out, "{sign}{whole}.{part}"),
        }
    }
}
