//! The names that all papers of a run share.

use luoshi_plan::Plan;
use luoshi_report::{parameter_value, share_of, to_json};
use serde_json::{Value, json};

use super::{Object, clauses_once, detail, people, tally, text_of};
use crate::files::Files;
use crate::wording;

/// What of the assessment's JSON templates see under the same names.
const TOLD: [&str; 8] = [
    "findings",
    "proposals",
    "indicators",
    "scores",
    "waivers",
    "parameters",
    "inactive",
    "deviations",
];

pub(super) fn base(files: &Files<'_>) -> Object {
    let mut out = Object::new();
    let mut run = to_json(Value::Null, Some(&files.reader));
    let mut told = run["assessment"].take();
    for name in TOLD {
        out.insert(name.to_owned(), told[name].take());
    }
    let assessment = files.assessment();
    name_duties(files, &mut out);
    word_parameters(files, &mut out);
    out.insert("today".to_owned(), assessment.as_of.to_string().into());
    out.insert(
        "simulated".to_owned(),
        text_of(assessment.evidence.simulated.as_ref()),
    );
    out.insert("records".to_owned(), records(files));
    out.insert("plan".to_owned(), plan(files.plan));
    out.insert("place".to_owned(), place(files.plan));
    out.insert("packages".to_owned(), packages(files.plan));
    out.insert("counts".to_owned(), counts(files));
    out.insert("duties".to_owned(), duties(files));
    out.insert("chains".to_owned(), people::chains(files));
    out.insert("units".to_owned(), people::units(files.plan));
    out.insert("sets".to_owned(), people::sets(files.plan));
    out.insert("clauses".to_owned(), clauses(files.plan));
    out
}

/// Beside the id of its duty, each finding has what a table of findings shows of it.
fn name_duties(files: &Files<'_>, out: &mut Object) {
    let assessment = files.assessment();
    let told = out.get_mut("findings").and_then(Value::as_array_mut);
    let findings = assessment.findings.iter();
    for (told, finding) in told.into_iter().flatten().zip(findings) {
        let (Some(told), Some(duty)) = (told.as_object_mut(), assessment.duties.get(finding.duty))
        else {
            continue;
        };
        told.insert("duty_name".to_owned(), duty.name.as_str().into());
        told.insert("section".to_owned(), duty.section.into());
        told.insert(
            "section_name".to_owned(),
            wording::section(duty.section).into(),
        );
        told.insert("clauses".to_owned(), clauses_once(&duty.clauses).into());
        if let Some(period) = finding.period {
            told["period"]["text"] = files.period(period).into();
        }
    }
}

/// Beside the value of a parameter as the plan writes it, what people read: 是, 45日, 50元.
fn word_parameters(files: &Files<'_>, out: &mut Object) {
    let told = out.get_mut("parameters").and_then(Value::as_array_mut);
    let parameters = files.assessment().parameters.iter();
    for (told, parameter) in told.into_iter().flatten().zip(parameters) {
        told["value_text"] = parameter_value(&files.reader, parameter).into();
    }
}

fn plan(plan: &Plan) -> Value {
    let header = &plan.header;
    json!({
        "id": header.id,
        "title": header.title,
        "issuer": header.issuer,
        "issued": header.issued.to_string(),
        "number": header.number,
        "basis": header.basis,
        "from": plan.span.from.to_string(),
        "to": plan.span.to.to_string(),
    })
}

fn place(plan: &Plan) -> Value {
    let place = &plan.jurisdiction;
    json!({
        "code": place.code,
        "name": place.name,
        "level": wording::level(place.level),
    })
}

fn packages(plan: &Plan) -> Value {
    let one = |package: &luoshi_plan::model::Package| {
        json!({
            "name": package.name,
            "version": package.version.to_string(),
            "publisher": package.publisher,
            "title": package.title,
            "basis": package.basis,
        })
    };
    plan.packages.iter().map(one).collect()
}

fn records(files: &Files<'_>) -> Value {
    let evidence = &files.assessment().evidence;
    json!({
        "total": evidence.records,
        "backfilled": evidence.backfilled,
        "corrected": evidence.superseded,
        "withdrawn": evidence.withdrawn,
    })
}

/// How many findings there are of each status, and the share carried out.
fn counts(files: &Files<'_>) -> Value {
    let all = files.assessment().findings.iter();
    let mut counts = tally::counts(all.clone());
    let (met, judged) = luoshi_report::carried_out(&files.reader, all);
    counts.insert("carried_out".to_owned(), met.into());
    counts.insert("judged".to_owned(), judged.into());
    counts.insert("share".to_owned(), text_of(share_of(met, judged)));
    Value::Object(counts)
}

fn duties(files: &Files<'_>) -> Value {
    let assessment = files.assessment();
    let one = |duty: &luoshi_rules::DutySummary| {
        let content = &files.plan.content;
        let findings = &assessment.findings[duty.findings.clone()];
        json!({
            "id": duty.id,
            "name": duty.name,
            "section": duty.section,
            "section_name": wording::section(duty.section),
            "clauses": clauses_once(&duty.clauses),
            "responsible": duty.responsible,
            "responsible_name": duty.responsible.as_ref().map(|role| files.actor(role)),
            "when": wording::when(files, content, &duty.id),
            "for_each": detail::for_each(files, &duty.id),
            "details": detail::details(files, duty.section, &duty.id),
            "counts": tally::counts(findings.iter()),
        })
    };
    assessment.duties.iter().map(one).collect()
}

fn clauses(plan: &Plan) -> Value {
    let one = |clause: &luoshi_plan::model::Clause| {
        json!({
            "id": clause.id.name,
            "heading": clause.heading,
            "summary": clause.summary,
            "status": clause.status.word(),
        })
    };
    plan.content.clauses.iter().map(one).collect()
}
