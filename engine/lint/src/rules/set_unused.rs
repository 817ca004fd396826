//! `set-unused`: a set of subjects for which nothing is to be done.

use std::collections::BTreeSet;

use luoshi_diagnostics::{Code, Note};

use crate::context::Context;
use crate::uses::sets_in_use;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    if cx.package {
        return;
    }
    let used: BTreeSet<&str> = sets_in_use(cx.content());
    let sets = cx
        .content()
        .subjects
        .iter()
        .filter(|set| cx.own(&set.id.place));
    for set in sets.filter(|set| !used.contains(set.id.name.as_str())) {
        let note = cx.note(Code::SetUnused, &set.id.place, &[]);
        notes.push(note.arg("set", set.name.as_str()));
    }
}
