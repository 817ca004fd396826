//! `evidence-hours`: a post that spends more of its working time on records than is reasonable.

use std::cmp::Reverse;

use luoshi_diagnostics::{Code, Note};
use luoshi_plan::Decimal;

use crate::burden::read::lever;
use crate::burden::{self, Burden, Demand, RoleLoad};
use crate::context::Context;

/// So many duties are named.
const NAMED: usize = 5;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    let Some(limit) = cx.limit("evidence_share").and_then(|l| l.value) else {
        return;
    };
    let burden = burden::of(cx);
    for load in &burden.roles {
        let share = i64::try_from(burden.share(load)).unwrap_or(i64::MAX);
        if share > limit.0 {
            notes.extend(note(cx, &burden, load, share));
        }
    }
}

fn note(cx: &Context<'_>, burden: &Burden, load: &RoleLoad, share: i64) -> Option<Note> {
    let minutes = |d: &Demand| d.minutes_of(load.role.as_deref());
    let mut duties: Vec<&Demand> = burden.demands.iter().filter(|d| minutes(d) > 0).collect();
    duties.sort_by_key(|d| (Reverse(minutes(d)), &d.id));
    let place = lever(cx, &duties)?;
    let named = duties.iter().take(NAMED);
    let named = named.map(|d| format!("{} {}h", d.name, minutes(d) / 60));
    let hours = i64::try_from(load.minutes.period / 60).unwrap_or(i64::MAX);
    Some(
        Note::new(Code::EvidenceHours)
            .at(place)
            .arg("post", load.name.as_str())
            .arg("hours", hours)
            .arg("share", Decimal(share).to_string())
            .arg(
                "limit",
                cx.limit("evidence_share")
                    .and_then(|l| l.value)
                    .unwrap_or_default()
                    .to_string(),
            )
            .arg("list", named.collect::<Vec<_>>()),
    )
}
