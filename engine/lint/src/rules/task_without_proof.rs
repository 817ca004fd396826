//! `task-without-proof`: a task that does not say what shows that it is done.

use luoshi_diagnostics::{Code, Note};

use crate::context::Context;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    for task in cx
        .content()
        .tasks
        .iter()
        .filter(|t| cx.own(&t.duty.id.place))
    {
        if task.deliverable.is_none() && task.requires.is_none() {
            let note = cx.note(Code::TaskWithoutProof, &task.duty.id.place, &["name"]);
            notes.push(note.arg("name", task.duty.name.as_str()));
        }
    }
}
