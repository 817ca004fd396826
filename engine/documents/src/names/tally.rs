//! Findings counted: by status, by duty, by subject.

use std::collections::BTreeMap;

use luoshi_calendar::Span;
use luoshi_report::{carried_out, share_of};
use luoshi_rules::{Finding, Status, fails};
use serde_json::{Value, json};

use super::{Object, clauses_once, text_of};
use crate::files::Files;
use crate::wording;

/// How many findings there are of each status, in all, and how many fail.
pub(super) fn counts<'f>(findings: impl Iterator<Item = &'f Finding>) -> Object {
    let mut by_status = [0u32; Status::ALL.len()];
    let (mut all, mut failing) = (0u32, 0u32);
    for finding in findings {
        let at = Status::ALL.iter().position(|s| *s == finding.status);
        by_status[at.unwrap_or(0)] += 1;
        all += 1;
        failing += u32::from(fails(finding.status, finding.severity));
    }
    let words = Status::ALL.iter().zip(by_status);
    let mut out: Object = words
        .map(|(status, count)| (status.word().to_owned(), count.into()))
        .collect();
    out.insert("all".to_owned(), all.into());
    out.insert("failing".to_owned(), failing.into());
    out
}

/// The findings of a span, counted.
pub(super) fn tally(files: &Files<'_>, span: Span) -> Value {
    let assessment = files.assessment();
    let inside = |f: &&Finding| files.counted_on(f).is_some_and(|day| span.contains(day));
    let found: Vec<&Finding> = assessment.findings.iter().filter(inside).collect();
    let mut out = whole(files, &found);
    let mut by_duty: BTreeMap<usize, Vec<&Finding>> = BTreeMap::new();
    let mut by_subject: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    for finding in &found {
        by_duty.entry(finding.duty).or_default().push(finding);
        if let Some(subject) = &finding.subject {
            by_subject.entry(&subject.id).or_default().push(finding);
        }
    }
    let duties: Vec<Value> = by_duty
        .iter()
        .filter_map(|(at, of)| duty(files, *at, of))
        .collect();
    let mut by_section: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    for finding in &found {
        if let Some(duty) = assessment.duties.get(finding.duty) {
            by_section.entry(duty.section).or_default().push(finding);
        }
    }
    let sections = by_section.iter().map(|(section, of)| {
        let mut row = whole(files, of);
        row.insert("section".to_owned(), (*section).into());
        row.insert("section_name".to_owned(), wording::section(section).into());
        Value::Object(row)
    });
    out.insert("sections".to_owned(), sections.collect());
    let subjects = by_subject.iter().map(|(id, of)| {
        let mut row = whole(files, of);
        row.insert("id".to_owned(), (*id).into());
        row.insert("name".to_owned(), files.subject(id).into());
        Value::Object(row)
    });
    out.insert("subjects".to_owned(), subjects.collect());
    out.insert("duties".to_owned(), duties.into());
    Value::Object(out)
}

fn duty(files: &Files<'_>, at: usize, findings: &[&Finding]) -> Option<Value> {
    let duty = files.assessment().duties.get(at)?;
    let mut row = whole(files, findings);
    let named = json!({
        "id": duty.id,
        "name": duty.name,
        "section": duty.section,
        "section_name": wording::section(duty.section),
        "clauses": clauses_once(&duty.clauses),
        "responsible_name": duty.responsible.as_ref().map(|role| files.actor(role)),
    });
    if let Value::Object(named) = named {
        row.extend(named);
    }
    Some(Value::Object(row))
}

/// Counts with the share carried out.
fn whole(files: &Files<'_>, findings: &[&Finding]) -> Object {
    let mut out = counts(findings.iter().copied());
    let (met, judged) = carried_out(&files.reader, findings.iter().copied());
    out.insert("carried_out".to_owned(), met.into());
    out.insert("judged".to_owned(), judged.into());
    out.insert("share".to_owned(), text_of(share_of(met, judged)));
    out
}
