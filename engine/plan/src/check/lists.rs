//! `too-many`: a list longer than what luoshi can tell apart, so that nothing is dropped unseen.

use luoshi_diagnostics::{Code, Note, Place};

use super::Context;
use crate::model::{ActorRef, DutyId, Requirement};

/// Marks or actors of one duty.
const LONGEST: usize = 64;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    let mut long = |id: &DutyId, path: &[&str], count: usize| {
        if count > LONGEST {
            notes.push(note(cx, &id.place, path, count));
        }
    };
    let content = cx.fresh;
    for meeting in &content.meetings {
        long(&meeting.duty.id, &["produces"], meeting.produces.len());
    }
    for roster in &content.rosters {
        long(&roster.duty.id, &["produces"], roster.produces.len());
    }
    for activity in &content.activities {
        let actors: [(&str, &Vec<ActorRef>); 3] = [
            ("by_any_of", &activity.by_any_of),
            ("by_all_of", &activity.by_all_of),
            ("jointly_by", &activity.jointly_by),
        ];
        for (key, list) in actors {
            long(&activity.duty.id, &[key], list.len());
        }
    }
    let marks = |requires: &Option<Requirement>| requires.as_ref().map_or(0, |r| r.marks.len());
    for (id, requires) in (content.activities.iter().map(|d| (&d.duty.id, &d.requires)))
        .chain(content.tasks.iter().map(|d| (&d.duty.id, &d.requires)))
        .chain(content.documents.iter().map(|d| (&d.duty.id, &d.requires)))
        .chain(content.coverage.iter().map(|d| (&d.duty.id, &d.requires)))
    {
        long(id, &["requires", "marks"], marks(requires));
    }
    for each in &content.each_needs {
        long(&each.duty.id, &["each", "marks"], each.each.marks.len());
        long(&each.duty.id, &["needs", "marks"], each.needs.marks.len());
    }
}

fn note(cx: &Context<'_>, anchor: &Place, path: &[&str], count: usize) -> Note {
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    cx.note(Code::TooMany, anchor, path)
        .arg("count", number(count))
        .arg("limit", number(LONGEST))
}
