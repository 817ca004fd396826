//! How many findings a township's plan can have of each duty: one for each place in which it is judged.
//! A package has no township, and so no such limit.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan;
use luoshi_evidence::Builder;
use luoshi_plan::Plan;
use luoshi_rules::{Assessment, Count, Detail, Line, Plugins, compile, evaluate, judge};

use crate::compare::Rule;
use crate::explore::{Limit, Party};
use crate::facts::{Fact, Facts, Place};

/// Findings of each duty at the most: of one subject, and of all.
pub(crate) struct Places {
    /// For each rule compared; none for one of a package.
    of: Vec<Option<BTreeMap<String, (i64, i64)>>>,
    per_subject: bool,
}

/// Statuses of which each place in which a duty is judged has one at most.
const ONE_EACH: [Count; 5] = [
    Count::Met,
    Count::Missed,
    Count::Late,
    Count::Unknown,
    Count::Pending,
];

impl Places {
    pub(crate) fn of(rules: &[Rule<'_>], subjects: &[String]) -> Places {
        let one = |rule: &Rule<'_>| {
            let plan = (!rule.source.package).then_some(rule.source.plan)?;
            counted(plan, subjects)
        };
        Places {
            of: rules.iter().map(one).collect(),
            per_subject: !subjects.is_empty(),
        }
    }

    /// For each duty: what is left when its findings are taken from the places that it has.
    pub(crate) fn limits(&self, facts: &Facts, parties: &[Party]) -> Vec<Limit> {
        let mut here: BTreeMap<&str, Line> = BTreeMap::new();
        let mut all: BTreeMap<&str, Line> = BTreeMap::new();
        for (at, fact) in facts.list.iter().enumerate() {
            let Fact::Count { duty, count, place } = fact else {
                continue;
            };
            if !ONE_EACH.contains(count) {
                continue;
            }
            all.entry(duty).or_default().terms.insert(at, -1);
            if *place == Place::Here {
                here.entry(duty).or_default().terms.insert(at, -1);
            }
        }
        let mut limits = Vec::new();
        for (duty, mut line) in all {
            let Some((of_one, of_all)) = self.room(duty, parties) else {
                continue;
            };
            line.number = of_all;
            limits.push(vec![line]);
            if let Some(mut line) = here.remove(duty).filter(|_| self.per_subject) {
                line.number = of_one;
                limits.push(vec![line]);
            }
        }
        limits.extend(silent(facts, parties));
        limits.extend(answered(facts, parties));
        limits
    }

    /// The most that any of the plans allows.
    fn room(&self, duty: &str, parties: &[Party]) -> Option<(i64, i64)> {
        let mut most = (0, 0);
        for (counted, party) in self.of.iter().zip(parties) {
            let Some(shape) = party.side.shape(duty) else {
                continue;
            };
            if !shape.one_each && !shape.counts.is_empty() {
                return None;
            }
            let found = counted.as_ref()?.get(duty).copied().unwrap_or_default();
            most = (most.0.max(found.0), most.1.max(found.1));
        }
        Some(most)
    }
}

/// A ledger without any record of a kind proves nothing of that kind, and says of nothing that it was
/// missed: either nothing is unknown for want of such records, or all is.
fn silent(facts: &Facts, parties: &[Party]) -> Vec<Limit> {
    let mut of: BTreeMap<&str, [Line; 2]> = BTreeMap::new();
    for (at, fact) in facts.list.iter().enumerate() {
        let Fact::Count { duty, count, .. } = fact else {
            continue;
        };
        let mut proofs = parties
            .iter()
            .filter_map(|party| Some(party.side.shape(duty)?.proof));
        let Some(Some(proof)) = proofs.next() else {
            continue;
        };
        // In two versions of a plan a duty may be proved by one kind and by another.
        if proofs.any(|other| other != Some(proof)) {
            continue;
        }
        let side = match count {
            Count::Unknown => 0,
            Count::Met | Count::Missed | Count::Late | Count::Violated => 1,
            _ => continue,
        };
        of.entry(proof).or_default()[side].terms.insert(at, -1);
    }
    let both = |lines: &[Line; 2]| lines.iter().all(|line| !line.terms.is_empty());
    of.into_values().filter(both).map(Vec::from).collect()
}

/// A response has one finding for an incident at most.
fn answered(facts: &Facts, parties: &[Party]) -> Vec<Limit> {
    let mut of: BTreeMap<(&str, Place), Line> = BTreeMap::new();
    for (at, fact) in facts.list.iter().enumerate() {
        if let Fact::Count { duty, count, place } = fact
            && ONE_EACH.contains(count)
        {
            let line = of.entry((duty, *place)).or_default();
            line.terms.insert(at, -1);
        }
    }
    let mut limits = Vec::new();
    for ((duty, place), mut line) in of {
        let kinds = parties
            .iter()
            .filter_map(|p| Some(&p.side.shape(duty)?.incident));
        let kinds: BTreeSet<&Option<String>> = kinds.collect();
        let only = kinds.first().filter(|_| kinds.len() == 1).copied();
        let Some(Some(kind)) = only else { continue };
        let kind = kind.clone();
        let incidents = Fact::Incidents { kind, place };
        if let Some(at) = facts.list.iter().position(|fact| *fact == incidents) {
            line.terms.insert(at, 1);
            limits.push(vec![line]);
        }
    }
    limits
}

/// Findings of each duty when all its time is over.
fn counted(plan: &Plan, subjects: &[String]) -> Option<BTreeMap<String, (i64, i64)>> {
    let assessment = unrecorded(plan)?;
    let mut of: BTreeMap<String, BTreeMap<&str, i64>> = BTreeMap::new();
    let mut all: BTreeMap<String, i64> = BTreeMap::new();
    for finding in &assessment.findings {
        let duty = &assessment.duties[finding.duty].id;
        *all.entry(duty.clone()).or_default() += 1;
        if let Some(subject) = finding
            .subject
            .as_ref()
            .filter(|s| subjects.contains(&s.id))
        {
            *of.entry(duty.clone())
                .or_default()
                .entry(&subject.id)
                .or_default() += 1;
        }
    }
    let most = |duty: &String| of.get(duty)?.values().max().copied();
    let counted = all
        .iter()
        .map(|(duty, all)| (duty.clone(), (most(duty).unwrap_or(0), *all)));
    Some(counted.collect())
}

/// What a plan comes to when all its time is over and nothing was recorded.
pub(crate) fn unrecorded(plan: &Plan) -> Option<Assessment> {
    let last = plan.span.to.saturating_add(400.days());
    let program = compile(plan, last, Plugins::none()).value?;
    let evidence = Builder::new(last).finish().value?;
    let facts = evaluate(&program, &evidence, Detail::Figures);
    Some(judge(&program, &evidence, &facts))
}
