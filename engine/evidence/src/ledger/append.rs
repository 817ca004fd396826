//! Adding records: a batch enters as a whole or not at all.

use std::collections::BTreeMap;
use std::path::Path;

use jiff::SignedDuration;
use jiff::civil::{Date, DateTime};
use luoshi_diagnostics::{Code, FileId, Note};
use rusqlite::{
    CachedStatement, Connection, OptionalExtension, Transaction, TransactionBehavior, params,
};

use super::{Hash, Ledger, schema};
use crate::builder::Builder;
use crate::record::{Record, shown_moment};

/// What a batch did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Appended {
    /// Records that entered.
    pub added: u32,
    /// Records that were there already with the same content.
    pub skipped: u32,
    /// Records in the ledger now.
    pub count: u32,
    /// The last hash of the chain now.
    pub head: Hash,
}

/// How far the time of recording is believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// Not before the last entry: it decides whether a record counts as entered late, and can never be changed.
    Running,
    /// Whatever it is: somebody has looked, and the clock was ahead at the last entry.
    Checked,
}

/// So much earlier than the last entry is no clock that went back: two computers, or one that was set by a little.
const SLACK: SignedDuration = SignedDuration::from_hours(1);

/// When and by whom records are entered.
#[derive(Debug, Clone, Copy)]
struct Entering<'e> {
    at: DateTime,
    by: &'e str,
    clock: Clock,
}

impl Ledger {
    /// Adds records in one transaction, which is on disk when this returns.
    ///
    /// A record without a time of recording gets `recorded_at` and `recorded_by`; one that
    /// has it, because it comes from another ledger, keeps it. A record that is there
    /// already, with the same id and the same content apart from when and by whom it was
    /// entered, is skipped.
    ///
    /// # Errors
    /// Every record that cannot enter, each with its reason: `LS0306` if its id is taken
    /// by another record, `LS0307` if it corrects what is not there, `LS0304` and `LS0305`
    /// if a value does not fit; `LS0330` if the last entry was made later than now. Nothing has entered then.
    pub fn append(
        &mut self,
        records: &[Record],
        recorded_at: DateTime,
        recorded_by: &str,
    ) -> Result<Appended, Vec<Note>> {
        let entering = Entering {
            at: recorded_at,
            by: recorded_by,
            clock: Clock::Running,
        };
        self.append_to(None, &stamped(records, &entering)?, &entering)
    }

    /// As [`Ledger::append`], to the ledger at a path. Where there is none it is made: it is there with all of the records
    /// or not at all.
    ///
    /// # Errors
    /// As [`Ledger::append`].
    pub fn append_at(
        path: &Path,
        records: &[Record],
        recorded_at: DateTime,
        recorded_by: &str,
        clock: Clock,
    ) -> Result<Appended, Vec<Note>> {
        let entering = Entering {
            at: recorded_at,
            by: recorded_by,
            clock,
        };
        let batch = stamped(records, &entering)?;
        if !path.exists() {
            try_alone(&batch).map_err(|error| vec![super::trouble(&error, path)])??;
        }
        let mut ledger = Ledger::begin(path).map_err(|note| vec![note])?;
        ledger.append_to(None, &batch, &entering)
    }

    /// As [`Ledger::append`], if the ledger still holds just so many records: what the new ones say may
    /// depend on all that were there.
    ///
    /// # Errors
    /// As [`Ledger::append`]; `LS0310` if something has entered meanwhile.
    pub fn append_after(
        &mut self,
        count: u32,
        records: &[Record],
        recorded_at: DateTime,
        recorded_by: &str,
        clock: Clock,
    ) -> Result<Appended, Vec<Note>> {
        let entering = Entering {
            at: recorded_at,
            by: recorded_by,
            clock,
        };
        self.append_to(Some(count), &stamped(records, &entering)?, &entering)
    }

