//! 值班: attendance, runs of absences, refusals, days covered, as *Rosters* of `MEANING.md` says.

use std::collections::BTreeMap;

use jiff::civil::Date;
use luoshi_calendar::{Span, Unit, date, number, period_of};
use luoshi_evidence::{Columns, Kind};
use luoshi_plan::{Money, Plan, Ratio};

use super::cadence::{Cadence, Cell, Grid};
use super::{CollectCx, JudgeCx, Rows, index};
use crate::assessment::{Irrelevance, Status};
use crate::lut::{NONE, backfilled, word_bits};
use crate::reason::{Attendance, Lack, Reason, Run};
use crate::verdict::{Facet, Verdict, Who};

/// Shifts of a pool of persons.
#[derive(Debug, Clone)]
pub struct Roster {
    /// Index of the duty.
    pub duty: usize,
    /// The `duty` of its records.
    pub record_duty: String,
    /// When it applies.
    pub span: Span,
    /// For each person of the plan, whether they are in the pool.
    pub pool: Vec<bool>,
    /// For each person, whether their absences lead to deductions and grades.
    pub liable: Vec<bool>,
    /// For each person, whether they are of the leading units.
    pub leads: Vec<bool>,
    /// Days that must be covered per period.
    pub days: Option<Cadence>,
    /// Persons who must have attended for a day to count.
    pub crew: u32,
    /// Share of a day's attendance that the leading units must have.
    pub led_share: Option<Ratio>,
    /// Marks that some record of the day must carry.
    pub produces: Vec<String>,
    /// Deduction for each unexcused absence.
    pub deduct: Option<Money>,
    /// Most per period of the cap.
    pub cap: Option<(Money, Unit)>,
    /// From how many unexcused absences in a row on.
    pub run: Option<u32>,
    /// Whether an excused shift breaks the run.
    pub excused_breaks: bool,
    /// The grade proposed after such a run.
    pub grade: Option<String>,
}

/// What a shift is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    None,
    Attended,
    Absent,
    Excused,
    Cancelled,
    Refused,
}

/// Everything gathered of the shifts of a roster.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    pub(crate) persons: Vec<PersonTally>,
    days: Vec<DayTally>,
    /// Unit that refused, as a name of the ledger, and row of the columns.
    refusals: Vec<(String, u32)>,
    /// Row of the columns and day of attended shifts; only when tracing.
    attended: Vec<(u32, i32)>,
}

#[derive(Debug, Clone, Default)]
pub(crate) struct PersonTally {
    shifts: u32,
    attended: u32,
    absent: u32,
    excused: u32,
    unmarked: u32,
    run: u32,
    longest: u32,
    /// Day of the absence with which the longest run became so long.
    longest_day: Option<i32>,
    backfilled: u32,
    /// Day of the last absence, as a number.
    last_absence: Option<i32>,
    /// Unexcused absences per period of the cap.
    by_period: BTreeMap<(i16, u16), u32>,
    /// Every shift in order: day, mark, row of the columns; only when tracing.
    trace: Vec<(i32, Mark, u32)>,
}

#[derive(Debug, Clone, Copy, Default)]
struct DayTally {
    attended: u16,
    led: u16,
    backfilled: u16,
    marks: u64,
    /// Row of the columns of the first shift attended.
    first: u32,
}

impl Roster {
    pub(crate) fn prepare(&self, cx: &CollectCx<'_>) -> Tally {
        Tally {
            persons: vec![PersonTally::default(); cx.plan.content.persons.len()],
            // Only days that must be covered are looked at one by one.
            days: self.days.as_ref().map_or_else(Vec::new, |_| {
                vec![DayTally::default(); self.span.len_days() as usize]
            }),
            ..Tally::default()
        }
    }

