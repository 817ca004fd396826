//! Waivers.

use jiff::civil::Date;

use super::{Case, Findings, Said};
use crate::ledger::Record;
use crate::plan::WaiverRules;

/// Applies the waivers; each of them as `RECORD: what is wrong with it, whether it is over`.
pub(super) fn apply(case: &Case<'_>, found: &mut Findings) -> Vec<String> {
    for said in found.values_mut() {
        // What counts days of its own is waived day by day, where it is counted.
        let by_day = case.plan.rosters.iter().any(|r| r.duty.id == said.duty) && said.who.is_some();
        let fails = matches!(said.status, "missed" | "violated" | "late" | "suspect");
        if fails && !by_day && effective(case).any(|waiver| covers(waiver, said, case.as_of)) {
            said.instead_of = Some(said.status);
            said.status = "waived";
        }
    }
    let shares = case.plan.coverage.iter();
    for coverage in shares.filter(|c| !c.duty.for_each.is_empty()) {
        let of = found
            .values()
            .filter(|said| said.duty == coverage.duty.id && said.subject.is_some());
        let of: Vec<&'static str> = of.map(|said| said.status).collect();
        let count = |status| of.iter().filter(|s| **s == status).count();
        // The share that is reached without the subjects waived is waived with them.
        let reached =
            count("met") * 100 >= coverage.percent as usize * (of.len() - count("waived"));
        let share = found
            .get_mut(&coverage.duty.id)
            .filter(|said| said.subject.is_none());
        let short = share.filter(|said| matches!(said.status, "missed" | "late"));
        if let Some(share) = short.filter(|_| count("waived") > 0 && reached) {
            share.status = "waived";
        }
    }
    let waivers = case.seen.iter().filter(|r| r.kind == "waiver");
    let shown = waivers.map(|waiver| {
        let over = waiver.until.is_some_and(|until| until < case.as_of);
        let over = if over { " expired" } else { "" };
        format!("{}: {}{over}", waiver.id, flaws(case, waiver).join(" "))
    });
    shown.collect()
}

/// Whether something of a duty that happened on a day is waived, for everybody or for one.
pub(super) fn waived(case: &Case<'_>, duty: &str, who: &str, day: Date) -> bool {
    effective(case).any(|waiver| {
        waiver.duty.as_deref() == Some(duty)
            && waiver.subject.as_deref().is_none_or(|about| about == who)
            && lasts(waiver, day)
    })
}

fn effective<'a>(case: &'a Case<'_>) -> impl Iterator<Item = &'a Record> {
    let waivers = case.seen.iter().filter(|r| r.kind == "waiver");
    waivers.filter(|r| flaws(case, r).is_empty()).copied()
}

/// Everything that makes a waiver ineffective.
fn flaws(case: &Case<'_>, waiver: &Record) -> Vec<&'static str> {
    let duty = waiver.duty.as_deref().unwrap_or("");
    let mut flaws = Vec::new();
    let off = case.plan.off().contains(duty);
    if !case.plan.duty_ids().contains(&duty) || off {
        flaws.push("no_such_duty");
    }
    let own = case
        .plan
        .duties()
        .into_iter()
        .find(|d| d.id == duty && !off);
    if own.is_some_and(|duty| duty.waivable == Some(false)) {
        flaws.push("not_waivable");
    }
    let rules = case.plan.waivers.as_ref();
    let of_duty = own.map_or(&[][..], |duty| duty.waived_by.as_slice());
    let bodies = match of_duty {
        [] => rules.map_or(&[][..], |rules| rules.granted_by.as_slice()),
        own => own,
    };
    let may = |actor: &String| {
        bodies.iter().any(|body| match body.level {
            "village" | "township" => {
                let unit = case.plan.units.iter().find(|u| u.id == actor);
                let role = case.plan.roles.iter().find(|r| r.id == actor);
                let named = unit.map(|u| u.name).or(role.map(|r| r.name));
                actor == body.name || named == Some(body.name)
            }
            // A body of a level above is not one of the plan's own.
            _ => actor == body.name && !case.is_of_the_plan(actor),
        })
    };
    if !bodies.is_empty() && !waiver.actor.iter().any(may) {
        flaws.push("not_by_body");
    }
    let optional = |rules: &WaiverRules| rules.reason == Some("optional");
    if rules.is_some_and(|rules| !optional(rules) && waiver.note.is_none()) {
        flaws.push("no_reason");
    }
    match waiver.until {
        None => flaws.push("no_end"),
        Some(until) if until < waiver.date => flaws.push("ends_before"),
        Some(_) => {}
    }
    let longest = rules
        .and_then(|rules| rules.at_most)
        .map(|most| case.workdays.after(waiver.date, most));
    if longest.is_some_and(|longest| waiver.until.is_some_and(|until| longest < until)) {
        flaws.push("too_long");
    }
    flaws
}

fn lasts(waiver: &Record, day: Date) -> bool {
    waiver.date <= day && waiver.until.is_some_and(|until| day <= until)
}

fn covers(waiver: &Record, said: &Said, as_of: Date) -> bool {
    let about = waiver.subject.as_ref();
    waiver.duty.as_ref() == Some(&said.duty)
        && (about.is_none() || about == said.subject.as_ref() || about == said.who.as_ref())
        && lasts(waiver, said.day.unwrap_or(as_of))
}
