//! Values that can be compared: numbers, shares and times, each with its own unit.

use std::cmp::Ordering;

use luoshi_plan::Limit;

use crate::change::Bearing;
use crate::content::number;

/// Its unit, and how much of it.
pub(super) type Amount = (u8, i128);

pub(super) fn amount(text: &str) -> Option<Amount> {
    if let Some(limit) = Limit::parse(text) {
        return Some(match limit {
            Limit::Minutes(n) => (1, i128::from(n)),
            Limit::Days(n) => (2, i128::from(n)),
            Limit::Workdays(n) => (3, i128::from(n)),
            Limit::Months(n) => (4, i128::from(n)),
        });
    }
    if let Some((part, whole)) = text.split_once('/') {
        // As large as the model takes them; more could not be told apart, or multiplied.
        let (part, whole): (u32, u32) = (part.trim().parse().ok()?, whole.trim().parse().ok()?);
        // Twelve decimal places tell all ratios apart that a person would write.
        let share = (i128::from(part) * 1_000_000_000_000).checked_div(i128::from(whole))?;
        return Some((5, share));
    }
    let (value, unit) = number(text)?;
    Some((if unit == "%" { 6 } else { 7 }, i128::from(value)))
}

/// How an amount stands to another of its unit.
pub(super) fn order(one: Amount, other: Amount) -> Option<Ordering> {
    (one.0 == other.0).then(|| one.1.cmp(&other.1))
}

/// What it means that an amount became another, where the greater is the stricter.
pub(super) fn growth(old: Amount, new: Amount) -> Bearing {
    order(new, old).map_or(Bearing::Unclear, greater)
}

/// The greater, the stricter: by how the new stands to the old.
pub(super) fn greater(new_to_old: Ordering) -> Bearing {
    match new_to_old {
        Ordering::Greater => Bearing::Stricter,
        Ordering::Less => Bearing::Looser,
        Ordering::Equal => Bearing::Neither,
    }
}

#[cfg(test)]
mod tests {
    use super::amount;

    #[test]
    fn what_the_model_takes_for_no_share_is_none() {
        for none in ["170141183460469231731687303715884105727/2", "1/0", "-1/2"] {
            assert_eq!(amount(none), None, "{none}");
        }
    }
}
