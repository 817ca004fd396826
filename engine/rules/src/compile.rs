//! A plan and a day to a program: all that does not depend on evidence is worked out here.

use jiff::civil::Date;
use luoshi_calendar::{Cadence as Rhythm, Span, Times, number, periods};
use luoshi_diagnostics::Staged;
use luoshi_evidence::Kind;
use luoshi_plan::model::{self, BelowQuorum, CadenceKeys, ClauseRef, DueKeys, Duty, Severity};
use luoshi_plan::{Limit, Plan, Settable};

use crate::check::deadline::{Due, after};
use crate::check::each_needs::Filter;
use crate::check::veto::LapseWindow;
use crate::check::{
    Cadence, Check, Coverage, Deadline, EachNeeds, Indicator, Response, Reward, Roster, chain,
};
use crate::program::{DutyInfo, PeriodTable, Program, Row};
use crate::requirement::Requirement;
use crate::script::Scripts;

/// Makes a plan ready to be judged as of a day.
#[must_use]
pub fn compile(plan: &Plan, as_of: Date) -> Staged<Program<'_>> {
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

    fn chain(&mut self, at: usize, chain: &model::Chain) {
        let top = chain.links.first().map(|l| l.from.name.clone());
        let duty = self.info(
            &chain.id.name,
            &chain.name,
            "chains",
            &chain.clauses,
            top,
            chain.severity,
        );
        if self.set(duty, &chain.active) == Some(&true) {
            self.checks.push(Check::Chain(duty, at));
        }
    }

    fn meeting(&mut self, meeting: &model::Meeting) {
        let Some(duty) = self.duty(&meeting.duty, "meetings") else {
            return;
        };
        if self.duties[duty].responsible.is_none() {
            self.duties[duty].responsible = meeting.convenor.as_ref().map(|r| r.name.clone());
        }
        let expected = meeting
            .expected
            .unwrap_or(u32::try_from(meeting.attendees.len()).unwrap_or(u32::MAX));
        let quorum = match &meeting.quorum {
            // A share of nobody can be neither reached nor missed.
            Settable::Set(ratio) if ratio.part > 0 && expected == 0 => {
                self.checks.push(Check::Open(duty, None));
                return;
            }
            Settable::Set(ratio) => {
                let part = u64::from(expected) * u64::from(ratio.part);
                Some(u32::try_from(part.div_ceil(u64::from(ratio.whole))).unwrap_or(u32::MAX))
            }
            Settable::Unset(None) => None,
            Settable::Unset(parameter) => {
                self.checks.push(Check::Open(duty, parameter.clone()));
                return;
            }
        };
        let Some(keys) = self.set(duty, &meeting.cadence) else {
            return;
        };
        let requirement = Requirement {
            marks: meeting.produces.clone(),
            quorum: quorum.filter(|q| *q > 0),
            ..Requirement::default()
        };
        let all = &self.plan.content.meetings;
        let own = &meeting.duty.id.name;
        let serving = all.iter().filter(|m| {
            let mut served = m.serves_also.iter().filter(|also| also.0.active);
            m.duty.id.name != *own && served.any(|also| also.0.duty.name == *own)
        });
        let mut record_duties = vec![own.clone()];
        record_duties.extend(serving.map(|m| m.duty.id.name.clone()));
        let noted = meeting.defective == BelowQuorum::Noted;
        let kind = Kind::Meeting;
        let rows = self.rows(&meeting.duty);
        let span = self.span(&meeting.duty);
        self.cadence(
            duty,
            kind,
            record_duties,
            (rows, Vec::new()),
            keys,
            span,
            (requirement, noted),
        );
    }

    #[allow(
        clippy::too_many_arguments,
        reason = "one call for each section with a cadence"
    )]
    fn cadence(
        &mut self,
        duty: usize,
        kind: Kind,
        record_duties: Vec<String>,
        (rows, units): (Vec<Row>, Vec<String>),
        keys: &CadenceKeys,
        span: Span,
        (requirement, noted): (Requirement, bool),
    ) {
        let table = self.table(keys, span);
        let cadence = cadence_of(keys, table);
        self.checks.push(Check::Cadence(Cadence {
            duty,
            kind,
            record_duties,
            rows,
            units,
            requirement,
            noted,
            ..cadence
        }));
    }

    fn activity(&mut self, activity: &model::Activity) {
        let Some(duty) = self.duty(&activity.duty, "activities") else {
            return;
        };
        let Some(keys) = self.set(duty, &activity.cadence) else {
            return;
        };
        let names = |refs: &[model::ActorRef]| -> Vec<String> {
            refs.iter().map(|r| r.name.clone()).collect()
        };
        let mut requirement = Requirement::of(activity.requires.as_ref());
        requirement.jointly = !activity.jointly_by.is_empty();
        requirement.actors = names(if requirement.jointly {
            &activity.jointly_by
        } else {
            &activity.by_any_of
        });
        let units = names(&activity.by_all_of);
        let rows = per_unit(self.rows(&activity.duty), units.len());
        let noted = activity.defective == BelowQuorum::Noted;
        let id = activity.duty.id.name.clone();
        let span = self.span(&activity.duty);
        let kind = kind(activity.evidence);
        self.cadence(
            duty,
            kind,
            vec![id],
            (rows, units),
            keys,
            span,
            (requirement, noted),
        );
    }

    fn task(&mut self, task: &model::Task) {
        let Some(duty) = self.duty(&task.duty, "tasks") else {
            return;
        };
        let Some(keys) = self.set(duty, &task.due) else {
            return;
        };
        self.checks.push(Check::Deadline(Deadline {
            duty,
            kind: kind(task.evidence),
            record_duty: task.duty.id.name.clone(),
            rows: self.rows(&task.duty),
            due: self.due(keys),
            after: task.after.iter().map(|a| a.name.clone()).collect(),
            grace: task.grace,
            requirement: Requirement::of(task.requires.as_ref()),
        }));
    }

    fn due(&self, keys: &DueKeys) -> Due {
        let limit = keys.within.unwrap_or(Limit::Days(0));
        match (keys.date, keys.after.as_deref()) {
            (Some(date), _) => Due::On(date),
            (None, Some("plan_issued")) => {
                Due::On(after(self.plan.header.issued, limit, self.plan))
            }
            (None, None | Some("plan_start")) => Due::Start(limit),
            (None, Some(task)) => Due::After(task.to_owned(), limit),
        }
    }

    fn document(&mut self, document: &model::Document) {
        let Some(duty) = self.duty(&document.duty, "documents") else {
            return;
        };
        let requirement = Requirement::of(document.requires.as_ref());
        let id = document.duty.id.name.clone();
        let kind = kind(document.evidence);
        let rows = self.rows(&document.duty);
        // Neither, or an open one, leaves it unset.
        if matches!(document.due, Settable::Unset(None)) {
            let Some(keys) = self.set(duty, &document.cadence) else {
                return;
            };
            let span = self.span(&document.duty);
            self.cadence(
                duty,
                kind,
                vec![id],
                (rows, Vec::new()),
                keys,
                span,
                (requirement, false),
            );
            return;
        }
        let Some(keys) = self.set(duty, &document.due) else {
            return;
        };
        let due = self.due(keys);
        self.checks.push(Check::Deadline(Deadline {
            duty,
            kind,
            record_duty: id,
            rows,
            due,
            after: Vec::new(),
            grace: None,
            requirement,
        }));
    }

    fn coverage(&mut self, coverage: &model::Coverage) {
        let Some(duty) = self.duty(&coverage.duty, "coverage") else {
            return;
        };
        let due = match &coverage.due {
            Settable::Unset(None) => None,
            other => {
                let Some(keys) = self.set(duty, other) else {
                    return;
                };
                Some(self.due(keys))
            }
        };
        let lapses = coverage.lapses.as_ref();
        self.checks.push(Check::Coverage(Coverage {
            duty,
            kind: kind(coverage.evidence),
            record_duty: coverage.duty.id.name.clone(),
            rows: self.rows(&coverage.duty),
            target: coverage.target,
            due,
            headcount: coverage.headcount.as_ref().and_then(|h| {
                h.exactly
                    .map(|n| (n, true))
                    .or(h.at_least.map(|n| (n, false)))
            }),
            requirement: Requirement::of(coverage.requires.as_ref()),
            ending: lapses.map(|l| l.status.clone()).unwrap_or_default(),
            within: lapses.and_then(|l| l.within),
        }));
    }

    fn roster(&mut self, roster: &model::Roster) {
        let Some(duty) = self.duty(&roster.duty, "rosters") else {
            return;
        };
        let span = self.span(&roster.duty);
        // A roster without a cadence is judged by attendance alone; an open one is unset as well.
        let days = match &roster.cadence {
            Settable::Set(keys) => Some(Cadence {
                duty,
                kind: Kind::Shift,
                rows: vec![Row {
                    subject: None,
                    unit: None,
                    span: None,
                }],
                noted: roster.defective == BelowQuorum::Noted,
                days: true,
                ..cadence_of(keys, self.table(keys, span))
            }),
            Settable::Unset(None) => None,
            Settable::Unset(parameter) => {
                self.checks.push(Check::Open(duty, parameter.clone()));
                None
            }
        };
        let persons = &self.plan.content.persons;
        let in_units = |p: &model::Person, units: &[model::UnitRef]| {
            p.unit
                .as_ref()
                .is_some_and(|u| units.iter().any(|w| w.name == u.name))
        };
        let absence = roster.absence.as_ref();
        let liable = |p: &model::Person| {
            absence.is_some_and(|a| {
                a.applies_to.is_empty()
                    || p.category
                        .as_ref()
                        .is_some_and(|c| a.applies_to.contains(c))
            })
        };
        self.checks.push(Check::Roster(Roster {
            duty,
            record_duty: roster.duty.id.name.clone(),
            span,
            pool: persons
                .iter()
                .map(|p| roster.pool.is_empty() || in_units(p, &roster.pool))
                .collect(),
            liable: persons.iter().map(liable).collect(),
            leads: persons
                .iter()
                .map(|p| in_units(p, &roster.led_by))
                .collect(),
            days,
            crew: roster.crew,
            led_share: roster.led_share,
            produces: roster.produces.clone(),
            deduct: absence.and_then(|a| a.deduct),
            cap: absence.and_then(|a| a.cap.map(|c| (c, a.cap_every))),
            run: absence.and_then(|a| a.fail_after_consecutive),
            excused_breaks: absence.is_some_and(|a| a.excused_breaks),
            grade: absence.and_then(|a| a.grade.clone()),
        }));
    }

    fn incident(&mut self, incident: &model::IncidentKind) {
        for response in &incident.respond {
            let mut clauses = response.clauses.clone();
            clauses.extend(incident.clauses.iter().cloned());
            let responsible = response.responsible.as_ref().map(|r| r.name.clone());
            let id = &response.id.name;
            let duty = self.info(
                id,
                &response.name,
                "incidents",
                &clauses,
                responsible,
                response.severity,
            );
            match self.set(duty, &response.active) {
                Some(true) => {}
                Some(false) | None => continue,
            }
            let Some(within) = self.set(duty, &response.within) else {
                continue;
            };
            self.checks.push(Check::Response(Response {
                duty,
                record_duty: id.clone(),
                incident: incident.id.name.clone(),
                span: self.plan.span,
                within: *within,
                informs: response.informs,
            }));
        }
    }

    fn each_needs(&mut self, needs: &model::EachNeeds) {
        let Some(duty) = self.duty(&needs.duty, "each_needs") else {
            return;
        };
        let within = match (needs.timing, &needs.within) {
            (model::Timing::Within, within) => {
                let Some(within) = self.set(duty, within) else {
                    return;
                };
                *within
            }
            _ => Limit::Days(0),
        };
        self.checks.push(Check::EachNeeds(EachNeeds {
            duty,
            span: self.span(&needs.duty),
            each: filter(&needs.each),
            needs: filter(&needs.needs),
            timing: needs.timing,
            within,
            grace: needs.grace,
        }));
    }

    fn reward(&mut self, reward: &model::Reward) {
        let Some(duty) = self.duty(&reward.duty, "rewards") else {
            return;
        };
        self.checks.push(Check::Reward(Reward {
            duty,
            record_duty: reward.duty.id.name.clone(),
            span: self.span(&reward.duty),
            amount: reward.amount.as_ref().map(|a| (a.min, a.max)),
            grounds_all: reward.grounds_all.clone(),
            grounds_any: reward.grounds_any.clone(),
            case_cap: reward.case_cap,
        }));
    }

    fn indicator(&mut self, indicator: &model::Indicator) {
        let responsible = indicator.responsible.as_ref().map(|r| r.name.clone());
        let (id, name) = (&indicator.id.name, &indicator.name);
        let duty = self.info(
            id,
            name,
            "indicators",
            &indicator.clauses,
            responsible,
            indicator.severity,
        );
        let span = self.plan.span;
        let baseline = indicator.baseline.as_ref();
        self.checks.push(Check::Indicator(Indicator {
            duty,
            record_duty: indicator.id.name.clone(),
            rows: self.rows_of(&indicator.for_each),
            table: PeriodTable::new(
                periods(indicator.every, span),
                luoshi_calendar::Partial::Due,
                0,
                &self.plan.workdays,
            ),
            span,
            source: indicator.from,
            incidents: indicator.of.iter().map(|i| i.name.clone()).collect(),
            unit: indicator.unit.clone(),
            direction: indicator.direction,
            baseline: baseline.and_then(|b| b.value),
            baseline_span: baseline
                .and_then(|b| b.period.as_ref())
                .and_then(|t| Span::new(t.from, t.to)),
            target: indicator
                .target
                .get()
                .map(|t| (*t, indicator.by.unwrap_or(span.to))),
        }));
    }

    fn lapse(&mut self, veto: usize, spec: &model::Veto) {
        let Some(lapse) = &spec.when.lapse else {
            return;
        };
        let Some(kind) = evidence_of(self.plan, &lapse.duty.name) else {
            return;
        };
        let span = self.span(&spec.duty);
        let days = i32::try_from(lapse.days).unwrap_or(i32::MAX);
        let base = number(span.from).saturating_sub(days);
        self.checks.push(Check::Lapse(LapseWindow {
            veto,
            kind,
            record_duty: lapse.duty.name.clone(),
            rows: self.rows(&spec.duty),
            base,
            days: usize::try_from(number(span.to) - base + 1).unwrap_or(0),
        }));
    }
}

