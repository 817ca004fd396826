//! `planning-misplaced`, `planning-group`: rules of a roster that could not be followed.

use luoshi_diagnostics::{Code, Note, Place};

use super::Context;
use crate::duties::items;
use crate::model::{Group, LocalPlanning, Market};

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    for roster in &cx.fresh.rosters {
        let Some(planning) = &roster.planning else {
            continue;
        };
        let anchor = &roster.duty.id.place;
        // What a `tailor` entry adds is in the planning by now, each person at its own place.
        for (key, groups) in [("together", &planning.together), ("apart", &planning.apart)] {
            notes.extend(groups.iter().filter_map(|g| lonely(cx, g, anchor, key)));
        }
        let local = |name: &str| {
            let mut entries = cx.content.tailor.iter();
            entries.any(|t| t.duty.name == name && market(t.planning.as_ref()).is_some())
        };
        if !local(&roster.duty.id.name) {
            notes.extend(daily(cx, planning.market.as_ref(), anchor));
        }
    }
    for entry in &cx.content.tailor {
        if entry.planning.is_some() {
            let anchor = &entry.duty.place;
            notes.extend(daily(cx, market(entry.planning.as_ref()), anchor));
            notes.extend(misplaced(cx, &entry.duty.name, anchor));
        }
    }
}

fn market(local: Option<&LocalPlanning>) -> Option<&Market> {
    local.and_then(|l| l.market.as_ref())
}

/// A group of fewer than two persons.
fn lonely(cx: &Context<'_>, group: &Group, anchor: &Place, key: &str) -> Option<Note> {
    let one = group.persons.first();
    (group.persons.len() < 2).then(|| match one {
        Some(person) => Note::new(Code::PlanningGroup).at(person.place.clone()),
        None => cx.note(Code::PlanningGroup, anchor, &["planning", key]),
    })
}

/// A market every nought days.
fn daily(cx: &Context<'_>, market: Option<&Market>, anchor: &Place) -> Option<Note> {
    let path = ["planning", "market", "every_days"];
    market.filter(|m| m.every_days == 0).map(|_| {
        cx.note(Code::BadValue, anchor, &path)
            .arg("value", "0")
            .term("wanted", "type-count")
    })
}

/// Planning for what is no roster, or for a roster of which the package says nothing to add to.
fn misplaced(cx: &Context<'_>, name: &str, anchor: &Place) -> Option<Note> {
    let mut rosters = cx.content.rosters.iter();
    let roster = rosters.find(|r| r.duty.id.name == name);
    if roster.is_some_and(|r| r.planning.is_some()) {
        return None;
    }
    // A duty that is nowhere is told as an unknown name, or is off; it may be missing for want of its package.
    let known = items(cx.content).any(|item| item.id.name == name);
    if roster.is_none() && !known {
        return None;
    }
    let note = cx.note(Code::PlanningMisplaced, anchor, &["planning"]);
    let why = if roster.is_some() { "bare" } else { "other" };
    Some(note.arg("name", name).arg("why", why))
}
