//! `veto-below-county`, `veto-without-basis`, `empty-condition`: sanctions that nobody may decide,
//! that rest on nothing, or that would always hold. And rules that say nothing, or two things.

use luoshi_diagnostics::{Code, Note};

use super::Context;
use crate::model::{JurisdictionLevel, Veto};

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    for veto in &cx.fresh.vetoes {
        let anchor = &veto.duty.id.place;
        let name = veto.duty.id.name.as_str();
        if is_empty(veto) {
            let note = cx.note(Code::EmptyCondition, anchor, &["when"]);
            notes.push(note.arg("name", name));
        }
        // Only the office that wrote the veto can put it right.
        if !cx.own.contains(&anchor.file) {
            continue;
        }
        if veto.decided_by.level < JurisdictionLevel::County {
            let note = cx.note(Code::VetoBelowCounty, anchor, &["decided_by", "level"]);
            notes.push(
                note.arg("name", name)
                    .arg("body", veto.decided_by.name.as_str()),
            );
        }
        if veto.basis.is_none() {
            notes.push(
                cx.note(Code::VetoWithoutBasis, anchor, &[])
                    .arg("name", name),
            );
        }
    }
    for ladder in &cx.fresh.ladders {
        if ladder.trigger.failed.is_empty() && ladder.trigger.incidents.is_empty() {
            let note = cx.note(Code::EmptyCondition, &ladder.duty.id.place, &["trigger"]);
            notes.push(note.arg("name", ladder.duty.id.name.as_str()));
        }
    }
    for rule in &cx.fresh.rules {
        let given = [rule.holds.is_some(), rule.script.is_some()];
        notes.extend(cx.one_of(&rule.duty.id.place, &[], ["holds", "script"], given));
    }
}

/// All that is stated must hold: where nothing is, the veto would strike everyone. A lapse is measured
/// before an incident, and alone says nothing.
fn is_empty(veto: &Veto) -> bool {
    let when = &veto.when;
    when.incidents.is_empty() && when.failed.is_empty() && when.rule.is_none()
}
