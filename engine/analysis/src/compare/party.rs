//! Who is compared, and for which subjects.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::criterion::{Criterion, Found, places};
use crate::explore::Party;
use crate::side::Side;

use super::{Refused, Rule, Settings};

/// The subjects for which all rules that are for each of some are judged; none if no rule is.
pub(super) fn subjects(rules: &[Rule<'_>], found: &[Found]) -> Result<Vec<String>, Refused> {
    let mut common: Option<Vec<String>> = None;
    for (rule, found) in rules.iter().zip(found) {
        if found.sets.is_empty() {
            continue;
        }
        let plan = rule.source.plan;
        let sets = found
            .sets
            .iter()
            .filter_map(|set| plan.sets.get(set.as_str()));
        let members = sets
            .flatten()
            .map(|at| plan.subjects[*at].id.name.to_string());
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

pub(super) fn parties(
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
