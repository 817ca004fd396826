//! One install at a time.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use luoshi_diagnostics::{Code, Note, write_failed};

use super::layout::shown;
use super::{NEXT_LOCK, PACKAGES, STAGING};

/// The file beside the lock that whoever changes it holds. It stays: taking it away would let two hold it.
const GUARD: &str = ".luoshi.guard";
/// Between two looks at whether the other one has finished.
const PAUSE: Duration = Duration::from_millis(100);

/// The right to install into a plan's folder, until it is dropped. The system takes it back from a process that dies.
#[derive(Debug)]
pub struct Guard {
    pub(super) plan: PathBuf,
    pub(super) packages: PathBuf,
    _file: File,
}

impl Guard {
    /// Waits for whoever is installing now, but not longer than about `tenths` of a second, and clears away
    /// what an install that broke off has left.
    ///
    /// # Errors
    /// `LS0939` if the other one goes on, `LS0604` if the disk refuses.
    pub fn take(plan: &Path, tenths: u32) -> Result<Guard, Note> {
        let packages = plan.join(PACKAGES);
        let path = plan.join(GUARD);
        let mut options = OpenOptions::new();
        let options = options.read(true).write(true).create(true).truncate(false);
        let mut file = options
            .open(&path)
            .map_err(|error| write_failed(&path, &error))?;
        let mut left = tenths;
        loop {
            match file.try_lock() {
                Ok(()) => break,
                Err(TryLockError::WouldBlock) if left > 0 => {
                    left -= 1;
                    sleep(PAUSE);
                }
                Err(TryLockError::WouldBlock) => return Err(busy(plan, &mut file)),
                Err(TryLockError::Error(error)) => return Err(write_failed(&path, &error)),
            }
        }
        // Only for the message of whoever comes second.
        let _ = sign(&mut file);
        let guard = Guard {
            plan: plan.to_owned(),
            packages,
            _file: file,
        };
        guard.sweep()?;
        Ok(guard)
    }

    /// Removes what is not yet, or no more, in its place.
    pub(super) fn sweep(&self) -> Result<(), Note> {
        let staging = self.packages.join(STAGING);
        gone(fs::remove_dir_all(&staging)).map_err(|error| write_failed(&staging, &error))?;
        let next = self.plan.join(NEXT_LOCK);
        gone(fs::remove_file(&next)).map_err(|error| write_failed(&next, &error))
    }
}

/// What is not there is gone.
fn gone(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

fn sign(file: &mut File) -> io::Result<()> {
    file.set_len(0)?;
    file.rewind()?;
    write!(file, "{}", std::process::id())
}

/// The note that somebody else is installing, with the number of that process if it can be read.
fn busy(plan: &Path, file: &mut File) -> Note {
    let mut holder = String::new();
    let number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let read = file.take(20).read_to_string(&mut holder);
    if read.is_err() || !number(&holder) {
        holder = "unknown".to_owned();
    }
    let note = Note::new(Code::StoreBusy).arg("path", shown(plan));
    note.arg("holder", holder)
}
