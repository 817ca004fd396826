//! Why something could not be written, as something a person can act on.

use std::io::{Error, ErrorKind};
use std::path::Path;

use crate::code::Code;
use crate::note::Note;

/// The note that a path cannot be written: the disk is full (`LS0620`), may not be written to (`LS0621`), somebody else is
/// writing the same file (`LS0622`), or whatever else the system says (`LS0604`).
#[must_use]
pub fn write_failed(path: &Path, error: &Error) -> Note {
    let code = match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            Code::DiskFull
        }
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Code::WriteRefused,
        ErrorKind::ResourceBusy => Code::FileBusy,
        _ => Code::WriteFailed,
    };
    // The same on every system, and without a stroke at the end.
    let shown = path.display().to_string().replace('\\', "/");
    let shown = shown.strip_suffix('/').unwrap_or(&shown).to_owned();
    let note = Note::new(code).arg("path", shown);
    match code {
        Code::WriteFailed => note.arg("detail", error.to_string()),
        _ => note,
    }
}
