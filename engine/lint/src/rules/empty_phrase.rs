//! `empty-phrase`: words that ask for nothing, where something checkable should stand.

use luoshi_diagnostics::{Code, Note, Place};
use luoshi_plan::model::ClauseStatus;

use crate::burden::read::own_clauses;
use crate::burden::{found, terms};
use crate::context::Context;
use crate::work::works;

/// With fewer characters besides the phrase, nothing else is said.
const SAYS_SOMETHING: usize = 8;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    if cx.limit("empty_phrases").is_none() {
        return;
    }
    let mut look = |text: &str, place: &Place, key: &str| {
        let Some(term) = found(&terms().empty, text) else {
            return;
        };
        let rest = text.chars().count() - term.term.chars().count();
        if rest < SAYS_SOMETHING {
            let note = cx.note(Code::EmptyPhrase, place, &[key]);
            notes.push(note.arg("text", text).arg("term", term.term.as_str()));
        }
    };
    for work in works(cx.content()).filter(|work| cx.own(&work.id.place)) {
        look(work.name, &work.id.place, "name");
    }
    for clause in own_clauses(cx).filter(|c| c.status == ClauseStatus::Checkable) {
        look(&clause.summary, &clause.id.place, "summary");
    }
}
