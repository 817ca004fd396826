//! `plan-too-large`: more than can be judged, so that a slip or a file made for it does not fill the memory.

use luoshi_diagnostics::{Code, Note};

use super::Context;

/// Days of a plan's term: a hundred years.
const DAYS: usize = 36_600;
/// Sets of subjects. Each may include all others.
const SETS: usize = 500;
/// Subjects of all sets. Records know them by numbers of sixteen bits.
const SUBJECTS: usize = 10_000;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    let days = cx.span.map_or(0, |span| span.len_days() as usize);
    if let Some(period) = cx.period.filter(|_| days > DAYS) {
        let note = cx.note(Code::PlanTooLarge, period, &["period", "to"]);
        notes.push(told(note, "plan-days", days, DAYS));
    }
    let sets = &cx.content.subjects;
    let mut members = cx.content.units.len();
    for (at, set) in sets.iter().enumerate() {
        let before = members;
        members += set.members.len();
        // Once, where it becomes too much.
        let (what, count, limit) = if at == SETS {
            ("plan-sets", sets.len(), SETS)
        } else if before <= SUBJECTS && members > SUBJECTS {
            ("plan-subjects", members, SUBJECTS)
        } else {
            continue;
        };
        let note = cx.note(Code::PlanTooLarge, &set.id.place, &["id"]);
        notes.push(told(note, what, count, limit));
    }
}

fn told(note: Note, what: &'static str, count: usize, limit: usize) -> Note {
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    note.term("what", what)
        .arg("count", number(count))
        .arg("limit", number(limit))
}
