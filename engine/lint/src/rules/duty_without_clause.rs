//! `duty-without-clause`: work that no clause of the document asks for.

use luoshi_diagnostics::{Code, Note};

use crate::context::Context;
use crate::work::works;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    // Where no clauses are entered there is nothing that a duty could name.
    if cx.content().clauses.is_empty() {
        return;
    }
    for work in works(cx.content()).filter(|work| work.clauses.is_empty() && cx.own(&work.id.place))
    {
        let note = cx.note(Code::DutyWithoutClause, &work.id.place, &[]);
        notes.push(note.arg("name", work.name));
    }
}
