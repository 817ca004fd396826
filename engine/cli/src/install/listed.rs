//! Every version of every package that a plan has, or could have.

use std::collections::BTreeMap;

use luoshi_diagnostics::{Note, Sources};
use luoshi_package::store::{folder_digest, read_lock, read_seen};
use luoshi_package::{Locked, Origin};
use luoshi_plan::Version;

use super::registry::{registry_at, trust_file};
use super::{Terms, read_plan};
use crate::folder::shown;
use crate::packages::candidates;
use crate::signing::trust_at;

/// What is known of a version.
#[derive(Debug, Clone)]
pub struct Shelved {
    /// The name of the package.
    pub name: String,
    /// The version.
    pub version: Version,
    /// What the lock says of it, if it is the locked one.
    pub locked: Option<Locked>,
    /// Whether it is installed in the plan's folder.
    pub installed: bool,
    /// The folder in which it lies otherwise, as messages show it.
    pub beside: Option<String>,
    /// Whether it is locked, and its folder has other bytes.
    pub altered: bool,
    /// Whether the registry offers it.
    pub offered: bool,
}

/// Lists versions by name, the highest first.
///
/// # Errors
/// A lock that cannot be read, or a registry whose index does not count.
pub fn listed(terms: &Terms, sources: &mut Sources) -> Result<Vec<Shelved>, Vec<Note>> {
    read_plan(&terms.plan, sources).map_err(|note| vec![note])?;
    let lock = read_lock(&terms.plan).map_err(|note| vec![note])?;
    let mut list = List::default();
    for locked in lock.iter().flat_map(|lock| lock.packages()) {
        list.entry(&locked.name, locked.version).locked = Some(locked.clone());
    }
    for candidate in candidates(&terms.plan, &terms.packages) {
        let Some(version) = candidate.version else {
            continue;
        };
        let entry = list.entry(&candidate.name, version);
        // Of one version in two places, the first is the one that is used.
        if entry.installed || entry.beside.is_some() {
            continue;
        }
        match candidate.origin {
            Origin::Archive => entry.installed = true,
            Origin::Folder => entry.beside = Some(shown(&candidate.path)),
        }
        if let Some(locked) = &entry.locked {
            entry.altered = folder_digest(&candidate.path).ok() != Some(locked.digest);
        }
    }
    if let Some(root) = &terms.from {
        let trust = trust_at(&trust_file(terms), sources)?;
        let seen = read_seen(&terms.plan).map_err(|note| vec![note])?;
        let registry = registry_at(root, &trust, terms.day, &seen)?;
        for (name, version) in registry.index.packages.keys() {
            list.entry(name, *version).offered = true;
        }
    }
    let by_name = list
        .0
        .into_values()
        .map(|versions| versions.into_values().rev());
    Ok(by_name.flatten().collect())
}

#[derive(Default)]
struct List(BTreeMap<String, BTreeMap<Version, Shelved>>);

impl List {
    fn entry(&mut self, name: &str, version: Version) -> &mut Shelved {
        let versions = self.0.entry(name.to_owned()).or_default();
        versions.entry(version).or_insert_with(|| Shelved {
            name: name.to_owned(),
            version,
            locked: None,
            installed: false,
            beside: None,
            altered: false,
            offered: false,
        })
    }
}
