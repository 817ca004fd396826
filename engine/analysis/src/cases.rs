//! Facts as bits, and the solver that they are in: it finds facts that no run has spoken for yet, or
//! proves that there are none, and the smallest facts of some.
//!
//! Every answer is exact: sums are added bit by bit, and no carry is lost.

use std::collections::BTreeMap;

use batsat::{Callbacks, ClauseKind, Lit, Solver, SolverInterface, SolverOpts, lbool};
use luoshi_rules::{Is, Line, Test};

use crate::explore::Limit;

/// Dead ends in one search after which it is given up: a count and no clock, so that it ends at the
/// same place anywhere.
const EFFORT: u64 = 200_000;

#[derive(Debug, Default)]
struct Effort {
    spent: u64,
}

impl Callbacks for Effort {
    fn on_new_clause(&mut self, _: &[Lit], kind: ClauseKind) {
        self.spent += u64::from(kind == ClauseKind::Learnt);
    }

    fn stop(&self) -> bool {
        self.spent >= EFFORT
    }
}

/// A number from 0 up, its lowest bit first.
type Number = Vec<Lit>;

/// What a search came to.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Search {
    /// The values of all facts.
    Found(Vec<i64>),
    /// There are no such facts.
    None,
    /// Too many dead ends.
    GivenUp,
}

/// Facts, tests of them, and what is known to be spoken for.
pub(crate) struct Cases {
    solver: Solver<Effort>,
    /// Always holds.
    yes: Lit,
    facts: Vec<Number>,
    tests: BTreeMap<(Line, Is), Lit>,
    /// That a fact is at most so much.
    caps: BTreeMap<(usize, i64), Lit>,
}

impl Cases {
    pub(crate) fn new() -> Cases {
        let mut solver = Solver::new(SolverOpts::default(), Effort::default());
        let yes = Lit::new(solver.new_var_default(), true);
        solver.add_clause_reuse(&mut vec![yes]);
        Cases {
            solver,
            yes,
            facts: Vec::new(),
            tests: BTreeMap::new(),
            caps: BTreeMap::new(),
        }
    }

