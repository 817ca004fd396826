//! Evidence laid out for the hot path: one column per field, one set of columns per kind.

use std::collections::BTreeMap;

use luoshi_diagnostics::{FileId, Place};

use crate::corrections::GONE;
use crate::dictionary::Dictionary;
use crate::kind::Kind;
use crate::raw::{NO_DAY, RawRecord};

/// All records of one kind, sorted by day and place in the ledger. The columns are of
/// equal length.
#[derive(Debug, Clone, Default)]
pub struct Columns {
    /// Place in the ledger, from 0.
    pub seq: Vec<u32>,
    /// The id, in [`Evidence::ids`].
    pub id: Vec<u32>,
    /// Days since 1970-01-01.
    pub day: Vec<i32>,
    /// Minutes since midnight; `u16::MAX` is absent.
    pub minute: Vec<u16>,
    /// The duty, in [`Evidence::names`].
    pub duty: Vec<u32>,
    /// The subject, in [`Evidence::names`].
    pub subject: Vec<u32>,
    /// The actors joined with 、 as one entry of [`Evidence::names`], in the author's order.
    pub actor: Vec<u32>,
    /// The status, in [`Evidence::names`].
    pub status: Vec<u32>,
    /// The marks joined with 、 as one entry of [`Evidence::names`], in the author's order.
    pub marks: Vec<u32>,
    /// Hundredths; `i64::MIN` is absent.
    pub quantity: Vec<i64>,
    /// Fen; `i64::MIN` is absent.
    pub amount: Vec<i64>,
    /// The record referred to, in [`Evidence::ids`].
    pub refers: Vec<u32>,
    /// Day; `i32::MIN` is absent.
    pub until: Vec<i32>,
    /// Day of entry into the ledger; `i32::MIN` is absent.
    pub recorded: Vec<i32>,
    /// How many files are attached.
    pub attachments: Vec<u16>,
    /// Whether a correction replaced some of it.
    pub corrected: Vec<bool>,
}

impl Columns {
    /// The number of records.
    #[must_use]
    pub fn len(&self) -> usize {
        self.day.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.day.is_empty()
    }

    /// Appends a record, and says in which row it is.
    pub(crate) fn push(&mut self, raw: &RawRecord<'_>, seq: u32, id: u32, texts: Texts<'_>) -> u32 {
        let row = u32::try_from(self.len()).unwrap_or(u32::MAX - 1);
        let Texts { names, ids } = texts;
        self.seq.push(seq);
        self.id.push(id);
        self.day.push(raw.day);
        self.minute.push(raw.minute);
        self.duty.push(names.intern(&raw.duty));
        self.subject.push(names.intern(&raw.subject));
        self.actor.push(names.intern(&raw.actor));
        self.status.push(names.intern(&raw.status));
        self.marks.push(names.intern(&raw.marks));
        self.quantity.push(raw.quantity);
        self.amount.push(raw.amount);
        self.refers.push(ids.intern(&raw.refers));
        self.until.push(raw.until);
        self.recorded.push(raw.recorded_day);
        let files = u16::try_from(raw.attachments.len()).unwrap_or(u16::MAX);
        self.attachments.push(files);
        self.corrected.push(false);
        row
    }

    /// Empties the columns but keeps their room.
    fn clear(&mut self) {
        self.seq.clear();
        self.id.clear();
        self.day.clear();
        self.minute.clear();
        self.duty.clear();
        self.subject.clear();
        self.actor.clear();
        self.status.clear();
        self.marks.clear();
        self.quantity.clear();
        self.amount.clear();
        self.refers.clear();
        self.until.clear();
        self.recorded.clear();
        self.attachments.clear();
        self.corrected.clear();
    }

    /// Drops the records dated after `last` and puts the rest in order.
    fn put_in_order(&mut self, last: i32) {
        let rows = 0..self.len();
        let mut order: Vec<usize> = rows.filter(|row| self.day[*row] <= last).collect();
        order.sort_unstable_by_key(|row| (self.day[*row], self.seq[*row]));
        pick(&mut self.seq, &order);
        pick(&mut self.id, &order);
        pick(&mut self.day, &order);
        pick(&mut self.minute, &order);
        pick(&mut self.duty, &order);
        pick(&mut self.subject, &order);
        pick(&mut self.actor, &order);
        pick(&mut self.status, &order);
        pick(&mut self.marks, &order);
        pick(&mut self.quantity, &order);
        pick(&mut self.amount, &order);
        pick(&mut self.refers, &order);
        pick(&mut self.until, &order);
        pick(&mut self.recorded, &order);
        pick(&mut self.attachments, &order);
        pick(&mut self.corrected, &order);
    }
}

/// Both dictionaries, borrowed together.
pub(crate) struct Texts<'a> {
    pub(crate) names: &'a mut Dictionary,
    pub(crate) ids: &'a mut Dictionary,
}

/// In a loop without jumps.
fn in_order<T: Copy + PartialOrd>(column: &[T]) -> bool {
    let after = column.get(1..).unwrap_or(&[]);
    let pairs = column.iter().zip(after);
    pairs.fold(true, |all, (a, b)| all & (a <= b))
}

