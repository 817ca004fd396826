//! `task-waits-in-vain`: a task that must wait for one without a deadline, or whose own deadline is
//! counted from one that is off.

use luoshi_diagnostics::{Code, Note, Place};
use luoshi_plan::Settable;
use luoshi_plan::model::Task;

use crate::context::Context;
use crate::due::Dues;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    let dues = Dues::of(cx.plan);
    for task in &cx.content().tasks {
        notes.extend(counted_from_nothing(cx, task));
        let Some(due) = task.due.get() else { continue };
        let at = || cx.atlas.place(&task.duty.id.place, &["due", "after"]);
        let start = due.after.as_deref().map(|first| (first, at()));
        let before = task
            .after
            .iter()
            .map(|first| (first.name.as_str(), first.place.clone()));
        for (first, place) in before.chain(start) {
            if let Some(first) = dues.task(first).filter(|_| dues.is_open(first)) {
                notes.push(note(place, "open", task, &first.duty.name));
            }
        }
    }
}

/// So long after a task that will not be done is no deadline at all: resolving has left it open.
fn counted_from_nothing(cx: &Context<'_>, task: &Task) -> Option<Note> {
    let place = cx.atlas.place(&task.duty.id.place, &["due", "after"]);
    let id = cx.sources.text(place.file).get(place.start..place.end)?;
    let off = cx.plan.inactive.iter().find(|off| off.duty == id)?;
    let open = matches!(task.due, Settable::Unset(None));
    open.then(|| note(place, "off", task, &off.name))
}

fn note(place: Place, how: &'static str, task: &Task, first: &str) -> Note {
    let note = Note::new(Code::TaskWaitsInVain).at(place);
    note.arg("how", how)
        .arg("task", task.duty.name.as_str())
        .arg("first", first)
}
