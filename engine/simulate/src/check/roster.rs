//! 值班: persons in rotation, all attended save excused, or absent, unmarked, refusing.

use jiff::civil::Date;
use luoshi_calendar::{Unit, periods};
use luoshi_evidence::{Kind, Record};
use luoshi_rules::{Roster, Status};

use super::Done;
use super::cadence::judged;
use crate::chance::Chance;
use crate::days::{days, plus, spread};
use crate::planted::{Failure, How, Why};
use crate::world::World;

/// Shifts in a month of a roster for which the plan names no number.
const FREE_SHIFTS: usize = 8;

/// Who can be sent: indices into the plan's persons, each list taken in turn.
struct Rotation {
    leads: Vec<usize>,
    others: Vec<usize>,
    next: [usize; 2],
}

impl Rotation {
    fn of(world: &World<'_>, at: usize, roster: &Roster) -> Rotation {
        let units = world
            .profile
            .rosters
            .get(world.duty_of(at))
            .map_or(&[][..], |s| s.units.as_slice());
        let persons = world.plan().content.persons.iter().enumerate();
        let sent = |unit: Option<&str>| {
            units.is_empty() || unit.is_some_and(|u| units.iter().any(|wanted| wanted == u))
        };
        let all = persons
            .filter(|(p, person)| {
                roster.pool[*p] && sent(person.unit.as_ref().map(|u| u.name.as_str()))
            })
            .map(|(p, _)| p);
        let (leads, others) = all.partition(|p| roster.leads[*p]);
        Rotation {
            leads,
            others,
            next: [0, 0],
        }
    }

    /// The next person of the leading units, or of the others, who is not among `taken`.
    fn next(&mut self, lead: bool, taken: &[usize]) -> Option<usize> {
        for lead in [lead, !lead] {
            let list = if lead { &self.leads } else { &self.others };
            let turn = &mut self.next[usize::from(lead)];
            for _ in 0..list.len() {
                let person = list[*turn % list.len()];
                *turn += 1;
                if !taken.contains(&person) {
                    return Some(person);
                }
            }
        }
        None
    }
}

/// Fills every shift of the term.
pub(crate) fn fill(world: &mut World<'_>, at: usize, roster: &Roster) {
    let mut chance = world.chance(world.duty_of(at));
    let mut rotation = Rotation::of(world, at, roster);
    for (cell, nights) in nights(world, at, roster, &mut chance) {
        for night in nights {
            staff(world, at, roster, (cell, night), &mut rotation, &mut chance);
        }
    }
}

/// The days of shifts of each period, none after the day before the last.
fn nights(
    world: &World<'_>,
    at: usize,
    roster: &Roster,
    chance: &mut Chance,
) -> Vec<(usize, Vec<Date>)> {
    let extra = world
        .profile
        .rosters
        .get(world.duty_of(at))
        .map_or(0, |s| s.extra_shifts as usize);
    let last = plus(world.as_of(), -1);
    let open = |from: Date, to: Date| days(from, to.min(last), false, world.plan());
    let Some(cadence) = &roster.days else {
        let months = periods(Unit::Month, roster.span).into_iter().enumerate();
        let one = |(n, month): (usize, luoshi_calendar::Period)| {
            let open = open(month.span.from, month.span.to);
            (n, distinct(&open, FREE_SHIFTS + extra, chance))
        };
        return months.map(one).collect();
    };
    let mut all = Vec::new();
    for n in 0..cadence.table.periods.len() {
        if let Some(span) = judged(cadence, &cadence.rows[0], n, world.as_of()) {
            let open = open(span.from, span.to);
            all.push((n, distinct(&open, cadence.need as usize + extra, chance)));
        }
    }
    all
}

fn distinct(open: &[Date], n: usize, chance: &mut Chance) -> Vec<Date> {
    let mut picked = spread(open, n.min(open.len()), chance);
    picked.dedup();
    picked
}

fn staff(
    world: &mut World<'_>,
    at: usize,
    roster: &Roster,
    (cell, night): (usize, Date),
    rotation: &mut Rotation,
    chance: &mut Chance,
) {
    let shifts = world.profile.rosters.get(world.duty_of(at));
    let crew = roster.crew + shifts.map_or(0, |s| s.extra_crew);
    let share = |r: &luoshi_plan::Ratio| (crew * r.part).div_ceil(r.whole);
    let led = roster.led_share.as_ref().map_or(0, share);
    let mut taken = Vec::new();
    let backfilled = chance.happens(world.profile.backfilled);
    for place in 0..crew {
        let Some(person) = rotation.next(place < led, &taken) else {
            return;
        };
        taken.push(person);
        let mut record = shift(world, roster, night, person);
        record.status = Some("attended".to_owned());
        if place == 0 {
            record.marks.clone_from(&roster.produces);
        }
        let draft = world.add(record, Some((at, cell)));
        world.drafts[draft].backfilled = backfilled;
    }
    if chance.happens(world.profile.excused)
        && let Some(person) = rotation.next(false, &taken)
    {
        let mut record = shift(world, roster, night, person);
        record.status = Some("excused".to_owned());
        record.note = Some("公出，已请假".to_owned());
        world.add(record, Some((at, cell)));
    }
}

