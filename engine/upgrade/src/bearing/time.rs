//! How often something is due, and by when.

use crate::change::Bearing;

use super::amount::greater;
use super::bearing;
use super::leaning::{asked, compared};
use super::seen::Seen;

/// Times a year, then what is forgiven: a period that is handed in late, or cut short.
pub(super) fn cadence(old: Seen<'_>, new: Seen<'_>) -> Bearing {
    if old.content.is_none() || new.content.is_none() {
        return asked(old, new);
    }
    let rate = match (times_a_year(old), times_a_year(new)) {
        (Some(old), Some(new)) => greater(new.cmp(&old)),
        _ => Bearing::Unclear,
    };
    let exact = |seen: Seen<'_>| seen.key("exactly").content.is_some();
    let capped = match (exact(old), exact(new)) {
        (false, true) => Bearing::Stricter,
        (true, false) => Bearing::Looser,
        _ => Bearing::Neither,
    };
    let rest = ["closes", "grace", "hand_in", "partial"];
    let changed = rest.iter().filter_map(|key| {
        let (old, new) = (old.key(key), new.key(key));
        (old.content != new.content).then(|| match (old.content, new.content) {
            // No word is the most lenient days and the plainest words: the model's defaults.
            (None, Some(_)) if matches!(*key, "grace" | "hand_in") => Bearing::Looser,
            (Some(_), None) if matches!(*key, "grace" | "hand_in") => Bearing::Stricter,
            _ => bearing("cadence", key, old, new),
        })
    });
    changed.fold(rate.with(capped), Bearing::with)
}

fn times_a_year(cadence: Seen<'_>) -> Option<i128> {
    let counts = ["at_least", "exactly"].map(|key| cadence.key(key));
    let count = match counts.iter().find(|count| count.content.is_some()) {
        // A number that nobody has decided on is not one.
        Some(count) => count.amount()?.1,
        // Hundredths, as all numbers are.
        None => 100,
    };
    let times = match cadence.key("every").text()? {
        "day" | "日" => 365,
        "week" | "周" => 52,
        "month" | "月" => 12,
        "quarter" | "季" => 4,
        "half_year" | "半年" => 2,
        "year" | "年" => 1,
        _ => return None,
    };
    Some(count * times)
}

pub(super) fn due(old: Seen<'_>, new: Seen<'_>) -> Bearing {
    if old.content.is_none() || new.content.is_none() {
        return asked(old, new);
    }
    let dates = (old.key("date").text(), new.key("date").text());
    if let (Some(was), Some(is)) = dates {
        return greater(is.cmp(was)).turned();
    }
    if old.key("after").content != new.key("after").content {
        return Bearing::Unclear;
    }
    let (old, new) = (old.key("within"), new.key("within"));
    match (old.content, new.content) {
        (Some(_), Some(_)) => compared(old, new).turned(),
        // A day against a time: which is sooner depends on the plan.
        _ => Bearing::Unclear,
    }
}
