//! 豁免: waivers that cover a planted failure, and others that were over before anything failed.

use jiff::civil::Date;
use luoshi_evidence::{Kind, Record};
use luoshi_rules::Check;

use super::Done;
use crate::days::plus;
use crate::world::World;

/// Grants a waiver that covers the day of a failure.
pub(crate) fn grant(world: &mut World<'_>, duty: &str, done: &Done, why: &str) {
    let first = world.plan().span.from;
    let from = plus(done.day, -6).max(first.min(done.day));
    let mut record = waiver(world, duty, done.about.as_deref(), from, plus(done.day, 14));
    record.note = Some(why.to_owned());
    let at = world.add(record, None);
    world.touch(at);
}

/// Grants waivers that expired unused: for duties about which nothing fails.
pub(crate) fn expired(world: &mut World<'_>) {
    let failing = |duty: &str| {
        let names = |finding: &str| finding.starts_with(duty);
        world.planted.failures.iter().any(|f| names(&f.finding))
            || world.planted.consequences.iter().any(|c| names(&c.finding))
    };
    let quiet: Vec<(usize, usize)> = (0..world.program.checks.len())
        .filter(|at| !failing(world.duty_of(*at)))
        .filter_map(|at| match world.check(at) {
            Check::Cadence(c) if c.rows.len() > 1 => Some((at, c.rows.len())),
            _ => None,
        })
        .collect();
    let mut chance = world.chance("expired waivers");
    let day = plus(world.plan().span.from, 40);
    let wanted = world.profile.expired_waivers as usize;
    for (at, rows) in quiet.into_iter().take(wanted) {
        let Check::Cadence(cadence) = world.check(at) else {
            continue;
        };
        let subject = world.subject_of(&cadence.rows[chance.below(rows)]);
        let until = plus(day, 20);
        if until < world.as_of() {
            let mut record = waiver(world, world.duty_of(at), subject, day, until);
            record.note = Some("汛期道路中断，暂缓下村".to_owned());
            world.add(record, None);
        }
    }
}

fn waiver(world: &World<'_>, duty: &str, subject: Option<&str>, from: Date, until: Date) -> Record {
    let mut record = Record::new(Kind::Waiver, from.min(world.as_of()));
    record.duty = Some(duty.to_owned());
    record.subject = subject.map(str::to_owned);
    record.until = Some(until);
    record.actor = grants(world, duty).map(str::to_owned).into_iter().collect();
    record
}

/// The body that grants waivers of a duty; the role at the top of the plan where none is named.
fn grants<'a>(world: &World<'a>, duty: &str) -> Option<&'a str> {
    let plan = world.plan();
    let own = plan.duty(duty).and_then(|d| d.waived_by.first());
    let rules = plan.content.waivers.as_ref();
    let body = own.or_else(|| rules.and_then(|r| r.granted_by.first()));
    body.map_or_else(|| top(world), |body| Some(body.name.as_str()))
}

fn top<'a>(world: &World<'a>) -> Option<&'a str> {
    let content = &world.plan().content;
    let chains = content.chains.iter().flat_map(|c| &c.links);
    let first = chains.map(|l| l.from.name.as_str()).next();
    first.or_else(|| content.roles.first().map(|r| r.id.name.as_str()))
}
