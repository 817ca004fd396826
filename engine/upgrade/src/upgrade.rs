//! A plan carried from one version of a package to another.

mod check;
mod copies;
mod extends;
mod set;

use std::collections::BTreeMap;

use luoshi_diagnostics::{FileId, Note, Sources};
use luoshi_plan::model::{Extend, Parameter};
use luoshi_plan::{Folder, PlanFile};

use crate::change::Difference;
use crate::choice::{Choice, choices};
use crate::edit::Edits;
use crate::origin::{errors_at_home, inside};

/// What an upgrade starts from.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// The texts of the plan.
    pub folder: &'a Folder,
    /// The same, read.
    pub plan: &'a PlanFile,
    /// The version that the plan was written for.
    pub old: &'a PlanFile,
    /// The version that it is carried to.
    pub new: &'a PlanFile,
    /// What the plan builds on with the new version: that version and all other packages.
    pub packages: &'a [PlanFile],
    /// What differs between the two versions.
    pub difference: &'a Difference,
    /// Files of the plan, by their path in its folder, that a person has merged: they stay as they are.
    pub keep: &'a [String],
}

/// What an upgrade comes to. Nothing is written yet.
#[derive(Debug, Clone)]
pub struct Upgrade {
    /// The files that change.
    pub files: Vec<Edited>,
    /// What a person must decide first.
    pub conflicts: Vec<Conflict>,
    /// What a person may want to decide.
    pub remarks: Vec<Note>,
    edits: BTreeMap<FileId, Edits>,
}

impl Upgrade {
    /// The plan with the edits in it.
    #[must_use]
    pub fn edited(&self, folder: &Folder) -> Folder {
        with_edits(folder, &self.files)
    }

    /// Takes errors that a later stage found in the edited plan for conflicts, at the lines of the
    /// plan as it is.
    pub fn add(
        &mut self,
        notes: Vec<Note>,
        edited: &PlanFile,
        request: &Request<'_>,
        sources: &Sources,
    ) {
        for note in errors_at_home(notes, edited, request.plan, &self.edits, sources) {
            let choices = choices(&note, request);
            self.conflicts.push(Conflict { note, choices });
        }
    }
}

/// A file before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edited {
    /// Its path in the folder of the plan.
    pub path: String,
    /// As it is.
    pub before: String,
    /// As it would be.
    pub after: String,
}

/// Something that stands in the way, at its line of the plan as it is.
#[derive(Debug, Clone)]
pub struct Conflict {
    /// Where, and why.
    pub note: Note,
    /// What can be done about it.
    pub choices: Vec<Choice>,
}

/// Merges what the package changed into the plan.
#[must_use]
pub fn upgrade(request: &Request<'_>, sources: &mut Sources) -> Upgrade {
    let mut desk = Desk {
        request,
        edits: BTreeMap::new(),
        merged: BTreeMap::new(),
        conflicts: Vec::new(),
        remarks: Vec::new(),
    };
    desk.extends(sources);
    desk.set(sources);
    desk.copies(sources);
    desk.questions();
    desk.check(sources);
    let files = desk.files(sources);
    let Desk {
        conflicts,
        mut remarks,
        edits,
        ..
    } = desk;
    // What must be decided need not be offered too.
    remarks.retain(|note| !conflicts.iter().any(|c| covers(note, &c.note)));
    Upgrade {
        files,
        conflicts,
        remarks,
        edits,
    }
}

/// Whether two notes are about the same line of `set`.
fn covers(remark: &Note, conflict: &Note) -> bool {
    match (&remark.place, &conflict.place) {
        (Some(a), Some(b)) => a.file == b.file && a.start <= b.end && b.start <= a.end,
        _ => false,
    }
}

struct Desk<'a> {
    request: &'a Request<'a>,
    edits: BTreeMap<FileId, Edits>,
    /// Copies of templates and scripts, merged.
    merged: BTreeMap<FileId, String>,
    conflicts: Vec<Conflict>,
    remarks: Vec<Note>,
}

impl Desk<'_> {
    fn conflict(&mut self, note: Note) {
        let choices = choices(&note, self.request);
        self.conflicts.push(Conflict { note, choices });
    }

    fn files(&self, sources: &Sources) -> Vec<Edited> {
        let edited = self.edits.iter().filter(|(_, edits)| !edits.is_empty());
        let edited = edited.map(|(id, edits)| (*id, edits.apply(sources.text(*id))));
        let merged = self.merged.iter().map(|(id, text)| (*id, text.clone()));
        let mut files: Vec<Edited> = edited
            .chain(merged)
            .map(|(id, after)| Edited {
                path: inside(sources.name(id), &self.request.folder.name),
                before: sources.text(id).to_owned(),
                after,
            })
            .collect();
        files.sort_by(|a, b| a.path.cmp(&b.path));
        files
    }
}

/// A folder with edited files in the place of its own.
fn with_edits(folder: &Folder, files: &[Edited]) -> Folder {
    let mut folder = folder.clone();
    for file in files {
        let mut texts = folder.texts.iter_mut();
        if let Some((_, text)) = texts.find(|(path, _)| *path == file.path) {
            text.clone_from(&file.after);
        }
    }
    folder
}

fn parameter<'f>(file: &'f PlanFile, name: &str) -> Option<&'f Parameter> {
    file.head.parameters.iter().find(|p| p.id.name == name)
}

/// Whether any of these extends a package of this name.
#[must_use]
pub fn extends(files: &[&PlanFile], name: &str) -> bool {
    let mut all = files.iter().flat_map(|file| &file.head.extends);
    all.any(|extend: &Extend| extend.package.name == name)
}
