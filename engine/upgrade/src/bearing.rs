//! Which way a changed value cuts: stricter or looser for the township.

use luoshi_plan::Limit;
use luoshi_plan::model::{Parameter, Stricter};

use crate::change::Bearing;
use crate::content::{Content, number};
use crate::edition::Edition;

/// Which values of a key are stricter.
#[derive(Debug, Clone, Copy)]
enum Leaning {
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

/// A value in an edition: parameters count with their default there.
#[derive(Clone, Copy)]
pub(crate) struct Seen<'a> {
    pub(crate) edition: &'a Edition<'a>,
    pub(crate) content: Option<&'a Content>,
}

impl<'a> Seen<'a> {
    fn at(&self, content: Option<&'a Content>) -> Seen<'a> {
        Seen {
            edition: self.edition,
            content,
        }
    }

    fn key(&self, key: &str) -> Seen<'a> {
        self.at(self.content.and_then(|content| content.get(key)))
    }

    /// The text in force, if it is one and decided.
    fn text(&self) -> Option<&'a str> {
        match self.content? {
            Content::Parameter(name) => {
                let parameter = self.edition.parameter(name)?;
                parameter.default.as_ref().map(|raw| raw.text.as_str())
            }
            content => content.text(),
        }
    }

    fn amount(&self) -> Option<Amount> {
        self.text().and_then(amount)
    }
}

/// Values that can be compared: equal units alone.
type Amount = (u8, i128);

fn amount(text: &str) -> Option<Amount> {
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

/// What it means that the value of a key of this map changed.
pub(crate) fn bearing(map: &str, key: &str, old: Seen<'_>, new: Seen<'_>) -> Bearing {
    match key {
        "cadence" => return cadence(old, new),
        "due" => return due(old, new),
        // Another body of the same level is as near to the township as the one before.
        "decided_by" if old.key("level").text() == new.key("level").text() => {
            return Bearing::Neither;
        }
        "id" | "name" | "clauses" | "responsible" | "message" | "basis" => return Bearing::Neither,
        _ => {}
    }
    let known = LEANINGS
        .iter()
        .find(|(m, k, _)| *k == key && (*m == map || *m == "*"));
    known.map_or(Bearing::Unclear, |(.., leaning)| leaning.of(old, new))
}

impl Leaning {
    fn of(self, old: Seen<'_>, new: Seen<'_>) -> Bearing {
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

fn asked(old: Seen<'_>, new: Seen<'_>) -> Bearing {
    match (old.content, new.content) {
        (None, Some(_)) => Bearing::Stricter,
        (Some(_), None) => Bearing::Looser,
        _ => Bearing::Unclear,
    }
}

fn compared(old: Seen<'_>, new: Seen<'_>) -> Bearing {
    match (old.amount(), new.amount()) {
        (Some((unit, old)), Some((same, new))) if unit == same => greater(old, new),
        (Some(_), Some(_)) => Bearing::Unclear,
        _ => asked(old, new),
    }
}

/// Of limits the smaller is stricter, and no limit at all the loosest.
fn compared_less(old: Seen<'_>, new: Seen<'_>) -> Bearing {
    match (old.content, new.content) {
        (Some(_), Some(_)) => compared(old, new).turned(),
        _ => asked(old, new),
    }
}

fn greater(old: i128, new: i128) -> Bearing {
    match new.cmp(&old) {
        std::cmp::Ordering::Greater => Bearing::Stricter,
        std::cmp::Ordering::Less => Bearing::Looser,
        std::cmp::Ordering::Equal => Bearing::Neither,
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

/// Times a year, then what is forgiven: a period that is handed in late, or cut short.
fn cadence(old: Seen<'_>, new: Seen<'_>) -> Bearing {
    if old.content.is_none() || new.content.is_none() {
        return asked(old, new);
    }
    let rate = match (times_a_year(old), times_a_year(new)) {
        (Some(old), Some(new)) => greater(old, new),
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

fn due(old: Seen<'_>, new: Seen<'_>) -> Bearing {
    if old.content.is_none() || new.content.is_none() {
        return asked(old, new);
    }
    let dates = (old.key("date").text(), new.key("date").text());
    if let (Some(was), Some(is)) = dates {
        return match is.cmp(was) {
            std::cmp::Ordering::Less => Bearing::Stricter,
            std::cmp::Ordering::Greater => Bearing::Looser,
            std::cmp::Ordering::Equal => Bearing::Neither,
        };
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

/// What it means that a parameter has another value unless the plan sets one.
pub(crate) fn default(parameter: &Parameter, old: Option<&str>, new: Option<&str>) -> Bearing {
    let (Some(old), Some(new)) = (old, new) else {
        return Bearing::Unclear;
    };
    let grows = match (amount(old), amount(new)) {
        (Some((unit, old)), Some((same, new))) if unit == same => greater(old, new),
        _ => Bearing::Unclear,
    };
    match parameter.stricter {
        Some(Stricter::More) => grows,
        Some(Stricter::Less) => grows.turned(),
        None => Bearing::Unclear,
    }
}

/// Whether one value is greater than another of the same unit.
pub(crate) fn exceeds(one: &str, other: &str) -> bool {
    match (amount(one), amount(other)) {
        (Some((unit, one)), Some((same, other))) => unit == same && one > other,
        // Days compare as they are written.
        _ => one > other,
    }
}

#[cfg(test)]
mod tests {
    use super::{LEANINGS, amount, exceeds};
    use crate::shape::Shapes;

    #[test]
    fn shares_compare_as_far_as_the_model_takes_them() {
        assert!(exceeds("2/3", "4/7") && !exceeds("2/4", "1/2"));
        assert!(exceeds("4294967295/1", "4294967294/1"));
        for none in ["170141183460469231731687303715884105727/2", "1/0", "-1/2"] {
            assert_eq!(amount(none), None, "{none}");
        }
    }

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
