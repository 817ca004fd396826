//! A plan and a day to a program: all that does not depend on evidence is worked out here.

mod compiler;
mod event;
mod once;
mod recurring;
mod roster;
mod size;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;
use luoshi_calendar::Span;
use luoshi_diagnostics::Staged;
use luoshi_evidence::Kind;
use luoshi_plan::model::{self, CadenceKeys, ClauseRef, Duty, SetRef, Severity};
use luoshi_plan::{Plan, Settable};

use crate::check::{Check, Placed, chain};
use crate::plugins::Plugins;
use crate::program::{DutyInfo, PeriodTable, Program, Reader, Row};

pub use compiler::Compiler;
use compiler::{Form, Forms, Tables};

/// Makes a plan ready to be judged as of a day, with its plugins.
#[must_use]
pub fn compile<'p>(plan: &'p Plan, as_of: Date, plugins: &'p Plugins) -> Staged<Program<'p>> {
    Compiler::default().compile(plan, as_of, plugins)
}

struct Compile<'p, 'f> {
    plan: &'p Plan,
    duties: Vec<Arc<DutyInfo>>,
    checks: Vec<Check>,
    readers: Vec<Vec<Reader>>,
    places: BTreeMap<usize, (Arc<[Row]>, Span)>,
    /// The row of the whole jurisdiction.
    whole: Arc<[Row]>,
    /// The rows of the sets asked for so far.
    rows: Vec<(&'p [SetRef], Arc<[Row]>)>,
    /// What other plans have compiled.
    known: &'f Forms,
    /// What they may use of this one.
    fresh: BTreeMap<usize, Arc<Form>>,
    tables: Tables,
}

impl<'p, 'f> Compile<'p, 'f> {
    fn new(plan: &'p Plan, known: &'f Forms) -> Self {
        Compile {
            plan,
            duties: Vec::new(),
            checks: Vec::new(),
            readers: vec![Vec::new(); Kind::COUNT],
            places: BTreeMap::new(),
            whole: Arc::new([Row::WHOLE]),
            rows: Vec::new(),
            known,
            fresh: BTreeMap::new(),
            tables: Tables::default(),
        }
    }

    fn all(&mut self) {
        macro_rules! each {
            ($section:ident, $compile:expr) => {
                let section = &self.plan.content.$section;
                for entry in section.shared() {
                    self.entry(section, entry, &entry.duty.for_each, $compile);
                }
            };
        }
        let content = &self.plan.content;
        for (at, chain) in content.chains.iter().enumerate() {
            self.alone(|cx| cx.chain(at, chain));
        }
        self.meetings();
        each!(activities, Self::activity);
        each!(tasks, Self::task);
        each!(documents, Self::document);
        each!(coverage, Self::coverage);
        for roster in &content.rosters {
            self.alone(|cx| cx.roster(roster));
        }
        for incident in content.incidents.shared() {
            self.entry(&content.incidents, incident, &[], Self::incident);
        }
        each!(each_needs, Self::each_needs);
        each!(rewards, Self::reward);
        for indicator in content.indicators.shared() {
            self.entry(
                &content.indicators,
                indicator,
                &indicator.for_each,
                Self::indicator,
            );
        }
        each!(rules, |cx, rule| cx.judged_later(&rule.duty, "rules"));
        each!(plugins, |cx, rule| cx.judged_later(&rule.duty, "plugins"));
        each!(ladders, |cx, ladder| cx
            .judged_later(&ladder.duty, "ladders"));
        each!(vetoes, Self::veto);
        each!(scorecards, |cx, card| cx
            .judged_later(&card.duty, "scorecards"));
    }

    /// A meeting that another serves too counts the records of both: which others there are, the plan says.
    fn meetings(&mut self) {
        let meetings = &self.plan.content.meetings;
        let serving = meetings.iter().flat_map(|m| &m.serves_also);
        let served: BTreeSet<&str> = serving.map(|also| also.0.duty.name.as_str()).collect();
        for meeting in meetings.shared() {
            match served.contains(meeting.duty.id.name.as_str()) {
                true => self.alone(|cx| cx.meeting(meeting)),
                false => self.entry(meetings, meeting, &meeting.duty.for_each, Self::meeting),
            }
        }
    }

