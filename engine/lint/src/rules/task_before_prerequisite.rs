//! `task-before-prerequisite`: a task that is due before one that must come first.

use luoshi_diagnostics::{Code, Note};

use crate::context::Context;
use crate::due::Dues;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    let dues = Dues::of(cx.plan);
    for task in &cx.content().tasks {
        let Some(due) = dues.day(&task.duty.id.name) else {
            continue;
        };
        for first in &task.after {
            let earlier = dues.task(&first.name).zip(dues.day(&first.name));
            let Some((before, earlier)) = earlier.filter(|(_, earlier)| *earlier > due) else {
                continue;
            };
            let note = cx.note(Code::TaskBeforePrerequisite, &first.place, &[]);
            let note = note
                .arg("task", task.duty.name.as_str())
                .arg("due", due.to_string());
            notes.push(
                note.arg("first", before.duty.name.as_str())
                    .arg("earlier", earlier.to_string()),
            );
        }
    }
}
