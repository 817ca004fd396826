//! From one lock to the next: what may change, and what never.

use luoshi_diagnostics::{Code, Note};

use crate::digest::Digest;
use crate::lock::{Downgrade, Lock, Locked};

/// Where a package is taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// From an archive, or from where an archive was installed: its version never changes again.
    Archive,
    /// From a folder that somebody may be writing on.
    Folder,
}

/// The next lock, with these packages in the place of the old ones. `reason` allows lower versions.
///
/// # Errors
/// `LS0937` for each lower version, `LS0938` for each version that is not what it was.
pub fn renew(
    old: Option<&Lock>,
    packages: Vec<(Locked, Origin)>,
    reason: Option<&str>,
) -> Result<Lock, Vec<Note>> {
    let mut notes = Vec::new();
    let mut next = Vec::new();
    for (mut locked, origin) in packages {
        if let Some(was) = old.and_then(|old| old.get(&locked.name)) {
            match succeed(was, &mut locked, origin, reason) {
                Ok(()) => {}
                Err(note) => notes.push(note),
            }
        }
        next.push(locked);
    }
    if notes.is_empty() {
        Ok(Lock::new(next))
    } else {
        Err(notes)
    }
}

/// Takes over from the entry before what still holds.
fn succeed(
    was: &Locked,
    next: &mut Locked,
    origin: Origin,
    reason: Option<&str>,
) -> Result<(), Note> {
    if next.version < was.version {
        let Some(reason) = reason else {
            return Err(note(Code::PackageDowngrade, next).arg("from", was.version.to_string()));
        };
        next.downgrade = Some(Downgrade {
            from: was.version,
            reason: reason.to_owned(),
        });
    } else if next.version == was.version {
        if next.digest != was.digest && origin == Origin::Archive {
            return Err(other_bytes(next, was.digest));
        }
        next.downgrade.clone_from(&was.downgrade);
        if next.digest == was.digest && next.signed_by.is_empty() {
            next.signed_by.clone_from(&was.signed_by);
        }
    }
    Ok(())
}

/// The note that a version comes with other bytes than it had.
#[must_use]
pub fn other_bytes(next: &Locked, known: Digest) -> Note {
    note(Code::PackageOtherBytes, next)
        .arg("digest", next.digest.to_string())
        .arg("known", known.to_string())
}

fn note(code: Code, locked: &Locked) -> Note {
    Note::new(code)
        .arg("name", locked.name.as_str())
        .arg("version", locked.version.to_string())
}
