//! The tables of a ledger file, and whether a file is one.

use std::path::Path;
use std::time::Duration;

use luoshi_diagnostics::{Code, Note};
use rusqlite::{Connection, ErrorCode, Transaction, TransactionBehavior};

use super::shown;

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

/// Has every connection wait for a writer, and bring to the disk what it acknowledges.
pub(super) fn settle(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(PATIENCE)?;
    // With WAL, NORMAL would lose the last batches when the power fails; before there is one, FULL would lose the first.
    connection.pragma_update(None, "synchronous", "EXTRA")?;
    connection.pragma_update(None, "foreign_keys", true)
}

/// Checks that the file is a ledger, or makes one of an empty file.
pub(super) fn prepare(
    connection: &mut Connection,
    path: &Path,
) -> rusqlite::Result<Result<(), Note>> {
    if is_empty(connection)? {
        let step = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        make(&step)?;
        step.commit()?;
    }
    let known = known(connection, path)?;
    if known.is_ok() {
        log_ahead(connection)?;
    }
    Ok(known)
}

/// Has the database write beside the ledger first, so that reading and writing do not wait for one another. Where somebody
/// else has the ledger open at this moment, whoever opens it next does so.
pub(super) fn log_ahead(connection: &Connection) -> rusqlite::Result<()> {
    let busy = [ErrorCode::DatabaseBusy, ErrorCode::DatabaseLocked];
    match connection.pragma_update(None, "journal_mode", "WAL") {
        Err(error)
            if error
                .sqlite_error_code()
                .is_some_and(|code| busy.contains(&code)) =>
        {
            Ok(())
        }
        other => other,
    }
}

/// Whether the tables are those of a ledger, of a version that is known.
pub(super) fn known(connection: &Connection, path: &Path) -> rusqlite::Result<Result<(), Note>> {
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
    Ok(Ok(()))
}

/// A note that the file is no ledger.
pub(super) fn foreign(path: &Path) -> Note {
    Note::new(Code::LedgerForeign)
        .arg("path", shown(path))
        .arg("reason", "foreign")
        .arg("version", 0)
}

/// Whether there are no tables at all.
pub(super) fn is_empty(connection: &Connection) -> rusqlite::Result<bool> {
    let objects: i64 =
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    Ok(objects == 0 && number(connection, "application_id")? == 0)
}

/// Makes the tables, unless another program has been quicker.
pub(super) fn make(step: &Transaction<'_>) -> rusqlite::Result<()> {
    if is_empty(step)? {
        step.execute_batch(TABLES)?;
        step.pragma_update(None, "application_id", APPLICATION)?;
        step.pragma_update(None, "user_version", VERSION)?;
    }
    Ok(())
}

fn number(connection: &Connection, pragma: &str) -> rusqlite::Result<i64> {
    connection.pragma_query_value(None, pragma, |row| row.get(0))
}
