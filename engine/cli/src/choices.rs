//! What the records of one kind can name in a plan: its duties, what they are about, who acts, the
//! words for statuses and marks. Each by the name that the import turns into its id.

mod uses;

use std::collections::BTreeSet;

use luoshi_evidence::{Kind, Names};
use luoshi_plan::Plan;

use uses::{About, DutyUse, uses_of};

/// What can be chosen for the records of one kind.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Offer {
    /// The duties, with what each of them is about.
    pub duties: Vec<(String, Subjects)>,
    /// Every subject of any of the duties.
    pub subjects: Vec<String>,
    /// Who acts: units and roles, or staff numbers.
    pub actors: Vec<String>,
    /// The statuses: id and name.
    pub statuses: Vec<(String, String)>,
    /// The marks.
    pub marks: Vec<String>,
    /// How many marks one record needs at most.
    pub marks_at_once: usize,
    /// How many must act together at most.
    pub actors_at_once: usize,
    /// Whether some duty asks for a figure.
    pub counts: bool,
    /// Whether some record refers to another one.
    pub refers: bool,
    /// Whether some other record refers to one of these.
    pub referred_to: bool,
}

/// What a duty is about, by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subjects {
    /// The whole place, and nothing in particular.
    Whole,
    /// One of these.
    Each(Vec<String>),
    /// Anything.
    Any,
}

/// What can be chosen for the records of a kind; for one duty alone if it is given by its id.
#[must_use]
pub fn offer(plan: &Plan, names: &Names, kind: Kind, duty: Option<&str>) -> Offer {
    let mut uses = uses_of(plan, kind);
    uses.retain(|one| duty.is_none_or(|wanted| one.id == wanted));
    let actor = |id: &&str| {
        let name = actor_name(plan, id);
        label(names.actors.get(name), name, id)
    };
    let mark = |id: &&str| label(names.words.get(word(plan, id)), word(plan, id), id);
    let status = |id: &&str| {
        let name = status_name(plan, kind, id);
        ((*id).to_owned(), label(names.words.get(name), name, id))
    };
    Offer {
        duties: uses
            .iter()
            .map(|one| (duty_label(names, one), subjects(plan, names, one)))
            .collect(),
        subjects: all_subjects(plan, names, kind, &uses),
        actors: unique(uses.iter().flat_map(|one| &one.actors).map(actor)),
        statuses: unique(uses.iter().flat_map(|one| &one.statuses).map(status)),
        marks: unique(uses.iter().flat_map(|one| &one.marks).map(mark)),
        marks_at_once: most(&uses, |one| one.marks_at_once),
        actors_at_once: most(&uses, |one| one.actors_at_once),
        counts: uses.iter().any(|one| one.counts),
        refers: uses.iter().any(|one| one.refers),
        referred_to: uses.iter().any(|one| one.referred_to),
    }
}

/// The duties that records of a kind serve: id and name.
#[must_use]
pub fn duties_of(plan: &Plan, kind: Kind) -> Vec<(&str, &str)> {
    let uses = uses_of(plan, kind);
    uses.iter().map(|one| (one.id, one.name)).collect()
}

fn most(uses: &[DutyUse<'_>], of: impl Fn(&DutyUse<'_>) -> usize) -> usize {
    uses.iter().map(of).max().unwrap_or(0)
}

/// A name if the import takes it for this id, else the id, which stands for itself.
fn label(taken_for: Option<&String>, name: &str, id: &str) -> String {
    if taken_for.is_some_and(|taken| taken == id) {
        name.to_owned()
    } else {
        id.to_owned()
    }
}

fn duty_label(names: &Names, one: &DutyUse<'_>) -> String {
    label(names.duties.get(one.name), one.name, one.id)
}

fn subject_label(plan: &Plan, names: &Names, at: usize) -> String {
    let subject = &plan.subjects[at];
    let (name, id) = (subject.name.as_str(), subject.id.name.as_str());
    label(names.subjects.get(name), name, id)
}

fn subjects(plan: &Plan, names: &Names, one: &DutyUse<'_>) -> Subjects {
    match &one.about {
        About::Whole => Subjects::Whole,
        About::Any => Subjects::Any,
        About::Sets(sets) => {
            let members = sets.iter().filter_map(|set| plan.sets.get(*set)).flatten();
            Subjects::Each(unique(members.map(|at| subject_label(plan, names, *at))))
        }
        About::Actors(ids) => Subjects::Each(unique(ids.iter().map(|id| {
            let name = actor_name(plan, id);
            label(names.subjects.get(name), name, id)
        }))),
    }
}

/// The subjects of all duties; every place of the plan where a duty can be about anything.
fn all_subjects(plan: &Plan, names: &Names, kind: Kind, uses: &[DutyUse<'_>]) -> Vec<String> {
    let of_duties = uses
        .iter()
        .flat_map(|one| match subjects(plan, names, one) {
            Subjects::Each(all) => all,
            Subjects::Whole | Subjects::Any => Vec::new(),
        });
    let anything = kind == Kind::Incident || uses.iter().any(|one| matches!(one.about, About::Any));
    let places = plan.content.subjects.iter().filter(|_| anything);
    let places = places
        .filter_map(|set| plan.sets.get(&set.id.name))
        .flatten();
    let places = places.map(|at| subject_label(plan, names, *at));
    unique(of_duties.chain(places))
}

/// What a unit, role, person or deciding body is called; persons go by their number.
fn actor_name<'a>(plan: &'a Plan, id: &'a str) -> &'a str {
    let content = &plan.content;
    let unit = content.units.iter().find(|u| u.id.name == id);
    let role = content.roles.iter().find(|r| r.id.name == id);
    let named = unit
        .map(|u| u.name.as_str())
        .or(role.map(|r| r.name.as_str()));
    named.unwrap_or(id)
}

/// What the plan calls a mark or status.
fn word<'a>(plan: &'a Plan, id: &'a str) -> &'a str {
    let found = plan.content.vocabulary.iter().find(|word| word.id == id);
    found.map_or(id, |word| &word.name)
}

/// The statuses of incidents are kinds of incident, those of decisions steps of a ladder, too.
fn status_name<'a>(plan: &'a Plan, kind: Kind, id: &'a str) -> &'a str {
    let content = &plan.content;
    let incident = content.incidents.iter().find(|one| one.id.name == id);
    let mut steps = content.ladders.iter().flat_map(|ladder| &ladder.steps);
    match kind {
        Kind::Incident => incident.map_or(id, |one| &one.name),
        Kind::Decision => steps
            .find(|step| step.id == id)
            .map_or(id, |step| &step.name),
        _ => word(plan, id),
    }
}

fn unique<T: Ord + Clone>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut seen = BTreeSet::new();
    all.filter(|one| seen.insert(one.clone())).collect()
}
