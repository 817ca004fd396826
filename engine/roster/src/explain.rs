//! Which rules cannot be kept together: as few as possible, each with its values, days and persons.

use std::collections::BTreeSet;
use std::ops::Range;

use batsat::Lit;

use crate::demand::{Class, Demand, demands};
use crate::exact::{Answer, Exact};
use crate::fair::compared;
use crate::problem::Problem;
use crate::relaxed::{Relaxed, Window};

/// Dead ends after which one question is given up.
const EFFORT: u64 = 5_000;

/// Why there is no roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Impossible {
    /// Rules that cannot be kept together. Without any one of them the others could be, or, where a search
    /// was given up, it is not known that they could not. Empty if no roster was found and none ruled out.
    pub demands: Vec<Demand>,
    /// How many persons can be on a shift at all.
    pub pool: usize,
}

/// Finds the rules that clash, given what the search for a roster came to.
pub(crate) fn explain(problem: &Problem, exact: &mut Exact, answer: Answer) -> Impossible {
    let pool = problem.members.len();
    if answer == Answer::Unknown {
        return Impossible {
            demands: Vec::new(),
            pool,
        };
    }
    let mut kept: Vec<Demand> = Vec::new();
    for demand in demands(problem) {
        if !kept.contains(&demand) {
            kept.push(demand);
        }
    }
    // What holds for everybody goes first, one by one: what happens on certain days explains more.
    let general = kept.iter().take_while(|d| d.is_general()).count();
    for at in (0..general).rev() {
        without(problem, &mut kept, at..at + 1, exact);
    }
    let general = kept.iter().take_while(|d| d.is_general()).count();
    let end = first_clash(problem, &kept, general, exact);
    kept.truncate(end);
    let mut size = (kept.len() - general).div_ceil(2);
    while size > 0 {
        let mut end = kept.len();
        while end > general {
            let start = end.saturating_sub(size).max(general);
            without(problem, &mut kept, start..end, exact);
            end = start;
        }
        size = if size == 1 { 0 } else { size.div_ceil(2) };
    }
    kept.sort();
    Impossible {
        demands: kept,
        pool,
    }
}

/// How many of the demands, taken in their order, clash already; at least so many as `from`.
fn first_clash(problem: &Problem, kept: &[Demand], from: usize, exact: &mut Exact) -> usize {
    let (mut fine, mut clashes) = (from, kept.len());
    if clash(problem, &kept[..from], exact) {
        return from;
    }
    while clashes - fine > 1 {
        let middle = fine + (clashes - fine) / 2;
        if clash(problem, &kept[..middle], exact) {
            clashes = middle;
        } else {
            fine = middle;
        }
    }
    clashes
}

/// Leaves some out if the others clash all the same. If they do not now, they never will with fewer around them.
fn without(problem: &Problem, kept: &mut Vec<Demand>, some: Range<usize>, exact: &mut Exact) {
    let others = kept[..some.start].iter().chain(&kept[some.end..]);
    let others: Vec<Demand> = others.cloned().collect();
    if clash(problem, &others, exact) {
        *kept = others;
    }
}

/// Whether some demands cannot be kept together, as far as is known.
///
/// The core that the solver names would get there with fewer questions, but by whatever days it happened upon.
fn clash(problem: &Problem, kept: &[Demand], exact: &mut Exact) -> bool {
    if !fits(problem, kept) {
        return true;
    }
    let lit = |demand: &Demand| exact.held.get(demand).copied();
    let lits: Vec<Lit> = kept.iter().filter_map(lit).collect();
    exact.search(&lits, EFFORT) == Answer::No
}

/// Whether counting alone leaves room for some demands.
fn fits(problem: &Problem, kept: &[Demand]) -> bool {
    let set: BTreeSet<&Demand> = kept.iter().collect();
    let keeps = |demand: &Demand| set.contains(demand);
    let flow = |class| Relaxed {
        problem,
        keeps: &keeps,
        class,
        rest: problem.rules.rest,
    };
    if flow(None).totals(None).is_none() {
        return false;
    }
    // Where a day may be left short, a flow that fills what it must says nothing on who has the least.
    let full = demands(problem)
        .iter()
        .all(|d| !matches!(d, Demand::Crew { .. }) || keeps(d));
    let wide = |demand: &&Demand| match demand {
        Demand::Spread { class, most } if full => {
            !some_window(problem, &flow(*class), *class, *most)
        }
        _ => false,
    };
    !kept.iter().any(|d| wide(&d))
}

fn some_window(problem: &Problem, flow: &Relaxed<'_>, class: Option<Class>, most: u32) -> bool {
    let compared = compared(problem, class);
    let days = u32::try_from(problem.days.len()).unwrap_or(u32::MAX);
    let members = problem.members.iter().zip(&compared).filter(|(_, c)| **c);
    let lows: BTreeSet<i64> = members
        .flat_map(|(m, _)| (0..=days).map(move |n| m.load(class, n)))
        .collect();
    let window = |low: &i64| Window {
        low: *low,
        high: low + i64::from(most) * 100,
        compared: &compared,
    };
    lows.is_empty()
        || lows
            .iter()
            .any(|low| flow.totals(Some(window(low))).is_some())
}
