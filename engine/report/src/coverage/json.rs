//! The outline as tools read it.

use serde::Serialize;
use serde_json::Value;

use super::{
    Carrier, ClauseCoverage, ClauseState, Coverage, DocumentCoverage, SectionCoverage, StateCounts,
};
use crate::reader::Reader;

/// Version of the form.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct CoverageRecord<'a> {
    version: u32,
    plan: &'a str,
    as_of: String,
    simulated: Option<&'a str>,
    counts: Vec<CountRecord>,
    documents: Vec<DocumentRecord<'a>>,
}

#[derive(Serialize)]
struct DocumentRecord<'a> {
    prefix: &'a str,
    title: &'a str,
    package: Option<&'a str>,
    counts: Vec<CountRecord>,
    sections: Vec<SectionRecord<'a>>,
}

#[derive(Serialize)]
struct SectionRecord<'a> {
    heading: &'a str,
    counts: Vec<CountRecord>,
    clauses: Vec<ClauseRecord<'a>>,
}

#[derive(Serialize)]
struct ClauseRecord<'a> {
    id: &'a str,
    summary: &'a str,
    state: &'static str,
    state_text: String,
    reason: Option<&'a str>,
    carriers: Vec<CarrierRecord<'a>>,
}

#[derive(Serialize)]
struct CarrierRecord<'a> {
    id: &'a str,
    name: &'a str,
    section: &'static str,
    state: &'static str,
    statuses: Vec<CountRecord>,
    failing: &'a [String],
    off: Option<&'a str>,
}

#[derive(Serialize)]
struct CountRecord {
    state: &'static str,
    count: usize,
}

/// The outline as JSON. Keys come in a fixed order.
#[must_use]
pub fn coverage_json(coverage: &Coverage, reader: &Reader<'_>) -> Value {
    let assessment = reader.assessment;
    let record = CoverageRecord {
        version: VERSION,
        plan: &assessment.plan.id,
        as_of: assessment.as_of.to_string(),
        simulated: assessment.evidence.simulated.as_deref(),
        counts: counts(&coverage.counts),
        documents: coverage
            .documents
            .iter()
            .map(|d| document(d, reader))
            .collect(),
    };
    serde_json::to_value(record).unwrap_or_default()
}

fn document<'a>(document: &'a DocumentCoverage, reader: &Reader<'_>) -> DocumentRecord<'a> {
    DocumentRecord {
        prefix: &document.prefix,
        title: &document.title,
        package: document.package.as_deref(),
        counts: counts(&document.counts),
        sections: document
            .sections
            .iter()
            .map(|s| section(s, reader))
            .collect(),
    }
}

fn section<'a>(section: &'a SectionCoverage, reader: &Reader<'_>) -> SectionRecord<'a> {
    SectionRecord {
        heading: &section.heading,
        counts: counts(&section.counts),
        clauses: section.clauses.iter().map(|c| clause(c, reader)).collect(),
    }
}

fn clause<'a>(clause: &'a ClauseCoverage, reader: &Reader<'_>) -> ClauseRecord<'a> {
    ClauseRecord {
        id: &clause.id,
        summary: &clause.summary,
        state: clause.state.word(),
        state_text: reader.word(&format!("coverage-state-{}", clause.state.word())),
        reason: clause.reason.as_deref(),
        carriers: clause.carriers.iter().map(carrier).collect(),
    }
}

fn carrier(carrier: &Carrier) -> CarrierRecord<'_> {
    let statuses = carrier.statuses.iter();
    CarrierRecord {
        id: &carrier.what.id,
        name: &carrier.what.name,
        section: carrier.section,
        state: carrier.state.word(),
        statuses: statuses
            .map(|(status, count)| CountRecord {
                state: status.word(),
                count: *count,
            })
            .collect(),
        failing: &carrier.failing,
        off: carrier.off.as_deref(),
    }
}

/// Every state with its number, those that do not occur too.
fn counts(states: &StateCounts) -> Vec<CountRecord> {
    ClauseState::ALL
        .into_iter()
        .map(|state| CountRecord {
            state: state.word(),
            count: states.get(&state).copied().unwrap_or(0),
        })
        .collect()
}
