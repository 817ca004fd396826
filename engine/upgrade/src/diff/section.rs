//! What is known of the sections of a package: which bind, and in what order they are told.

use crate::change::{Bearing, Change, ChangeKind, Step};

/// Sections in which a duty, a sanction or what follows from one stands.
pub(super) const BINDING: [&str; 13] = [
    "vetoes",
    "penalties",
    "ladders",
    "meetings",
    "activities",
    "tasks",
    "documents",
    "coverage",
    "rosters",
    "incidents",
    "each_needs",
    "rules",
    "chains",
];

/// Sections in the order of their weight; those that are not here come last.
const WEIGHT: [&str; 22] = [
    "package",
    "extends",
    "vetoes",
    "penalties",
    "ladders",
    "scorecards",
    "meetings",
    "activities",
    "tasks",
    "documents",
    "coverage",
    "rosters",
    "incidents",
    "each_needs",
    "rules",
    "plugins",
    "chains",
    "rewards",
    "indicators",
    "parameters",
    "set",
    "settings",
];

/// Sections whose entries nothing else can name, so that a plan holds without them.
pub(super) const UNNAMED: [&str; 9] = [
    "vocabulary",
    "settings",
    "layout",
    "set",
    "holders",
    "tailor",
    "disable",
    "period",
    "luoshi",
];

/// The weightiest first: what binds before what only names; in each section the stricter first.
pub(super) fn weight(change: &Change) -> (bool, usize, Bearing, ChangeKind, &'static str, String) {
    let section = WEIGHT.iter().position(|section| *section == change.section);
    (
        change.step == Step::Patch,
        section.unwrap_or(WEIGHT.len()),
        change.bearing,
        change.kind,
        change.section,
        change.id.clone(),
    )
}