fn shift(world: &World<'_>, roster: &Roster, night: Date, person: usize) -> Record {
    let mut record = Record::new(Kind::Shift, night);
    record.duty = Some(roster.record_duty.clone());
    record.actor = vec![world.plan().content.persons[person].staff.name.to_string()];
    record
}

/// Makes a night, a person or a unit fail.
pub(crate) fn plant(
    world: &mut World<'_>,
    at: usize,
    roster: &Roster,
    failure: &Failure,
) -> Result<Done, Why> {
    let duty = world.duty_of(at);
    let rest = failure
        .finding
        .strip_prefix(duty)
        .ok_or(Why::UnknownFinding)?;
    if let Some(unit) = rest.strip_prefix(".refusal/") {
        return refuse(world, roster, unit, failure);
    }
    let (run, who) = match rest.strip_prefix(".run/") {
        Some(who) => (true, who),
        None => (false, rest.strip_prefix('/').ok_or(Why::UnknownFinding)?),
    };
    let persons = &world.plan().content.persons;
    match persons.iter().position(|p| p.staff.name == who) {
        Some(person) if run => absent_in_a_row(world, at, roster, person, failure),
        Some(person) => absent(world, at, roster, person, failure),
        None => short(world, at, roster, who, failure),
    }
}

/// Whether a failure is about the marks of a person, which must come after nights are taken out.
pub(crate) fn about_a_person(world: &World<'_>, failure: &Failure) -> bool {
    let end = failure.finding.rsplit('/').next().unwrap_or("");
    world
        .plan()
        .content
        .persons
        .iter()
        .any(|p| p.staff.name == end)
}

fn refuse(
    world: &mut World<'_>,
    roster: &Roster,
    unit: &str,
    failure: &Failure,
) -> Result<Done, Why> {
    if !world.plan().content.units.iter().any(|u| u.id.name == unit) {
        return Err(Why::UnknownFinding);
    }
    let mut chance = world.chance(&failure.finding);
    let last = roster.span.to.min(plus(world.as_of(), -5));
    let open = days(roster.span.from, last, true, world.plan());
    let drawn = open.get(chance.below(open.len())).copied();
    let day = failure.on.or(drawn).ok_or(Why::NoRoom)?;
    let mut record = Record::new(Kind::Shift, day);
    record.duty = Some(roster.record_duty.clone());
    record.actor = vec![unit.to_owned()];
    record.status = Some("refused".to_owned());
    record.note = Some("书面答复不派员".to_owned());
    let draft = world.add(record, None);
    world.touch(draft);
    Ok(Done::written(day, Some(unit)))
}

/// Shifts of a person that nothing is planted in, by day.
fn free_shifts(world: &World<'_>, roster: &Roster, person: usize) -> Vec<usize> {
    let staff = &world.plan().content.persons[person].staff.name;
    let mut drafts = world.of_duty(Kind::Shift, &roster.record_duty);
    drafts.retain(|d| world.drafts[*d].record.actor.iter().any(|a| a == staff));
    drafts
}

fn attended(world: &World<'_>, draft: usize) -> bool {
    let draft = &world.drafts[draft];
    !draft.touched && draft.record.status.as_deref() == Some("attended")
}

fn absent(
    world: &mut World<'_>,
    at: usize,
    roster: &Roster,
    person: usize,
    failure: &Failure,
) -> Result<Done, Why> {
    let status = match failure.status {
        Status::Unknown => None,
        _ => Some("absent"),
    };
    let mut shifts = free_shifts(world, roster, person);
    shifts.retain(|d| attended(world, *d));
    let times = failure.times.unwrap_or(1) as usize;
    // Apart from each other, so that they make no run.
    let step = (shifts.len() / times.max(1)).max(1);
    let chosen: Vec<usize> = shifts
        .iter()
        .copied()
        .skip(step / 2)
        .step_by(step)
        .collect();
    if chosen.len() < times || (times > 1 && step < 2) {
        return Err(Why::NoRoom);
    }
    let mut day = world.as_of();
    for draft in chosen.into_iter().take(times) {
        mark(world, at, roster, draft, status)?;
        day = world.drafts[draft].record.date;
    }
    let staff = world.plan().content.persons[person].staff.name.as_str();
    Ok(Done::written(day, Some(staff)))
}

