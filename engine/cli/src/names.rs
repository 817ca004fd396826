//! The names that a clerk writes, to the ids of the plan.

use std::collections::BTreeMap;

use luoshi_evidence::{Kind, Names};
use luoshi_plan::model::Decider;
use luoshi_plan::{Plan, Space};

use crate::choices::duties_of;

/// Names and ids of everything that a record can name.
#[must_use]
pub fn names(plan: &Plan) -> Names {
    let content = &plan.content;
    let mut names = Names::default();
    for subject in &plan.subjects {
        add(&mut names.subjects, &subject.name, &subject.id.name);
    }
    for unit in &content.units {
        add(&mut names.actors, &unit.name, &unit.id.name);
        // Units and persons can be what a record is about, too.
        add(&mut names.subjects, &unit.name, &unit.id.name);
    }
    for role in &content.roles {
        add(&mut names.actors, &role.name, &role.id.name);
    }
    for person in &content.persons {
        add(&mut names.actors, &person.staff.name, &person.staff.name);
        add(&mut names.subjects, &person.staff.name, &person.staff.name);
    }
    for decider in deciders(plan) {
        add(&mut names.actors, &decider.name, &decider.name);
    }
    duties(plan, &mut names.duties);
    words(plan, &mut names.words);
    for kind in Kind::ALL {
        let duties = duties_of(plan, kind).into_iter();
        let duties = duties.map(|(id, name)| (id.to_owned(), name.to_owned()));
        names.of_kind.insert(kind, duties.collect());
    }
    names
}

/// What statuses and marks are called: kinds of incident, steps of a ladder, the vocabulary.
fn words(plan: &Plan, table: &mut BTreeMap<String, String>) {
    let content = &plan.content;
    for incident in &content.incidents {
        add(table, &incident.name, &incident.id.name);
    }
    for step in content.ladders.iter().flat_map(|ladder| &ladder.steps) {
        add(table, &step.name, &step.id);
    }
    for word in &content.vocabulary {
        add(table, &word.name, &word.id);
    }
}

/// The bodies that decide on proposals; most are above the township and no units of the plan.
fn deciders(plan: &Plan) -> impl Iterator<Item = &Decider> {
    let content = &plan.content;
    let absences = content
        .rosters
        .iter()
        .filter_map(|r| r.absence.as_ref()?.decided_by.as_ref());
    let refusals = content
        .rosters
        .iter()
        .filter_map(|r| r.refusal.as_ref()?.decided_by.as_ref());
    let steps = content
        .ladders
        .iter()
        .flat_map(|l| &l.steps)
        .map(|s| &s.decided_by);
    let vetoes = content.vetoes.iter().map(|v| &v.decided_by);
    let penalties = content
        .penalties
        .iter()
        .filter_map(|p| p.decided_by.as_ref());
    absences
        .chain(refusals)
        .chain(steps)
        .chain(vetoes)
        .chain(penalties)
}

/// The first to be called by a name keeps it; ids stand for themselves.
fn add(table: &mut BTreeMap<String, String>, name: &str, id: &str) {
    table
        .entry(name.to_owned())
        .or_insert_with(|| id.to_owned());
    table.entry(id.to_owned()).or_insert_with(|| id.to_owned());
}

/// Every duty by its id, and those with a name by that too.
fn duties(plan: &Plan, table: &mut BTreeMap<String, String>) {
    let content = &plan.content;
    macro_rules! named {
        ($($section:ident)*) => { $(
            for one in &content.$section {
                add(table, &one.duty.name, &one.duty.id.name);
            }
        )* };
    }
    named!(meetings activities tasks documents coverage rosters each_needs rewards rules plugins vetoes ladders scorecards);
    for indicator in &content.indicators {
        add(table, &indicator.name, &indicator.id.name);
    }
    for response in content.incidents.iter().flat_map(|kind| &kind.respond) {
        add(table, &response.name, &response.id.name);
    }
    for penalty in &content.penalties {
        add(table, &penalty.name, &penalty.id.name);
    }
    for card in &content.scorecards {
        let sections = card.sections.iter().flat_map(|section| &section.items);
        let items = sections.chain(card.bonus.iter().flat_map(|bonus| &bonus.items));
        for item in items {
            add(table, &item.name, &item.id.name);
        }
    }
    for (id, _) in plan.places.of(Space::Duty) {
        add(table, id, id);
    }
}
