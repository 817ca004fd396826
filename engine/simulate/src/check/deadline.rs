//! By when: done in time and after what comes first, or late, never, or too early.

use jiff::civil::Date;
use luoshi_plan::model::DueKeys;
use luoshi_plan::{Limit, after};
use luoshi_rules::{Check, Deadline, Row, Status};

use super::Done;
use crate::chance::Chance;
use crate::days::{days, plus, workdays_later};
use crate::furnish::{spoil, spoils};
use crate::planted::{Failure, How, Why};
use crate::world::World;

/// Does every task of every subject, those that come first before the others.
pub(crate) fn fill_all(world: &mut World<'_>) {
    let mut waiting: Vec<usize> = (0..world.program.checks.len())
        .filter(|at| matches!(world.check(*at), Check::Deadline(_)))
        .collect();
    // Each round does at least one; what waits in a circle is left undone.
    while !waiting.is_empty() {
        let ready: Vec<usize> = waiting
            .iter()
            .copied()
            .filter(|at| firsts(world, *at).iter().all(|f| !waiting.contains(f)))
            .collect();
        if ready.is_empty() {
            return;
        }
        waiting.retain(|at| !ready.contains(at));
        for at in ready {
            fill(world, at);
        }
    }
}

/// Checks of the tasks that must be done before those of a check.
fn firsts(world: &World<'_>, at: usize) -> Vec<usize> {
    let Check::Deadline(task) = world.check(at) else {
        return Vec::new();
    };
    let keys = due_keys(world, at).and_then(|k| k.after.as_deref());
    let named = |duty: &str| keys == Some(duty) || task.after.iter().any(|a| a == duty);
    (0..world.program.checks.len())
        .filter(|other| *other != at)
        .filter(|other| matches!(world.check(*other), Check::Deadline(_)))
        .filter(|other| named(world.duty_of(*other)))
        .collect()
}

fn fill(world: &mut World<'_>, at: usize) {
    let Check::Deadline(task) = world.check(at) else {
        return;
    };
    let mut chance = world.chance(world.duty_of(at));
    for (cell, row) in task.rows.iter().enumerate() {
        let Some(due) = due_day(world, at, row) else {
            continue;
        };
        let open = open_days(world, at, row, due);
        // What is due after the simulated term is half done by its end.
        if due > world.as_of() && chance.happens(50) {
            continue;
        }
        if let Some(day) = open.get(chance.below(open.len())) {
            let subject = world.subject_of(row);
            let duty = &task.record_duty;
            let record = world.furnished(task.kind, *day, duty, subject, &mut chance);
            let draft = world.add(record, Some((at, cell)));
            world.drafts[draft].backfilled = chance.happens(world.profile.backfilled);
        }
    }
}

/// Days on which it can be done in time: the second half of those after all that comes first.
fn open_days(world: &World<'_>, at: usize, row: &Row, due: Date) -> Vec<Date> {
    let plan = world.plan();
    let start = plan.span.from.max(plan.header.issued.min(due));
    let born = row.subject.and_then(|s| plan.subjects[s as usize].from);
    let mut from = born.map_or(start, |day| day.max(start)).min(due);
    for first in firsts(world, at) {
        let Some(day) = done_on(world, first, row) else {
            return Vec::new();
        };
        from = from.max(day);
    }
    let last = due.min(world.as_of());
    let all = days(from, last, true, plan);
    all[all.len() / 3..].to_vec()
}

/// When a task was done for the subject of a row, or once for all.
fn done_on(world: &World<'_>, first: usize, row: &Row) -> Option<Date> {
    let Check::Deadline(task) = world.check(first) else {
        return None;
    };
    let same = |r: &Row| r.subject.is_none() || r.subject == row.subject;
    let cell = task.rows.iter().position(same)?;
    let drafts = world.serving(first, cell);
    drafts.first().map(|d| world.drafts[*d].record.date)
}

/// The keys that say by when the duty of a check is due.
pub(crate) fn due_keys<'a>(world: &World<'a>, at: usize) -> Option<&'a DueKeys> {
    let duty = world.duty_of(at);
    let content = &world.plan().content;
    let tasks = content.tasks.iter().map(|t| (&t.duty, &t.due));
    let documents = content.documents.iter().map(|d| (&d.duty, &d.due));
    let coverage = content.coverage.iter().map(|c| (&c.duty, &c.due));
    let mut all = tasks.chain(documents).chain(coverage);
    all.find(|(d, _)| d.id.name == duty)?.1.get()
}

