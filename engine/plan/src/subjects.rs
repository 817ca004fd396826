//! Every subject, and the subjects of every set.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::model::{File, Subject, SubjectId, Unit};
use crate::section::Section;

/// The set that exists without being defined: each unit is a subject.
pub(crate) const UNITS: &str = "units";

/// The subjects of a plan.
#[derive(Default)]
pub(crate) struct Subjects {
    pub(crate) list: Section<Subject>,
    pub(crate) index: BTreeMap<String, usize>,
    pub(crate) sets: BTreeMap<String, Vec<usize>>,
}

/// Gathers the subjects; a set that includes others has theirs after its own, each once.
pub(crate) fn gather(content: &File) -> Subjects {
    let mut subjects = Subjects::default();
    let mut list = Vec::new();
    let mut own: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for set in &content.subjects {
        let members = set.members.shared();
        let members = members.map(|m| subjects.add(&m.id.name, || m.clone(), &mut list));
        own.insert(&set.id.name, members.collect());
    }
    let units = content.units.iter();
    let units = units.map(|u| subjects.add(&u.id.name, || Arc::new(of_unit(u)), &mut list));
    let units = units.collect();
    subjects.list = Section::of_shared(list.into_iter());
    let including: BTreeMap<&str, Vec<&str>> = content
        .subjects
        .iter()
        .map(|set| {
            let names = set.including.iter().map(|s| s.name.as_str()).collect();
            (set.id.name.as_str(), names)
        })
        .collect();
    own.entry(UNITS).or_insert(units);
    for set in own.keys() {
        let members = closure(set, &own, &including);
        subjects.sets.insert((*set).to_owned(), members);
    }
    subjects
}

impl Subjects {
    fn add(
        &mut self,
        name: &str,
        subject: impl FnOnce() -> Arc<Subject>,
        list: &mut Vec<Arc<Subject>>,
    ) -> usize {
        let at = list.len();
        match self.index.entry(name.to_owned()) {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(new) => {
                list.push(subject());
                *new.insert(at)
            }
        }
    }
}

fn of_unit(unit: &Unit) -> Subject {
    Subject {
        id: SubjectId {
            name: unit.id.name.clone(),
            place: unit.id.place.clone(),
        },
        name: unit.name.clone(),
        lies_in: None,
        neighbours: Vec::new(),
        from: None,
        to: None,
    }
}

fn closure(
    set: &str,
    own: &BTreeMap<&str, Vec<usize>>,
    including: &BTreeMap<&str, Vec<&str>>,
) -> Vec<usize> {
    let mut seen = BTreeSet::from([set]);
    let mut waiting = vec![set];
    let mut found = Vec::new();
    let mut known = BTreeSet::new();
    while let Some(name) = waiting.pop() {
        let members = own.get(name).into_iter().flatten();
        found.extend(members.copied().filter(|at| known.insert(*at)));
        // Pushed in reverse, so that the set named first is visited first.
        let inner = including.get(name).into_iter().flatten().rev();
        waiting.extend(inner.filter(|inner| seen.insert(**inner)));
    }
    found
}
