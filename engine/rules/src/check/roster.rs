//! 值班: attendance, runs of absences, refusals, days covered, as *Rosters* of `MEANING.md` says.

use std::collections::BTreeMap;

use jiff::civil::Date;
use luoshi_calendar::{Span, Unit, date, number, period_of};
use luoshi_evidence::{Columns, Kind};
use luoshi_plan::{Money, Plan, Ratio};

use super::cadence::{Cadence, Cell, Counting, Grid};
use super::waiver::DayByDay;
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
    /// Whether the plan leaves open how often, which is a finding of its own.
    pub open: bool,
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
    /// Absent, on a day that a waiver covers.
    Waived,
    Cancelled,
    Refused,
}

/// Everything gathered of the shifts of a roster.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    pub(crate) persons: Vec<PersonTally>,
    days: Vec<DayTally>,
    /// Unit that refused, as a name of the ledger, row of the columns, and the waiver of that day.
    refusals: Vec<(String, u32, Option<String>)>,
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
    waived: u32,
    run: Longest,
    /// The same as if nothing had been waived.
    unwaived: Longest,
    /// The waivers that took absences out, by record.
    waivers: Vec<String>,
    backfilled: u32,
    /// The last day on which the person counted towards a crew.
    counted_on: Option<i32>,
    /// Day of the last absence, and of the last that is waived, as numbers.
    last_absence: [Option<i32>; 2],
    /// Unexcused absences per period of the cap.
    by_period: BTreeMap<(i16, u16), u32>,
    /// Every shift in order: day, mark, row of the columns; only when tracing.
    trace: Vec<(i32, Mark, u32)>,
}

/// The run of absences that goes on, and the longest so far.
#[derive(Debug, Clone, Copy, Default)]
struct Longest {
    now: u32,
    length: u32,
    /// Day of the absence with which the longest became so long.
    day: Option<i32>,
}

