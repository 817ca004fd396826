//! The packages that a plan extends: where they are found, which versions are chosen, what is locked.

mod candidates;
mod chosen;
mod digests;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use luoshi_diagnostics::{Code, Note, Sources};
use luoshi_package::{Archive, Locked, digest_of, read_archive, read_directory};
use luoshi_plan::{Folder, PlanFile};

use crate::folder::{folder_of, is_archive, read_folder, shown};

use chosen::choose;

pub use candidates::{Candidate, candidates};
pub use chosen::asks;
pub use digests::Digests;

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

/// Reads every package that a plan extends, directly or not, one version of each: those of its lock,
/// or else the highest that go together. They are looked for among those installed in the plan's folder,
/// in each of `places` and beside the folder, by the name in their `package.yaml`.
///
/// A locked package must have the locked bytes. Where some package is missing, all that were found come
/// back, so that the message can suggest one of them.
#[must_use]
pub fn packages_for(
    plan: &PlanFile,
    folder: &Path,
    places: &[PathBuf],
    sources: &mut Sources,
) -> (Vec<PlanFile>, Vec<Note>) {
    let chosen = choose(
        plan,
        folder,
        places,
        &|candidate| match &candidate.locked {
            Some(locked) => locked_folder(candidate, locked),
            None => read_folder(&candidate.path),
        },
        sources,
    );
    (chosen.files, chosen.notes)
}

/// Like [`packages_for`], with the texts of each folder given by `read`: an editor holds some of them, and
/// whatever is being edited is not held against the lock.
#[must_use]
pub fn packages_read_by(
    plan: &PlanFile,
    folder: &Path,
    places: &[PathBuf],
    read: &dyn Fn(&Path) -> (Folder, Vec<Note>),
    sources: &mut Sources,
) -> (Vec<PlanFile>, Vec<Note>) {
    let chosen = choose(
        plan,
        folder,
        places,
        &|candidate| read(&candidate.path),
        sources,
    );
    (chosen.files, chosen.notes)
}

/// Exactly the files that the locked digest is about: whatever else lies in the folder is not read.
fn locked_folder(candidate: &Candidate, locked: &Locked) -> (Folder, Vec<Note>) {
    let (files, mut notes) = read_directory(&candidate.path);
    let Some(files) = files else {
        return (read_folder(&candidate.path).0, notes);
    };
    // What is no part of the package is no business of whoever uses it.
    notes.clear();
    let digest = match digest_of(&files) {
        Ok(digest) => digest.to_string(),
        Err(note) => {
            notes.push(note);
            "?".to_owned()
        }
    };
    if digest != locked.digest.to_string() {
        let note = Note::new(Code::PackageAltered)
            .arg("name", locked.name.as_str())
            .arg("version", locked.version.to_string());
        let note = note.arg("known", locked.digest.to_string());
        notes.push(note.arg("digest", digest));
    }
    (files.folder(&shown(&candidate.path)), notes)
}

/// The packages that a plan in `folder` could extend, by name; of each the latest version.
#[must_use]
pub fn packages_beside(folder: &Path, places: &[PathBuf]) -> Vec<Candidate> {
    let mut latest: BTreeMap<String, Candidate> = BTreeMap::new();
    for candidate in candidates(folder, places) {
        let known = latest.get(&candidate.name);
        if candidate.version.is_some() && known.is_none_or(|k| k.version < candidate.version) {
            latest.insert(candidate.name.clone(), candidate);
        }
    }
    latest.into_values().collect()
}
