//! Every version that could be used: given as a file, offered by a registry, or here already.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use luoshi_diagnostics::{Note, Sources};
use luoshi_package::{Archive, Extended, Index, Offers, Origin};
use luoshi_plan::{Version, parse};

use crate::folder::read_folder;
use crate::packages::{Candidate, asks, read_package};

/// A registry whose index counts.
pub(super) struct RegistryAt {
    pub(super) root: PathBuf,
    pub(super) index: Index,
}

/// Where a version is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Item {
    /// In an archive.
    Archive(PathBuf),
    /// In a folder.
    Folder(PathBuf, Origin),
}

/// What there is.
#[derive(Default)]
pub(super) struct Shelf {
    pub(super) offers: Offers,
    pub(super) items: BTreeMap<(String, Version), Item>,
    /// What is on the index and not in the registry.
    pub(super) missing: BTreeMap<(String, Version), PathBuf>,
    /// Why some of it is not on offer.
    pub(super) passed_over: Vec<Note>,
}

/// From where the shelf is filled.
pub(super) struct Suppliers<'s> {
    pub(super) files: &'s [(PathBuf, Archive)],
    pub(super) registry: Option<&'s RegistryAt>,
    pub(super) folders: &'s [Candidate],
}

impl Shelf {
    /// Everything that is asked for, directly or not, in every version.
    ///
    /// # Errors
    /// An archive of the registry that is not the one on its index.
    pub(super) fn fill(asked: &[Extended], suppliers: &Suppliers<'_>) -> Result<Shelf, Vec<Note>> {
        let mut shelf = Shelf::default();
        let mut known: BTreeSet<String> = BTreeSet::new();
        let mut queue: Vec<String> = asked.iter().map(|ask| ask.name.clone()).collect();
        let mut notes = Vec::new();
        while let Some(name) = queue.pop() {
            if !known.insert(name.clone()) {
                continue;
            }
            shelf.files(&name, suppliers.files);
            if let Some(registry) = suppliers.registry {
                notes.extend(shelf.registry(&name, registry));
            }
            shelf.folders(&name, suppliers.folders);
            for version in shelf.offers.versions(&name) {
                let asks = shelf.offers.asks(&name, version).iter();
                queue.extend(asks.map(|ask| ask.name.clone()));
            }
        }
        if notes.is_empty() {
            Ok(shelf)
        } else {
            Err(notes)
        }
    }

    fn files(&mut self, name: &str, files: &[(PathBuf, Archive)]) {
        for (path, archive) in files.iter().filter(|(_, a)| a.manifest.name == name) {
            self.archive(path, archive);
        }
    }

    /// An archive that is on the index and not in the registry, such as on a stick with a part of it, is not on offer.
    fn registry(&mut self, name: &str, registry: &RegistryAt) -> Vec<Note> {
        let mut notes = Vec::new();
        for (of, version) in registry.index.packages.keys().filter(|(of, _)| of == name) {
            let path = registry.root.join(Index::path(of, *version));
            if !path.exists() {
                self.missing.insert((of.clone(), *version), path);
                continue;
            }
            let archive = read_package(&path);
            let checked = archive.and_then(|a| registry.index.offers(&a).map(|()| a));
            match checked {
                Ok(archive) => self.archive(&path, &archive),
                Err(note) => notes.push(note),
            }
        }
        notes
    }

    /// One that needs another luoshi is as if it were not there, and is told where that is missed.
    fn archive(&mut self, path: &Path, archive: &Archive) {
        let manifest = &archive.manifest;
        if let Some(note) = manifest.engine_unfit() {
            self.passed_over.push(note);
            return;
        }
        let item = Item::Archive(path.to_owned());
        self.put(
            &manifest.name,
            manifest.version,
            manifest.extends.clone(),
            item,
        );
    }

    fn folders(&mut self, name: &str, folders: &[Candidate]) {
        for folder in folders.iter().filter(|folder| folder.name == name) {
            if let Some(version) = folder.version {
                let (texts, _) = read_folder(&folder.path);
                let extends = asks(&parse(&texts, &mut Sources::default()));
                let item = Item::Folder(folder.path.clone(), folder.origin);
                self.put(name, version, extends, item);
            }
        }
    }

    /// What was put there first stays: files before the registry, that before folders.
    fn put(&mut self, name: &str, version: Version, extends: Vec<Extended>, item: Item) {
        let key = (name.to_owned(), version);
        if let std::collections::btree_map::Entry::Vacant(place) = self.items.entry(key) {
            place.insert(item);
            self.offers.add(name, version, extends);
        }
    }
}
