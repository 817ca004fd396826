//! Ladders.

use jiff::civil::Date;

use super::decision::{line, may_decide};
use super::task::stands;
use super::{Case, Findings, Said, say, whom};
use crate::days::contains;
use crate::ledger::Record;
use crate::plan::{Ladder, Step, Subject, Trigger};

/// An event: its day, and whether it is severe.
type Event = (Date, bool);

pub(super) fn judge(case: &Case<'_>, of: &Ladder, found: &mut Findings, out: &mut Vec<String>) {
    let open = |step: &Step| step.window.is_some_and(|window| window.value().is_none());
    if of.steps.iter().any(open) {
        say(found, &of.duty, &[], Said::of("unset"));
        return;
    }
    let rows = case.rows(&of.duty);
    if rows.is_empty() {
        say(found, &of.duty, &[], Said::of("not_applicable"));
        return;
    }
    let before = found.clone();
    for row in rows {
        row_of(case, of, row, &before, found, out);
    }
}

fn row_of(
    case: &Case<'_>,
    of: &Ladder,
    row: Option<&Subject>,
    before: &Findings,
    found: &mut Findings,
    out: &mut Vec<String>,
) {
    let course = course(case, of, row);
    let mut events = events(case, of, row, before);
    // Events up to a release are settled by it.
    events.retain(|(day, _)| course.settled.is_none_or(|settled| settled < *day));
    let hit = reached(case, &of.trigger, &events);
    let next = match course.in_force {
        Some((at, since)) => {
            let end = end(case, &of.steps[at], since);
            let over = end.is_some_and(|end| end < case.as_of);
            of.steps.get(at + 1).filter(|_| over)
        }
        None => hit.as_ref().map(|hit| first(of, hit)),
    };
    let in_force = course.in_force.map(|(at, _)| &of.steps[at]);
    let (status, decision) = match (in_force, next) {
        (Some(_), _) => ("violated", Some("confirmed")),
        (None, Some(_)) => ("violated", Some("proposed")),
        (None, None) => ("met", course.released.then_some("lifted")),
    };
    let hit = hit.unwrap_or_default();
    let run = case.as_of.min(case.plan.period.to);
    let said = Said::of(status)
        .decision(decision)
        .day(Some(hit.last().map_or(run, |(day, _)| *day)))
        .figure(i64::try_from(hit.len()).expect("few"));
    let id = of.duty.id.as_str();
    if let Some(step) = in_force.filter(|step| !step.during.is_empty()) {
        let lost = format!("ineligible {}", step.during.join(" "));
        out.push(line(id, &lost, whom(row), Some("confirmed")));
    }
    if let Some(step) = next {
        out.push(line(id, &format!("step {}", step.name), whom(row), None));
    }
    say(found, &of.duty, &super::part(row), said.about(whom(row)));
    for (at, since, ended) in course.over {
        reports(case, of, (&of.steps[at], since, Some(ended)), row, found);
    }
    if let Some((at, since)) = course.in_force {
        reports(case, of, (&of.steps[at], since, None), row, found);
    }
}

#[derive(Clone, Copy)]
enum Ended {
    Released(Date),
    AnotherStep(Date),
}

/// The last day of a step's window.
fn end(case: &Case<'_>, step: &Step, since: Date) -> Option<Date> {
    let window = step.window.and_then(|window| window.value());
    window.map(|window| case.workdays.after(since, window))
}

fn first<'a>(of: &'a Ladder, hit: &[Event]) -> &'a Step {
    let severe = hit.iter().any(|(_, severe)| *severe);
    let start = of.trigger.severe_step.filter(|_| severe);
    let named = of.steps.iter().find(|step| Some(step.id) == start);
    named.unwrap_or(&of.steps[0])
}

fn events(case: &Case<'_>, of: &Ladder, row: Option<&Subject>, before: &Findings) -> Vec<Event> {
    let trigger = &of.trigger;
    let failing = before.values().filter(|said| {
        trigger.failed.contains(&said.duty)
            && said.fails()
            && case.lies_in(said.subject.as_deref(), whom(row))
    });
    let mut events: Vec<Event> = failing
        .filter_map(|said| Some((said.day?, false)))
        .collect();
    let span = case.span(&of.duty);
    for record in case.seen.iter().filter(|r| r.kind == "incident") {
        let kind = record.status.as_ref();
        let counts = kind.is_some_and(|kind| trigger.incidents.contains(kind))
            && contains(span, record.date)
            && case.lies_in(record.subject.as_deref(), whom(row));
        if counts {
            let mut severe = trigger.severe_marks.iter();
            events.push((record.date, severe.any(|mark| record.marks.contains(mark))));
        }
    }
    events.sort_unstable();
    events
}

