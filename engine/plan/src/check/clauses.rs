//! `clause-unmapped`, `clause-reason-missing`, `clause-guidance-carried`: what becomes of every
//! clause of the document that the folder carries out.

use std::collections::{BTreeMap, BTreeSet};

use luoshi_diagnostics::{Code, Note};

use super::Context;
use crate::duties::{Kind, items};
use crate::model::{Clause, ClauseStatus, File};
use crate::off::{is_off_chain, off};
use crate::scalar::Settable;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    let own = cx
        .fresh
        .clauses
        .iter()
        .filter(|c| cx.own.contains(&c.id.place.file));
    let mut own = own.peekable();
    if own.peek().is_none() {
        return;
    }
    let carried = carried(cx.content);
    for clause in own {
        notes.extend(unreasoned(cx, clause));
        match (clause.status, carried.get(clause.id.name.as_str())) {
            // A duty that could not be read might have carried it.
            (ClauseStatus::Checkable, None) if cx.clean => notes.push(unmapped(clause)),
            (ClauseStatus::Guidance, Some(by)) if !by.is_empty() => {
                let by = by.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
                let note = cx.note(Code::ClauseGuidanceCarried, &clause.id.place, &["status"]);
                notes.push(note.arg("clause", clause.id.name.as_str()).arg("by", by));
            }
            _ => {}
        }
    }
}

/// The clauses that something carries out, with the names of what does.
fn carried(content: &File) -> BTreeMap<&str, BTreeSet<&str>> {
    // A figure without a target shows how things stand: it is how guidance may be reported.
    let shown_only: BTreeSet<&str> = content
        .indicators
        .iter()
        .filter(|i| i.target == Settable::Unset(None))
        .map(|i| i.id.name.as_str())
        .collect();
    let mut carried: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let off = off(content);
    let duties = items(content)
        .filter(|i| i.kind != Kind::Guidance && !off.contains_key(i.id.name.as_str()))
        .map(|i| (i.id.name.as_str(), i.clauses));
    let chains = content
        .chains
        .iter()
        .filter(|c| !is_off_chain(c))
        .map(|c| (c.id.name.as_str(), c.clauses.as_slice()));
    let incidents = content
        .incidents
        .iter()
        .map(|k| (k.id.name.as_str(), k.clauses.as_slice()));
    let steps = content.ladders.iter().flat_map(|ladder| {
        let name = ladder.duty.id.name.as_str();
        ladder
            .steps
            .iter()
            .map(move |step| (name, step.clauses.as_slice()))
    });
    for (by, clauses) in duties.chain(chains).chain(incidents).chain(steps) {
        for clause in clauses {
            let entry = carried.entry(&clause.name).or_default();
            if !shown_only.contains(by) {
                entry.insert(by);
            }
        }
    }
    carried
}

fn unmapped(clause: &Clause) -> Note {
    Note::new(Code::ClauseUnmapped)
        .at(clause.id.place.clone())
        .arg("clause", clause.id.name.as_str())
}

fn unreasoned(cx: &Context<'_>, clause: &Clause) -> Option<Note> {
    let needed = clause.status != ClauseStatus::Checkable && clause.reason.is_none();
    needed.then(|| {
        let note = cx.note(Code::ClauseReasonMissing, &clause.id.place, &["status"]);
        note.arg("clause", clause.id.name.as_str())
    })
}
