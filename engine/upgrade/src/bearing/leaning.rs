//! Which values of each key are stricter.

use crate::change::Bearing;
use crate::content::Content;

use super::amount::growth;
use super::seen::Seen;

/// Which values of a key are stricter.
#[derive(Debug, Clone, Copy)]
pub(super) enum Leaning {
    /// The greater, the stricter; to ask for it at all is stricter than not to.
    More,
    /// The smaller, the stricter.
    Less,
    /// The more names, the stricter.
    Longer,
    /// The more names, the looser.
    Shorter,
    /// `true` is stricter.
    True,
    /// `false` is stricter.
    False,
    /// Words, the strictest last.
    Ranked(&'static [&'static str]),
    /// To ask for it at all is stricter than not to.
    Asked,
}

/// What is known of the keys of each map; `*` is any map. Whatever is not here is unclear.
const LEANINGS: &[(&str, &str, Leaning)] = &[
    (
        "*",
        "severity",
        Leaning::Ranked(&["minor", "normal", "major"]),
    ),
    ("*", "active", Leaning::True),
    ("*", "optional", Leaning::False),
    ("*", "requires", Leaning::Asked),
    ("*", "produces", Leaning::Longer),
    ("*", "defective", Leaning::Ranked(&["noted", "not_counted"])),
    ("absence", "deduct", Leaning::More),
    ("absence", "cap", Leaning::More),
    ("absence", "fail_after_consecutive", Leaning::Less),
    ("absence", "excused_breaks", Leaning::False),
    ("absence", "applies_to", Leaning::Longer),
    ("activity", "by_any_of", Leaning::Shorter),
    ("activity", "by_all_of", Leaning::Longer),
    ("activity", "jointly_by", Leaning::Longer),
    ("coverage", "headcount", Leaning::Asked),
    ("coverage", "lapses", Leaning::Asked),
    ("coverage", "target", Leaning::More),
    (
        "cadence",
        "closes",
        Leaning::Ranked(&["day_after", "last_day"]),
    ),
    ("cadence", "grace", Leaning::Less),
    ("cadence", "hand_in", Leaning::Less),
    (
        "cadence",
        "partial",
        Leaning::Ranked(&["skip", "half_or_more", "due"]),
    ),
    ("each_needs", "grace", Leaning::Less),
    ("each_needs", "within", Leaning::Less),
    ("effect", "deduct", Leaning::More),
    ("effect", "ineligible", Leaning::Longer),
    ("effect", "score", Leaning::Less),
    ("headcount", "at_least", Leaning::More),
    ("ladder", "steps", Leaning::Longer),
    ("ladder_step", "during", Leaning::Longer),
    ("ladder_step", "report", Leaning::Asked),
    ("ladder_step", "window", Leaning::Less),
    ("lapse", "below", Leaning::More),
    (
        "lapse",
        "no_record",
        Leaning::Ranked(&["not_lapsed", "unknown", "lapsed"]),
    ),
    ("lapses", "status", Leaning::Longer),
    ("lapses", "within", Leaning::Less),
    ("link", "at_most", Leaning::Less),
    ("link", "vacancy", Leaning::Less),
    ("meeting", "attendees", Leaning::Longer),
    ("meeting", "expected", Leaning::More),
    ("meeting", "quorum", Leaning::More),
    ("penalty", "at_least", Leaning::Less),
    ("penalty", "on", Leaning::Longer),
    ("refusal", "ineligible", Leaning::Longer),
    ("report_back", "first", Leaning::Less),
    ("report_back", "then_every", Leaning::Less),
    ("requirement", "attachments", Leaning::More),
    ("requirement", "marks", Leaning::Longer),
    ("requirement", "quantity", Leaning::More),
    ("response", "within", Leaning::Less),
    ("roster", "absence", Leaning::Asked),
    ("roster", "crew", Leaning::More),
    ("roster", "led_share", Leaning::More),
    ("roster", "refusal", Leaning::Asked),
    ("settings", "backfill", Leaning::Less),
    ("settings", "closed_by", Leaning::Shorter),
    ("settings", "rectify_within", Leaning::Less),
    ("task", "after", Leaning::Longer),
    ("task", "grace", Leaning::Less),
    ("trigger", "at_least", Leaning::Less),
    ("trigger", "failed", Leaning::Longer),
    ("trigger", "incidents", Leaning::Longer),
    ("trigger", "severe_marks", Leaning::Longer),
    ("trigger", "within", Leaning::More),
    ("veto", "lasts", Leaning::More),
    ("veto_when", "failed_at_least", Leaning::Less),
    ("veto_when", "finding_required", Leaning::False),
    ("veto_when", "incidents", Leaning::Longer),
    ("veto_when", "lapse", Leaning::Asked),
    ("veto_when", "marks", Leaning::Shorter),
];

