//! `luoshi.lock`: which version of each package a plan uses, and which bytes that is.
//!
//! `STORE.md` says what each field means. The same lock has the same bytes.

mod record;

use std::collections::BTreeSet;

use luoshi_diagnostics::{Code, Note};
use luoshi_plan::Version;

use crate::digest::Digest;
use crate::manifest::Extended;
use crate::solve::{Conflict, Offers, solve};

/// The name of the file in the plan's folder.
pub const LOCK_FILE: &str = "luoshi.lock";

/// What a plan uses.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lock {
    // Invariant: sorted by name, each name once.
    packages: Vec<Locked>,
}

/// One package of a lock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Locked {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: Version,
    /// The digest of its archive, which its folder has too.
    pub digest: Digest,
    /// Whose signatures were found good when it was installed; empty for a folder that nobody signed.
    pub signed_by: Vec<String>,
    /// What it asks for.
    pub extends: Vec<Extended>,
    /// Why a lower version came in the place of a higher one, if it did.
    pub downgrade: Option<Downgrade>,
}

/// A lower version was wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Downgrade {
    /// The version that was in use.
    pub from: Version,
    /// Why, in the words of whoever allowed it.
    pub reason: String,
}

impl Lock {
    /// A lock of these packages; of two with one name the first.
    #[must_use]
    pub fn new(mut packages: Vec<Locked>) -> Lock {
        packages.sort_by(|a, b| a.name.cmp(&b.name));
        packages.dedup_by(|later, first| later.name == first.name);
        Lock { packages }
    }

    /// Reads a lock; `path` is what messages call it.
    ///
    /// # Errors
    /// `LS0932`: it is none.
    pub fn parse(path: &str, text: &str) -> Result<Lock, Note> {
        record::read(text).map(Lock::new).map_err(|detail| {
            let note = Note::new(Code::LockUnreadable).arg("path", path);
            note.arg("detail", detail)
        })
    }

    /// The text of the file.
    #[must_use]
    pub fn text(&self) -> String {
        record::write(&self.packages)
    }

    /// Every package, sorted by name.
    #[must_use]
    pub fn packages(&self) -> &[Locked] {
        &self.packages
    }

    /// The package of a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Locked> {
        let found = self
            .packages
            .binary_search_by(|locked| locked.name.as_str().cmp(name));
        found.ok().map(|at| &self.packages[at])
    }

    /// The locked packages, as if nothing else were on offer.
    #[must_use]
    pub fn offers(&self) -> Offers {
        let mut offers = Offers::default();
        for locked in &self.packages {
            offers.add(&locked.name, locked.version, locked.extends.clone());
        }
        offers
    }

    /// The names that a plan uses of this lock.
    ///
    /// # Errors
    /// What the plan asks for and the lock does not have: it was locked before the plan was changed.
    pub fn used(&self, plan: &[Extended]) -> Result<BTreeSet<String>, Conflict> {
        solve(plan, &self.offers()).map(|chosen| chosen.into_keys().collect())
    }

    /// The lock of what a plan uses, and the names that it does not.
    #[must_use]
    pub fn split(self, plan: &[Extended]) -> (Lock, Vec<String>) {
        let used = self.used(plan).unwrap_or_default();
        let (used, unused): (Vec<Locked>, Vec<Locked>) = self
            .packages
            .into_iter()
            .partition(|locked| used.contains(&locked.name));
        let unused = unused.into_iter().map(|locked| locked.name).collect();
        (Lock { packages: used }, unused)
    }
}
