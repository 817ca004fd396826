//! Vetoes.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::decision::{Proposed, appealed_since, line, ruling};
use super::penalty::measures;
use super::{Case, Findings, Said, say, whom};
use crate::days::{contains, previous};
use crate::ledger::Record;
use crate::plan::{Lapse, Subject, Veto};

/// Whether something holds; none where it cannot be told.
type Holds = Option<bool>;

pub(super) fn judge(case: &Case<'_>, veto: &Veto, found: &mut Findings, out: &mut Vec<String>) {
    let rows = case.rows(&veto.duty);
    if rows.is_empty() {
        say(found, &veto.duty, &[], Said::of("not_applicable"));
        return;
    }
    for row in rows {
        let said = stands(case, veto, row, found).about(whom(row));
        if said.status == "violated" {
            let lines = measures(&veto.effect);
            let lines = lines
                .iter()
                .map(|m| line(&veto.duty.id, m, whom(row), said.decision));
            out.extend(lines);
        }
        say(found, &veto.duty, &super::part(row), said);
    }
}

fn stands(case: &Case<'_>, veto: &Veto, row: Option<&Subject>, found: &Findings) -> Said {
    let when = &veto.when;
    let run = case.as_of.min(case.plan.period.to);
    let incidents = incidents(case, veto, row);
    let mut conditions: Vec<Holds> = Vec::new();
    let mut telling: Vec<Date> = Vec::new();
    if !when.incidents.is_empty() {
        let holds: Vec<(Date, Holds)> = incidents
            .iter()
            .filter(|i| !when.finding_required || is_found(case, i))
            .map(|i| (i.date, shows(case, when.lapse.as_ref(), row, i.date)))
            .collect();
        let shown = holds.iter().filter(|(_, holds)| *holds == Some(true));
        telling.extend(shown.map(|(day, _)| *day));
        conditions.push(any(holds.iter().map(|(_, holds)| *holds)));
    }
    let mut failed = 0;
    if !when.failed.is_empty() {
        let (failing, unknown) = failures(case, &when.failed, row, found);
        failed = failing;
        conditions.push(match failing >= i64::from(when.failed_at_least) {
            true => Some(true),
            false if unknown => None,
            false => Some(false),
        });
    }
    if let Some(rule) = &when.rule {
        let of = std::slice::from_ref(rule);
        conditions.push(match failures(case, of, row, found) {
            (1.., _) => Some(true),
            (_, true) => None,
            _ => Some(false),
        });
    }
    let mut holds = all(&conditions);
    let proposed = Proposed {
        duty: &veto.duty.id,
        about: whom(row),
        // No plan can make its township competent for a veto.
        level: Some(match veto.decided_by.level {
            "village" | "township" => "county",
            level => level,
        }),
        lasts: veto.lasts,
        from: None,
    };
    let mut ruling = ruling(case, &proposed);
    let after = |day: &Date| ruling.settled.is_some_and(|settled| settled < *day);
    let anew: Vec<Date> = telling.iter().copied().filter(after).collect();
    if holds == Some(true) && !anew.is_empty() {
        // A case after that is judged by itself, with the appeals that came since it.
        let open = appealed_since(case, &proposed, anew.first().copied());
        ruling.state = open.then_some("suspended");
        ruling.decided = false;
        telling = anew;
    }
    if ruling.decided
        && ruling
            .state
            .is_some_and(|s| !matches!(s, "confirmed" | "suspended"))
    {
        holds = Some(false);
    } else if ruling.decided {
        // What people have decided stands until they lift it.
        holds = Some(true);
    }
    let status = match holds {
        None => "unknown",
        Some(true) => "violated",
        Some(false) if !ruling.decided && incidents.is_empty() && !when.incidents.is_empty() => {
            "not_applicable"
        }
        Some(false) => "met",
    };
    let decision = match ruling.state {
        None if status == "violated" => Some("proposed"),
        Some("suspended") if status != "violated" => None,
        state => state,
    };
    let figure = i64::try_from(telling.len()).expect("few").max(failed);
    let day = telling.last().copied().unwrap_or(run);
    Said::of(status)
        .day(Some(day))
        .figure(figure)
        .decision(decision)
}

