//! All that is known about one folder while nothing in it changes.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use luoshi_diagnostics::{FileId, Note, Sources, Staged};
use luoshi_lint::{Input, lint};
use luoshi_plan::{Folder, Index, Node, Plan, PlanFile, index, package_as_plan, parse, resolve};
use luoshi_rules::{Plugins, compile};

use crate::heal::healed;

/// The packages under a plan, read once for as long as none of them changes.
#[derive(Debug, Clone, Default)]
pub(crate) struct Packages {
    /// The names that the plan wants.
    pub(crate) wanted: Vec<String>,
    pub(crate) files: Vec<PlanFile>,
    /// Their texts, before those of the plan.
    pub(crate) sources: Sources,
}

/// One folder and its packages at one moment.
pub(crate) struct Analysis {
    pub(crate) sources: Sources,
    /// Everything noticed, in packages too.
    pub(crate) notes: Vec<Note>,
    pub(crate) index: Index,
    /// The trees of the folder's own files; of those that cannot be read, as much as can be.
    pub(crate) trees: BTreeMap<FileId, Node>,
    /// The scripts in `rules/`, with those of packages.
    pub(crate) scripts: BTreeMap<String, FileId>,
    /// The programs in `plugins/` of the folder itself.
    pub(crate) programs: Vec<String>,
    /// The name of each package, with the folder that it is in.
    pub(crate) packages: Vec<(String, String)>,
    /// The folder, as the names of its files begin.
    folder: String,
    paths: BTreeMap<PathBuf, FileId>,
    /// The first file that is no package's.
    first: FileId,
}

/// A folder whose YAML files can all be read; `edited` is the last change of each open file.
pub(crate) fn readable(folder: &Folder, edited: &BTreeMap<String, usize>) -> Folder {
    let heal = |(path, text): &(String, String)| {
        let text = match path.ends_with(".yaml") || path.ends_with(".yml") {
            true => healed(text, edited.get(path).copied().unwrap_or(text.len())),
            false => text.clone(),
        };
        (path.clone(), text)
    };
    Folder {
        name: folder.name.clone(),
        texts: folder.texts.iter().map(heal).collect(),
        binaries: folder.binaries.clone(),
    }
}

/// Whether a folder is a package and no plan.
pub(crate) fn is_package(folder: &Folder) -> bool {
    let has = |name: &str| folder.texts.iter().any(|(path, _)| path == name);
    has("package.yaml") && !has("plan.yaml")
}

/// Reads, resolves and indexes a folder. `readable` is the same folder, without what cannot be read.
pub(crate) fn analyse(
    folder: &Folder,
    readable: &Folder,
    packages: &Packages,
    today: Date,
) -> Analysis {
    let first = count(&packages.sources);
    let mut sources = packages.sources.clone();
    let file = parse(folder, &mut sources);
    let staged = match is_package(folder) {
        true => package_as_plan(&file, &packages.files, today),
        false => resolve(&file, &packages.files),
    };
    let notes = notes(staged, &file, packages, &sources, today);
    let whole = match file.gaps {
        // The same files in the same order have the same ids.
        true => parse(readable, &mut packages.sources.clone()),
        false => file,
    };
    let ids = (0..count(&sources)).map(FileId);
    Analysis {
        notes,
        index: index(&whole, &packages.files, &sources),
        paths: ids
            .map(|id| (PathBuf::from(sources.name(id)), id))
            .collect(),
        folder: folder.name.clone(),
        first: FileId(first),
        scripts: scripts(packages.files.iter().chain([&whole])),
        programs: whole
            .components
            .iter()
            .flatten()
            .map(|(name, _)| name.clone())
            .collect(),
        packages: packages.files.iter().filter_map(package).collect(),
        trees: whole.trees.into_iter().map(|t| (t.place.file, t)).collect(),
        sources,
    }
}

fn scripts<'f>(files: impl Iterator<Item = &'f PlanFile>) -> BTreeMap<String, FileId> {
    let scripts = files.flat_map(|file| &file.scripts);
    scripts.map(|(name, (id, _))| (name.clone(), *id)).collect()
}

fn package(file: &PlanFile) -> Option<(String, String)> {
    let name = file.head.package_name.clone()?;
    Some((name, file.name.clone()))
}

/// What was noticed, with the errors of rules and with what lint says, if there is a plan.
fn notes(
    staged: Staged<Plan>,
    file: &PlanFile,
    packages: &Packages,
    sources: &Sources,
    today: Date,
) -> Vec<Note> {
    let Some(plan) = staged.value else {
        return staged.notes;
    };
    let mut notes = staged.notes;
    // Which day it is makes no difference to whether a rule can be read.
    notes.extend(compile(&plan, plan.span.from, Plugins::none()).notes);
    let linted = lint(Input {
        plan: &plan,
        file,
        packages: &packages.files,
        sources,
        notes: notes.clone(),
        as_of: today,
        rules_of: None,
        limits: None,
    });
    match linted.value {
        Some(linted) => linted.notes,
        None => {
            notes.extend(linted.notes);
            notes
        }
    }
}

/// How many texts there are.
fn count(sources: &Sources) -> u32 {
    let named = (0..).take_while(|id| !sources.name(FileId(*id)).is_empty());
    named.last().map_or(0, |last| last + 1)
}

/// The path of a file inside a folder that it is in.
fn under<'n>(name: &'n str, folder: &str) -> Option<&'n str> {
    name.strip_prefix(folder)?.strip_prefix('/')
}

impl Analysis {
    /// The file at a path, if it is part of the plan or of a package.
    pub(crate) fn file(&self, path: &Path) -> Option<FileId> {
        self.paths.get(path).copied()
    }

    pub(crate) fn path(&self, file: FileId) -> PathBuf {
        PathBuf::from(self.sources.name(file))
    }

    /// A file as people are told of it: its path in its folder, with the folder if it is a package's.
    pub(crate) fn shown(&self, file: FileId) -> String {
        let name = self.sources.name(file);
        let packages = self.packages.iter().map(|(_, folder)| folder.as_str());
        let inside = packages
            .filter(|folder| under(name, folder).is_some())
            .max();
        let above = match inside.filter(|_| !self.owns(file)) {
            Some(folder) => folder.rfind('/').map_or("", |n| &folder[..n]),
            None => self.folder.as_str(),
        };
        under(name, above).unwrap_or(name).to_owned()
    }

    /// The name of the package that a file belongs to.
    pub(crate) fn package_of(&self, file: FileId) -> Option<&str> {
        let name = self.sources.name(file);
        let mut holds = self
            .packages
            .iter()
            .filter(|(_, folder)| under(name, folder).is_some());
        holds
            .next()
            .map(|(package, _)| package.as_str())
            .filter(|_| !self.owns(file))
    }

    /// Whether a file is the folder's own, and no package's.
    pub(crate) fn owns(&self, file: FileId) -> bool {
        file >= self.first
    }

    /// The folder's own files, those with a head first.
    pub(crate) fn own_files(&self) -> impl Iterator<Item = FileId> {
        (self.first.0..count(&self.sources)).map(FileId)
    }
}
