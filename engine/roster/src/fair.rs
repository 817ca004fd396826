//! How the shifts of persons compare: their loads, and who is compared.

use std::collections::BTreeSet;

use batsat::Lit;

use crate::demand::Class;
use crate::exact::Exact;
use crate::problem::Problem;
use crate::tally::Tally;

/// The loads that members can come to.
pub(crate) struct Loads {
    class: Option<Class>,
    /// For each member, the load of 0, 1, 2 … shifts.
    of: Vec<Vec<i64>>,
    tallies: Vec<Tally>,
    /// For each member, whether compared.
    pub(crate) compared: Vec<bool>,
    values: Vec<i64>,
}

/// For each member, whether their shifts of a class are compared: those who are there on at least half of its days.
pub(crate) fn compared(problem: &Problem, class: Option<Class>) -> Vec<bool> {
    let days: Vec<_> = days(problem, class).collect();
    let there = |m: &crate::problem::Member| {
        let days = days.iter().map(|d| problem.days[*d].date);
        days.filter(|d| !m.is_away(*d)).count()
    };
    let member = |m| !days.is_empty() && 2 * there(m) >= days.len();
    problem.members.iter().map(member).collect()
}

/// The days of a class, by index; all days for none.
pub(crate) fn days(problem: &Problem, class: Option<Class>) -> impl Iterator<Item = usize> {
    let of = move |(_, day): &(usize, &crate::problem::Day)| class.is_none() || day.class == class;
    problem.days.iter().enumerate().filter(of).map(|(at, _)| at)
}

/// The least load of those compared, and the greatest of them and of whoever else has a shift; none where
/// nobody is compared.
pub(crate) fn ends(
    problem: &Problem,
    class: Option<Class>,
    found: &[Vec<bool>],
) -> Option<(i64, i64)> {
    let compared = compared(problem, class);
    let days: Vec<usize> = days(problem, class).collect();
    let (mut least, mut greatest) = (None::<i64>, None::<i64>);
    for ((member, on), compared) in problem.members.iter().zip(found).zip(compared) {
        let shifts = days.iter().filter(|d| on[**d]).count();
        let load = member.load(class, u32::try_from(shifts).unwrap_or(u32::MAX));
        if compared {
            least = Some(least.map_or(load, |l| l.min(load)));
        }
        if compared || shifts > 0 {
            greatest = Some(greatest.map_or(load, |g| g.max(load)));
        }
    }
    least.zip(greatest)
}

impl Loads {
    pub(crate) fn of(problem: &Problem, class: Option<Class>, exact: &mut Exact) -> Loads {
        let days: Vec<usize> = days(problem, class).collect();
        let compared = compared(problem, class);
        let most = u32::try_from(days.len()).unwrap_or(u32::MAX);
        let load = |m: &crate::problem::Member| (0..=most).map(|n| m.load(class, n)).collect();
        let of: Vec<Vec<i64>> = problem.members.iter().map(load).collect();
        let tallies = (0..problem.members.len())
            .map(|m| {
                let shifts: Vec<Lit> = days.iter().map(|d| exact.is_on(m, *d)).collect();
                Tally::of(&shifts, shifts.len(), exact)
            })
            .collect();
        let somebody = compared.iter().any(|c| *c);
        let loads = of.iter().filter(|_| somebody).flatten();
        let values: BTreeSet<i64> = loads.copied().collect();
        Loads {
            class,
            of,
            tallies,
            compared,
            values: values.into_iter().collect(),
        }
    }

    /// Every load that somebody can come to, in order; none where nobody is compared.
    pub(crate) fn values(&self) -> &[i64] {
        &self.values
    }

    /// The class of days.
    pub(crate) fn class(&self) -> Option<Class> {
        self.class
    }

    /// That a member's load is at least so much.
    pub(crate) fn at_least(&self, member: usize, load: i64, exact: &Exact) -> Lit {
        let shifts = self.of[member].partition_point(|l| *l < load);
        self.tallies[member].at_least(i64::try_from(shifts).unwrap_or(i64::MAX), exact)
    }

    /// What holds when everybody compared is between two loads, and nobody gets shifts beyond the upper.
    pub(crate) fn within(&self, low: i64, high: i64, exact: &Exact) -> Vec<Lit> {
        let mut lits = Vec::new();
        for (at, tally) in self.tallies.iter().enumerate() {
            let fit = self.of[at].partition_point(|l| *l <= high);
            let fit = i64::try_from(fit).unwrap_or(i64::MAX) - 1;
            if self.compared[at] {
                lits.push(self.at_least(at, low, exact));
                lits.push(tally.at_most(fit, exact));
            } else {
                lits.push(tally.at_most(fit.max(0), exact));
            }
        }
        lits.retain(|lit| *lit != exact.yes);
        lits
    }
}
