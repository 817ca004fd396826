//! Numbers with two places.

use serde::{Serialize, Serializer};

/// A number in hundredths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Hundredths(pub(crate) i64);

/// A whole number.
pub(crate) fn whole(n: u32) -> Hundredths {
    Hundredths(i64::from(n) * 100)
}

impl std::fmt::Display for Hundredths {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let n = self.0.abs();
        write!(f, "{sign}{}.{:02}", n / 100, n % 100)
    }
}

/// As people write it: a number without places where it has none.
impl Serialize for Hundredths {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        if self.0 % 100 == 0 {
            return to.serialize_i64(self.0 / 100);
        }
        let number: serde_json::Number = self.to_string().parse().expect("a number");
        number.serialize(to)
    }
}
