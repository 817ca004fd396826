//! `mergeable-meetings`: two meetings of mostly the same people in the same period.

use std::collections::BTreeSet;

use luoshi_diagnostics::{Code, Note};
use luoshi_plan::Settable;
use luoshi_plan::model::Meeting;

use crate::context::Context;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    let Some(share) = cx.limit("meeting_overlap").and_then(|l| l.whole()) else {
        return;
    };
    let meetings = &cx.content().meetings;
    for (at, later) in meetings.iter().enumerate() {
        for earlier in meetings.iter().take(at) {
            let own = [later, earlier]
                .into_iter()
                .find(|m| cx.own(&m.duty.id.place));
            let (Some(own), true) = (own, can_merge(earlier, later)) else {
                continue;
            };
            let same = overlap(earlier, later);
            if same < share {
                continue;
            }
            let other = if own.duty.id == later.duty.id {
                earlier
            } else {
                later
            };
            let note = cx.note(Code::MergeableMeetings, &own.duty.id.place, &["attendees"]);
            notes.push(
                note.arg("name", own.duty.name.as_str())
                    .arg("other", other.duty.name.as_str())
                    .arg("share", same)
                    .arg("limit", share)
                    .and(other.duty.id.place.clone(), "mergeable-meetings-other"),
            );
        }
    }
}

/// Held for the same subjects, both with a rhythm, and neither counts for the other already.
fn can_merge(one: &Meeting, other: &Meeting) -> bool {
    let names = |m: &Meeting| -> Vec<String> {
        m.duty.for_each.iter().map(|s| s.name.to_string()).collect()
    };
    let serves = |a: &Meeting, b: &Meeting| {
        let mut active = a.serves_also.iter().filter(|also| also.0.active);
        active.any(|also| also.0.duty.name == b.duty.id.name)
    };
    let rhythm = |m: &Meeting| matches!(m.cadence, Settable::Set(_));
    names(one) == names(other)
        && rhythm(one)
        && rhythm(other)
        && !serves(one, other)
        && !serves(other, one)
}

/// Percent of the larger circle that belongs to both. Fewer than two people are no circle.
fn overlap(one: &Meeting, other: &Meeting) -> i64 {
    let circle = |m: &Meeting| -> BTreeSet<String> {
        let listed = m.attendees.iter().map(|a| a.name.to_string());
        listed
            .chain(m.convenor.iter().map(|c| c.name.to_string()))
            .collect()
    };
    let (one, other) = (circle(one), circle(other));
    if one.len().min(other.len()) < 2 {
        return 0;
    }
    let both = one.intersection(&other).count();
    i64::try_from(both * 100 / one.len().max(other.len())).unwrap_or(0)
}
