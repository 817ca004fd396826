//! 案(事)件: a few of each kind, so placed that neither a veto nor a ladder follows from them.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use luoshi_evidence::{Kind, Record};
use luoshi_plan::model::{IncidentKind, IncidentRef, SetRef};
use luoshi_rules::Check;

use crate::chance::Chance;
use crate::days::{days, plus};
use crate::world::World;

/// Days at the start of the term without incidents: what must be in place takes time.
const QUIET_START: i64 = 75;
/// Days at its end without incidents, so that everything that follows them is done in time.
const QUIET_END: i64 = 35;

/// Makes incidents of every kind that some check counts or answers.
pub(crate) fn fill(world: &mut World<'_>) {
    let mut tally: BTreeMap<(usize, Option<String>), u32> = BTreeMap::new();
    for kind in &world.plan().content.incidents {
        let id = kind.id.name.as_str();
        if !matters(world, id) {
            continue;
        }
        let mut chance = world.chance(id);
        let written = world.profile.incidents.get(id);
        let count = written.map_or(world.profile.incidents_each, |h| h.count);
        let places = places(world, kind);
        let start = chance.below(places.len());
        for n in 0..count as usize {
            let turn = |k: usize| places[(start + n + k) % places.len()];
            let free = (0..places.len())
                .map(turn)
                .find(|at| allowed(world, id, *at, &mut tally));
            let Some(place) = free else { break };
            let Some(day) = day(world, &mut chance, (n, count as usize)) else {
                break;
            };
            let record = incident(world, id, place, day, &mut chance);
            world.add(record, None);
        }
    }
}

/// Whether a response, a figure, a veto, a ladder or a score is about this kind.
fn matters(world: &World<'_>, id: &str) -> bool {
    let content = &world.plan().content;
    let names = |refs: &[IncidentRef]| refs.iter().any(|r| r.name == id);
    let items = |card: &luoshi_plan::model::Scorecard| {
        card.sections
            .iter()
            .flat_map(|s| &s.items)
            .any(|i| names(&i.incidents))
    };
    let checked = world.program.checks.iter().any(|check| match check {
        Check::Response(r) => r.incident == id,
        Check::Indicator(i) => i.incidents.iter().any(|k| k == id),
        _ => false,
    });
    checked
        || content.vetoes.iter().any(|v| names(&v.when.incidents))
        || content.ladders.iter().any(|l| names(&l.trigger.incidents))
        || content.scorecards.iter().any(items)
}

/// Subjects among which incidents of a kind happen; one place without a name if the plan ties
/// them to none.
fn places<'a>(world: &World<'a>, kind: &IncidentKind) -> Vec<Option<&'a str>> {
    let content = &world.plan().content;
    let id = kind.id.name.as_str();
    let named = |refs: &[IncidentRef]| refs.iter().any(|r| r.name == id);
    let first = |sets: &[SetRef]| sets.first().map(|s| s.name.to_string());
    let written = world
        .profile
        .incidents
        .get(id)
        .and_then(|h| h.among.clone());
    let vetoes = || content.vetoes.iter().find(|v| named(&v.when.incidents));
    let ladders = || content.ladders.iter().find(|l| named(&l.trigger.incidents));
    let figures = || {
        let counted = content.indicators.iter().filter(|i| named(&i.of));
        counted.filter_map(|i| first(&i.for_each)).next()
    };
    let set = written
        .or_else(|| vetoes().and_then(|v| first(&v.duty.for_each)))
        .or_else(|| ladders().and_then(|l| first(&l.duty.for_each)))
        .or_else(figures);
    let plan = world.plan();
    let members = set
        .and_then(|set| plan.sets.get(set.as_str()))
        .map_or(&[][..], Vec::as_slice);
    let informed = kind.respond.iter().any(|r| r.informs.is_some());
    let fits = |at: &&usize| {
        let subject = &plan.subjects[**at];
        let known = subject.from.is_none() && subject.to.is_none();
        known && (!informed || !subject.neighbours.is_empty())
    };
    let found: Vec<Option<&str>> = members
        .iter()
        .filter(fits)
        .map(|at| Some(plan.subjects[*at].id.name.as_str()))
        .collect();
    if found.is_empty() { vec![None] } else { found }
}

/// Whether one more incident there leads to nothing; if so it is counted.
fn allowed(
    world: &World<'_>,
    id: &str,
    place: Option<&str>,
    tally: &mut BTreeMap<(usize, Option<String>), u32>,
) -> bool {
    let content = &world.plan().content;
    let named = |refs: &[IncidentRef]| refs.iter().any(|r| r.name == id);
    let at_once = |v: &luoshi_plan::model::Veto| {
        let when = &v.when;
        let other = when.lapse.is_some() || when.rule.is_some() || !when.failed.is_empty();
        named(&when.incidents) && !when.finding_required && !other
    };
    if content.vetoes.iter().any(at_once) {
        return false;
    }
    let ladders = content.ladders.iter().enumerate();
    let concerned: Vec<_> = ladders
        .filter(|(_, l)| named(&l.trigger.incidents))
        .map(|(at, l)| {
            let subject = if l.duty.for_each.is_empty() {
                None
            } else {
                place
            };
            ((at, subject.map(str::to_owned)), l.trigger.at_least)
        })
        .collect();
    let fits = |(key, most): &(_, u32)| tally.get(key).copied().unwrap_or(0) + 1 < *most;
    if !concerned.iter().all(fits) {
        return false;
    }
    for (key, _) in concerned {
        *tally.entry(key).or_default() += 1;
    }
    true
}

fn day(world: &World<'_>, chance: &mut Chance, (n, of): (usize, usize)) -> Option<Date> {
    let span = world.plan().span;
    let last = span.to.min(world.as_of());
    let open = days(
        plus(span.from, QUIET_START),
        plus(last, -QUIET_END),
        false,
        world.plan(),
    );
    let open = if open.is_empty() {
        days(span.from, last, false, world.plan())
    } else {
        open
    };
    let (from, to) = (n * open.len() / of, (n + 1) * open.len() / of);
    open.get(from + chance.below(to - from)).copied()
}

/// The record of an incident.
pub(crate) fn incident(
    world: &World<'_>,
    kind: &str,
    place: Option<&str>,
    day: Date,
    chance: &mut Chance,
) -> Record {
    let mut record = Record::new(Kind::Incident, day);
    record.status = Some(kind.to_owned());
    record.subject = place.map(str::to_owned);
    // In the small hours, or by day: so early that an answer in hours is one of the same day.
    record.time = u16::try_from(chance.between(30, 900)).ok();
    let vetoes = &world.plan().content.vetoes;
    let about = vetoes
        .iter()
        .filter(|v| v.when.incidents.iter().any(|i| i.name == kind));
    let mut marks: BTreeSet<String> = about.flat_map(|v| v.when.marks.clone()).collect();
    marks.extend(
        world
            .profile
            .incidents
            .get(kind)
            .into_iter()
            .flat_map(|h| h.marks.clone()),
    );
    record.marks = marks.into_iter().collect();
    record
}
