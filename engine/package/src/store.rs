//! The packages that are installed in a plan's folder, `PLAN/packages/NAME/VERSION/`.
//!
//! This module and those in it write to the disk. `STORE.md` has the order of the steps and what a crash
//! after each of them leaves.

#![expect(
    clippy::disallowed_methods,
    reason = "installing is writing files; what is written arrives as values"
)]

mod disk;
mod guard;
mod layout;
mod seen;

use std::io;
use std::path::Path;

use luoshi_diagnostics::{Code, Note};

use crate::archive::Archive;
use crate::digest::Digest;
use crate::lock::{LOCK_FILE, Lock};

use disk::Disk;
pub use disk::{Step, Watch};
pub use guard::Guard;
pub use layout::{Installed, installed, installed_at};
pub use seen::SeenRegistries;

/// The folder inside a plan's with its packages.
pub(crate) const PACKAGES: &str = "packages";
/// Inside it, what is not yet where it belongs.
const STAGING: &str = ".staging";
/// Beside the lock, what is going to be the next one.
const NEXT_LOCK: &str = ".luoshi.lock.next";

/// Watches nothing and lets everything pass.
pub fn unwatched(_: &Step<'_>) -> io::Result<()> {
    Ok(())
}

/// Reads the lock of a plan's folder; none if it has none.
///
/// # Errors
/// `LS0301` if it cannot be read, `LS0932` if it is none.
pub fn read_lock(plan: &Path) -> Result<Option<Lock>, Note> {
    let path = plan.join(LOCK_FILE);
    // An archive that stands for a folder has no lock.
    let none = [io::ErrorKind::NotFound, io::ErrorKind::NotADirectory];
    match std::fs::read_to_string(&path) {
        Ok(text) => Lock::parse(&layout::shown(&path), &text).map(Some),
        Err(error) if none.contains(&error.kind()) => Ok(None),
        Err(error) => Err(Note::new(Code::FileUnreadable)
            .arg("path", layout::shown(&path))
            .arg("detail", error.to_string())),
    }
}

/// The newest index of each registry that was seen for a plan.
///
/// # Errors
/// `LS0940`: the file that holds them cannot be read.
pub fn read_seen(plan: &Path) -> Result<SeenRegistries, Note> {
    seen::read_file(&plan.join(PACKAGES).join(seen::FILE))
}

impl Guard {
    /// Puts packages into their folders and then the lock into its place: all of them, or to whoever reads the
    /// lock none of them. A folder that is there with other bytes is replaced: whoever calls has decided that.
    ///
    /// # Errors
    /// `LS0604`, `LS0620`, `LS0621`: the disk refuses. What was in use stays in use.
    pub fn install(
        &self,
        archives: &[&Archive],
        lock: &Lock,
        watch: &mut Watch<'_>,
    ) -> Result<(), Note> {
        let disk = Disk::new(watch);
        let result = self.steps(disk, archives, lock);
        // After a crash the next one does this; here nobody need wait for it. The note is about the first fault.
        if result.is_err() {
            let _ = self.sweep();
        }
        result
    }

    fn steps(
        &self,
        mut disk: Disk<'_, '_>,
        archives: &[&Archive],
        lock: &Lock,
    ) -> Result<(), Note> {
        let staging = self.packages.join(STAGING);
        for archive in archives {
            disk.package(&staging.join(layout::inside(archive)), &archive.files)?;
        }
        for (at, archive) in archives.iter().enumerate() {
            let inside = layout::inside(archive);
            let target = self.packages.join(&inside);
            if target.exists() {
                disk.move_to(&target, &staging.join(format!(".old-{at}")))?;
            } else if let Some(parent) = target.parent() {
                disk.folder(parent)?;
            }
            disk.move_to(&staging.join(&inside), &target)?;
            disk.sync_up(&target, &self.packages)?;
        }
        self.write_lock(&mut disk, lock)?;
        // It is done, whatever becomes of the empty folder: the next install sweeps.
        let _ = disk.remove(&staging);
        Ok(())
    }

    /// Puts a lock into its place.
    ///
    /// # Errors
    /// `LS0604`, `LS0620`, `LS0621`: the disk refuses, and the lock is as it was.
    pub fn lock(&self, lock: &Lock, watch: &mut Watch<'_>) -> Result<(), Note> {
        self.write_lock(&mut Disk::new(watch), lock)
    }

    fn write_lock(&self, disk: &mut Disk<'_, '_>, lock: &Lock) -> Result<(), Note> {
        let next = self.plan.join(NEXT_LOCK);
        disk.replace(&next, &self.plan.join(LOCK_FILE), lock.text().as_bytes())
    }

    /// The last serial numbers of registries that this plan has seen.
    ///
    /// # Errors
    /// `LS0940`: the file that holds them cannot be read.
    pub fn seen(&self) -> Result<SeenRegistries, Note> {
        read_seen(&self.plan)
    }

    /// Remembers them, before anything is installed: a registry that was seen once cannot go back.
    ///
    /// # Errors
    /// `LS0604`, `LS0620`, `LS0621`: the disk refuses.
    pub fn remember(&self, seen: &SeenRegistries, watch: &mut Watch<'_>) -> Result<(), Note> {
        let next = self.packages.join(".registries.next");
        let text = seen::text(seen);
        let mut disk = Disk::new(watch);
        disk.folder(&self.packages)?;
        disk.replace(&next, &self.packages.join(seen::FILE), text.as_bytes())
    }
}

/// The digest of a package's folder.
///
/// # Errors
/// What keeps it from being a package.
pub fn folder_digest(folder: &Path) -> Result<Digest, Vec<Note>> {
    let (files, notes) = crate::directory::read_directory(folder);
    let files = files.ok_or(notes)?;
    crate::archive::digest_of(&files).map_err(|note| vec![note])
}