/// A cadence with nothing but its rhythm and its periods.
fn cadence_of(keys: &CadenceKeys, table: PeriodTable) -> Cadence {
    let times = match (keys.exactly, keys.at_least) {
        (Some(n), _) => Times::Exactly(n),
        (None, n) => Times::AtLeast(n.unwrap_or(1)),
    };
    let exactly = matches!(times, Times::Exactly(_));
    let need = Rhythm::new(keys.every, times).map_or(times.needed(), |r| r.times.needed());
    Cadence {
        duty: 0,
        kind: Kind::Meeting,
        record_duties: Vec::new(),
        rows: Vec::new(),
        units: Vec::new(),
        table,
        need,
        exactly,
        hand_in: keys.hand_in > 0,
        closes_on_last_day: keys.closes == model::PeriodCloses::LastDay,
        requirement: Requirement::default(),
        noted: false,
        days: false,
    }
}

fn per_unit(rows: Vec<Row>, units: usize) -> Vec<Row> {
    if units == 0 {
        return rows;
    }
    let each = |row: Row| {
        (0..units).map(move |u| Row {
            unit: u32::try_from(u).ok(),
            ..row
        })
    };
    rows.into_iter().flat_map(each).collect()
}

fn kind(evidence: model::Evidence) -> Kind {
    Kind::from_name(evidence.word()).unwrap_or(Kind::Document)
}

