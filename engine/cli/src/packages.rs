//! The packages that a plan extends, found among its sibling folders and where the user says.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use luoshi_diagnostics::{Code, Note, Sources};
use luoshi_package::{Archive, read_archive};
use luoshi_plan::{Folder, PlanFile, parse, wanted};

use crate::folder::{folder_of, is_archive, read_folder, read_text, shown};

/// Reads a package, or the folder of a plan, where it lies: a folder, a file in it, or an archive.
///
/// # Errors
/// `LS0601` if there is nothing at the path, or what keeps an archive from being one.
pub fn package_at(path: &Path) -> Result<(Folder, Vec<Note>), Note> {
    if !is_archive(path) {
        return folder_of(path).map(|folder| read_folder(&folder));
    }
    let archive = read_package(path)?;
    Ok((archive.files.folder(&shown(path)), Vec::new()))
}

/// Reads an archive.
///
/// # Errors
/// `LS0601` if there is no such file, or what keeps it from being an archive.
pub fn read_package(path: &Path) -> Result<Archive, Note> {
    if !path.exists() {
        return Err(Note::new(Code::PathMissing).arg("path", shown(path)));
    }
    read_archive(path, &shown(path)).map_err(first)
}

/// An archive that is none is worth one note: what else is wrong with it nobody will mend by hand.
fn first(notes: Vec<Note>) -> Note {
    let mut notes = notes.into_iter();
    notes.next().expect("who refuses says why")
}

/// Reads every package that a plan extends, directly or not. They are looked for beside
/// the plan's folder and in each of `places`, by the name in their `package.yaml`.
///
/// Where some package is missing, all that were found come back, so that the message can
/// suggest one of them.
#[must_use]
pub fn packages_for(
    plan: &PlanFile,
    folder: &Path,
    places: &[PathBuf],
    sources: &mut Sources,
) -> (Vec<PlanFile>, Vec<Note>) {
    packages_read_by(plan, folder, places, &read_folder, sources)
}

/// Like [`packages_for`], with the texts of each folder given by `read`: an editor holds some of them.
#[must_use]
pub fn packages_read_by(
    plan: &PlanFile,
    folder: &Path,
    places: &[PathBuf],
    read: &dyn Fn(&Path) -> (Folder, Vec<Note>),
    sources: &mut Sources,
) -> (Vec<PlanFile>, Vec<Note>) {
    let offered = offered(folder, places);
    let mut loaded = Loaded {
        by: read,
        read: Vec::new(),
        notes: Vec::new(),
    };
    let mut asked: BTreeSet<String> = BTreeSet::new();
    let mut queue: Vec<String> = wanted(plan).into_iter().map(|w| w.name).collect();
    let mut missing = false;
    while let Some(name) = queue.pop() {
        if !asked.insert(name.clone()) {
            continue;
        }
        missing |= !offered.contains_key(&name);
        let from = loaded.read.len();
        loaded.load(offered.get(&name).map_or(&[][..], Vec::as_slice), sources);
        for package in &loaded.read[from..] {
            queue.extend(wanted(package).into_iter().map(|w| w.name));
        }
    }
    if missing {
        for (_, folders) in offered.iter().filter(|(name, _)| !asked.contains(*name)) {
            loaded.load(folders, sources);
        }
    }
    (loaded.read, loaded.notes)
}

struct Loaded<'r> {
    by: &'r dyn Fn(&Path) -> (Folder, Vec<Note>),
    read: Vec<PlanFile>,
    notes: Vec<Note>,
}

impl Loaded<'_> {
    fn load(&mut self, folders: &[PathBuf], sources: &mut Sources) {
        for folder in folders {
            let (texts, notes) = (self.by)(folder);
            self.read.push(parse(&texts, sources));
            self.notes.extend(notes);
        }
    }
}

/// Folders of packages by the name of the package; several may publish versions of one.
fn offered(folder: &Path, places: &[PathBuf]) -> BTreeMap<String, Vec<PathBuf>> {
    let mut candidates = Vec::new();
    // A folder given as `.` has no parent in its name, but it has one on the disk.
    match folder.parent().filter(|p| !p.as_os_str().is_empty()) {
        Some(parent) => candidates.extend(folders_in(parent)),
        None => candidates.extend(folders_in(&folder.join(".."))),
    }
    for place in places {
        candidates.push(place.clone());
        candidates.extend(folders_in(place));
    }
    let mut seen = BTreeSet::new();
    let mut offered: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
    for candidate in candidates {
        let real = candidate
            .canonicalize()
            .unwrap_or_else(|_| candidate.clone());
        if !seen.insert(real) {
            continue;
        }
        if let Some(name) = package_name(&candidate) {
            offered.entry(name).or_default().push(candidate);
        }
    }
    offered
}

fn folders_in(place: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(place).into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = entries.map(|e| e.path()).filter(|p| p.is_dir()).collect();
    folders.sort();
    folders
}

/// The name in the folder's `package.yaml`; none if it is no package.
fn package_name(folder: &Path) -> Option<String> {
    let text = read_text(&folder.join("package.yaml")).ok()?;
    let head = Folder {
        name: String::new(),
        texts: vec![("package.yaml".to_owned(), text)],
        ..Folder::default()
    };
    parse(&head, &mut Sources::default()).head.package_name
}
