//! 一票否决: an incident after a lapse, and the decision that the one led to the other.

use jiff::civil::Date;
use luoshi_evidence::{Kind, Record};
use luoshi_plan::model::{Lapse, LapseMeasure, Veto};
use luoshi_rules::{Check, Status};

use super::{Done, incident, response};
use crate::days::{days, plus};
use crate::planted::{Failure, How, Why};
use crate::world::World;

/// Makes what a veto asks for hold of one subject.
pub(crate) fn plant(world: &mut World<'_>, veto: &Veto, failure: &Failure) -> Result<Done, Why> {
    let duty = veto.duty.id.name.as_str();
    let subject = failure
        .finding
        .strip_prefix(duty)
        .ok_or(Why::UnknownFinding)?;
    let subject = subject.strip_prefix('/').map(str::to_owned);
    let known = |s: &String| world.plan().subject_index.contains_key(s.as_str());
    if !subject.as_ref().is_none_or(known) {
        return Err(Why::UnknownFinding);
    }
    if veto.when.incidents.is_empty() {
        return Err(Why::Follows);
    }
    let at = happening(world, veto, subject.as_deref(), failure)?;
    let day = world.drafts[at].record.date;
    if let Some(lapse) = &veto.when.lapse {
        neglect(
            world,
            lapse,
            subject.as_deref(),
            day,
            failure.status == Status::Unknown,
        )?;
    }
    if veto.when.finding_required {
        let found = decision(world, veto, subject.as_deref(), (plus(day, 12), "caused"));
        world.drafts[found].refers = Some(at);
    }
    rule(world, veto, subject.as_deref(), day, failure.how)?;
    Ok(Done::written(day, subject.as_deref()))
}

/// An incident there that the veto is about: one that happened anyway, or a new one.
fn happening(
    world: &mut World<'_>,
    veto: &Veto,
    subject: Option<&str>,
    failure: &Failure,
) -> Result<usize, Why> {
    let about = |r: &Record| {
        r.kind == Kind::Incident
            && r.subject.as_deref() == subject
            && veto
                .when
                .incidents
                .iter()
                .any(|i| Some(i.name.as_str()) == r.status.as_deref())
            && veto.when.marks.iter().all(|m| r.marks.contains(m))
    };
    let there = world.alive().find(|(_, d)| !d.touched && about(&d.record));
    if let (Some((at, _)), None) = (there, failure.on) {
        world.touch(at);
        return Ok(at);
    }
    let mut chance = world.chance(&failure.finding);
    let span = world.plan().span;
    let last = plus(span.to.min(world.as_of()), -45);
    let lapse = veto.when.lapse.as_ref().map_or(0, |l| i64::from(l.days));
    let open = days(plus(span.from, lapse + 30), last, false, world.plan());
    let drawn = open.get(chance.below(open.len())).copied();
    let day = failure.on.or(drawn).ok_or(Why::NoRoom)?;
    let kind = veto.when.incidents.first().map_or("", |i| i.name.as_str());
    let record = incident::incident(world, kind, subject, day, &mut chance);
    let at = world.add(record, None);
    world.touch(at);
    for check in 0..world.program.checks.len() {
        if let Check::Response(r) = world.check(check)
            && r.incident == kind
        {
            response::answer(world, check, r, at, &mut chance);
        }
    }
    Ok(at)
}

/// Takes records of the duty out of the days before the incident, all of them or so many that
/// the measure falls below its line.
fn neglect(
    world: &mut World<'_>,
    lapse: &Lapse,
    subject: Option<&str>,
    incident: Date,
    all: bool,
) -> Result<(), Why> {
    let (first, last) = (plus(incident, -i64::from(lapse.days)), plus(incident, -1));
    let here = |r: &Record| {
        subject.is_none_or(|place| world.places(r.subject.as_deref()).contains(&place))
    };
    let inside = |r: &Record| {
        r.duty.as_deref() == Some(lapse.duty.name.as_str())
            && here(r)
            && (first..=last).contains(&r.date)
    };
    let mut drafts: Vec<usize> = world
        .alive()
        .filter(|(_, d)| inside(&d.record))
        .map(|(at, _)| at)
        .collect();
    drafts.sort_by_key(|d| (world.drafts[*d].record.date, *d));
    let mut days: Vec<Date> = drafts
        .iter()
        .map(|d| world.drafts[*d].record.date)
        .collect();
    days.dedup();
    // Below a line of 8 are 7; an average falls only when nothing is left.
    let line = usize::try_from((lapse.below.0 - 1).max(0) / 100).unwrap_or(0);
    let stays = |n: usize, draft: usize| match lapse.measure {
        _ if all => false,
        LapseMeasure::Count => n < line,
        LapseMeasure::Days => {
            days[..line.min(days.len())].contains(&world.drafts[draft].record.date)
        }
        LapseMeasure::AverageQuantity => false,
    };
    let leaving: Vec<usize> = (0..drafts.len())
        .filter(|n| !stays(*n, drafts[*n]))
        .map(|n| drafts[n])
        .collect();
    for draft in leaving {
        world.remove(draft);
    }
    Ok(())
}

/// What the body above decides on the proposal.
fn rule(
    world: &mut World<'_>,
    veto: &Veto,
    subject: Option<&str>,
    day: Date,
    how: Option<How>,
) -> Result<(), Why> {
    match how {
        None | Some(How::Proposed) => return Ok(()),
        Some(How::Confirmed | How::Appealed) => {}
        Some(_) => return Err(Why::Mismatch),
    }
    decision(world, veto, subject, (plus(day, 30), "confirmed"));
    if how == Some(How::Appealed) {
        let mut appeal = Record::new(Kind::Appeal, plus(day, 37).min(world.as_of()));
        appeal.duty = Some(veto.duty.id.name.to_string());
        appeal.subject = subject.map(str::to_owned);
        appeal.actor = world
            .responsible(&veto.duty.id.name)
            .map(str::to_owned)
            .into_iter()
            .collect();
        appeal.note = Some("对认定的因果有异议，申请复核".to_owned());
        let at = world.add(appeal, None);
        world.touch(at);
    }
    Ok(())
}

fn decision(
    world: &mut World<'_>,
    veto: &Veto,
    subject: Option<&str>,
    (day, status): (Date, &str),
) -> usize {
    let mut record = Record::new(Kind::Decision, day.min(world.as_of()));
    record.duty = Some(veto.duty.id.name.to_string());
    record.subject = subject.map(str::to_owned);
    record.status = Some(status.to_owned());
    record.actor = vec![veto.decided_by.name.clone()];
    let at = world.add(record, None);
    world.touch(at);
    at
}