fn filter(written: &model::RecordFilter) -> Filter {
    Filter {
        kind: kind(written.evidence),
        duties: written.of.clone(),
        status: written.status.clone(),
        marks: written.marks.clone(),
    }
}

/// The kind of record that proves a duty.
fn evidence_of(plan: &Plan, duty: &str) -> Option<Kind> {
    let content = &plan.content;
    let is = |d: &Duty| d.id.name == duty;
    if content.meetings.iter().any(|m| is(&m.duty)) {
        return Some(Kind::Meeting);
    }
    if content.rosters.iter().any(|r| is(&r.duty)) {
        return Some(Kind::Shift);
    }
    if content.indicators.iter().any(|i| i.id.name == duty) {
        return Some(Kind::Metric);
    }
    let activity = content
        .activities
        .iter()
        .find(|a| is(&a.duty))
        .map(|a| a.evidence);
    let task = || {
        content
            .tasks
            .iter()
            .find(|t| is(&t.duty))
            .map(|t| t.evidence)
    };
    let document = || {
        content
            .documents
            .iter()
            .find(|d| is(&d.duty))
            .map(|d| d.evidence)
    };
    let coverage = || {
        content
            .coverage
            .iter()
            .find(|c| is(&c.duty))
            .map(|c| c.evidence)
    };
    activity
        .or_else(task)
        .or_else(document)
        .or_else(coverage)
        .map(kind)
}
