//! What every subject must have: one record each in time, or none, too few, ended, old.

use jiff::civil::Date;
use luoshi_evidence::{Hundredths, Record};
use luoshi_plan::{Limit, after};
use luoshi_rules::{Coverage, Row, Status};

use super::Done;
use super::deadline::{due_day, due_keys, late_day};
use crate::chance::Chance;
use crate::days::{days, plus};
use crate::furnish::{spoil, spoils};
use crate::planted::{Failure, How, Why};
use crate::world::World;

/// Covers every subject in time, and renews what grows old.
pub(crate) fn fill(world: &mut World<'_>, at: usize, coverage: &Coverage) {
    let mut chance = world.chance(world.duty_of(at));
    for (cell, row) in coverage.rows.iter().enumerate() {
        let mut next = first_day(world, at, row, &mut chance);
        while let Some(day) = next {
            let record = record(world, coverage, row, day, &mut chance);
            let draft = world.add(record, Some((at, cell)));
            world.drafts[draft].backfilled = chance.happens(world.profile.backfilled);
            next = renewal(world, coverage, day);
        }
    }
}

fn first_day(world: &World<'_>, at: usize, row: &Row, chance: &mut Chance) -> Option<Date> {
    let plan = world.plan();
    let born = row.subject.and_then(|s| plan.subjects[s as usize].from);
    let from = born.map_or(plan.span.from, |day| day.max(plan.span.from));
    let last = plan.span.to.min(world.as_of());
    let due = match due_keys(world, at) {
        Some(_) => due_day(world, at, row)?,
        // Judged as of the run: soon after the start.
        None if row.span.is_none_or(|life| life.contains(last)) => {
            after(from, Limit::Months(1), plan)
        }
        None => return None,
    };
    let timed = due_keys(world, at).is_some();
    if timed && due > world.as_of() && chance.happens(50) {
        return None;
    }
    let open = days(from.min(due), due.min(world.as_of()), true, plan);
    let open = &open[open.len() / 3..];
    open.get(chance.below(open.len())).copied()
}

/// When a state shown on a day must be shown again, well before it grows old.
fn renewal(world: &World<'_>, coverage: &Coverage, day: Date) -> Option<Date> {
    let plan = world.plan();
    let old = after(day, coverage.within?, plan);
    let length = luoshi_calendar::number(old) - luoshi_calendar::number(day);
    let again = plan
        .workdays
        .last_on_or_before(plus(day, i64::from(length * 4 / 5)))?;
    (old < world.as_of() && again > day).then_some(again)
}

fn record(
    world: &World<'_>,
    coverage: &Coverage,
    row: &Row,
    day: Date,
    chance: &mut Chance,
) -> Record {
    let subject = world.subject_of(row);
    let mut record = world.furnished(coverage.kind, day, &coverage.record_duty, subject, chance);
    if let Some((needed, exactly)) = coverage.headcount {
        let more = if exactly { 0 } else { chance.between(0, 2) };
        record.quantity = Some(Hundredths((i64::from(needed) + more) * 100));
    }
    record
}

/// Makes one subject lack it.
pub(crate) fn plant(
    world: &mut World<'_>,
    at: usize,
    coverage: &Coverage,
    failure: &Failure,
) -> Result<Done, Why> {
    let duty = world.duty_of(at);
    let id = |row: &Row| {
        world
            .subject_of(row)
            .map_or(duty.to_owned(), |s| format!("{duty}/{s}"))
    };
    let found = coverage.rows.iter().position(|r| id(r) == failure.finding);
    let cell = found.ok_or(if failure.finding == duty {
        Why::Follows
    } else {
        Why::UnknownFinding
    })?;
    let row = &coverage.rows[cell];
    let due = due_day(world, at, row);
    if due.is_some_and(|due| due >= world.as_of()) {
        return Err(Why::NotDue);
    }
    let drafts = world.serving(at, cell);
    let last = *drafts.last().ok_or(Why::NoRoom)?;
    let how = failure.how.unwrap_or(match failure.status {
        Status::Late => How::Late,
        _ => How::None,
    });
    match how {
        How::None => drafts.into_iter().for_each(|draft| world.remove(draft)),
        How::Late => {
            let mut chance = world.chance(&failure.finding);
            let day = late_day(world, None, due.ok_or(Why::Mismatch)?, failure, &mut chance)?;
            drafts[..drafts.len() - 1]
                .iter()
                .for_each(|d| world.remove(*d));
            world.touch(last).date = day;
        }
        How::Headcount => {
            let (needed, _) = coverage.headcount.ok_or(Why::NothingLacking)?;
            let fewer = i64::from(needed) - i64::from(failure.times.unwrap_or(1));
            world.touch(last).quantity = Some(Hundredths(fewer.max(0) * 100));
        }
        How::Ended => end(world, at, coverage, cell, failure)?,
        How::Old => {
            let within = coverage.within.ok_or(Why::NothingLacking)?;
            let until = due.map_or(world.as_of(), |due| due.min(world.as_of()));
            drafts[1..].iter().for_each(|d| world.remove(*d));
            let first = &world.drafts[drafts[0]].record;
            if after(first.date, within, world.plan()) >= until {
                return Err(Why::NoRoom);
            }
        }
        how if spoils(how) => {
            let mut record = world.drafts[last].record.clone();
            spoil(&mut record, &coverage.requirement, Some(how))?;
            *world.touch(last) = record;
        }
        _ => return Err(Why::Mismatch),
    }
    Ok(Done::written(
        due.unwrap_or(world.as_of()),
        world.subject_of(row),
    ))
}

/// Adds a later record that ends the state.
fn end(
    world: &mut World<'_>,
    at: usize,
    coverage: &Coverage,
    cell: usize,
    failure: &Failure,
) -> Result<(), Why> {
    let status = coverage.ending.first().ok_or(Why::NothingLacking)?;
    let last = *world.serving(at, cell).last().ok_or(Why::NoRoom)?;
    let mut record = world.drafts[last].record.clone();
    let mut chance = world.chance(&failure.finding);
    let open = days(plus(record.date, 20), world.as_of(), true, world.plan());
    let drawn = open.get(chance.below(open.len())).copied();
    record.date = failure.on.or(drawn).ok_or(Why::NoRoom)?;
    record.status = Some(status.clone());
    record.attachments.clear();
    let draft = world.add(record, Some((at, cell)));
    world.touch(draft);
    Ok(())
}
