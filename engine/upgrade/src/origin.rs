//! From the edited plan back to the plan as it is.

use std::collections::BTreeMap;

use luoshi_diagnostics::{FileId, Level, Note, Place, Sources};
use luoshi_plan::PlanFile;

use crate::edit::Edits;

/// The errors among notes on the edited plan, at their places in the plan as it is.
pub(crate) fn errors_at_home(
    notes: Vec<Note>,
    edited: &PlanFile,
    plan: &PlanFile,
    edits: &BTreeMap<FileId, Edits>,
    sources: &Sources,
) -> Vec<Note> {
    let origins = origins(edited, plan, sources);
    let mut errors = notes;
    errors.retain(|note| note.code.level() == Level::Error);
    for place in errors.iter_mut().flat_map(places) {
        back(place, &origins, edits);
    }
    errors
}

/// Every text of a folder that notes can point into.
pub(crate) fn file_ids(file: &PlanFile) -> impl Iterator<Item = FileId> + '_ {
    let trees = file.trees.iter().map(|tree| tree.place.file);
    let texts = file.templates.values().chain(file.scripts.values());
    let calendars = file.calendars.iter().map(|(id, _)| *id);
    trees
        .chain(texts.map(|(id, _)| *id))
        .chain(calendars)
        .chain(file.limits)
}

/// The texts of the edited plan, each with the text that it was made from.
fn origins(edited: &PlanFile, plan: &PlanFile, sources: &Sources) -> BTreeMap<FileId, FileId> {
    let named: BTreeMap<&str, FileId> = file_ids(plan).map(|id| (sources.name(id), id)).collect();
    let origin = |id: FileId| Some((id, *named.get(sources.name(id))?));
    file_ids(edited).filter_map(origin).collect()
}

/// Every place of a note.
fn places(note: &mut Note) -> impl Iterator<Item = &mut Place> {
    let also = note.also.iter_mut().map(|(place, _)| place);
    note.place.iter_mut().chain(also)
}

/// A place of the edited plan as a place of the plan as it is.
fn back(place: &mut Place, origins: &BTreeMap<FileId, FileId>, edits: &BTreeMap<FileId, Edits>) {
    if let Some(origin) = origins.get(&place.file) {
        place.file = *origin;
        if let Some(edits) = edits.get(origin) {
            place.start = edits.back(place.start);
            place.end = edits.back(place.end).max(place.start);
        }
    }
}

/// The path of a file in a folder.
pub(crate) fn inside(name: &str, folder: &str) -> String {
    let path = name.strip_prefix(folder).unwrap_or(name);
    path.trim_start_matches('/').to_owned()
}
