//! `column-asked-twice`: the same thing is to be written down in two records about the same subject.

use std::collections::BTreeMap;

use luoshi_diagnostics::{Code, Note};
use luoshi_plan::model::Duty;

use crate::burden::read::{called, requirements};
use crate::context::Context;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    let Some(most) = cx.limit("same_column").and_then(|l| l.whole()) else {
        return;
    };
    let mut asked: BTreeMap<(&str, Vec<&str>), Vec<&Duty>> = BTreeMap::new();
    // What a meeting brings forth is its result and not a column.
    for (duty, requires) in requirements(cx) {
        let mut subjects: Vec<&str> = duty.for_each.iter().map(|s| s.name.as_str()).collect();
        subjects.sort_unstable();
        for mark in &requires.marks {
            asked
                .entry((mark, subjects.clone()))
                .or_default()
                .push(duty);
        }
    }
    for ((mark, _), duties) in asked {
        let count = i64::try_from(duties.len()).unwrap_or(i64::MAX);
        let own = duties.iter().rev().find(|duty| cx.own(&duty.id.place));
        let (Some(own), true) = (own, count > most) else {
            continue;
        };
        let others = duties.iter().filter(|duty| duty.id != own.id);
        let note = cx.note(
            Code::ColumnAskedTwice,
            &own.id.place,
            &["requires", "marks"],
        );
        notes.push(
            note.arg("name", own.name.as_str())
                .arg("column", called(cx, mark))
                .arg(
                    "others",
                    others.map(|duty| duty.name.clone()).collect::<Vec<_>>(),
                ),
        );
    }
}
