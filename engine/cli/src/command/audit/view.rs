//! What is shown of an audit.

use luoshi_audit::results::{Results, duty_over, results};
use luoshi_audit::{Audit, Township, audit_line, audit_text, duty_text, township_text};
use luoshi_diagnostics::{Code, Note, Sources, nearest};
use serde_json::{Value, json};

use super::super::Done;
use super::parts::read;
use crate::args::AuditViewArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::pretty;
use crate::session::Session;

/// Shows an audit as it was asked for.
pub(crate) fn show(audit: &Audit, view: &AuditViewArgs, session: &mut Session) -> Done {
    let json = session.wants_json()?;
    known(audit, view)?;
    let previous = view.previous.as_deref().map(read).transpose()?;
    let results = results(audit, previous.as_ref());
    session.show(
        &told(audit, &results, previous.as_ref()),
        &Sources::default(),
    );
    let text = match (json, session.quiet) {
        (true, _) => pretty(&as_json(audit, &results, view)),
        (false, true) => audit_line(&results, session.words),
        (false, false) => as_text(audit, &results, view, session),
    };
    session.out.write(&text);
    Ok(exit(&results))
}

/// One whose name is wrong would be shown as nothing, which would read as if nothing were wrong.
fn known(audit: &Audit, view: &AuditViewArgs) -> Result<(), Failure> {
    let codes: Vec<&str> = audit.townships.iter().map(|t| t.code.as_str()).collect();
    let duties = audit.plans.values().flat_map(|table| &table.duties);
    let duties: Vec<&str> = duties.map(|duty| duty.id.as_str()).collect();
    let wrong = |what: &'static str, names: &[String], known: &[&str]| {
        let unknown = names.iter().filter(|name| !known.contains(&name.as_str()));
        let note = |name: &String| {
            let near = nearest(name, known.iter().copied()).unwrap_or("none");
            Note::new(Code::AuditUnknownName)
                .arg("what", what)
                .arg("name", name.as_str())
                .arg("near", near)
        };
        unknown.map(note).collect::<Vec<Note>>()
    };
    let mut notes = wrong("township", &view.township, &codes);
    notes.extend(wrong("duty", &view.duty, &duties));
    match notes.is_empty() {
        true => Ok(()),
        false => Err(Failure {
            notes,
            sources: Sources::default(),
        }),
    }
}

/// What should not be overlooked, whatever is shown.
fn told(audit: &Audit, results: &Results, previous: Option<&Audit>) -> Vec<Note> {
    let mut notes = Vec::new();
    if let Some(parts) = &audit.head.parts {
        let missing = parts.missing().map(|which| format!("{which}/{}", parts.of));
        let missing: Vec<String> = missing.collect();
        notes.push(Note::new(Code::AuditIncomplete).arg("missing", missing));
    }
    for twice in &results.roll.twice {
        let count = i64::try_from(twice.sources.len()).unwrap_or(i64::MAX);
        let note = Note::new(Code::TownshipTwice).arg("code", twice.code.as_str());
        notes.push(
            note.arg("count", count)
                .arg("sources", twice.sources.clone()),
        );
    }
    let (day, before) = (audit.head.as_of, previous.map(|audit| audit.head.as_of));
    if let Some(before) = before.filter(|before| *before >= day) {
        let note = Note::new(Code::AuditOtherPeriod).arg("day", day.to_string());
        notes.push(note.arg("previous", before.to_string()));
    }
    notes
}

fn as_text(audit: &Audit, results: &Results, view: &AuditViewArgs, session: &Session) -> String {
    let words = session.words;
    if !view.township.is_empty() {
        let each = chosen(audit, view).map(|t| township_text(audit, results, t, &view.duty, words));
        return each.collect::<Vec<_>>().join("\n");
    }
    if !view.duty.is_empty() {
        let each = view.duty.iter().map(|id| duty_text(audit, id, words));
        return each.collect::<Vec<_>>().join("\n");
    }
    audit_text(results, words)
}

fn as_json(audit: &Audit, results: &Results, view: &AuditViewArgs) -> Value {
    if view.township.is_empty() && view.duty.is_empty() {
        return json!(results);
    }
    let townships: Vec<&Township> = chosen(audit, view).collect();
    let duties = view
        .duty
        .iter()
        .map(|id| (id.clone(), json!(duty_over(audit, id))));
    json!({
        "head": audit.head,
        "townships": townships,
        "duties": duties.collect::<serde_json::Map<String, Value>>(),
    })
}

fn chosen<'a>(audit: &'a Audit, view: &'a AuditViewArgs) -> impl Iterator<Item = &'a Township> {
    audit
        .townships
        .iter()
        .filter(|township| view.township.contains(&township.code))
}

/// Nothing could be judged; something fails or could not be judged; all is well.
fn exit(results: &Results) -> Exit {
    let whole = &results.whole;
    let unjudged = whole.broken + whole.absent;
    match (whole.townships, whole.townships - unjudged) {
        (0, _) => Exit::Clean,
        (_, 0) => Exit::BadInput,
        _ if unjudged + whole.failing > 0 => Exit::Failing,
        _ => Exit::Clean,
    }
}
