//! Reading a ledger: as evidence, as a log, as files.

use std::io::{self, Write};
use std::ops::ControlFlow;

use jiff::civil::Date;
use luoshi_diagnostics::{FileId, Note, Staged};
use rusqlite::OptionalExtension;

use super::{Hash, Ledger, damaged};
use crate::builder::Builder;
use crate::columns::Evidence;
use crate::kind::Kind;
use crate::line::read_record;
use crate::record::Record;

/// One row of the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its place, from 0.
    pub seq: u32,
    /// Its hash in the chain; the first twelve digits are enough to name it.
    pub hash: Hash,
    /// The record as it was written.
    pub record: Record,
}

/// Which rows of a log are wanted; the default is all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of this kind.
    pub kind: Option<Kind>,
    /// About this subject.
    pub subject: Option<String>,
    /// For this duty.
    pub duty: Option<String>,
    /// Dated on this day or later.
    pub from: Option<Date>,
    /// Dated on this day or earlier.
    pub to: Option<Date>,
    /// At most so many.
    pub limit: Option<usize>,
}

impl Filter {
    fn wants(&self, record: &Record) -> bool {
        self.kind.is_none_or(|kind| record.kind == kind)
            && (self.subject.is_none() || record.subject == self.subject)
            && (self.duty.is_none() || record.duty == self.duty)
            && self.from.is_none_or(|day| record.date >= day)
            && self.to.is_none_or(|day| record.date <= day)
    }
}

/// Why an export stopped.
#[derive(Debug)]
pub enum ExportError {
    /// The ledger could not be read.
    Ledger(Note),
    /// The target could not be written.
    Write(io::Error),
}

impl From<io::Error> for ExportError {
    fn from(error: io::Error) -> Self {
        ExportError::Write(error)
    }
}

impl Ledger {
    /// What counts as of a day, in one pass over the rows.
    #[must_use]
    pub fn read(&self, as_of: Date) -> Staged<Evidence> {
        self.read_before(as_of, u32::MAX)
    }

    /// What counted as of a day when only the rows before a place were in the ledger.
    #[must_use]
    pub fn read_before(&self, as_of: Date, place: u32) -> Staged<Evidence> {
        let mut builder = Builder::new(as_of);
        let mut notes = Vec::new();
        let outcome = self.rows(true, |seq, json, _| {
            if seq >= place {
                return ControlFlow::Break(());
            }
            match read_record(json) {
                Some(raw) => builder.push_raw(&raw, None),
                None => notes.push(damaged(&self.path, format!("#{}", seq + 1))),
            }
            ControlFlow::Continue(())
        });
        notes.extend(outcome.err());
        builder.notes.extend(notes);
        builder.finish()
    }

    /// The rows that a filter wants, the newest first.
    ///
    /// # Errors
    /// As [`Ledger::open`].
    pub fn log(&self, filter: &Filter) -> Result<Vec<Entry>, Note> {
        let mut entries = Vec::new();
        let limit = filter.limit.unwrap_or(usize::MAX);
        self.rows(false, |seq, json, hash| {
            if entries.len() >= limit {
                return ControlFlow::Break(());
            }
            let record = Record::from_json(json, FileId(0)).ok();
            if let Some(record) = record.filter(|record| filter.wants(record)) {
                entries.push(Entry { seq, hash, record });
            }
            ControlFlow::Continue(())
        })?;
        Ok(entries)
    }

    /// The record with this id as it was written, without corrections.
    ///
    /// # Errors
    /// As [`Ledger::open`].
    pub fn find(&self, id: &str) -> Result<Option<Record>, Note> {
        let row = "SELECT json FROM record WHERE id = ?1";
        let json = self.connection.query_row(row, [id], |row| row.get(0));
        let json: Option<String> = json.optional().map_err(|error| self.trouble(&error))?;
        Ok(json.and_then(|json| Record::from_json(&json, FileId(0)).ok()))
    }

    /// The place of the first row of the batch that a record entered with; none if there is no such record.
    ///
    /// # Errors
    /// As [`Ledger::open`].
    pub fn batch_of(&self, id: &str) -> Result<Option<u32>, Note> {
        let first = "SELECT import.first FROM record JOIN import ON import.id = record.import WHERE record.id = ?1";
        let row = self.connection.query_row(first, [id], |row| row.get(0));
        row.optional().map_err(|error| self.trouble(&error))
    }

    /// Writes the canonical JSON of every record, one a line, in the order of the ledger.
    ///
    /// # Errors
    /// The ledger cannot be read or the target cannot be written.
    pub fn export_jsonl(&self, out: &mut dyn Write) -> Result<u32, ExportError> {
        self.export(|_, json| {
            out.write_all(json.as_bytes())?;
            Ok(out.write_all(b"\n")?)
        })
    }

    /// Shows every record to whoever writes it down, in the order of the ledger, corrections as they were entered.
    ///
    /// # Errors
    /// The ledger cannot be read, a record in it is none, or the target cannot be written.
    pub fn export_records(
        &self,
        write: &mut dyn FnMut(&Record) -> io::Result<()>,
    ) -> Result<u32, ExportError> {
        self.export(|seq, json| match Record::from_json(json, FileId(0)) {
            Ok(record) => Ok(write(&record)?),
            // Left out it would look as if it had never been entered.
            Err(_) => {
                let place = format!("#{}", seq + 1);
                Err(ExportError::Ledger(damaged(&self.path, place)))
            }
        })
    }

    /// Shows the canonical JSON of every record to a visitor, in the order of the ledger.
    ///
    /// # Errors
    /// As [`Ledger::open`].
    pub fn each_json(&self, visit: &mut dyn FnMut(&str)) -> Result<(), Note> {
        self.rows(true, |_, json, _| {
            visit(json);
            ControlFlow::Continue(())
        })
    }

    fn export(
        &self,
        mut write: impl FnMut(u32, &str) -> Result<(), ExportError>,
    ) -> Result<u32, ExportError> {
        let mut count = 0;
        let mut failed = None;
        let outcome = self.rows(true, |seq, json, _| match write(seq, json) {
            Ok(()) => {
                count += 1;
                ControlFlow::Continue(())
            }
            Err(error) => {
                failed = Some(error);
                ControlFlow::Break(())
            }
        });
        outcome.map_err(ExportError::Ledger)?;
        failed.map_or(Ok(count), Err)
    }

    /// Shows every row to a visitor: place, JSON, hash.
    fn rows(
        &self,
        oldest_first: bool,
        mut visit: impl FnMut(u32, &str, Hash) -> ControlFlow<()>,
    ) -> Result<(), Note> {
        let order = if oldest_first { "ASC" } else { "DESC" };
        let all = format!("SELECT seq, json, hash FROM record ORDER BY seq {order}");
        let mut walk = || -> rusqlite::Result<()> {
            let mut statement = self.connection.prepare_cached(&all)?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let json = row.get_ref(1)?.as_str()?;
                if visit(row.get(0)?, json, Hash(row.get(2)?)).is_break() {
                    break;
                }
            }
            Ok(())
        };
        walk().map_err(|error| self.trouble(&error))
    }
}
