//! `waiver-by-anybody`: duties that may be waived, and nobody is named who may do so.

use luoshi_diagnostics::{Code, Note};

use crate::context::Context;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    let rules = cx.content().waivers.as_ref();
    if rules.is_some_and(|rules| !rules.granted_by.is_empty()) {
        return;
    }
    let open = cx.plan.duties().filter(|duty| {
        let named = !duty.waivable || !duty.waived_by.is_empty();
        !named && cx.own(&duty.id.place)
    });
    let names: Vec<String> = open.map(|duty| duty.name.clone()).collect();
    let place = ["waivers", "package", "plan"]
        .iter()
        .find_map(|key| cx.head_place(key));
    let (Some(place), Some(first)) = (place, names.first()) else {
        return;
    };
    let count = i64::try_from(names.len()).unwrap_or(i64::MAX);
    let note = Note::new(Code::WaiverByAnybody).at(place);
    notes.push(note.arg("count", count).arg("first", first.as_str()));
}
