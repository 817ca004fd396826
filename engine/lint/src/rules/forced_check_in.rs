//! `forced-check-in`: people must check in, install or forward something.

use luoshi_diagnostics::{Code, Note};

use crate::burden::read::names;
use crate::burden::{found, terms};
use crate::context::Context;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    if cx.limit("forced_check_in").is_none() {
        return;
    }
    for (text, place) in names(cx) {
        if let Some(term) = found(&terms().forced, &text) {
            let note = Note::new(Code::ForcedCheckIn).at(place);
            notes.push(
                note.arg("name", text.as_str())
                    .arg("term", term.term.as_str()),
            );
        }
    }
}
