//! The impact of a new version, for tools.

use luoshi_diagnostics::render_json;
use luoshi_rules::{Change, Finding, Ground, Standing, Turns};
use serde_json::{Value, json};

use super::scores::{Scores, spreads};
use super::standings::{Place, standings};
use super::summary::{burden_over, dropped_over, kept_over, proposals_over, unasked_over};
use super::{Compared, Impact, Replay, Township};
use crate::burden::change_json;

/// The summary and each township as a JSON value; `version` 1 of the form.
#[must_use]
pub fn impact_json(of: &Impact<'_>) -> Value {
    json!({
        "version": 1,
        "package": { "name": of.new.name, "version": of.new.version },
        "summary": summary(of),
        "townships": of.townships.iter().map(|t| township(of, t)).collect::<Vec<_>>(),
    })
}

fn summary(of: &Impact<'_>) -> Value {
    let kept = kept_over(of).into_iter().map(|over| {
        json!({ "id": over.duty.id, "name": over.duty.name, "townships": over.townships, "turns": turns(over.sum) })
    });
    let unasked = unasked_over(of).into_iter().map(|over| {
        let [findings, recorded, met] = over.sum;
        json!({ "id": over.duty.id, "name": over.duty.name, "townships": over.townships,
                "findings": findings, "recorded": recorded, "met": met })
    });
    let dropped = dropped_over(of).into_iter().map(|over| {
        let [findings, failing] = over.sum;
        json!({ "id": over.duty.id, "name": over.duty.name, "townships": over.townships,
                "findings": findings, "failing": failing })
    });
    let proposals = proposals_over(of).into_iter().map(|((name, id), p)| {
        json!({ "by": id, "name": name, "veto": p.is_veto, "proposed": p.proposed,
                "proposed_unasked": p.unasked, "withdrawn": p.withdrawn, "townships": p.townships.len() })
    });
    let spreads = spreads(of).into_iter().map(|spread| {
        json!({ "scorecard": spread.scorecard.id, "before": scores(&spread.before), "after": scores(&spread.after) })
    });
    let burden = burden_over(of).into_iter().map(|(figure, before, after)| {
        json!({ "figure": figure.word(), "before": before, "after": after })
    });
    json!({
        "townships": of.townships.len(),
        "compared": of.compared().count(),
        "same": of.compared().filter(|(_, c)| c.is_same()).count(),
        "stopped": of.stopped(),
        "kept": kept.collect::<Vec<_>>(),
        "unasked": unasked.collect::<Vec<_>>(),
        "dropped": dropped.collect::<Vec<_>>(),
        "proposals": proposals.collect::<Vec<_>>(),
        "scores": spreads.collect::<Vec<_>>(),
        "ranks": ranks(of),
        "burden_per_year": burden.collect::<Vec<_>>(),
    })
}

fn turns(turns: Turns) -> Value {
    json!({
        "worse": turns.worse, "better": turns.better, "other": turns.other,
        "new": turns.new, "new_failing": turns.new_failing,
        "gone": turns.gone, "gone_failing": turns.gone_failing,
    })
}

fn scores(scores: &Scores<'_>) -> Value {
    let range = scores
        .range()
        .map(|range| range.map(|score| score.to_string()));
    json!({ "sheets": scores.scores.len(), "lowest_middle_highest": range, "grades": scores.grades })
}

fn ranks(of: &Impact<'_>) -> Vec<Value> {
    let place = |place: Option<Place>| {
        place.map(|p| json!({ "score": p.score.to_string(), "rank": p.rank }))
    };
    let cards = standings(of).into_iter().map(|card| {
        let townships = card.townships.iter().map(|ranked| {
            json!({ "name": ranked.name, "before": place(ranked.before), "after": place(ranked.after) })
        });
        json!({ "scorecard": card.scorecard.id, "townships": townships.collect::<Vec<_>>() })
    });
    cards.collect()
}

fn township(of: &Impact<'_>, township: &Township<'_>) -> Value {
    let mut value = match &township.replay {
        Replay::Unconcerned => json!({ "outcome": "unconcerned" }),
        Replay::Stopped(stopped) => json!({
            "outcome": if stopped.by_new { "stopped_by_new" } else { "stopped" },
            "notes": render_json(stopped.notes, stopped.sources, of.words),
        }),
        Replay::Compared(compared) => year(of, compared),
    };
    value["folder"] = township.folder.into();
    value["name"] = township.name.into();
    value
}

fn year(of: &Impact<'_>, compared: &Compared<'_>) -> Value {
    let unasked: Vec<&str> = compared
        .sorted
        .unasked
        .iter()
        .map(|n| n.duty.id.as_str())
        .collect();
    let outside = compared.outside.iter();
    let outside = outside.map(|(asks, range)| json!({ "by": asks, "range": range }));
    let kept = compared.sorted.kept.iter();
    let kept = kept.map(|k| json!({ "id": k.duty.id, "turns": turns(k.turns) }));
    let dropped = compared.sorted.dropped.iter();
    let dropped =
        dropped.map(|d| json!({ "id": d.duty.id, "findings": d.findings, "failing": d.failing }));
    let findings = compared.comparison.findings.iter();
    let ground = |ground: &Ground<'_>| {
        let proposal = ground.proposal;
        json!({ "by": proposal.by.id, "finding": proposal.finding, "veto": ground.is_veto,
                "falls_on": proposal.falls_on.as_ref().map(|l| &l.id), "unasked": ground.unasked })
    };
    let sheets = compared.comparison.scores.iter().map(|change| {
        json!({ "scorecard": change.scorecard.id, "subject": change.subject.map(|s| &s.id),
                "before": change.before.map(standing), "after": change.after.map(standing) })
    });
    json!({
        "outcome": "compared",
        "plan": compared.after.assessment.plan.id,
        "as_of": compared.as_of().to_string(),
        "version_before": compared.version_before(of.new.name),
        "outside_range": outside.collect::<Vec<_>>(),
        "same": compared.is_same(),
        "kept": kept.collect::<Vec<_>>(),
        "unasked": unasked,
        "dropped": dropped.collect::<Vec<_>>(),
        "findings": findings.map(|change| finding(compared, change)).collect::<Vec<_>>(),
        "proposed": compared.sorted.proposed.iter().map(ground).collect::<Vec<_>>(),
        "withdrawn": compared.sorted.withdrawn.iter().map(ground).collect::<Vec<_>>(),
        "scores": sheets.collect::<Vec<_>>(),
        "burden": compared.burden.iter().map(change_json).collect::<Vec<_>>(),
    })
}

/// A finding with its status before and after, and whether somebody was asked for it.
fn finding(compared: &Compared<'_>, change: &Change<'_>) -> Value {
    let told = change.after.or(change.before);
    let duties = &compared.after.assessment.duties;
    let duty = change.after.and_then(|f| duties.get(f.duty));
    let unasked = duty.is_some_and(|d| compared.sorted.unasked.iter().any(|n| n.duty.id == d.id));
    let status = |f: Option<&Finding>| f.map(|f| f.status.word());
    json!({
        "id": told.map(|f| &f.id),
        "before": status(change.before),
        "after": status(change.after),
        "unasked": unasked,
    })
}

fn standing(standing: Standing<'_>) -> Value {
    json!({ "score": standing.score.to_string(), "grade": standing.grade, "rank": standing.rank })
}
