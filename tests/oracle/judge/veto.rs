//! Vetoes.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{Case, Findings, Said, say, whom};
use crate::days::{contains, previous};
use crate::ledger::Record;
use crate::plan::{Lapse, Subject, Veto};

/// Whether something holds; none where it cannot be told.
type Holds = Option<bool>;

pub(super) fn judge(case: &Case<'_>, veto: &Veto, found: &mut Findings) {
    let rows = case.rows(&veto.duty);
    if rows.is_empty() {
        say(found, &veto.duty, &[], Said::of("not_applicable"));
        return;
    }
    for row in rows {
        let said = stands(case, veto, row).about(whom(row));
        say(found, &veto.duty, &super::part(row), said);
    }
}

fn stands(case: &Case<'_>, veto: &Veto, row: Option<&Subject>) -> Said {
    let span = case.span(&veto.duty);
    let there = |r: &&&Record| {
        r.kind == "incident"
            && r.status
                .as_ref()
                .is_some_and(|kind| veto.when.incidents.contains(kind))
            && veto.when.marks.iter().all(|mark| r.marks.contains(mark))
            && contains(span, r.date)
            && super::cadence::belongs(r, row)
    };
    let incidents: Vec<&Record> = case.seen.iter().filter(there).copied().collect();
    let run = Some(case.as_of.min(case.plan.period.to));
    if incidents.is_empty() {
        return Said::of("not_applicable").day(run);
    }
    // Without a record of the kind that is measured nothing can be told.
    let blind = veto.when.lapse.as_ref().is_some_and(|lapse| {
        let (kind, _) = measured(case, lapse);
        !case.seen.iter().any(|r| r.kind == kind)
    });
    let holds = |incident: &&Record| match &veto.when.lapse {
        _ if blind => None,
        Some(lapse) => lapsed(case, lapse, row, incident.date),
        None => Some(true),
    };
    let holding: Vec<(&Record, Holds)> = incidents.iter().map(|i| (*i, holds(i))).collect();
    let telling = holding
        .iter()
        .filter(|(_, holds)| *holds == Some(true))
        .map(|(i, _)| i.date)
        .max();
    if let Some(last) = telling {
        return Said::of("violated").day(Some(last));
    }
    let unknown = holding.iter().any(|(_, holds)| holds.is_none());
    Said::of(if unknown { "unknown" } else { "met" }).day(run)
}

/// The kind and the duty of the records that are measured.
fn measured<'a>(case: &'a Case<'_>, lapse: &'a Lapse) -> (&'static str, &'a str) {
    let activity = case
        .plan
        .activities
        .iter()
        .find(|a| a.duty.id == lapse.duty);
    (
        activity.and_then(|a| a.evidence).unwrap_or("visit"),
        &lapse.duty,
    )
}

fn lapsed(case: &Case<'_>, lapse: &Lapse, row: Option<&Subject>, day: Date) -> Holds {
    let mut first = day;
    for _ in 0..lapse.days {
        first = previous(first);
    }
    let (kind, duty) = measured(case, lapse);
    let records = case.records(kind, duty).into_iter();
    let window: Vec<&Record> = records
        .filter(|r| super::cadence::belongs(r, row) && first <= r.date && r.date < day)
        .collect();
    if window.is_empty() {
        return match lapse.no_record {
            "lapsed" => Some(true),
            "not_lapsed" => Some(false),
            _ => None,
        };
    }
    let days: BTreeSet<Date> = window.iter().map(|r| r.date).collect();
    Some(match lapse.measure {
        "count" => window.len() < lapse.below as usize,
        "days" => days.len() < lapse.below as usize,
        other => panic!("no measure here: {other}"),
    })
}
