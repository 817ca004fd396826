//! Rosters.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::cadence::{Judged, Place, Who, judge_days, need, periods, place};
use super::decision::{Proposed, level, line, ruling};
use super::waiver::waived;
use super::{Case, Findings, Said, say};
use crate::days::{calendar, contains};
use crate::ledger::Record;
use crate::plan::{Absence, Body, Person, Roster};

/// The day and the mark of a shift; an absence that is waived has the mark `waived`.
type Shift<'a> = (Date, &'a str);

pub(super) fn judge(case: &Case<'_>, roster: &Roster, found: &mut Findings, out: &mut Vec<String>) {
    let span = case.span(&roster.duty);
    let shifts = case.records("shift", &roster.duty.id).into_iter();
    let inside = shifts.filter(|r| contains(span, r.date));
    let (refusals, shifts): (Vec<&Record>, Vec<&Record>) =
        inside.partition(|r| r.status.as_deref() == Some("refused"));
    days(case, roster, &shifts, found);
    let mut nobody = !refuse(case, roster, &refusals, found, out);
    for person in pool(case, roster) {
        let own = shifts
            .iter()
            .filter(|r| r.actor.iter().any(|actor| actor == person.staff));
        let assigned: Vec<&Record> = own
            .filter(|r| r.status.as_deref() != Some("cancelled"))
            .copied()
            .collect();
        let late = case.entered_late(assigned.iter().copied());
        let own = assigned.iter();
        let own = own.map(|r| (r.date, r.status.as_deref().unwrap_or("")));
        let marks: Vec<Shift<'_>> = own
            .map(|(day, mark)| match mark {
                "absent" if waived(case, &roster.duty.id, person.staff, day) => (day, "waived"),
                "attended" | "absent" | "excused" => (day, mark),
                _ => (day, ""),
            })
            .collect();
        if !marks.is_empty() {
            nobody = false;
            attend(case, roster, person, (&marks, late), found, out);
        }
    }
    if roster.cadence.is_none() && nobody {
        let status = match case.missed("shift") {
            "unknown" => "unknown",
            _ => "not_applicable",
        };
        say(found, &roster.duty, &[], Said::of(status));
    }
}

/// The persons of the units that are drawn on; all persons if none is named.
fn pool<'a>(case: &Case<'a>, roster: &Roster) -> Vec<&'a Person> {
    let drawn = |person: &&Person| {
        roster.pool.is_empty() || person.unit.is_some_and(|unit| roster.pool.contains(&unit))
    };
    case.plan.persons.iter().filter(drawn).collect()
}

/// The days on which enough persons attended, as a cadence counts them.
fn days(case: &Case<'_>, roster: &Roster, shifts: &[&Record], found: &mut Findings) {
    let Some(cadence) = &roster.cadence else {
        return;
    };
    if need(cadence).is_none() {
        say(found, &roster.duty, &[], Said::of("unset"));
        return;
    }
    let pool = pool(case, roster);
    let there = |record: &Record| -> Vec<&Person> {
        let named = |p: &&&Person| record.actor.iter().any(|actor| actor == p.staff);
        pool.iter().filter(named).copied().collect()
    };
    let mut of_day: BTreeMap<Date, Vec<&Record>> = BTreeMap::new();
    for record in shifts.iter().filter(|r| !there(r).is_empty()) {
        of_day.entry(record.date).or_default().push(record);
    }
    let duty = &roster.duty;
    let periods = periods(case, duty, cadence, None);
    let mut places = Vec::new();
    for (day, records) in of_day {
        let attended: Vec<&&Record> = records
            .iter()
            .filter(|r| r.status.as_deref() == Some("attended"))
            .collect();
        let Some(first) = attended.first() else {
            continue;
        };
        let persons: BTreeMap<&str, &Person> = attended
            .iter()
            .flat_map(|r| there(r))
            .map(|person| (person.staff, person))
            .collect();
        let leads = |p: &&&Person| p.unit.is_some_and(|unit| roster.led_by.contains(&unit));
        let leaders = persons.values().filter(leads).count();
        let led = roster.led_share.is_none_or(|share| {
            let (part, whole) = share.split_once('/').expect("a fraction");
            let (part, whole): (usize, usize) = (
                part.parse().expect("digits"),
                whole.parse().expect("digits"),
            );
            leaders * whole >= persons.len() * part
        });
        // A cancelled shift has never been assigned.
        let held = records
            .iter()
            .filter(|r| r.status.as_deref() != Some("cancelled"));
        let marks: BTreeSet<&str> = held.flat_map(|r| r.marks.iter().copied()).collect();
        let produced = roster.produces.iter().all(|mark| marks.contains(mark));
        let whole = persons.len() >= roster.crew as usize && led && produced;
        let (own, before) = place(case, &periods, cadence, day);
        if (own, before) == (None, None) {
            continue;
        }
        let late = case.entered_late(attended.iter().map(|r| **r)) > 0;
        if !whole && roster.defective == "noted" {
            let said = Said::of("violated").facet("defect").day(Some(day));
            say(found, duty, &[&first.id], said);
        }
        if whole || roster.defective == "noted" {
            places.push(Place { own, before, late });
        }
    }
    let judged = Judged {
        duty,
        cadence,
        kind: "shift",
    };
    let who = Who {
        row: None,
        unit: None,
    };
    judge_days(case, judged, who, &periods, &places, found);
}

