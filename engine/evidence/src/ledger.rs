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
mod schema;
mod verify;

use std::fs::OpenOptions;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use luoshi_diagnostics::{Code, Note};
use rusqlite::{Connection, ErrorCode, OpenFlags};

pub use append::Appended;
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
    /// Opens a ledger that exists.
    ///
    /// # Errors
    /// `LS0316` if there is no such file, `LS0311` if it is something else or newer than
    /// this program, `LS0308` if it is damaged, `LS0310` if another program holds it.
    pub fn open(path: &Path) -> Result<Ledger, Note> {
        if !path.exists() {
            return Err(Note::new(Code::LedgerMissing).arg("path", shown(path)));
        }
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let ledger = Connection::open_with_flags(path, flags)
            .map_err(|error| trouble(&error, path))
            .map(|connection| Ledger {
                connection,
                path: path.to_owned(),
            })?;
        schema::prepare(ledger)
    }

    /// Creates an empty ledger.
    ///
    /// # Errors
    /// `LS0605` if the file exists, else as [`Ledger::open`].
    pub fn create(path: &Path) -> Result<Ledger, Note> {
        // An empty file is an empty database, which `open` turns into a ledger: a crash
        // between the two steps leaves nothing behind that could not be opened.
        match OpenOptions::new().write(true).create_new(true).open(path) {
            Ok(_) => Ledger::open(path),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                Err(Note::new(Code::AlreadyExists).arg("path", shown(path)))
            }
            Err(error) => Err(unreadable(path, error.to_string())),
        }
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

/// What the database said, as something a person can act on.
fn trouble(error: &rusqlite::Error, path: &Path) -> Note {
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
            Note::new(Code::LedgerBusy).arg("path", shown(path))
        }
        Some(ErrorCode::NotADatabase) => schema::foreign(path),
        Some(ErrorCode::DatabaseCorrupt) => damaged(path, error.to_string()),
        Some(_) => unreadable(path, error.to_string()),
        // No error of the database: a value of another type than was ever written.
        None => damaged(path, error.to_string()),
    }
}
