//! The oracle: every finding of a plan, from `engine/rules/MEANING.md` alone, one plain loop for each sentence.

mod accountable;
mod actors;
mod cadence;
mod chain;
mod coverage;
mod decision;
mod each_needs;
mod indicator;
mod ladder;
mod penalty;
mod plugin;
mod response;
mod reward;
mod roster;
mod rule;
mod task;
mod veto;
mod waiver;

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::days::{Workdays, both};
use crate::ledger::Record;
use crate::plan::{Document, Duty, Plan, Recurring, Requires, Subject, Task, Term};

pub(crate) use accountable::accountable;
pub(crate) use indicator::Trend;

/// What is said of one finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Said {
    pub(crate) status: &'static str,
    /// What is counted; 0 where nothing is.
    pub(crate) figure: i64,
    /// The day by which it counts.
    pub(crate) day: Option<Date>,
    /// Which side of the duty, if not the duty itself.
    pub(crate) facet: Option<&'static str>,
    /// The subject, if it is about one.
    pub(crate) subject: Option<String>,
    /// The unit or the person, if it is about one.
    pub(crate) who: Option<String>,
    /// How the decision on it stands, where one is asked for.
    pub(crate) decision: Option<&'static str>,
    /// How many of the records that carry it out were entered late.
    pub(crate) backfilled: usize,
    /// Nobody answers for it, whoever answers for the duty.
    pub(crate) nobody: bool,
    /// What it was before it was waived.
    pub(crate) instead_of: Option<&'static str>,
    /// The duty and how grave its failures are.
    pub(crate) duty: String,
    pub(crate) severity: &'static str,
}

impl Said {
    pub(crate) fn of(status: &'static str) -> Said {
        Said {
            status,
            figure: 0,
            day: None,
            facet: None,
            subject: None,
            who: None,
            decision: None,
            backfilled: 0,
            nobody: false,
            instead_of: None,
            duty: String::new(),
            severity: "normal",
        }
    }

    pub(crate) fn figure(self, figure: i64) -> Said {
        Said { figure, ..self }
    }

    pub(crate) fn day(self, day: Option<Date>) -> Said {
        Said { day, ..self }
    }

    pub(crate) fn facet(self, facet: &'static str) -> Said {
        let facet = Some(facet);
        Said { facet, ..self }
    }

    pub(crate) fn about(self, subject: Option<&str>) -> Said {
        let subject = subject.map(str::to_owned);
        Said { subject, ..self }
    }

    pub(crate) fn by(self, who: Option<&str>) -> Said {
        let who = who.map(str::to_owned);
        Said { who, ..self }
    }

    pub(crate) fn decision(self, decision: Option<&'static str>) -> Said {
        Said { decision, ..self }
    }

    pub(crate) fn by_nobody(self) -> Said {
        Said {
            nobody: true,
            ..self
        }
    }

    pub(crate) fn backfilled(self, backfilled: usize) -> Said {
        Said { backfilled, ..self }
    }

    /// `missed`, `violated`, and `late` unless it is minor.
    pub(crate) fn fails(&self) -> bool {
        matches!(self.status, "missed" | "violated")
            || (self.status == "late" && self.severity != "minor")
    }
}

pub(crate) type Findings = BTreeMap<String, Said>;

pub(crate) struct Case<'a> {
    pub(crate) plan: &'a Plan,
    pub(crate) seen: Vec<&'a Record>,
    pub(crate) as_of: Date,
    pub(crate) workdays: Workdays,
}

/// What the oracle concludes.
pub(crate) struct Outcome {
    pub(crate) findings: Findings,
    /// Each proposal: by which duty, what, for whom and how it stands.
    pub(crate) proposals: Vec<String>,
    pub(crate) trends: Vec<Trend>,
    pub(crate) waivers: Vec<String>,
}

/// Every finding and what follows from them.
pub(crate) fn judge(case: &Case<'_>) -> Outcome {
    let plan = case.plan;
    let mut found = Findings::new();
    let mut proposals = Vec::new();
    check(case, &mut found, &mut proposals);
    let mut trends = Vec::new();
    for indicator in &plan.indicators {
        trends.extend(indicator::judge(case, indicator, &mut found));
    }
    for chain in &plan.chains {
        let duty = Duty {
            active: chain.active,
            ..Duty::plain(&chain.id, chain.severity)
        };
        if is_off(case, &mut found, &duty) {
            continue;
        }
        chain::judge(case, chain, &mut found);
    }
    for plugin in &plan.plugins {
        if !is_off(case, &mut found, &plugin.duty) {
            plugin::judge(case, plugin, &mut found);
        }
    }
    let checked = found.clone();
    for rule in &plan.rules {
        if !is_off(case, &mut found, &rule.duty) {
            rule::judge(case, rule, &checked, &mut found);
        }
    }
    for card in &plan.scorecards {
        is_off(case, &mut found, &card.duty);
    }
    let waivers = waiver::apply(case, &mut found);
    for ladder in &plan.ladders {
        if is_off(case, &mut found, &ladder.duty) {
            continue;
        }
        ladder::judge(case, ladder, &mut found, &mut proposals);
    }
    for veto in &plan.vetoes {
        if is_off(case, &mut found, &veto.duty) {
            continue;
        }
        veto::judge(case, veto, &mut found, &mut proposals);
    }
    let off = plan.off();
    for penalty in plan.penalties.iter().filter(|p| !off.contains(p.id)) {
        penalty::propose(case, penalty, &found, &mut proposals);
    }
    proposals.sort();
    Outcome {
        findings: found,
        proposals,
        trends,
        waivers,
    }
}

