//! What is left open (`duty-unset`), with the question behind it and the clauses that it concerns.
//!
//! The note comes from reading the plan. Whoever lints wants to settle it, and needs all three.

use luoshi_diagnostics::{Arg, Code, Note, Place};
use luoshi_plan::Space;

use crate::context::Context;
use crate::work::works;

/// The note with the places of the question and of the duty's clauses.
pub(crate) fn explained(cx: &Context<'_>, note: Note) -> Note {
    if note.code != Code::DutyUnset {
        return note;
    }
    let clauses = named(&note, "name").and_then(|duty| clauses(cx, duty));
    let parameter = named(&note, "parameter").unwrap_or_default();
    let parameter = cx.plan.places.get(Space::Parameter, parameter);
    let question = parameter.and_then(|at| below(cx, at, "question"));
    let labelled = [(question, "label-question"), (clauses, "label-clauses")];
    let places = labelled
        .into_iter()
        .filter_map(|(place, label)| Some((place?, label)));
    places.fold(note, |note, (place, label)| note.and(place, label))
}

/// What an argument of the note names.
fn named<'n>(note: &'n Note, argument: &str) -> Option<&'n str> {
    let (_, value) = note.args.iter().find(|(name, _)| *name == argument)?;
    match value {
        Arg::Text(name) => Some(name),
        _ => None,
    }
}

/// Where the clauses of a duty begin: those that the plan itself gives it, else its own.
fn clauses(cx: &Context<'_>, duty: &str) -> Option<Place> {
    let work = works(cx.content()).find(|work| work.id.name == duty)?;
    let own = work.clauses.iter().find(|clause| cx.own(&clause.place));
    own.or(work.clauses.first())
        .map(|clause| clause.place.clone())
}

/// Where the value of a key stands, if the map of `anchor` has the key.
fn below(cx: &Context<'_>, anchor: &Place, key: &str) -> Option<Place> {
    let place = cx.atlas.place(anchor, &[key]);
    (place != *anchor).then_some(place)
}
