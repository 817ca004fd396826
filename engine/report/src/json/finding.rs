//! Findings.

use luoshi_calendar::Period;
use luoshi_rules::{Answerable, Finding, fails};
use serde::Serialize;

use super::LabelRecord;
use super::reason::{ReasonRecord, reason};
use crate::reader::Reader;
use crate::text::answerable;

#[derive(Serialize)]
pub(super) struct FindingRecord {
    id: String,
    duty: String,
    facet: Option<&'static str>,
    subject: Option<LabelRecord>,
    actor: Option<LabelRecord>,
    record: Option<String>,
    period: Option<PeriodRecord>,
    day: Option<String>,
    status: &'static str,
    status_text: String,
    severity: &'static str,
    failing: bool,
    figure: i64,
    reason: ReasonRecord,
    advice: String,
    evidence: Vec<String>,
    backfilled: u32,
    decision: Option<&'static str>,
    accountable: Vec<AnswerableRecord>,
}

/// A period: its id, its name, its days.
#[derive(Serialize)]
pub(super) struct PeriodRecord {
    id: String,
    text: String,
    from: String,
    to: String,
}

#[derive(Serialize)]
struct AnswerableRecord {
    role: LabelRecord,
    subject: Option<LabelRecord>,
    holder: Option<String>,
    acting: bool,
    text: String,
}

pub(super) fn record(reader: &Reader<'_>, finding: &Finding) -> FindingRecord {
    FindingRecord {
        id: finding.id.clone(),
        duty: reader.duty(finding).map_or(String::new(), |d| d.id.clone()),
        facet: finding.facet,
        subject: finding.subject.as_ref().map(LabelRecord::from),
        actor: finding.actor.as_ref().map(LabelRecord::from),
        record: finding.record.clone(),
        period: finding.period.map(|p| period(p, reader.period(p))),
        day: finding.day.map(|d| d.to_string()),
        status: finding.status.word(),
        status_text: reader.status(finding.status),
        severity: finding.severity.word(),
        failing: fails(finding.status, finding.severity),
        figure: finding.figure,
        reason: reason(reader, finding),
        advice: reader.advice(finding),
        evidence: finding.evidence.clone(),
        backfilled: finding.backfilled,
        decision: finding.decision.map(luoshi_rules::Decision::word),
        accountable: finding
            .accountable
            .iter()
            .map(|a| answers(reader, a))
            .collect(),
    }
}

pub(super) fn period(period: Period, text: String) -> PeriodRecord {
    PeriodRecord {
        id: luoshi_rules::period_id(&period),
        text,
        from: period.span.from.to_string(),
        to: period.span.to.to_string(),
    }
}

fn answers(reader: &Reader<'_>, who: &Answerable) -> AnswerableRecord {
    AnswerableRecord {
        role: LabelRecord::from(&who.role),
        subject: who.subject.as_ref().map(LabelRecord::from),
        holder: who.holder.clone(),
        acting: who.acting,
        text: answerable(reader, who),
    }
}
