//! Judging what was counted: each row, period by period.

use jiff::civil::Date;
use luoshi_evidence::Columns;

use super::Cadence;
use super::grid::{Counting, Grid, InOrder, among_first};
use crate::assessment::Status;
use crate::check::JudgeCx;
use crate::program::Row;
use crate::reason::{Counted, Reason};
use crate::verdict::{Facet, Verdict, Who};

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

impl Cadence {
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
