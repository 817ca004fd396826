//! `plan-too-large`: more than can be judged, so that a slip or a file made for it does not fill the memory.

use std::collections::BTreeMap;

use luoshi_diagnostics::{Code, Note};

use super::Context;
use crate::model::SubjectRef;

/// Days of a plan's term: a hundred years.
const DAYS: usize = 36_600;
/// Sets of subjects. Each may include all others.
const SETS: usize = 500;
/// Subjects of all sets. Records know them by numbers of sixteen bits.
const SUBJECTS: usize = 10_000;
/// Subjects in one another: what happens in one happens in all around it.
const LEVELS: usize = 16;

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
    if let Some(around) = too_deep(cx) {
        let note = Note::new(Code::PlanTooLarge).at(around.place.clone());
        notes.push(told(note, "plan-levels", LEVELS + 1, LEVELS));
    }
}

/// Where the first subject with one level too many around it says in which it lies. Those that lie in each other in a circle have no level,
/// and a note of their own.
fn too_deep<'p>(cx: &Context<'p>) -> Option<&'p SubjectRef> {
    let members = cx.content.subjects.iter().flat_map(|set| &set.members);
    let inner = members.filter_map(|one| Some((one.id.name.as_str(), one.lies_in.as_ref()?)));
    let outer: BTreeMap<&str, &SubjectRef> = inner.clone().collect();
    let level = |name| {
        let around = |at: &&str| outer.get(at).map(|around| around.name.as_str());
        std::iter::successors(Some(name), around)
            .take(LEVELS + 2)
            .count()
    };
    let mut deep = inner.filter(|(name, _)| level(*name) == LEVELS + 1);
    deep.next().map(|(_, around)| around)
}

fn told(note: Note, what: &'static str, count: usize, limit: usize) -> Note {
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    note.term("what", what)
        .arg("count", number(count))
        .arg("limit", number(limit))
}
