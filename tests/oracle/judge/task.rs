//! Deadlines of tasks.

use jiff::civil::Date;

use super::{Case, Findings, Said, fits, part, say, whom};
use crate::ledger::Record;
use crate::plan::{Due, Subject, Task};

pub(super) fn judge(case: &Case<'_>, task: &Task, found: &mut Findings) {
    let rows = case.rows(&task.duty);
    // For whom it is does not matter where the deadline itself is open; of a task, nor where it runs from one that is off.
    let off = case.plan.off();
    let is_task = case.plan.tasks.iter().any(|t| t.duty.id == task.duty.id);
    let from_off = |of: &&str| is_task && task.due.date.is_none() && off.contains(*of);
    let after = task.due.after.as_deref().filter(from_off);
    if is_open(&task.due) || after.is_some() {
        say(found, &task.duty, &[], Said::of("unset"));
        return;
    }
    if rows.is_empty() {
        say(found, &task.duty, &[], Said::of("not_applicable"));
        return;
    }
    if rows
        .iter()
        .any(|row| matches!(due(case, &task.due, *row), Deadline::Open))
    {
        say(found, &task.duty, &[], Said::of("unset"));
        return;
    }
    let before = found.len();
    for row in rows {
        let done = done(case, task, row);
        let (day, late) = (done.map(|r| r.date), case.entered_late(done));
        match due(case, &task.due, row) {
            Deadline::Open => unreachable!("it was asked for"),
            Deadline::Waits => say(
                found,
                &task.duty,
                &part(row),
                Said::of("pending").about(whom(row)).backfilled(late),
            ),
            Deadline::On(due) if !exists(case, row, due) => continue,
            Deadline::On(due) => {
                let (status, figure) = stands(
                    case,
                    task.grace,
                    due,
                    day,
                    task.evidence.unwrap_or("task_done"),
                );
                let said = Said::of(status)
                    .figure(figure)
                    .day(Some(due))
                    .about(whom(row))
                    .backfilled(late);
                say(found, &task.duty, &part(row), said);
            }
        }
        let Some(done) = day else { continue };
        let earlier =
            task.after
                .iter()
                .any(|other| match completed(case, named(case, other), row) {
                    Completed::On(day) => day > done,
                    Completed::NotYet => true,
                    Completed::NotDue => false,
                });
        if earlier {
            let said = Said::of("violated")
                .facet("order")
                .day(Some(done))
                .about(whom(row));
            say(found, &task.duty, &part(row), said);
        }
    }
    if found.len() == before {
        say(found, &task.duty, &[], Said::of("not_applicable"));
    }
}

fn named<'a>(case: &'a Case<'_>, id: &str) -> &'a Task {
    case.plan
        .tasks
        .iter()
        .find(|task| task.duty.id == id)
        .expect("it is there")
}

pub(super) fn exists(case: &Case<'_>, row: Option<&Subject>, day: Date) -> bool {
    let Some(subject) = row else { return true };
    let _ = case;
    subject.from.is_none_or(|from| from <= day) && subject.to.is_none_or(|to| day <= to)
}

/// Whether a deadline leaves open how long.
pub(super) fn is_open(due: &Due) -> bool {
    due.within.is_some_and(|within| within.value().is_none())
}

/// By when something is due.
pub(super) enum Deadline {
    On(Date),
    Waits,
    /// After a task that is not due for this subject.
    Open,
}

pub(super) fn due(case: &Case<'_>, due: &Due, row: Option<&Subject>) -> Deadline {
    if let Some(date) = due.date {
        return Deadline::On(date);
    }
    let Some(within) = due.within.and_then(|within| within.value()) else {
        return Deadline::Open;
    };
    let from = match due.after.as_deref() {
        Some("plan_issued") => Completed::On(case.plan.plan.issued),
        Some("plan_start") | None => Completed::On(case.life(row).expect("the plan meets it").from),
        Some(task) => completed(case, named(case, task), row),
    };
    match from {
        Completed::On(from) => Deadline::On(case.workdays.after(from, within)),
        Completed::NotYet => Deadline::Waits,
        Completed::NotDue => Deadline::Open,
    }
}

/// The earliest record that satisfies what is required.
fn done<'a>(case: &Case<'a>, task: &Task, row: Option<&Subject>) -> Option<&'a Record> {
    let records = case.records(task.evidence.unwrap_or("task_done"), &task.duty.id);
    let mine = records
        .into_iter()
        .filter(|r| super::cadence::belongs(r, row) && fits(r, task.requires.as_ref()));
    mine.min_by_key(|r| r.date)
}

/// How another task stands.
enum Completed {
    On(Date),
    NotYet,
    /// It is not due for this subject, or for nobody.
    NotDue,
}

/// The day on which a task was completed, for the same subject or the whole jurisdiction.
fn completed(case: &Case<'_>, task: &Task, row: Option<&Subject>) -> Completed {
    let rows = case.rows(&task.duty);
    let open = |row: &Option<&Subject>| matches!(due(case, &task.due, *row), Deadline::Open);
    let id = task.duty.id.as_str();
    let off = case.plan.off().contains(id);
    if off || task.duty.active.value() != Some(true) || rows.iter().any(open) {
        return Completed::NotDue;
    }
    let concerned = |other: &&Option<&Subject>| match (row, other) {
        (Some(subject), Some(other)) => subject.id == other.id,
        _ => true,
    };
    let days: Option<Vec<Date>> = rows
        .iter()
        .filter(concerned)
        .map(|row| done(case, task, *row).map(|r| r.date))
        .collect();
    match days.map(|days| days.into_iter().max()) {
        None => Completed::NotYet,
        Some(None) => Completed::NotDue,
        // Done on the day on which the last of them had it.
        Some(Some(day)) => Completed::On(day),
    }
}

/// How something with a due day stands, and the workdays that it is late.
pub(super) fn stands(
    case: &Case<'_>,
    grace: Option<u32>,
    due: Date,
    done: Option<Date>,
    kind: &str,
) -> (&'static str, i64) {
    match done {
        Some(done) if done <= due => ("met", 0),
        Some(done) => {
            let late = case.workdays.between(due, done);
            match grace {
                Some(grace) if late > i64::from(grace) => ("missed", late),
                _ => ("late", late),
            }
        }
        None if case.as_of <= due => (case.open(due), 0),
        None => (case.missed(kind), overdue(case, due)),
    }
}

/// The workdays by which something is overdue that was not done.
pub(super) fn overdue(case: &Case<'_>, due: Date) -> i64 {
    let end = case.plan.period.to;
    let until = if due < end {
        case.as_of.min(end)
    } else {
        case.as_of
    };
    case.workdays.between(due, until)
}
