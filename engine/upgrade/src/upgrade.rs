//! A plan carried from one version of a package to another.

use std::collections::{BTreeMap, BTreeSet};

use luoshi_diagnostics::{Arg, Code, FileId, Level, Note, Place, Sources};
use luoshi_plan::model::{Extend, Parameter};
use luoshi_plan::{Folder, Node, NodeKind, PlanFile, Version, parse, resolve};

use crate::change::Difference;
use crate::choice::{Choice, choices};
use crate::edit::{Edits, remove_entries, replace_scalar};
use crate::origin::{back, file_ids, origins, places};
use crate::three_way::{Merged, merge};
use crate::tree::{entries, held, items, scalar, value};

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
        let mut folder = folder.clone();
        for file in &self.files {
            let mut texts = folder.texts.iter_mut();
            if let Some((_, text)) = texts.find(|(path, _)| *path == file.path) {
                text.clone_from(&file.after);
            }
        }
        folder
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
        let origins = origins(edited, request.plan, sources);
        for mut note in notes.into_iter().filter(|n| n.code.level() == Level::Error) {
            for place in places(&mut note) {
                back(place, &origins, &self.edits);
            }
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
    /// The range of versions, where the new one lies outside.
    fn extends(&mut self, sources: &Sources) {
        let Some(package) = &self.request.new.head.package else {
            return;
        };
        for tree in &self.request.plan.trees {
            let list = value(tree, &["extends"]).map(items).unwrap_or_default();
            for item in list {
                let name = value(item, &["package"]).and_then(scalar);
                let range = value(item, &["version"]);
                let (Some(name), Some(node)) = (name, range) else {
                    continue;
                };
                let range = scalar(node).unwrap_or("*");
                if name == package.name && !package.version.satisfies(range) {
                    let text = sources.text(node.place.file);
                    let edit = replace_scalar(text, node, &wider(range, package.version));
                    self.edits.entry(node.place.file).or_default().add(edit);
                }
            }
        }
    }

    /// What the plan sets: entries of parameters that are gone, and those that followed a default.
    fn set(&mut self, sources: &Sources) {
        let used = used_parameters(&self.request.plan.trees);
        for tree in &self.request.plan.trees {
            let Some(set) = held(tree, "set") else {
                continue;
            };
            let (mut gone, mut kept) = (Vec::new(), Vec::new());
            for (at, (key, node)) in entries(set.value).iter().enumerate() {
                let name = key.text.as_str();
                let old = parameter(self.request.old, name);
                let new = self.declared(name);
                match (old, new) {
                    // What may have a new id is for a person to carry over.
                    (Some(_), None) if !used.contains(name) && !self.renamed(name) => gone.push(at),
                    (Some(old), Some(new)) => {
                        kept.extend(default_changed(old, new, node, &key.place))
                    }
                    _ => {}
                }
            }
            self.remarks.extend(kept);
            if gone.is_empty() {
                continue;
            }
            let file = set.key.place.file;
            // An entry that cannot be taken out alone stays, and is told as a conflict.
            for edit in remove_entries(sources.text(file), set, &gone).unwrap_or_default() {
                self.edits.entry(file).or_default().add(edit);
            }
        }
    }

    fn renamed(&self, name: &str) -> bool {
        let mut renames = self.request.difference.renames.iter();
        renames.any(|rename| rename.section == "parameters" && rename.from == name)
    }

    /// A parameter as the plan and its packages now declare it.
    fn declared(&self, name: &str) -> Option<&Parameter> {
        let files = self.request.packages.iter().chain([self.request.plan]);
        files.into_iter().find_map(|file| parameter(file, name))
    }

    /// The plan's own copies of templates and scripts of the package.
    fn copies(&mut self, sources: &Sources) {
        let Request { plan, old, new, .. } = *self.request;
        let kinds = [
            (&plan.templates, &old.templates, &new.templates),
            (&plan.scripts, &old.scripts, &new.scripts),
        ];
        for (ours, base, theirs) in kinds {
            for (name, (file, our)) in ours {
                let path = inside(sources.name(*file), &self.request.folder.name);
                if self.request.keep.contains(&path) {
                    continue;
                }
                match (base.get(name), theirs.get(name)) {
                    (Some((_, base)), Some((_, their))) if base != their => {
                        self.copy(*file, base, our, their);
                    }
                    (None, Some((_, their))) if their != our => {
                        let place = Place {
                            file: *file,
                            start: 0,
                            end: 0,
                        };
                        let note = Note::new(Code::IdTaken).at(place).arg("name", path);
                        self.conflict(note);
                    }
                    _ => {}
                }
            }
        }
    }

    fn copy(&mut self, file: FileId, base: &str, ours: &str, theirs: &str) {
        match merge(base, ours, theirs) {
            Merged::Text(text) if text == ours => {}
            // Once merged, it must stay so when it is merged again.
            Merged::Text(text) if merge(base, &text, theirs) == Merged::Text(text.clone()) => {
                self.merged.insert(file, text);
            }
            Merged::Text(_) => self.clash(file, 0..ours.len(), theirs),
            Merged::Clashes(clashes) => {
                for (at, theirs) in clashes {
                    self.clash(file, at, &theirs);
                }
            }
        }
    }

    fn clash(&mut self, file: FileId, at: std::ops::Range<usize>, theirs: &str) {
        let place = Place {
            file,
            start: at.start,
            end: at.end,
        };
        let theirs = match theirs.trim_end() {
            "" => "none",
            text => text,
        };
        self.conflict(
            Note::new(Code::TextConflict)
                .at(place)
                .arg("theirs", theirs),
        );
    }

    /// Parameters that the new version leaves open and nobody sets.
    fn questions(&mut self) {
        let Request {
            old,
            new,
            plan,
            packages,
            ..
        } = *self.request;
        let files = || packages.iter().chain([plan]);
        for parameter in new.head.parameters.iter().filter(|p| p.default.is_none()) {
            let name = parameter.id.name.as_str();
            let before = crate::upgrade::parameter(old, name);
            let was_open = before.is_some_and(|p| p.default.is_none());
            let set = files().any(|file| file.head.set.0.iter().any(|(n, ..)| n == name));
            if !was_open && !set {
                self.remarks.push(
                    Note::new(Code::QuestionNew)
                        .at(parameter.id.place.clone())
                        .arg("name", name)
                        .arg("title", parameter.name.as_str()),
                );
            }
        }
    }

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

    /// Resolves the edited plan with the new version: whatever is wrong then is a conflict.
    fn check(&mut self, sources: &mut Sources) {
        let mut folder = self.request.folder.clone();
        for file in self.files(sources) {
            if let Some((_, text)) = folder.texts.iter_mut().find(|(path, _)| *path == file.path) {
                *text = file.after;
            }
        }
        let edited = parse(&folder, sources);
        let resolved = resolve(&edited, self.request.packages);
        let origins = origins(&edited, self.request.plan, sources);
        let wrong = resolved
            .notes
            .into_iter()
            .filter(|n| n.code.level() == Level::Error);
        for mut note in wrong {
            for place in places(&mut note) {
                back(place, &origins, &self.edits);
            }
            let note = self.told(note);
            if !self.conflicts.iter().any(|c| c.note == note) {
                self.conflict(note);
            }
        }
    }

    /// What an upgrade makes of a note: a name that the old version knew is gone.
    fn told(&self, note: Note) -> Note {
        let plan = self.request.plan;
        let ours = |place: &Place| file_ids(plan).any(|id| id == place.file);
        let Some(place) = note.place.clone().filter(ours) else {
            return note;
        };
        let name = note.args.iter().find_map(|(key, arg)| match arg {
            Arg::Text(text) if *key == "name" => Some(text.clone()),
            _ => None,
        });
        let Some(name) = name else { return note };
        let version = self.request.difference.to;
        let version = version.map_or_else(String::new, |v| v.to_string());
        match note.code {
            Code::UnknownName
            | Code::UnknownParameter
            | Code::ClauseUnknown
            | Code::NothingToDisable
                if defines(self.request.old, &name) =>
            {
                let renames = &self.request.difference.renames;
                let near = renames.iter().find(|rename| rename.from == name);
                Note::new(Code::UpgradeGone)
                    .at(place)
                    .arg("name", name)
                    .arg("version", version)
                    .arg("near", near.map_or("none", |rename| rename.to.as_str()))
            }
            Code::DuplicateId if defines(self.request.new, &name) => {
                let mut taken = Note::new(Code::IdTaken).at(place).arg("name", name);
                taken.also = note.also;
                taken
            }
            _ => note,
        }
    }
}

