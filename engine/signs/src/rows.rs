//! Records as the signs read them: one row for each, over all kinds.

use luoshi_evidence::{Columns, Evidence, Kind};

/// A record, borrowed from the columns.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row<'e> {
    evidence: &'e Evidence,
    columns: &'e Columns,
    at: usize,
    pub(crate) kind: Kind,
}

/// Kinds of records that somebody makes on the spot.
pub(crate) const ON_THE_SPOT: [Kind; 3] = [Kind::Visit, Kind::Inspection, Kind::Shift];

const NO_DAY: i32 = i32::MIN;
const NO_MINUTE: u16 = u16::MAX;

/// The records of some kinds, by kind, day and place in the ledger.
pub(crate) fn rows<'e>(
    evidence: &'e Evidence,
    kinds: &'static [Kind],
) -> impl Iterator<Item = Row<'e>> + use<'e> {
    kinds.iter().flat_map(move |kind| {
        let columns = evidence.of(*kind);
        (0..columns.len()).map(move |at| Row {
            evidence,
            columns,
            at,
            kind: *kind,
        })
    })
}

impl<'e> Row<'e> {
    pub(crate) fn id(&self) -> &'e str {
        self.evidence.ids.text(self.columns.id[self.at])
    }

    pub(crate) fn id_code(&self) -> u32 {
        self.columns.id[self.at]
    }

    /// Number of the id of the record that it answers; 0 for none.
    pub(crate) fn refers_code(&self) -> u32 {
        self.columns.refers[self.at]
    }

    pub(crate) fn day(&self) -> i32 {
        self.columns.day[self.at]
    }

    /// The day of entry.
    pub(crate) fn recorded(&self) -> Option<i32> {
        Some(self.columns.recorded[self.at]).filter(|day| *day != NO_DAY)
    }

    /// The time of day. Midnight is none: spreadsheets show it where none was entered.
    pub(crate) fn minute(&self) -> Option<u16> {
        Some(self.columns.minute[self.at]).filter(|m| ![0, NO_MINUTE].contains(m))
    }

    pub(crate) fn duty(&self) -> &'e str {
        self.name(self.columns.duty[self.at])
    }

    pub(crate) fn subject(&self) -> &'e str {
        self.name(self.columns.subject[self.at])
    }

    pub(crate) fn status(&self) -> &'e str {
        self.name(self.columns.status[self.at])
    }

    pub(crate) fn actors(&self) -> impl Iterator<Item = &'e str> + use<'e> {
        let all = self.name(self.columns.actor[self.at]);
        all.split('、').filter(|actor| !actor.is_empty())
    }

    /// Sums of its attachments.
    pub(crate) fn files(&self) -> impl Iterator<Item = &'e str> + use<'e> {
        let all = self.evidence.files.of(self.columns.seq[self.at]);
        all.unwrap_or("").split(' ').filter(|sum| !sum.is_empty())
    }

    fn name(&self, code: u32) -> &'e str {
        self.evidence.names.text(code)
    }
}
