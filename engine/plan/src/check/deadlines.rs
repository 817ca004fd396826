//! `deadline-outside-plan`: a day or a term that the plan's own term does not hold.

use jiff::civil::Date;
use luoshi_calendar::Span;
use luoshi_diagnostics::{Code, Note, Place};

use super::Context;
use crate::duties::commons;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    let content = cx.fresh;
    let dues = (content.tasks.iter().map(|d| (&d.duty, &d.due)))
        .chain(content.documents.iter().map(|d| (&d.duty, &d.due)))
        .chain(content.coverage.iter().map(|d| (&d.duty, &d.due)));
    for (duty, due) in dues {
        let Some(due) = due.get() else { continue };
        let given = [due.date.is_some(), due.within.is_some()];
        notes.extend(cx.one_of(&duty.id.place, &["due"], ["date", "within"], given));
        notes.extend(
            due.date
                .and_then(|day| outside(cx, day, &duty.id.place, &["due", "date"])),
        );
    }
    for indicator in &content.indicators {
        let by = indicator.by;
        notes.extend(by.and_then(|day| outside(cx, day, &indicator.id.place, &["by"])));
    }
    for raw in &cx.dates {
        let day = raw.text.parse().ok();
        notes.extend(day.and_then(|day| outside(cx, day, &raw.place, &[])));
    }
    for (_, duty) in commons(content) {
        let Some((plan, term)) = cx.span.zip(duty.period.as_ref()) else {
            continue;
        };
        if Span::new(term.from, term.to).is_some_and(|term| plan.intersect(term).is_none()) {
            notes.extend(outside(cx, term.from, &duty.id.place, &["period"]));
        }
    }
}

/// A target year of a package may well lie beyond a plan that carries it out for one year: only
/// what the plan itself writes, or sets, is taken for a slip.
fn outside(cx: &Context<'_>, day: Date, anchor: &Place, path: &[&str]) -> Option<Note> {
    let plan = cx.span.filter(|span| !span.contains(day))?;
    if !cx.own.contains(&anchor.file) {
        return None;
    }
    let note = cx.note(Code::DeadlineOutsidePlan, anchor, path);
    let note = note.arg("date", day.to_string());
    Some(
        note.arg("from", plan.from.to_string())
            .arg("to", plan.to.to_string()),
    )
}
