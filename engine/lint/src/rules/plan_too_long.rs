//! `plan-too-long`: what the plan's clauses come to is longer than a document may be.

use luoshi_diagnostics::{Code, Note};

use crate::burden::read::own_clauses;
use crate::context::Context;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    let Some(most) = cx.limit("plan_length").and_then(|l| l.whole()) else {
        return;
    };
    // A package carries the clauses of documents that others have issued.
    if cx.package {
        return;
    }
    let clauses: Vec<_> = own_clauses(cx).collect();
    let characters: usize = clauses.iter().map(|c| c.summary.chars().count()).sum();
    let count = i64::try_from(characters).unwrap_or(i64::MAX);
    if let (Some(last), true) = (clauses.last(), count > most) {
        let note = Note::new(Code::PlanTooLong).at(last.id.place.clone());
        notes.push(
            note.arg("count", count)
                .arg("limit", most)
                .arg("clauses", i64::try_from(clauses.len()).unwrap_or(i64::MAX)),
        );
    }
}
