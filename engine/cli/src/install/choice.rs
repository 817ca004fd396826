//! One version of everything that the orders and the plan ask for.

use std::collections::BTreeMap;

use luoshi_diagnostics::{Code, Note};
use luoshi_package::{Extended, Lock, solve};
use luoshi_plan::{PlanFile, Version};

use crate::packages::asks;

use super::shelf::{Item, Shelf, Suppliers};

pub(super) type Choice = BTreeMap<(String, Version), Item>;

/// One version of everything that the orders and the plan ask for. What is locked and not ordered stays if it can.
pub(super) fn choose(
    plan: &PlanFile,
    ordered: &[Extended],
    lock: Option<&Lock>,
    suppliers: &Suppliers<'_>,
) -> Result<Choice, Vec<Note>> {
    let all: Vec<Extended> = ordered.iter().cloned().chain(asks(plan)).collect();
    let mut shelf = Shelf::fill(&all, suppliers)?;
    for locked in lock.into_iter().flat_map(Lock::packages) {
        if !ordered.iter().any(|ask| ask.name == locked.name) {
            shelf.offers.prefer(&locked.name, locked.version);
        }
    }
    let absent: Vec<Note> = ordered
        .iter()
        .filter_map(|ask| absent(ask, &shelf))
        .collect();
    if !absent.is_empty() {
        return Err(shelf.passed_over.into_iter().chain(absent).collect());
    }
    match solve(&all, &shelf.offers) {
        Ok(chosen) if hidden(ordered, &chosen, &shelf).next().is_some() => {
            Err(hidden(ordered, &chosen, &shelf).collect())
        }
        Ok(chosen) => Ok(chosen
            .into_iter()
            .filter_map(|key| shelf.items.remove(&key).map(|item| (key, item)))
            .collect()),
        Err(conflict) => {
            let mut notes = shelf.passed_over;
            notes.push(conflict.note(&plan.name));
            Err(notes)
        }
    }
}

/// Files of the registry that are not there, although the index has them and they are what was ordered: whoever wants
/// to keep a township on an old version would take the new one away.
fn hidden<'h>(
    ordered: &'h [Extended],
    chosen: &'h BTreeMap<String, Version>,
    shelf: &'h Shelf,
) -> impl Iterator<Item = Note> + 'h {
    let better = |(name, version): &(String, Version)| {
        let wanted = |ask: &Extended| ask.name == *name && ask.range.includes(*version);
        let lower = chosen.get(name).is_some_and(|chosen| chosen < version);
        lower && ordered.iter().any(wanted)
    };
    let files = shelf.missing.iter().filter(move |(key, _)| better(key));
    files.map(|(_, path)| Note::new(Code::PathMissing).arg("path", path.as_str()))
}

/// The note that there is nothing in the range that was ordered.
fn absent(ask: &Extended, shelf: &Shelf) -> Option<Note> {
    let versions = shelf.offers.versions(&ask.name);
    if versions.iter().any(|version| ask.range.includes(*version)) {
        return None;
    }
    let there: Vec<String> = versions.iter().map(ToString::to_string).collect();
    let there = if there.is_empty() {
        "none".to_owned()
    } else {
        there.join(", ")
    };
    let note = Note::new(Code::PackageNotOffered).arg("name", ask.name.as_str());
    let wanted = match ask.range.as_str() {
        "*" => "any",
        range => range,
    };
    Some(note.arg("wanted", wanted).arg("there", there))
}
