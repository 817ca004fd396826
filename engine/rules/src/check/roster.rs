//! 值班: attendance, runs of absences, refusals, days covered, as *Rosters* of `MEANING.md` says.

mod judge;
mod tally;

use std::collections::BTreeMap;

use luoshi_calendar::{Span, Unit, date, number, period_of};
use luoshi_evidence::Kind;
use luoshi_plan::{Money, Plan, Ratio};

pub(crate) use self::tally::Tally;
use self::tally::{DayTally, Mark, PersonTally, mark};
use super::cadence::Cadence;
use super::waiver::DayByDay;
use super::{CollectCx, Rows, index};
use crate::assessment::Irrelevance;
use crate::lut::{NONE, backfilled, word_bits};

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

/// A shift while it is counted.
struct Shift {
    /// Row of the columns.
    row: usize,
    /// Its day, as a number.
    day: i32,
    mark: Mark,
    entered_late: bool,
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
        if !cx.trace
            && self.days.is_none()
            && self.cap.is_none()
            && several.is_empty()
            && waivers.is_empty()
        {
            for row in self.count_plainly(rows, (&persons, &marks), tally, cx) {
                self.refused(row, &waivers, tally, cx);
            }
            return;
        }
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
            let actor = columns.actor[row];
            let one = [persons[actor as usize]];
            let who: &[u16] = match several.get(&actor) {
                Some(all) => all,
                None => &one,
            };
            if who.iter().all(|person| *person == NONE) {
                cx.set_aside(Kind::Shift, row, Irrelevance::Actor);
                return;
            }
            let held = !produced.is_empty() && mark != Mark::Cancelled;
            if let Some(day) = tally.days.get_mut(at).filter(|_| held) {
                day.marks |= produced[columns.marks[row] as usize];
            }
            let shift = Shift {
                row,
                day: columns.day[row],
                mark,
                entered_late: backfilled(columns.recorded[row], columns.day[row], cx.backfill),
            };
            for person in who.iter().filter(|person| **person != NONE) {
                if let (Mark::Attended, Some(_)) = (mark, tally.days.get(at)) {
                    self.count_in_crew(*person, &shift, at, tally, cx);
                }
                self.count_for_person(*person, &shift, &waivers, tally, cx);
            }
        });
    }

    /// Counts shifts of which nothing is asked but how their one person is marked, and gives back the rows of those
    /// that were refused. Most records of an audit of many townships are such shifts, so the loop holds nothing else.
    fn count_plainly(
        &self,
        rows: Rows<'_>,
        (persons, marks): (&[u16], &[Mark]),
        tally: &mut Tally,
        cx: &CollectCx<'_>,
    ) -> Vec<usize> {
        let columns = cx.evidence.of(Kind::Shift);
        // Of one length, so that one look says that a row is in all of them.
        let count = columns.len();
        let (days, words) = (&columns.day[..count], &columns.status[..count]);
        let (actors, entered) = (&columns.actor[..count], &columns.recorded[..count]);
        // Bulk files seldom say when a record was entered, and then nothing is asked of each.
        let late_entries = entered.iter().any(|day| *day != i32::MIN);
        let (as_of, backfill, breaks) = (cx.as_of, cx.backfill, self.excused_breaks);
        let span = self.span.numbers();
        let tallies = tally.persons.as_mut_slice();
        let mut refused = Vec::new();
        rows.each(|row| {
            let day = days[row];
            if !span.contains(&day) {
                return;
            }
            let mark = marks[words[row] as usize];
            if mark == Mark::Refused {
                refused.push(row);
                return;
            }
            let person = persons[actors[row] as usize];
            if let Some(person) = tallies.get_mut(usize::from(person)) {
                // A shift that was cancelled was never assigned.
                let entered_late = late_entries && backfilled(entered[row], day, backfill);
                person.backfilled += u32::from(entered_late && mark != Mark::Cancelled);
                person.add(mark, day, as_of, breaks);
            }
        });
        refused
    }

    /// Counts an attended shift of a person towards the crew of its day, which is the `at`th.
    fn count_in_crew(
        &self,
        person: u16,
        shift: &Shift,
        at: usize,
        tally: &mut Tally,
        cx: &CollectCx<'_>,
    ) {
        let day = &mut tally.days[at];
        let row = index(shift.row);
        if day.attended == 0 {
            day.first = row;
        }
        // A crew is of persons: days come in order, and whoever has two shifts of one is one.
        let counted_on = &mut tally.persons[person as usize].counted_on;
        if counted_on.replace(shift.day) != Some(shift.day) {
            day.attended += 1;
            day.led += u16::from(self.leads[person as usize]);
        }
        day.backfilled += u16::from(shift.entered_late);
        let traced = tally.attended.last() == Some(&(row, shift.day));
        if cx.trace && !traced {
            tally.attended.push((row, shift.day));
        }
    }

    /// Counts a shift for one of its persons.
    fn count_for_person(
        &self,
        person: u16,
        shift: &Shift,
        waivers: &DayByDay,
        tally: &mut Tally,
        cx: &CollectCx<'_>,
    ) {
        let staff = &cx.plan.content.persons[person as usize].staff.name;
        let person = &mut tally.persons[person as usize];
        // A shift that was cancelled was never assigned.
        person.backfilled += u32::from(shift.entered_late && shift.mark != Mark::Cancelled);
        let by = (shift.mark == Mark::Absent)
            .then(|| waivers.covering(staff, shift.day))
            .flatten();
        let mark = if let Some(by) = by {
            person.waived_by(waivers.record(by));
            Mark::Waived
        } else {
            shift.mark
        };
        if self.cap.is_some() && mark == Mark::Absent {
            self.count_for_cap(person, shift.day);
        }
        person.add(mark, shift.day, cx.as_of, self.excused_breaks);
        if cx.trace {
            person.trace.push((shift.day, mark, index(shift.row)));
        }
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
}
