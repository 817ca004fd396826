//! `veto-not-countable`: a veto that rests on a rule alone, so that nobody can count what led to it.

use luoshi_diagnostics::{Code, Note};

use crate::context::Context;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    for veto in cx
        .content()
        .vetoes
        .iter()
        .filter(|veto| cx.own(&veto.duty.id.place))
    {
        let when = &veto.when;
        let counted = !when.incidents.is_empty() || !when.failed.is_empty() || when.lapse.is_some();
        let Some(rule) = when.rule.as_ref().filter(|_| !counted) else {
            continue;
        };
        let note = cx.note(Code::VetoNotCountable, &rule.place, &[]);
        notes.push(
            note.arg("name", veto.duty.name.as_str())
                .arg("rule", rule.name.as_str()),
        );
    }
}
