//! `app-or-chat-group`: an app, a mini program or a chat group for this plan.

use luoshi_diagnostics::{Code, Note};

use crate::burden::read::names;
use crate::burden::{found, terms};
use crate::context::Context;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    if cx.limit("apps_and_groups").is_none() {
        return;
    }
    for (text, place) in names(cx) {
        if let Some(term) = found(&terms().app, &text) {
            let note = Note::new(Code::AppOrChatGroup).at(place);
            notes.push(
                note.arg("name", text.as_str())
                    .arg("term", term.term.as_str()),
            );
        }
    }
}