fn pick<T: Copy>(column: &mut Vec<T>, order: &[usize]) {
    *column = order.iter().map(|row| column[*row]).collect();
}

/// Everything that counts as of a day, with corrections applied.
#[derive(Debug, Clone)]
pub struct Evidence {
    /// Duties, subjects, actors, statuses and marks.
    pub names: Dictionary,
    /// Ids of records, and ids that records refer to.
    pub ids: Dictionary,
    /// The records of each kind, by `Kind as usize`.
    pub kinds: [Columns; Kind::COUNT],
    /// The free texts.
    pub notes: Notes,
    /// SHA-256 sums of the attachments of those records that have some, joined with a space.
    pub files: Notes,
    /// Records that were read, whatever became of them.
    pub total: u32,
    /// Records of which a correction replaced something.
    pub superseded: u32,
    /// Records that a correction withdrew.
    pub withdrawn: u32,
    /// Records dated after the as-of day, which are not in the columns.
    pub unseen: u32,
    /// The last day on which a record entered the ledger; `i32::MIN` if none says.
    pub last_recorded: i32,
    pub(crate) places: Vec<(usize, usize)>,
    pub(crate) file: Option<FileId>,
}

impl Default for Evidence {
    fn default() -> Self {
        Evidence {
            names: Dictionary::default(),
            ids: Dictionary::default(),
            kinds: std::array::from_fn(|_| Columns::default()),
            notes: Notes::default(),
            files: Notes::default(),
            total: 0,
            superseded: 0,
            withdrawn: 0,
            unseen: 0,
            last_recorded: NO_DAY,
            places: Vec::new(),
            file: None,
        }
    }
}

impl Evidence {
    /// The records of one kind.
    #[must_use]
    pub fn of(&self, kind: Kind) -> &Columns {
        &self.kinds[kind as usize]
    }

    /// Empties everything but the names, and keeps the room, for the evidence of another township.
    ///
    /// Names keep their numbers, so that what was worked out for them stays right.
    pub fn clear(&mut self) {
        // One by one and without `..`, so that whoever adds a field must say here what becomes of it.
        let Evidence {
            names: _,
            ids,
            kinds,
            notes,
            files,
            total,
            superseded,
            withdrawn,
            unseen,
            last_recorded,
            places,
            file,
        } = self;
        ids.clear();
        kinds.iter_mut().for_each(Columns::clear);
        (*notes, *files) = (Notes::default(), Notes::default());
        (*total, *superseded, *withdrawn, *unseen) = (0, 0, 0, 0);
        *last_recorded = NO_DAY;
        places.clear();
        *file = None;
    }

    /// Drops the records dated after a day, counts them as unseen, and puts the rest in order of
    /// day and place in the ledger.
    pub fn settle(&mut self, as_of: i32) {
        for columns in &mut self.kinds {
            // Nearly always they are in order, and then the last is the latest.
            let days = &columns.day;
            let ordered = in_order(days);
            let latest = match ordered {
                true => days.last(),
                false => days.iter().max(),
            };
            let seen = latest.is_none_or(|day| *day <= as_of);
            if !seen {
                let later = days.iter().filter(|day| **day > as_of && **day != GONE);
                self.unseen += u32::try_from(later.count()).unwrap_or(u32::MAX);
            }
            if !seen || !ordered || !in_order(&columns.seq) {
                columns.put_in_order(as_of);
            }
        }
    }

    /// Where the record with this place in the ledger stands in its file; a record that
    /// came from a database stands nowhere.
    #[must_use]
    pub fn place(&self, seq: u32) -> Option<Place> {
        let (start, end) = *self.places.get(seq as usize)?;
        Some(Place {
            file: self.file?,
            start,
            end,
        })
    }
}

/// The free texts of those records that have one.
#[derive(Debug, Clone, Default)]
pub struct Notes {
    text: String,
    /// Place in the ledger, ascending, and where its text ends.
    ends: Vec<(u32, usize)>,
    replaced: BTreeMap<u32, String>,
}

impl Notes {
    /// The note of the record with this place in the ledger.
    #[must_use]
    pub fn of(&self, seq: u32) -> Option<&str> {
        if let Some(text) = self.replaced.get(&seq) {
            return (!text.is_empty()).then_some(text);
        }
        let found = self.ends.binary_search_by_key(&seq, |(seq, _)| *seq).ok()?;
        let start = found.checked_sub(1).map_or(0, |before| self.ends[before].1);
        Some(&self.text[start..self.ends[found].1])
    }

    /// Adds the note of a record later than all before.
    pub(crate) fn push(&mut self, seq: u32, note: &str) {
        if !note.is_empty() {
            self.text.push_str(note);
            self.ends.push((seq, self.text.len()));
        }
    }

    pub(crate) fn replace(&mut self, seq: u32, note: &str) {
        self.replaced.insert(seq, note.to_owned());
    }
}
