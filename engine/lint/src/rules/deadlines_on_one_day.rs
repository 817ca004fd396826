//! `deadlines-on-one-day`: one post must have more papers ready on a single day than it can write.

use std::collections::BTreeMap;

use jiff::civil::Date;
use luoshi_diagnostics::{Code, Note};

use crate::burden::read::when;
use crate::burden::{self, Demand, Figure};
use crate::context::Context;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    let Some(most) = cx.limit("deadlines_per_day").and_then(|l| l.whole()) else {
        return;
    };
    let burden = burden::of(cx);
    let mut days: BTreeMap<&str, BTreeMap<Date, Vec<&Demand>>> = BTreeMap::new();
    for demand in burden.demands.iter().filter(|d| is_paper(d)) {
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
        let own = due.iter().rev().find(|d| cx.own(&d.place));
        if let (Some(own), true) = (own, count > most) {
            let note = cx.note(Code::DeadlinesOnOneDay, &own.place, when(cx, &own.place));
            let role = cx
                .content()
                .roles
                .iter()
                .find(|r| r.id.name == role)
                .map_or(role, |r| &r.name);
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

/// What must be written and handed over, unlike a visit or a shift of the month.
fn is_paper(demand: &Demand) -> bool {
    let figures = [
        Figure::Reports,
        Figure::Papers,
        Figure::States,
        Figure::Tasks,
    ];
    figures
        .iter()
        .any(|figure| demand.amount(*figure).period > 0)
}
