//! Judging what was gathered of shifts: days covered, attendance, runs of absences, refusals.

use std::collections::BTreeMap;

use jiff::civil::Date;
use luoshi_calendar::{date, number};
use luoshi_evidence::{Columns, Kind};
use luoshi_plan::{Money, Ratio};

use super::Roster;
use super::tally::{DayTally, Mark, PersonTally, Tally};
use crate::assessment::Status;
use crate::check::cadence::{Cadence, Cell, Counting, Grid};
use crate::check::{JudgeCx, index};
use crate::reason::{Attendance, Lack, Reason, Run};
use crate::verdict::{Facet, Verdict, Who};

impl Roster {
    pub(crate) fn judge(&self, tally: &Tally, cx: &JudgeCx<'_>, out: &mut Vec<Verdict>) {
        let columns = cx.columns(Kind::Shift);
        let nobody = tally.persons.iter().all(|p| p.shifts == 0);
        if nobody && self.days.is_none() && !self.open && tally.refusals.is_empty() {
            let (status, reason) = match cx.missed(Kind::Shift) {
                (status, Some(reason)) => (status, reason),
                (_, None) => (Status::NotApplicable, Reason::NothingHappened),
            };
            out.push(Verdict::new(self.duty, status, reason));
        }
        if let Some(cadence) = &self.days {
            cadence.judge(&self.grid(cadence, tally), cx, out);
        }
        for (at, person) in tally.persons.iter().enumerate() {
            if person.shifts > 0 {
                out.push(self.attendance(at, person, columns, cx));
            }
        }
        for (at, person) in tally.persons.iter().enumerate() {
            if self
                .run
                .is_some_and(|threshold| person.unwaived.length >= threshold)
            {
                out.push(self.longest_run(at, person, columns));
            }
        }
        self.judge_refusals(tally, columns, out);
    }

    /// Days that count, as a grid for the cadence.
    fn grid(&self, cadence: &Cadence, tally: &Tally) -> Grid {
        let base = number(self.span.from);
        let all_marks = (1u64 << self.produces.len().min(63)) - 1;
        let mut grid = Grid {
            cells: vec![Cell::default(); cadence.table.width()],
            ..Grid::default()
        };
        let mut counted = vec![false; tally.days.len()];
        for (at, day) in tally.days.iter().enumerate() {
            if day.attended == 0 {
                continue;
            }
            let Some(slot) = cadence.table.slot(base + i32::try_from(at).unwrap_or(0)) else {
                continue;
            };
            let cell = &mut grid.cells[slot.period as usize];
            let lack = self.day_lack(*day, all_marks);
            if let Some(lack) = lack {
                cell.defective += 1;
                cell.lack.get_or_insert(lack);
                if !cadence.noted {
                    continue;
                }
                grid.defects.push((day.first, u32::from(slot.period), lack));
            }
            counted[at] = true;
            let cell_at = usize::from(slot.period);
            grid.count(cell_at, slot.early, day.backfilled > 0);
        }
        for (row, day) in &tally.attended {
            let at = usize::try_from(day - base).unwrap_or(usize::MAX);
            if let (Some(true), Some(slot)) = (counted.get(at), cadence.table.slot(*day)) {
                grid.records.push(Counting {
                    row: *row,
                    cell: u32::from(slot.period),
                    early: slot.early,
                });
            }
        }
        grid
    }

    fn day_lack(&self, day: DayTally, all_marks: u64) -> Option<Lack> {
        if u32::from(day.attended) < self.crew {
            return Some(Lack::Crew);
        }
        let share = |r: &Ratio| u32::from(day.led) * r.whole >= u32::from(day.attended) * r.part;
        if !self.led_share.as_ref().is_none_or(share) {
            return Some(Lack::Lead);
        }
        let missing = all_marks & !day.marks;
        (missing != 0).then_some(Lack::Marks(missing))
    }

    fn attendance(
        &self,
        at: usize,
        person: &PersonTally,
        columns: &Columns,
        cx: &JudgeCx<'_>,
    ) -> Verdict {
        let deduct = self.deduct.filter(|_| person.absent > 0 && self.liable[at]);
        let status = match (person.absent, person.unmarked, person.waived) {
            (1.., ..) => Status::Violated,
            (0, 1.., _) => Status::Unknown,
            (0, 0, 1..) => Status::Waived,
            (0, 0, 0) if person.attended + person.excused == 0 => Status::Pending,
            (0, 0, 0) => Status::Met,
        };
        let reason = Reason::Attendance(Attendance {
            shifts: person.shifts,
            attended: person.attended,
            absent: person.absent,
            excused: person.excused,
            waived: person.waived,
            unmarked: person.unmarked,
            deduct: deduct.map(|each| self.deduction(each, person)),
        });
        let mut verdict = Verdict::new(self.duty, status, reason);
        verdict.who = Who::Person(index(at));
        verdict.figure = i64::from(match status {
            Status::Waived => person.waived,
            _ => person.absent,
        });
        waived_by(&mut verdict, &person.waivers);
        verdict.backfilled = person.backfilled;
        let telling = match status {
            Status::Violated => Mark::Absent,
            Status::Unknown => Mark::None,
            Status::Waived => Mark::Waived,
            _ => Mark::Attended,
        };
        let rows = person.trace.iter().filter(|(_, mark, _)| *mark == telling);
        let last = person.last[telling as usize];
        verdict.day = last.and_then(date).or(Some(cx.as_of));
        verdict.evidence = rows.map(|(.., row)| columns.id[*row as usize]).collect();
        verdict
    }

