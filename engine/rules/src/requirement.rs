//! What a record must hold to count.

use luoshi_evidence::{Columns, Dictionary};
use luoshi_plan::{Plan, model};

use crate::lut::{Actors, one_of, word_bits};
use crate::reason::Lack;

/// What a record must hold to count towards a duty.
#[derive(Debug, Clone, Default)]
pub struct Requirement {
    /// Marks that it must carry.
    pub marks: Vec<String>,
    /// Attachments that it must have at least.
    pub attachments: u16,
    /// Quantity that it must state at least, in hundredths.
    pub quantity: Option<i64>,
    /// Persons who must have been present, of the record's quantity.
    pub quorum: Option<u32>,
    /// Statuses that count; any if none.
    pub status: Vec<String>,
    /// Who must have acted.
    pub actors: Vec<String>,
    /// How many of `actors`: one, or all in one record.
    pub jointly: bool,
}

impl Requirement {
    pub(crate) fn of(written: Option<&model::Requirement>) -> Requirement {
        written.map_or_else(Requirement::default, |r| Requirement {
            marks: r.marks.clone(),
            attachments: u16::try_from(r.attachments).unwrap_or(u16::MAX),
            quantity: r.quantity.map(|q| q.0),
            status: r.status.clone(),
            ..Requirement::default()
        })
    }

    /// Makes it ready for the names of one ledger.
    pub(crate) fn bind(&self, plan: &Plan, names: &Dictionary) -> Bound {
        let all = |n: usize| if n >= 64 { u64::MAX } else { (1u64 << n) - 1 };
        let empty = self.marks.is_empty()
            && self.attachments == 0
            && self.quantity.is_none()
            && self.quorum.is_none()
            && self.status.is_empty()
            && self.actors.is_empty();
        Bound {
            empty,
            marks: word_bits(&self.marks, names),
            all_marks: all(self.marks.len()),
            attachments: self.attachments,
            quantity: self.quantity,
            quorum: self.quorum,
            status: one_of(&self.status, names),
            actors: Actors::new(plan, &self.actors, names),
            all_actors: all(self.actors.len()),
            jointly: self.jointly,
        }
    }
}

/// A requirement with its names looked up.
pub(crate) struct Bound {
    pub(crate) empty: bool,
    marks: Vec<u64>,
    all_marks: u64,
    attachments: u16,
    quantity: Option<i64>,
    quorum: Option<u32>,
    status: Vec<bool>,
    actors: Actors,
    all_actors: u64,
    jointly: bool,
}

/// What a record is worth to a duty.
pub(crate) enum Worth {
    Counts,
    Lacks(Lack),
    /// Somebody else's record.
    Nothing,
}

impl Bound {
    pub(crate) fn worth(&self, columns: &Columns, row: usize) -> Worth {
        if self.empty {
            return Worth::Counts;
        }
        if !self.actors.is_empty() {
            let bits = self.actors.bits(columns.actor[row], columns.day[row]);
            if bits == 0 {
                return Worth::Nothing;
            }
            if self.jointly && bits != self.all_actors {
                return Worth::Lacks(Lack::Actor);
            }
        }
        match self.lack(columns, row) {
            Some(lack) => Worth::Lacks(lack),
            None => Worth::Counts,
        }
    }

    /// Whether a record counts.
    pub(crate) fn counts(&self, columns: &Columns, row: usize) -> bool {
        matches!(self.worth(columns, row), Worth::Counts)
    }

    fn lack(&self, columns: &Columns, row: usize) -> Option<Lack> {
        if !self.status.is_empty() && !self.status[columns.status[row] as usize] {
            return Some(Lack::Status);
        }
        if let Some(needed) = self.quorum {
            let quantity = columns.quantity[row];
            if quantity == i64::MIN {
                return Some(Lack::NoAttendance);
            }
            if quantity < i64::from(needed) * 100 {
                let present = u32::try_from(quantity / 100).unwrap_or(0);
                return Some(Lack::Quorum { present, needed });
            }
        }
        if !self.marks.is_empty() {
            let missing = self.all_marks & !self.marks[columns.marks[row] as usize];
            if missing != 0 {
                return Some(Lack::Marks(missing));
            }
        }
        if columns.attachments[row] < self.attachments {
            return Some(Lack::Attachments);
        }
        if self
            .quantity
            .is_some_and(|least| columns.quantity[row] < least)
        {
            return Some(Lack::Quantity);
        }
        None
    }
}
