//! Two rules, or one by itself: everything that facts can lead them to, with the smallest examples.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use luoshi_rules::{Count, Outcome};

use crate::called::called;
use crate::cases::smallest;
use crate::criterion::{Criterion, Found, Section, all, places};
use crate::explore::{Effort, Explored, Party, Reach, explore};
use crate::facts::{Fact, Place};
use crate::ledger::{Ledger, NoLedger, Wanted, ledger};
use crate::relation::{Habit, Relation};
use crate::room::Places;
use crate::side::{Side, Source};

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
    /// Facts alone.
    Facts,
    /// Facts, and a ledger that leads to them.
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
        let of_plan = all(rule.source.plan).into_iter();
        let this = of_plan.into_iter().find(|(id, _)| id == rule.id);
        let (_, this) = this.ok_or_else(|| Refused::Unknown(rule.id.to_owned()))?;
        found.push(this);
    }
    let subjects = subjects(rules, &found)?;
    let parties = parties(rules, &found, &subjects, settings)?;
    let room = Places::of(rules, &subjects);
    let explore_for = |subject: Option<&str>| {
        let room = |facts: &crate::facts::Facts| room.limits(facts, &parties);
        explore(&parties, subject, &room, settings.effort)
    };
    let mut explored: Vec<(Option<String>, Explored)> = Vec::new();
    let first = subjects.first().cloned();
    explored.push((first.clone(), explore_for(first.as_deref())));
    let subject_read = explored[0].1.subject_read;
    if subject_read {
        let others = subjects.iter().skip(1).cloned();
        explored.extend(others.map(|s| (Some(s.clone()), explore_for(Some(&s)))));
    }
    let mut analysis = Analysis {
        rules: rules
            .iter()
            .zip(&found)
            .map(|(rule, found)| Named {
                id: rule.id.to_owned(),
                name: found.name.clone(),
                section: found.section,
            })
            .collect(),
        ends: BTreeMap::new(),
        reach: worst(explored.iter().map(|(_, e)| e.reach)),
        runs: explored.iter().map(|(_, e)| e.regions.len()).sum(),
        pinned: explored.iter().map(|(_, e)| e.pinned).sum(),
        facts: explored[0].1.facts.list.clone(),
        subjects: if subject_read {
            subjects
        } else {
            first.into_iter().collect()
        },
        subject_read,
        package: rules.iter().any(|rule| rule.source.package),
        all_parameters: settings.all_parameters,
        versions: rules
            .windows(2)
            .any(|two| !std::ptr::eq(two[0].source.plan, two[1].source.plan)),
        called: rules
            .iter()
            .flat_map(|rule| called(rule.source.plan))
            .collect(),
    };
    analysis.facts.sort();
    let with_ledgers = settings.examples == Examples::Ledgers;
    let wanted = |end: &[Outcome]| {
        let tells = end.len() < 2 || end.windows(2).any(|pair| pair[0] != pair[1]);
        tells && settings.examples != Examples::None
    };
    for (subject, explored) in &explored {
        for end in explored.regions.iter().map(|region| &region.outcomes) {
            if analysis.ends.contains_key(end) {
                continue;
            }
            let mut example = None;
            if wanted(end) {
                example = self::example(explored, end, subject.as_deref());
            }
            if let Some(example) = example.as_mut().filter(|_| with_ledgers) {
                example.ledger = make_ledger(rules, &found, &parties, end, example);
            }
            analysis.ends.insert(end.clone(), example);
        }
    }
    Ok(analysis)
}

fn worst(reaches: impl Iterator<Item = Reach>) -> Reach {
    let key = |reach: &Reach| match reach {
        Reach::Some { most } => (0, *most),
        Reach::All { most } => (1, *most),
    };
    reaches.min_by_key(key).unwrap_or(Reach::Some { most: 0 })
}

