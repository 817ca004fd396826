//! The limits of the signs, with their defaults and bounds.

use std::collections::BTreeMap;

use luoshi_diagnostics::{Code, Note};

/// A limit that can be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// Its name.
    pub name: &'static str,
    /// What it is if nobody sets it.
    pub default: i64,
    /// The least and the most that it can be.
    pub bounds: (i64, i64),
}

const fn limit(name: &'static str, default: i64, bounds: (i64, i64)) -> Limit {
    Limit {
        name,
        default,
        bounds,
    }
}

/// Every limit, by name. `SIGNS.md` says what each means.
pub const LIMITS: [Limit; 12] = [
    limit("minutes-per-visit", 5, (1, 120)),
    limit("places-per-day", 8, (2, 100)),
    limit("share-least", 20, (10, 1_000)),
    limit("share-odds", 1_000, (20, 1_000_000)),
    limit("share-percent", 30, (5, 100)),
    limit("shared-apart", 3, (1, 366)),
    limit("sitting-days", 90, (30, 366)),
    limit("sitting-least", 20, (10, 1_000)),
    limit("sitting-percent", 90, (50, 100)),
    limit("travel-minutes", 0, (0, 120)),
    limit("visits-in-a-row", 4, (3, 20)),
    limit("work-minutes", 600, (60, 1_440)),
];

/// The limits of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits(BTreeMap<&'static str, i64>);

impl Default for Limits {
    fn default() -> Self {
        Limits(LIMITS.iter().map(|l| (l.name, l.default)).collect())
    }
}

impl Limits {
    /// The defaults, but for what is set.
    ///
    /// # Errors
    /// `LS1060` for a name that is none, `LS1061` for a value out of bounds; all of them.
    pub fn set(settings: &[(String, String)]) -> Result<Limits, Vec<Note>> {
        let mut limits = Limits::default();
        let mut notes = Vec::new();
        for (name, typed) in settings {
            let Some(limit) = LIMITS.iter().find(|limit| limit.name == name) else {
                let known = LIMITS.map(|limit| limit.name.to_owned()).to_vec();
                notes.push(
                    Note::new(Code::SignLimitUnknown)
                        .arg("name", name.as_str())
                        .arg("known", known),
                );
                continue;
            };
            let (least, most) = limit.bounds;
            match typed.parse::<i64>() {
                Ok(value) if (least..=most).contains(&value) => {
                    limits.0.insert(limit.name, value);
                }
                _ => notes.push(
                    Note::new(Code::SignLimitValue)
                        .arg("name", limit.name)
                        .arg("value", typed.as_str())
                        .arg("least", least)
                        .arg("most", most),
                ),
            }
        }
        if notes.is_empty() {
            Ok(limits)
        } else {
            Err(notes)
        }
    }

    /// The value of a limit of [`LIMITS`]; 0 for any other name.
    #[must_use]
    pub fn get(&self, name: &str) -> i64 {
        self.0.get(name).copied().unwrap_or(0)
    }

    /// The same, for what is counted.
    pub(crate) fn count(&self, name: &str) -> u64 {
        self.get(name).unsigned_abs()
    }
}

#[cfg(test)]
mod tests {
    use luoshi_diagnostics::Code;

    use super::{LIMITS, Limits};

    fn set(pairs: &[(&str, &str)]) -> Result<Limits, Vec<Code>> {
        let pairs: Vec<_> = pairs
            .iter()
            .map(|(n, v)| ((*n).to_owned(), (*v).to_owned()))
            .collect();
        Limits::set(&pairs).map_err(|notes| notes.iter().map(|note| note.code).collect())
    }

    #[test]
    fn limits_have_names_in_order_and_defaults_within_bounds() {
        assert!(LIMITS.is_sorted_by_key(|limit| limit.name));
        for limit in LIMITS {
            let (least, most) = limit.bounds;
            assert!((least..=most).contains(&limit.default), "{}", limit.name);
        }
    }

    #[test]
    fn all_that_is_wrong_is_told() {
        assert_eq!(
            set(&[("places-per-day", "12")])
                .unwrap()
                .get("places-per-day"),
            12
        );
        let wrong = set(&[
            ("speed", "1"),
            ("places-per-day", "1"),
            ("travel-minutes", "x"),
        ]);
        let (unknown, value) = (Code::SignLimitUnknown, Code::SignLimitValue);
        assert_eq!(wrong, Err(vec![unknown, value, value]));
    }
}