/// The last day for a row; none without one, or for a subject that does not exist then.
pub(crate) fn due_day(world: &World<'_>, at: usize, row: &Row) -> Option<Date> {
    let plan = world.plan();
    let keys = due_keys(world, at)?;
    let limit = keys.within.unwrap_or(Limit::Days(0));
    let subject = row.subject.map(|s| &plan.subjects[s as usize]);
    let due = match (keys.date, keys.after.as_deref()) {
        (Some(date), _) => date,
        (None, Some("plan_issued")) => after(plan.header.issued, limit, plan),
        (None, None | Some("plan_start")) => {
            let born = subject.and_then(|s| s.from).unwrap_or(plan.span.from);
            after(born.max(plan.span.from), limit, plan)
        }
        (None, Some(task)) => {
            let mut checks = 0..world.program.checks.len();
            let first = checks.find(|c| world.duty_of(*c) == task)?;
            after(done_on(world, first, row)?, limit, plan)
        }
    };
    let exists = subject
        .is_none_or(|s| s.from.is_none_or(|from| from <= due) && s.to.is_none_or(|to| due <= to));
    exists.then_some(due)
}

/// Makes one deadline fail.
pub(crate) fn plant(
    world: &mut World<'_>,
    at: usize,
    task: &Deadline,
    failure: &Failure,
) -> Result<Done, Why> {
    let duty = world.duty_of(at);
    let id = |row: &Row| {
        world
            .subject_of(row)
            .map_or(String::new(), |s| format!("/{s}"))
    };
    let find = |facet: &str| {
        let wanted = |row: &Row| format!("{duty}{facet}{}", id(row)) == failure.finding;
        task.rows.iter().position(wanted)
    };
    if let Some(cell) = find(".order") {
        return too_early(world, at, task, cell);
    }
    let cell = find("").ok_or(Why::UnknownFinding)?;
    let row = &task.rows[cell];
    let due = due_day(world, at, row).ok_or(Why::NotDue)?;
    if due >= world.as_of() {
        return Err(Why::NotDue);
    }
    let draft = *world.serving(at, cell).first().ok_or(Why::NoRoom)?;
    let how = failure.how.unwrap_or(match failure.status {
        Status::Late => How::Late,
        _ => How::None,
    });
    match how {
        How::None => world.remove(draft),
        How::Late => {
            let mut chance = world.chance(&failure.finding);
            let day = late_day(world, task.grace, due, failure, &mut chance)?;
            push_back(world, at, row.subject, day);
        }
        how if spoils(how) => {
            let mut record = world.drafts[draft].record.clone();
            spoil(&mut record, &task.requirement, Some(how))?;
            *world.touch(draft) = record;
        }
        _ => return Err(Why::Mismatch),
    }
    Ok(Done::written(due, world.subject_of(row)))
}

/// A day so many workdays after the due day: inside the grace for `late`, beyond it for `missed`.
pub(crate) fn late_day(
    world: &World<'_>,
    grace: Option<u32>,
    due: Date,
    failure: &Failure,
    chance: &mut Chance,
) -> Result<Date, Why> {
    let most = i64::from(grace.unwrap_or(15));
    let drawn = match failure.status {
        Status::Missed => most + chance.between(1, 5),
        _ => chance.between(2, 8).min(most.max(1)),
    };
    let n = failure.times.unwrap_or(u32::try_from(drawn).unwrap_or(1));
    let day = failure
        .on
        .unwrap_or_else(|| workdays_later(due, n, world.plan()));
    if day > world.as_of() {
        return Err(Why::NoRoom);
    }
    Ok(day)
}

/// Moves a task to a later day, and with it whatever must come after it.
fn push_back(world: &mut World<'_>, at: usize, subject: Option<u32>, day: Date) {
    let Some(draft) = draft_of(world, at, subject) else {
        return;
    };
    world.touch(draft).date = day;
    let next = workdays_later(day, 1, world.plan()).min(world.as_of());
    for follower in 0..world.program.checks.len() {
        let earlier = |d: usize| world.drafts[d].record.date < day;
        let follows = firsts(world, follower).contains(&at);
        if follows && draft_of(world, follower, subject).is_some_and(earlier) {
            push_back(world, follower, subject, next);
        }
    }
}

fn draft_of(world: &World<'_>, check: usize, subject: Option<u32>) -> Option<usize> {
    let Check::Deadline(task) = world.check(check) else {
        return None;
    };
    let same = |r: &Row| r.subject.is_none() || subject.is_none() || r.subject == subject;
    let cell = task.rows.iter().position(same)?;
    world.serving(check, cell).first().copied()
}

/// Moves a task before one that comes first.
fn too_early(world: &mut World<'_>, at: usize, task: &Deadline, cell: usize) -> Result<Done, Why> {
    let row = &task.rows[cell];
    let first = firsts(world, at);
    let days: Vec<Date> = first
        .iter()
        .filter_map(|f| done_on(world, *f, row))
        .collect();
    let earliest = days.into_iter().min().ok_or(Why::NothingLacking)?;
    let draft = *world.serving(at, cell).first().ok_or(Why::NoRoom)?;
    let day = world
        .plan()
        .workdays
        .last_on_or_before(plus(earliest, -3))
        .ok_or(Why::NoRoom)?;
    world.touch(draft).date = day;
    Ok(Done::written(day, world.subject_of(row)))
}