    /// Registers a duty; `None` when it is open whether it applies at all (noted as a check).
    fn duty(&mut self, duty: &Duty, section: &'static str) -> Option<usize> {
        let at = self.info(
            &duty.id.name,
            &duty.name,
            section,
            &duty.clauses,
            duty.responsible.as_ref().map(|r| r.name.to_string()),
            duty.severity,
        );
        match &duty.active {
            Settable::Set(true) => Some(at),
            Settable::Set(false) => None,
            Settable::Unset(parameter) => {
                self.checks.push(Check::Open(at, parameter.clone()));
                None
            }
        }
    }

    fn info(
        &mut self,
        id: &str,
        name: &str,
        section: &'static str,
        clauses: &[ClauseRef],
        responsible: Option<String>,
        severity: Severity,
    ) -> usize {
        self.duties.push(Arc::new(DutyInfo {
            id: id.to_owned(),
            name: name.to_owned(),
            section,
            clauses: clauses.iter().map(|c| c.name.to_string()).collect(),
            responsible,
            severity,
        }));
        self.duties.len() - 1
    }

    /// The value of a setting; an open one becomes a check of its own.
    fn set<'s, T>(&mut self, duty: usize, setting: &'s Settable<T>) -> Option<&'s T> {
        match setting {
            Settable::Set(value) => Some(value),
            Settable::Unset(parameter) => {
                self.checks.push(Check::Open(duty, parameter.clone()));
                None
            }
        }
    }

    /// Notes where a duty applies that is judged after the checks.
    fn judged_later(&mut self, duty: &'p Duty, section: &'static str) {
        if let Some(at) = self.duty(duty, section) {
            let rows = self.rows(duty);
            self.places.insert(at, (rows, self.span(duty)));
        }
    }

    fn span(&self, duty: &Duty) -> Span {
        let own = duty.period.as_ref().and_then(|t| Span::new(t.from, t.to));
        own.unwrap_or(self.plan.span)
    }

    fn rows(&mut self, duty: &'p Duty) -> Arc<[Row]> {
        self.rows_of(&duty.for_each)
    }

    /// A row for each subject of these sets, each once; for the whole jurisdiction if there is none.
    fn rows_of(&mut self, sets: &'p [SetRef]) -> Arc<[Row]> {
        if sets.is_empty() {
            return self.whole.clone();
        }
        let names = |sets: &'p [SetRef]| sets.iter().map(|set| set.name.as_str());
        let known = self
            .rows
            .iter()
            .find(|(known, _)| names(known).eq(names(sets)));
        if let Some((_, rows)) = known {
            return rows.clone();
        }
        let rows: Arc<[Row]> = self.subjects_of(sets).into();
        self.rows.push((sets, rows.clone()));
        rows
    }

    fn subjects_of(&self, sets: &[SetRef]) -> Vec<Row> {
        let mut seen = BTreeSet::new();
        let subjects = sets
            .iter()
            .filter_map(|s| self.plan.sets.get(&s.name))
            .flatten();
        subjects
            .filter(|at| seen.insert(**at))
            .filter_map(|at| {
                let subject = &self.plan.subjects[*at];
                let limited = subject.from.is_some() || subject.to.is_some();
                // Nothing is due for a subject that the plan never meets.
                let life = chain::life(self.plan, *at)?;
                Some(Row {
                    subject: u32::try_from(*at).ok(),
                    unit: None,
                    span: limited.then_some(life),
                })
            })
            .collect()
    }

    fn placed<T>(duty: usize, rows: Arc<[Row]>, terms: T) -> Placed<T> {
        Placed {
            duty,
            rows,
            terms: Arc::new(terms),
        }
    }

    fn table(&mut self, keys: &CadenceKeys, span: Span) -> Arc<PeriodTable> {
        let window = keys.hand_in.max(keys.grace);
        self.periods(keys.every, keys.partial, window, span)
    }
}

fn kind(evidence: model::Evidence) -> Kind {
    Kind::from_name(evidence.word()).unwrap_or(Kind::Document)
}
