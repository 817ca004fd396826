//! How often: records counted per subject and period, as *Cadence* of `MEANING.md` says.

mod grid;
mod judge;

use std::collections::BTreeMap;
use std::sync::Arc;

use luoshi_calendar::{Span, number};
use luoshi_evidence::{Columns, Kind};
use luoshi_plan::Plan;

pub(crate) use self::grid::{Cell, Counting, Grid};
use super::{CollectCx, Placed, Rows, index, interest};
use crate::assemble::period_id;
use crate::assessment::Irrelevance;
use crate::lut::{Actors, NONE, backfilled, subject_rows};
use crate::program::{Interest, PeriodTable, Row, Slot};
use crate::requirement::{Requirement, Worth};

/// So many records of a duty in every period, for each row: subjects, and the units that must each act.
pub type Cadence = Placed<CadenceTerms>;

/// What a [`Cadence`] asks for.
#[derive(Debug, Clone)]
pub struct CadenceTerms {
    /// The kind of record that proves it.
    pub kind: Kind,
    /// Duties whose records count: its own, and those that also serve it.
    pub record_duties: Vec<String>,
    /// The units of `by_all_of`; rows go through them for each subject.
    pub units: Vec<String>,
    /// Periods.
    pub table: Arc<PeriodTable>,
    /// How many are needed.
    pub need: u32,
    /// Whether more are wrong too.
    pub exactly: bool,
    /// Whether a record in the window after a period serves that period first.
    pub hand_in: bool,
    /// Whether a period that is short is missed on its last day already.
    pub closes_on_last_day: bool,
    /// What a record must hold.
    pub requirement: Requirement,
    /// Whether a record that lacks something counts all the same.
    pub noted: bool,
    /// Whether days are counted and not records (rosters).
    pub days: bool,
}

/// Which period a record serves.
#[derive(Debug, Clone, Copy)]
enum Serves {
    /// That of its day or, in the window after it, the one before.
    Slot(Slot),
    /// One alone, in the window after it.
    Before(u16),
}

/// The days of a subject that does not exist throughout, as numbers.
struct Life {
    first: i32,
    last: i32,
    /// Last day on which a record can still serve its last period.
    closes: i32,
}

impl Life {
    /// Where a record of that day counts; what follows the last day serves the last period.
    fn slot(&self, day: i32, slot: Slot, table: &PeriodTable) -> Option<Slot> {
        if day < self.first || day > self.closes {
            return None;
        }
        if day <= self.last {
            return Some(slot);
        }
        let last = table.slot(self.last)?.period;
        // Whoever ends in the days after the last period has that one as the last, too.
        let within = usize::from(last) < table.periods.len();
        Some(Slot {
            period: last + u16::from(within),
            early: true,
        })
    }
}

impl CadenceTerms {
    /// These subjects, each of them once for each unit that must act.
    pub(crate) fn per_unit(&self, rows: &Arc<[Row]>) -> Arc<[Row]> {
        if self.units.is_empty() {
            return rows.clone();
        }
        let units = (0..self.units.len()).map(|unit| u32::try_from(unit).ok());
        let each = |row: &Row| {
            let row = *row;
            units.clone().map(move |unit| Row { unit, ..row })
        };
        rows.iter().flat_map(each).collect()
    }
}

impl Cadence {
    pub(crate) fn interests(&self) -> Vec<Interest> {
        let to = |duty: &String| interest(self.kind, duty);
        self.record_duties.iter().map(to).collect()
    }

    pub(crate) fn prepare(&self) -> Grid {
        Grid {
            cells: vec![Cell::default(); self.rows.len() * self.table.width()],
            ..Grid::default()
        }
    }