fn absent_in_a_row(
    world: &mut World<'_>,
    at: usize,
    roster: &Roster,
    person: usize,
    failure: &Failure,
) -> Result<Done, Why> {
    let threshold = roster.run.ok_or(Why::UnknownFinding)? as usize;
    let absences = failure.times.map_or(threshold, |n| n as usize);
    let excused = usize::from(failure.how == Some(How::ExcusedBetween));
    let broken = excused == 1 && roster.excused_breaks;
    if absences < threshold || broken {
        return Err(Why::Mismatch);
    }
    let shifts = free_shifts(world, roster, person);
    let needed = absences + excused;
    let mut windows = shifts.windows(needed).skip(shifts.len() / 3);
    let row = windows
        .find(|row| row.iter().all(|d| attended(world, *d)))
        .ok_or(Why::NoRoom)?
        .to_vec();
    for (place, draft) in row.iter().enumerate() {
        let status = if excused == 1 && place == 1 {
            "excused"
        } else {
            "absent"
        };
        mark(world, at, roster, *draft, Some(status))?;
    }
    let last = row
        .last()
        .map_or(world.as_of(), |d| world.drafts[*d].record.date);
    let staff = world.plan().content.persons[person].staff.name.as_str();
    Ok(Done::written(last, Some(staff)))
}

/// Marks a shift, and lets somebody else attend, so that the night still counts.
fn mark(
    world: &mut World<'_>,
    at: usize,
    roster: &Roster,
    draft: usize,
    status: Option<&str>,
) -> Result<(), Why> {
    let substitute = substitute(world, at, roster, draft).ok_or(Why::NoRoom)?;
    let record = world.touch(draft);
    let mut instead = record.clone();
    record.status = status.map(str::to_owned);
    record.marks.clear();
    instead.actor = vec![
        world.plan().content.persons[substitute]
            .staff
            .name
            .to_string(),
    ];
    instead.note = Some("临时替班".to_owned());
    let serves = world.drafts[draft].serves;
    world.add(instead, serves);
    Ok(())
}

fn substitute(world: &World<'_>, at: usize, roster: &Roster, draft: usize) -> Option<usize> {
    let rotation = Rotation::of(world, at, roster);
    let persons = &world.plan().content.persons;
    let night = world.drafts[draft].record.date;
    let tonight = world.of_duty(Kind::Shift, &roster.record_duty);
    let busy = |staff: &str| {
        let here = |d: &&usize| world.drafts[**d].record.date == night;
        let mut there = tonight.iter().filter(here);
        there.any(|d| world.drafts[*d].record.actor.iter().any(|a| a == staff))
    };
    let named = |staff: &str| {
        let ends = |f: &Failure| f.finding.rsplit('/').next() == Some(staff);
        world.planted.failures.iter().any(ends)
    };
    let staff = &world.drafts[draft].record.actor[0];
    let leads = persons
        .iter()
        .position(|p| p.staff.name == *staff)
        .is_some_and(|p| roster.leads[p]);
    let (same, other) = if leads {
        (&rotation.leads, &rotation.others)
    } else {
        (&rotation.others, &rotation.leads)
    };
    let free = |p: &&usize| !busy(&persons[**p].staff.name) && !named(&persons[**p].staff.name);
    let load = |p: &&usize| {
        let staff = &persons[**p].staff.name;
        let mine = tonight
            .iter()
            .filter(|d| world.drafts[**d].record.actor.iter().any(|a| a == staff));
        mine.count()
    };
    // A night led by fewer would be another failure: the leading units stand in for anybody.
    let least = |list: &[usize]| list.iter().filter(free).min_by_key(load).copied();
    least(same).or_else(|| if leads { None } else { least(other) })
}

/// Takes nights out of a period until one is missing.
fn short(
    world: &mut World<'_>,
    at: usize,
    roster: &Roster,
    period: &str,
    failure: &Failure,
) -> Result<Done, Why> {
    let cadence = roster.days.as_ref().ok_or(Why::UnknownFinding)?;
    let periods = &cadence.table.periods;
    let cell = periods
        .iter()
        .position(|p| luoshi_rules::period_id(p) == period)
        .ok_or(Why::UnknownFinding)?;
    if cadence.table.closes[cell] >= world.as_of() {
        return Err(Why::NotDue);
    }
    let drafts = world.serving(at, cell);
    let mut nights: Vec<Date> = drafts
        .iter()
        .map(|d| world.drafts[*d].record.date)
        .collect();
    nights.dedup();
    let left = match failure.how {
        None | Some(How::Short) => cadence.need as usize - 1,
        Some(How::None) => 0,
        _ => return Err(Why::Mismatch),
    };
    for night in nights.iter().skip(left) {
        for draft in &drafts {
            if world.drafts[*draft].record.date == *night {
                world.remove(*draft);
            }
        }
    }
    Ok(Done::written(periods[cell].span.to, None))
}
