//! Every subject, and the subjects of every set.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::model::{File, SetRef, Subject, SubjectId, Unit};
use crate::section::Section;
use crate::short::Short;

/// The set that exists without being defined: each unit is a subject.
pub(crate) const UNITS: &str = "units";

/// The subjects of a plan.
#[derive(Default)]
pub(crate) struct Subjects {
    pub(crate) list: Section<Subject>,
    pub(crate) index: BTreeMap<Short, usize>,
    pub(crate) sets: BTreeMap<Short, Vec<usize>>,
}

/// Units as subjects, for all plans that have the same units.
#[derive(Default)]
pub(crate) struct UnitSubjects {
    units: Section<Unit>,
    subjects: Vec<Arc<Subject>>,
}

impl UnitSubjects {
    pub(crate) fn of(units: &Section<Unit>) -> Self {
        UnitSubjects {
            units: units.clone(),
            subjects: units.iter().map(|unit| Arc::new(of_unit(unit))).collect(),
        }
    }
}

/// The subjects of a set itself, and the sets that it includes.
type Own<'f> = (Vec<usize>, &'f [SetRef]);

/// Gathers the subjects; a set that includes others has theirs after its own, each once.
pub(crate) fn gather(content: &File, shared: &UnitSubjects) -> Subjects {
    let mut subjects = Subjects::default();
    let mut list = Vec::new();
    let mut own: BTreeMap<&str, Own<'_>> = BTreeMap::new();
    for set in &content.subjects {
        let members = set.members.shared();
        let members = members.map(|m| subjects.add(&m.id.name, m, &mut list));
        own.insert(&set.id.name, (members.collect(), &set.including));
    }
    let fresh;
    let units = match content.units.is_same(&shared.units) {
        true => shared,
        false => {
            fresh = UnitSubjects::of(&content.units);
            &fresh
        }
    };
    let units = units.subjects.iter();
    let units = units.map(|unit| subjects.add(&unit.id.name, unit, &mut list));
    let units = units.collect();
    own.entry(UNITS).or_insert((units, &[]));
    subjects.list = Section::of_shared(list.into_iter());
    let all = |set: &str, (members, including): &Own<'_>| {
        let each_once = members.is_sorted_by(|a, b| a < b);
        match including.is_empty() && each_once {
            true => members.clone(),
            false => closure(set, &own, subjects.list.len()),
        }
    };
    let sets = own
        .iter()
        .map(|(set, of)| (Short::from(*set), all(set, of)));
    subjects.sets = sets.collect();
    subjects
}

impl Subjects {
    fn add(&mut self, name: &str, subject: &Arc<Subject>, list: &mut Vec<Arc<Subject>>) -> usize {
        let at = list.len();
        match self.index.entry(Short::from(name)) {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(new) => {
                list.push(subject.clone());
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
        name: unit.name.clone().into(),
        lies_in: None,
        neighbours: Vec::new(),
        from: None,
        to: None,
    }
}

/// The subjects of a set and of all that it includes, of so many that there are.
fn closure(set: &str, own: &BTreeMap<&str, Own<'_>>, subjects: usize) -> Vec<usize> {
    let mut seen = BTreeSet::from([set]);
    let mut waiting = vec![set];
    let mut found = Vec::new();
    let mut known = vec![false; subjects];
    while let Some((members, including)) = waiting.pop().and_then(|name| own.get(name)) {
        let mut is_new = |at: &usize| !std::mem::replace(&mut known[*at], true);
        found.extend(members.iter().copied().filter(&mut is_new));
        // Pushed in reverse, so that the set named first is visited first.
        let inner = including.iter().rev().map(|inner| inner.name.as_str());
        waiting.extend(inner.filter(|inner| seen.insert(inner)));
    }
    found
}
