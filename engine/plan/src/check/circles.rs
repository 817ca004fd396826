//! `task-cycle` and `chain-cycle`: tasks that wait for themselves, posts that answer to themselves.

use luoshi_diagnostics::{Code, Note, Place};

use super::Context;
use crate::answers;
use crate::cycle::{Step, circles};

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    // What is not fresh goes round in no circle by itself.
    if !cx.fresh.tasks.is_empty() {
        notes.extend(tasks(cx));
    }
    if !cx.fresh.roles.is_empty() || !cx.fresh.chains.is_empty() {
        notes.extend(answers::circles_of_roles(cx.content));
    }
    notes.extend(answers::circles_of_subjects(cx.content));
}

fn tasks(cx: &Context<'_>) -> Vec<Note> {
    // The day after which a task is due is plain text, so its place must outlive the steps.
    let starts: Vec<(&str, &str, Place)> = cx
        .content
        .tasks
        .iter()
        .filter_map(|task| {
            let after = task.due.get()?.after.as_deref()?;
            let id = &task.duty.id;
            Some((
                id.name.as_str(),
                after,
                cx.atlas.place(&id.place, &["due", "after"]),
            ))
        })
        .collect();
    let mut steps: Vec<Step<'_>> = Vec::new();
    for task in &cx.content.tasks {
        steps.extend(task.after.iter().map(|first| Step {
            from: &task.duty.id.name,
            to: &first.name,
            place: &first.place,
        }));
    }
    steps.extend(
        starts
            .iter()
            .map(|(from, to, place)| Step { from, to, place }),
    );
    let found = circles(&steps);
    let note = |circle: &crate::cycle::Circle<'_>| {
        let note = Note::new(Code::TaskCycle).at(circle.place.clone());
        note.arg("cycle", circle.shown())
    };
    found.iter().map(note).collect()
}
