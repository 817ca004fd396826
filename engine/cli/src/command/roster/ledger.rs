//! The shifts of a roster that the evidence holds.

use std::path::Path;

use jiff::civil::Date;
use luoshi::{EVIDENCE_FILE, LEDGER_FILE, Store};
use luoshi_calendar::{Span, date};
use luoshi_diagnostics::Sources;
use luoshi_evidence::{Evidence, Kind};
use luoshi_roster::{EarlierShift, PublishedShift};

use crate::failure::Failure;

/// Shifts of one roster, attended or not marked yet.
#[derive(Debug, Default)]
pub(super) struct Held {
    shifts: Vec<HeldShift>,
    /// Every id that is taken, by whatever.
    ids: Vec<String>,
}

#[derive(Debug)]
struct HeldShift {
    id: String,
    date: Date,
    staff: String,
}

/// Reads the shifts of a roster; none where the folder holds no evidence yet.
pub(super) fn held(
    folder: &Path,
    named: Option<&Path>,
    roster: &str,
    sources: &mut Sources,
) -> Result<Held, Failure> {
    let somewhere = [EVIDENCE_FILE, LEDGER_FILE].map(|f| folder.join(f));
    if named.is_none_or(|path| !path.exists()) && !somewhere.iter().any(|f| f.is_file()) {
        return Ok(Held::default());
    }
    let store = Store::open(folder, named, sources)?;
    of(&store, roster, sources)
}

/// The shifts of a roster in a store.
pub(super) fn of(store: &Store, roster: &str, sources: &mut Sources) -> Result<Held, Failure> {
    // Shifts are planned ahead: whatever day it is today, all of them are seen.
    let read = store.read(sources, Date::MAX);
    match read.value {
        Some(evidence) => Ok(shifts(&evidence, roster)),
        None => Err(Failure {
            notes: read.notes,
            sources: std::mem::take(sources),
        }),
    }
}

fn shifts(evidence: &Evidence, roster: &str) -> Held {
    let columns = evidence.of(Kind::Shift);
    let names = &evidence.names;
    let mut held = Held {
        shifts: Vec::new(),
        ids: evidence.ids.iter().map(str::to_owned).collect(),
    };
    for row in 0..columns.len() {
        let counts = matches!(names.text(columns.status[row]), "" | "attended");
        if !counts || names.text(columns.duty[row]) != roster {
            continue;
        }
        let Some(day) = date(columns.day[row]) else {
            continue;
        };
        for staff in names.text(columns.actor[row]).split('、') {
            held.shifts.push(HeldShift {
                id: evidence.ids.text(columns.id[row]).to_owned(),
                date: day,
                staff: staff.to_owned(),
            });
        }
    }
    held.ids.sort_unstable();
    held
}

impl Held {
    /// The shifts as a planner wants to know them.
    pub(super) fn earlier(&self) -> Vec<EarlierShift> {
        let shift = |s: &HeldShift| EarlierShift {
            date: s.date,
            staff: s.staff.clone(),
        };
        self.shifts.iter().map(shift).collect()
    }

    /// Those on some days, as a published roster.
    pub(super) fn published(&self, span: Span) -> Vec<PublishedShift> {
        let shift = |s: &HeldShift| PublishedShift {
            date: s.date,
            staff: s.staff.clone(),
        };
        let there = |s: &&HeldShift| span.contains(s.date);
        self.shifts.iter().filter(there).map(shift).collect()
    }

    /// The ids of the records of a person's shift on a day.
    pub(super) fn ids_of(&self, day: Date, staff: &str) -> impl Iterator<Item = &str> {
        let here = move |s: &&HeldShift| s.date == day && s.staff == staff;
        self.shifts.iter().filter(here).map(|s| s.id.as_str())
    }

    /// Whether a record has this id.
    pub(super) fn takes(&self, id: &str) -> bool {
        self.ids
            .binary_search_by(|known| known.as_str().cmp(id))
            .is_ok()
    }
}
