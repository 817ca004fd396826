//! Files put in the place of others: each whole or not at all.

use std::ffi::OsString;
use std::fs::{self, Permissions};
use std::io;
use std::path::{Path, PathBuf};

use luoshi::shown;
use luoshi_diagnostics::{Code, Note};

/// A file that is written beside the one whose place it takes.
struct Staged {
    beside: PathBuf,
    path: PathBuf,
}

/// Puts bytes in the place of files, for the same readers and writers. All are written before the
/// first takes its place: where one cannot be written, none is changed.
pub(super) fn replace(files: &[(PathBuf, Vec<u8>)]) -> Result<(), Note> {
    let mut staged = Vec::new();
    let mut failed = None;
    for (path, bytes) in files {
        match stage(path, bytes) {
            Ok(file) => staged.push(file),
            Err(error) => {
                failed = Some(write_failed(path, &error));
                break;
            }
        }
    }
    for file in &staged {
        if failed.is_none() {
            let renamed = fs::rename(&file.beside, &file.path);
            failed = renamed.err().map(|error| write_failed(&file.path, &error));
        }
        // Nothing can be done about a file that cannot be removed either.
        let _ = fs::remove_file(&file.beside);
    }
    failed.map_or(Ok(()), Err)
}

fn stage(path: &Path, bytes: &[u8]) -> io::Result<Staged> {
    // What a link points to is replaced, not the link.
    let path = fs::canonicalize(path)?;
    let permissions = fs::metadata(&path)?.permissions();
    if permissions.readonly() {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    let beside = beside(&path);
    let written = write(&beside, bytes, permissions);
    if written.is_err() {
        let _ = fs::remove_file(&beside);
    }
    written.map(|()| Staged { beside, path })
}

/// Writes to the disk itself: a name that points to an empty file after a power cut would be worse
/// than the old file.
fn write(path: &Path, bytes: &[u8], permissions: Permissions) -> io::Result<()> {
    fs::write(path, bytes)?;
    fs::File::open(path)?.sync_all()?;
    fs::set_permissions(path, permissions)
}

/// A name in the same folder that no plan file has: hidden files are not read.
fn beside(path: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(".luoshi-new");
    path.with_file_name(name)
}

fn write_failed(path: &Path, error: &io::Error) -> Note {
    Note::new(Code::WriteFailed)
        .arg("path", shown(path))
        .arg("detail", error.to_string())
}