    fn deduction(&self, each: Money, person: &PersonTally) -> Money {
        match self.cap {
            None => Money(each.0 * i64::from(person.absent)),
            Some((most, _)) => {
                let capped = |n: &u32| (each.0 * i64::from(*n)).min(most.0);
                Money(person.by_period.values().map(capped).sum())
            }
        }
    }

    fn longest_run(&self, at: usize, person: &PersonTally, columns: &Columns) -> Verdict {
        // A run that only a waiver keeps short is told, as waived.
        let waived = self.run.is_some_and(|most| person.run.length < most);
        let run = if waived { person.unwaived } else { person.run };
        let counts = |mark: Mark| mark == Mark::Absent || waived && mark == Mark::Waived;
        let shifts = longest(&person.trace, run.length, counts, self.excused_breaks);
        let days = |wanted: &dyn Fn(Mark) -> bool| -> Vec<Date> {
            let of = shifts.iter().filter(|(_, mark, _)| wanted(*mark));
            of.filter_map(|(day, ..)| date(*day)).collect()
        };
        let reason = Reason::Run(Box::new(Run {
            absent: days(&counts),
            excused: days(&|mark| mark == Mark::Excused),
            waived: days(&|mark| mark == Mark::Waived && !counts(mark)),
            unmarked: days(&|mark| mark == Mark::None),
            threshold: self.run.unwrap_or(0),
            grade: self.grade.clone().filter(|_| self.liable[at]),
        }));
        let status = if waived {
            Status::Waived
        } else {
            Status::Violated
        };
        let mut verdict = Verdict::new(self.duty, status, reason);
        verdict.facet = Facet::Run;
        verdict.who = Who::Person(index(at));
        verdict.figure = i64::from(run.length);
        verdict.day = run.day.and_then(date);
        waived_by(&mut verdict, if waived { &person.waivers } else { &[] });
        verdict.evidence = shifts
            .iter()
            .map(|(.., row)| columns.id[*row as usize])
            .collect();
        verdict
    }

    fn judge_refusals(&self, tally: &Tally, columns: &Columns, out: &mut Vec<Verdict>) {
        let mut by_unit: BTreeMap<&str, Vec<(u32, Option<&String>)>> = BTreeMap::new();
        for (unit, row, waiver) in &tally.refusals {
            let of_unit = by_unit.entry(unit).or_default();
            of_unit.push((*row, waiver.as_ref()));
        }
        for (unit, all) in by_unit {
            let mut waivers: Vec<String> = all.iter().filter_map(|(_, w)| w.cloned()).collect();
            waivers.dedup();
            let left = all.iter().filter(|(_, waiver)| waiver.is_none());
            let left: Vec<u32> = left.map(|(row, _)| *row).collect();
            let (status, rows) = if left.is_empty() {
                (Status::Waived, all.iter().map(|(row, _)| *row).collect())
            } else {
                (Status::Violated, left)
            };
            let days: Vec<Date> = rows
                .iter()
                .filter_map(|row| date(columns.day[*row as usize]))
                .collect();
            let mut verdict = Verdict::new(self.duty, status, Reason::Refused(days.clone()));
            verdict.facet = Facet::Refusal;
            verdict.who = Who::Unit(unit.to_owned());
            verdict.figure = i64::try_from(rows.len()).unwrap_or(i64::MAX);
            verdict.day = days.last().copied();
            verdict.evidence = rows.iter().map(|row| columns.id[*row as usize]).collect();
            waived_by(&mut verdict, &waivers);
            out.push(verdict);
        }
    }
}

/// Notes the waivers that took something out; the first is named where they took all.
fn waived_by(verdict: &mut Verdict, waivers: &[String]) {
    if let (Status::Waived, Some(first)) = (verdict.status, waivers.first()) {
        let because = std::mem::replace(&mut verdict.reason, Reason::NoSubjects);
        verdict.reason = Reason::Waived {
            waiver: first.clone(),
            instead_of: Status::Violated,
            because: Box::new(because),
        };
    }
    verdict.waived = Some(waivers.to_vec());
}

/// The shifts of the first run of `length` absences, from its first absence to its last.
fn longest(
    trace: &[(i32, Mark, u32)],
    length: u32,
    counts: impl Fn(Mark) -> bool,
    excused_breaks: bool,
) -> Vec<(i32, Mark, u32)> {
    let mut run: Vec<(i32, Mark, u32)> = Vec::new();
    let mut absences = 0;
    for shift in trace {
        match shift.1 {
            mark if counts(mark) => {
                run.push(*shift);
                absences += 1;
                if absences == length {
                    return run;
                }
            }
            Mark::Excused | Mark::Waived if !excused_breaks => {
                if absences > 0 {
                    run.push(*shift);
                }
            }
            Mark::None if absences > 0 => run.push(*shift),
            Mark::Attended | Mark::Excused | Mark::Waived => {
                run.clear();
                absences = 0;
            }
            Mark::Absent | Mark::None | Mark::Cancelled | Mark::Refused => {}
        }
    }
    Vec::new()
}
