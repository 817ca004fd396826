//! What an event calls for: responses, answers, rewards, figures, what a veto measures.

use luoshi_calendar::{Partial, Span, number};
use luoshi_evidence::Kind;
use luoshi_plan::model::{self, Duty};
use luoshi_plan::{Limit, Plan};

use super::{Compile, kind};
use crate::check::each_needs::Filter;
use crate::check::veto::LapseWindow;
use crate::check::{Check, EachNeedsTerms, IndicatorTerms, ResponseTerms, RewardTerms};

impl<'p> Compile<'p, '_> {
    pub(super) fn incident(&mut self, incident: &'p model::IncidentKind) {
        for response in &incident.respond {
            let mut clauses = response.clauses.clone();
            clauses.extend(incident.clauses.iter().cloned());
            let responsible = response.responsible.as_ref().map(|r| r.name.to_string());
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
            let terms = ResponseTerms {
                record_duty: id.to_string(),
                incident: incident.id.name.to_string(),
                span: self.plan.span,
                within: *within,
                informs: response.informs,
            };
            let whole = self.rows_of(&[]);
            let response = Self::placed(duty, whole, terms);
            self.checks.push(Check::Response(response));
        }
    }

    pub(super) fn each_needs(&mut self, needs: &'p model::EachNeeds) {
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
        let terms = EachNeedsTerms {
            span: self.span(&needs.duty),
            each: filter(&needs.each),
            needs: filter(&needs.needs),
            timing: needs.timing,
            within,
            grace: needs.grace,
        };
        let needs = Self::placed(duty, self.rows(&needs.duty), terms);
        self.checks.push(Check::EachNeeds(needs));
    }

    pub(super) fn reward(&mut self, reward: &'p model::Reward) {
        let Some(duty) = self.duty(&reward.duty, "rewards") else {
            return;
        };
        let terms = RewardTerms {
            record_duty: reward.duty.id.name.to_string(),
            span: self.span(&reward.duty),
            amount: reward.amount.as_ref().map(|a| (a.min, a.max)),
            grounds_all: reward.grounds_all.clone(),
            grounds_any: reward.grounds_any.clone(),
            case_cap: reward.case_cap,
        };
        let reward = Self::placed(duty, self.rows(&reward.duty), terms);
        self.checks.push(Check::Reward(reward));
    }

    pub(super) fn indicator(&mut self, indicator: &'p model::Indicator) {
        let responsible = indicator.responsible.as_ref().map(|r| r.name.to_string());
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
        let table = self.periods(indicator.every, Partial::Due, 0, span);
        let terms = IndicatorTerms {
            record_duty: indicator.id.name.to_string(),
            table,
            span,
            source: indicator.from,
            incidents: indicator.of.iter().map(|i| i.name.to_string()).collect(),
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
        };
        let rows = self.rows_of(&indicator.for_each);
        let indicator = Self::placed(duty, rows, terms);
        self.checks.push(Check::Indicator(indicator));
    }

    pub(super) fn veto(&mut self, veto: &'p model::Veto) {
        let duty = self.duties.len();
        self.judged_later(&veto.duty, "vetoes");
        self.lapse(duty, veto);
    }

    fn lapse(&mut self, veto: usize, spec: &'p model::Veto) {
        let Some(lapse) = &spec.when.lapse else {
            return;
        };
        let Some(kind) = evidence_of(self.plan, &lapse.duty.name) else {
            return;
        };
        let span = self.span(&spec.duty);
        let days = i32::try_from(lapse.days).unwrap_or(i32::MAX);
        let base = number(span.from).saturating_sub(days);
        let rows = self.rows(&spec.duty);
        self.checks.push(Check::Lapse(LapseWindow {
            veto,
            kind,
            record_duty: lapse.duty.name.to_string(),
            rows,
            base,
            days: usize::try_from(number(span.to) - base).unwrap_or(0),
        }));
    }
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
