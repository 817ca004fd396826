//! The list of record hashes that an auditor keeps beside a checkpoint, and what it tells of a ledger that was rewritten.

use std::collections::BTreeMap;
use std::fmt;

use luoshi_diagnostics::Note;

use crate::checkpoint::Checkpoint;
use crate::hash::TreeHash;
use crate::note::record_list;
use crate::tree::Tree;

/// A record of such a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedRecord {
    /// The hash of its leaf.
    pub hash: TreeHash,
    /// Its id, to call it by. Nothing proves it.
    pub id: String,
}

/// The records of a ledger, in order: a line each, as `sha256sum` prints them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RecordList {
    /// In order.
    pub records: Vec<ListedRecord>,
}

/// Where a ledger leaves what it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Divergence {
    /// The first record that differs, from 1.
    pub number: u64,
    /// What happened there.
    pub happened: Happened,
    /// The id of the record that stood there; empty if none did.
    pub was: String,
    /// The id of the record that stands there now; empty if none does.
    pub is: String,
    /// How many records of the list are nowhere in the ledger any more.
    pub gone: u64,
}

/// What happened at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Happened {
    /// A record with the same id has another content.
    Edited,
    /// The record is not there any more, and those behind it moved up.
    Removed,
    /// A record stands before it that was not there.
    Inserted,
    /// A record stands there that stood behind it.
    Moved,
    /// Another record stands there, and the old one is nowhere.
    Replaced,
}

impl Happened {
    /// The word of the catalogues.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Happened::Edited => "edited",
            Happened::Removed => "removed",
            Happened::Inserted => "inserted",
            Happened::Moved => "moved",
            Happened::Replaced => "replaced",
        }
    }
}

impl RecordList {
    /// Adds a record.
    pub fn push(&mut self, record: &[u8], id: &str) {
        self.records.push(ListedRecord {
            hash: TreeHash::leaf(record),
            id: id.to_owned(),
        });
    }

    /// The tree over the records.
    #[must_use]
    pub fn tree(&self) -> Tree {
        self.records.iter().map(|record| record.hash).collect()
    }

    /// Reads a list, and sees that it is the one of a checkpoint. `called` is what messages call it.
    ///
    /// # Errors
    /// `LS1046` if it is none, or that of something else: nothing must be concluded from it then.
    pub fn parse(text: &str, of: &Checkpoint, called: &str) -> Result<RecordList, Note> {
        let lines = text.strip_suffix('\n').unwrap_or(text).split('\n');
        let lines = lines.filter(|line| !line.is_empty());
        let records: Option<Vec<ListedRecord>> = lines.map(listed).collect();
        let records = records.ok_or_else(|| record_list(called, "form"))?;
        let list = RecordList { records };
        let tree = list.tree();
        if (tree.size(), tree.root()) != of.head() {
            return Err(record_list(called, "other"));
        }
        Ok(list)
    }

    /// Where a ledger leaves this list; none if it begins with all of it.
    #[must_use]
    pub fn divergence(&self, now: &RecordList) -> Option<Divergence> {
        let at = |list: &RecordList, at: usize| list.records.get(at).cloned();
        let differs = |at: &usize| self.records[*at].hash != hash_at(now, *at);
        let first = (0..self.records.len()).find(differs)?;
        let (was, is) = (at(self, first)?, at(now, first));
        Some(Divergence {
            number: u64::try_from(first).unwrap_or(u64::MAX).saturating_add(1),
            happened: self.happened(now, first),
            was: was.id,
            is: is.map_or(String::new(), |record| record.id),
            gone: self.gone(now),
        })
    }

    fn happened(&self, now: &RecordList, first: usize) -> Happened {
        let was = &self.records[first];
        let behind = |list: &RecordList, hash: TreeHash| {
            let mut rest = list.records.iter().skip(first + 1);
            rest.any(|record| record.hash == hash)
        };
        let Some(is) = now.records.get(first) else {
            return Happened::Removed;
        };
        match (behind(now, was.hash), behind(self, is.hash)) {
            (true, true) => Happened::Moved,
            (true, false) => Happened::Inserted,
            (false, _) if now.records.iter().any(|record| record.id == was.id) => Happened::Edited,
            (false, true) => Happened::Removed,
            (false, false) => Happened::Replaced,
        }
    }

    /// Records that stand twice in the list must stand twice in the ledger.
    fn gone(&self, now: &RecordList) -> u64 {
        let mut there: BTreeMap<TreeHash, u64> = BTreeMap::new();
        for record in &now.records {
            *there.entry(record.hash).or_default() += 1;
        }
        let mut gone = 0;
        for record in &self.records {
            match there.get_mut(&record.hash).filter(|left| **left > 0) {
                Some(left) => *left -= 1,
                None => gone += 1,
            }
        }
        gone
    }

    /// The place of the record with an id, from 0.
    #[must_use]
    pub fn place_of(&self, id: &str) -> Option<u64> {
        let place = self.records.iter().position(|record| record.id == id)?;
        u64::try_from(place).ok()
    }
}

impl fmt::Display for RecordList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut records = self.records.iter();
        records.try_for_each(|record| writeln!(f, "{}  {}", record.hash.hex(), record.id))
    }
}

fn hash_at(list: &RecordList, at: usize) -> TreeHash {
    // No record has the hash of the empty tree.
    list.records.get(at).map_or(TreeHash::empty(), |r| r.hash)
}

fn listed(line: &str) -> Option<ListedRecord> {
    let (hash, id) = line.split_once("  ")?;
    Some(ListedRecord {
        hash: TreeHash::parse_hex(hash)?,
        id: id.to_owned(),
    })
}
