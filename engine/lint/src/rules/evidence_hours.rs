//! `evidence-hours`: a post that spends more of its working time on records than is reasonable.

use std::cmp::Reverse;

use luoshi_diagnostics::{Code, Note};

use crate::burden::read::when;
use crate::burden::{self, Burden, Demand, PostLoad};
use crate::context::Context;

/// So many duties are named.
const NAMED: usize = 5;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    let Some(limit) = cx.limit("evidence_share").and_then(|l| l.value) else {
        return;
    };
    let burden = burden::of(cx);
    for load in &burden.roles {
        let Some(post) = burden.posts.iter().find(|p| p.role == load.role) else {
            continue;
        };
        let of_post =
            post.minutes.period.saturating_mul(10_000) / working(burden.workdays, &burden);
        let of_role = load.minutes.period.saturating_mul(10_000) / working(load.workdays, &burden);
        // Who holds the posts of several villages carries them all.
        let share = i64::try_from(of_post.max(of_role)).unwrap_or(i64::MAX);
        if share > limit.0 {
            notes.extend(note(cx, &burden, post, share));
        }
    }
}

/// Minutes of so many workdays; never nothing, so that it can divide.
fn working(workdays: u64, burden: &Burden) -> u64 {
    workdays.saturating_mul(burden.workday).max(1)
}

fn note(cx: &Context<'_>, burden: &Burden, post: &PostLoad, share: i64) -> Option<Note> {
    let minutes = |d: &Demand| {
        let of = d
            .shares
            .iter()
            .filter(|((actor, _), _)| *actor == post.role);
        let records: u64 = of.map(|(_, amount)| amount.period).sum();
        records * d.record.map_or(0, |(_, each)| each)
    };
    let mut duties: Vec<&Demand> = burden.demands.iter().filter(|d| minutes(d) > 0).collect();
    duties.sort_by_key(|d| (Reverse(minutes(d)), &d.id));
    // The heaviest that this office can change.
    let own = duties.iter().find(|d| cx.own(&d.place))?;
    let named = duties.iter().take(NAMED).map(|d| d.name.clone());
    let note = cx.note(Code::EvidenceHours, &own.place, when(cx, &own.place));
    let hours = i64::try_from(post.minutes.period / 60).unwrap_or(i64::MAX);
    let who = post
        .subject
        .as_ref()
        .map_or_else(|| post.name.clone(), |s| format!("{}（{s}）", post.name));
    Some(
        note.arg("post", who)
            .arg("hours", hours)
            .arg(
                "share",
                format!("{}%", luoshi_plan::Decimal(share / 10 * 10)),
            )
            .arg("list", named.collect::<Vec<_>>()),
    )
}
