//! Into the ledger: when and by whom each record is entered, its place and its id.

use jiff::civil::{Date, DateTime};
use luoshi_evidence::{Kind, Record};

use crate::chance::Chance;
use crate::days::plus;
use crate::world::{Draft, World};

/// Latest hour of an entry on the last day of the term.
const EVENING: (i8, i8) = (17, 50);

/// The records in the order of the ledger, and the id of each draft.
pub(crate) fn enter(world: &World<'_>) -> (Vec<Record>, Vec<Option<String>>) {
    let mut order: Vec<(DateTime, usize)> = world
        .alive()
        .map(|(at, draft)| (moment(world, draft), at))
        .collect();
    // A correction never comes before what it corrects.
    let entered = |order: &[(DateTime, usize)], at: usize| {
        order
            .iter()
            .find(|(_, draft)| *draft == at)
            .map(|(moment, _)| *moment)
    };
    for place in 0..order.len() {
        let (moment, at) = order[place];
        let draft = &world.drafts[at];
        if let (Kind::Correction, Some(target)) = (draft.record.kind, draft.refers) {
            let after = entered(&order, target).map_or(moment, |target| target.max(moment));
            order[place].0 = after;
        }
    }
    order.sort_unstable();
    let mut ids: Vec<Option<String>> = vec![None; world.drafts.len()];
    for (place, (_, at)) in order.iter().enumerate() {
        ids[*at] = Some(format!("sim-{}-{:06}", world.seed, place + 1));
    }
    let finished = |(moment, at): &(DateTime, usize)| {
        let draft = &world.drafts[*at];
        let mut record = draft.record.clone();
        record.id = ids[*at].clone().unwrap_or_default();
        if let Some(target) = draft.refers {
            record.refers.clone_from(&ids[target]);
        }
        record.recorded_at = Some(*moment);
        record.recorded_by = recorder(world, &record);
        record
    };
    let records = order.iter().map(finished).collect();
    (records, ids)
}

/// When a record is entered: on a workday soon after its day, in office hours. All records of a
/// kind and a day are entered together, so that their order is kept.
fn moment(world: &World<'_>, draft: &Draft) -> DateTime {
    let record = &draft.record;
    let plan = world.plan();
    let mut chance = Chance::new(
        world.seed,
        &format!("{} {}", record.kind.name(), record.date),
    );
    let long = i64::from(plan.settings.backfill) + chance.between(2, 12);
    let soon = chance.between(0, 2);
    // What would come in after the last day came in soon: the last day is no heap of what was late.
    let late = draft.backfilled && plus(record.date, long) <= world.as_of();
    let wait = if late { long } else { soon };
    let (hour, minute) = (chance.between(9, 16), chance.between(0, 59));
    let part = |n: i64| i8::try_from(n).unwrap_or(0);
    if let Some(day) = draft.entered {
        return at(day, (part(hour), part(minute)));
    }
    let day = plan
        .workdays
        .next_on_or_after(plus(record.date, wait))
        .unwrap_or(record.date);
    // What happened late in the day is entered on the next.
    let evening =
        record.time.is_some_and(|t| i64::from(t) > hour * 60) || record.kind == Kind::Shift;
    let day = if evening && day == record.date {
        plan.workdays.add(day, 1).unwrap_or(day)
    } else {
        day
    };
    if day > world.as_of() && record.date <= world.as_of() {
        return at(world.as_of(), EVENING);
    }
    at(day, (part(hour), part(minute)))
}

fn at(day: Date, (hour, minute): (i8, i8)) -> DateTime {
    day.at(hour, minute, 0, 0)
}

/// Who enters a record: somebody of the unit that answers for it, or whoever holds the post.
fn recorder(world: &World<'_>, record: &Record) -> Option<String> {
    let content = &world.plan().content;
    let duty = record.duty.as_deref().unwrap_or("");
    let role = world.responsible(duty);
    let spec = content
        .roles
        .iter()
        .find(|r| Some(r.id.name.as_str()) == role);
    let unit = spec.and_then(|r| r.unit.as_ref()).map(|u| u.name.as_str());
    // The last of the unit's persons: not its head.
    let clerk = || {
        let mut persons = content.persons.iter();
        let of = |p: &&luoshi_plan::model::Person| {
            p.unit
                .as_ref()
                .is_some_and(|u| Some(u.name.as_str()) == unit)
        };
        persons.rfind(of).map(|p| p.staff.name.to_string())
    };
    let places = world.places(record.subject.as_deref());
    let holder = || {
        let on = |h: &&luoshi_plan::model::Holder| {
            Some(h.role.name.as_str()) == role
                && h.subject
                    .as_ref()
                    .is_none_or(|s| places.contains(&s.name.as_str()))
                && h.from.is_none_or(|from| from <= record.date)
                && h.to.is_none_or(|to| record.date <= to)
        };
        content
            .holders
            .iter()
            .find(on)
            .map(|h| h.person.name.to_string())
    };
    let first = || content.persons.first().map(|p| p.staff.name.to_string());
    clerk().or_else(holder).or_else(first)
}