    pub(crate) fn collect(&self, rows: Rows<'_>, tally: &mut Tally, cx: &mut CollectCx<'_>) {
        let evidence = cx.evidence;
        let columns = evidence.of(Kind::Shift);
        let names = &evidence.names;
        let persons = self.person_table(cx);
        let several = self.several_persons(cx);
        let marks: Vec<Mark> = names.iter().map(mark).collect();
        let produced = word_bits(&self.produces, names);
        let base = number(self.span.from);
        let length = self.span.len_days() as usize;
        let as_of = cx.as_of;
        rows.each(|row| {
            let at = columns.day[row].wrapping_sub(base);
            let Some(at) = usize::try_from(at).ok().filter(|at| *at < length) else {
                cx.set_aside(Kind::Shift, row, Irrelevance::Day);
                return;
            };
            let mut day = tally.days.get_mut(at);
            let mark = marks[columns.status[row] as usize];
            if mark == Mark::Refused {
                self.refused(row, tally, cx);
                return;
            }
            if let Some(day) = day.as_deref_mut().filter(|_| !produced.is_empty()) {
                day.marks |= produced[columns.marks[row] as usize];
            }
            let actor = columns.actor[row];
            let one = [persons[actor as usize]];
            let who: &[u16] = match several.get(&actor) {
                Some(all) => all,
                None => &one,
            };
            for person in who {
                if *person == NONE {
                    cx.set_aside(Kind::Shift, row, Irrelevance::Actor);
                    continue;
                }
                let entered_late = backfilled(columns.recorded[row], columns.day[row], cx.backfill);
                if let (Mark::Attended, Some(day)) = (mark, day.as_deref_mut()) {
                    if day.attended == 0 {
                        day.first = index(row);
                    }
                    day.attended += 1;
                    day.led += u16::from(self.leads[*person as usize]);
                    day.backfilled += u16::from(entered_late);
                    let traced = tally.attended.last() == Some(&(index(row), columns.day[row]));
                    if cx.trace && !traced {
                        tally.attended.push((index(row), columns.day[row]));
                    }
                }
                let person = &mut tally.persons[*person as usize];
                person.backfilled += u32::from(entered_late);
                if mark == Mark::Absent {
                    person.last_absence = Some(columns.day[row]);
                }
                if self.cap.is_some() && mark == Mark::Absent {
                    self.count_for_cap(person, columns.day[row]);
                }
                person.add(mark, columns.day[row] < as_of, self.excused_breaks);
                if cx.trace {
                    person.trace.push((columns.day[row], mark, index(row)));
                }
            }
        });
    }

    /// Notes the units that refused; whoever is no unit drawn on cannot.
    fn refused(&self, row: usize, tally: &mut Tally, cx: &mut CollectCx<'_>) {
        let actor = cx.evidence.of(Kind::Shift).actor[row];
        for unit in cx.evidence.names.text(actor).split('、') {
            if self.drawn_on(unit, cx.plan) {
                tally.refusals.push((unit.to_owned(), index(row)));
            } else {
                cx.set_aside(Kind::Shift, row, Irrelevance::Actor);
            }
        }
    }

    fn drawn_on(&self, unit: &str, plan: &Plan) -> bool {
        let mut rosters = plan.content.rosters.iter();
        let written = rosters.find(|r| r.duty.id.name == self.record_duty);
        let pool = written.map_or(&[][..], |r| r.pool.as_slice());
        if pool.is_empty() {
            plan.content.units.iter().any(|u| u.id.name == unit)
        } else {
            pool.iter().any(|u| u.name == unit)
        }
    }

    /// Person of each name, if it is one person of the pool.
    fn person_table(&self, cx: &CollectCx<'_>) -> Vec<u16> {
        let names = &cx.evidence.names;
        let mut table = vec![NONE; names.len()];
        for (at, person) in cx.plan.content.persons.iter().enumerate() {
            if let (true, Some(code)) = (self.pool[at], names.code(&person.staff.name)) {
                table[code as usize] = u16::try_from(at).unwrap_or(NONE);
            }
        }
        table
    }

    /// Persons of each name that lists several.
    fn several_persons(&self, cx: &CollectCx<'_>) -> BTreeMap<u32, Vec<u16>> {
        let persons = &cx.plan.content.persons;
        let of = |name: &str| {
            let at = persons.iter().position(|p| p.staff.name == name)?;
            self.pool[at].then(|| u16::try_from(at).unwrap_or(NONE))
        };
        let lists = cx
            .evidence
            .names
            .iter()
            .enumerate()
            .filter(|(_, n)| n.contains('、'));
        lists
            .map(|(code, names)| {
                let all = names.split('、').map(|n| of(n).unwrap_or(NONE)).collect();
                (index(code), all)
            })
            .collect()
    }

    fn count_for_cap(&self, person: &mut PersonTally, day: i32) {
        if let (Some((_, every)), Some(day)) = (self.cap, date(day)) {
            let period = period_of(every, day);
            *person
                .by_period
                .entry((period.year, period.number))
                .or_default() += 1;
        }
    }

