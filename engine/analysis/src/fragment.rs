//! The part of a plan that an example needs: the rules compared, the duties that they read, a few subjects.

use std::collections::BTreeSet;

use luoshi_plan::model::{DutyRef, Subject, SubjectId};
use luoshi_plan::{Plan, Section};

/// The subject that stands for those of a package, whose townships list them.
pub const EXAMPLE: &str = "example";

/// A package, with one subject in every set that it leaves to its townships.
#[must_use]
pub fn furnished(mut plan: Plan) -> Plan {
    let empty = |plan: &Plan, set: &str| plan.sets.get(set).is_none_or(Vec::is_empty);
    let sets = plan.content.subjects.iter().map(|set| set.id.clone());
    let open: Vec<_> = sets.filter(|id| empty(&plan, &id.name)).collect();
    let Some(first) = open.first() else {
        return plan;
    };
    let at = plan.subjects.len();
    plan.subjects.push(Subject {
        id: SubjectId {
            name: EXAMPLE.into(),
            place: first.place.clone(),
        },
        name: EXAMPLE.into(),
        lies_in: None,
        neighbours: Vec::new(),
        from: None,
        to: None,
    });
    plan.subject_index.insert(EXAMPLE.into(), at);
    for set in open {
        plan.sets.insert(set.name, vec![at]);
    }
    plan
}

/// What a fragment keeps.
pub(crate) struct Kept<'a> {
    /// Rules, vetoes, penalties, ladders.
    pub(crate) criteria: &'a BTreeSet<String>,
    /// Duties.
    pub(crate) duties: &'a BTreeSet<String>,
    /// The subject that comes first in each of its sets.
    pub(crate) subject: Option<&'a str>,
    /// At most so many of each set; if one alone, then no other than the subject.
    pub(crate) of_each: usize,
}

/// Cuts a plan down.
pub(crate) fn fragment(plan: &Plan, kept: &Kept<'_>) -> Plan {
    let mut plan = plan.clone();
    let duties = with_what_they_need(&plan, kept);
    let has = |id: &str| duties.contains(id);
    let content = &mut plan.content;
    macro_rules! keep {
        ($($section:ident)+) => { $( content.$section.retain(|d| has(&d.duty.id.name)); )+ };
    }
    keep!(meetings activities tasks documents coverage rosters each_needs rewards);
    content.indicators.retain(|i| has(&i.id.name));
    content.chains.retain(|c| has(&c.id.name));
    for kind in content.incidents.iter_mut_if(|_| true) {
        kind.respond.retain(|r| has(&r.id.name));
    }
    keep!(rules vetoes ladders);
    content.penalties.retain(|p| has(&p.id.name));
    content.plugins = Section::default();
    content.scorecards = Section::default();
    let first = kept
        .subject
        .and_then(|s| plan.subject_index.get(s))
        .copied();
    for members in plan.sets.values_mut() {
        if kept.of_each == 1 && first.is_some() {
            members.retain(|at| Some(*at) == first);
        }
        members.sort_by_key(|at| Some(*at) != first);
        members.truncate(kept.of_each);
    }
    plan
}

/// The duties kept, and those without which they mean something else.
fn with_what_they_need(plan: &Plan, kept: &Kept<'_>) -> BTreeSet<String> {
    let mut all: BTreeSet<String> = kept.criteria.union(kept.duties).cloned().collect();
    let content = &plan.content;
    loop {
        let before = all.len();
        let mut add = |duty: &DutyRef| {
            all.insert(duty.name.to_string());
        };
        for veto in &content.vetoes {
            if kept.criteria.contains(veto.duty.id.name.as_str()) {
                veto.when.rule.iter().for_each(&mut add);
                veto.when.failed.iter().for_each(&mut add);
                veto.when.lapse.iter().for_each(|lapse| add(&lapse.duty));
            }
        }
        for ladder in &content.ladders {
            if kept.criteria.contains(ladder.duty.id.name.as_str()) {
                ladder.trigger.failed.iter().for_each(&mut add);
            }
        }
        for task in &content.tasks {
            if all.contains(task.duty.id.name.as_str()) {
                all.extend(task.after.iter().map(|after| after.name.to_string()));
                let due = task.due.get().and_then(|due| due.after.clone());
                all.extend(due);
            }
        }
        for meeting in &content.meetings {
            let serves = &meeting.serves_also;
            if serves
                .iter()
                .any(|s| s.0.active && all.contains(s.0.duty.name.as_str()))
            {
                all.insert(meeting.duty.id.name.to_string());
            }
        }
        if all.len() == before {
            return all;
        }
    }
}
