//! How often: records counted per subject and period, as *Cadence* of `MEANING.md` says.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use luoshi_calendar::{Span, number};
use luoshi_evidence::{Columns, Kind};
use luoshi_plan::Plan;

use super::{CollectCx, JudgeCx, Placed, Rows, index, interest};
use crate::assemble::period_id;
use crate::assessment::{Irrelevance, Status};
use crate::lut::{Actors, NONE, backfilled, subject_rows};
use crate::program::{Interest, PeriodTable, Row, Slot};
use crate::reason::{Counted, Lack, Reason};
use crate::requirement::{Requirement, Worth};
use crate::verdict::{Facet, Verdict, Who};

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

/// Counts per row and period.
#[derive(Debug, Default)]
pub(crate) struct Grid {
    pub(crate) cells: Vec<Cell>,
    /// Each record that counts; only when tracing.
    pub(crate) records: Vec<Counting>,
    /// Which of a cell's `early` were entered late: the cell, and the how manieth of them it is.
    pub(crate) early_backfilled: Vec<(u32, u32)>,
    /// The same of its `papers`.
    pub(crate) papers_backfilled: Vec<(u32, u32)>,
    /// Row of the columns, cell and lack of each defective record.
    pub(crate) defects: Vec<(u32, u32, Lack)>,
}

#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Cell {
    /// Records dated in the period.
    pub(crate) own: u32,
    /// Those of them in the window of the period before.
    pub(crate) early: u32,
    pub(crate) backfilled: u32,
    /// Papers issued in the window after the period that name it, and serve no other.
    papers: u32,
    pub(crate) defective: u32,
    pub(crate) lack: Option<Lack>,
}

/// A record that counts: its row of the columns, and where.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Counting {
    pub(crate) row: u32,
    pub(crate) cell: u32,
    /// Whether it can serve the period before instead.
    pub(crate) early: bool,
}

impl Grid {
    /// Counts what is dated in the period of a cell.
    pub(crate) fn count(&mut self, at: usize, early: bool, backfilled: bool) {
        let cell = &mut self.cells[at];
        if early && backfilled {
            self.early_backfilled.push((index(at), cell.early));
        }
        cell.own += 1;
        cell.early += u32::from(early);
        cell.backfilled += u32::from(backfilled);
    }

    /// Counts a paper that was issued in the window after the period of a cell.
    fn count_paper(&mut self, at: usize, backfilled: bool) {
        let cell = &mut self.cells[at];
        if backfilled {
            self.papers_backfilled.push((index(at), cell.papers));
        }
        cell.papers += 1;
    }

    fn in_order(&self) -> InOrder {
        let mut ordered = InOrder {
            records: self.records.clone(),
            early_backfilled: self.early_backfilled.clone(),
            papers_backfilled: self.papers_backfilled.clone(),
            defects: self
                .defects
                .iter()
                .map(|(row, at, _)| (*at, *row))
                .collect(),
        };
        ordered.defects.sort_by_key(|(at, _)| *at);
        ordered.records.sort_by_key(|one| (one.cell, one.row));
        ordered.early_backfilled.sort_unstable();
        ordered.papers_backfilled.sort_unstable();
        ordered
    }
}

/// The lists of a [`Grid`] by cell.
struct InOrder {
    records: Vec<Counting>,
    early_backfilled: Vec<(u32, u32)>,
    papers_backfilled: Vec<(u32, u32)>,
    /// Cell and row of the columns.
    defects: Vec<(u32, u32)>,
}

impl InOrder {
    fn records(&self, cell: usize) -> &[Counting] {
        let start = self
            .records
            .partition_point(|one| (one.cell as usize) < cell);
        let end = self
            .records
            .partition_point(|one| one.cell as usize <= cell);
        &self.records[start..end]
    }

    fn defects(&self, cell: usize) -> impl Iterator<Item = usize> {
        let start = self
            .defects
            .partition_point(|(at, _)| (*at as usize) < cell);
        let of = self.defects[start..].iter();
        let of = of.take_while(move |(at, _)| *at as usize == cell);
        of.map(|(_, row)| *row as usize)
    }
}

/// How many of the first so many of a cell were entered late.
fn among_first(late: &[(u32, u32)], cell: usize, first: u32) -> u32 {
    let before = |nth: u32| late.partition_point(|one| *one < (index(cell), nth));
    index(before(first) - before(0))
}

/// Which period a record serves.
#[derive(Debug, Clone, Copy)]
enum Serves {
    /// That of its day or, in the window after it, the one before.
    Slot(Slot),
    /// One alone, in the window after it.
    Before(u16),
}

