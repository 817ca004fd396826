//! `parameter-unused`: a parameter that nothing asks for, so that its value changes nothing.

use luoshi_diagnostics::{Code, Note};
use luoshi_plan::Space;

use crate::context::Context;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    for parameter in &cx.content().head.parameters {
        let id = parameter.id.name.as_str();
        let place = cx.plan.places.get(Space::Parameter, id);
        let Some(place) = place.filter(|place| cx.own(place) && !cx.mentions(id, place)) else {
            continue;
        };
        let note = cx.note(Code::ParameterUnused, place, &[]);
        notes.push(note.arg("name", parameter.name.as_str()));
    }
}
