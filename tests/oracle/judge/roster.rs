//! Rosters.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::{Case, Findings, Said, say};
use crate::days::contains;
use crate::ledger::Record;
use crate::plan::Roster;

pub(super) fn judge(case: &Case<'_>, roster: &Roster, found: &mut Findings) {
    let span = case.span(&roster.duty);
    let known = |r: &&Record| {
        case.plan
            .persons
            .iter()
            .any(|p| r.actor == [p.staff.clone()])
    };
    let shifts = case.records("shift", &roster.duty.id).into_iter();
    let shifts: Vec<&Record> = shifts
        .filter(|r| contains(span, r.date) && known(r))
        .collect();
    if let Some(cadence) = &roster.cadence {
        let mut attended: BTreeMap<Date, BTreeSet<&str>> = BTreeMap::new();
        for shift in shifts
            .iter()
            .filter(|r| r.status.as_deref() == Some("attended"))
        {
            attended
                .entry(shift.date)
                .or_default()
                .insert(&shift.actor[0]);
        }
        let full = attended
            .iter()
            .filter(|(_, who)| who.len() >= roster.crew as usize);
        let days: Vec<Date> = full.map(|(day, _)| *day).collect();
        let periods = super::cadence::periods(case, &roster.duty, cadence, None);
        super::cadence::judge_days(
            case,
            &roster.duty,
            cadence,
            None,
            &periods,
            &days,
            "shift",
            found,
        );
    }
    let assigned = shifts
        .iter()
        .any(|r| r.status.as_deref() != Some("cancelled"));
    if roster.cadence.is_none() && !assigned {
        let status = if case.missed("shift") == "unknown" {
            "unknown"
        } else {
            "not_applicable"
        };
        say(found, &roster.duty, &[], Said::of(status));
    }
    for person in &case.plan.persons {
        let own = shifts.iter().filter(|r| r.actor[0] == person.staff);
        let marks: Vec<(Date, &str)> = own
            .map(|r| (r.date, r.status.as_deref().unwrap_or("")))
            .collect();
        let marks: Vec<&(Date, &str)> = marks
            .iter()
            .filter(|(_, mark)| *mark != "cancelled")
            .collect();
        if marks.is_empty() {
            continue;
        }
        let absent = marks.iter().filter(|(_, mark)| *mark == "absent").count();
        let unmarked = |past: bool| {
            marks
                .iter()
                .any(|(day, mark)| mark.is_empty() && (*day < case.as_of) == past)
        };
        let (status, figure) = if absent > 0 {
            ("violated", i64::try_from(absent).ok())
        } else if unmarked(true) {
            ("unknown", None)
        } else if marks
            .iter()
            .all(|(day, mark)| mark.is_empty() && *day == case.as_of)
        {
            ("pending", None)
        } else {
            ("met", None)
        };
        // What tells it: the absences, else the shifts without a mark, else those attended.
        let telling = match status {
            "violated" => "absent",
            "unknown" => "",
            _ => "attended",
        };
        let last = marks
            .iter()
            .rfind(|(_, mark)| *mark == telling)
            .map_or(case.as_of, |(day, _)| *day);
        let said = Said::of(status)
            .figure(figure)
            .day(Some(last))
            .about(Some(&person.staff));
        say(found, &roster.duty, &[&person.staff], said);
        let (mut run, mut longest, mut last) = (0, 0, None);
        for (day, mark) in &marks {
            match *mark {
                "absent" => run += 1,
                "attended" => run = 0,
                "excused" if roster.absence.excused_breaks => run = 0,
                _ => {}
            }
            // The last absence of the longest run; of the first, where several are as long.
            if run > longest {
                (longest, last) = (run, Some(*day));
            }
        }
        if roster
            .absence
            .fail_after_consecutive
            .is_some_and(|most| longest >= i64::from(most))
        {
            let said = Said::of("violated")
                .facet("run")
                .figure(Some(longest))
                .day(last);
            say(
                found,
                &roster.duty,
                &[&person.staff],
                said.about(Some(&person.staff)),
            );
        }
    }
}
