//! One version of each package, such that all who ask for one are satisfied.
//!
//! Names are decided in the order in which they are met: those that the plan asks for, in its order; then
//! those that the first of these asks for, and so on. Each takes the first version, in the order of
//! [`Offers::versions`], with which everything can still be satisfied. `STORE.md` says why it is our own.

mod conflict;
mod search;

use std::collections::BTreeMap;

use luoshi_plan::Version;

use crate::manifest::Extended;

pub use conflict::{Ask, Conflict};

/// The packages on offer: what each version of each asks for itself.
#[derive(Debug, Clone, Default)]
pub struct Offers {
    versions: BTreeMap<String, BTreeMap<Version, Vec<Extended>>>,
    preferred: BTreeMap<String, Version>,
}

impl Offers {
    /// Adds a version with what it asks for; the first that was added of a version stays.
    pub fn add(&mut self, name: &str, version: Version, extends: Vec<Extended>) {
        let versions = self.versions.entry(name.to_owned()).or_default();
        versions.entry(version).or_insert(extends);
    }

    /// Makes a version the first to be tried, such as the one that is in use.
    pub fn prefer(&mut self, name: &str, version: Version) {
        self.preferred.insert(name.to_owned(), version);
    }

    /// Whether some version of a package is on offer.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.versions.contains_key(name)
    }

    /// The versions of a package in the order in which they are tried: the preferred one, then the highest first.
    #[must_use]
    pub fn versions(&self, name: &str) -> Vec<Version> {
        let there = self.versions.get(name).into_iter().flatten();
        let mut versions: Vec<Version> = there.map(|(version, _)| *version).rev().collect();
        let preferred = self.preferred.get(name);
        // Stable: the others keep their order.
        versions.sort_by_key(|version| Some(version) != preferred);
        versions
    }

    /// What a version asks for.
    #[must_use]
    pub fn asks(&self, name: &str, version: Version) -> &[Extended] {
        let versions = self.versions.get(name);
        versions
            .and_then(|versions| versions.get(&version))
            .map_or(&[], Vec::as_slice)
    }
}

/// Chooses one version of everything that is asked for, directly or not.
///
/// Circles are no concern here: `resolve` tells of them.
///
/// # Errors
/// Who asks for what, where no choice satisfies all.
pub fn solve(plan: &[Extended], offers: &Offers) -> Result<BTreeMap<String, Version>, Conflict> {
    search::search(plan, offers, search::MOST_STEPS)
}
