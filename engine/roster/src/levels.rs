//! One aim after the other, as `FAIRNESS.md` lists them: what is reached for one is kept for those below it.

use batsat::Lit;

use crate::choose::{encode, gaps, nearest_known};
use crate::demand::{Class, Demand};
use crate::exact::{Answer, Exact};
use crate::explain::{Impossible, explain};
use crate::fair::{Loads, ends};
use crate::problem::Problem;
use crate::relaxed::{Relaxed, Window};
use crate::roster_plan::{RosterPlan, told};
use crate::tally::Tally;

/// Dead ends after which the search for any roster is given up.
const EFFORT_AT_ALL: u64 = 100_000;

/// Dead ends after which the search for a better one is.
const EFFORT: u64 = 2_000;

/// Searches of one aim that may be given up before it is left as it is.
const PATIENCE: usize = 2;

/// A full share, in hundredths of a percent.
const FULL: u32 = 10_000;

/// A search that has found a roster and looks for better ones.
pub(crate) struct Search<'p> {
    problem: &'p Problem,
    exact: Exact,
    /// Whether each aim but the last is known to be reached as far as it can be.
    proven: bool,
    /// Whether the last is: the longest rest.
    rest_proven: bool,
    /// The loads between which everybody compared is, and who is compared.
    window: Option<(i64, i64, Vec<bool>)>,
}

/// Keeps every demand.
fn all(_: &Demand) -> bool {
    true
}

