//! `holders-overlap`: two who hold one post at the same time, neither of them acting.

use std::collections::BTreeMap;

use jiff::civil::Date;
use luoshi_diagnostics::{Code, Note};

use super::Context;
use crate::model::Holder;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    let roles = cx.content.roles.iter();
    let for_each: BTreeMap<&str, bool> = roles
        .map(|role| (role.id.name.as_str(), role.for_each.is_some()))
        .collect();
    let mut posts: BTreeMap<(&str, Option<&str>), Vec<&Holder>> = BTreeMap::new();
    for holder in &cx.content.holders {
        let subject = holder.subject.as_ref().map(|s| s.name.as_str());
        if subject.is_none() && for_each.get(holder.role.name.as_str()) == Some(&true) {
            notes.push(cx.atlas.missing_key(&holder.role.place, "subject"));
        } else if !holder.acting {
            posts
                .entry((&holder.role.name, subject))
                .or_default()
                .push(holder);
        }
    }
    for holders in posts.into_values() {
        overlaps(holders, notes);
    }
}

fn overlaps(mut holders: Vec<&Holder>, notes: &mut Vec<Note>) {
    holders.sort_by_key(|h| (h.from, h.role.place.start));
    let mut last: Option<&Holder> = None;
    for holder in holders {
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
