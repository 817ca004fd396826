//! `role-overloaded`: one role that answers for more duties than can be kept in mind.

use std::collections::BTreeMap;

use luoshi_diagnostics::{Code, Note};

use super::DUTIES_PER_ROLE;
use crate::context::Context;
use crate::work::works;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    let Some(most) = cx.limit(DUTIES_PER_ROLE).and_then(|limit| limit.whole()) else {
        return;
    };
    let mut counts: BTreeMap<&str, i64> = BTreeMap::new();
    // What a package gives a role to do, the plan cannot take away from it.
    let own = works(cx.content()).filter(|work| cx.own(&work.id.place));
    let all: Vec<_> = own.collect();
    for role in all.iter().filter_map(|work| work.responsible) {
        *counts.entry(&role.name).or_default() += 1;
    }
    for role in &cx.content().roles {
        let count = counts.get(role.id.name.as_str()).copied().unwrap_or(0);
        if count > most {
            let total = i64::try_from(all.len()).unwrap_or(i64::MAX);
            let note = cx.note(Code::RoleOverloaded, &role.id.place, &[]);
            let note = note.arg("role", role.name.as_str()).arg("count", count);
            notes.push(note.arg("total", total).arg("most", most));
        }
    }
}
