//! `score-above-hundred`: a scorecard of a thousand points.

use luoshi_diagnostics::{Code, Note};

use crate::context::Context;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    let Some(most) = cx.limit("score_total").and_then(|l| l.value) else {
        return;
    };
    for card in &cx.content().scorecards {
        let id = &card.duty.id;
        if cx.own(&id.place) && card.total > most {
            let note = cx.note(Code::ScoreAboveHundred, &id.place, &["total"]);
            notes.push(
                note.arg("name", card.duty.name.as_str())
                    .arg("total", card.total.to_string())
                    .arg("limit", most.to_string()),
            );
        }
    }
}
