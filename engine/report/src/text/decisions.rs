//! What only a person can decide: vetoes, ladders, proposals.

use luoshi_rules::{Finding, Measure, Proposal, Status};

use super::{columns, decided_by_people, failures, of_status};
use crate::reader::{Reader, shown};
use crate::table::{Side, Table, paragraph};

/// Vetoes and ladders whose conditions are there, or could not be looked at.
pub(super) fn body(reader: &Reader<'_>) -> String {
    let mut out = String::new();
    let wanted = [Status::Violated, Status::Missed, Status::Late];
    for duty in &reader.assessment.duties {
        let findings: Vec<&Finding> = reader
            .assessment
            .findings
            .get(duty.findings.clone())
            .unwrap_or_default()
            .iter()
            .filter(|f| decided_by_people(reader, f))
            .filter(|f| of_status(f, &wanted) || f.decision.is_some())
            .collect();
        if !findings.is_empty() {
            failures::write(reader, &mut out, duty, &findings);
        }
    }
    out
}

/// Everything that is proposed, and who decides on it.
pub(super) fn proposals(reader: &Reader<'_>) -> String {
    let mut out = String::new();
    if reader.assessment.proposals.is_empty() {
        return out;
    }
    paragraph(&mut out, "  ", 2, &reader.word("proposals-only"));
    out.push('\n');
    let mut table = Table::new(columns(
        reader,
        [
            ("column-falls-on", Side::Left),
            ("column-measure", Side::Left),
            ("column-by", Side::Left),
            ("column-decides", Side::Left),
            ("column-decision", Side::Left),
        ],
    ));
    for proposal in &reader.assessment.proposals {
        table.row(row(reader, proposal));
    }
    table.write(&mut out, 2);
    out
}

fn row(reader: &Reader<'_>, proposal: &Proposal) -> Vec<String> {
    vec![
        proposal
            .falls_on
            .as_ref()
            .map_or_else(|| reader.word("report-whole"), shown),
        measure(reader, &proposal.measure),
        shown(&proposal.by),
        proposal
            .decided_by
            .clone()
            .unwrap_or_else(|| reader.word("proposals-nobody")),
        reader.word(&format!("decision-{}", proposal.decision.word())),
    ]
}

/// What is proposed, in words.
pub(crate) fn measure(reader: &Reader<'_>, measure: &Measure) -> String {
    match measure {
        Measure::Deduct(money) => {
            reader.say("measure-deduct", [("amount", money.to_string().into())])
        }
        Measure::Grade(grade) => reader.say("measure-grade", [("grade", grade.as_str().into())]),
        Measure::Ineligible(what) => {
            reader.say("measure-ineligible", [("what", reader.called(what).into())])
        }
        Measure::Head(what) => reader.say("measure-head", [("what", what.as_str().into())]),
        Measure::Score(score) => reader.say("measure-score", [("score", score.to_string().into())]),
        Measure::Step(step) => reader.say("measure-step", [("step", step.as_str().into())]),
    }
}
