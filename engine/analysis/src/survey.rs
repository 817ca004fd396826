//! All rules of a plan, each by itself and each with every other that speaks of the same facts; and two
//! versions of a plan, rule by rule.

use std::collections::BTreeSet;

use crate::compare::{Analysis, Examples, Named, Refused, Rule, Settings, analyse, rules_of};
use crate::facts::Fact;
use crate::side::Source;

/// What all rules of a plan come to.
#[derive(Debug)]
pub struct Survey {
    /// Each rule by itself.
    pub alone: Vec<Analysis>,
    /// Rules that are for nobody: of a set without subjects.
    pub for_nobody: Vec<Named>,
    /// Each pair that speaks of a common fact.
    pub pairs: Vec<Analysis>,
}

/// Looks at all rules of a plan. No examples are made.
#[must_use]
pub fn survey(source: Source<'_>, settings: Settings) -> Survey {
    let settings = Settings {
        examples: Examples::None,
        ..settings
    };
    let rules = rules_of(source);
    let mut survey = Survey {
        alone: Vec::new(),
        for_nobody: Vec::new(),
        pairs: Vec::new(),
    };
    for rule in &rules {
        match analyse(
            &[Rule {
                source,
                id: &rule.id,
            }],
            settings,
        ) {
            Ok(analysis) => survey.alone.push(analysis),
            Err(_) => survey.for_nobody.push(rule.clone()),
        }
    }
    for (at, first) in survey.alone.iter().enumerate() {
        for second in &survey.alone[at + 1..] {
            if spoken_of(first).is_disjoint(&spoken_of(second)) {
                continue;
            }
            let ids = [&first.rules[0].id, &second.rules[0].id];
            let pair = ids.map(|id| Rule { source, id });
            survey.pairs.extend(analyse(&pair, settings));
        }
    }
    survey
}

/// What a rule speaks of, whatever number of it.
fn spoken_of(analysis: &Analysis) -> BTreeSet<(u8, &str)> {
    analysis.facts.iter().map(what).collect()
}

fn what(fact: &Fact) -> (u8, &str) {
    match fact {
        Fact::Parameter(id) => (0, id),
        Fact::Incidents { kind, .. } => (1, kind),
        Fact::Count { duty, .. } => (2, duty),
        Fact::Further { of, .. } => (3, of),
    }
}

/// Two versions of a plan, rule by rule.
#[derive(Debug)]
pub struct Versions {
    /// Each rule that both have: the first in the one, the second in the other.
    pub both: Vec<Analysis>,
    /// Those that can no longer be compared, for they are about other subjects.
    pub apart: Vec<Named>,
    /// Rules that the first alone has.
    pub first_alone: Vec<Named>,
    /// Rules that the second alone has.
    pub second_alone: Vec<Named>,
}

/// Compares every rule of two versions of a plan.
#[must_use]
pub fn versions(first: Source<'_>, second: Source<'_>, settings: Settings) -> Versions {
    let (of_first, of_second) = (rules_of(first), rules_of(second));
    let lacks = |rules: &[Named], rule: &Named| rules.iter().all(|other| other.id != rule.id);
    let missing = |from: &[Named], of: &[Named]| {
        let alone = of.iter().filter(|rule| lacks(from, rule));
        alone.cloned().collect()
    };
    let mut versions = Versions {
        both: Vec::new(),
        apart: Vec::new(),
        first_alone: missing(&of_second, &of_first),
        second_alone: missing(&of_first, &of_second),
    };
    for rule in of_first.iter().filter(|rule| !lacks(&of_second, rule)) {
        let pair = [first, second].map(|source| Rule {
            source,
            id: &rule.id,
        });
        match analyse(&pair, settings) {
            Ok(analysis) => versions.both.push(analysis),
            Err(Refused::Unknown(_) | Refused::NoCommonSubject) => {
                versions.apart.push(rule.clone())
            }
        }
    }
    versions
}
