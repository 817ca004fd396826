//! A plan and a day to a program: all that does not depend on evidence is worked out here.

mod event;
mod once;
mod recurring;
mod roster;

use jiff::civil::Date;
use luoshi_calendar::{Span, periods};
use luoshi_diagnostics::Staged;
use luoshi_evidence::Kind;
use luoshi_plan::model::{self, CadenceKeys, ClauseRef, Duty, Severity};
use luoshi_plan::{Plan, Settable};

use crate::check::{Check, chain};
use crate::plugins::Plugins;
use crate::program::{DutyInfo, PeriodTable, Program, Row};
use crate::script::Scripts;

/// Makes a plan ready to be judged as of a day, with its plugins.
#[must_use]
pub fn compile<'p>(plan: &'p Plan, as_of: Date, plugins: &'p Plugins) -> Staged<Program<'p>> {
    let mut notes = Vec::new();
    let scripts = Scripts::compile(plan, &mut notes);
    let mut cx = Compile {
        plan,
        duties: Vec::new(),
        checks: Vec::new(),
        places: std::collections::BTreeMap::new(),
    };
    cx.all();
    let mut readers = vec![Vec::new(); Kind::COUNT];
    for (at, check) in cx.checks.iter().enumerate() {
        for (which, interest) in check.interests().into_iter().enumerate() {
            readers[interest.kind as usize].push((at, which, interest));
        }
    }
    let program = Program {
        plan,
        as_of,
        duties: cx.duties,
        checks: cx.checks,
        scripts,
        plugins,
        readers,
        places: cx.places,
    };
    Staged::new(program, notes)
}

struct Compile<'p> {
    plan: &'p Plan,
    duties: Vec<DutyInfo>,
    checks: Vec<Check>,
    places: std::collections::BTreeMap<usize, (Vec<Row>, Span)>,
}

impl<'p> Compile<'p> {
    fn all(&mut self) {
        let content = &self.plan.content;
        content
            .chains
            .iter()
            .enumerate()
            .for_each(|(at, c)| self.chain(at, c));
        content.meetings.iter().for_each(|m| self.meeting(m));
        content.activities.iter().for_each(|a| self.activity(a));
        content.tasks.iter().for_each(|t| self.task(t));
        content.documents.iter().for_each(|d| self.document(d));
        content.coverage.iter().for_each(|c| self.coverage(c));
        content.rosters.iter().for_each(|r| self.roster(r));
        content.incidents.iter().for_each(|i| self.incident(i));
        content.each_needs.iter().for_each(|e| self.each_needs(e));
        content.rewards.iter().for_each(|r| self.reward(r));
        content.indicators.iter().for_each(|i| self.indicator(i));
        for rule in &content.rules {
            self.judged_later(&rule.duty, "rules");
        }
        for rule in &content.plugins {
            self.judged_later(&rule.duty, "plugins");
        }
        for ladder in &content.ladders {
            self.judged_later(&ladder.duty, "ladders");
        }
        for veto in &content.vetoes {
            let duty = self.judged_later(&veto.duty, "vetoes");
            self.lapse(duty, veto);
        }
        for card in &content.scorecards {
            self.judged_later(&card.duty, "scorecards");
        }
    }

    /// Registers a duty; `None` when it is open whether it applies at all (noted as a check).
    fn duty(&mut self, duty: &Duty, section: &'static str) -> Option<usize> {
        let at = self.info(
            &duty.id.name,
            &duty.name,
            section,
            &duty.clauses,
            duty.responsible.as_ref().map(|r| r.name.clone()),
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
        self.duties.push(DutyInfo {
            id: id.to_owned(),
            name: name.to_owned(),
            section,
            clauses: clauses.iter().map(|c| c.name.clone()).collect(),
            responsible,
            severity,
        });
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

    fn judged_later(&mut self, duty: &Duty, section: &'static str) -> usize {
        let at = self.duties.len();
        if self.duty(duty, section).is_some() {
            self.places.insert(at, (self.rows(duty), self.span(duty)));
        }
        at
    }

    fn span(&self, duty: &Duty) -> Span {
        let own = duty.period.as_ref().and_then(|t| Span::new(t.from, t.to));
        own.unwrap_or(self.plan.span)
    }

    fn rows(&self, duty: &Duty) -> Vec<Row> {
        self.rows_of(&duty.for_each)
    }

    fn rows_of(&self, sets: &[model::SetRef]) -> Vec<Row> {
        if sets.is_empty() {
            return vec![Row {
                subject: None,
                unit: None,
                span: None,
            }];
        }
        let mut seen = std::collections::BTreeSet::new();
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

    fn table(&self, keys: &CadenceKeys, span: Span) -> PeriodTable {
        let window = keys.hand_in.max(keys.grace);
        PeriodTable::new(
            periods(keys.every, span),
            keys.partial,
            window,
            &self.plan.workdays,
        )
    }
}

fn kind(evidence: model::Evidence) -> Kind {
    Kind::from_name(evidence.word()).unwrap_or(Kind::Document)
}
