//! The lock of a plan, out of the packages that are here.

use std::path::Path;

use luoshi_diagnostics::{Note, Sources};
use luoshi_package::store::{Guard, read_lock, unwatched};
use luoshi_package::{Lock, Locked, digest_of, read_directory, renew, solve};
use luoshi_plan::{Version, parse};

use super::shelf::{Item, Shelf, Suppliers};
use super::{PATIENCE, Terms, read_plan};
use crate::packages::{asks, candidates};

/// The lock as it is and as it would be.
#[derive(Debug)]
pub struct Relock {
    /// As it is.
    pub old: Option<Lock>,
    /// As it would be.
    pub new: Lock,
}

impl Relock {
    /// Puts the new lock into its place.
    ///
    /// # Errors
    /// `LS0939` if somebody installs, `LS0604` if it cannot be written.
    pub fn write(&self, plan: &Path) -> Result<(), Note> {
        Guard::take(plan, PATIENCE)?.lock(&self.new, &mut unwatched)
    }
}

/// Which versions a new lock prefers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prefer {
    /// Those of the lock that is there.
    Locked,
    /// The highest.
    Highest,
}

/// Chooses anew among the packages that are here. Nothing is written.
///
/// # Errors
/// Everything that stands in the way of a lock.
pub fn relock(terms: &Terms, prefer: Prefer, sources: &mut Sources) -> Result<Relock, Vec<Note>> {
    let plan = read_plan(&terms.plan, sources).map_err(|note| vec![note])?;
    let old = read_lock(&terms.plan).map_err(|note| vec![note])?;
    let asked = asks(&plan);
    let suppliers = Suppliers {
        files: &[],
        registry: None,
        folders: &candidates(&terms.plan, &terms.packages),
    };
    let mut shelf = Shelf::fill(&asked, &suppliers)?;
    let kept = old.iter().filter(|_| prefer == Prefer::Locked);
    for locked in kept.flat_map(Lock::packages) {
        shelf.offers.prefer(&locked.name, locked.version);
    }
    let called = plan.name.as_str();
    let chosen = solve(&asked, &shelf.offers).map_err(|conflict| vec![conflict.note(called)])?;
    let mut notes = Vec::new();
    let mut packages = Vec::new();
    for (name, version) in &chosen {
        let Some(Item::Folder(path, origin)) = shelf.items.get(&(name.clone(), *version)) else {
            continue;
        };
        match folder(path, name, *version) {
            Ok(locked) => packages.push((locked, *origin)),
            Err(wrong) => notes.extend(wrong),
        }
    }
    if !notes.is_empty() {
        return Err(notes);
    }
    let new = renew(old.as_ref(), packages, terms.downgrade.as_deref())?;
    Ok(Relock { old, new })
}

/// What a lock says of the package in a folder.
pub(super) fn folder(path: &Path, name: &str, version: Version) -> Result<Locked, Vec<Note>> {
    let (files, notes) = read_directory(path);
    let files = files.ok_or(notes)?;
    let file = parse(&files.folder(""), &mut Sources::default());
    let digest = digest_of(&files).map_err(|note| vec![note])?;
    Ok(Locked {
        name: name.to_owned(),
        version,
        digest,
        signed_by: Vec::new(),
        extends: asks(&file),
        downgrade: None,
    })
}
