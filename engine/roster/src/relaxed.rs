//! A problem with less to keep, of which a flow tells at once whether it can be kept: persons' totals,
//! their most in a week and month, leaders, absences. Rest is kept within each week; who is together
//! or apart is left out.
//!
//! Where this cannot be kept, the problem cannot. Clauses would take for ever to count that far: that 40
//! shifts do not hold 62 persons is the pigeonhole principle.

use luoshi_calendar::{Unit, number, period_of};

use crate::demand::{Class, Demand};
use crate::flow::Network;
use crate::problem::{Member, Problem};

/// More than all loads together.
const MUST: i64 = 1 << 40;

/// What is asked of the flow.
pub(crate) struct Relaxed<'p> {
    /// What is to be planned.
    pub(crate) problem: &'p Problem,
    /// The demands that are kept.
    pub(crate) keeps: &'p dyn Fn(&Demand) -> bool,
    /// The class of days that is looked at; all days for none.
    pub(crate) class: Option<Class>,
    /// Days of rest between two shifts.
    pub(crate) rest: u32,
}

/// Between which loads everybody is to come to lie.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Window<'m> {
    /// Load that those compared have at least.
    pub(crate) low: i64,
    /// Load that everybody has at most, unless they had more before.
    pub(crate) high: i64,
    /// For each member, whether compared.
    pub(crate) compared: &'m [bool],
}

/// Arcs of one member towards the sink.
struct Ways {
    arcs: Vec<usize>,
    must: Vec<usize>,
}

