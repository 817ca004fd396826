//! What corrections do: replace fields of a record, withdraw it, or do either to another
//! correction.
//!
//! Corrections dated after the as-of day do nothing. Among those of one record each later
//! one in the ledger wins, field by field; withdrawing and setting also override one
//! another. A correction of a correction changes what that one replaces, or takes it back.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use luoshi_diagnostics::{Code, Note, Place};

use crate::builder::{Builder, Slot};
use crate::columns::Evidence;
use crate::fault::{Reason, WithArgs, fault_args};
use crate::field::Field;
use crate::kind::Kind;
use crate::raw::RawRecord;

/// The day of a withdrawn record until it is dropped: after every as-of day.
pub(crate) const GONE: i32 = i32::MAX;

/// A correction that waits for its target, which may come later in the file.
#[derive(Debug)]
pub(crate) struct Pending {
    seq: u32,
    day: i32,
    /// In the ids of the evidence.
    target: u32,
    /// Where the id of the target is written.
    place: Option<Range<usize>>,
    set: Vec<(Field, String)>,
    withdraws: bool,
    /// Another correction took this one back.
    withdrawn: bool,
    /// Another correction changed what this one replaces.
    corrected: bool,
}

impl Pending {
    pub(crate) fn new(
        raw: &RawRecord<'_>,
        seq: u32,
        target: u32,
        place: Option<Range<usize>>,
    ) -> Pending {
        let owned = |(field, text): &(Field, Cow<'_, str>)| (*field, text.clone().into_owned());
        Pending {
            seq,
            day: raw.day,
            target,
            place,
            set: raw.set.iter().map(owned).collect(),
            withdraws: raw.withdraws(),
            withdrawn: false,
            corrected: false,
        }
    }

    fn counts(&self, as_of: i32) -> bool {
        self.day <= as_of && !self.withdrawn
    }
}

/// Applies every correction that counts.
pub(crate) fn apply(builder: &mut Builder) {
    let mut pending = std::mem::take(&mut builder.pending);
    let targets: Vec<Option<Slot>> = pending
        .iter()
        .map(|p| builder.slots.get(p.target as usize).copied().flatten())
        .collect();
    for circling in settle_among_themselves(&mut pending, &targets, builder.as_of) {
        let note = circle(&builder.evidence, &pending[circling]);
        builder.notes.push(note);
    }
    for (correction, target) in pending.iter().zip(&targets) {
        if target.is_none() && !correction.withdrawn {
            let note = without_target(&builder.evidence, correction);
            builder.notes.push(note);
        }
    }
    apply_to_records(&pending, &targets, builder);
    mark_corrections(&pending, &mut builder.evidence);
}

/// Lets corrections act on the corrections that they refer to, and returns those that
/// refer to one another in a circle.
fn settle_among_themselves(
    pending: &mut [Pending],
    targets: &[Option<Slot>],
    as_of: i32,
) -> Vec<usize> {
    let mut by: Vec<Vec<usize>> = vec![Vec::new(); pending.len()];
    let mut waits = vec![0_usize; pending.len()];
    let other = |n: usize| match targets[n] {
        Some(slot) if slot.kind == Kind::Correction => Some(slot.row as usize),
        _ => None,
    };
    for (n, correction) in pending.iter().enumerate() {
        if let Some(target) = other(n).filter(|_| correction.day <= as_of) {
            by[target].push(n);
            waits[target] += 1;
        }
    }
    // A correction is settled once all that refer to it are. Each refers to one only, so
    // what is left over at the end is circles and nothing else.
    let mut ready: Vec<usize> = (0..pending.len()).filter(|n| waits[*n] == 0).collect();
    while let Some(n) = ready.pop() {
        for acting in std::mem::take(&mut by[n]) {
            act(pending, acting, n, as_of);
        }
        if let Some(target) = other(n).filter(|_| pending[n].day <= as_of) {
            waits[target] -= 1;
            if waits[target] == 0 {
                ready.push(target);
            }
        }
    }
    (0..pending.len()).filter(|n| waits[*n] > 0).collect()
}

fn act(pending: &mut [Pending], acting: usize, on: usize, as_of: i32) {
    if !pending[acting].counts(as_of) {
        return;
    }
    let set = pending[acting].set.clone();
    let withdraws = pending[acting].withdraws;
    let target = &mut pending[on];
    target.withdrawn = withdraws;
    target.corrected |= !withdraws;
    for (field, text) in set {
        target.set.retain(|(other, _)| *other != field);
        target.set.push((field, text));
    }
}

fn apply_to_records(pending: &[Pending], targets: &[Option<Slot>], builder: &mut Builder) {
    let mut gone: BTreeSet<Slot> = BTreeSet::new();
    for (correction, target) in pending.iter().zip(targets) {
        let Some(slot) = target.filter(|slot| slot.kind != Kind::Correction) else {
            continue;
        };
        if !correction.counts(builder.as_of) {
            continue;
        }
        if correction.withdraws {
            gone.insert(slot);
            continue;
        }
        gone.remove(&slot);
        let corrected = &mut builder.evidence.kinds[slot.kind as usize].corrected;
        builder.evidence.superseded += u32::from(!corrected[slot.row as usize]);
        corrected[slot.row as usize] = true;
        for (field, text) in &correction.set {
            overwrite(&mut builder.evidence, slot, *field, text);
        }
    }
    for slot in gone {
        builder.evidence.kinds[slot.kind as usize].day[slot.row as usize] = GONE;
        builder.evidence.withdrawn += 1;
    }
}

/// Puts a text that was tried when it was read into the column of its field.
fn overwrite(evidence: &mut Evidence, slot: Slot, field: Field, text: &str) {
    let mut new = RawRecord::empty();
    if new.put(field, Cow::Borrowed(text)).is_err() {
        return;
    }
    let columns = &mut evidence.kinds[slot.kind as usize];
    let names = &mut evidence.names;
    let row = slot.row as usize;
    match field {
        Field::Date => columns.day[row] = new.day,
        Field::Time => columns.minute[row] = new.minute,
        Field::Duty => columns.duty[row] = names.intern(&new.duty),
        Field::Subject => columns.subject[row] = names.intern(&new.subject),
        Field::Actor => columns.actor[row] = names.intern(&new.actor),
        Field::Status => columns.status[row] = names.intern(&new.status),
        Field::Marks => columns.marks[row] = names.intern(&new.marks),
        Field::Quantity => columns.quantity[row] = new.quantity,
        Field::Amount => columns.amount[row] = new.amount,
        Field::Ref => columns.refers[row] = evidence.ids.intern(&new.refers),
        Field::Until => columns.until[row] = new.until,
        Field::Note => evidence.notes.replace(columns.seq[row], &new.note),
        // Not in the columns, or not correctable.
        Field::Jurisdiction
        | Field::Id
        | Field::Kind
        | Field::Attachments
        | Field::RecordedAt
        | Field::RecordedBy
        | Field::Set => {}
    }
}

fn mark_corrections(pending: &[Pending], evidence: &mut Evidence) {
    let columns = &mut evidence.kinds[Kind::Correction as usize];
    for (row, correction) in pending.iter().enumerate() {
        columns.corrected[row] = correction.corrected;
        if correction.withdrawn {
            columns.day[row] = GONE;
            evidence.withdrawn += 1;
        } else if correction.corrected {
            evidence.superseded += 1;
        }
    }
}

fn without_target(evidence: &Evidence, correction: &Pending) -> Note {
    let mut note = Note::new(Code::CorrectionTarget)
        .arg("id", own_id(evidence, correction))
        .arg("target", evidence.ids.text(correction.target));
    note.place = place(evidence, correction);
    note
}

fn circle(evidence: &Evidence, correction: &Pending) -> Note {
    let id = own_id(evidence, correction);
    let args = fault_args(Reason::Circle, Field::Ref.key(), id, "", 0);
    let mut note = Note::new(Code::RecordField).args(args);
    note.place = place(evidence, correction);
    note
}

fn place(evidence: &Evidence, correction: &Pending) -> Option<Place> {
    let Range { start, end } = correction.place.clone()?;
    let file = evidence.file?;
    Some(Place { file, start, end })
}

fn own_id<'e>(evidence: &'e Evidence, correction: &Pending) -> &'e str {
    let columns = evidence.of(Kind::Correction);
    // Rows are not sorted yet, so they still ascend by place in the ledger.
    let row = columns.seq.binary_search(&correction.seq);
    row.map_or("", |row| evidence.ids.text(columns.id[row]))
}
