//! Every version that could be used: given as a file, offered by a registry, or here already.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use luoshi_diagnostics::{Note, Sources};
use luoshi_package::{Archive, Extended, Index, Offer, Offers, Origin, unpack};
use luoshi_plan::{Version, parse};

use super::root::Root;
use crate::folder::read_folder;
use crate::packages::{Candidate, asks, first};

/// A registry whose index counts.
pub(super) struct RegistryAt {
    pub(super) root: Root,
    pub(super) index: Index,
}

/// Where a version is.
#[derive(Debug, Clone)]
pub(super) enum Item {
    /// In an archive that was given as a file.
    Archive(PathBuf),
    /// In the registry; its archive is the one on the index.
    Offered(Box<Archive>),
    /// In a folder.
    Folder(PathBuf, Origin),
}

/// What there is.
#[derive(Default)]
pub(super) struct Shelf {
    pub(super) offers: Offers,
    pub(super) items: BTreeMap<(String, Version), Item>,
    /// What is on the index and not in the registry, as messages show it.
    pub(super) missing: BTreeMap<(String, Version), String>,
    /// Why some of it is not on offer.
    pub(super) passed_over: Vec<Note>,
    /// What was looked for in the registry.
    looked_for: BTreeSet<(String, Version)>,
}

/// From where the shelf is filled.
pub(super) struct Suppliers<'s> {
    pub(super) files: &'s [(PathBuf, Archive)],
    pub(super) registry: Option<&'s RegistryAt>,
    pub(super) folders: &'s [Candidate],
}

impl RegistryAt {
    /// An archive of the registry; none if it is not there.
    ///
    /// # Errors
    /// It cannot be read, or is not the one on the index.
    fn archive(&self, of: &(String, Version), offer: &Offer) -> Result<Option<Archive>, Note> {
        let inside = Index::path(&of.0, of.1);
        let Some(bytes) = self.root.archive(&inside, offer)? else {
            return Ok(None);
        };
        let archive = unpack(&self.root.called(&inside), &bytes).map_err(first)?;
        self.index.offers(&archive)?;
        Ok(Some(archive))
    }

    /// The signatures of an archive of the registry; none if there are none.
    pub(super) fn signatures(&self, archive: &Archive) -> Result<Option<Vec<u8>>, Note> {
        let manifest = &archive.manifest;
        let inside = Index::path(&manifest.name, manifest.version);
        self.root.signatures(&inside)
    }
}

impl Shelf {
    /// Everything that is asked for, directly or not. Of what the registry offers, only those versions are read that
    /// suit somebody who asks; the others are known by their number.
    ///
    /// # Errors
    /// An archive of the registry that is not the one on its index.
    pub(super) fn fill(asked: &[Extended], suppliers: &Suppliers<'_>) -> Result<Shelf, Vec<Note>> {
        let mut shelf = Shelf::default();
        let mut known: BTreeSet<(String, String)> = BTreeSet::new();
        let mut queue: Vec<Extended> = asked.to_vec();
        let mut notes = Vec::new();
        while let Some(ask) = queue.pop() {
            if !known.insert((ask.name.clone(), ask.range.to_string())) {
                continue;
            }
            shelf.files(&ask.name, suppliers.files);
            if let Some(registry) = suppliers.registry {
                notes.extend(shelf.registry(&ask, registry));
            }
            shelf.folders(&ask.name, suppliers.folders);
            for version in shelf.offers.versions(&ask.name) {
                queue.extend(shelf.offers.asks(&ask.name, version).iter().cloned());
            }
        }
        let names: BTreeSet<&String> = known.iter().map(|(name, _)| name).collect();
        let index = suppliers
            .registry
            .iter()
            .flat_map(|r| r.index.packages.keys());
        for (name, version) in index.filter(|of| names.contains(&of.0)) {
            // What suits nobody is never chosen, whatever it asks for.
            if !shelf.looked_for.contains(&(name.clone(), *version)) {
                shelf.offers.add(name, *version, Vec::new());
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
            self.archive(archive, || Item::Archive(path.clone()));
        }
    }

    /// An archive that is on the index and not in the registry, such as on a stick with a part of it, is not on offer.
    fn registry(&mut self, ask: &Extended, registry: &RegistryAt) -> Vec<Note> {
        let mut notes = Vec::new();
        let index = registry.index.packages.iter();
        for (of, offer) in index.filter(|(of, _)| of.0 == ask.name && ask.range.includes(of.1)) {
            if !self.looked_for.insert(of.clone()) {
                continue;
            }
            match registry.archive(of, offer) {
                Ok(Some(archive)) => {
                    self.archive(&archive, || Item::Offered(Box::new(archive.clone())));
                }
                Ok(None) => {
                    let inside = Index::path(&of.0, of.1);
                    let path = registry.root.called(&inside);
                    self.missing.insert(of.clone(), path);
                }
                Err(note) => notes.push(note),
            }
        }
        notes
    }

    /// One that needs another luoshi is as if it were not there, and is told where that is missed.
    fn archive(&mut self, archive: &Archive, item: impl FnOnce() -> Item) {
        let manifest = &archive.manifest;
        if let Some(note) = manifest.engine_unfit() {
            self.passed_over.push(note);
            return;
        }
        let extends = manifest.extends.clone();
        self.put(&manifest.name, manifest.version, extends, item());
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
