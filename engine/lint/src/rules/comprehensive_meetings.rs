//! `comprehensive-meetings`: more large meetings on one field than one a year.

use luoshi_diagnostics::{Code, Note};

use crate::burden::{self, Figure, found, terms};
use crate::context::Context;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    let Some(most) = cx.limit("comprehensive_meetings").and_then(|l| l.whole()) else {
        return;
    };
    let burden = burden::of(cx);
    let whole = |id: &str| {
        let mut meetings = cx.content().meetings.iter();
        meetings.any(|m| m.duty.id.name == id && m.duty.for_each.is_empty())
    };
    let large: Vec<_> = burden
        .demands
        .iter()
        .filter(|d| found(&terms().comprehensive, &d.name).is_some() && whole(&d.id))
        .collect();
    let count: u64 = large.iter().map(|d| d.amount(Figure::Meetings).year).sum();
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    if count <= most {
        return;
    }
    for meeting in large.iter().filter(|d| cx.own(&d.place)) {
        let note = cx.note(Code::ComprehensiveMeetings, &meeting.place, &["cadence"]);
        notes.push(
            note.arg("name", meeting.name.as_str())
                .arg("count", count)
                .arg("limit", most),
        );
    }
}
