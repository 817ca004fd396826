//! Rules that a program judges: what becomes of what it says.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{Case, Findings, Said, say};
use crate::days;
use crate::ledger::Record;
use crate::plan::{Plugin, Saying, Term};

pub(super) fn judge(case: &Case<'_>, of: &Plugin, found: &mut Findings) {
    let run = case.as_of.min(case.plan.period.to);
    let rows = case.rows(&of.duty);
    let by_subject = of.program.scope == "subjects";
    if by_subject && rows.is_empty() {
        say(found, &of.duty, &[], Said::of("not_applicable"));
        return;
    }
    if of.with.values().any(|value| value.value().is_none()) {
        say(found, &of.duty, &[], Said::of("unset"));
        return;
    }
    let about: Vec<String> = match of.program.scope {
        "subjects" => rows.iter().flatten().map(|s| s.id.clone()).collect(),
        "actors" => actors(case),
        _ => Vec::new(),
    };
    let records = records(case, of);
    let unknown = Said::of("unknown").day(Some(run)).by_nobody();
    if !is_sound(of, about.len(), records.len()) {
        say(found, &of.duty, &[], unknown);
        return;
    }
    for saying in &of.program.says {
        let row = saying.about.map(|at| about[at as usize].as_str());
        let named = saying.records.iter().map(|row| records[*row as usize]);
        // A record that is named twice is one.
        let named: BTreeSet<&str> = named.map(|r| r.id.as_str()).collect();
        let named = records.iter().filter(|r| named.contains(r.id.as_str()));
        let last = saying.days.map_or(case.plan.period.to, |days| days.to);
        let said = Said::of(saying.outcome)
            .figure(saying.figure)
            .day(Some(case.as_of.min(last)))
            .backfilled(case.entered_late(named.copied()));
        let said = if by_subject {
            said.about(row)
        } else {
            said.by(row)
        };
        let days = saying.days.map(of_days);
        let parts: Vec<&str> = row.into_iter().chain(days.as_deref()).collect();
        say(found, &of.duty, &parts, said);
    }
    for (subject, at) in about.iter().zip(0..).filter(|_| by_subject) {
        if !of.program.says.iter().any(|s| s.about == Some(at)) {
            let unknown = unknown.clone().about(Some(subject));
            say(found, &of.duty, &[subject], unknown);
        }
    }
}

/// The persons, then the units, then the roles.
fn actors(case: &Case<'_>) -> Vec<String> {
    let persons = case.plan.persons.iter().map(|p| p.staff);
    let units = case.plan.units.iter().map(|u| u.id);
    let roles = case.plan.roles.iter().map(|r| r.id);
    persons
        .chain(units)
        .chain(roles)
        .map(str::to_owned)
        .collect()
}

/// The records that it is shown: of the kinds granted, of the duties that it names, if it names any in force.
fn records<'a>(case: &Case<'a>, of: &Plugin) -> Vec<&'a Record> {
    let off = case.plan.off();
    let duties: Vec<&String> = of
        .of
        .iter()
        .filter(|id| !off.contains(id.as_str()))
        .collect();
    let shown = case.seen.iter().filter(|r| {
        let duty = r.duty.as_ref();
        of.program.kinds.contains(&r.kind)
            && (duties.is_empty() || duty.is_some_and(|duty| duties.contains(&duty)))
    });
    shown.copied().collect()
}

/// Whether all that it says fits what it says of itself, and the tables.
fn is_sound(of: &Plugin, rows: usize, records: usize) -> bool {
    let program = &of.program;
    let mut places = BTreeSet::new();
    let sound = |saying: &Saying| {
        let row = match (program.scope, saying.about) {
            ("township", about) => about.is_none(),
            (_, about) => about.is_some_and(|row| (row as usize) < rows),
        };
        row && program.outcomes.contains(&saying.outcome)
            && saying.records.iter().all(|row| (*row as usize) < records)
            && saying.days.is_none_or(|days| days.from <= days.to)
            && places.insert((saying.about, saying.days.map(|d| (d.from, d.to))))
    };
    (program.scope != "township" || program.says.len() == 1) && program.says.iter().all(sound)
}

/// A period of the calendar by its name, other days by the first and the last.
fn of_days(term: Term) -> String {
    let period = |every| days::calendar(term.from, every);
    let all = ["day", "week", "month", "quarter", "half_year", "year"].map(period);
    let named = all.into_iter().find(|period| period.term == term);
    let ends = |from: Date, to: Date| format!("{from}_{to}");
    named.map_or_else(|| ends(term.from, term.to), |period| period.id)
}
