//! Two rules, or one by itself: everything that facts can lead them to, with the smallest examples.

mod analysis;
mod example;
mod party;

use std::collections::BTreeMap;

use luoshi_rules::Outcome;

use crate::called::called;
use crate::criterion::{Found, all};
use crate::explore::{Effort, Explored, Party, Reach, explore};
use crate::facts::Facts;
use crate::ledger::{Ledger, NoLedger, Wanted, ledger};
use crate::room::Places;
use crate::side::Source;

use example::example;
use party::{parties, subjects};

pub use analysis::{Analysis, Example, Named};

/// A rule of a plan.
#[derive(Debug, Clone, Copy)]
pub struct Rule<'p> {
    /// The plan.
    pub source: Source<'p>,
    /// The rule: its id.
    pub id: &'p str,
}

/// How far is looked, and at what.
#[derive(Debug, Clone, Copy, Default)]
pub struct Settings {
    /// How far.
    pub effort: Effort,
    /// Whether all values of parameters within their bounds are tried, not those in force alone.
    pub all_parameters: bool,
    /// Which examples are wanted.
    pub examples: Examples,
}

/// Which examples are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Examples {
    /// None.
    #[default]
    None,
    /// The smallest facts of every end, also where two rules say the same.
    Facts,
    /// Facts where two rules say something different, and a ledger that leads to them.
    Ledgers,
}

/// Why nothing can be said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// The plan has no rule, veto, penalty or ladder of this id.
    Unknown(String),
    /// The rules are for subjects of which none is in both.
    NoCommonSubject,
}

/// The rules, vetoes, penalties and ladders of a plan, in its order.
#[must_use]
pub fn rules_of(source: Source<'_>) -> Vec<Named> {
    let named = |(id, found): (String, Found)| Named {
        id,
        name: found.name,
        section: found.section,
    };
    all(source.plan).into_iter().map(named).collect()
}

/// What facts can lead one rule, or two, to.
///
/// # Errors
/// If there is no such rule, or the rules are about nothing in common.
pub fn analyse(rules: &[Rule<'_>], settings: Settings) -> Result<Analysis, Refused> {
    let mut found = Vec::new();
    for rule in rules {
        let mut of_plan = all(rule.source.plan).into_iter();
        let this = of_plan.find(|(id, _)| id == rule.id);
        let (_, this) = this.ok_or_else(|| Refused::Unknown(rule.id.to_owned()))?;
        found.push(this);
    }
    let subjects = subjects(rules, &found)?;
    let parties = parties(rules, &found, &subjects, settings)?;
    let explored = explore_all(rules, &parties, &subjects, settings);
    let compared = Compared {
        rules,
        found: &found,
        parties: &parties,
        settings,
    };
    let mut analysis = compared.summed_up(&explored, subjects);
    analysis.ends = compared.ends(&explored);
    Ok(analysis)
}

/// What was explored, for a subject or for the jurisdiction.
type ExploredFor = (Option<String>, Explored);

/// Explores for the first subject, and for the others too if a rule asks which one it is.
fn explore_all(
    rules: &[Rule<'_>],
    parties: &[Party],
    subjects: &[String],
    settings: Settings,
) -> Vec<ExploredFor> {
    let places = Places::of(rules, subjects);
    let room = |facts: &Facts| places.limits(facts, parties);
    let explore_for = |subject: Option<&String>| {
        let explored = explore(parties, subject.map(String::as_str), &room, settings.effort);
        (subject.cloned(), explored)
    };
    let mut explored = vec![explore_for(subjects.first())];
    if explored[0].1.subject_read {
        let others = subjects.iter().skip(1);
        explored.extend(others.map(|subject| explore_for(Some(subject))));
    }
    explored
}

/// What is compared.
struct Compared<'c> {
    rules: &'c [Rule<'c>],
    found: &'c [Found],
    parties: &'c [Party],
    settings: Settings,
}

impl Compared<'_> {
    /// All but the ends.
    fn summed_up(&self, explored: &[ExploredFor], subjects: Vec<String>) -> Analysis {
        let (_, first) = &explored[0];
        let mut facts = first.facts.list.clone();
        facts.sort();
        let plans = || self.rules.iter().map(|rule| rule.source.plan);
        Analysis {
            rules: self.named(),
            ends: BTreeMap::new(),
            reach: worst(explored.iter().map(|(_, e)| e.reach)),
            runs: explored.iter().map(|(_, e)| e.regions.len()).sum(),
            pinned: explored.iter().map(|(_, e)| e.pinned).sum(),
            facts,
            subjects: match first.subject_read {
                true => subjects,
                false => subjects.into_iter().take(1).collect(),
            },
            subject_read: first.subject_read,
            package: self.rules.iter().any(|rule| rule.source.package),
            all_parameters: self.settings.all_parameters,
            versions: plans()
                .zip(plans().skip(1))
                .any(|(one, next)| !std::ptr::eq(one, next)),
            called: plans().flat_map(called).collect(),
        }
    }

    fn named(&self) -> Vec<Named> {
        let pairs = self.rules.iter().zip(self.found);
        let named = |(rule, found): (&Rule<'_>, &Found)| Named {
            id: rule.id.to_owned(),
            name: found.name.clone(),
            section: found.section,
        };
        pairs.map(named).collect()
    }

    /// Each end that some facts lead to, with an example where one is wanted.
    fn ends(&self, explored: &[ExploredFor]) -> BTreeMap<Vec<Outcome>, Option<Example>> {
        let mut ends = BTreeMap::new();
        for (subject, explored) in explored {
            for end in explored.regions.iter().map(|region| &region.outcomes) {
                if !ends.contains_key(end) {
                    let example = self.example(explored, end, subject.as_deref());
                    ends.insert(end.clone(), example);
                }
            }
        }
        ends
    }

    fn example(
        &self,
        explored: &Explored,
        end: &Vec<Outcome>,
        subject: Option<&str>,
    ) -> Option<Example> {
        // Rules that say the same there tell nothing of each other.
        let tells = end.len() < 2 || end.windows(2).any(|pair| pair[0] != pair[1]);
        let wanted = match self.settings.examples {
            Examples::None => false,
            Examples::Facts => true,
            Examples::Ledgers => tells,
        };
        if !wanted {
            return None;
        }
        let mut example = example(explored, end, subject)?;
        if self.settings.examples == Examples::Ledgers {
            example.ledger = self.ledger(end, &example);
        }
        Some(example)
    }

    fn ledger(&self, end: &[Outcome], example: &Example) -> Result<Ledger, NoLedger> {
        let wanted = self.rules.iter().enumerate().map(|(at, rule)| Wanted {
            plan: rule.source.plan,
            id: rule.id,
            section: self.found[at].section,
            sets: &self.found[at].sets,
            per_subject: self.parties[at].per_subject,
            outcome: end[at],
        });
        let wanted: Vec<Wanted<'_>> = wanted.collect();
        ledger(&wanted, &example.facts, example.subject.as_deref())
    }
}

fn worst(reaches: impl Iterator<Item = Reach>) -> Reach {
    let key = |reach: &Reach| match reach {
        Reach::Some { most } => (0, *most),
        Reach::All { most } => (1, *most),
    };
    reaches.min_by_key(key).unwrap_or(Reach::Some { most: 0 })
}
