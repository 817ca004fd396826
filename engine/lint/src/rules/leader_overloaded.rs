//! `leader-overloaded`: one person who answers for more subjects than can be looked after.

use std::collections::{BTreeMap, BTreeSet};

use luoshi_diagnostics::{Code, Note};
use luoshi_plan::model::Role;

use super::SUBJECTS_PER_LEADER;
use crate::context::Context;
use crate::posts::posts;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    let Some(most) = cx
        .limit(SUBJECTS_PER_LEADER)
        .and_then(|limit| limit.whole())
    else {
        return;
    };
    let links = || cx.content().chains.iter().flat_map(|chain| &chain.links);
    for role in &cx.content().roles {
        // A chain that has a number of its own is judged by it, on evidence.
        let judged = links().any(|link| link.to.name == role.id.name && link.at_most.is_some());
        if judged || role.for_each.is_none() {
            continue;
        }
        for (person, subjects) in held(cx, role) {
            let count = i64::try_from(subjects.len()).unwrap_or(i64::MAX);
            let holders = cx.content().holders.iter();
            let mut of_person =
                holders.filter(|h| h.person.name == person && h.role.name == role.id.name);
            let Some(first) = of_person.next().filter(|_| count > most) else {
                continue;
            };
            let note = cx.note(Code::LeaderOverloaded, &first.person.place, &[]);
            let note = note.arg("person", person).arg("role", role.name.as_str());
            notes.push(note.arg("count", count).arg("most", most));
        }
    }
}

/// The subjects for which each person holds a role on the day.
fn held<'a>(cx: &'a Context<'_>, role: &'a Role) -> BTreeMap<&'a str, BTreeSet<usize>> {
    let mut held: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for post in posts(cx.plan, role) {
        let alive = post.life(cx.plan).is_some_and(|life| life.contains(cx.day));
        let holders = post
            .held_on(cx.plan, cx.day)
            .filter(|holder| alive && !holder.acting);
        for holder in holders {
            held.entry(&holder.person.name)
                .or_default()
                .extend(post.subject);
        }
    }
    held
}