impl Relaxed<'_> {
    /// Whether all can be kept; how many shifts each member then has, the loads as even as can be.
    pub(crate) fn totals(&self, window: Option<Window<'_>>) -> Option<Vec<u32>> {
        let mut build = self.begin(None);
        let members = self.problem.members.iter().enumerate();
        let mut ways = Vec::new();
        for (at, member) in members {
            ways.push(self.ways(at, member, window, &mut build)?);
        }
        let (sent, _) = build.network.send(build.source, build.sink);
        let through = |arc: &usize| build.network.through(*arc);
        let kept = ways.iter().all(|w| w.must.iter().all(|a| through(a) > 0));
        let total = |w: &Ways| w.arcs.iter().map(through).sum();
        (sent == build.needed && kept).then(|| ways.iter().map(total).collect())
    }

    /// A roster of all shifts, the loads as even as can be; who has which may break what is left out here.
    pub(crate) fn even(&self) -> Vec<Vec<bool>> {
        let days = self.problem.days.len();
        let mut on = vec![vec![false; days]; self.problem.members.len()];
        let mut build = self.begin(None);
        for (at, member) in self.problem.members.iter().enumerate() {
            let _ = self.ways(at, member, None, &mut build);
        }
        build.network.send(build.source, build.sink);
        for (member, day, arc) in &build.entries {
            on[*member][*day] |= build.network.through(*arc) > 0;
        }
        on
    }

    /// The fewest shifts that are taken by somebody for whom they were not `published`.
    pub(crate) fn fewest_new(&self, published: &[Vec<bool>]) -> Option<u32> {
        let mut build = self.begin(Some(published));
        for (at, _) in self.problem.members.iter().enumerate() {
            let person = build.persons[at];
            build.network.arc(person, build.sink, u32::MAX, 0);
        }
        let (sent, cost) = build.network.send(build.source, build.sink);
        (sent == build.needed).then(|| u32::try_from(cost).unwrap_or(u32::MAX))
    }

    /// The network up to the persons.
    fn begin(&self, published: Option<&[Vec<bool>]>) -> Build {
        let mut network = Network::default();
        let (source, sink) = (network.node(), network.node());
        let slots = self.slots(&mut network, source);
        let mut build = Build {
            needed: slots.iter().map(|s| s.lead_room + s.room).sum(),
            network,
            source,
            sink,
            persons: Vec::new(),
            entries: Vec::new(),
        };
        for (at, member) in self.problem.members.iter().enumerate() {
            let published = published.map(|p| p[at].as_slice());
            let person = build.network.node();
            let entries = self.join(member, published, &slots, person, &mut build.network);
            let entries = entries.into_iter().map(|(day, arc)| (at, day, arc));
            build.entries.extend(entries);
            build.persons.push(person);
        }
        build
    }

    /// The days, each with room for leaders and room for anybody.
    fn slots(&self, network: &mut Network, source: usize) -> Vec<Slot> {
        let mut slots = Vec::new();
        for (at, day) in self.problem.days.iter().enumerate() {
            if self.class.is_some() && day.class != self.class {
                continue;
            }
            let leads = Demand::Leaders {
                day: day.date,
                persons: day.leaders,
            };
            let crew = Demand::Crew {
                day: day.date,
                persons: day.crew,
            };
            let led = day.leaders > 0 && (self.keeps)(&leads);
            let lead_room = if led { day.leaders } else { 0 };
            let kept = (self.keeps)(&crew);
            let room = if kept {
                day.crew.saturating_sub(lead_room)
            } else {
                0
            };
            let (lead, any) = (network.node(), network.node());
            network.arc(source, lead, lead_room, 0);
            network.arc(source, any, room, 0);
            slots.push(Slot {
                day: at,
                lead,
                any,
                lead_room,
                room,
            });
        }
        slots
    }

    /// The ways of one member from the days, through weeks and months; the days, each with its arc.
    fn join(
        &self,
        member: &Member,
        published: Option<&[bool]>,
        slots: &[Slot],
        person: usize,
        network: &mut Network,
    ) -> Vec<(usize, usize)> {
        let mut entries = Vec::new();
        let mut month: Option<((i16, u16), usize)> = None;
        let free: Vec<&Slot> = slots.iter().filter(|s| self.can(member, s.day)).collect();
        let week = |s: &&Slot| {
            let date = self.problem.days[s.day].date;
            let [week, month] = [Unit::Week, Unit::Month].map(|unit| {
                let period = period_of(unit, date);
                (period.year, period.number)
            });
            (week, month)
        };
        for part in free.chunk_by(|a, b| week(a) == week(b)) {
            let Some(first) = part.first() else { continue };
            let (_, of) = week(first);
            let through = match month {
                Some((is, node)) if is == of => node,
                _ => {
                    let node = network.node();
                    network.arc(node, person, self.month_room(member, first.day), 0);
                    month = Some((of, node));
                    node
                }
            };
            let node = network.node();
            network.arc(node, through, self.week_room(member, part), 0);
            for slot in part {
                let price = published.map_or(0, |p| i64::from(!p[slot.day]));
                entries.push((slot.day, enter(member, slot, (node, price), network)));
            }
        }
        entries
    }

    /// Whether a member could be on the shift of a day at all.
    fn can(&self, member: &Member, day: usize) -> bool {
        let date = self.problem.days[day].date;
        let away = member.away.iter().any(|away| {
            let demand = Demand::Away {
                staff: member.staff.clone(),
                from: away.from,
                until: away.until,
            };
            away.from <= date && date <= away.until && (self.keeps)(&demand)
        });
        let rest = i64::from(self.rest_kept());
        let near =
            |known: &jiff::civil::Date| i64::from(number(*known) - number(date)).abs() <= rest;
        !(away || rest > 0 && member.known.iter().any(near))
    }

    fn rest_kept(&self) -> u32 {
        let days = self.problem.rules.rest;
        // More rest than the rules ask for is asked for on its own account.
        if self.rest > days || (self.keeps)(&Demand::Rest { days }) {
            self.rest
        } else {
            0
        }
    }

    fn month_room(&self, member: &Member, day: usize) -> u32 {
        let most = self.problem.rules.month_most;
        let kept = most.filter(|m| (self.keeps)(&Demand::MonthMost { shifts: *m }));
        kept.map_or(u32::MAX, |most| {
            left(member, Unit::Month, self.problem.days[day].date, most)
        })
    }

    /// How many shifts a member can have on some days of one week.
    fn week_room(&self, member: &Member, slots: &[&Slot]) -> u32 {
        let rest = i64::from(self.rest_kept());
        let (mut room, mut last) = (0, i64::MIN / 2);
        for slot in slots {
            let day = i64::from(number(self.problem.days[slot.day].date));
            if day - last > rest {
                (room, last) = (room + 1, day);
            }
        }
        let most = self.problem.rules.week_most;
        let kept = most.filter(|m| (self.keeps)(&Demand::WeekMost { shifts: *m }));
        let first = slots.first().map(|s| self.problem.days[s.day].date);
        match kept.zip(first) {
            Some((most, day)) => room.min(left(member, Unit::Week, day, most)),
            None => room,
        }
    }

    /// The arcs by which a member's shifts are counted; none if they cannot have as many as they must.
    fn ways(
        &self,
        at: usize,
        member: &Member,
        window: Option<Window<'_>>,
        build: &mut Build,
    ) -> Option<Ways> {
        let most = u32::try_from(self.problem.days.len()).unwrap_or(u32::MAX);
        let person = build.persons[at];
        let mut ways = Ways {
            arcs: Vec::new(),
            must: Vec::new(),
        };
        let below = |load: i64| window.is_some_and(|w| w.compared[at] && load < w.low);
        for shifts in 1..=most {
            let load = member.load(self.class, shifts);
            if window.is_some_and(|w| load > w.high) {
                break;
            }
            let must = below(member.load(self.class, shifts - 1));
            let cost = if must { load - MUST } else { load };
            let arc = build.network.arc(person, build.sink, 1, cost);
            ways.arcs.push(arc);
            if must {
                ways.must.push(arc);
            }
        }
        let reached = u32::try_from(ways.arcs.len()).unwrap_or(u32::MAX);
        (!below(member.load(self.class, reached))).then_some(ways)
    }
}

struct Build {
    network: Network,
    source: usize,
    sink: usize,
    persons: Vec<usize>,
    /// Member, day, and the arc that is used when the member is on the shift of the day.
    entries: Vec<(usize, usize, usize)>,
    needed: u32,
}

struct Slot {
    day: usize,
    lead: usize,
    any: usize,
    lead_room: u32,
    room: u32,
}

/// Lets a member onto the shift of a day once, as a leader or as anybody; the arc that tells.
fn enter(member: &Member, slot: &Slot, (to, price): (usize, i64), network: &mut Network) -> usize {
    if !member.leads || slot.lead_room == 0 {
        return network.arc(slot.any, to, 1, price);
    }
    let once = network.node();
    network.arc(slot.lead, once, 1, price);
    network.arc(slot.any, once, 1, price);
    network.arc(once, to, 1, 0)
}

/// How many more shifts a member may have in the period of a day.
pub(crate) fn left(member: &Member, unit: Unit, day: jiff::civil::Date, most: u32) -> u32 {
    let period = period_of(unit, day).full;
    let known = member.known.iter().filter(|d| period.contains(**d)).count();
    most.saturating_sub(u32::try_from(known).unwrap_or(u32::MAX))
}