impl<'p> Search<'p> {
    /// Finds any roster that keeps all demands; `wanted` says what it should look like.
    pub(crate) fn begin(
        problem: &'p Problem,
        wanted: &[Vec<bool>],
    ) -> Result<Search<'p>, Impossible> {
        let mut exact = Exact::new(wanted);
        encode(problem, &mut exact);
        let held: Vec<Lit> = exact.held.values().copied().collect();
        let possible = relaxed(problem, None, problem.rules.rest).totals(None);
        let answer = match possible {
            None => Answer::No,
            Some(_) => exact.search(&held, EFFORT_AT_ALL),
        };
        if answer != Answer::Yes {
            return Err(explain(problem, &mut exact, answer));
        }
        for lit in held {
            exact.settle(lit);
        }
        Ok(Search {
            problem,
            exact,
            proven: true,
            rest_proven: true,
            window: None,
        })
    }

    /// All aims but that of few changes.
    pub(crate) fn improve(&mut self) {
        self.even(None);
        self.even(Some(Class::Weekend));
        self.even(Some(Class::Holiday));
        self.space();
    }

    /// The roster found in words of the domain.
    pub(crate) fn told(&self) -> RosterPlan {
        let found = self.exact.found();
        told(self.problem, found, (self.proven, self.rest_proven))
    }

    /// As few published shifts as possible are taken from those who have them.
    pub(crate) fn keep(&mut self, published: &[Vec<bool>]) {
        let mut lost = Vec::new();
        for (member, days) in published.iter().enumerate() {
            let days = days.iter().enumerate().filter(|(_, on)| **on);
            lost.extend(days.map(|(day, _)| !self.exact.is_on(member, day)));
        }
        let flow = relaxed(self.problem, None, self.problem.rules.rest);
        let needed: u32 = self.problem.days.iter().map(|d| d.crew).sum();
        let kept_at_most = needed - flow.fewest_new(published).unwrap_or(0).min(needed);
        let least = lost.len().saturating_sub(kept_at_most as usize);
        let gone = |found: &[Vec<bool>]| {
            let pairs = published.iter().flatten().zip(found.iter().flatten());
            pairs.filter(|(was, is)| **was && !**is).count()
        };
        let most = gone(self.exact.found());
        let tally = Tally::of(&lost, most + 1, &mut self.exact);
        self.fewest(&tally, least..most);
        let reached = gone(self.exact.found());
        self.settle_at_most(&tally, reached);
    }

    /// Tries counts from the smallest on; the first for which there is a roster is the best.
    fn fewest(&mut self, tally: &Tally, counts: impl Iterator<Item = usize>) {
        let mut given_up = 0;
        for count in counts {
            let few = tally.at_most(i64::try_from(count).unwrap_or(i64::MAX), &self.exact);
            match self.exact.search(&[few], EFFORT) {
                Answer::Yes => return,
                Answer::No => {}
                Answer::Unknown => given_up += 1,
            }
            self.proven &= given_up == 0;
            if given_up >= PATIENCE {
                return;
            }
        }
    }

    fn settle_at_most(&mut self, tally: &Tally, count: usize) {
        let few = tally.at_most(i64::try_from(count).unwrap_or(i64::MAX), &self.exact);
        self.exact.settle(few);
    }

    /// The smallest difference of loads, the smallest greatest load for it, and few persons near it.
    fn even(&mut self, class: Option<Class>) {
        let Some(mut reached) = self.ends(class) else {
            return;
        };
        let loads = Loads::of(self.problem, class, &mut self.exact);
        // Where everybody is compared and has the same load, the shifts are shared out; where somebody is not,
        // he may still take a shift off those who are.
        let even = reached.0 == reached.1 && loads.compared.iter().all(|compared| *compared);
        let given_up = if even {
            Vec::new()
        } else {
            self.narrow(&loads, reached)
        };
        reached = self.ends(class).unwrap_or(reached);
        self.settle_within(&loads, reached);
        self.flatten(&loads, reached);
        reached = self.ends(class).unwrap_or(reached);
        self.settle_within(&loads, reached);
        // A later search may have come upon a roster that lies in a window that was given up.
        let (low, high) = reached;
        self.proven &= given_up.iter().all(|window| (high - low, high) <= *window);
        if class.is_none() {
            self.window = Some((low, high, loads.compared));
        }
    }

    fn ends(&self, class: Option<Class>) -> Option<(i64, i64)> {
        ends(self.problem, class, self.exact.found())
    }

    fn settle_within(&mut self, loads: &Loads, (low, high): (i64, i64)) {
        for lit in loads.within(low, high, &self.exact) {
            self.exact.settle(lit);
        }
    }

    /// Looks for a roster within a narrower window than the one reached; the windows that were given up,
    /// each by its width and its greater end.
    fn narrow(&mut self, loads: &Loads, (low, high): (i64, i64)) -> Vec<(i64, i64)> {
        let flow = relaxed(self.problem, loads.class(), self.problem.rules.rest);
        let fits = |low, high| {
            let compared = &loads.compared;
            let window = Window {
                low,
                high,
                compared,
            };
            flow.totals(Some(window)).is_some()
        };
        let values = loads.values();
        let least_high = values.partition_point(|high| !fits(i64::MIN, *high));
        let most_low = values.partition_point(|low| fits(*low, i64::MAX));
        let mut windows: Vec<(i64, i64, i64)> = Vec::new();
        for to in &values[least_high.min(values.len())..] {
            for from in values[..most_low].iter().filter(|from| *from <= to) {
                windows.push((to - from, *to, *from));
            }
        }
        windows.sort_unstable();
        let mut given_up = Vec::new();
        for (width, to, from) in windows {
            if (width, to) >= (high - low, high) || given_up.len() >= PATIENCE {
                break;
            }
            if !fits(from, to) {
                continue;
            }
            let lits = loads.within(from, to, &self.exact);
            match self.exact.search(&lits, EFFORT) {
                Answer::Yes => break,
                Answer::No => {}
                Answer::Unknown => given_up.push((width, to)),
            }
        }
        given_up
    }

    /// As few persons as possible with the greatest load, then with the next, and so on.
    fn flatten(&mut self, loads: &Loads, (low, high): (i64, i64)) {
        let steps = loads.values().iter().filter(|v| low < **v && **v <= high);
        let steps: Vec<i64> = steps.rev().copied().collect();
        let members = &self.problem.members;
        let alike = members.iter().all(|m| m.share == FULL);
        if alike && steps.len() <= 1 && loads.compared.iter().all(|c| *c) {
            // So many shifts among so many persons: how many have one more is settled.
            return;
        }
        let flow = relaxed(self.problem, loads.class(), self.problem.rules.rest);
        let window = Window {
            low,
            high,
            compared: &loads.compared,
        };
        // Where all shares are full, totals with the least squares are the best for each step at once.
        let mut best = flow.totals(Some(window)).filter(|_| alike);
        for step in steps {
            let bound = best
                .as_ref()
                .map(|totals| self.above(step, loads, |at| totals[at]));
            let most = self.above(step, loads, |at| self.shifts(at, loads.class()));
            let lits = (0..members.len()).map(|at| loads.at_least(at, step, &self.exact));
            let lits: Vec<Lit> = lits.collect();
            let tally = Tally::of(&lits, most + 1, &mut self.exact);
            match bound {
                Some(bound) => self.fewest(&tally, bound..most),
                None => self.fewer(&tally, most, |s| {
                    s.above(step, loads, |at| s.shifts(at, loads.class()))
                }),
            }
            let reached = self.above(step, loads, |at| self.shifts(at, loads.class()));
            self.settle_at_most(&tally, reached);
            best = best.filter(|_| Some(reached) == bound);
        }
    }

    /// How many members come to a load, given how many shifts each has.
    fn above(&self, load: i64, loads: &Loads, shifts: impl Fn(usize) -> u32) -> usize {
        let members = self.problem.members.iter().enumerate();
        let above = members.filter(|(at, m)| m.load(loads.class(), shifts(*at)) >= load);
        above.count()
    }

    /// Tries one fewer again and again, where nothing is known of how few there can be.
    fn fewer(&mut self, tally: &Tally, mut count: usize, of: impl Fn(&Self) -> usize) {
        while count > 0 {
            let fewer = i64::try_from(count - 1).unwrap_or(i64::MAX);
            let few = tally.at_most(fewer, &self.exact);
            match self.exact.search(&[few], EFFORT) {
                Answer::Yes => count = of(self),
                Answer::No => return,
                Answer::Unknown => {
                    self.proven = false;
                    return;
                }
            }
        }
    }

    fn shifts(&self, member: usize, class: Option<Class>) -> u32 {
        let days = crate::fair::days(self.problem, class);
        let on = days.filter(|day| self.exact.found()[member][*day]).count();
        u32::try_from(on).unwrap_or(u32::MAX)
    }

    /// The shortest rest that anybody has between two shifts as long as possible.
    fn space(&mut self) {
        let mut settled = self.problem.rules.rest;
        while let Some(rest) = shortest_rest(self.problem, self.exact.found()) {
            let wanted = rest + 1;
            let window = self.window.as_ref().map(|(low, high, compared)| Window {
                low: *low,
                high: *high,
                compared,
            });
            if relaxed(self.problem, None, wanted).totals(window).is_none() {
                return;
            }
            let longer = self.longer(settled, wanted);
            match self.exact.search(&[longer], EFFORT) {
                Answer::Yes => {
                    self.exact.settle(longer);
                    settled = wanted;
                }
                Answer::No => return,
                Answer::Unknown => {
                    self.rest_proven = false;
                    return;
                }
            }
        }
    }

    /// A literal under which everybody rests at least so long, given that all rest `settled` days already.
    fn longer(&mut self, settled: u32, wanted: u32) -> Lit {
        let longer = self.exact.fresh();
        let range = settled..wanted;
        let gaps: Vec<_> = gaps(self.problem);
        for (at, member) in self.problem.members.iter().enumerate() {
            for (first, second, free) in &gaps {
                if range.contains(free) {
                    let pair = [first, second].map(|day| !self.exact.is_on(at, *day));
                    self.exact.add(vec![!longer, pair[0], pair[1]]);
                }
            }
            for (d, day) in self.problem.days.iter().enumerate() {
                if nearest_known(member, day.date).is_some_and(|free| range.contains(&free)) {
                    let off = !self.exact.is_on(at, d);
                    self.exact.add(vec![!longer, off]);
                }
            }
        }
        longer
    }
}

fn relaxed(problem: &Problem, class: Option<Class>, rest: u32) -> Relaxed<'_> {
    Relaxed {
        problem,
        keeps: &all,
        class,
        rest,
    }
}

/// The fewest days between two shifts of anybody, those outside the days planned too; none if nobody has two.
pub(crate) fn shortest_rest(problem: &Problem, found: &[Vec<bool>]) -> Option<u32> {
    let gaps = gaps(problem);
    let of = |(member, on): (&crate::problem::Member, &Vec<bool>)| {
        let both = gaps
            .iter()
            .filter(|(first, second, _)| on[*first] && on[*second]);
        let inside = both.map(|(_, _, free)| *free).min();
        let days = problem.days.iter().zip(on).filter(|(_, on)| **on);
        let outside = days
            .filter_map(|(day, _)| nearest_known(member, day.date))
            .min();
        inside.into_iter().chain(outside).min()
    };
    problem.members.iter().zip(found).filter_map(of).min()
}
