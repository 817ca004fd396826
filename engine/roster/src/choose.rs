//! The clauses of every demand. Each holds only under the literal of its demand, so that a search can
//! leave demands out, and say which of them clash.

use batsat::Lit;
use jiff::civil::Date;
use luoshi_calendar::{Unit, number, period_of};

use crate::demand::{Class, Demand, names};
use crate::exact::Exact;
use crate::fair::Loads;
use crate::problem::{Member, Problem};
use crate::relaxed::left;
use crate::tally::Tally;

/// Adds the clauses of all demands.
pub(crate) fn encode(problem: &Problem, exact: &mut Exact) {
    for at in 0..problem.days.len() {
        crew(problem, at, exact);
    }
    for at in 0..problem.members.len() {
        away(problem, at, exact);
        rest(problem, at, exact);
        for (unit, most) in [
            (Unit::Week, problem.rules.week_most),
            (Unit::Month, problem.rules.month_most),
        ] {
            if let Some(most) = most {
                at_most(problem, at, (unit, most), exact);
            }
        }
    }
    for group in &problem.rules.together {
        together(problem, group, exact);
    }
    for group in &problem.rules.apart {
        apart(problem, group, exact);
    }
    for class in [None, Some(Class::Weekend), Some(Class::Holiday)] {
        if let Some(most) = problem.rules.spread_of(class) {
            spread(problem, class, most, exact);
        }
    }
}

fn crew(problem: &Problem, at: usize, exact: &mut Exact) {
    let day = &problem.days[at];
    let shift = exact.shift(at);
    let tally = Tally::of(&shift, day.crew as usize + 1, exact);
    let enough = tally.at_least(day.crew.into(), exact);
    let not_more = tally.at_most(day.crew.into(), exact);
    exact.settle(not_more);
    let demand = exact.demand(&Demand::Crew {
        day: day.date,
        persons: day.crew,
    });
    exact.add(vec![!demand, enough]);
    if day.leaders > 0 {
        let leads = problem.members.iter().zip(&shift);
        let leaders: Vec<Lit> = leads.filter(|(m, _)| m.leads).map(|(_, l)| *l).collect();
        let tally = Tally::of(&leaders, day.leaders as usize, exact);
        let enough = tally.at_least(day.leaders.into(), exact);
        let demand = exact.demand(&Demand::Leaders {
            day: day.date,
            persons: day.leaders,
        });
        exact.add(vec![!demand, enough]);
    }
}

fn away(problem: &Problem, at: usize, exact: &mut Exact) {
    let member = &problem.members[at];
    for away in &member.away {
        let demand = exact.demand(&Demand::Away {
            staff: member.staff.clone(),
            from: away.from,
            until: away.until,
        });
        for (d, day) in problem.days.iter().enumerate() {
            if away.from <= day.date && day.date <= away.until {
                exact.add(vec![!demand, !exact.is_on(at, d)]);
            }
        }
    }
}

fn rest(problem: &Problem, at: usize, exact: &mut Exact) {
    let days = problem.rules.rest;
    if days == 0 {
        return;
    }
    let demand = exact.demand(&Demand::Rest { days });
    for (first, second, free) in gaps(problem) {
        if free < days {
            exact.add(vec![
                !demand,
                !exact.is_on(at, first),
                !exact.is_on(at, second),
            ]);
        }
    }
    let member = &problem.members[at];
    for (d, day) in problem.days.iter().enumerate() {
        if nearest_known(member, day.date).is_some_and(|free| free < days) {
            exact.add(vec![!demand, !exact.is_on(at, d)]);
        }
    }
}

/// Every two days with a shift, and the days between them.
pub(crate) fn gaps(problem: &Problem) -> Vec<(usize, usize, u32)> {
    let days: Vec<i32> = problem.days.iter().map(|d| number(d.date)).collect();
    let mut all = Vec::new();
    for second in 0..days.len() {
        for first in 0..second {
            let free = days[second] - days[first] - 1;
            all.push((first, second, free.unsigned_abs()));
        }
    }
    all
}

/// Days between a day and the nearest shift that a member has outside the days planned.
pub(crate) fn nearest_known(member: &Member, day: Date) -> Option<u32> {
    let far = |known: &Date| number(*known).abs_diff(number(day)).saturating_sub(1);
    member.known.iter().map(far).min()
}

fn at_most(problem: &Problem, at: usize, (unit, most): (Unit, u32), exact: &mut Exact) {
    let demand = exact.demand(&match unit {
        Unit::Week => Demand::WeekMost { shifts: most },
        _ => Demand::MonthMost { shifts: most },
    });
    let days: Vec<(usize, Date)> = problem.days.iter().map(|d| d.date).enumerate().collect();
    let same = |a: &(usize, Date), b: &(usize, Date)| {
        period_of(unit, a.1).full == period_of(unit, b.1).full
    };
    for period in days.chunk_by(same) {
        let room = left(&problem.members[at], unit, period[0].1, most);
        if period.len() <= room as usize {
            continue;
        }
        let shifts: Vec<Lit> = period.iter().map(|(d, _)| exact.is_on(at, *d)).collect();
        let tally = Tally::of(&shifts, room as usize + 1, exact);
        let few = tally.at_most(room.into(), exact);
        exact.add(vec![!demand, few]);
    }
}

fn together(problem: &Problem, group: &[usize], exact: &mut Exact) {
    let demand = exact.demand(&Demand::Together {
        staff: names(problem, group),
    });
    for (d, day) in problem.days.iter().enumerate() {
        let here = |m: &&usize| !problem.members[**m].is_away(day.date);
        let here: Vec<Lit> = group
            .iter()
            .filter(here)
            .map(|m| exact.is_on(*m, d))
            .collect();
        for pair in here.windows(2) {
            exact.add(vec![!demand, !pair[0], pair[1]]);
            exact.add(vec![!demand, pair[0], !pair[1]]);
        }
    }
}

fn apart(problem: &Problem, group: &[usize], exact: &mut Exact) {
    let demand = exact.demand(&Demand::Apart {
        staff: names(problem, group),
    });
    for d in 0..problem.days.len() {
        for (n, one) in group.iter().enumerate() {
            for other in &group[..n] {
                let pair = [one, other].map(|m| !exact.is_on(*m, d));
                exact.add(vec![!demand, pair[0], pair[1]]);
            }
        }
    }
}

/// One of the windows of that width holds everybody.
fn spread(problem: &Problem, class: Option<Class>, most: u32, exact: &mut Exact) {
    let demand = exact.demand(&Demand::Spread { class, most });
    let loads = Loads::of(problem, class, exact);
    let mut one = vec![!demand];
    for low in loads.values() {
        let window = exact.fresh();
        one.push(window);
        for lit in loads.within(*low, low + i64::from(most) * 100, exact) {
            exact.add(vec![!window, lit]);
        }
    }
    if !loads.values().is_empty() {
        exact.add(one);
    }
}