/// How the records of two cells are shared out.
#[derive(Debug, Clone, Copy)]
struct Share {
    /// Given to the cell before.
    given: u32,
    /// Taken from the next.
    taken: u32,
    /// Papers of this cell that it does not need.
    unneeded: u32,
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
        let last = table.slot(self.last)?;
        Some(Slot {
            period: last.period + 1,
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

    pub(crate) fn judge(&self, grid: &Grid, cx: &JudgeCx<'_>, out: &mut Vec<Verdict>) {
        if self.rows.is_empty() {
            out.push(Verdict::not_applicable(self.duty, Reason::NoSubjects));
            return;
        }
        let ordered = grid.in_order();
        for (at, row) in self.rows.iter().enumerate() {
            self.judge_row(at, row, grid, &ordered, cx, out);
        }
        if self.noted {
            self.judge_defects(grid, cx, out);
        }
    }

    fn judge_row(
        &self,
        at: usize,
        row: &Row,
        grid: &Grid,
        ordered: &InOrder,
        cx: &JudgeCx<'_>,
        out: &mut Vec<Verdict>,
    ) {
        let width = self.table.width();
        let cells = &grid.cells[at * width..(at + 1) * width];
        // Records of the window after a period that serve it, and so not their own.
        let mut taken = 0;
        for number_of in 0..self.table.periods.len() {
            let (cell, next) = (&cells[number_of], &cells[number_of + 1]);
            let given = taken;
            taken = 0;
            let Some(period) = self.table.judged(number_of, row.span) else {
                continue;
            };
            if period.span.from > cx.as_of {
                continue;
            }
            let own = cell.own - given;
            let mut counted = Counted {
                served: own,
                need: self.need,
                exactly: self.exactly,
                defective: if self.noted { 0 } else { cell.defective },
                lack: if self.noted { None } else { cell.lack },
                days: self.days,
                ..Counted::default()
            };
            let short = self.need.saturating_sub(own);
            // What serves no other period comes first.
            let papers = cell.papers.min(short);
            let short = short - papers;
            if self.hand_in {
                taken = next.early.min(short);
                counted.served += taken + papers;
            } else {
                let next_judged = self.table.judged(number_of + 1, row.span).is_some();
                let next_need = if next_judged { self.need } else { 0 };
                let spare = next.own.saturating_sub(next_need);
                taken = next.early.min(spare).min(short);
                counted.late = taken + papers;
            }
            let (status, other) = self.status(&counted, own, period.span.to, cx);
            let mut verdict =
                Verdict::new(self.duty, status, other.unwrap_or(Reason::Counted(counted)));
            verdict.subject = row.subject;
            verdict.who = row
                .unit
                .map_or(Who::Nobody, |u| Who::Unit(self.units[u as usize].clone()));
            verdict.period = Some(period);
            verdict.day = Some(period.span.to);
            verdict.figure = i64::from(self.need.saturating_sub(counted.served));
            let first = at * width + number_of;
            verdict.backfilled = cell.backfilled
                - among_first(&ordered.early_backfilled, first, given)
                + among_first(&ordered.early_backfilled, first + 1, taken)
                + among_first(&ordered.papers_backfilled, first, papers);
            self.evidence(
                first,
                Share {
                    given,
                    taken,
                    unneeded: cell.papers - papers,
                },
                ordered,
                cx,
                &mut verdict.evidence,
            );
            out.push(verdict);
        }
    }

    fn status(
        &self,
        counted: &Counted,
        own: u32,
        ends: Date,
        cx: &JudgeCx<'_>,
    ) -> (Status, Option<Reason>) {
        if self.exactly && own > self.need {
            return (Status::Violated, None);
        }
        if counted.served >= self.need {
            return (Status::Met, None);
        }
        if counted.served + counted.late >= self.need {
            return (Status::Late, None);
        }
        let closes = self.table.closes_after(ends, &cx.plan.workdays);
        if cx.as_of > closes || self.closes_on_last_day && cx.as_of == closes {
            return cx.missed(self.kind);
        }
        // In days of grace it is too late to warn: what comes now comes late.
        let last = if self.hand_in { closes } else { ends };
        (cx.open(last).unwrap_or(Status::Pending), None)
    }

    /// Ids of the records behind a cell: its own but those given to the cell before, then those
    /// taken from the next.
    fn evidence(
        &self,
        cell: usize,
        share: Share,
        ordered: &InOrder,
        cx: &JudgeCx<'_>,
        out: &mut Vec<u32>,
    ) {
        if ordered.records.is_empty() && ordered.defects.is_empty() {
            return;
        }
        let columns = cx.columns(self.kind);
        let id = |one: &Counting| columns.id[one.row as usize];
        // Papers issued after the period are the last of its records.
        let own = ordered.records(cell);
        let own = &own[..own.len().saturating_sub(share.unneeded as usize)];
        let (_, kept) = self.first_early(own, share.given, columns);
        out.extend(kept.into_iter().map(id));
        let (taken, _) = self.first_early(ordered.records(cell + 1), share.taken, columns);
        out.extend(taken.into_iter().map(id));
        if !self.noted {
            out.extend(ordered.defects(cell).map(|row| columns.id[row]));
        }
    }

    /// The first so many of a cell's records that can serve the period before, and the rest. Where days are
    /// counted, all records of a day go together.
    fn first_early<'r>(
        &self,
        of: &'r [Counting],
        mut count: u32,
        columns: &Columns,
    ) -> (Vec<&'r Counting>, Vec<&'r Counting>) {
        let mut last = None;
        of.iter().partition(|one| {
            let day = columns.day[one.row as usize];
            if self.days && last == Some(day) {
                return true;
            }
            let goes = one.early && count > 0;
            if goes {
                count -= 1;
                last = Some(day);
            }
            goes
        })
    }

    fn judge_defects(&self, grid: &Grid, cx: &JudgeCx<'_>, out: &mut Vec<Verdict>) {
        let columns = cx.columns(self.kind);
        let mut seen = std::collections::BTreeSet::new();
        for (row, cell, lack) in &grid.defects {
            if !seen.insert(*row) {
                continue;
            }
            let row = *row as usize;
            let mut verdict = Verdict::new(self.duty, Status::Violated, Reason::Defective(*lack));
            verdict.facet = Facet::Defect;
            verdict.subject = self.rows[*cell as usize / self.table.width()].subject;
            verdict.record = columns.id[row];
            verdict.day = luoshi_calendar::date(columns.day[row]);
            verdict.evidence = vec![columns.id[row]];
            out.push(verdict);
        }
    }
}
