//! `personal-column`: a record or a list asks for data about persons.

use luoshi_diagnostics::{Code, Note};

use crate::burden::read::names;
use crate::burden::{found, is_personal, terms};
use crate::context::Context;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    if cx.limit("personal_columns").is_none() {
        return;
    }
    for (text, place) in names(cx).into_iter().filter(|(text, _)| is_personal(text)) {
        if let Some(term) = found(&terms().personal, &text) {
            let note = Note::new(Code::PersonalColumn).at(place);
            notes.push(
                note.arg("name", text.as_str())
                    .arg("term", term.term.as_str()),
            );
        }
    }
}