fn incidents<'a>(case: &Case<'a>, veto: &Veto, row: Option<&Subject>) -> Vec<&'a Record> {
    let span = case.span(&veto.duty);
    let there = |r: &&&Record| {
        let kind = r.status.as_ref();
        r.kind == "incident"
            && kind.is_some_and(|kind| veto.when.incidents.contains(kind))
            && veto.when.marks.iter().all(|mark| r.marks.contains(mark))
            && contains(span, r.date)
            && case.lies_in(r.subject.as_deref(), whom(row))
    };
    case.seen.iter().filter(there).copied().collect()
}

/// Whether a person has found that the one led to the other.
fn is_found(case: &Case<'_>, incident: &Record) -> bool {
    let mut decisions = case.seen.iter().filter(|r| r.kind == "decision");
    decisions
        .any(|r| r.status.as_deref() == Some("caused") && r.refers.as_ref() == Some(&incident.id))
}

/// One that holds is enough; none that holds is only told where each can be told.
fn any(holds: impl Iterator<Item = Holds>) -> Holds {
    let holds: Vec<Holds> = holds.collect();
    if holds.contains(&Some(true)) {
        return Some(true);
    }
    if holds.contains(&None) {
        None
    } else {
        Some(false)
    }
}

/// One that does not hold is enough for no.
fn all(holds: &[Holds]) -> Holds {
    if holds.contains(&Some(false)) {
        return Some(false);
    }
    if holds.contains(&None) {
        None
    } else {
        Some(true)
    }
}

/// Failing findings of some duties that concern a row, and whether any cannot be told.
fn failures(
    case: &Case<'_>,
    of: &[String],
    row: Option<&Subject>,
    found: &Findings,
) -> (i64, bool) {
    let named = found.values().filter(|said| of.contains(&said.duty));
    let (mut failing, mut unknown) = (0, false);
    for said in named {
        let here = case.lies_in(said.subject.as_deref(), whom(row));
        failing += i64::from(here && said.fails());
        unknown |= said.status == "unset" || here && said.status == "unknown";
    }
    (failing, unknown)
}

/// Whether the duty had lapsed before an incident, where that is asked for.
fn shows(case: &Case<'_>, lapse: Option<&Lapse>, row: Option<&Subject>, day: Date) -> Holds {
    let Some(lapse) = lapse else {
        return Some(true);
    };
    // Without a record of the kind that is measured nothing can be told.
    let (kind, duty) = measured(case, lapse);
    if !case.seen.iter().any(|r| r.kind == kind) {
        return None;
    }
    let mut first = day;
    for _ in 0..lapse.days {
        first = previous(first);
    }
    let records = case.records(kind, duty).into_iter();
    let window: Vec<&Record> = records
        .filter(|r| {
            case.lies_in(r.subject.as_deref(), whom(row)) && first <= r.date && r.date < day
        })
        .collect();
    if window.is_empty() {
        return match lapse.no_record {
            "lapsed" => Some(true),
            "not_lapsed" => Some(false),
            _ => None,
        };
    }
    let days: BTreeSet<Date> = window.iter().map(|r| r.date).collect();
    let number = |of: usize| i64::try_from(of).expect("few");
    let below = lapse.below.0;
    Some(match lapse.measure {
        "count" => number(window.len()) * 100 < below,
        "days" => number(days.len()) * 100 < below,
        // The average is below when the sum is below so many times the number.
        _ => {
            let sum: i64 = window.iter().map(|r| r.quantity.map_or(0, |q| q.0)).sum();
            sum < below * number(window.len())
        }
    })
}

/// The kind and the duty of the records that are measured.
fn measured<'a>(case: &'a Case<'_>, lapse: &'a Lapse) -> (&'static str, &'a str) {
    let mut activities = case.plan.activities.iter();
    let activity = activities.find(|a| a.duty.id == lapse.duty);
    let kind = activity.and_then(|a| a.evidence).unwrap_or("visit");
    (kind, &lapse.duty)
}
