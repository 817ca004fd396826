//! `task-waits-in-vain`: a task with a deadline that must wait for one without, or for one that is off.

use luoshi_diagnostics::{Code, Note};
use luoshi_plan::model::Task;

use crate::context::Context;
use crate::due::Dues;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    let dues = Dues::of(cx.plan);
    for task in cx
        .content()
        .tasks
        .iter()
        .filter(|task| task.due.get().is_some())
    {
        for first in &task.after {
            let how = match dues.task(&first.name) {
                None => "off",
                Some(_) if dues.is_open(&first.name) => "open",
                Some(_) => continue,
            };
            let note = cx.note(Code::TaskWaitsInVain, &first.place, &[]);
            let name = name(cx, dues.task(&first.name), &first.name);
            let note = note.arg("how", how).arg("task", task.duty.name.as_str());
            notes.push(note.arg("first", name));
        }
    }
}

fn name(cx: &Context<'_>, task: Option<&Task>, id: &str) -> String {
    let off = || cx.plan.inactive.iter().find(|off| off.duty == id);
    let name = task.map(|task| task.duty.name.clone());
    name.or_else(|| off().map(|off| off.name.clone()))
        .unwrap_or_else(|| id.to_owned())
}
