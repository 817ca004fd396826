//! `deadline-before-issue`: a deadline that had passed when the plan was issued, and a term that
//! had begun.

use luoshi_diagnostics::{Code, Note};

use crate::context::Context;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    if cx.package {
        return;
    }
    let issued = cx.plan.header.issued;
    let content = cx.content();
    let dues = (content.tasks.iter().map(|d| (&d.duty, &d.due)))
        .chain(content.documents.iter().map(|d| (&d.duty, &d.due)))
        .chain(content.coverage.iter().map(|d| (&d.duty, &d.due)));
    for (duty, due) in dues {
        let date = due
            .get()
            .and_then(|due| due.date)
            .filter(|date| *date < issued);
        if let Some(date) = date.filter(|_| cx.own(&duty.id.place)) {
            let note = cx.note(Code::DeadlineBeforeIssue, &duty.id.place, &["due", "date"]);
            let note = note.arg("how", "deadline").arg("name", duty.name.as_str());
            notes.push(
                note.arg("date", date.to_string())
                    .arg("issued", issued.to_string()),
            );
        }
    }
    notes.extend(term(cx));
}

/// What recurs is asked for from the first day of the term on, issued or not.
fn term(cx: &Context<'_>) -> Option<Note> {
    let from = cx.plan.span.from;
    let place = cx
        .first_day_place()
        .filter(|_| from < cx.plan.header.issued)?;
    let note = Note::new(Code::DeadlineBeforeIssue).at(place);
    let note = note
        .arg("how", "term")
        .arg("name", cx.plan.header.title.as_str());
    Some(
        note.arg("date", from.to_string())
            .arg("issued", cx.plan.header.issued.to_string()),
    )
}
