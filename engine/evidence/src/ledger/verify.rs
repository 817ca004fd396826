//! Whether a ledger is what was once written: every row, in order, and none besides.

use luoshi_diagnostics::{Code, FileId, Note};
use rusqlite::{OptionalExtension, Row};

use super::{Hash, Ledger};
use crate::record::Record;

/// A ledger whose chain holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verified {
    /// Records.
    pub count: u32,
    /// The last hash of the chain; whoever noted it earlier can ask [`Ledger::grew_from`].
    pub head: Hash,
}

/// The first record at which a ledger is not what was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// Its place in the ledger, from 0.
    pub seq: i64,
    /// Its id, as far as it can be read.
    pub id: String,
    /// What is wrong there.
    pub why: Why,
}

/// What is wrong with a record of a ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Its content is not what its hash was made of.
    Edited,
    /// It is missing.
    Removed,
    /// It stands between two records that follow one another.
    Inserted,
    /// It stands before the record that it follows.
    Reordered,
    /// The record before it is not the one that it followed: that one was changed together
    /// with its hash, or removed and the rest renumbered.
    Unlinked,
    /// The file is damaged and cannot be read from here on.
    Damaged,
}

impl Broken {
    /// The same as a note, for the ledger at this path.
    #[must_use]
    pub fn note(&self, path: &std::path::Path) -> Note {
        let why = match self.why {
            Why::Edited => "edited",
            Why::Removed => "removed",
            Why::Inserted => "inserted",
            Why::Reordered => "reordered",
            Why::Unlinked => "unlinked",
            Why::Damaged => "damaged",
        };
        Note::new(Code::LedgerBroken)
            .arg("path", super::shown(path))
            .arg("number", self.seq.saturating_add(1))
            .arg("id", self.id.as_str())
            .arg("why", why)
    }
}

/// What has been found good so far.
struct Chain {
    count: i64,
    head: Hash,
    /// The last good record.
    id: String,
}

impl Ledger {
    /// Follows the chain from the first record to the last.
    ///
    /// The last records of a ledger can be cut off without a trace in the chain, by whoever
    /// also mends the table of batches; against that, compare with a head noted earlier.
    ///
    /// # Errors
    /// The first record that is not what was written.
    pub fn verify(&self) -> Result<Verified, Broken> {
        let mut chain = Chain {
            count: 0,
            head: Hash::GENESIS,
            id: String::new(),
        };
        self.walk(&mut chain)?;
        let damaged = |chain: &Chain| broken(chain.count, "", Why::Damaged);
        let recorded = self.recorded().map_err(|_| damaged(&chain))?;
        if recorded > chain.count {
            return Err(broken(chain.count, "", Why::Removed));
        }
        if recorded < chain.count {
            return Err(broken(recorded, &chain.id, Why::Inserted));
        }
        match self.sound() {
            Ok(true) => Ok(Verified {
                count: u32::try_from(chain.count).unwrap_or(u32::MAX),
                head: chain.head,
            }),
            _ => Err(damaged(&chain)),
        }
    }

    /// Whether the ledger still begins with so many records that end in this hash. It says
    /// nothing about the records themselves: [`Ledger::verify`] does.
    ///
    /// # Errors
    /// As [`Ledger::open`].
    pub fn grew_from(&self, count: u32, head: Hash) -> Result<bool, Note> {
        if count == 0 {
            return Ok(head == Hash::GENESIS);
        }
        let row = "SELECT hash FROM record WHERE seq = ?1";
        let found = self
            .connection
            .query_row(row, [count - 1], |row| row.get(0));
        let found: Option<[u8; 32]> = found.optional().map_err(|error| self.trouble(&error))?;
        Ok(found == Some(head.0))
    }

    fn walk(&self, chain: &mut Chain) -> Result<(), Broken> {
        let unreadable = |chain: &Chain| broken(chain.count, "", Why::Damaged);
        let all = "SELECT seq, id, json, prev, hash FROM record ORDER BY seq";
        let mut statement = self
            .connection
            .prepare(all)
            .map_err(|_| unreadable(chain))?;
        let mut rows = statement.query([]).map_err(|_| unreadable(chain))?;
        loop {
            match rows.next() {
                Ok(Some(row)) => self.check(row, chain)?,
                Ok(None) => return Ok(()),
                Err(_) => return Err(unreadable(chain)),
            }
        }
    }

    fn check(&self, row: &Row<'_>, chain: &mut Chain) -> Result<(), Broken> {
        let Some((seq, id, json, prev, hash)) = cells(row) else {
            return Err(broken(chain.count, "", Why::Damaged));
        };
        if seq != chain.count {
            return Err(broken(chain.count.min(seq), "", Why::Removed));
        }
        if prev.then(&json) != hash || !is_of(&json, &id) {
            return Err(broken(seq, &id, Why::Edited));
        }
        if prev != chain.head {
            return Err(self.unlinked(seq, &id, prev));
        }
        *chain = Chain {
            count: seq + 1,
            head: hash,
            id,
        };
        Ok(())
    }

    /// A record that agrees with its own hash, but does not follow the one before it: looks
    /// for the one that it does follow.
    fn unlinked(&self, seq: i64, id: &str, prev: Hash) -> Broken {
        let followed = if prev == Hash::GENESIS {
            Some(-1)
        } else {
            let row = "SELECT seq FROM record WHERE hash = ?1";
            let found = self.connection.query_row(row, [prev.0], |row| row.get(0));
            found.ok()
        };
        match followed {
            Some(followed) if followed < seq => {
                let first = "SELECT id FROM record WHERE seq = ?1";
                let stranger = self
                    .connection
                    .query_row(first, [followed + 1], |row| row.get(0));
                let stranger: String = stranger.unwrap_or_default();
                broken(followed + 1, &stranger, Why::Inserted)
            }
            Some(_) => broken(seq, id, Why::Reordered),
            None => broken(seq, id, Why::Unlinked),
        }
    }

    /// How many records the batches say there are.
    fn recorded(&self) -> rusqlite::Result<i64> {
        let sum = "SELECT ifnull(sum(records), 0) FROM import";
        self.connection.query_row(sum, [], |row| row.get(0))
    }

    /// Whether the database finds its own pages and indices in order.
    fn sound(&self) -> rusqlite::Result<bool> {
        let mut statement = self.connection.prepare("PRAGMA integrity_check(1)")?;
        let answer: String = statement.query_row([], |row| row.get(0))?;
        Ok(answer == "ok")
    }
}

type Cells = (i64, String, String, Hash, Hash);

fn cells(row: &Row<'_>) -> Option<Cells> {
    let cells = || -> rusqlite::Result<Cells> {
        let (prev, hash) = (Hash(row.get(3)?), Hash(row.get(4)?));
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, prev, hash))
    };
    cells().ok()
}

/// Whether the JSON is the canonical form of a record with this id.
fn is_of(json: &str, id: &str) -> bool {
    Record::from_json(json, FileId(0)).is_ok_and(|r| r.id == id && r.to_json() == json)
}

fn broken(seq: i64, id: &str, why: Why) -> Broken {
    Broken {
        seq,
        id: id.to_owned(),
        why,
    }
}
