//! `deadline-on-rest-day`: a day by which something is due, and on which nobody is at work.

use jiff::civil::Date;
use luoshi_diagnostics::{Code, Note, Place};

use crate::burden::read::deadlines;
use crate::context::Context;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    for (duty, keys) in deadlines(cx) {
        if let Some(day) = keys.date {
            look(
                cx,
                (&duty.id.place, &duty.name),
                day,
                &["due", "date"],
                notes,
            );
        }
    }
    for indicator in &cx.content().indicators {
        if let Some(day) = indicator.by {
            look(
                cx,
                (&indicator.id.place, &indicator.name),
                day,
                &["by"],
                notes,
            );
        }
    }
}

fn look(
    cx: &Context<'_>,
    (place, name): (&Place, &str),
    day: Date,
    path: &[&str],
    notes: &mut Vec<Note>,
) {
    let workdays = &cx.plan.workdays;
    // The last day of the plan, of a quarter or the like is where the calendar ends, whoever is at work.
    let ends = day == cx.plan.span.to || day == day.last_of_month();
    if ends || workdays.is_workday(day) || !cx.own(place) {
        return;
    }
    let holiday = workdays.holiday_name(day).unwrap_or("none");
    let next = workdays.next_on_or_after(day).unwrap_or(day);
    let note = cx.note(Code::DeadlineOnRestDay, place, path);
    notes.push(
        note.arg("name", name)
            .arg("day", day.to_string())
            .arg("holiday", holiday)
            .arg("next", next.to_string()),
    );
}
