//! Waivers.

use jiff::civil::Date;

use super::{Case, Findings, Said};
use crate::days::after;
use crate::ledger::Record;

pub(super) fn apply(case: &Case<'_>, found: &mut Findings) {
    let waivers = case
        .seen
        .iter()
        .filter(|r| r.kind == "waiver" && is_effective(case, r));
    let waivers: Vec<&Record> = waivers.copied().collect();
    for said in found.values_mut() {
        let fails = matches!(said.status, "missed" | "violated" | "late" | "suspect");
        if fails
            && waivers
                .iter()
                .any(|waiver| covers(waiver, said, case.as_of))
        {
            said.status = "waived";
        }
    }
    for coverage in case
        .plan
        .coverage
        .iter()
        .filter(|c| !c.duty.for_each.is_empty())
    {
        let of = found
            .values()
            .filter(|said| said.duty == coverage.duty.id && said.about.is_some());
        let of: Vec<&'static str> = of.map(|said| said.status).collect();
        let count = |status| of.iter().filter(|s| **s == status).count();
        // The share that is reached without the subjects waived is waived with them.
        let reached =
            count("met") * 100 >= coverage.percent as usize * (of.len() - count("waived"));
        let share = found
            .get_mut(&coverage.duty.id)
            .filter(|said| said.about.is_none());
        let short = share.filter(|said| matches!(said.status, "missed" | "late"));
        if let Some(share) = short.filter(|_| count("waived") > 0 && reached) {
            share.status = "waived";
        }
    }
}

fn is_effective(case: &Case<'_>, waiver: &Record) -> bool {
    let rules = case.plan.waivers.as_ref();
    let bodies = rules
        .map(|rules| &rules.granted_by)
        .filter(|bodies| !bodies.is_empty());
    let by_body = bodies.is_none_or(|bodies| {
        bodies
            .iter()
            .any(|b| waiver.actor.iter().any(|a| a == b.name))
    });
    let reason = rules.is_none_or(|rules| rules.reason != "required" || waiver.note.is_some());
    let ends = waiver.until.is_some_and(|until| {
        let longest = rules
            .and_then(|rules| rules.at_most)
            .map(|most| after(waiver.date, most));
        waiver.date <= until && longest.is_none_or(|longest| until <= longest)
    });
    by_body && reason && ends
}

fn covers(waiver: &Record, said: &Said, as_of: Date) -> bool {
    let day = said.day.unwrap_or(as_of);
    waiver.duty.as_ref() == Some(&said.duty)
        && (waiver.subject.is_none() || waiver.subject == said.about)
        && waiver.date <= day
        && waiver.until.is_some_and(|until| day <= until)
}
