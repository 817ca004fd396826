//! What a plan has to compare, and what each is about.

use std::collections::BTreeMap;

use luoshi_plan::Plan;
use luoshi_plan::model::{Duty, Penalty};

use crate::duties::{Shape, names, shapes};
use crate::facts::Place;

/// Which section a criterion stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// `rules`
    Rule,
    /// `vetoes`
    Veto,
    /// `penalties`
    Penalty,
    /// `ladders`
    Ladder,
}

impl Section {
    /// The word in JSON and, after `analysis-section-`, in the catalogues.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Section::Rule => "rule",
            Section::Veto => "veto",
            Section::Penalty => "penalty",
            Section::Ladder => "ladder",
        }
    }
}

/// A criterion by its id, before it is made ready.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) section: Section,
    pub(crate) name: String,
    /// The sets of its subjects; empty if it is about the whole jurisdiction.
    pub(crate) sets: Vec<String>,
}

/// All that a plan has to compare, in its order: ids with what they are.
pub(crate) fn all(plan: &Plan) -> Vec<(String, Found)> {
    let content = &plan.content;
    let rules = content.rules.iter().map(|r| duty(Section::Rule, &r.duty));
    let vetoes = content.vetoes.iter().map(|v| duty(Section::Veto, &v.duty));
    let ladders = content.ladders.iter();
    let ladders = ladders.map(|l| duty(Section::Ladder, &l.duty));
    let shapes = shapes(plan);
    let penalties = content.penalties.iter().map(|p| penalty(p, &shapes));
    rules
        .chain(vetoes)
        .chain(ladders)
        .chain(penalties)
        .collect()
}

fn duty(section: Section, duty: &Duty) -> (String, Found) {
    let found = Found {
        section,
        name: duty.name.clone(),
        sets: names(&duty.for_each),
    };
    (duty.id.name.to_string(), found)
}

/// A penalty is about the subjects of the duties whose failures it answers.
fn penalty(penalty: &Penalty, shapes: &BTreeMap<String, Shape>) -> (String, Found) {
    let on = penalty.on.iter();
    let on = on.filter_map(|on| shapes.get(on.name.as_str())?.of.clone());
    let mut sets: Vec<String> = on.flatten().collect();
    sets.sort();
    sets.dedup();
    let found = Found {
        section: Section::Penalty,
        name: penalty.name.clone(),
        sets,
    };
    (penalty.id.name.to_string(), found)
}

/// The places that a criterion counts, of those that a comparison tells apart.
pub(crate) fn places(
    per_subject: bool,
    inside: bool,
    looks_inside: bool,
    mixed: bool,
) -> Vec<Place> {
    let mut places = vec![Place::Here];
    if inside && (looks_inside || !per_subject) {
        places.push(Place::Inside);
    }
    if mixed && !per_subject {
        places.push(Place::Elsewhere);
    }
    places
}
