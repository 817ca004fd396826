//! What must follow an incident: in time and to every neighbour, or late, partly, never.

use std::collections::BTreeSet;

use jiff::civil::Date;
use luoshi_evidence::{Kind, Record};
use luoshi_plan::model::Informed;
use luoshi_plan::{Limit, after};
use luoshi_rules::{Response, Status};

use super::{Done, Named};
use crate::chance::Chance;
use crate::days::plus;
use crate::planted::{Failure, How, Why};
use crate::world::World;

const DAY: i64 = 24 * 60;

/// Answers every incident of the kind.
pub(crate) fn fill(world: &mut World<'_>, at: usize, response: &Response) {
    let mut chance = world.chance(world.duty_of(at));
    for incident in judged(world, response) {
        answer(world, at, response, incident, &mut chance);
    }
}

/// The incidents that the response is due for, by day.
pub(crate) fn judged(world: &World<'_>, response: &Response) -> Vec<usize> {
    let of = |r: &Record| {
        r.kind == Kind::Incident
            && r.status.as_deref() == Some(response.incident.as_str())
            && response.span.contains(r.date)
    };
    let mut found: Vec<usize> = world
        .alive()
        .filter(|(_, d)| of(&d.record))
        .map(|(at, _)| at)
        .collect();
    found.sort_by_key(|at| (world.drafts[*at].record.date, *at));
    found
}

/// Answers one incident in time.
pub(crate) fn answer(
    world: &mut World<'_>,
    at: usize,
    response: &Response,
    incident: usize,
    chance: &mut Chance,
) {
    let happened = world.drafts[incident].record.clone();
    let reached = reached(world, response, &happened);
    let count = i64::try_from(reached.len()).unwrap_or(1).max(1);
    for (n, subject) in reached.into_iter().enumerate() {
        let n = i64::try_from(n).unwrap_or(0);
        let (day, minute) = in_time(&happened, response.within, (n, count), chance);
        let day = day
            .min(after(happened.date, response.within, world.plan()))
            .min(world.as_of());
        let mut record = Record::new(Kind::Response, day);
        record.duty = Some(response.record_duty.clone());
        record.subject = subject;
        record.time = minute;
        let actor = world.responsible(&response.record_duty).map(str::to_owned);
        record.actor = actor.into_iter().collect();
        let draft = world.add(record, Some((at, incident)));
        world.drafts[draft].refers = Some(incident);
    }
}

/// Whom a response must reach: each neighbour, one of them, or nobody in particular.
fn reached(world: &World<'_>, response: &Response, happened: &Record) -> Vec<Option<String>> {
    let plan = world.plan();
    let subject = happened
        .subject
        .as_ref()
        .and_then(|s| plan.subject_index.get(s.as_str()));
    let neighbours: BTreeSet<String> = subject
        .into_iter()
        .flat_map(|s| &plan.subjects[*s].neighbours)
        .map(|n| n.name.to_string())
        .collect();
    match response.informs {
        None => vec![happened.subject.clone()],
        Some(Informed::AllNeighbours) => neighbours.into_iter().map(Some).collect(),
        Some(Informed::AnyNeighbour) => neighbours.into_iter().take(1).map(Some).collect(),
    }
}

/// Day and minute of the n-th of so many answers, well within the limit.
fn in_time(
    happened: &Record,
    within: Limit,
    (n, count): (i64, i64),
    chance: &mut Chance,
) -> (Date, Option<u16>) {
    match (within, happened.time) {
        (Limit::Minutes(limit), Some(time)) => {
            let limit = i64::from(limit);
            let part = limit * 3 / 4 / count;
            let taken = part * n + chance.between(part / 3, part);
            at_minute(happened.date, i64::from(time) + taken)
        }
        (Limit::Minutes(_), None) => (happened.date, None),
        _ => (plus(happened.date, chance.between(0, 1)), None),
    }
}

fn at_minute(day: Date, minute: i64) -> (Date, Option<u16>) {
    (
        plus(day, minute.div_euclid(DAY)),
        u16::try_from(minute.rem_euclid(DAY)).ok(),
    )
}

/// Makes the answer to one incident fail.
pub(crate) fn plant(
    world: &mut World<'_>,
    at: usize,
    response: &Response,
    failure: &Failure,
) -> Result<Done, Why> {
    let incident = world
        .numbered(&failure.finding, world.duty_of(at))
        .ok_or(Why::UnknownFinding)?;
    let happened = world.drafts[incident].record.clone();
    let due = after(happened.date, response.within, world.plan());
    if due >= world.as_of() {
        return Err(Why::NotDue);
    }
    let answers = world.serving(at, incident);
    let last = *answers.last().ok_or(Why::NoRoom)?;
    let how = failure.how.unwrap_or(match failure.status {
        Status::Late => How::Late,
        Status::Unknown => How::Untimed,
        _ => How::None,
    });
    match how {
        How::None => answers.into_iter().for_each(|a| world.remove(a)),
        How::Neighbour if response.informs == Some(Informed::AllNeighbours) => world.remove(last),
        How::Late => {
            let (day, minute) = too_late(world, &happened, response.within, failure);
            let record = world.touch(last);
            (record.date, record.time) = (day, minute);
        }
        How::Untimed if matches!(response.within, Limit::Minutes(n) if n < 1440) => {
            answers.into_iter().for_each(|a| world.touch(a).time = None);
        }
        _ => return Err(Why::Mismatch),
    }
    Ok(Done {
        day: due,
        about: happened.subject,
        named: Named::Draft(incident),
    })
}

/// A time after the limit: by so many hours, or workdays.
fn too_late(
    world: &World<'_>,
    happened: &Record,
    within: Limit,
    failure: &Failure,
) -> (Date, Option<u16>) {
    let times = i64::from(failure.times.unwrap_or(2));
    match (within, happened.time) {
        (Limit::Minutes(limit), Some(time)) => at_minute(
            happened.date,
            i64::from(time) + i64::from(limit) + times * 60,
        ),
        _ => (
            plus(after(happened.date, within, world.plan()), times),
            None,
        ),
    }
}
