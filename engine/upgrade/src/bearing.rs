//! Which way a changed value cuts: stricter or looser for the township.

mod amount;
mod leaning;
mod seen;
mod time;

use std::cmp::Ordering;

use luoshi_plan::model::{Parameter, Stricter};

use crate::change::Bearing;
use amount::{amount, growth, order};

pub(crate) use seen::Seen;

/// What it means that the value of a key of this map changed.
pub(crate) fn bearing(map: &str, key: &str, old: Seen<'_>, new: Seen<'_>) -> Bearing {
    match key {
        "cadence" => return time::cadence(old, new),
        "due" => return time::due(old, new),
        // Another body of the same level is as near to the township as the one before.
        "decided_by" if old.key("level").text() == new.key("level").text() => {
            return Bearing::Neither;
        }
        "id" | "name" | "clauses" | "responsible" | "message" | "basis" => return Bearing::Neither,
        _ => {}
    }
    leaning::of(map, key).map_or(Bearing::Unclear, |leaning| leaning.bearing(old, new))
}

/// What it means that a parameter has another value unless the plan sets one.
pub(crate) fn default(parameter: &Parameter, old: Option<&str>, new: Option<&str>) -> Bearing {
    let (Some(old), Some(new)) = (old, new) else {
        return Bearing::Unclear;
    };
    let grows = match amount(old).zip(amount(new)) {
        Some((old, new)) => growth(old, new),
        None => Bearing::Unclear,
    };
    match parameter.stricter {
        Some(Stricter::More) => grows,
        Some(Stricter::Less) => grows.turned(),
        None => Bearing::Unclear,
    }
}

/// Whether one value is greater than another of the same unit.
pub(crate) fn exceeds(one: &str, other: &str) -> bool {
    match amount(one).zip(amount(other)) {
        Some((one, other)) => order(one, other) == Some(Ordering::Greater),
        // Days compare as they are written.
        None => one > other,
    }
}

#[cfg(test)]
mod tests {
    use super::exceeds;

    #[test]
    fn shares_compare_by_what_they_come_to() {
        assert!(exceeds("2/3", "4/7") && !exceeds("2/4", "1/2"));
        assert!(exceeds("4294967295/1", "4294967294/1"));
    }
}
