//! The value of every parameter: defaults, then what packages and the plan set.

use std::collections::BTreeMap;
use std::sync::Arc;

use luoshi_diagnostics::{Code, Note, Place};

use crate::atlas::Atlas;
use crate::bounds::{self, declared};
use crate::decode::{SUGGEST_AT_MOST, suggest};
use crate::measure::measure;
use crate::model::{Adjust, Parameter, ParameterType, Raw, SetValue};
use crate::parse::PlanFile;
use crate::plan::{Change, ParameterInForce, SetBy};
use crate::section::Section;

/// Every parameter by its id, with the value in force.
#[derive(Default, Clone)]
pub(crate) struct Values<'a> {
    /// Those of packages, which several plans share, as the packages leave them.
    below: Section<Known<'a>>,
    /// How a plan shows them that leaves them as they are.
    shown: Section<ParameterInForce>,
    /// Those that were declared or set since, by their number.
    own: BTreeMap<usize, Known<'a>>,
    /// The number of each.
    index: Arc<BTreeMap<&'a str, usize>>,
}

/// A parameter as the layers read so far leave it.
#[derive(Clone)]
pub(crate) struct Known<'a> {
    pub(crate) parameter: &'a Parameter,
    pub(crate) value: Option<&'a Raw>,
    /// How the next layer may change it.
    pub(crate) adjustable: Adjust,
    set_by: SetBy,
    reason: Option<&'a str>,
    /// Whether the plan itself declares it.
    own: bool,
    /// What the packages left, and who of them set it, once the plan itself sets a value.
    below: Option<(Option<&'a Raw>, SetBy)>,
    /// A value was given and could not be read: that it is open needs no note of its own.
    spoilt: bool,
}

/// Gives every parameter of the folders its value, in the order in which they are laid.
pub(crate) fn settle<'a>(
    folders: &[&'a PlanFile],
    complete: bool,
    notes: &mut Vec<Note>,
) -> Values<'a> {
    let mut values = Values::default();
    for (at, file) in folders.iter().enumerate() {
        values.folder(file, at + 1 == folders.len(), complete, notes);
    }
    values
}

impl<'a> Values<'a> {
    /// Adds what one more folder declares and sets; the top one is the plan, or the package that is checked.
    pub(crate) fn folder(
        &mut self,
        file: &'a PlanFile,
        is_top: bool,
        complete: bool,
        notes: &mut Vec<Note>,
    ) {
        let atlas = Atlas::new(&file.trees);
        let package = file.head.package_name.clone();
        for parameter in &file.head.parameters {
            let mut found = declared(parameter, &atlas);
            notes.append(&mut found);
            self.declare(parameter, package.as_ref());
        }
        let by = match package {
            Some(name) if !is_top => SetBy::Extending(name),
            Some(_) | None => SetBy::Plan,
        };
        for (name, place, set) in &file.head.set.0 {
            let noted = notes.len();
            notes.extend(self.set(name, place, set, &by, complete, noted));
        }
    }
}

impl<'a> Values<'a> {
    fn declare(&mut self, parameter: &'a Parameter, package: Option<&String>) {
        let id = parameter.id.name.as_str();
        if self.index.contains_key(id) {
            return; // Noted as a duplicate when the files are decoded.
        }
        let given = parameter.default.as_ref();
        let value = given.filter(|raw| measure(parameter, raw).is_ok());
        let set_by = match (value, package) {
            (None, _) => SetBy::Nobody,
            (Some(_), Some(name)) => SetBy::Package(name.clone()),
            (Some(_), None) => SetBy::Plan,
        };
        let known = Known {
            parameter,
            value,
            adjustable: parameter.adjustable,
            set_by,
            reason: None,
            own: package.is_none(),
            below: None,
            spoilt: given.is_some() && value.is_none(),
        };
        let number = self.index.len();
        self.own.insert(number, known);
        Arc::make_mut(&mut self.index).insert(id, number);
    }

    fn set(
        &mut self,
        name: &str,
        place: &Place,
        set: &'a SetValue,
        by: &SetBy,
        complete: bool,
        noted: usize,
    ) -> Vec<Note> {
        let Some(known) = self.known_mut(name) else {
            let unknown = complete.then(|| self.unknown(name, place, noted));
            return unknown.into_iter().collect();
        };
        let mut notes = Vec::from_iter(bounds::forbidden(known, place, set));
        notes.extend(bounds::tighten(known, place, set));
        if measure(known.parameter, &set.value).is_err() {
            known.spoilt = true;
            return notes;
        }
        // A parameter of the plan's own is nothing that a package left.
        if *by == SetBy::Plan && !known.own {
            known.below = Some((known.value, known.set_by.clone()));
        }
        known.value = Some(&set.value);
        known.set_by = by.clone();
        known.reason = set.reason.as_deref().filter(|r| !r.trim().is_empty());
        notes
    }

