//! The disk is full, fails, or may not be written to, at one call after the other: told with its code and what to do,
//! nothing is half done, and when the fault is gone the next run needs no help.

use std::process::Output;

use crate::kills::{holds, shown};
use crate::scenario::{Ready, each};
use crate::trace::{Fault, Point, calls, points, sampled, with_fault};

/// Each with the name that a person would give it.
const FAULTS: [Fault; 5] = [
    Fault::Always("ENOSPC"),
    Fault::Once("ENOSPC"),
    Fault::Once("EIO"),
    Fault::Always("EROFS"),
    Fault::Always("EACCES"),
];

#[test]
fn a_disk_that_refuses_is_told_and_leaves_nothing_half_done() {
    let all = std::env::var("LUOSHI_CRASH").is_ok_and(|many| many == "all");
    each(|ready| {
        let places = sampled(points(&calls(&ready.fresh(), ready.scenario.command).1));
        let mut tried = 0;
        for (at, place) in places.iter().enumerate() {
            // Every fault at every place, or one after the other.
            let faults = if all {
                &FAULTS[..]
            } else {
                &FAULTS[at % FAULTS.len()..][..1]
            };
            for fault in faults {
                let case = ready.fresh();
                let ran = with_fault(&case, ready.scenario.command, place, *fault);
                let checked =
                    told(ready, &ran, place, *fault).and_then(|()| holds(ready, &case, &ran));
                checked.map_err(|what| format!("{fault:?} at {}: {what}", shown(place)))?;
                tried += 1;
            }
        }
        Ok(tried)
    });
}

/// A run that a fault kept from its goal says so: exit code 3, a code, what to do. Where nothing can be written any more, that is
/// the exit code alone.
fn told(ready: &Ready, ran: &Output, place: &Point, fault: Fault) -> Result<(), String> {
    let said = String::from_utf8_lossy(&ran.stderr);
    let mute = matches!(fault, Fault::Always(_)) && place.kind == "write";
    match ran.status.code() {
        Some(code) if code == ready.code => Ok(()),
        Some(3) if mute || (said.contains("[LS") && said.contains("怎么办")) => Ok(()),
        other => Err(format!("it ended {other:?} and said: {said}")),
    }
}
