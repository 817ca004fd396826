//! Shares as exact fractions, rounded once and never so that they flatter.

use std::cmp::Ordering;

use serde::ser::{Serialize, SerializeStruct, Serializer};

/// Which way a share is rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rounded {
    /// More of it is good: rounded down, so that only all is 100 %.
    Down,
    /// More of it is bad: rounded up, so that only none is 0 %.
    Up,
}

/// So many of so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// So many.
    pub count: u64,
    /// Of so many.
    pub of: u64,
    /// Which way it is rounded.
    pub rounded: Rounded,
}

impl Share {
    /// A share of which more is good.
    #[must_use]
    pub fn good(count: u64, of: u64) -> Share {
        let rounded = Rounded::Down;
        Share { count, of, rounded }
    }

    /// A share of which more is bad.
    #[must_use]
    pub fn bad(count: u64, of: u64) -> Share {
        let rounded = Rounded::Up;
        Share { count, of, rounded }
    }

    /// In percent with one place; none of nothing.
    #[must_use]
    pub fn percent(self) -> Option<String> {
        let thousand = u128::from(self.count) * 1000;
        let of = u128::from(self.of);
        let thousandths = match self.rounded {
            Rounded::Down => thousand.checked_div(of)?,
            Rounded::Up => (of > 0).then(|| thousand.div_ceil(of))?,
        };
        Some(format!("{}.{}%", thousandths / 10, thousandths % 10))
    }

    /// Which of two shares is larger, as exact fractions. A share of nothing is smaller than any other.
    #[must_use]
    pub fn compare(self, other: Share) -> Ordering {
        match (self.of, other.of) {
            (0, 0) => Ordering::Equal,
            (0, _) => Ordering::Less,
            (_, 0) => Ordering::Greater,
            (own, others) => {
                let left = u128::from(self.count) * u128::from(others);
                left.cmp(&(u128::from(other.count) * u128::from(own)))
            }
        }
    }
}

impl Serialize for Share {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut fields = to.serialize_struct("Share", 3)?;
        fields.serialize_field("count", &self.count)?;
        fields.serialize_field("of", &self.of)?;
        fields.serialize_field("percent", &self.percent())?;
        fields.end()
    }
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering;

    use super::Share;

    #[test]
    fn a_share_is_rounded_against_whoever_it_might_flatter() {
        let percent = |share: Share| share.percent().unwrap_or_default();
        assert_eq!(percent(Share::good(2, 3)), "66.6%");
        assert_eq!(percent(Share::bad(2, 3)), "66.7%");
        assert_eq!(percent(Share::good(9_999, 10_000)), "99.9%");
        assert_eq!(percent(Share::bad(1, 10_000)), "0.1%");
        assert_eq!(percent(Share::good(7, 7)), "100.0%");
        assert_eq!(percent(Share::bad(0, 7)), "0.0%");
        assert_eq!(Share::good(0, 0).percent(), None);
        assert_eq!(Share::bad(0, 0).percent(), None);
    }

    #[test]
    fn shares_are_compared_as_fractions() {
        assert_eq!(
            Share::good(1, 3).compare(Share::good(2, 6)),
            Ordering::Equal
        );
        assert_eq!(
            Share::good(333, 1000).compare(Share::good(1, 3)),
            Ordering::Less
        );
        let most = u64::MAX;
        assert_eq!(
            Share::good(most - 1, most).compare(Share::good(most, most)),
            Ordering::Less
        );
        assert_eq!(Share::good(0, 0).compare(Share::good(0, 5)), Ordering::Less);
    }
}
