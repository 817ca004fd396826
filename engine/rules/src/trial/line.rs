//! Sums of facts, and the questions that a rule puts to them.

use std::collections::BTreeMap;

/// Largest multiple of a fact, and largest number, in a [`Line`]: so small that no sum of counts below
/// [`MOST`] can leave the whole numbers of a script.
const STEEPEST: i64 = 1 << 20;
const FARTHEST: i64 = 1 << 40;
/// No count that a [`Line`] is asked about is larger.
pub const MOST: i64 = (1 << 16) - 1;

/// Whole multiples of facts, and a number, added up.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Line {
    /// By index of the fact; none is zero.
    pub terms: BTreeMap<usize, i64>,
    /// What is added to them.
    pub number: i64,
}

impl Line {
    /// One fact.
    #[must_use]
    pub fn of(fact: usize) -> Line {
        Line {
            terms: BTreeMap::from([(fact, 1)]),
            number: 0,
        }
    }

    /// A number alone.
    #[must_use]
    pub fn number(number: i64) -> Line {
        Line {
            number,
            ..Line::default()
        }
    }

    /// This and so many times another; none if the multiples grow too large.
    #[must_use]
    pub fn plus(&self, other: &Line, times: i64) -> Option<Line> {
        let mut sum = self.clone();
        sum.number = sum.number.checked_add(other.number.checked_mul(times)?)?;
        for (fact, multiple) in &other.terms {
            let entry = sum.terms.entry(*fact).or_default();
            *entry = entry.checked_add(multiple.checked_mul(times)?)?;
        }
        sum.terms.retain(|_, multiple| *multiple != 0);
        let small = sum.terms.values().all(|m| m.abs() <= STEEPEST);
        (small && sum.number.abs() <= FARTHEST).then_some(sum)
    }

    /// What it comes to where the facts are these.
    #[must_use]
    pub fn at(&self, values: &dyn Fn(usize) -> i64) -> i64 {
        let terms = self.terms.iter();
        self.number + terms.map(|(fact, m)| m * values(*fact)).sum::<i64>()
    }
}

/// What is asked of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Is {
    /// Whether it is zero or more.
    AtLeastZero,
    /// Whether it is zero.
    Zero,
}

/// A question that a rule put to facts on its way, with the answer that it got.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Test {
    /// The facts.
    pub line: Line,
    /// The question.
    pub is: Is,
    /// The answer.
    pub answer: bool,
}

impl Test {
    /// Whether facts give the same answer.
    #[must_use]
    pub fn fits(&self, values: &dyn Fn(usize) -> i64) -> bool {
        let value = self.line.at(values);
        let answer = match self.is {
            Is::AtLeastZero => value >= 0,
            Is::Zero => value == 0,
        };
        answer == self.answer
    }
}

/// A number in a script that is known as a sum of facts.
#[derive(Debug, Clone)]
pub struct Amount {
    /// What it is in this run.
    pub value: i64,
    /// What it is in all runs that go the same way.
    pub line: Line,
}