    /// Makes room for one more fact, from `least` to `most`.
    pub(crate) fn add_fact(&mut self, (least, most): (i64, i64)) {
        let width = bits_of(most);
        let number = (0..width).map(|_| self.fresh()).collect();
        self.facts.push(number);
        let at = self.facts.len() - 1;
        for (times, limit) in [(1, -least), (-1, most)] {
            let mut line = Line::number(limit);
            line.terms.insert(at, times);
            self.demand(&[line]);
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.facts.len()
    }

    /// From now on one of these is zero or more.
    pub(crate) fn demand(&mut self, lines: &[Line]) {
        let mut any = Vec::new();
        for line in lines {
            any.push(self.test(line, Is::AtLeastZero));
        }
        self.clause(any);
    }

    /// A literal under which all these tests come out as they did.
    pub(crate) fn region(&mut self, tests: &[Test]) -> Lit {
        let region = self.fresh();
        for lit in self.answers(tests) {
            self.clause(vec![!region, lit]);
        }
        region
    }

    /// Facts for which all these tests come out as they did are spoken for.
    pub(crate) fn speak_for(&mut self, tests: &[Test]) {
        let answers = self.answers(tests);
        self.clause(answers.into_iter().map(|lit| !lit).collect());
    }

    /// Facts that nothing has spoken for, those named being at most so much.
    pub(crate) fn next(&mut self, capped: &[usize], most: Option<i64>) -> Search {
        let assumed = self.caps(capped, most);
        self.search(&assumed)
    }

    fn caps(&mut self, capped: &[usize], most: Option<i64>) -> Vec<Lit> {
        let Some(most) = most else { return Vec::new() };
        let mut cap = |fact: &usize| {
            if let Some(lit) = self.caps.get(&(*fact, most)) {
                return *lit;
            }
            let mut line = Line::number(most);
            line.terms.insert(*fact, -1);
            let lit = self.test(&line, Is::AtLeastZero);
            self.caps.insert((*fact, most), lit);
            lit
        };
        capped.iter().map(&mut cap).collect()
    }

    fn answers(&mut self, tests: &[Test]) -> Vec<Lit> {
        let mut answers = Vec::new();
        for test in tests {
            let lit = self.test(&test.line, test.is);
            answers.push(if test.answer { lit } else { !lit });
        }
        answers
    }

    /// That a line is zero, or zero or more.
    fn test(&mut self, line: &Line, is: Is) -> Lit {
        let key = (line.clone(), is);
        if let Some(lit) = self.tests.get(&key) {
            return *lit;
        }
        let (over, under) = self.sides(line);
        let lit = match is {
            Is::AtLeastZero => self.at_least(&over, &under),
            Is::Zero => {
                let (one, other) = (self.at_least(&over, &under), self.at_least(&under, &over));
                self.both(one, other)
            }
        };
        self.tests.insert(key, lit);
        lit
    }

    /// A line as a number less another.
    fn sides(&mut self, line: &Line) -> (Number, Number) {
        let mut sides = [Number::new(), Number::new()];
        let number = self.constant(line.number.unsigned_abs());
        sides[usize::from(line.number < 0)] = number;
        for (fact, times) in &line.terms {
            let side = usize::from(*times < 0);
            let number = self.facts[*fact].clone();
            let scaled = self.times(&number, times.unsigned_abs());
            sides[side] = self.sum(&sides[side].clone(), &scaled);
        }
        let [over, under] = sides;
        (over, under)
    }

    fn constant(&self, number: u64) -> Number {
        let width = 64 - number.leading_zeros();
        let bit = |at: u32| {
            if number >> at & 1 == 1 {
                self.yes
            } else {
                !self.yes
            }
        };
        (0..width).map(bit).collect()
    }

    fn times(&mut self, number: &Number, times: u64) -> Number {
        let mut sum = Number::new();
        for at in 0..64 - times.leading_zeros() {
            if times >> at & 1 == 1 {
                let mut shifted = vec![!self.yes; at as usize];
                shifted.extend(number);
                sum = self.sum(&sum, &shifted);
            }
        }
        sum
    }

    fn sum(&mut self, one: &Number, other: &Number) -> Number {
        let width = one.len().max(other.len());
        let mut carry = !self.yes;
        let mut sum = Number::new();
        for at in 0..width {
            let (a, b) = (self.bit(one, at), self.bit(other, at));
            let half = self.differ(a, b);
            sum.push(self.differ(half, carry));
            carry = self.most_of(a, b, carry);
        }
        if carry != !self.yes {
            sum.push(carry);
        }
        sum
    }

    /// That a number is at least another.
    fn at_least(&mut self, one: &Number, other: &Number) -> Lit {
        let mut so_far = self.yes;
        for at in 0..one.len().max(other.len()) {
            let (a, b) = (self.bit(one, at), self.bit(other, at));
            so_far = self.most_of(a, !b, so_far);
        }
        so_far
    }

    fn bit(&self, number: &Number, at: usize) -> Lit {
        number.get(at).copied().unwrap_or(!self.yes)
    }

    fn fresh(&mut self) -> Lit {
        Lit::new(self.solver.new_var_default(), true)
    }

    fn clause(&mut self, mut clause: Vec<Lit>) {
        self.solver.add_clause_reuse(&mut clause);
    }

    fn both(&mut self, a: Lit, b: Lit) -> Lit {
        let no = !self.yes;
        self.most_of(a, b, no)
    }

    /// That one of two holds and not the other.
    fn differ(&mut self, a: Lit, b: Lit) -> Lit {
        let (yes, no) = (self.yes, !self.yes);
        match (a, b) {
            _ if a == no => b,
            _ if b == no => a,
            _ if a == yes => !b,
            _ if b == yes => !a,
            _ => {
                let out = self.fresh();
                for [x, y, z] in [[a, b, !out], [!a, !b, !out], [a, !b, out], [!a, b, out]] {
                    self.clause(vec![x, y, z]);
                }
                out
            }
        }
    }

    /// That at least two of three hold.
    fn most_of(&mut self, a: Lit, b: Lit, c: Lit) -> Lit {
        let (yes, no) = (self.yes, !self.yes);
        let of = [a, b, c];
        let held = of.iter().filter(|lit| **lit == yes).count();
        let failed = of.iter().filter(|lit| **lit == no).count();
        let open: Vec<Lit> = of.into_iter().filter(|l| *l != yes && *l != no).collect();
        match (held, failed, open.as_slice()) {
            (2.., ..) => yes,
            (_, 2.., _) => no,
            (1, 1, [only]) => *only,
            _ => {
                let out = self.fresh();
                for [x, y] in [[a, b], [a, c], [b, c]] {
                    self.clause(vec![!x, !y, out]);
                    self.clause(vec![x, y, !out]);
                }
                out
            }
        }
    }

    fn search(&mut self, assumed: &[Lit]) -> Search {
        self.solver.cb_mut().spent = 0;
        let answer = self.solver.solve_limited(assumed);
        if answer == lbool::TRUE {
            let value = |number: &Number| {
                let bits = number.iter().rev();
                bits.fold(0, |sum, bit| {
                    sum * 2 + i64::from(self.solver.value_lit(*bit) == lbool::TRUE)
                })
            };
            Search::Found(self.facts.iter().map(value).collect())
        } else if answer == lbool::FALSE {
            Search::None
        } else {
            Search::GivenUp
        }
    }
}

/// Bits that a number up to this one needs.
fn bits_of(most: i64) -> u32 {
    64 - most.max(0).leading_zeros()
}

/// The smallest facts for which one of some lists of tests comes out as it did.
///
/// Smallest: each of the sums in order, then each fact in the order given, the first the smallest.
/// What cannot be found with the effort allowed is not there.
pub(crate) fn smallest(
    ranges: &[(i64, i64)],
    limits: &[Limit],
    regions: &[&[Test]],
    sums: &[&[usize]],
    order: &[usize],
) -> Option<Vec<i64>> {
    let mut cases = Cases::new();
    for range in ranges {
        cases.add_fact(*range);
    }
    for limit in limits {
        cases.demand(limit);
    }
    let any = regions.iter().map(|tests| cases.region(tests)).collect();
    cases.clause(any);
    let mut fixed = Vec::new();
    for sum in sums {
        let mut total = Number::new();
        for fact in *sum {
            let number = cases.facts[*fact].clone();
            total = cases.sum(&total, &number);
        }
        cases.minimise(&total, &mut fixed);
    }
    for fact in order {
        let number = cases.facts[*fact].clone();
        cases.minimise(&number, &mut fixed);
    }
    match cases.search(&fixed) {
        Search::Found(values) => Some(values),
        Search::None | Search::GivenUp => None,
    }
}

impl Cases {
    /// Fixes the bits of a number, the highest first, at zero wherever that is possible.
    fn minimise(&mut self, number: &Number, fixed: &mut Vec<Lit>) {
        for bit in number.iter().rev() {
            fixed.push(!*bit);
            if !matches!(self.search(fixed), Search::Found(_)) {
                fixed.pop();
                fixed.push(*bit);
            }
        }
    }
}
