//! The duties judged.

use luoshi_rules::DutySummary;
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct DutyRecord {
    id: String,
    name: String,
    section: &'static str,
    clauses: Vec<String>,
    parameters: Vec<String>,
    responsible: Option<String>,
    severity: &'static str,
}

pub(super) fn record(duty: &DutySummary) -> DutyRecord {
    DutyRecord {
        id: duty.id.clone(),
        name: duty.name.clone(),
        section: duty.section,
        clauses: duty.clauses.clone(),
        parameters: duty.parameters.clone(),
        responsible: duty.responsible.clone(),
        severity: duty.severity.word(),
    }
}
