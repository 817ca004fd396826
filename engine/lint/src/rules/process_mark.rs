//! `process-mark`: a duty that is proved by nothing but sign-in sheets, photographs or check-ins.

use luoshi_diagnostics::{Code, Note};
use luoshi_plan::model::DutyId;

use crate::burden::read::{called, requirements};
use crate::burden::{found, terms};
use crate::context::Context;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    if cx.limit("process_marks").is_none() {
        return;
    }
    let content = cx.content();
    let mut look = |id: &DutyId, name: &str, marks: &[String], path: &[&str], outcome: bool| {
        let called: Vec<String> = marks.iter().map(|mark| called(cx, mark)).collect();
        let process = |(mark, word): (&String, &String)| {
            let list = &terms().process;
            found(list, mark).or(found(list, word)).is_some()
        };
        let only = !marks.is_empty() && marks.iter().zip(&called).all(process);
        if only && !outcome && cx.own(&id.place) {
            let note = cx.note(Code::ProcessMark, &id.place, path);
            notes.push(note.arg("name", name).arg("list", called));
        }
    };
    for meeting in &content.meetings {
        let duty = &meeting.duty;
        look(
            &duty.id,
            &duty.name,
            &meeting.produces,
            &["produces"],
            false,
        );
    }
    for (duty, requires) in requirements(cx) {
        // A figure or a status tells what came of it.
        let outcome = requires.quantity.is_some() || !requires.status.is_empty();
        look(
            &duty.id,
            &duty.name,
            &requires.marks,
            &["requires", "marks"],
            outcome,
        );
    }
}
