//! What is left open (`duty-unset`), with the question behind it and the clauses that it concerns.
//!
//! The note comes from reading the plan. Whoever lints wants to settle it, and needs all three.

use luoshi_diagnostics::{Arg, Code, Note, Place};
use luoshi_plan::Space;

use crate::context::Context;

/// The note with the places of the question and of the duty's clauses.
pub(crate) fn explained(cx: &Context<'_>, note: Note) -> Note {
    if note.code != Code::DutyUnset {
        return note;
    }
    let duty = defined(cx, Space::Duty, &note, "name");
    let clauses = duty.and_then(|at| below(cx, at, "clauses"));
    let parameter = defined(cx, Space::Parameter, &note, "parameter");
    let question = parameter.and_then(|at| below(cx, at, "question"));
    let labelled = [(question, "label-question"), (clauses, "label-clauses")];
    let places = labelled
        .into_iter()
        .filter_map(|(place, label)| Some((place?, label)));
    places.fold(note, |note, (place, label)| note.and(place, label))
}

/// Where the thing is defined that an argument of the note names.
fn defined<'a>(
    cx: &'a Context<'_>,
    space: Space,
    note: &Note,
    argument: &str,
) -> Option<&'a Place> {
    let (_, value) = note.args.iter().find(|(name, _)| *name == argument)?;
    let Arg::Text(name) = value else { return None };
    cx.plan.places.get(&(space, name.clone()))
}

/// Where the value of a key stands, if the map of `anchor` has the key.
fn below(cx: &Context<'_>, anchor: &Place, key: &str) -> Option<Place> {
    let place = cx.atlas.place(anchor, &[key]);
    (place != *anchor).then_some(place)
}
