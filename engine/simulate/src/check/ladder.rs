//! 督办阶梯: a step put in force, with its reports in time or one of them missing.

use jiff::civil::Date;
use luoshi_evidence::{Kind, Record};
use luoshi_plan::after;
use luoshi_plan::model::{Ladder, LadderStep};
use luoshi_rules::Status;

use super::Done;
use crate::days::{plus, workdays_later};
use crate::planted::{Failure, How, Why};
use crate::world::World;

/// Puts a step in force against a subject, or takes away one of the reports that it asks for.
pub(crate) fn plant(
    world: &mut World<'_>,
    ladder: &Ladder,
    failure: &Failure,
) -> Result<Done, Why> {
    let duty = ladder.duty.id.name.as_str();
    let rest = failure
        .finding
        .strip_prefix(duty)
        .ok_or(Why::UnknownFinding)?;
    if let Some(report) = rest.strip_prefix(".report/") {
        return unreported(world, duty, report, failure);
    }
    if failure.how != Some(How::InForce) {
        return Err(Why::Follows);
    }
    let subject = rest.strip_prefix('/');
    let day = failure.on.ok_or(Why::Mismatch)?;
    // The mildest step that asks for reports, or the mildest.
    let step = ladder
        .steps
        .iter()
        .find(|s| s.report.is_some())
        .or(ladder.steps.first());
    let step = step.ok_or(Why::Mismatch)?;
    let mut record = Record::new(Kind::Decision, day);
    record.duty = Some(duty.to_owned());
    record.subject = subject.map(str::to_owned);
    record.status = Some(step.id.clone());
    record.actor = vec![step.decided_by.name.clone()];
    let at = world.add(record, None);
    world.touch(at);
    for due in reports(world, step, day) {
        let mut report = Record::new(Kind::Report, plus(due, -1).max(day));
        report.duty = Some(duty.to_owned());
        report.subject = subject.map(str::to_owned);
        report.actor = world
            .responsible(duty)
            .map(str::to_owned)
            .into_iter()
            .collect();
        let at = world.add(report, None);
        world.touch(at);
    }
    Ok(Done::written(day, subject))
}

/// The days on which reports are due, up to the as-of day.
fn reports(world: &World<'_>, step: &LadderStep, from: Date) -> Vec<Date> {
    let Some(report) = &step.report else {
        return Vec::new();
    };
    let plan = world.plan();
    let end = step
        .window
        .get()
        .map_or(world.as_of(), |w| after(from, *w, plan));
    let mut due = report
        .first
        .or(report.then_every)
        .map(|limit| after(from, limit, plan));
    let mut all = Vec::new();
    while let Some(day) = due.filter(|day| *day <= end.min(world.as_of())) {
        all.push(day);
        due = report
            .then_every
            .map(|l| after(day, l, plan))
            .filter(|next| *next > day);
    }
    all
}

/// Takes the report away that is due on a day, or moves it behind that day.
fn unreported(
    world: &mut World<'_>,
    duty: &str,
    report: &str,
    failure: &Failure,
) -> Result<Done, Why> {
    let (subject, day) = match report.rsplit_once('/') {
        Some((subject, day)) => (Some(subject), day),
        None => (None, report),
    };
    let due: Date = day.parse().map_err(|_| Why::UnknownFinding)?;
    let given = world.of_duty(Kind::Report, duty).into_iter().find(|d| {
        let record = &world.drafts[*d].record;
        record.subject.as_deref() == subject && record.date == plus(due, -1)
    });
    let given = given.ok_or(Why::NoRoom)?;
    match failure.status {
        Status::Late => {
            let day = workdays_later(due, failure.times.unwrap_or(3), world.plan());
            world.touch(given).date = day.min(world.as_of());
        }
        // Reports are counted one after the other: only the last can be missing by itself.
        _ => world.remove(given),
    }
    Ok(Done::written(due, subject))
}
