//! `deadline-too-short`: something must be ready before a workday has passed.

use luoshi_diagnostics::{Code, Note};
use luoshi_plan::Limit;

use crate::burden::read::deadlines;
use crate::context::Context;

/// Minutes of a workday.
const WORKDAY: i64 = 480;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    let Some(least) = cx.limit("short_deadline").and_then(|l| l.whole()) else {
        return;
    };
    for (duty, keys) in deadlines(cx).filter(|(duty, _)| cx.own(&duty.id.place)) {
        let within = keys.within.filter(|_| keys.date.is_none());
        if within.is_some_and(|within| is_short(within, least)) {
            let note = cx.note(Code::DeadlineTooShort, &duty.id.place, &["due", "within"]);
            notes.push(note.arg("name", duty.name.as_str()).arg("limit", least));
        }
    }
}

fn is_short(within: Limit, least: i64) -> bool {
    match within {
        Limit::Minutes(n) => i64::from(n) < least * WORKDAY,
        Limit::Days(n) | Limit::Workdays(n) => i64::from(n) < least,
        Limit::Months(n) => n == 0,
    }
}