    fn append_to(
        &mut self,
        expected: Option<u32>,
        batch: &[Record],
        entering: &Entering<'_>,
    ) -> Result<Appended, Vec<Note>> {
        let path = self.path.clone();
        let trouble = |error: rusqlite::Error| vec![super::trouble(&error, &path)];
        let step = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(trouble)?;
        schema::make(&step).map_err(trouble)?;
        let there = head(&step).map_err(trouble)?.0;
        if expected.is_some_and(|expected| expected != there) {
            let path = path.display().to_string();
            return Err(vec![Note::new(Code::LedgerBusy).arg("path", path)]);
        }
        if let Some(last) = last_entry(&step).map_err(trouble)? {
            runs_on(last, entering).map_err(|note| vec![note])?;
        }
        let (new, skipped) = sift(&step, batch).map_err(trouble)??;
        check_corrections(&step, &new).map_err(trouble)??;
        let (count, head) = insert(&step, &new, entering).map_err(trouble)?;
        step.commit().map_err(trouble)?;
        // For whoever reads meanwhile. The records are in, whatever comes of it, and whoever opens the ledger does it again.
        let _ = schema::log_ahead(&self.connection);
        Ok(Appended {
            added: u32::try_from(new.len()).unwrap_or(u32::MAX),
            skipped,
            count,
            head,
        })
    }

    /// How many records there are, and the last hash of the chain.
    ///
    /// # Errors
    /// As [`Ledger::open`].
    pub fn head(&self) -> Result<(u32, Hash), Note> {
        head(&self.connection).map_err(|error| self.trouble(&error))
    }
}

/// The records as they would be kept; each is read back, so that whatever enters the
/// ledger can be read from it.
fn stamped(records: &[Record], entering: &Entering<'_>) -> Result<Vec<Record>, Vec<Note>> {
    let Entering { at, by, .. } = *entering;
    let mut batch = Vec::with_capacity(records.len());
    let mut notes = Vec::new();
    for record in records {
        let mut record = record.clone();
        if record.recorded_at.is_none() {
            record.recorded_at = Some(at);
            record.recorded_by = (!by.is_empty()).then(|| by.to_owned());
        }
        if record.id.is_empty() {
            record.id = record.derived_id();
        }
        match Record::from_json(&record.to_json(), FileId(0)) {
            Ok(record) => batch.push(record),
            Err(faults) => notes.extend(faults.into_iter().map(without_place)),
        }
    }
    if notes.is_empty() {
        Ok(batch)
    } else {
        Err(notes)
    }
}

/// Whether records can enter a ledger in which there is nothing else. So no file is made for those that cannot.
fn try_alone(batch: &[Record]) -> rusqlite::Result<Result<(), Vec<Note>>> {
    let mut connection = Connection::open_in_memory()?;
    let step = connection.transaction()?;
    schema::make(&step)?;
    match sift(&step, batch)? {
        Ok((new, _)) => check_corrections(&step, &new),
        Err(notes) => Ok(Err(notes)),
    }
}

/// When the last batch entered.
fn last_entry(step: &Transaction<'_>) -> rusqlite::Result<Option<DateTime>> {
    let last = "SELECT recorded_at FROM import ORDER BY id DESC LIMIT 1";
    let moment: Option<String> = step.query_row(last, [], |row| row.get(0)).optional()?;
    Ok(moment.and_then(|moment| moment.parse().ok()))
}

/// Whether the clock has not gone back since.
fn runs_on(last: DateTime, entering: &Entering<'_>) -> Result<(), Note> {
    let behind = last.duration_since(entering.at);
    if entering.clock == Clock::Checked || behind <= SLACK {
        return Ok(());
    }
    Err(Note::new(Code::ClockBehind)
        .arg("now", shown_moment(entering.at))
        .arg("last", shown_moment(last)))
}

/// The places are in a text that nobody sees.
fn without_place(mut note: Note) -> Note {
    note.place = None;
    note
}

type Sifted = Result<(Vec<Record>, u32), Vec<Note>>;

