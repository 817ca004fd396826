//! Coverage.

use jiff::civil::Date;

use super::task::{Deadline, due, exists, is_open};
use super::{Case, Findings, Said, fits, part, say, whom};
use crate::ledger::Record;
use crate::plan::{Coverage, Subject, whole};

pub(super) fn judge(case: &Case<'_>, of: &Coverage, found: &mut Findings) {
    if of.due.as_ref().is_some_and(is_open) {
        say(found, &of.duty, &[], Said::of("unset"));
        return;
    }
    let rows = case.rows(&of.duty);
    if rows.is_empty() {
        say(found, &of.duty, &[], Said::of("not_applicable"));
        return;
    }
    let last_day = case.as_of.min(case.plan.period.to);
    // Each row that is due, by when, and how it stands.
    let mut all: Vec<(Option<&Subject>, Option<Date>, &'static str)> = Vec::new();
    let mut waits = false;
    for row in rows {
        let day = match of.due.as_ref().map(|of| due(case, of, row)) {
            Some(Deadline::On(day)) => Some(day),
            Some(Deadline::Open) => {
                say(found, &of.duty, &[], Said::of("unset"));
                return;
            }
            Some(Deadline::Waits) => {
                waits = true;
                let there = covered(case, of, row, case.as_of, case.as_of);
                all.push((row, None, if there { "met" } else { "pending" }));
                continue;
            }
            None => None,
        };
        if !exists(case, row, day.unwrap_or(last_day)) {
            continue;
        }
        let status = match day {
            None if covered(case, of, row, case.as_of, case.as_of) => "met",
            None => case.missed("document"),
            Some(day) if case.as_of <= day => {
                if covered(case, of, row, case.as_of, case.as_of) {
                    "met"
                } else {
                    case.open(day)
                }
            }
            Some(day) if !covered(case, of, row, case.as_of, day) => case.missed("document"),
            Some(day) if covered(case, of, row, day, day) => "met",
            Some(_) => "late",
        };
        all.push((row, day, status));
    }
    let once = of.duty.for_each.is_empty();
    for (row, day, status) in &all {
        // With a target below all, a single one that lacks it has not failed: the share alone fails.
        let spared = !once && of.percent < 100 && matches!(*status, "missed" | "unknown");
        let status = if spared { "pending" } else { *status };
        say(
            found,
            &of.duty,
            &part(*row),
            Said::of(status)
                .day(*day)
                .about(whom(*row))
                .backfilled(case.entered_late(latest(case, of, *row, case.as_of))),
        );
    }
    if once {
        return;
    }
    if all.is_empty() {
        say(found, &of.duty, &[], Said::of("not_applicable"));
        return;
    }
    let count = |statuses: &[&str]| all.iter().filter(|(.., s)| statuses.contains(s)).count() * 100;
    let needed = of.percent as usize * all.len();
    let last = all.iter().filter_map(|(_, day, _)| *day).max();
    let share = if count(&["met"]) >= needed {
        "met"
    } else if count(&["met", "late"]) >= needed {
        "late"
    } else {
        match last {
            _ if waits => "pending",
            Some(last) if case.as_of <= last => case.open(last),
            _ => case.missed("document"),
        }
    };
    let lacking = all.len() - count(&["met", "late"]) / 100;
    let said = Said::of(share).figure(i64::try_from(lacking).expect("few"));
    say(found, &of.duty, &[], said.day(last));
}

/// The record that tells how a subject stands by what is known up to a day.
fn latest<'a>(
    case: &Case<'a>,
    of: &Coverage,
    row: Option<&Subject>,
    known: Date,
) -> Option<&'a Record> {
    let mine = |r: &&Record| super::cadence::belongs(r, row) && r.date <= known;
    let records = case.records("document", &of.duty.id);
    records.into_iter().rfind(mine)
}

/// Whether a subject is covered by what is known up to a day, its age counted on another.
fn covered(case: &Case<'_>, of: &Coverage, row: Option<&Subject>, known: Date, aged: Date) -> bool {
    let Some(latest) = latest(case, of, row, known) else {
        return false;
    };
    let status = latest.status.as_deref().unwrap_or("");
    let lapsed = of.lapses.as_ref().is_some_and(|lapses| {
        let old = lapses
            .within
            .is_some_and(|within| case.workdays.after(latest.date, within) < aged);
        lapses.status.contains(&status) || old
    });
    let quantity = latest.quantity;
    let manned = of.headcount.as_ref().is_none_or(|needed| {
        let enough = |least| quantity.is_some_and(|there| there >= whole(least));
        needed.at_least.is_none_or(enough)
            && needed
                .exactly
                .is_none_or(|exactly| quantity == Some(whole(exactly)))
    });
    !lapsed && manned && fits(latest, of.requires.as_ref())
}
