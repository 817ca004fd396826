//! Packages that several townships build on, read once.

use std::path::{Path, PathBuf};

use luoshi_diagnostics::{Note, Sources};
use luoshi_package::LOCK_FILE;
use luoshi_package::store::installed;
use luoshi_plan::{Folder, PlanFile, parse};

use crate::folder::read_text;
use crate::packages::{asks, packages_for};

/// What decides which packages a plan is given: where it lies, what it asks for, what it is locked to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Key {
    beside: PathBuf,
    asks: Vec<(String, String)>,
    lock: Option<String>,
}

/// The packages of all plans with one key.
pub(super) struct Shelf {
    pub(super) key: Key,
    pub(super) sources: Sources,
    pub(super) files: Vec<PlanFile>,
}

impl Key {
    /// The key of a folder; none if it has packages of its own, or its plan cannot be read.
    pub(super) fn of(folder: &Path) -> Option<Key> {
        if !installed(folder).is_empty() {
            return None;
        }
        let head = Folder {
            texts: vec![(
                "plan.yaml".to_owned(),
                read_text(&folder.join("plan.yaml")).ok()?,
            )],
            ..Folder::default()
        };
        Key::with(folder, &parse(&head, &mut Sources::default()))
    }

    /// The key of a folder with this plan.
    pub(super) fn with(folder: &Path, plan: &PlanFile) -> Option<Key> {
        let asks = asks(plan).into_iter();
        let lock = folder.join(LOCK_FILE);
        Some(Key {
            beside: folder.parent()?.to_owned(),
            asks: asks.map(|ask| (ask.name, ask.range.to_string())).collect(),
            lock: match lock.exists() {
                true => Some(read_text(&lock).ok()?),
                false => None,
            },
        })
    }
}

/// Reads the packages of a key for the first folder that has it; none if anything is to be said about them,
/// which each plan then hears at its own place.
pub(super) fn shelf(key: Key, folder: &Path, places: &[PathBuf]) -> Option<Shelf> {
    let mut sources = Sources::default();
    let (texts, notes): (Folder, Vec<Note>) = crate::folder::read_folder(folder);
    let plan = parse(&texts, &mut Sources::default());
    let same = notes.is_empty() && Key::with(folder, &plan).as_ref() == Some(&key);
    let (files, notes) = packages_for(&plan, folder, places, &mut sources);
    (same && notes.is_empty()).then_some(Shelf {
        key,
        sources,
        files,
    })
}
