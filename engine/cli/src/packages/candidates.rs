//! The folders in which packages lie, nearest first.

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

use luoshi_diagnostics::Sources;
use luoshi_package::store::installed;
use luoshi_package::{Locked, Origin};
use luoshi_plan::{Folder, PlanFile, Version, parse};

use crate::folder::read_text;

/// A folder that is a package, by its `package.yaml`.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// The folder.
    pub path: PathBuf,
    /// The name of the package.
    pub name: String,
    /// Its version; none if its head cannot be read.
    pub version: Option<Version>,
    /// Its title; empty if its head cannot be read.
    pub title: String,
    /// Whether it was installed, or is somebody's own.
    pub origin: Origin,
    /// What the plan's lock says of it, if it is that version.
    pub locked: Option<Locked>,
}

/// Every package that a plan's folder can use: those installed in it, those in `places`, and those beside it.
/// Of one version in two places the first counts.
#[must_use]
pub fn candidates(folder: &Path, places: &[PathBuf]) -> Vec<Candidate> {
    let own = installed(folder).into_iter();
    let mut folders: Vec<(PathBuf, Origin)> = own.map(|i| (i.path, Origin::Archive)).collect();
    for place in places {
        folders.push((place.clone(), Origin::Folder));
        folders.extend(folders_in(place));
    }
    // A folder given as `.` has no parent in its name, but it has one on the disk.
    match folder.parent().filter(|p| !p.as_os_str().is_empty()) {
        Some(parent) => folders.extend(folders_in(parent)),
        // What lies beside it must be called the same, whichever of its neighbours asks.
        None if is_name(folder) => folders.extend(folders_in(Path::new(".")).map(here)),
        None if folder.exists() => folders.extend(folders_in(&folder.join(".."))),
        // One that is yet to be made, here.
        None => folders.extend(folders_in(Path::new(".")).map(here)),
    }
    let mut seen = BTreeSet::new();
    folders.retain(|(path, _)| seen.insert(path.canonicalize().unwrap_or_else(|_| path.clone())));
    let candidates = folders.into_iter();
    candidates
        .filter_map(|(path, origin)| candidate(path, origin))
        .collect()
}

/// The folders in a place that can be packages: of thousands of townships beside one, only these are looked at again.
fn folders_in(place: &Path) -> impl Iterator<Item = (PathBuf, Origin)> {
    let entries = std::fs::read_dir(place).into_iter().flatten().flatten();
    let folders = entries.map(|e| e.path());
    let mut folders: Vec<PathBuf> = folders
        .filter(|p| p.join("package.yaml").is_file())
        .collect();
    folders.sort();
    folders.into_iter().map(|path| (path, Origin::Folder))
}

/// Whether a path is a name alone.
fn is_name(folder: &Path) -> bool {
    let mut parts = folder.components();
    matches!(
        (parts.next(), parts.next()),
        (Some(Component::Normal(_)), None)
    )
}

/// A path from here, without saying so.
fn here((path, origin): (PathBuf, Origin)) -> (PathBuf, Origin) {
    let path = path.strip_prefix(".").map(Path::to_owned).unwrap_or(path);
    (path, origin)
}

/// None if the folder is no package.
fn candidate(path: PathBuf, origin: Origin) -> Option<Candidate> {
    let text = read_text(&path.join("package.yaml")).ok()?;
    let head = Folder {
        name: String::new(),
        texts: vec![("package.yaml".to_owned(), text)],
        ..Folder::default()
    };
    let head = parse(&head, &mut Sources::default()).head;
    Some(Candidate {
        path,
        name: head.package_name?,
        version: head.package.as_ref().map(|package| package.version),
        title: head
            .package
            .map_or_else(String::new, |package| package.title),
        origin,
        locked: None,
    })
}

/// The version in the head of a folder that was read.
pub(super) fn version_of(file: &PlanFile) -> Option<Version> {
    file.head.package.as_ref().map(|package| package.version)
}
