//! `impossible-cadence`: a frequency that nobody can keep, or that says two things.

use luoshi_calendar::{Cadence, ImpossibleCadence, Times};
use luoshi_diagnostics::{Code, Note, Place};

use super::Context;
use crate::model::{CadenceKeys, Headcount};

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    let content = cx.fresh;
    let cadences = (content.meetings.iter().map(|d| (&d.duty, &d.cadence)))
        .chain(content.activities.iter().map(|d| (&d.duty, &d.cadence)))
        .chain(content.documents.iter().map(|d| (&d.duty, &d.cadence)))
        .chain(content.rosters.iter().map(|d| (&d.duty, &d.cadence)));
    for (duty, cadence) in cadences {
        if let Some(cadence) = cadence.get() {
            notes.extend(impossible(cx, &duty.id.place, cadence));
        }
    }
    for coverage in &content.coverage {
        if let Some(headcount) = &coverage.headcount {
            let Headcount { at_least, exactly } = headcount;
            let given = [at_least.is_some(), exactly.is_some()];
            let anchor = &coverage.duty.id.place;
            notes.extend(cx.one_of(anchor, &["headcount"], ["at_least", "exactly"], given));
        }
    }
}

fn impossible(cx: &Context<'_>, anchor: &Place, cadence: &CadenceKeys) -> Option<Note> {
    let note = |why: &str, key: &[&str]| {
        let path: Vec<&str> = ["cadence"].iter().chain(key).copied().collect();
        let keys = match why {
            "grace" => ["grace", "hand_in"],
            _ => ["at_least", "exactly"],
        };
        let [first, second] = keys.map(|key| cx.atlas.shown(anchor, &["cadence"], key));
        let note = cx.note(Code::ImpossibleCadence, anchor, &path);
        Some(
            note.arg("why", why)
                .arg("first", first)
                .arg("second", second),
        )
    };
    let (times, key) = match (cadence.at_least, cadence.exactly) {
        (Some(_), Some(_)) => return note("both", &["exactly"]),
        (None, None) => return note("neither", &[]),
        (Some(n), None) => (Times::AtLeast(n), "at_least"),
        (None, Some(n)) => (Times::Exactly(n), "exactly"),
    };
    match Cadence::new(cadence.every, times) {
        Err(ImpossibleCadence::Never) => note("never", &[key]),
        Err(ImpossibleCadence::TooOften { .. }) => note("too-often", &[key]),
        // One record cannot be handed in on time and late by the same rule.
        Ok(_) if cadence.grace > 0 && cadence.hand_in > 0 => note("grace", &["hand_in"]),
        Ok(_) => None,
    }
}
