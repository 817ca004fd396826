//! `veto-punishes-reporting`: a veto that falls on whoever reports a case, so that hiding it pays.

use luoshi_diagnostics::{Code, Note};
use luoshi_plan::model::Veto;

use crate::burden::{found, terms};
use crate::context::Context;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    if cx.limit("veto_reporting").is_none() {
        return;
    }
    for veto in &cx.content().vetoes {
        let id = &veto.duty.id;
        if cx.own(&id.place) && (by_reported_cases(veto) || by_own_figures(cx, veto)) {
            let note = cx.note(Code::VetoPunishesReporting, &id.place, &["when"]);
            notes.push(note.arg("name", veto.duty.name.as_str()));
        }
    }
}

/// A case alone is enough: nobody need have confirmed it, nobody need have neglected anything.
fn by_reported_cases(veto: &Veto) -> bool {
    let when = &veto.when;
    !when.incidents.is_empty()
        && when.marks.is_empty()
        && when.lapse.is_none()
        && when.failed.is_empty()
        && !when.finding_required
}

/// A rule over figures that the same people report.
fn by_own_figures(cx: &Context<'_>, veto: &Veto) -> bool {
    let Some(rule) = &veto.when.rule else {
        return false;
    };
    let named = cx
        .content()
        .rules
        .iter()
        .find(|r| r.duty.id.name == rule.name);
    named.is_some_and(|rule| {
        let counts = rule
            .holds
            .as_ref()
            .is_some_and(|raw| raw.text.contains("incidents("));
        let reported = found(&terms().honest, &rule.duty.name).is_some();
        !veto.when.finding_required && (counts || reported)
    })
}
