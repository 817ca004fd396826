//! What facts can lead rules to, as data.

use std::collections::BTreeMap;

use luoshi_rules::Outcome;

use crate::criterion::Section;
use crate::explore::Reach;
use crate::facts::Fact;
use crate::ledger::{Ledger, NoLedger};
use crate::relation::{Habit, Relation};

/// What facts can lead rules to.
#[derive(Debug)]
pub struct Analysis {
    /// What is compared, in order.
    pub rules: Vec<Named>,
    /// Each end that some facts lead to; with the smallest of these facts, if two rules say something
    /// different there or there is one rule alone, and examples are wanted.
    pub ends: BTreeMap<Vec<Outcome>, Option<Example>>,
    /// How much of all facts is covered.
    pub reach: Reach,
    /// Runs that were made, each speaking for all facts that give the same answers.
    pub runs: usize,
    /// Runs that speak for one value of each fact alone.
    pub pinned: usize,
    /// The facts that the rules read.
    pub facts: Vec<Fact>,
    /// The subjects for which it was looked at; none if for the jurisdiction.
    pub subjects: Vec<String>,
    /// Whether a rule asks which subject it is, so that other subjects could come to something else.
    pub subject_read: bool,
    /// Whether the subjects are those of a township, and not one that stands for those of any.
    pub package: bool,
    /// Whether all values of parameters were tried.
    pub all_parameters: bool,
    /// Whether the rules are of two versions of a plan.
    pub versions: bool,
    /// What duties, kinds of incident, parameters and subjects are called, by id.
    pub called: BTreeMap<String, String>,
}

/// A rule with its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The section it stands in.
    pub section: Section,
}

/// Facts, and a ledger that leads to them.
#[derive(Debug)]
pub struct Example {
    /// The facts that were asked for, with their values.
    pub facts: Vec<(Fact, i64)>,
    /// The subject.
    pub subject: Option<String>,
    /// The ledger, or why there is none.
    pub ledger: Result<Ledger, NoLedger>,
}

impl Analysis {
    /// Whether everything within [`Reach`] was covered.
    #[must_use]
    pub fn is_proved(&self) -> bool {
        matches!(self.reach, Reach::All { .. })
    }

    /// How two rules stand to each other, as far as was looked.
    #[must_use]
    pub fn relation(&self) -> Relation {
        let pair = |end: &Vec<Outcome>| Some((*end.first()?, *end.get(1)?));
        Relation::of(&self.ends.keys().filter_map(pair).collect())
    }

    /// What one of the rules always or never comes to, as far as was looked.
    #[must_use]
    pub fn habit(&self, rule: usize) -> Habit {
        let outcomes = self.ends.keys().filter_map(|end| end.get(rule).copied());
        Habit::of(&outcomes.collect())
    }

    /// Whether somebody should look at it: two rules that cannot both be kept, or one that says the
    /// same whatever happens.
    #[must_use]
    pub fn is_bad(&self) -> bool {
        let mut rules = 0..self.rules.len();
        let odd = rules.any(|rule| self.habit(rule) != Habit::Sound);
        let apart = self.rules.len() == 2 && self.relation() == Relation::Contradict;
        self.is_proved() && (odd || apart)
    }

    /// The ends of which there is an example, in order.
    pub fn examples(&self) -> impl Iterator<Item = (&Vec<Outcome>, &Example)> {
        let ends = self.ends.iter();
        ends.filter_map(|(end, example)| Some((end, example.as_ref()?)))
    }
}
