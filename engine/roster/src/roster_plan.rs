//! A roster, and how fair it is.

use jiff::civil::Date;
use luoshi_calendar::Span;

use crate::chance::Chance;
use crate::demand::Class;
use crate::explain::Impossible;
use crate::fair::{compared, ends};
use crate::levels::{Search, shortest_rest};
use crate::problem::{Counts, Problem};
use crate::relaxed::Relaxed;

/// Who has which shift.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterPlan {
    /// Identifier of the roster.
    pub roster: String,
    /// The days that were planned.
    pub span: Span,
    /// The seed that decided between equals.
    pub seed: u64,
    /// Shifts, in order of days.
    pub shifts: Vec<Shift>,
    /// Everybody who could be on a shift, or is, in order of staff numbers.
    pub persons: Vec<PersonLine>,
    /// How fair it is.
    pub fairness: Fairness,
    /// What differs from the roster that was published; nothing for a new one.
    pub changes: Vec<Change>,
}

/// A shift.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shift {
    /// The day on which it begins.
    pub date: Date,
    /// Whether a weekend day or a public holiday.
    pub class: Option<Class>,
    /// Staff numbers, those of leading units first.
    pub staff: Vec<String>,
}

/// What comes to one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonLine {
    /// Staff number.
    pub staff: String,
    /// Whether of the leading units.
    pub leads: bool,
    /// Shifts in this roster.
    pub planned: Counts,
    /// Shifts of earlier months that count.
    pub carried: Counts,
    /// Share of what others have, in hundredths of a percent.
    pub share: u32,
    /// Whether there on enough days to be compared.
    pub compared: bool,
}

/// How fair a roster is. Differences are in hundredths of a shift of somebody with a full share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fairness {
    /// Largest difference of shifts; none where nobody is compared.
    pub total: Option<i64>,
    /// Largest difference of shifts on weekends; none where there are none.
    pub weekend: Option<i64>,
    /// Largest difference of shifts on public holidays; none where there are none.
    pub holiday: Option<i64>,
    /// The fewest free days between two shifts of anybody; none where nobody has two.
    pub rest: Option<u32>,
    /// Whether it is known that no roster has fewer changes or smaller differences. Otherwise the search for
    /// one was given up.
    pub proven: bool,
    /// Whether it is known that no roster as fair as this has longer rest.
    pub rest_proven: bool,
}

/// A day on which a roster differs from the one that was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The day.
    pub date: Date,
    /// Who had the shift and has it no more.
    pub off: Vec<String>,
    /// Who has it now and had not.
    pub on: Vec<String>,
}

/// Plans a roster: the best by the aims of `FAIRNESS.md`, in their order.
///
/// The same problem gives the same roster.
///
/// # Errors
///
/// Rules that cannot be kept together.
pub fn plan_roster(problem: &Problem) -> Result<RosterPlan, Impossible> {
    let mixed = mixed(problem);
    let flow = Relaxed {
        problem: &mixed,
        keeps: &|_| true,
        class: None,
        rest: mixed.rules.rest,
    };
    let mut search = Search::begin(&mixed, &flow.even())?;
    search.improve();
    Ok(search.told())
}

/// The same with its members in an order that the seed decides: it breaks ties.
pub(crate) fn mixed(problem: &Problem) -> Problem {
    let mut order: Vec<usize> = (0..problem.members.len()).collect();
    Chance::new(problem.seed).shuffle(&mut order);
    let mut place = vec![0; order.len()];
    for (now, was) in order.iter().enumerate() {
        place[*was] = now;
    }
    let moved = |groups: &[Vec<usize>]| -> Vec<Vec<usize>> {
        let group = |g: &Vec<usize>| {
            let members = g.iter().filter_map(|m| place.get(*m).copied());
            members.collect()
        };
        groups.iter().map(group).collect()
    };
    let mut mixed = problem.clone();
    mixed.members = order.iter().map(|m| problem.members[*m].clone()).collect();
    mixed.rules.together = moved(&problem.rules.together);
    mixed.rules.apart = moved(&problem.rules.apart);
    mixed
}

/// A roster in words of the domain.
pub(crate) fn told(
    problem: &Problem,
    found: &[Vec<bool>],
    (proven, rest_proven): (bool, bool),
) -> RosterPlan {
    let difference = |class| ends(problem, class, found).map(|(low, high)| high - low);
    RosterPlan {
        roster: problem.roster.clone(),
        span: problem.span,
        seed: problem.seed,
        shifts: shifts(problem, found),
        persons: persons(problem, found),
        fairness: Fairness {
            total: difference(None),
            weekend: difference(Some(Class::Weekend)),
            holiday: difference(Some(Class::Holiday)),
            rest: shortest_rest(problem, found),
            proven,
            rest_proven,
        },
        changes: Vec::new(),
    }
}

fn shifts(problem: &Problem, found: &[Vec<bool>]) -> Vec<Shift> {
    let shift = |(d, day): (usize, &crate::problem::Day)| {
        let on = problem.members.iter().zip(found).filter(|(_, on)| on[d]);
        let mut staff: Vec<(bool, String)> = on.map(|(m, _)| (!m.leads, m.staff.clone())).collect();
        staff.sort();
        Shift {
            date: day.date,
            class: day.class,
            staff: staff.into_iter().map(|(_, staff)| staff).collect(),
        }
    };
    problem.days.iter().enumerate().map(shift).collect()
}

fn persons(problem: &Problem, found: &[Vec<bool>]) -> Vec<PersonLine> {
    let compared = compared(problem, None);
    let line = |((member, on), compared): ((&crate::problem::Member, &Vec<bool>), bool)| {
        let mut planned = Counts::default();
        for (day, _) in problem.days.iter().zip(on).filter(|(_, on)| **on) {
            planned.add(day.class);
        }
        PersonLine {
            staff: member.staff.clone(),
            leads: member.leads,
            planned,
            carried: member.carried,
            share: member.share,
            compared,
        }
    };
    let members = problem.members.iter().zip(found).zip(compared);
    let mut lines: Vec<PersonLine> = members.map(line).collect();
    lines.sort_by(|a, b| a.staff.cmp(&b.staff));
    lines
}
