//! What every duty asks for, section by section.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use luoshi_calendar::{Span, Unit, periods};
use luoshi_plan::model::{CadenceKeys, ClauseRef, Duty, DutyId, RoleRef, SetRef};
use luoshi_plan::{Plan, Settable};

use super::due::{a_year, due_periods, due_within, times};
use super::minutes::Minutes;
use super::post::post_of;
use super::{Amount, Demand, Figure};

/// The plan, and what a record takes.
pub(super) struct Tally<'p> {
    pub(super) plan: &'p Plan,
    pub(super) minutes: &'p Minutes,
    /// What marks are called.
    pub(super) words: BTreeMap<&'p str, &'p str>,
    pub(super) demands: Vec<Demand>,
}

/// Somebody or something that a duty is due for: a subject, or the whole jurisdiction.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    /// Index into the plan's subjects.
    pub(super) subject: Option<usize>,
    /// The days of the plan on which it exists.
    pub(super) life: Span,
}

/// What a record of a duty must hold.
#[derive(Debug, Clone, Default)]
pub(super) struct Needs {
    /// Kind of record.
    pub(super) kind: &'static str,
    /// Marks.
    pub(super) marks: Vec<String>,
    /// Attachments.
    pub(super) attachments: u64,
    /// Units or roles each of which keeps its own records, an equal number; the responsible role if none.
    pub(super) keepers: Vec<String>,
}

/// Counts every section.
pub(super) fn demands(plan: &Plan, minutes: &Minutes) -> Vec<Demand> {
    let words = &plan.content.vocabulary;
    let mut tally = Tally {
        plan,
        minutes,
        words: words
            .iter()
            .map(|w| (w.id.as_str(), w.name.as_str()))
            .collect(),
        demands: Vec::new(),
    };
    tally.meetings();
    tally.activities();
    tally.tasks();
    tally.documents();
    tally.coverage();
    tally.rosters();
    tally.events();
    tally.indicators();
    tally.vetoes();
    tally.scorecards();
    tally.demands
}

impl<'p> Tally<'p> {
    /// A duty that asks for nothing yet; open ones are counted as such.
    pub(super) fn demand(&self, duty: &Duty, section: &'static str) -> Demand {
        let mut demand = self.bare(
            &duty.id,
            &duty.name,
            section,
            &duty.clauses,
            duty.responsible.as_ref(),
        );
        if matches!(duty.active, Settable::Unset(_)) {
            demand.amounts.insert(Figure::Open, Amount::once(1));
        }
        demand
    }

    pub(super) fn bare(
        &self,
        id: &DutyId,
        name: &str,
        section: &'static str,
        clauses: &[ClauseRef],
        responsible: Option<&RoleRef>,
    ) -> Demand {
        Demand {
            id: id.name.to_string(),
            name: name.to_owned(),
            section,
            clauses: clauses.iter().map(|c| c.name.to_string()).collect(),
            responsible: responsible.map(|r| r.name.to_string()),
            place: id.place.clone(),
            record: None,
            rows: 0,
            amounts: BTreeMap::new(),
            shares: BTreeMap::new(),
            attends: BTreeMap::new(),
            deadlines: Vec::new(),
        }
    }

    /// The days of the plan on which a duty applies.
    pub(super) fn span(&self, duty: &Duty) -> Span {
        let own = duty.period.as_ref().and_then(|t| Span::new(t.from, t.to));
        own.unwrap_or(self.plan.span)
    }

    /// Everybody that a duty is due for.
    pub(super) fn rows(&self, sets: &[SetRef]) -> Vec<Row> {
        let whole = self.plan.span;
        if sets.is_empty() {
            return vec![Row {
                subject: None,
                life: whole,
            }];
        }
        let mut seen = BTreeSet::new();
        let subjects = sets
            .iter()
            .filter_map(|s| self.plan.sets.get(&s.name))
            .flatten();
        let mut rows = Vec::new();
        for &at in subjects.filter(|at| seen.insert(**at)) {
            let subject = &self.plan.subjects[at];
            let from = subject.from.map_or(whole.from, |day| day.max(whole.from));
            let to = subject.to.map_or(whole.to, |day| day.min(whole.to));
            if let Some(life) = Span::new(from, to) {
                rows.push(Row {
                    subject: Some(at),
                    life,
                });
            }
        }
        rows
    }

