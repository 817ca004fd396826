//! `holders-overlap`: two who hold one post at the same time, neither of them acting.

use std::collections::BTreeSet;

use jiff::civil::Date;
use luoshi_diagnostics::{Code, Note};

use super::Context;
use crate::model::Holder;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    let roles = cx.content.roles.iter().filter(|r| r.for_each.is_some());
    let for_each: BTreeSet<&str> = roles.map(|role| role.id.name.as_str()).collect();
    let mut posts: Vec<&Holder> = Vec::new();
    for holder in &cx.content.holders {
        if holder.subject.is_none() && for_each.contains(holder.role.name.as_str()) {
            notes.push(cx.atlas.missing_key(&holder.role.place, "subject"));
        } else if !holder.acting {
            posts.push(holder);
        }
    }
    posts.sort_by_cached_key(|&h| (post(h), h.from, h.role.place.start));
    for holders in posts.chunk_by(|a, b| post(a) == post(b)) {
        overlaps(holders, notes);
    }
}

fn post(holder: &Holder) -> (&str, Option<&str>) {
    let subject = holder.subject.as_ref();
    (&holder.role.name, subject.map(|s| s.name.as_str()))
}

/// Holders of one post, in the order in which they begin.
fn overlaps(holders: &[&Holder], notes: &mut Vec<Note>) {
    let mut last: Option<&Holder> = None;
    for &holder in holders {
        if let Some(before) =
            last.filter(|before| holder.from.is_none_or(|from| from <= end(before)))
        {
            notes.push(
                Note::new(Code::HoldersOverlap)
                    .at(holder.person.place.clone())
                    .arg("role", holder.role.name.as_str())
                    .arg("person", holder.person.name.as_str())
                    .arg("other", before.person.name.as_str())
                    .and(before.person.place.clone(), "label-first"),
            );
        }
        last = match last {
            Some(before) if end(before) > end(holder) => last,
            _ => Some(holder),
        };
    }
}

fn end(holder: &Holder) -> Date {
    holder.to.unwrap_or(Date::MAX)
}
