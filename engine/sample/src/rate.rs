//! Rates as whole hundredths of a percent, and the terms of a sample.

use std::fmt;
use std::str::FromStr;

/// Hundredths of a percent, from 0 to 10,000.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rate(u32);

impl Rate {
    /// All of it, in hundredths of a percent.
    pub const WHOLE: u32 = 10_000;

    /// 5 %: the risk that a confidence of 95 % leaves.
    pub const FIVE_PERCENT: Rate = Rate(500);

    /// A rate; none above 100 %.
    #[must_use]
    pub fn of(hundredths: u32) -> Option<Rate> {
        (hundredths <= Rate::WHOLE).then_some(Rate(hundredths))
    }

    /// In hundredths of a percent.
    #[must_use]
    pub fn hundredths(self) -> u32 {
        self.0
    }

    /// What is left of the whole: the risk that a confidence leaves.
    #[must_use]
    pub fn rest(self) -> Rate {
        Rate(Rate::WHOLE - self.0)
    }

    /// The least count of so many that is not below the rate.
    #[must_use]
    pub fn at_least_of(self, all: u64) -> u64 {
        (all * u64::from(self.0)).div_ceil(u64::from(Rate::WHOLE))
    }

    /// The part as a rate, rounded up: for upper bounds.
    #[must_use]
    pub fn up(part: u64, all: u64) -> Rate {
        Rate::clipped((part * u64::from(Rate::WHOLE)).div_ceil(all.max(1)))
    }

    /// The part as a rate, rounded down: for lower bounds.
    #[must_use]
    pub fn down(part: u64, all: u64) -> Rate {
        Rate::clipped(part * u64::from(Rate::WHOLE) / all.max(1))
    }

    pub(crate) fn clipped(hundredths: u64) -> Rate {
        Rate(u32::try_from(hundredths).map_or(Rate::WHOLE, |h| h.min(Rate::WHOLE)))
    }
}

impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0 / 100, self.0 % 100) {
            (whole, 0) => write!(f, "{whole}%"),
            (whole, part) if part % 10 == 0 => write!(f, "{whole}.{}%", part / 10),
            (whole, part) => write!(f, "{whole}.{part:02}%"),
        }
    }
}

impl FromStr for Rate {
    type Err = ();

    /// `5%`, `5`, `0.25%`: percent, at most two places.
    fn from_str(text: &str) -> Result<Rate, ()> {
        let text = text.trim();
        let text = text.strip_suffix(['%', '％']).unwrap_or(text);
        let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
        if !digits(whole) || !digits(part) || whole.len() > 3 || part.len() > 2 {
            return Err(());
        }
        let number = |t: &str| t.parse::<u32>().map_err(drop);
        let part = number(part)? * if part.len() == 1 { 10 } else { 1 };
        Rate::of(number(whole)? * 100 + part).ok_or(())
    }
}

/// How many deviations a sample must be able to bear.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// A share of whatever is drawn.
    Rate(Rate),
    /// So many.
    Count(u64),
}

impl Expected {
    /// Whether a sample of `size` that bears `allowed` deviations bears what is expected.
    pub(crate) fn borne(self, size: u64, allowed: u64) -> bool {
        match self {
            Expected::Rate(rate) => rate.at_least_of(size) <= allowed,
            Expected::Count(count) => count <= allowed,
        }
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Expected::Rate(rate) => rate.fmt(f),
            Expected::Count(count) => count.fmt(f),
        }
    }
}

/// What a sample must be able to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terms {
    /// How seldom it may be wrong to say that the rate is below the tolerable one: the rest of it.
    pub confidence: Rate,
    /// The rate of deviations from which on the evidence is not relied on.
    pub tolerable: Rate,
    /// The deviations that the sample must be able to bear.
    pub expected: Expected,
}

#[cfg(test)]
mod tests {
    use super::Rate;

    #[test]
    fn rates_are_read_and_shown_alike() {
        for (text, hundredths) in [
            ("5%", 500),
            ("0.25%", 25),
            ("99.5%", 9_950),
            ("0%", 0),
            ("100%", 10_000),
        ] {
            let rate: Rate = text.parse().unwrap();
            assert_eq!(
                (rate.hundredths(), rate.to_string().as_str()),
                (hundredths, text)
            );
        }
        assert_eq!(" 5.5 ％".replace(' ', "").parse(), Ok(Rate(550)));
        for wrong in ["", "%", "-1%", "101%", "0.001%", "1e2", "5%%", ".5", "5."] {
            assert!(wrong.parse::<Rate>().is_err(), "{wrong}");
        }
    }
}