/// The path of a file in a folder.
fn inside(name: &str, folder: &str) -> String {
    let path = name.strip_prefix(folder).unwrap_or(name);
    path.trim_start_matches('/').to_owned()
}

/// A range that begins with this version and is written as the author wrote theirs.
fn wider(range: &str, version: Version) -> String {
    let caret = if range.starts_with('^') { "^" } else { "" };
    let written = range.trim_start_matches('^').split('.').count();
    // Before 1.0 the second number is the one that breaks plans.
    let least = if version.0 == 0 { 2 } else { 1 };
    let parts = written.clamp(least, 3);
    let full = version.to_string();
    let cut = |parts: usize| {
        let parts: Vec<&str> = full.split('.').take(parts).collect();
        format!("{caret}{}", parts.join("."))
    };
    let mut fits = (parts..=3).map(cut);
    fits.find(|range| version.satisfies(range))
        .unwrap_or_else(|| format!("{caret}{full}"))
}

fn parameter<'f>(file: &'f PlanFile, name: &str) -> Option<&'f Parameter> {
    file.head.parameters.iter().find(|p| p.id.name == name)
}

/// The remark that a plan sets what the package now decides otherwise; nothing is done about it.
fn default_changed(old: &Parameter, new: &Parameter, node: &Node, at: &Place) -> Option<Note> {
    let given = value(node, &["value"]).or(Some(node)).and_then(scalar)?;
    let text = |p: &Parameter| p.default.as_ref().map(|raw| raw.text.clone());
    let (was, is) = (text(old)?, text(new)?);
    if was == is || given == is {
        return None;
    }
    let note = Note::new(Code::SetKept).at(Place {
        end: node.place.end,
        ..at.clone()
    });
    Some(
        note.arg("name", new.id.name.as_str())
            .arg("same", if given == was { "yes" } else { "no" })
            .arg("value", given)
            .arg("old", was)
            .arg("new", is),
    )
}

