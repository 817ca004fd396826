//! `too-many-score-items`: a scorecard with more items than anybody can keep in mind.

use luoshi_diagnostics::{Code, Note};

use crate::context::Context;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    let Some(most) = cx.limit("score_items").and_then(|l| l.whole()) else {
        return;
    };
    for card in &cx.content().scorecards {
        let id = &card.duty.id;
        let items: usize = card.sections.iter().map(|s| s.items.len()).sum();
        let count = i64::try_from(items).unwrap_or(i64::MAX);
        if cx.own(&id.place) && count > most {
            let note = cx.note(Code::TooManyScoreItems, &id.place, &["name"]);
            notes.push(
                note.arg("name", card.duty.name.as_str())
                    .arg("count", count)
                    .arg("limit", most),
            );
        }
    }
}
