//! `deduction-without-cap`: an item that deducts for each case and never stops.

use luoshi_diagnostics::{Code, Note};

use crate::burden::is_uncapped;
use crate::burden::read::score_items;
use crate::context::Context;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    if cx.limit("deduction_cap").is_none() {
        return;
    }
    let items = score_items(cx).filter(|item| cx.own(&item.id.place) && is_uncapped(item));
    for item in items {
        let note = cx.note(Code::DeductionWithoutCap, &item.id.place, &["each"]);
        notes.push(note.arg("name", item.name.as_str()));
    }
}
