//! `veto-without-end`: a veto that does not say how long it lasts.

use luoshi_diagnostics::{Code, Note};

use crate::context::Context;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    let vetoes = cx.content().vetoes.iter();
    for veto in vetoes.filter(|veto| veto.lasts.is_none() && cx.own(&veto.duty.id.place)) {
        let note = cx.note(Code::VetoWithoutEnd, &veto.duty.id.place, &[]);
        let end = cx.plan.span.to.to_string();
        notes.push(note.arg("name", veto.duty.name.as_str()).arg("end", end));
    }
}
