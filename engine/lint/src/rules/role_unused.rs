//! `role-unused`: a role that nothing in the plan leans on.

use luoshi_diagnostics::{Code, Note};

use crate::context::Context;
use crate::uses::roles_in_use;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    // The plans that build on a package may use its roles.
    if cx.package {
        return;
    }
    let used = roles_in_use(cx.content());
    let roles = cx
        .content()
        .roles
        .iter()
        .filter(|role| cx.own(&role.id.place));
    for role in roles.filter(|role| !used.contains(role.id.name.as_str())) {
        let note = cx.note(Code::RoleUnused, &role.id.place, &[]);
        notes.push(note.arg("role", role.name.as_str()));
    }
}