/// How one person stands, and what follows.
fn attend(
    case: &Case<'_>,
    roster: &Roster,
    person: &Person,
    (marks, late): (&[Shift<'_>], usize),
    found: &mut Findings,
    out: &mut Vec<String>,
) {
    let (id, staff, absence) = (&roster.duty.id, person.staff, &roster.absence);
    let liable = absence.applies_to.is_empty()
        || person
            .category
            .is_some_and(|of| absence.applies_to.contains(&of));
    let said = attendance(case, marks).backfilled(late);
    if said.status == "violated" && liable {
        let measure = format!("deduct {}", deducted(absence, marks));
        out.push(proposal(
            case,
            id,
            staff,
            absence.decided_by.as_ref(),
            said.day,
            &measure,
        ));
    }
    say(found, &roster.duty, &[staff], said.by(Some(staff)));
    let Some(run) = longest_run(absence, marks) else {
        return;
    };
    if let Some(grade) = absence.grade.filter(|_| liable && run.status == "violated") {
        let duty = format!("{id}.run");
        let measure = format!("grade {grade}");
        let line = proposal(
            case,
            &duty,
            staff,
            absence.decided_by.as_ref(),
            run.day,
            &measure,
        );
        out.push(line.replacen(&duty, id, 1));
    }
    say(found, &roster.duty, &[staff], run.by(Some(staff)));
}

fn proposal(
    case: &Case<'_>,
    duty: &str,
    about: &str,
    by: Option<&Body>,
    from: Option<Date>,
    measure: &str,
) -> String {
    let proposed = Proposed {
        duty,
        about: Some(about),
        level: level(by),
        lasts: None,
        from,
    };
    line(duty, measure, Some(about), ruling(case, &proposed).state)
}

/// In fen, each period of the cap for itself.
fn deducted(absence: &Absence, marks: &[Shift<'_>]) -> i64 {
    let fen = |yuan: &str| 100 * yuan.trim_end_matches('元').parse::<i64>().expect("digits");
    let mut by_period: BTreeMap<String, i64> = BTreeMap::new();
    for (day, _) in marks.iter().filter(|(_, mark)| *mark == "absent") {
        let period = calendar(*day, absence.cap_every).id;
        *by_period.entry(period).or_default() += fen(absence.deduct);
    }
    let most = absence.cap.map_or(i64::MAX, fen);
    by_period.values().map(|sum| (*sum).min(most)).sum()
}

fn attendance(case: &Case<'_>, marks: &[Shift<'_>]) -> Said {
    let with = |wanted: &str| marks.iter().filter(|(_, mark)| *mark == wanted).count();
    let over = |day: Date| day < case.as_of;
    // What tells it: the absences, else the shifts without a mark, else the absences waived, else those attended.
    let (status, telling) = if with("absent") > 0 {
        ("violated", "absent")
    } else if marks
        .iter()
        .any(|(day, mark)| mark.is_empty() && over(*day))
    {
        ("unknown", "")
    } else if with("waived") > 0 {
        ("waived", "waived")
    } else if marks
        .iter()
        .all(|(day, mark)| mark.is_empty() && !over(*day))
    {
        ("pending", "attended")
    } else {
        ("met", "attended")
    };
    let last = marks.iter().rfind(|(_, mark)| *mark == telling);
    Said::of(status)
        // Of a waiver that covers all, what it covers.
        .figure(count(with(if status == "waived" {
            "waived"
        } else {
            "absent"
        })))
        .day(Some(last.map_or(case.as_of, |(day, _)| *day)))
}

fn count(of: usize) -> i64 {
    i64::try_from(of).expect("few")
}

/// The longest run of absences, if it is too long; the first, where several are as long.
fn longest_run(absence: &Absence, marks: &[Shift<'_>]) -> Option<Said> {
    let most = i64::from(absence.fail_after_consecutive?);
    let run = |waived_counts: bool| {
        let (mut run, mut longest, mut last) = (0, 0, None);
        for (day, mark) in marks {
            match *mark {
                "absent" => run += 1,
                "waived" if waived_counts => run += 1,
                "attended" => run = 0,
                // An absence that is waived is one that is excused.
                "excused" | "waived" if absence.excused_breaks => run = 0,
                _ => {}
            }
            if run > longest {
                (longest, last) = (run, Some(*day));
            }
        }
        (longest, last)
    };
    let said = |status, (longest, last): (i64, Option<Date>)| {
        let said = Said::of(status).facet("run").figure(longest);
        Some(said.day(last))
    };
    if run(false).0 >= most {
        return said("violated", run(false));
    }
    if run(true).0 >= most {
        return said("waived", run(true));
    }
    None
}

/// Units that refused; whether any did.
fn refuse(
    case: &Case<'_>,
    roster: &Roster,
    refusals: &[&Record],
    found: &mut Findings,
    out: &mut Vec<String>,
) -> bool {
    let mut any = false;
    for unit in &case.plan.units {
        let drawn = roster.pool.is_empty() || roster.pool.contains(&unit.id);
        let own = refusals
            .iter()
            .filter(|r| drawn && r.actor.iter().any(|actor| actor == unit.id));
        let all: Vec<Date> = own.map(|r| r.date).collect();
        let Some(last) = all.last() else { continue };
        any = true;
        let left: Vec<Date> = all
            .iter()
            .copied()
            .filter(|day| !waived(case, &roster.duty.id, unit.id, *day))
            .collect();
        let status = if left.is_empty() {
            "waived"
        } else {
            "violated"
        };
        let last = *left.last().unwrap_or(last);
        let said = Said::of(status)
            .facet("refusal")
            .figure(count(if left.is_empty() {
                all.len()
            } else {
                left.len()
            }))
            .day(Some(last))
            .by(Some(unit.id));
        say(found, &roster.duty, &[unit.id], said);
        let Some(refusal) = roster.refusal.as_ref().filter(|_| !left.is_empty()) else {
            continue;
        };
        let duty = format!("{}.refusal", roster.duty.id);
        let propose = |about: &str, measure: &str| {
            let by = refusal.decided_by.as_ref();
            let line = proposal(case, &duty, about, by, Some(last), measure);
            line.replacen(&duty, &roster.duty.id, 1)
        };
        if !refusal.ineligible.is_empty() {
            let measure = format!("ineligible {}", refusal.ineligible.join(" "));
            out.push(propose(unit.id, &measure));
        }
        if let (Some(what), Some(role)) = (refusal.head, unit.head) {
            let heads: BTreeSet<&str> = left
                .iter()
                .filter_map(|day| head(case, role, *day))
                .collect();
            out.extend(
                heads
                    .iter()
                    .map(|who| propose(who, &format!("head {what}"))),
            );
        }
    }
    any
}

/// Whoever heads a unit on a day: the appointed before the acting.
fn head<'a>(case: &Case<'a>, role: &str, day: Date) -> Option<&'a str> {
    let held = case.plan.holders.iter().filter(|h| {
        h.role == role
            && h.from.unwrap_or(case.plan.period.from) <= day
            && h.to.is_none_or(|to| day <= to)
    });
    held.min_by_key(|h| (h.acting, h.person)).map(|h| h.person)
}
