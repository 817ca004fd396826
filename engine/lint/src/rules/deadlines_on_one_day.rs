//! `deadlines-on-one-day`: one post must have more papers ready on a single day than it can write.

use std::collections::BTreeMap;

use jiff::civil::Date;
use luoshi_diagnostics::{Code, Note};

use crate::burden::read::lever;
use crate::burden::{self, Demand};
use crate::context::Context;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    let Some(most) = cx.limit("deadlines_per_day").and_then(|l| l.whole()) else {
        return;
    };
    let burden = burden::of(cx);
    let mut days: BTreeMap<&str, BTreeMap<Date, Vec<&Demand>>> = BTreeMap::new();
    for demand in burden.demands.iter().filter(|d| d.is_paper()) {
        let Some(role) = demand.responsible.as_deref() else {
            continue;
        };
        for day in &demand.deadlines {
            days.entry(role)
                .or_default()
                .entry(*day)
                .or_default()
                .push(demand);
        }
    }
    for (role, days) in days {
        // One note for each post, about its worst day.
        let worst = days
            .iter()
            .max_by_key(|(day, due)| (due.len(), std::cmp::Reverse(**day)));
        let Some((day, due)) = worst else { continue };
        let count = i64::try_from(due.len()).unwrap_or(i64::MAX);
        let latest: Vec<&Demand> = due.iter().rev().copied().collect();
        if let (Some(place), true) = (lever(cx, &latest), count > most) {
            let note = Note::new(Code::DeadlinesOnOneDay).at(place);
            let named = cx.content().roles.iter().find(|r| r.id.name == role);
            let role = named.map_or(role, |r| &r.name);
            notes.push(
                note.arg("role", role)
                    .arg("day", day.to_string())
                    .arg("count", count)
                    .arg("limit", most)
                    .arg(
                        "list",
                        due.iter().map(|d| d.name.clone()).collect::<Vec<_>>(),
                    ),
            );
        }
    }
}
