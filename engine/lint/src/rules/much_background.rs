//! `much-background`: too large a share of the text asks for nothing.

use luoshi_diagnostics::{Code, Note};
use luoshi_plan::model::ClauseStatus;

use crate::burden::read::own_clauses;
use crate::context::Context;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    let Some(most) = cx.limit("background_share").and_then(|l| l.whole()) else {
        return;
    };
    // A package carries the clauses of documents that others have issued.
    if cx.package {
        return;
    }
    let clauses: Vec<_> = own_clauses(cx).collect();
    let length = |background: bool| -> usize {
        let of = clauses
            .iter()
            .filter(|c| !background || c.status == ClauseStatus::Guidance);
        of.map(|c| c.summary.chars().count()).sum()
    };
    let share = i64::try_from(length(true) * 100 / length(false).max(1)).unwrap_or(i64::MAX);
    let first = clauses.iter().find(|c| c.status == ClauseStatus::Guidance);
    if let (Some(first), true) = (first, share > most) {
        let note = cx.note(Code::MuchBackground, &first.id.place, &["status"]);
        notes.push(note.arg("share", share).arg("limit", most));
    }
}