    pub(crate) fn collect(&self, rows: Rows<'_>, grid: &mut Grid, cx: &mut CollectCx<'_>) {
        let evidence = cx.evidence;
        let columns = evidence.of(self.kind);
        let subjects = subject_rows(cx.plan, &self.rows, &evidence.names);
        let needs = self.requirement.bind(cx.plan, &evidence.names);
        let units = Actors::new(cx.plan, &self.units, &evidence.names);
        let lives = self.lives(cx.plan);
        let width = self.table.width();
        let periods = self.named_periods(cx);
        let days = cx.backfill;
        rows.each(|row| {
            let day = columns.day[row];
            let Some(slot) = self.table.slot(day) else {
                cx.set_aside(self.kind, row, Irrelevance::Day);
                return;
            };
            let subject = subjects[columns.subject[row] as usize];
            if subject == NONE {
                cx.set_aside(self.kind, row, Irrelevance::Subject);
                return;
            }
            let slot = match lives.get(subject as usize) {
                Some(Some(life)) => match life.slot(day, slot, &self.table) {
                    Some(slot) => slot,
                    None => return cx.set_aside(self.kind, row, Irrelevance::Day),
                },
                _ => slot,
            };
            let serves = match self.meant(columns, row, &periods, slot, cx) {
                Some(serves) => serves,
                None => return cx.set_aside(self.kind, row, Irrelevance::Day),
            };
            let (period, early) = match serves {
                Serves::Slot(slot) => (slot.period, slot.early),
                Serves::Before(period) => (period, false),
            };
            let worth = needs.worth(columns, row);
            if matches!(worth, Worth::Nothing) {
                cx.set_aside(self.kind, row, Irrelevance::Actor);
                return;
            }
            let mut bits = if units.is_empty() {
                1
            } else {
                units.bits(columns.actor[row], day)
            };
            if bits == 0 {
                cx.set_aside(self.kind, row, Irrelevance::Actor);
                return;
            }
            let late_entry = backfilled(columns.recorded[row], day, days);
            while bits != 0 {
                let unit = bits.trailing_zeros() as usize;
                bits &= bits - 1;
                let at = (subject as usize + unit) * width + period as usize;
                if let Worth::Lacks(lack) = worth {
                    grid.defects.push((index(row), index(at), lack));
                    let cell = &mut grid.cells[at];
                    cell.defective += 1;
                    cell.lack.get_or_insert(lack);
                    if !self.noted {
                        continue;
                    }
                }
                match serves {
                    Serves::Before(_) => grid.count_paper(at, late_entry),
                    Serves::Slot(_) => grid.count(at, early, late_entry),
                }
                if cx.trace {
                    grid.records.push(Counting {
                        row: index(row),
                        cell: index(at),
                        early,
                    });
                }
            }
        });
    }

    /// The periods by their ids, if any record could be that of an issued paper.
    fn named_periods(&self, cx: &CollectCx<'_>) -> BTreeMap<String, u16> {
        if cx.issued.is_empty() {
            return BTreeMap::new();
        }
        let all = self.table.periods.iter().zip(0..);
        all.map(|(period, at)| (period_id(period), at)).collect()
    }

    /// Where a record counts: an issued paper that names a period of its duty counts for that period
    /// alone, and nowhere if it was issued when its time was over.
    fn meant(
        &self,
        columns: &Columns,
        row: usize,
        periods: &BTreeMap<String, u16>,
        slot: Slot,
        cx: &CollectCx<'_>,
    ) -> Option<Serves> {
        if periods.is_empty() || !cx.is_issued(columns.marks[row]) {
            return Some(Serves::Slot(slot));
        }
        let refers = cx.evidence.ids.text(columns.refers[row]);
        let named = refers.rsplit('/').next().and_then(|id| periods.get(id));
        match named {
            None => Some(Serves::Slot(slot)),
            Some(period) if *period == slot.period => Some(Serves::Slot(Slot {
                early: false,
                ..slot
            })),
            Some(period) if *period + 1 == slot.period && slot.early => {
                Some(Serves::Before(*period))
            }
            Some(_) => None,
        }
    }

    /// The days of each row that does not exist throughout; empty if all do.
    fn lives(&self, plan: &Plan) -> Vec<Option<Life>> {
        if self.rows.iter().all(|row| row.span.is_none()) {
            return Vec::new();
        }
        let life = |span: Span| Life {
            first: number(span.from),
            last: number(span.to),
            closes: number(self.table.closes_after(span.to, &plan.workdays)),
        };
        self.rows.iter().map(|row| row.span.map(life)).collect()
    }
}
