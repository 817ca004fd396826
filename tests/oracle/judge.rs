//! The oracle: every finding of a plan, from `engine/rules/MEANING.md` alone, one plain loop for each sentence.

mod cadence;
mod coverage;
mod each_needs;
mod response;
mod reward;
mod roster;
mod task;
mod veto;
mod waiver;

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::days::{both, in_last_workdays};
use crate::ledger::{Record, seen};
use crate::plan::{Duty, Plan, Requires, Subject, Term};

/// What is said of one finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Said {
    pub(crate) status: &'static str,
    /// What is counted, where the meaning says what.
    pub(crate) figure: Option<i64>,
    /// The day by which it counts.
    pub(crate) day: Option<Date>,
    /// Which side of the duty, if not the duty itself.
    pub(crate) facet: Option<&'static str>,
    /// The subject or the person, if it is about one.
    pub(crate) about: Option<String>,
    /// The duty and how grave its failures are.
    pub(crate) duty: String,
    pub(crate) severity: &'static str,
}

impl Said {
    pub(crate) fn of(status: &'static str) -> Said {
        Said {
            status,
            figure: None,
            day: None,
            facet: None,
            about: None,
            duty: String::new(),
            severity: "normal",
        }
    }

    pub(crate) fn figure(self, figure: Option<i64>) -> Said {
        Said { figure, ..self }
    }

    pub(crate) fn day(self, day: Option<Date>) -> Said {
        Said { day, ..self }
    }

    pub(crate) fn facet(self, facet: &'static str) -> Said {
        let facet = Some(facet);
        Said { facet, ..self }
    }

    pub(crate) fn about(self, about: Option<&str>) -> Said {
        let about = about.map(str::to_owned);
        Said { about, ..self }
    }
}

pub(crate) type Findings = BTreeMap<String, Said>;

pub(crate) struct Case<'a> {
    pub(crate) plan: &'a Plan,
    pub(crate) seen: Vec<&'a Record>,
    pub(crate) as_of: Date,
}

/// Every finding.
pub(crate) fn findings(plan: &Plan, ledger: &[Record], as_of: Date) -> Findings {
    let case = Case {
        plan,
        seen: seen(ledger, as_of),
        as_of,
    };
    let mut found = Findings::new();
    for meeting in &plan.meetings {
        cadence::judge(&case, meeting, "meeting", &mut found);
    }
    for activity in &plan.activities {
        cadence::judge(
            &case,
            activity,
            activity.evidence.unwrap_or("visit"),
            &mut found,
        );
    }
    for task in &plan.tasks {
        task::judge(&case, task, &mut found);
    }
    for coverage in &plan.coverage {
        coverage::judge(&case, coverage, &mut found);
    }
    for roster in &plan.rosters {
        roster::judge(&case, roster, &mut found);
    }
    for incident in &plan.incidents {
        for response in &incident.respond {
            response::judge(&case, &incident.id, response, &mut found);
        }
    }
    for each in &plan.each_needs {
        each_needs::judge(&case, each, &mut found);
    }
    for reward in &plan.rewards {
        reward::judge(&case, reward, &mut found);
    }
    waiver::apply(&case, &mut found);
    for veto in &plan.vetoes {
        veto::judge(&case, veto, &mut found);
    }
    found
}

impl Case<'_> {
    /// The records of a kind and a duty.
    pub(crate) fn records(&self, kind: &str, duty: &str) -> Vec<&Record> {
        let of = |r: &&&Record| r.kind == kind && r.duty.as_deref() == Some(duty);
        self.seen.iter().filter(of).copied().collect()
    }

    /// `missed`; `unknown` where the ledger holds no record of the kind at all.
    pub(crate) fn missed(&self, kind: &str) -> &'static str {
        if self.seen.iter().any(|r| r.kind == kind) {
            "missed"
        } else {
            "unknown"
        }
    }

    /// How something stands that can still come until the end of `last`.
    pub(crate) fn open(&self, last: Date) -> &'static str {
        if in_last_workdays(self.as_of, last, self.plan.settings.due_soon) {
            "due_soon"
        } else {
            "pending"
        }
    }

    /// The days on which a duty applies.
    pub(crate) fn span(&self, duty: &Duty) -> Term {
        duty.period.unwrap_or(self.plan.period)
    }

    /// Whom a duty is due for: nobody in particular, or each of its subjects that the plan ever meets.
    pub(crate) fn rows(&self, duty: &Duty) -> Vec<Option<&Subject>> {
        if duty.for_each.is_empty() {
            return vec![None];
        }
        let subjects = self.plan.subjects_of(duty).into_iter();
        subjects
            .filter(|s| self.life(Some(s)).is_some())
            .map(Some)
            .collect()
    }

    /// The days of the plan on which a subject exists.
    pub(crate) fn life(&self, subject: Option<&Subject>) -> Option<Term> {
        let Some(subject) = subject else {
            return Some(self.plan.period);
        };
        let from = subject.from.unwrap_or(self.plan.period.from);
        let to = subject.to.unwrap_or(self.plan.period.to);
        both(self.plan.period, Term { from, to })
    }
}

/// Adds a finding `DUTY[.FACET][/PART…]`.
pub(crate) fn say(found: &mut Findings, duty: &Duty, parts: &[&str], said: Said) {
    let mut id = duty.id.clone();
    if let Some(facet) = said.facet {
        id = format!("{id}.{facet}");
    }
    for part in parts {
        id = format!("{id}/{part}");
    }
    let duty_id = duty.id.clone();
    let said = Said {
        duty: duty_id,
        severity: duty.severity,
        ..said
    };
    assert!(
        found.insert(id.clone(), said).is_none(),
        "{id} is said twice"
    );
}

/// The id of a row's subject, as a part of a finding's id.
pub(crate) fn part(row: Option<&Subject>) -> Vec<&str> {
    row.map(|s| s.id.as_str()).into_iter().collect()
}

/// Whether a record holds what is required.
pub(crate) fn fits(record: &Record, requires: Option<&Requires>) -> bool {
    let Some(requires) = requires else {
        return true;
    };
    let status = record.status.as_deref().unwrap_or("");
    requires
        .marks
        .iter()
        .all(|mark| record.marks.contains(mark))
        && (requires.status.is_empty() || requires.status.contains(&status))
        && requires
            .quantity
            .is_none_or(|least| record.quantity.is_some_and(|q| q >= least))
}

/// The id of a row's subject.
pub(crate) fn whom(row: Option<&Subject>) -> Option<&str> {
    row.map(|s| s.id.as_str())
}
