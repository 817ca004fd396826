//! `duty-without-clause`: work that no clause of the document asks for.

use luoshi_diagnostics::{Code, Note};

use crate::context::Context;
use crate::work::works;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    // Where no clauses are entered there is nothing that a duty could name; the duties of a package
    // carry out the clauses of the plans that take them over.
    let clauses = &cx.content().clauses;
    if cx.package || !clauses.iter().any(|clause| cx.own(&clause.id.place)) {
        return;
    }
    for work in works(cx.content()).filter(|work| work.clauses.is_empty()) {
        let how = match cx.own(&work.id.place) {
            true => "own",
            false => "taken-over",
        };
        let note = cx.note(Code::DutyWithoutClause, &work.id.place, &[]);
        notes.push(note.arg("how", how).arg("name", work.name));
    }
}
