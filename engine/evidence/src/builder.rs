//! Records in ledger order to columns: duplicates, the as-of day, corrections, order.

use std::borrow::Cow;

use jiff::civil::Date;
use luoshi_diagnostics::{Code, FileId, Note, Staged};

use crate::columns::{Evidence, Texts};
use crate::corrections::{self, Pending};
use crate::draft::Draft;
use crate::field::Field;
use crate::kind::Kind;
use crate::line::Places;
use crate::raw::RawRecord;
use crate::record::Record;
use crate::value::day_of;

/// Collects records, in the order of the ledger, and makes [`Evidence`] of them.
#[derive(Debug)]
pub struct Builder {
    pub(crate) as_of: i32,
    pub(crate) evidence: Evidence,
    /// Where the record of each id is; by the number of the id.
    pub(crate) slots: Vec<Option<Slot>>,
    /// Invariant: as long as the columns of corrections, in the same order.
    pub(crate) pending: Vec<Pending>,
    pub(crate) notes: Vec<Note>,
}

/// A row of the columns of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Slot {
    pub(crate) kind: Kind,
    pub(crate) row: u32,
}

impl Builder {
    /// A builder for what is known as of a day.
    #[must_use]
    pub fn new(as_of: Date) -> Builder {
        Builder {
            as_of: day_of(as_of),
            evidence: Evidence::default(),
            slots: Vec::new(),
            pending: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// A builder for records of a file, with room for what a text of so many bytes holds.
    pub(crate) fn for_file(as_of: Date, file: FileId, bytes: usize) -> Builder {
        let mut builder = Builder::new(as_of);
        let lines = bytes / 96 + 1;
        builder.evidence.file = Some(file);
        builder.evidence.ids = crate::Dictionary::with_capacity(lines, bytes / 4);
        builder.evidence.places.reserve(lines);
        builder.slots.reserve(lines);
        builder
    }

    /// Adds the next record. Its values are taken as they are: a record that did not come
    /// from [`Record::from_json`], an import or a ledger should be checked there first.
    pub fn push(&mut self, record: &Record) {
        self.push_raw(&record.as_raw(), None);
    }

    /// Adds the next record from its fields; a duplicate is a note, which comes with the others
    /// when the evidence is finished, and is told here by its place among them.
    pub fn push_draft(&mut self, draft: &Draft<'_>) -> Option<usize> {
        let before = self.notes.len();
        self.push_raw(draft.raw(), None);
        (self.notes.len() > before).then_some(before)
    }

    pub(crate) fn push_raw(&mut self, raw: &RawRecord<'_>, places: Option<&Places>) {
        let Some(kind) = raw.kind else { return };
        let id = match raw.id.as_ref() {
            "" => Cow::Owned(Record::from_raw(raw).map_or(String::new(), |r| r.id)),
            id => Cow::Borrowed(id),
        };
        let evidence = &mut self.evidence;
        let seq = evidence.total;
        evidence.total += 1;
        if let Some(places) = places {
            let place = places.of(Field::Id);
            evidence.places.push((place.start, place.end));
        }
        let code = evidence.ids.intern(&id);
        if let Some(first) = self.slots.get(code as usize).copied().flatten() {
            self.duplicate(&id, first, seq);
            return;
        }
        let texts = Texts {
            names: &mut evidence.names,
            ids: &mut evidence.ids,
        };
        let columns = &mut evidence.kinds[kind as usize];
        let row = columns.push(raw, seq, code, texts);
        evidence.notes.push(seq, &raw.note);
        let sums: Vec<&str> = raw
            .attachments
            .iter()
            .map(|(_, sum)| sum.as_ref())
            .collect();
        evidence.files.push(seq, &sums.join(" "));
        evidence.last_recorded = evidence.last_recorded.max(raw.recorded_day);
        if kind == Kind::Correction {
            let target = columns.refers[row as usize];
            let place = places.map(|places| places.of(Field::Ref));
            self.pending.push(Pending::new(raw, seq, target, place));
        }
        if self.slots.len() < self.evidence.ids.len() {
            self.slots.resize(self.evidence.ids.len(), None);
        }
        self.slots[code as usize] = Some(Slot { kind, row });
    }

    fn duplicate(&mut self, id: &str, first: Slot, seq: u32) {
        let first = self.evidence.of(first.kind).seq[first.row as usize];
        let mut note = Note::new(Code::RecordDuplicate).arg("id", id);
        note.place = self.evidence.place(seq);
        if let Some(place) = self.evidence.place(first) {
            note = note.and(place, "record-duplicate-first");
        }
        self.notes.push(note);
    }

    /// Applies the corrections, drops what is dated after the as-of day and sorts.
    #[must_use]
    pub fn finish(mut self) -> Staged<Evidence> {
        if !self.pending.is_empty() {
            corrections::apply(&mut self);
        }
        self.evidence.settle(self.as_of);
        Staged::new(self.evidence, self.notes)
    }
}
