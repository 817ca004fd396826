//! The ledger: an append-only, hash-chained SQLite file.
//!
//! Each record is a row: its place from 0, its id, its canonical JSON ([`Record::to_json`]),
//! the hash of the row before and its own, which is
//!
//! ```text
//! hash = SHA-256( 32 bytes of the hash before, bytes of the canonical JSON )
//! ```
//!
//! Before the first row stand 32 zero bytes. With the exported JSONL, whose lines are that
//! JSON, anybody can follow the chain: `(printf %s "$prev" | xxd -r -p; printf %s "$line")
//! | sha256sum` prints the next hash.

mod append;
mod chain;
mod read;
mod read_only;
mod schema;
mod verify;

use std::fs::OpenOptions;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use luoshi_diagnostics::{Code, Note, write_failed};
use rusqlite::{Connection, ErrorCode, OpenFlags};

pub use append::{Appended, Clock};
pub use chain::Hash;
pub use read::{Entry, ExportError, Filter};
pub use verify::{Broken, Verified, Why};

/// An open ledger file.
#[derive(Debug)]
pub struct Ledger {
    connection: Connection,
    path: PathBuf,
}

impl Ledger {
    /// Opens a ledger that exists. One that cannot be written to is opened to be read.
    ///
    /// # Errors
    /// `LS0316` if there is no such file, `LS0311` if it is something else or newer than
    /// this program, `LS0308` if it is damaged, `LS0310` if another program holds it, `LS0331` if it
    /// cannot be written to and records wait beside it.
    pub fn open(path: &Path) -> Result<Ledger, Note> {
        if !path.exists() {
            return Err(Note::new(Code::LedgerMissing).arg("path", shown(path)));
        }
        match connect(path).and_then(|mut connection| {
            let prepared = schema::prepare(&mut connection, path)?;
            Ok(prepared.map(|()| connection))
        }) {
            Ok(opened) => opened.map(|connection| Ledger {
                connection,
                path: path.to_owned(),
            }),
            Err(error) if is_refused(&error) => read_only::open(path),
            Err(error) => Err(trouble(&error, path)),
        }
    }

    /// Creates an empty ledger.
    ///
    /// # Errors
    /// `LS0605` if the file exists, else as [`Ledger::open`] and as when writing.
    pub fn create(path: &Path) -> Result<Ledger, Note> {
        // An empty file is an empty database, which `open` turns into a ledger: a crash
        // between the two steps leaves nothing behind that could not be opened.
        match OpenOptions::new().write(true).create_new(true).open(path) {
            Ok(_) => Ledger::open(path),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                Err(Note::new(Code::AlreadyExists).arg("path", shown(path)))
            }
            Err(error) => Err(write_failed(path, &error)),
        }
    }

    /// Opens the file of a ledger to enter records, and makes it if there is none; the tables come with the first records.
    fn begin(path: &Path) -> Result<Ledger, Note> {
        let made = OpenOptions::new().append(true).create(true).open(path);
        made.map_err(|error| write_failed(path, &error))?;
        let opened = connect(path).and_then(|mut connection| {
            if schema::is_empty(&connection)? {
                return Ok(Ok(connection));
            }
            Ok(schema::prepare(&mut connection, path)?.map(|()| connection))
        });
        match opened {
            Ok(opened) => opened.map(|connection| Ledger {
                connection,
                path: path.to_owned(),
            }),
            Err(error) if is_refused(&error) => {
                Err(write_failed(path, &ErrorKind::PermissionDenied.into()))
            }
            Err(error) => Err(trouble(&error, path)),
        }
    }

    /// Whether nothing was ever entered in this file and it is no ledger yet: whoever began it was killed before its first
    /// records were in.
    #[must_use]
    pub fn is_blank(path: &Path) -> bool {
        let length = std::fs::metadata(path).map_or(1, |found| found.len());
        if length > 0 && !read_only::beside(path, "-journal").exists() {
            return false;
        }
        let blank = connect(path).and_then(|connection| schema::is_empty(&connection));
        blank.unwrap_or(false)
    }

    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    fn trouble(&self, error: &rusqlite::Error) -> Note {
        trouble(error, &self.path)
    }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

fn unreadable(path: &Path, detail: String) -> Note {
    Note::new(Code::FileUnreadable)
        .arg("path", shown(path))
        .arg("detail", detail)
}

fn damaged(path: &Path, detail: impl Into<String>) -> Note {
    Note::new(Code::LedgerDamaged)
        .arg("path", shown(path))
        .arg("detail", detail.into())
}

/// Opens the file to be read and written.
fn connect(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    schema::settle(&connection)?;
    Ok(connection)
}

/// Whether the folder does not let the database put its own files beside the ledger, or the ledger itself cannot be
/// written to.
fn is_refused(error: &rusqlite::Error) -> bool {
    let codes = [
        ErrorCode::ReadOnly,
        ErrorCode::CannotOpen,
        ErrorCode::PermissionDenied,
    ];
    error
        .sqlite_error_code()
        .is_some_and(|code| codes.contains(&code))
}

/// What the database said, as something a person can act on.
fn trouble(error: &rusqlite::Error, path: &Path) -> Note {
    let code = error.sqlite_error_code();
    match code {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
            Note::new(Code::LedgerBusy).arg("path", shown(path))
        }
        Some(ErrorCode::NotADatabase) => schema::foreign(path),
        Some(ErrorCode::DatabaseCorrupt) => damaged(path, error.to_string()),
        Some(ErrorCode::DiskFull) => write_failed(path, &ErrorKind::StorageFull.into()),
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => {
            write_failed(path, &ErrorKind::PermissionDenied.into())
        }
        Some(_) => unreadable(path, error.to_string()),
        // No error of the database: a value of another type than was ever written.
        None => damaged(path, error.to_string()),
    }
}
