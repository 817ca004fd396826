//! Killed at one call after the other: what was acknowledged is there, nothing is half done, and the next run needs no help.

use std::process::Output;

use crate::case::{Case, copy};
use crate::scenario::{Ready, each};
use crate::state::state;
use crate::trace::{Fault, Point, calls, points, sampled, with_fault};

#[test]
fn whoever_is_killed_loses_nothing_acknowledged_and_leaves_nothing_half_done() {
    each(|ready| {
        let places = points(&calls(&ready.fresh(), ready.scenario.command).1);
        let places = sampled(places);
        for place in &places {
            let case = ready.fresh();
            let killed = with_fault(&case, ready.scenario.command, place, Fault::Kill);
            holds(ready, &case, &killed)
                .map_err(|what| format!("killed before {}: {what}", shown(place)))?;
        }
        Ok(places.len())
    });
}

pub(crate) fn shown(place: &Point) -> String {
    format!("{} number {}", place.kind, place.nth)
}

/// What must hold whatever happened to a run: between before and after, done if it said so, and mended by the next run.
pub(crate) fn holds(ready: &Ready, case: &Case, ran: &Output) -> Result<(), String> {
    // Looked at in a copy: looking brings a ledger into order, which is up to the next run.
    let seen = Case::new();
    copy(&case.path(""), &seen.path(""));
    let left = state(&seen.path(""));
    left.is_between(&ready.before, &ready.after)?;
    let said = String::from_utf8_lossy(&ran.stdout);
    let acknowledged =
        ran.status.code() == Some(ready.code) || (!said.is_empty() && said == ready.said);
    if acknowledged {
        left.without_strays()
            .is(&ready.after)
            .map_err(|what| format!("acknowledged, but {what}"))?;
    }
    let again = case.run(ready.scenario.command);
    if again.code != Some(ready.code) {
        return Err(format!(
            "the next run ends {:?}: {}{}",
            again.code, again.stdout, again.stderr
        ));
    }
    let mended = state(&case.path(""));
    if !ready.scenario.repeats {
        return match mended.strays.is_empty() {
            true => Ok(()),
            false => Err(format!("left over: {:?}", mended.strays)),
        };
    }
    mended
        .is(&ready.after)
        .map_err(|what| format!("after the next run {what}"))
}
