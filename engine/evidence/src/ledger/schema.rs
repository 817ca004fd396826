//! The tables of a ledger file, and whether a file is one.

use std::path::Path;
use std::time::Duration;

use luoshi_diagnostics::{Code, Note};
use rusqlite::{Connection, TransactionBehavior};

use super::{Ledger, shown};

/// Marks the file as a ledger: "LSTZ", 落实台账.
const APPLICATION: i64 = 0x4C53_545A;
/// The version of the tables below.
const VERSION: i64 = 1;
/// How long to wait for another program that writes.
const PATIENCE: Duration = Duration::from_secs(5);

// The guards on inserting are there for `INSERT OR REPLACE`, which removes rows without
// asking the guards on deleting.
const TABLES: &str = "
CREATE TABLE import (
  id INTEGER PRIMARY KEY,
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  first INTEGER NOT NULL,
  records INTEGER NOT NULL
) STRICT;
CREATE TABLE record (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  json TEXT NOT NULL,
  prev BLOB NOT NULL,
  hash BLOB NOT NULL,
  import INTEGER NOT NULL REFERENCES import (id)
) STRICT;
CREATE TRIGGER record_insert BEFORE INSERT ON record
  WHEN NEW.seq IS NOT (SELECT ifnull(max(seq), -1) + 1 FROM record)
    OR EXISTS (SELECT 1 FROM record WHERE id = NEW.id)
  BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER record_update BEFORE UPDATE ON record
  BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER record_delete BEFORE DELETE ON record
  BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER import_insert BEFORE INSERT ON import
  WHEN EXISTS (SELECT 1 FROM import WHERE id = NEW.id)
  BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER import_update BEFORE UPDATE ON import
  BEGIN SELECT raise(ABORT, 'append only'); END;
CREATE TRIGGER import_delete BEFORE DELETE ON import
  BEGIN SELECT raise(ABORT, 'append only'); END;
";

/// Checks that the file is a ledger, or makes one of an empty file, and sets it up so that
/// what was acknowledged survives a crash.
pub(super) fn prepare(mut ledger: Ledger) -> Result<Ledger, Note> {
    let checked = check(&mut ledger.connection, &ledger.path).map_err(|e| ledger.trouble(&e))?;
    checked.map(|()| ledger)
}

fn check(connection: &mut Connection, path: &Path) -> rusqlite::Result<Result<(), Note>> {
    connection.busy_timeout(PATIENCE)?;
    if is_empty(connection)? {
        create(connection)?;
    }
    let application = number(connection, "application_id")?;
    let version = number(connection, "user_version")?;
    if application != APPLICATION {
        return Ok(Err(foreign(path)));
    }
    if version != VERSION {
        let note = Note::new(Code::LedgerForeign)
            .arg("path", shown(path))
            .arg("reason", "newer")
            .arg("version", version);
        return Ok(Err(note));
    }
    connection.pragma_update(None, "journal_mode", "WAL")?;
    // With WAL, NORMAL would lose the last batches when the power fails.
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    Ok(Ok(()))
}

/// A note that the file is no ledger.
pub(super) fn foreign(path: &Path) -> Note {
    Note::new(Code::LedgerForeign)
        .arg("path", shown(path))
        .arg("reason", "foreign")
        .arg("version", 0)
}

fn is_empty(connection: &Connection) -> rusqlite::Result<bool> {
    let objects: i64 =
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    Ok(objects == 0 && number(connection, "application_id")? == 0)
}

fn create(connection: &mut Connection) -> rusqlite::Result<()> {
    let step = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Another program may have been quicker.
    if is_empty(&step)? {
        step.execute_batch(TABLES)?;
        step.pragma_update(None, "application_id", APPLICATION)?;
        step.pragma_update(None, "user_version", VERSION)?;
    }
    step.commit()
}

fn number(connection: &Connection, pragma: &str) -> rusqlite::Result<i64> {
    connection.pragma_query_value(None, pragma, |row| row.get(0))
}
