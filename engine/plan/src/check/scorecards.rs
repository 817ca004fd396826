//! `score-sum`: sections that do not add up to full marks. And items that lack their points.

use luoshi_diagnostics::{Code, Note};

use super::Context;
use crate::decode::suggest;
use crate::duties::score_items;
use crate::model::{Method, ScoreItem};
use crate::scalar::Decimal;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    for card in &cx.fresh.scorecards {
        let parts = card.sections.iter().map(|s| s.max.0);
        let sum = Decimal(parts.fold(0, i64::saturating_add));
        // A section that could not be read is missing from the sum.
        if sum != card.total && cx.clean {
            let note = cx.note(Code::ScoreSum, &card.duty.id.place, &["total"]);
            let note = note.arg("sum", sum.to_string());
            notes.push(note.arg("total", card.total.to_string()));
        }
    }
    for card in &cx.fresh.scorecards {
        for named in card.downgrades.iter().map(|d| &d.grade) {
            let grades = || card.grades.iter().map(|g| g.name.as_str());
            if !grades().any(|grade| grade == named.name) {
                let note = Note::new(Code::UnknownValue)
                    .at(named.place.clone())
                    .arg("value", named.name.as_str())
                    .arg("list", grades().map(str::to_owned).collect::<Vec<_>>());
                notes.push(suggest(note, &named.name, grades()));
            }
        }
    }
    for item in score_items(cx.fresh) {
        if let Some(key) = lacks(item) {
            notes.push(cx.atlas.missing_key(&item.id.place, key));
        }
    }
}

/// The key without which the item's method has no points to give.
fn lacks(item: &ScoreItem) -> Option<&'static str> {
    let without = |missing: bool, key| missing.then_some(key);
    match item.method {
        Method::PerMissing => without(item.each.is_none(), "each"),
        Method::PerEvent => without(item.each.is_none() && item.by_severity.is_empty(), "each"),
        Method::Banded => without(item.bands.is_empty(), "bands"),
        Method::Threshold => without(item.at_least.is_none(), "at_least")
            .or_else(|| without(item.max.is_none(), "max")),
        Method::AllOrNothing | Method::Ratio | Method::Subjective => {
            without(item.max.is_none(), "max")
        }
    }
}
