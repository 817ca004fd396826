//! What lies ready to be installed, held against who may have signed it and what is there.

use std::collections::BTreeSet;
use std::path::Path;

use luoshi_diagnostics::{Code, Note};
use luoshi_package::store::{Guard, folder_digest, installed_at, unwatched};
use luoshi_package::{Archive, Extended, Lock, Locked, Origin, Trust, other_bytes, renew, verify};
use luoshi_plan::Version;

use crate::packages::read_package;
use crate::signing::read_signatures;

use super::shelf::{Item, RegistryAt};
use super::{Installation, Terms, relock};

/// What lies ready to be installed.
pub(super) struct Desk<'d> {
    pub(super) terms: &'d Terms,
    pub(super) trust: &'d Trust,
    pub(super) registry: Option<&'d RegistryAt>,
    pub(super) old: Option<&'d Lock>,
    pub(super) ordered: BTreeSet<&'d str>,
    pub(super) packages: Vec<(Locked, Origin)>,
    pub(super) write: Vec<Archive>,
    pub(super) notes: Vec<Note>,
}

impl Desk<'_> {
    pub(super) fn take(&mut self, name: &str, version: Version, item: Item) {
        let taken = match item {
            Item::Archive(path) => self.file(&path),
            Item::Offered(archive) => self.offered(*archive),
            Item::Folder(path, origin) => {
                relock::folder(&path, name, version).map(|locked| (locked, origin))
            }
        };
        match taken {
            Ok(package) => self.packages.push(package),
            Err(notes) => self.notes.extend(notes),
        }
    }

    /// Read again, and held against who may have signed it.
    fn file(&mut self, path: &Path) -> Result<(Locked, Origin), Vec<Note>> {
        let archive = read_package(path).map_err(|note| vec![note])?;
        self.archive(archive, |_| read_signatures(path))
    }

    fn offered(&mut self, archive: Archive) -> Result<(Locked, Origin), Vec<Note>> {
        let registry = self.registry;
        self.archive(archive, |archive| match registry {
            Some(registry) => registry.signatures(archive),
            None => Ok(None),
        })
    }

    fn archive(
        &mut self,
        archive: Archive,
        signatures: impl FnOnce(&Archive) -> Result<Option<Vec<u8>>, Note>,
    ) -> Result<(Locked, Origin), Vec<Note>> {
        if let Some(kept) = self.kept(&archive) {
            return Ok((kept.clone(), Origin::Archive));
        }
        let signatures = signatures(&archive).map_err(|note| vec![note])?;
        let verified = verify(&archive, signatures.as_deref(), self.trust, self.terms.day)?;
        let manifest = &archive.manifest;
        let locked = Locked {
            name: manifest.name.clone(),
            version: manifest.version,
            digest: archive.digest,
            signed_by: vec![verified.key],
            extends: manifest.extends.clone(),
            downgrade: None,
        };
        if self.must_be_written(&locked).map_err(|note| vec![note])? {
            self.write.push(archive);
        }
        Ok((locked, Origin::Archive))
    }

    /// What is in use already and was not ordered: its signature counted on the day when it was installed.
    fn kept(&self, archive: &Archive) -> Option<&Locked> {
        let manifest = &archive.manifest;
        let was = self.old?.get(&manifest.name)?;
        let same = was.version == manifest.version && was.digest == archive.digest;
        let folder = installed_at(&self.terms.plan, &was.name, was.version);
        let kept = same && !self.ordered.contains(was.name.as_str());
        (kept && folder_digest(&folder).is_ok_and(|there| there == was.digest)).then_some(was)
    }

    /// Whether a package is not in its folder yet, or not as it was locked.
    fn must_be_written(&self, locked: &Locked) -> Result<bool, Note> {
        let folder = installed_at(&self.terms.plan, &locked.name, locked.version);
        if !folder.exists() {
            return Ok(true);
        }
        let was = self.old.and_then(|old| old.get(&locked.name));
        match folder_digest(&folder) {
            Ok(there) if there == locked.digest => Ok(false),
            // Somebody changed the folder: the lock knows better.
            _ if was.is_some_and(|was| was.version == locked.version) => Ok(true),
            Ok(there) => Err(other_bytes(locked, there)),
            // What cannot be read is of no use to anybody.
            Err(_) => Ok(true),
        }
    }

    pub(super) fn finish(
        self,
        guard: &Guard,
        asked: &[Extended],
    ) -> Result<Installation, Vec<Note>> {
        let reason = self.terms.downgrade.as_deref();
        let next = renew(self.old, self.packages, reason);
        let all = match (next, self.notes.is_empty()) {
            (Ok(all), true) => all,
            (Ok(_), false) => return Err(self.notes),
            (Err(notes), _) => return Err(self.notes.into_iter().chain(notes).collect()),
        };
        let (new, unused) = all.split(asked);
        let archives: Vec<&Archive> = self.write.iter().collect();
        let done = guard.install(&archives, &new, &mut unwatched);
        done.map_err(|note| vec![note])?;
        // What an unused package extends is not used either; that need not be said.
        let unused = unused
            .iter()
            .filter(|name| self.ordered.contains(name.as_str()));
        let about = |name: &String| Note::new(Code::PackageNotExtended).arg("name", name.as_str());
        Ok(Installation {
            old: self.old.cloned(),
            new,
            written: archives
                .iter()
                .map(|a| (a.manifest.name.clone(), a.manifest.version))
                .collect(),
            notes: unused.map(about).collect(),
        })
    }
}
