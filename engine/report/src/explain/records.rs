//! What the ledger shows: the records that a finding rests on, one a line.

use luoshi_evidence::Record;
use luoshi_rules::{Finding, Reason, Run};

use super::Find;
use crate::reader::Reader;
use crate::table::paragraph;

/// Records listed; the rest are counted.
const LISTED_AT_MOST: usize = 20;

pub(super) fn shows(reader: &Reader<'_>, finding: &Finding, find: Find<'_>) -> String {
    let mut out = String::new();
    if let Reason::Run(run) = &finding.reason {
        paragraph(&mut out, "   ", 3, &in_a_row(reader, run));
    }
    if finding.evidence.is_empty() {
        paragraph(&mut out, "   ", 3, &reader.word("explain-no-records"));
        return out;
    }
    let count = i64::try_from(finding.evidence.len()).unwrap_or(i64::MAX);
    paragraph(
        &mut out,
        "   ",
        3,
        &reader.say("explain-rests-on", [("count", count.into())]),
    );
    for id in finding.evidence.iter().take(LISTED_AT_MOST) {
        let line = match find(id) {
            Some(record) => one(reader, &record),
            None => reader.say("explain-record-gone", [("id", id.as_str().into())]),
        };
        paragraph(&mut out, "   - ", 5, &line);
    }
    if let Some(more) = finding
        .evidence
        .len()
        .checked_sub(LISTED_AT_MOST)
        .filter(|n| *n > 0)
    {
        let more = i64::try_from(more).unwrap_or(i64::MAX);
        paragraph(
            &mut out,
            "     ",
            5,
            &reader.say("report-more", [("count", more.into())]),
        );
    }
    out
}

/// A run of absences: its days, and what did not break it.
pub(crate) fn in_a_row(reader: &Reader<'_>, run: &Run) -> String {
    let length = i64::try_from(run.absent.len()).unwrap_or(i64::MAX);
    let args = [
        ("length", length.into()),
        ("days", reader.days(&run.absent).into()),
    ];
    let mut text = reader.say("explain-run", args);
    if !run.excused.is_empty() {
        text.push_str(&reader.say(
            "explain-run-excused",
            [("days", reader.days(&run.excused).into())],
        ));
    }
    if !run.waived.is_empty() {
        text.push_str(&reader.say(
            "explain-run-waived",
            [("days", reader.days(&run.waived).into())],
        ));
    }
    if !run.unmarked.is_empty() {
        text.push_str(&reader.say(
            "explain-run-unmarked",
            [("days", reader.days(&run.unmarked).into())],
        ));
    }
    text
}

/// A record in one line: day, kind, who, what, and its id.
pub(super) fn one(reader: &Reader<'_>, record: &Record) -> String {
    let mut parts = vec![format!(
        "{} {}",
        record.date,
        reader.kind(record.kind.name())
    )];
    if let Some(subject) = &record.subject {
        parts.push(reader.subject_name(subject).to_owned());
    }
    if !record.actor.is_empty() {
        let names: Vec<String> = record
            .actor
            .iter()
            .map(|a| reader.actor_name(a).to_owned())
            .collect();
        parts.push(reader.list(&names));
    }
    if let Some(status) = &record.status {
        parts.push(status_word(reader, status));
    }
    if let Some(quantity) = record.quantity {
        parts.push(reader.say(
            "record-quantity",
            [("quantity", quantity.to_string().into())],
        ));
    }
    if let Some(amount) = record.amount {
        parts.push(reader.say("record-amount", [("amount", amount.to_string().into())]));
    }
    if !record.marks.is_empty() {
        parts.push(reader.say(
            "record-marks",
            [("marks", reader.called(&record.marks).into())],
        ));
    }
    if let Some(at) = record.recorded_at {
        parts.push(reader.say("record-entered", [("day", at.date().to_string().into())]));
    }
    format!("{} ({})", reader.join(&parts), record.id)
}

/// The word of a status that is the same in every plan; others are shown as written.
fn status_word(reader: &Reader<'_>, status: &str) -> String {
    let known = ["attended", "absent", "excused", "cancelled", "refused"];
    if known.contains(&status) {
        return reader.word(&format!("shift-{status}"));
    }
    status.to_owned()
}
