//! `new-body`: a leading group, a task force or a signboard for this plan alone.

use luoshi_diagnostics::{Code, Note};

use crate::burden::read::names;
use crate::burden::{found, terms};
use crate::context::Context;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    if cx.limit("new_bodies").is_none() {
        return;
    }
    for (text, place) in names(cx) {
        if let Some(term) = found(&terms().group, &text) {
            let note = Note::new(Code::NewBody).at(place);
            notes.push(
                note.arg("name", text.as_str())
                    .arg("term", term.term.as_str()),
            );
        }
    }
}