    /// How often a cadence is due for each row.
    pub(super) fn recurs(
        &self,
        duty: &Duty,
        keys: &CadenceKeys,
        rows: &[Row],
    ) -> Vec<(Row, Amount)> {
        let span = self.span(duty);
        let all = periods(keys.every, span);
        let whole = due_within(keys, &all, span) * times(keys);
        let each = |row: &Row| {
            let limited = row.life != self.plan.span;
            let period = if limited {
                due_within(keys, &all, row.life) * times(keys)
            } else {
                whole
            };
            let year = a_year(keys.every) * times(keys);
            // A duty with a period of its own is seasonal: it does not go on for a year.
            let year = if duty.period.is_some() {
                year.min(whole)
            } else {
                year
            };
            (*row, Amount { period, year })
        };
        rows.iter().map(each).collect()
    }

    /// The last days of its periods, with the days for handing in.
    pub(super) fn closes(&self, duty: &Duty, keys: &CadenceKeys) -> Vec<Date> {
        // Something that is due every day has no deadline that anybody could look forward to.
        if keys.every == Unit::Day {
            return Vec::new();
        }
        let periods = due_periods(keys, self.span(duty));
        let closes = periods.iter().map(|p| {
            let last = p.span.to;
            self.plan.workdays.add(last, keys.hand_in).unwrap_or(last)
        });
        closes.collect()
    }

    /// Enters the records of a duty: so many for each row, of which each `units` acts by itself.
    pub(super) fn enter(
        &mut self,
        mut demand: Demand,
        figure: Figure,
        rows: &[(Row, Amount)],
        needs: &Needs,
    ) {
        let keepers = match needs.keepers.is_empty() {
            true => vec![demand.responsible.clone()],
            false => needs.keepers.iter().cloned().map(Some).collect(),
        };
        for (row, amount) in rows {
            for keeper in &keepers {
                let role = keeper.as_deref();
                let post = role.and_then(|role| post_of(self.plan, role, row.subject));
                let share = demand.shares.entry((keeper.clone(), post)).or_default();
                *share += amount.divided(keepers.len() as u64);
            }
        }
        let records: Amount = rows.iter().map(|(_, amount)| *amount).sum();
        let marks = needs.marks.len() as u64;
        let each = self
            .minutes
            .for_record(needs.kind, marks, needs.attachments);
        let process = needs.marks.iter().filter(|m| self.is_process(m)).count() as u64;
        demand.record = Some((needs.kind, each));
        demand.rows = rows.len() as u64;
        let mut add = |figure, amount: Amount| {
            if amount != Amount::default() {
                *demand.amounts.entry(figure).or_default() += amount;
            }
        };
        add(figure, records);
        add(Figure::Records, records);
        add(Figure::Marks, records.times(marks));
        add(Figure::ProcessMarks, records.times(process));
        add(Figure::Attachments, records.times(needs.attachments));
        add(Figure::Minutes, records.times(each));
        if super::found(&super::terms().letter, &demand.name).is_some() {
            add(Figure::Letters, records);
        }
        self.push(demand, needs);
    }

    /// Ends a duty: its deadlines, its columns.
    pub(super) fn push(&mut self, mut demand: Demand, needs: &Needs) {
        let personal = needs.marks.iter().filter(|m| self.is_personal(m)).count();
        if personal > 0 {
            demand
                .amounts
                .insert(Figure::Personal, Amount::once(personal as u64));
        }
        let span = self.plan.span;
        demand.deadlines.retain(|day| span.contains(*day));
        if !demand.deadlines.is_empty() {
            let deadlines = demand.deadlines.len() as u64;
            demand
                .amounts
                .insert(Figure::Deadlines, Amount::once(deadlines));
        }
        self.demands.push(demand);
    }

    /// Ends a duty whose count is left open.
    pub(super) fn open(&mut self, mut demand: Demand) {
        demand.amounts.insert(Figure::Open, Amount::once(1));
        self.demands.push(demand);
    }

    fn called<'a>(&'a self, mark: &'a str) -> &'a str {
        self.words.get(mark).copied().unwrap_or(mark)
    }

    fn is_process(&self, mark: &str) -> bool {
        let list = &super::terms().process;
        super::found(list, mark)
            .or(super::found(list, self.called(mark)))
            .is_some()
    }

    fn is_personal(&self, mark: &str) -> bool {
        is_personal(mark) || is_personal(self.called(mark))
    }
}

/// Whether a heading names personal data, and does not rule it out.
pub(crate) fn is_personal(text: &str) -> bool {
    let terms = super::terms();
    super::found(&terms.personal, text).is_some()
        && super::found(&terms.not_personal, text).is_none()
}
