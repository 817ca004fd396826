//! Rosters.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::{Case, Findings, Said, say};
use crate::days::contains;
use crate::ledger::Record;
use crate::plan::{Absence, Roster};

/// The day and the mark of a shift.
type Shift<'a> = (Date, &'a str);

pub(super) fn judge(case: &Case<'_>, roster: &Roster, found: &mut Findings) {
    let span = case.span(&roster.duty);
    let known = |r: &&Record| {
        let mut persons = case.plan.persons.iter();
        persons.any(|p| r.actor == [p.staff.clone()])
    };
    let shifts = case.records("shift", &roster.duty.id).into_iter();
    let shifts: Vec<&Record> = shifts
        .filter(|r| contains(span, r.date) && known(r))
        .collect();
    days(case, roster, &shifts, found);
    let assigned = |r: &&&Record| r.status.as_deref() != Some("cancelled");
    if roster.cadence.is_none() && !shifts.iter().any(|r| assigned(&r)) {
        let status = match case.missed("shift") {
            "unknown" => "unknown",
            _ => "not_applicable",
        };
        say(found, &roster.duty, &[], Said::of(status));
    }
    for person in &case.plan.persons {
        let own = shifts.iter().filter(|r| r.actor[0] == person.staff);
        let marks = own
            .filter(assigned)
            .map(|r| (r.date, r.status.as_deref().unwrap_or("")));
        let marks: Vec<Shift<'_>> = marks.collect();
        if marks.is_empty() {
            continue;
        }
        let said = attendance(case, &marks).about(Some(&person.staff));
        say(found, &roster.duty, &[&person.staff], said);
        if let Some(said) = longest_run(&roster.absence, &marks) {
            let said = said.about(Some(&person.staff));
            say(found, &roster.duty, &[&person.staff], said);
        }
    }
}

/// The days on which enough persons attended, as a cadence counts them.
fn days(case: &Case<'_>, roster: &Roster, shifts: &[&Record], found: &mut Findings) {
    let Some(cadence) = &roster.cadence else {
        return;
    };
    let mut attended: BTreeMap<Date, BTreeSet<&str>> = BTreeMap::new();
    for shift in shifts {
        if shift.status.as_deref() == Some("attended") {
            let who = attended.entry(shift.date).or_default();
            who.insert(&shift.actor[0]);
        }
    }
    let full = attended
        .iter()
        .filter(|(_, who)| who.len() >= roster.crew as usize);
    let days: Vec<Date> = full.map(|(day, _)| *day).collect();
    let duty = &roster.duty;
    let periods = super::cadence::periods(case, duty, cadence, None);
    super::cadence::judge_days(case, duty, cadence, None, &periods, &days, "shift", found);
}

/// How one person stands.
fn attendance(case: &Case<'_>, marks: &[Shift<'_>]) -> Said {
    let absent = marks.iter().filter(|(_, mark)| *mark == "absent").count();
    let over = |day: Date| day < case.as_of;
    // What tells it: the absences, else the shifts without a mark, else those attended.
    let (status, telling) = if absent > 0 {
        ("violated", "absent")
    } else if marks
        .iter()
        .any(|(day, mark)| mark.is_empty() && over(*day))
    {
        ("unknown", "")
    } else if marks
        .iter()
        .all(|(day, mark)| mark.is_empty() && !over(*day))
    {
        ("pending", "attended")
    } else {
        ("met", "attended")
    };
    let last = marks.iter().rfind(|(_, mark)| *mark == telling);
    let figure = i64::try_from(absent).ok().filter(|n| *n > 0);
    Said::of(status)
        .figure(figure)
        .day(Some(last.map_or(case.as_of, |(day, _)| *day)))
}

/// The longest run of absences, if it is too long; the first, where several are as long.
fn longest_run(absence: &Absence, marks: &[Shift<'_>]) -> Option<Said> {
    let (mut run, mut longest, mut last) = (0, 0, None);
    for (day, mark) in marks {
        match *mark {
            "absent" => run += 1,
            "attended" => run = 0,
            "excused" if absence.excused_breaks => run = 0,
            _ => {}
        }
        if run > longest {
            (longest, last) = (run, Some(*day));
        }
    }
    let most = absence.fail_after_consecutive?;
    (longest >= i64::from(most)).then(|| {
        Said::of("violated")
            .facet("run")
            .figure(Some(longest))
            .day(last)
    })
}
