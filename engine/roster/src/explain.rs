//! Which rules cannot be kept together: as few as possible, each with its values, days and persons.

use std::collections::BTreeSet;

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
    let all: BTreeSet<Demand> = demands(problem).into_iter().collect();
    if answer == Answer::Unknown {
        return Impossible {
            demands: Vec::new(),
            pool,
        };
    }
    let mut kept: Vec<Demand> = Vec::new();
    for demand in demands(problem) {
        if all.contains(&demand) && !kept.contains(&demand) {
            kept.push(demand);
        }
    }
    let mut size = kept.len().div_ceil(2);
    while size > 0 {
        let mut at = 0;
        while at < kept.len() {
            let end = (at + size).min(kept.len());
            let rest: Vec<Demand> = kept[..at].iter().chain(&kept[end..]).cloned().collect();
            match clash(problem, &rest, exact) {
                Some(fewer) => {
                    // What is before `at` was needed with more around it and still is, unless it fell away now.
                    at = kept[..at].iter().filter(|d| fewer.contains(d)).count();
                    kept = fewer;
                }
                None => at = end,
            }
        }
        size = if size == 1 { 0 } else { size.div_ceil(2) };
    }
    Impossible {
        demands: kept,
        pool,
    }
}

/// Those of some demands that cannot be kept together; none if they can, or nobody knows.
fn clash(problem: &Problem, kept: &[Demand], exact: &mut Exact) -> Option<Vec<Demand>> {
    if !fits(problem, kept) {
        return Some(kept.to_vec());
    }
    let lit = |demand: &Demand| exact.held.get(demand).copied();
    let lits: Vec<Lit> = kept.iter().filter_map(lit).collect();
    if exact.search(&lits, EFFORT) != Answer::No {
        return None;
    }
    let core: BTreeSet<_> = exact.clash().iter().map(|l| l.var()).collect();
    let in_core = |demand: &&Demand| {
        let lit = exact.held.get(*demand);
        lit.is_some_and(|l| core.contains(&l.var()))
    };
    Some(kept.iter().filter(in_core).cloned().collect())
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
    let full = demands(problem).iter().all(|d| !matches!(d, Demand::Crew { .. }) || keeps(d));
    let wide = |demand: &&Demand| match demand {
        Demand::Spread { class, most } if full => !some_window(problem, &flow(*class), *class, *most),
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
    lows.is_empty() || lows.iter().any(|low| flow.totals(Some(window(low))).is_some())
}
