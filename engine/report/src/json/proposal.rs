//! Proposals.

use luoshi_rules::{Measure, Proposal};
use serde::Serialize;
use serde_json::{Value, json};

use super::LabelRecord;
use crate::reader::Reader;
use crate::text::measure as in_words;

#[derive(Serialize)]
pub(super) struct ProposalRecord {
    finding: String,
    by: LabelRecord,
    falls_on: Option<LabelRecord>,
    measure: MeasureRecord,
    decided_by: Option<String>,
    decision: &'static str,
}

#[derive(Serialize)]
struct MeasureRecord {
    kind: &'static str,
    value: Value,
    text: String,
}

pub(super) fn record(reader: &Reader<'_>, proposal: &Proposal) -> ProposalRecord {
    ProposalRecord {
        finding: proposal.finding.clone(),
        by: LabelRecord::from(&proposal.by),
        falls_on: proposal.falls_on.as_ref().map(LabelRecord::from),
        measure: measure(reader, &proposal.measure),
        decided_by: proposal.decided_by.clone(),
        decision: proposal.decision.word(),
    }
}

/// Amounts and scores are texts: a tool that reads them as floats would round them.
fn measure(reader: &Reader<'_>, measure: &Measure) -> MeasureRecord {
    let (kind, value) = match measure {
        Measure::Deduct(money) => ("deduct", json!(money.to_string())),
        Measure::Grade(grade) => ("grade", json!(grade)),
        Measure::Ineligible(what) => ("ineligible", json!(what)),
        Measure::Head(what) => ("head", json!(what)),
        Measure::Score(score) => ("score", json!(score.to_string())),
        Measure::Step(step) => ("step", json!(step)),
    };
    MeasureRecord {
        kind,
        value,
        text: in_words(reader, measure),
    }
}
