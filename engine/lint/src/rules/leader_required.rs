//! `leader-required`: a meeting that a deputy convenes and the main leader must attend.

use std::collections::BTreeSet;

use luoshi_diagnostics::{Code, Note};

use crate::context::Context;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    if cx.limit("leader_at_meeting").is_none() {
        return;
    }
    for meeting in &cx.content().meetings {
        let Some(convenor) = &meeting.convenor else {
            continue;
        };
        for attendee in meeting.attendees.iter().filter(|a| cx.own(&a.place)) {
            if attendee.name != convenor.name && is_above(cx, &attendee.name, &convenor.name) {
                let note = Note::new(Code::LeaderRequired).at(attendee.place.clone());
                notes.push(
                    note.arg("name", meeting.duty.name.as_str())
                        .arg("leader", role(cx, &attendee.name))
                        .arg("convenor", role(cx, &convenor.name)),
                );
            }
        }
    }
}

fn role(cx: &Context<'_>, id: &str) -> String {
    let found = cx.content().roles.iter().find(|r| r.id.name == id);
    found.map_or(id, |r| &r.name).to_owned()
}

/// Whether the one below answers to the other, at once or over others.
fn is_above(cx: &Context<'_>, above: &str, below: &str) -> bool {
    let nodes = &cx.plan.role_nodes;
    let (Some(&above), Some(&below)) = (nodes.get(above), nodes.get(below)) else {
        return false;
    };
    let (mut seen, mut waiting) = (BTreeSet::from([below]), vec![below]);
    while let Some(node) = waiting.pop() {
        let next = cx.plan.answers.neighbors(node);
        waiting.extend(next.filter(|node| seen.insert(*node)));
    }
    seen.contains(&above)
}
