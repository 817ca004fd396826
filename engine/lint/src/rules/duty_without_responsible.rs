//! `duty-without-responsible`: work that nobody answers for, so that a failure is nobody's.

use luoshi_diagnostics::{Code, Note};
use luoshi_plan::Settable;

use crate::context::Context;
use crate::work::{Sort, Work, works};

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    for work in works(cx.content()).filter(|work| cx.own(&work.id.place)) {
        if work.responsible.is_none() && !by_unit_heads(cx, &work) && !is_shown_only(cx, &work) {
            let note = cx.note(Code::DutyWithoutResponsible, &work.id.place, &[]);
            notes.push(note.arg("name", work.name));
        }
    }
}

/// Where each unit must do its part, its head answers for it.
fn by_unit_heads(cx: &Context<'_>, work: &Work<'_>) -> bool {
    let activities = &cx.content().activities;
    let activity = activities.iter().find(|a| a.duty.id.name == work.id.name);
    let each = activity.map_or(&[][..], |a| a.by_all_of.as_slice());
    let heads = |name: &str| {
        let unit = cx.content().units.iter().find(|unit| unit.id.name == name);
        unit.is_none_or(|unit| unit.head.is_some())
    };
    !each.is_empty() && each.iter().all(|actor| heads(&actor.name))
}

/// A figure without a target is shown and never missed.
fn is_shown_only(cx: &Context<'_>, work: &Work<'_>) -> bool {
    let mut indicators = cx.content().indicators.iter();
    let untargeted =
        indicators.any(|i| i.id.name == work.id.name && i.target == Settable::Unset(None));
    work.sort == Sort::Indicator && untargeted
}
