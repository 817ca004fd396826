//! Records as the ledger has them, with the names of what they name.

use luoshi_calendar::{Span, date};
use luoshi_evidence::{Columns, Hundredths, Kind};
use serde_json::{Value, json};

use crate::files::Files;

/// What stands in a column where a record has no number.
const NO_NUMBER: i64 = i64::MIN;

/// The records of all kinds whose day lies in a span, kind by kind, then by day.
pub(super) fn entries(files: &Files<'_>, span: Span) -> Value {
    let mut out = Vec::new();
    for kind in Kind::ALL {
        let columns = files.evidence.of(kind);
        let inside = |row: &usize| date(columns.day[*row]).is_some_and(|day| span.contains(day));
        let rows = (0..columns.len()).filter(inside);
        out.extend(rows.map(|row| entry(files, kind, columns, row)));
    }
    Value::Array(out)
}

/// One record.
pub(super) fn entry(files: &Files<'_>, kind: Kind, columns: &Columns, row: usize) -> Value {
    let names = &files.evidence.names;
    let duty = names.text(columns.duty[row]);
    let subject = names.text(columns.subject[row]);
    let actors: Vec<String> = items(names.text(columns.actor[row]))
        .map(|id| files.actor(id))
        .collect();
    let mark_ids: Vec<&str> = items(names.text(columns.marks[row])).collect();
    let marks: Vec<String> = items(names.text(columns.marks[row]))
        .map(|mark| files.glossary().called(mark))
        .collect();
    let status = names.text(columns.status[row]);
    json!({
        "id": files.evidence.ids.text(columns.id[row]),
        "kind": kind.name(),
        "kind_name": kind.zh(),
        "date": date(columns.day[row]).map(|day| day.to_string()),
        "time": time(columns.minute[row]),
        "duty": duty,
        "duty_name": files.duty(duty),
        "subject": subject,
        "subject_name": files.subject(subject),
        "actors": actors,
        "marks": marks,
        "mark_ids": mark_ids,
        "status": status,
        "status_name": status_name(files, kind, duty, status),
        "quantity": number(columns.quantity[row]),
        "amount": number(columns.amount[row]),
        "refers": files.evidence.ids.text(columns.refers[row]),
        "note": files.evidence.notes.of(columns.seq[row]),
    })
}

/// What a status is called: the kind of an incident, the step that a decision is about, a word of the plan.
fn status_name(files: &Files<'_>, kind: Kind, duty: &str, status: &str) -> String {
    let content = &files.plan.content;
    let incident = || content.incidents.iter().find(|of| of.id.name == status);
    let step = || {
        let ladder = content
            .ladders
            .iter()
            .find(|ladder| ladder.duty.id.name == duty)?;
        ladder.steps.iter().find(|step| step.id == status)
    };
    let named = match kind {
        Kind::Incident => incident().map(|incident| incident.name.clone()),
        Kind::Decision => step().map(|step| step.name.clone()),
        _ => None,
    };
    named.unwrap_or_else(|| files.glossary().called(status))
}

/// The parts of a list that is kept as one text.
pub(super) fn items(joined: &str) -> impl Iterator<Item = &str> {
    joined.split('、').filter(|item| !item.is_empty())
}

/// A number with at most two places as a text, so that no template rounds it.
fn number(value: i64) -> Option<String> {
    (value != NO_NUMBER).then(|| Hundredths(value).to_string())
}

fn time(minute: u16) -> Option<String> {
    (minute < 24 * 60).then(|| format!("{:02}:{:02}", minute / 60, minute % 60))
}