/// The parameters that the text of a plan uses.
fn used_parameters(trees: &[Node]) -> BTreeSet<String> {
    fn walk(node: &Node, used: &mut BTreeSet<String>) {
        match &node.kind {
            NodeKind::Scalar { text, .. } => {
                used.extend(crate::content::parameter(text).map(str::to_owned));
            }
            NodeKind::List(items) => items.iter().for_each(|item| walk(item, used)),
            NodeKind::Map(entries) => entries.iter().for_each(|(_, value)| walk(value, used)),
            NodeKind::Undecided(_) => {}
        }
    }
    let mut used = BTreeSet::new();
    trees.iter().for_each(|tree| walk(tree, &mut used));
    used
}

/// Whether a package gives this name to anything.
fn defines(package: &PlanFile, name: &str) -> bool {
    fn walk(node: &Node, name: &str) -> bool {
        let own = value(node, &["id"]).and_then(scalar) == Some(name);
        own || match &node.kind {
            NodeKind::List(items) => items.iter().any(|item| walk(item, name)),
            NodeKind::Map(entries) => entries.iter().any(|(_, value)| walk(value, name)),
            _ => false,
        }
    }
    package.trees.iter().any(|tree| walk(tree, name))
}

/// Whether any of these extends a package of this name.
#[must_use]
pub fn extends(files: &[&PlanFile], name: &str) -> bool {
    let mut all = files.iter().flat_map(|file| &file.head.extends);
    all.any(|extend: &Extend| extend.package.name == name)
}