/// Parts new records from those that are there, and finds ids that are taken.
fn sift(step: &Transaction<'_>, batch: &[Record]) -> rusqlite::Result<Sifted> {
    let mut stored = step.prepare_cached("SELECT json FROM record WHERE id = ?1")?;
    let mut in_batch: BTreeMap<String, usize> = BTreeMap::new();
    let mut new: Vec<Record> = Vec::with_capacity(batch.len());
    let mut skipped = 0;
    let mut notes = Vec::new();
    for record in batch {
        let earlier = match in_batch.get(&record.id) {
            Some(place) => Some(new[*place].content()),
            None => content(&mut stored, &record.id)?,
        };
        match earlier {
            None => {
                in_batch.insert(record.id.clone(), new.len());
                new.push(record.clone());
            }
            Some(earlier) if earlier == record.content() => skipped += 1,
            Some(_) => notes.push(Note::new(Code::RecordDuplicate).arg("id", record.id.as_str())),
        }
    }
    Ok(if notes.is_empty() {
        Ok((new, skipped))
    } else {
        Err(notes)
    })
}

fn content(stored: &mut CachedStatement<'_>, id: &str) -> rusqlite::Result<Option<String>> {
    let json: Option<String> = stored.query_row([id], |row| row.get(0)).optional()?;
    // What cannot be read is not the same, whatever it is.
    Ok(json.map(|json| Record::from_json(&json, FileId(0)).map_or(json, |r| r.content())))
}

/// A correction must have its target, in the ledger or in the batch: it could never be
/// removed again. Nor may corrections of the batch refer to one another in a circle.
fn check_corrections(
    step: &Transaction<'_>,
    new: &[Record],
) -> rusqlite::Result<Result<(), Vec<Note>>> {
    let mut builder = Builder::new(Date::MAX);
    new.iter().for_each(|record| builder.push(record));
    let mut known = step.prepare_cached("SELECT 1 FROM record WHERE id = ?1")?;
    let mut notes = Vec::new();
    for note in builder.finish().notes {
        let target = note.args.iter().find_map(|(name, arg)| match arg {
            luoshi_diagnostics::Arg::Text(id) if *name == "target" => Some(id.as_str()),
            _ => None,
        });
        let there = match target {
            Some(id) => known.exists([id])?,
            None => false,
        };
        if !there {
            notes.push(note);
        }
    }
    Ok(if notes.is_empty() { Ok(()) } else { Err(notes) })
}

fn insert(
    step: &Transaction<'_>,
    new: &[Record],
    entering: &Entering<'_>,
) -> rusqlite::Result<(u32, Hash)> {
    let (mut seq, mut head) = head(step)?;
    if new.is_empty() {
        return Ok((seq, head));
    }
    let size = i64::try_from(new.len()).unwrap_or(i64::MAX);
    step.execute(
        "INSERT INTO import (recorded_at, recorded_by, first, records) VALUES (?1, ?2, ?3, ?4)",
        params![shown_moment(entering.at), entering.by, seq, size],
    )?;
    let import = step.last_insert_rowid();
    let mut row = step.prepare_cached(
        "INSERT INTO record (seq, id, json, prev, hash, import) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    for record in new {
        let json = record.to_json();
        let hash = head.then(&json);
        row.execute(params![seq, record.id, json, head.0, hash.0, import])?;
        seq += 1;
        head = hash;
    }
    Ok((seq, head))
}

fn head(connection: &rusqlite::Connection) -> rusqlite::Result<(u32, Hash)> {
    let last = "SELECT seq, hash FROM record ORDER BY seq DESC LIMIT 1";
    let row = connection
        .query_row(last, [], |row| Ok((row.get::<_, u32>(0)?, row.get(1)?)))
        .optional()?;
    Ok(row.map_or((0, Hash::GENESIS), |(seq, hash)| (seq + 1, Hash(hash))))
}