    pub(crate) fn judge(&self, tally: &Tally, cx: &JudgeCx<'_>, out: &mut Vec<Verdict>) {
        let columns = cx.columns(Kind::Shift);
        let nobody = tally.persons.iter().all(|p| p.shifts == 0);
        if nobody && self.days.is_none() && tally.refusals.is_empty() {
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
                .is_some_and(|threshold| person.longest >= threshold)
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
            cell.own += 1;
            cell.early += u32::from(slot.early);
            cell.backfilled += u32::from(day.backfilled > 0);
        }
        for (row, day) in &tally.attended {
            let at = usize::try_from(day - base).unwrap_or(usize::MAX);
            if let (Some(true), Some(slot)) = (counted.get(at), cadence.table.slot(*day)) {
                grid.records.push((*row, u32::from(slot.period)));
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
        let status = match (person.absent, person.unmarked) {
            (1.., _) => Status::Violated,
            (0, 1..) => Status::Unknown,
            (0, 0) if person.attended + person.excused == 0 => Status::Pending,
            (0, 0) => Status::Met,
        };
        let reason = Reason::Attendance(Attendance {
            shifts: person.shifts,
            attended: person.attended,
            absent: person.absent,
            excused: person.excused,
            unmarked: person.unmarked,
            deduct: deduct.map(|each| self.deduction(each, person)),
        });
        let mut verdict = Verdict::new(self.duty, status, reason);
        verdict.who = Who::Person(index(at));
        verdict.figure = i64::from(person.absent);
        verdict.backfilled = person.backfilled;
        let telling = match status {
            Status::Violated => Mark::Absent,
            Status::Unknown => Mark::None,
            _ => Mark::Attended,
        };
        let rows = person.trace.iter().filter(|(_, mark, _)| *mark == telling);
        let last = rows.clone().next_back().map(|(day, ..)| *day);
        let last = person.last_absence.or(last);
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
        let shifts = longest(&person.trace, person.longest, self.excused_breaks);
        let days = |wanted: Mark| -> Vec<Date> {
            let of = shifts.iter().filter(|(_, mark, _)| *mark == wanted);
            of.filter_map(|(day, ..)| date(*day)).collect()
        };
        let reason = Reason::Run(Box::new(Run {
            absent: days(Mark::Absent),
            excused: days(Mark::Excused),
            unmarked: days(Mark::None),
            threshold: self.run.unwrap_or(0),
            grade: self.grade.clone().filter(|_| self.liable[at]),
        }));
        let mut verdict = Verdict::new(self.duty, Status::Violated, reason);
        verdict.facet = Facet::Run;
        verdict.who = Who::Person(index(at));
        verdict.figure = i64::from(person.longest);
        verdict.day = person.longest_day.and_then(date);
        verdict.evidence = shifts
            .iter()
            .map(|(.., row)| columns.id[*row as usize])
            .collect();
        verdict
    }

    fn judge_refusals(&self, tally: &Tally, columns: &Columns, out: &mut Vec<Verdict>) {
        let mut by_unit: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
        for (unit, row) in &tally.refusals {
            by_unit.entry(unit).or_default().push(*row);
        }
        for (unit, rows) in by_unit {
            let days: Vec<Date> = rows
                .iter()
                .filter_map(|row| date(columns.day[*row as usize]))
                .collect();
            let mut verdict =
                Verdict::new(self.duty, Status::Violated, Reason::Refused(days.clone()));
            verdict.facet = Facet::Refusal;
            verdict.who = Who::Unit(unit.to_owned());
            verdict.figure = i64::try_from(rows.len()).unwrap_or(i64::MAX);
            verdict.day = days.last().copied();
            verdict.evidence = rows.iter().map(|row| columns.id[*row as usize]).collect();
            out.push(verdict);
        }
    }
}

impl PersonTally {
    #[inline]
    fn add(&mut self, mark: Mark, over: bool, excused_breaks: bool) {
        match mark {
            Mark::Attended => {
                self.shifts += 1;
                self.attended += 1;
                self.run = 0;
            }
            Mark::Absent => {
                self.shifts += 1;
                self.absent += 1;
                self.run += 1;
                if self.run > self.longest {
                    self.longest = self.run;
                    self.longest_day = self.last_absence;
                }
            }
            Mark::Excused => {
                self.shifts += 1;
                self.excused += 1;
                if excused_breaks {
                    self.run = 0;
                }
            }
            // A shift of the as-of day may still be marked.
            Mark::None => {
                self.shifts += 1;
                self.unmarked += u32::from(over);
            }
            Mark::Cancelled | Mark::Refused => {}
        }
    }
}

/// The shifts of the first run of `length` absences, from its first absence to its last.
fn longest(trace: &[(i32, Mark, u32)], length: u32, excused_breaks: bool) -> Vec<(i32, Mark, u32)> {
    let mut run: Vec<(i32, Mark, u32)> = Vec::new();
    let mut absences = 0;
    for shift in trace {
        match shift.1 {
            Mark::Absent => {
                run.push(*shift);
                absences += 1;
                if absences == length {
                    return run;
                }
            }
            Mark::Excused if !excused_breaks && absences > 0 => run.push(*shift),
            Mark::None if absences > 0 => run.push(*shift),
            Mark::Attended | Mark::Excused => {
                run.clear();
                absences = 0;
            }
            Mark::None | Mark::Cancelled | Mark::Refused => {}
        }
    }
    Vec::new()
}

fn mark(word: &str) -> Mark {
    match word {
        "attended" => Mark::Attended,
        "absent" => Mark::Absent,
        "excused" => Mark::Excused,
        "cancelled" => Mark::Cancelled,
        "refused" => Mark::Refused,
        _ => Mark::None,
    }
}
