//! A ledger in a folder that cannot be written to: on a disc, a locked stick, or of somebody else.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use luoshi_diagnostics::{Code, Note};
use rusqlite::{Connection, OpenFlags};

use super::{Ledger, schema, shown, trouble};

/// Opens a ledger to be read as it stands, since nothing can be put beside it to agree with a writer on.
///
/// # Errors
/// `LS0331` if the last writer has not ended, so that records wait beside the ledger; else as [`Ledger::open`].
pub(super) fn open(path: &Path) -> Result<Ledger, Note> {
    let waits =
        |ending: &str| std::fs::metadata(beside(path, ending)).is_ok_and(|found| found.len() > 0);
    if waits("-wal") || waits("-journal") {
        return Err(Note::new(Code::LedgerUnfinished).arg("path", shown(path)));
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
        | OpenFlags::SQLITE_OPEN_URI
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(unchanging(path), flags)
        .map_err(|error| trouble(&error, path))?;
    schema::known(&connection, path).map_err(|error| trouble(&error, path))??;
    Ok(Ledger {
        connection,
        path: path.to_owned(),
    })
}

/// A file that the database has beside its own.
pub(super) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ending);
    PathBuf::from(name)
}

/// The path as the database takes it together with the promise that nobody writes there.
fn unchanging(path: &Path) -> String {
    let path = path.to_string_lossy().replace('\\', "/");
    // A drive of Windows.
    let drive = path.chars().nth(1) == Some(':');
    let mut uri = if drive {
        "file:/".to_owned()
    } else {
        "file:".to_owned()
    };
    for byte in path.bytes() {
        match byte {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'/' | b'.' | b'-' | b'_' | b'~' | b':' => {
                uri.push(char::from(byte))
            }
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri + "?immutable=1"
}