impl Longest {
    fn absent(&mut self, day: i32) {
        self.now += 1;
        if self.now > self.length {
            self.length = self.now;
            self.day = Some(day);
        }
    }
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
        let waivers = DayByDay::new(&self.record_duty, cx.plan, evidence);
        let base = number(self.span.from);
        let length = self.span.len_days() as usize;
        let as_of = cx.as_of;
        // Nothing is asked of a shift but how its one person is marked.
        let plain = !cx.trace
            && self.days.is_none()
            && self.cap.is_none()
            && several.is_empty()
            && waivers.is_empty();
        rows.each(|row| {
            let at = columns.day[row].wrapping_sub(base);
            let Some(at) = usize::try_from(at).ok().filter(|at| *at < length) else {
                cx.set_aside(Kind::Shift, row, Irrelevance::Day);
                return;
            };
            let mark = marks[columns.status[row] as usize];
            if mark == Mark::Refused {
                self.refused(row, &waivers, tally, cx);
                return;
            }
            if plain {
                let person = persons[columns.actor[row] as usize];
                if let Some(person) = tally.persons.get_mut(usize::from(person)) {
                    let day = columns.day[row];
                    let entered_late = backfilled(columns.recorded[row], day, cx.backfill);
                    person.backfilled += u32::from(entered_late);
                    if mark == Mark::Absent {
                        person.last_absence[0] = Some(day);
                    }
                    person.add(mark, day, as_of, self.excused_breaks);
                }
                return;
            }
            let mut day = tally.days.get_mut(at);
            if let Some(day) = day.as_deref_mut().filter(|_| !produced.is_empty()) {
                day.marks |= produced[columns.marks[row] as usize];
            }
            let actor = columns.actor[row];
            let one = [persons[actor as usize]];
            let who: &[u16] = match several.get(&actor) {
                Some(all) => all,
                None => &one,
            };
            if who.iter().all(|person| *person == NONE) {
                cx.set_aside(Kind::Shift, row, Irrelevance::Actor);
            }
            for person in who.iter().filter(|person| **person != NONE) {
                let entered_late = backfilled(columns.recorded[row], columns.day[row], cx.backfill);
                if let (Mark::Attended, Some(day)) = (mark, day.as_deref_mut()) {
                    if day.attended == 0 {
                        day.first = index(row);
                    }
                    // A crew is of persons: days come in order, and whoever has two shifts of one is one.
                    let tallied = &mut tally.persons[*person as usize].counted_on;
                    if tallied.replace(columns.day[row]) != Some(columns.day[row]) {
                        day.attended += 1;
                        day.led += u16::from(self.leads[*person as usize]);
                    }
                    day.backfilled += u16::from(entered_late);
                    let traced = tally.attended.last() == Some(&(index(row), columns.day[row]));
                    if cx.trace && !traced {
                        tally.attended.push((index(row), columns.day[row]));
                    }
                }
                let staff = &cx.plan.content.persons[*person as usize].staff.name;
                let person = &mut tally.persons[*person as usize];
                // A shift that was cancelled was never assigned.
                person.backfilled += u32::from(entered_late && mark != Mark::Cancelled);
                let by = (mark == Mark::Absent)
                    .then(|| waivers.covering(staff, columns.day[row]))
                    .flatten();
                let mark = if let Some(by) = by {
                    person.waived_by(waivers.record(by));
                    Mark::Waived
                } else {
                    mark
                };
                if matches!(mark, Mark::Absent | Mark::Waived) {
                    person.last_absence[usize::from(mark == Mark::Waived)] = Some(columns.day[row]);
                }
                if self.cap.is_some() && mark == Mark::Absent {
                    self.count_for_cap(person, columns.day[row]);
                }
                person.add(mark, columns.day[row], as_of, self.excused_breaks);
                if cx.trace {
                    person.trace.push((columns.day[row], mark, index(row)));
                }
            }
        });
    }

    /// Notes the units that refused; whoever is no unit drawn on cannot.
    fn refused(&self, row: usize, waivers: &DayByDay, tally: &mut Tally, cx: &mut CollectCx<'_>) {
        let columns = cx.evidence.of(Kind::Shift);
        let (actor, day) = (columns.actor[row], columns.day[row]);
        let mut nobody = true;
        for unit in cx.evidence.names.text(actor).split('、') {
            if self.drawn_on(unit, cx.plan) {
                nobody = false;
                let by = waivers.covering(unit, day).map(|by| waivers.record(by));
                tally.refusals.push((unit.to_owned(), index(row), by));
            }
        }
        if nobody {
            cx.set_aside(Kind::Shift, row, Irrelevance::Actor);
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
        let last = rows.clone().next_back().map(|(day, ..)| *day);
        let absence = match status {
            Status::Violated => person.last_absence[0],
            Status::Waived => person.last_absence[1],
            _ => None,
        };
        let last = absence.or(last);
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

impl PersonTally {
    fn waived_by(&mut self, record: String) {
        if !self.waivers.contains(&record) {
            self.waivers.push(record);
        }
    }

    #[inline]
    fn add(&mut self, mark: Mark, day: i32, as_of: i32, excused_breaks: bool) {
        let broken = |run: &mut Longest| run.now = 0;
        match mark {
            Mark::Attended => {
                self.shifts += 1;
                self.attended += 1;
                broken(&mut self.run);
                broken(&mut self.unwaived);
            }
            Mark::Absent => {
                self.shifts += 1;
                self.absent += 1;
                self.run.absent(day);
                self.unwaived.absent(day);
            }
            Mark::Excused => {
                self.shifts += 1;
                self.excused += 1;
                if excused_breaks {
                    broken(&mut self.run);
                    broken(&mut self.unwaived);
                }
            }
            // As an excused one.
            Mark::Waived => {
                self.shifts += 1;
                self.waived += 1;
                self.unwaived.absent(day);
                if excused_breaks {
                    broken(&mut self.run);
                }
            }
            // A shift of the as-of day may still be marked.
            Mark::None => {
                self.shifts += 1;
                self.unmarked += u32::from(day < as_of);
            }
            Mark::Cancelled | Mark::Refused => {}
        }
    }
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