    fn at(&self, number: usize) -> Option<&Known<'a>> {
        let own = self.own.get(&number);
        own.or_else(|| self.below.get(number))
    }

    fn known(&self, name: &str) -> Option<&Known<'a>> {
        self.at(*self.index.get(name)?)
    }

    /// A parameter to be changed: from here on it is no longer as others share it.
    fn known_mut(&mut self, name: &str) -> Option<&mut Known<'a>> {
        let number = *self.index.get(name)?;
        if let Some(below) = self.below.get(number) {
            self.own.entry(number).or_insert_with(|| below.clone());
        }
        self.own.get_mut(&number)
    }

    /// Whether a parameter of this name is declared.
    pub(crate) fn knows(&self, name: &str) -> bool {
        self.index.contains_key(name)
    }

    /// The value in force, if the parameter has one.
    pub(crate) fn get(&self, name: &str) -> Option<&'a Raw> {
        self.known(name)?.value
    }

    /// Whether a value was given that cannot be read.
    pub(crate) fn spoilt(&self, name: &str) -> bool {
        self.known(name).is_some_and(|known| known.spoilt)
    }

    /// The note that no parameter has this name.
    pub(crate) fn unknown(&self, name: &str, place: &Place, noted: usize) -> Note {
        let note = Note::new(Code::UnknownParameter)
            .at(place.clone())
            .arg("name", name);
        let names = (noted < SUGGEST_AT_MOST).then(|| self.index.keys().copied());
        suggest(note, name, names.into_iter().flatten())
    }

    /// Those that the plan itself sets or declares.
    fn set_by_plan(&self) -> impl Iterator<Item = &Known<'a>> {
        let own = self.own.values();
        own.filter(|known| known.set_by == SetBy::Plan)
    }

    /// The days that the plan itself sets.
    pub(crate) fn own_dates(&self) -> impl Iterator<Item = &'a Raw> {
        let set = self.set_by_plan();
        let dates = set.filter(|known| known.parameter.r#type == ParameterType::Date);
        dates.filter_map(|known| known.value)
    }

    /// The parameters that the plan itself sets or declares.
    pub(crate) fn own_sets(&self) -> impl Iterator<Item = &'a str> {
        let set = self.set_by_plan();
        set.map(|known| known.parameter.id.name.as_str())
    }

    /// All of them as the plan shows them.
    pub(crate) fn in_force(&self) -> Section<ParameterInForce> {
        let mut all = self.shown.clone();
        for (number, known) in &self.own {
            let shown = Arc::new(known.in_force());
            // New ones stand behind those of the packages.
            if !all.replace(*number, shown.clone()) {
                all.push_shared(shown);
            }
        }
        all
    }

    /// From here on, what is there is as packages leave it, and may be shared.
    pub(crate) fn share(&mut self) {
        self.shown = self.in_force();
        let all = (0..self.index.len()).filter_map(|number| self.at(number).cloned());
        self.below = all.collect();
        self.own.clear();
    }
}

impl Known<'_> {
    fn in_force(&self) -> ParameterInForce {
        let Parameter {
            id,
            name,
            r#type,
            unit,
            default,
            min,
            max,
            choices,
            stricter,
            question,
            clauses,
            ..
        } = self.parameter;
        let text = |raw: &Raw| raw.text.as_str().to_owned();
        let differs = |raw: &&Raw| !self.is_in_force(raw);
        let (below, below_by) = match &self.below {
            Some((value, by)) => (*value, by.clone()),
            None => (self.value, self.set_by.clone()),
        };
        ParameterInForce {
            id: id.name.as_str().to_owned(),
            name: name.clone(),
            kind: *r#type,
            unit: unit.clone(),
            min: min.as_ref().map(text),
            max: max.as_ref().map(text),
            choices: choices.clone(),
            stricter: *stricter,
            adjustable: self.adjustable,
            reason_needed: bounds::reason_needed(self),
            question: question.clone(),
            value: self.value.map(text),
            default: default.as_ref().filter(differs).map(text),
            set_by: self.set_by.clone(),
            below: below.map(text),
            below_by,
            change: self.change(),
            reason: self.reason.map(str::to_owned),
            clauses: clauses.iter().map(|c| c.name.as_str().to_owned()).collect(),
        }
    }

    /// Whether a value means the same as the one in force: `50元` and `50` do.
    fn is_in_force(&self, raw: &Raw) -> bool {
        let mean = |raw: &Raw| measure(self.parameter, raw).ok();
        self.value.is_some_and(|value| mean(value) == mean(raw))
    }

    /// What the plan did to what the packages left.
    fn change(&self) -> Option<Change> {
        let (below, _) = self.below.as_ref()?;
        let Some(below) = below else {
            return Some(Change::Decided);
        };
        if self.is_in_force(below) {
            return None;
        }
        Some(bounds::direction(self.parameter, below, self.value?))
    }
}
