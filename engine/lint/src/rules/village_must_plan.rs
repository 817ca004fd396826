//! `village-must-plan`: villages must write a plan of their own to carry out this one.

use luoshi_diagnostics::{Code, Note};
use luoshi_plan::model::SetRef;

use crate::burden::{found, terms};
use crate::context::Context;
use crate::work::{Sort, works};

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    if cx.limit("village_plans").is_none() {
        return;
    }
    for work in works(cx.content()).filter(|work| cx.own(&work.id.place)) {
        let written = matches!(work.sort, Sort::Task | Sort::Document | Sort::Coverage);
        let Some(term) = found(&terms().own_plan, work.name) else {
            continue;
        };
        if written && work.for_each.iter().any(|set| is_below(cx, set)) {
            let note = cx.note(Code::VillageMustPlan, &work.id.place, &["name"]);
            notes.push(note.arg("name", work.name).arg("term", term.term.as_str()));
        }
    }
}

/// Whether a set is of villages, communities or groups: below the office that issues the plan.
fn is_below(cx: &Context<'_>, set: &SetRef) -> bool {
    let named = cx.content().subjects.iter().find(|s| s.id.name == set.name);
    named.is_some_and(|s| {
        ["村", "社区", "组", "寨"]
            .iter()
            .any(|word| s.name.contains(word))
    })
}
