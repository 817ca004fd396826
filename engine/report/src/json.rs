//! The assessment as tools read it: version 1, described by `schema/assessment.schema.json`.

use luoshi_rules::{Assessment, Status};
use serde::Serialize;
use serde_json::Value;

use crate::reader::Reader;

pub(crate) mod deviations;
mod duty;
mod evidence;
mod finding;
mod indicator;
pub(crate) mod parameter;
mod plan;
mod plugin;
mod proposal;
mod reason;
mod score;

use deviations::DeviationsRecord;
use duty::DutyRecord;
use evidence::{EvidenceRecord, WaiverRecord};
use finding::FindingRecord;
use indicator::IndicatorRecord;
use parameter::{InactiveRecord, ParameterRecord};
use plan::PlanRecord;
use plugin::PluginRecord;
use proposal::ProposalRecord;
use score::ScoreSheetRecord;

/// Version of the form.
const VERSION: u32 = 1;

/// The JSON Schema of what [`to_json`] gives back.
pub const SCHEMA: &str = include_str!("../schema/assessment.schema.json");

/// A whole run: the notes, and the assessment if there is one.
#[derive(Serialize)]
struct RunRecord {
    version: u32,
    notes: Value,
    assessment: Option<AssessmentRecord>,
}

/// All findings of a run, with what is needed to repeat and to read it.
#[derive(Serialize)]
struct AssessmentRecord {
    plan: PlanRecord,
    as_of: String,
    years_without_holidays: Vec<i16>,
    lang: &'static str,
    evidence: EvidenceRecord,
    counts: Vec<CountRecord>,
    parameters: Vec<ParameterRecord>,
    inactive: Vec<InactiveRecord>,
    deviations: DeviationsRecord,
    duties: Vec<DutyRecord>,
    findings: Vec<FindingRecord>,
    proposals: Vec<ProposalRecord>,
    indicators: Vec<IndicatorRecord>,
    scores: Vec<ScoreSheetRecord>,
    waivers: Vec<WaiverRecord>,
    plugins: Vec<PluginRecord>,
}

#[derive(Serialize)]
struct CountRecord {
    status: &'static str,
    count: usize,
}

/// An id with its name.
#[derive(Serialize)]
struct LabelRecord {
    id: String,
    name: String,
}

impl From<&luoshi_rules::Label> for LabelRecord {
    fn from(label: &luoshi_rules::Label) -> Self {
        LabelRecord {
            id: label.id.clone(),
            name: label.name.clone(),
        }
    }
}

/// A run as JSON: its notes as [`luoshi_diagnostics::render_json`] gives them, and the
/// assessment if the run came that far. Keys come in a fixed order.
#[must_use]
pub fn to_json(notes: Value, reader: Option<&Reader<'_>>) -> Value {
    let run = RunRecord {
        version: VERSION,
        notes,
        assessment: reader.map(assessment),
    };
    serde_json::to_value(run).unwrap_or_default()
}

fn assessment(reader: &Reader<'_>) -> AssessmentRecord {
    let a = reader.assessment;
    let titles = reader.titles();
    AssessmentRecord {
        plan: plan::record(&a.plan),
        as_of: a.as_of.to_string(),
        years_without_holidays: a.years_without_holidays.clone(),
        lang: reader.words.lang().tag(),
        evidence: evidence::record(&a.evidence),
        counts: counts(a),
        parameters: a
            .parameters
            .iter()
            .map(|p| parameter::record(reader.words, &titles, p))
            .collect(),
        inactive: a.inactive.iter().map(parameter::inactive).collect(),
        deviations: deviations::record(&a.parameters, &a.inactive, &a.deviations),
        duties: a.duties.iter().map(duty::record).collect(),
        findings: a
            .findings
            .iter()
            .map(|f| finding::record(reader, f))
            .collect(),
        proposals: a
            .proposals
            .iter()
            .map(|p| proposal::record(reader, p))
            .collect(),
        indicators: a.indicators.iter().map(indicator::record).collect(),
        scores: a.scores.iter().map(score::record).collect(),
        waivers: a.waivers.iter().map(evidence::waiver).collect(),
        plugins: a
            .plugins
            .iter()
            .map(|p| plugin::record(reader, p))
            .collect(),
    }
}

/// Every status with its number, those that do not occur too.
fn counts(assessment: &Assessment) -> Vec<CountRecord> {
    let count = |s: Status| assessment.findings.iter().filter(|f| f.status == s).count();
    Status::ALL
        .into_iter()
        .map(|s| CountRecord {
            status: s.word(),
            count: count(s),
        })
        .collect()
}