/// The subjects for which all rules that are for each of some are judged; none if no rule is.
fn subjects(rules: &[Rule<'_>], found: &[Found]) -> Result<Vec<String>, Refused> {
    let mut common: Option<Vec<String>> = None;
    for (rule, found) in rules.iter().zip(found) {
        if found.sets.is_empty() {
            continue;
        }
        let plan = rule.source.plan;
        let sets = found.sets.iter().filter_map(|set| plan.sets.get(set));
        let members = sets.flatten().map(|at| plan.subjects[*at].id.name.clone());
        let members: Vec<String> = members.collect();
        common = Some(match common {
            None => members,
            Some(before) => before.into_iter().filter(|s| members.contains(s)).collect(),
        });
    }
    match common {
        Some(none) if none.is_empty() => Err(Refused::NoCommonSubject),
        Some(mut common) => {
            let mut seen = BTreeSet::new();
            common.retain(|subject| seen.insert(subject.clone()));
            Ok(common)
        }
        None => Ok(Vec::new()),
    }
}

fn parties(
    rules: &[Rule<'_>],
    found: &[Found],
    subjects: &[String],
    settings: Settings,
) -> Result<Vec<Party>, Refused> {
    let unknown = |rule: &Rule<'_>| Refused::Unknown(rule.id.to_owned());
    let criteria: Result<Vec<Criterion>, Refused> = rules
        .iter()
        .map(|rule| Criterion::new(rule.source.plan, rule.id).ok_or_else(|| unknown(rule)))
        .collect();
    let criteria = criteria?;
    let per_subject = !subjects.is_empty();
    let mixed = per_subject && found.iter().any(|f| f.sets.is_empty());
    let nested = |rule: &Rule<'_>| {
        rule.source
            .plan
            .subjects
            .iter()
            .any(|s| s.lies_in.is_some())
    };
    let inside =
        per_subject && rules.iter().any(nested) && criteria.iter().any(Criterion::looks_inside);
    let sets: Vec<String> = found.iter().flat_map(|f| f.sets.clone()).collect();
    let party = |((rule, found), criterion): ((&Rule<'_>, &Found), Criterion)| {
        let own = !found.sets.is_empty();
        let places = places(own, inside, criterion.looks_inside(), mixed);
        let sets = per_subject.then_some(sets.as_slice());
        let side = Side::new(rule.source, places, sets, settings.all_parameters);
        Party {
            criterion,
            side: Arc::new(side),
            per_subject: own,
        }
    };
    Ok(rules.iter().zip(found).zip(criteria).map(party).collect())
}

/// The smallest facts that lead to an end.
fn example(explored: &Explored, end: &Vec<Outcome>, subject: Option<&str>) -> Option<Example> {
    let regions = explored.regions.iter().filter(|r| r.outcomes == *end);
    let regions: Vec<&[_]> = regions.map(|r| r.tests.as_slice()).collect();
    let facts = &explored.facts;
    let mut order: Vec<usize> = (0..facts.list.len()).collect();
    // What is kept low first is what is rarest: among failures, one that was missed is the plainest.
    order.sort_by_key(|at| (rarity(&facts.list[*at]), facts.list[*at].clone()));
    let those = |is: fn(&Fact) -> bool| {
        let order = order.iter().copied();
        order
            .filter(|at| is(&facts.list[*at]))
            .collect::<Vec<usize>>()
    };
    // Records of what lies inside are not made; a parameter is no count.
    let sums = [
        those(is_inside),
        those(|fact| !matches!(fact, Fact::Parameter(_))),
    ];
    let sums = [sums[0].as_slice(), sums[1].as_slice()];
    let values = smallest(&facts.ranges, &explored.limits, &regions, &sums, &order)?;
    let mut facts: Vec<(Fact, i64)> = facts.list.iter().cloned().zip(values).collect();
    facts.sort();
    Some(Example {
        facts,
        subject: subject.map(str::to_owned),
        ledger: Err(NoLedger::NotAsked),
    })
}

fn is_inside(fact: &Fact) -> bool {
    matches!(
        fact,
        Fact::Count {
            place: Place::Inside,
            ..
        } | Fact::Incidents {
            place: Place::Inside,
            ..
        }
    )
}

/// Among facts of the same sum, what comes first is kept low first.
fn rarity(fact: &Fact) -> (u8, Reverse<Place>) {
    let (rank, place) = match fact {
        Fact::Further { .. } => (0, Place::Here),
        Fact::Count { place, count, .. } => (of_count(*count), *place),
        Fact::Incidents { place, .. } => (9, *place),
        Fact::Parameter(_) => (10, Place::Here),
    };
    (rank, Reverse(place))
}

fn of_count(count: Count) -> u8 {
    match count {
        Count::Suspect => 1,
        Count::Figure => 2,
        Count::Unknown => 3,
        Count::Pending => 4,
        Count::Violated => 5,
        Count::Late => 6,
        Count::Missed => 7,
        Count::Met | Count::Failing | Count::Judged => 8,
    }
}

fn make_ledger(
    rules: &[Rule<'_>],
    found: &[Found],
    parties: &[Party],
    end: &[Outcome],
    example: &Example,
) -> Result<Ledger, NoLedger> {
    let mut wanted = Vec::new();
    for (at, rule) in rules.iter().enumerate() {
        wanted.push(Wanted {
            plan: rule.source.plan,
            id: rule.id,
            section: found[at].section,
            sets: &found[at].sets,
            per_subject: parties[at].per_subject,
            outcome: end[at],
        });
    }
    ledger(&wanted, &example.facts, example.subject.as_deref())
}