/// What is judged by records alone.
fn check(case: &Case<'_>, found: &mut Findings, proposals: &mut Vec<String>) {
    let plan = case.plan;
    for meeting in &plan.meetings {
        if is_off(case, found, &meeting.duty) {
            continue;
        }
        cadence::judge(case, meeting, "meeting", found);
    }
    for activity in &plan.activities {
        if is_off(case, found, &activity.duty) {
            continue;
        }
        cadence::judge(case, activity, activity.evidence.unwrap_or("visit"), found);
    }
    for task in &plan.tasks {
        if is_off(case, found, &task.duty) {
            continue;
        }
        task::judge(case, task, found);
    }
    for document in &plan.documents {
        if is_off(case, found, &document.duty) {
            continue;
        }
        match (recurring(document), once(document)) {
            (Some(recurs), _) => cadence::judge(case, &recurs, document.evidence, found),
            (None, Some(once)) => task::judge(case, &once, found),
            (None, None) => say(found, &document.duty, &[], Said::of("unset")),
        }
    }
    for coverage in &plan.coverage {
        if is_off(case, found, &coverage.duty) {
            continue;
        }
        coverage::judge(case, coverage, found);
    }
    for roster in &plan.rosters {
        if is_off(case, found, &roster.duty) {
            continue;
        }
        roster::judge(case, roster, found, proposals);
    }
    for incident in &plan.incidents {
        for response in &incident.respond {
            let duty = Duty {
                active: response.active,
                ..Duty::plain(&response.id, response.severity)
            };
            if is_off(case, found, &duty) {
                continue;
            }
            response::judge(case, &incident.id, response, found);
        }
    }
    for each in &plan.each_needs {
        if is_off(case, found, &each.duty) {
            continue;
        }
        each_needs::judge(case, each, found);
    }
    for reward in &plan.rewards {
        if is_off(case, found, &reward.duty) {
            continue;
        }
        reward::judge(case, reward, found);
    }
}

/// A paper for every period is judged as an activity is.
fn recurring(document: &Document) -> Option<Recurring> {
    Some(Recurring {
        duty: document.duty.clone(),
        cadence: document.cadence.clone()?,
        evidence: Some(document.evidence),
        produces: Vec::new(),
        requires: document.requires.clone(),
        convenor: None,
        expected: None,
        attendees: Vec::new(),
        quorum: None,
        by_any_of: Vec::new(),
        by_all_of: Vec::new(),
        jointly_by: Vec::new(),
        serves_also: Vec::new(),
        defective: "not_counted",
    })
}

/// A paper that is written once is judged as a task is.
fn once(document: &Document) -> Option<Task> {
    Some(Task {
        duty: document.duty.clone(),
        due: document.due.clone()?,
        after: Vec::new(),
        evidence: Some(document.evidence),
        requires: document.requires.clone(),
        grace: None,
    })
}

impl<'a> Case<'a> {
    /// `seen` are the records that the run sees, in order.
    pub(crate) fn new(plan: &'a Plan, seen: &'a [Record], as_of: Date) -> Case<'a> {
        Case {
            plan,
            seen: seen.iter().collect(),
            as_of,
            workdays: Workdays::of(plan.settings.calendar, &plan.calendar),
        }
    }

    /// The records of a kind and a duty.
    pub(crate) fn records(&self, kind: &str, duty: &str) -> Vec<&'a Record> {
        let of = |r: &&&Record| r.kind == kind && r.duty.as_deref() == Some(duty);
        self.seen.iter().filter(of).copied().collect()
    }

    /// `missed`; `unknown` where the ledger holds no record of the kind at all.
    pub(crate) fn missed(&self, kind: &str) -> &'static str {
        // What only follows a finding up proves no duty.
        let proves = |r: &&&Record| {
            !matches!(r.kind, "rectification" | "decision" | "appeal") || r.duty.is_some()
        };
        if self.seen.iter().filter(proves).any(|r| r.kind == kind) {
            "missed"
        } else {
            "unknown"
        }
    }

    /// How many of some records were entered long after their day.
    pub(crate) fn entered_late<'r>(&self, of: impl IntoIterator<Item = &'r Record>) -> usize {
        let days = self.plan.settings.backfill;
        let late = |r: &&Record| {
            r.entered.is_some_and(|entered| {
                let limit = (0..days).fold(r.date, |day, _| crate::days::next(day));
                limit < entered
            })
        };
        of.into_iter().filter(late).count()
    }

    /// How something stands that can still come until the end of `last`.
    pub(crate) fn open(&self, last: Date) -> &'static str {
        if self
            .workdays
            .in_last(self.as_of, last, self.plan.settings.due_soon)
        {
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
    pub(crate) fn rows(&self, duty: &Duty) -> Vec<Option<&'a Subject>> {
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

/// What becomes of a duty that is off or leaves open whether it applies: nothing, or one finding.
fn is_off(case: &Case<'_>, found: &mut Findings, duty: &Duty) -> bool {
    if case.plan.off().contains(duty.id.as_str()) {
        return true;
    }
    let open = duty.active.value().is_none();
    if open {
        say(found, duty, &[], Said::of("unset"));
    }
    open
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