/// The events that reach the ladder: the last window that holds enough, or the last severe one.
fn reached(case: &Case<'_>, trigger: &Trigger, events: &[Event]) -> Option<Vec<Event>> {
    let severe = events.iter().rfind(|(_, severe)| *severe);
    if let Some(severe) = severe.filter(|_| trigger.severe_step.is_some()) {
        return Some(vec![*severe]);
    }
    for last in (0..events.len()).rev() {
        let near = |(day, _): &&Event| {
            let end = trigger
                .within
                .map(|within| case.workdays.after(*day, within));
            end.is_none_or(|end| events[last].0 <= end)
        };
        let window: Vec<Event> = events[..=last].iter().filter(near).copied().collect();
        if window.len() >= trigger.at_least as usize {
            return Some(window);
        }
    }
    None
}

#[derive(Default)]
struct Course {
    /// The step in force and since when.
    in_force: Option<(usize, Date)>,
    /// The steps that were in force before: each with its first day, and the decision that ended it.
    over: Vec<(usize, Date, Ended)>,
    /// The last release, up to which events are settled.
    settled: Option<Date>,
    /// Whether nothing came after the last release.
    released: bool,
}

fn course(case: &Case<'_>, of: &Ladder, row: Option<&Subject>) -> Course {
    let mut course = Course::default();
    for record in concerning(case, "decision", of, row) {
        let word = record.status.as_deref().unwrap_or("");
        let may = |step: &Step| may_decide(case, record, Some(step.decided_by.level));
        let step = of
            .steps
            .iter()
            .position(|step| step.id == word && may(step));
        if let Some(at) = step {
            if let Some((before, since)) = course.in_force {
                let ended = Ended::AnotherStep(record.date);
                course.over.push((before, since, ended));
            }
            course.in_force = Some((at, record.date));
            course.released = false;
        }
        // Only a step in force is released, by whoever may take it.
        let released = course.in_force.filter(|(at, _)| may(&of.steps[*at]));
        if let (Some((at, since)), "accepted") = (released, word) {
            course.over.push((at, since, Ended::Released(record.date)));
            course.in_force = None;
            course.settled = Some(record.date);
            course.released = true;
        }
    }
    course
}

fn concerning<'a>(
    case: &Case<'a>,
    kind: &str,
    of: &Ladder,
    row: Option<&Subject>,
) -> Vec<&'a Record> {
    let here = |r: &&Record| row.is_none_or(|s| r.subject.as_ref() == Some(&s.id));
    let all = case.seen.iter().copied();
    all.filter(|r| r.kind == kind && r.duty.as_ref() == Some(&of.duty.id))
        .filter(here)
        .collect()
}

/// Reports until the window or the step ends: those of the past, and the next one.
fn reports(
    case: &Case<'_>,
    of: &Ladder,
    (step, since, ended): (&Step, Date, Option<Ended>),
    row: Option<&Subject>,
    found: &mut Findings,
) {
    let Some(report) = &step.report else { return };
    let end = end(case, step, since);
    let given = concerning(case, "report", of, row).into_iter();
    let mut given = given.filter(|r| {
        since <= r.date
            && match ended {
                None => true,
                Some(Ended::Released(on)) => r.date <= on,
                Some(Ended::AnotherStep(from)) => r.date < from,
            }
    });
    let asked = |day: &Date| match ended {
        None => true,
        Some(Ended::Released(on) | Ended::AnotherStep(on)) => *day < on,
    };
    let mut due = report
        .first
        .or(report.then_every)
        .map(|limit| case.workdays.after(since, limit));
    while let Some(day) = due.filter(|day| asked(day) && end.is_none_or(|end| *day <= end)) {
        let by = given.next();
        let (status, mut figure) = stands(case, None, day, by.map(|r| r.date), "report");
        if let (Some(Ended::Released(on) | Ended::AnotherStep(on)), None) = (ended, by) {
            figure = figure.min(case.workdays.between(day, on));
        }
        let said = Said::of(status)
            .figure(figure)
            .backfilled(case.entered_late(by))
            .day(Some(day))
            .facet("report")
            .about(whom(row));
        let day_of = day.to_string();
        let parts: Vec<&str> = super::part(row)
            .into_iter()
            .chain([day_of.as_str()])
            .collect();
        say(found, &of.duty, &parts, said);
        let next = report
            .then_every
            .map(|limit| case.workdays.after(day, limit));
        due = next.filter(|next| day < *next && day <= case.as_of);
    }
}