/// Which values of a key of a map are stricter, if that is known.
pub(super) fn of(map: &str, key: &str) -> Option<Leaning> {
    let mut all = LEANINGS.iter();
    let known = all.find(|(m, k, _)| *k == key && (*m == map || *m == "*"));
    known.map(|(.., leaning)| *leaning)
}

impl Leaning {
    pub(super) fn bearing(self, old: Seen<'_>, new: Seen<'_>) -> Bearing {
        match self {
            Leaning::More => compared(old, new),
            Leaning::Less => compared_less(old, new),
            Leaning::Longer => listed(old, new),
            Leaning::Shorter => listed(old, new).turned(),
            Leaning::True => ranked(&["false", "true"], old, new),
            Leaning::False => ranked(&["true", "false"], old, new),
            Leaning::Ranked(words) => ranked(words, old, new),
            Leaning::Asked => asked(old, new),
        }
    }
}

pub(super) fn asked(old: Seen<'_>, new: Seen<'_>) -> Bearing {
    match (old.content, new.content) {
        (None, Some(_)) => Bearing::Stricter,
        (Some(_), None) => Bearing::Looser,
        _ => Bearing::Unclear,
    }
}

pub(super) fn compared(old: Seen<'_>, new: Seen<'_>) -> Bearing {
    match old.amount().zip(new.amount()) {
        Some((old, new)) => growth(old, new),
        None => asked(old, new),
    }
}

/// Of limits the smaller is stricter, and no limit at all the loosest.
fn compared_less(old: Seen<'_>, new: Seen<'_>) -> Bearing {
    match (old.content, new.content) {
        (Some(_), Some(_)) => compared(old, new).turned(),
        _ => asked(old, new),
    }
}

fn listed(old: Seen<'_>, new: Seen<'_>) -> Bearing {
    let items = |seen: &Seen<'_>| {
        seen.content
            .map(Content::items)
            .unwrap_or_default()
            .to_vec()
    };
    let (old, new) = (items(&old), items(&new));
    let more = new.iter().any(|item| !old.contains(item));
    let fewer = old.iter().any(|item| !new.contains(item));
    match (more, fewer) {
        (true, false) => Bearing::Stricter,
        (false, true) => Bearing::Looser,
        (true, true) => Bearing::Unclear,
        (false, false) => Bearing::Neither,
    }
}

fn ranked(words: &[&str], old: Seen<'_>, new: Seen<'_>) -> Bearing {
    let rank = |seen: Seen<'_>| {
        let text = seen.text()?;
        let text = match text {
            "是" => "true",
            "否" => "false",
            other => other,
        };
        words.iter().position(|word| *word == text)
    };
    match (rank(old), rank(new)) {
        (Some(old), Some(new)) if new > old => Bearing::Stricter,
        (Some(old), Some(new)) if new < old => Bearing::Looser,
        (Some(_), Some(_)) => Bearing::Neither,
        _ => Bearing::Unclear,
    }
}

#[cfg(test)]
mod tests {
    use super::LEANINGS;
    use crate::shape::Shapes;

    #[test]
    fn every_key_that_leans_is_a_key_of_its_map() {
        let maps = &Shapes::get().maps;
        for (map, key, _) in LEANINGS {
            let there = match *map {
                "*" => maps.values().any(|shape| shape.key(key).is_some()),
                map => maps.get(map).is_some_and(|shape| shape.key(key).is_some()),
            };
            assert!(there, "{map}.{key}");
        }
    }
}
