//! The value of every parameter: defaults, then what packages and the plan set.

use std::collections::BTreeMap;

use luoshi_diagnostics::{Code, Note, Place};

use crate::atlas::Atlas;
use crate::decode::{SUGGEST_AT_MOST, suggest};
use crate::measure::{Measured, measure};
use crate::model::{Adjust, Parameter, ParameterType, Raw, SetValue, Stricter};
use crate::parse::PlanFile;
use crate::plan::{ParameterInForce, SetBy};

/// Every parameter by its id, with the value in force.
#[derive(Default, Clone)]
pub(crate) struct Values<'a> {
    known: Vec<Known<'a>>,
    index: BTreeMap<&'a str, usize>,
}

#[derive(Clone)]
struct Known<'a> {
    parameter: &'a Parameter,
    value: Option<&'a Raw>,
    set_by: SetBy,
    reason: Option<&'a str>,
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
    for file in folders {
        values.folder(file, false, complete, notes);
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
            notes.extend(self.set(name, place, set, &by, complete, notes.len()));
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
        self.index.insert(id, self.known.len());
        self.known.push(Known {
            parameter,
            value,
            set_by,
            reason: None,
            spoilt: given.is_some() && value.is_none(),
        });
    }

    fn set(
        &mut self,
        name: &str,
        place: &Place,
        set: &'a SetValue,
        by: &SetBy,
        complete: bool,
        noted: usize,
    ) -> Option<Note> {
        let Some(&at) = self.index.get(name) else {
            return complete.then(|| self.unknown(name, place, noted));
        };
        let known = &mut self.known[at];
        let note = forbidden(known, place, set);
        if measure(known.parameter, &set.value).is_err() {
            known.spoilt = true;
            return note;
        }
        known.value = Some(&set.value);
        known.set_by = by.clone();
        known.reason = set.reason.as_deref();
        note
    }

    /// Whether a parameter of this name is declared.
    pub(crate) fn knows(&self, name: &str) -> bool {
        self.index.contains_key(name)
    }

    /// The value in force, if the parameter has one.
    pub(crate) fn get(&self, name: &str) -> Option<&'a Raw> {
        self.known[*self.index.get(name)?].value
    }

    /// Whether a value was given that cannot be read.
    pub(crate) fn spoilt(&self, name: &str) -> bool {
        self.index
            .get(name)
            .is_some_and(|at| self.known[*at].spoilt)
    }

    /// The note that no parameter has this name.
    pub(crate) fn unknown(&self, name: &str, place: &Place, noted: usize) -> Note {
        let note = Note::new(Code::UnknownParameter)
            .at(place.clone())
            .arg("name", name);
        let names = (noted < SUGGEST_AT_MOST).then(|| self.index.keys().copied());
        suggest(note, name, names.into_iter().flatten())
    }

    /// The days that the plan itself sets.
    pub(crate) fn own_dates(&self) -> impl Iterator<Item = &'a Raw> {
        let dates = self.known.iter().filter(|known| {
            known.set_by == SetBy::Plan && known.parameter.r#type == ParameterType::Date
        });
        dates.filter_map(|known| known.value)
    }

    /// All of them as the plan shows them.
    pub(crate) fn in_force(&self) -> Vec<ParameterInForce> {
        self.known.iter().map(Known::in_force).collect()
    }
}

impl Known<'_> {
    fn in_force(&self) -> ParameterInForce {
        let Parameter {
            id,
            name,
            unit,
            default,
            question,
            clauses,
            ..
        } = self.parameter;
        let text = |raw: &Raw| raw.text.clone();
        let value = self.value.map(text);
        ParameterInForce {
            id: id.name.clone(),
            name: name.clone(),
            unit: unit.clone(),
            question: question.clone(),
            default: default
                .as_ref()
                .map(text)
                .filter(|d| Some(d) != value.as_ref()),
            value,
            set_by: self.set_by.clone(),
            reason: self.reason.map(str::to_owned),
            clauses: clauses.iter().map(|c| c.name.clone()).collect(),
        }
    }
}

/// What is wrong with the declaration of a parameter.
fn declared(parameter: &Parameter, atlas: &Atlas<'_>) -> Vec<Note> {
    let mut notes = Vec::new();
    let bounds = [&parameter.min, &parameter.max];
    for raw in bounds.into_iter().flatten() {
        if let Err(note) = measure(parameter, raw) {
            notes.push(note);
        }
    }
    if let Some(default) = &parameter.default {
        match measure(parameter, default) {
            Ok(value) => notes.extend(out_of_bounds(parameter, default, value)),
            Err(note) => notes.push(note),
        }
    }
    let id = &parameter.id;
    let mut lacks = |key: &'static str| {
        notes.push(atlas.missing_key(&id.place, key));
    };
    if parameter.r#type == ParameterType::Choice && parameter.choices.is_empty() {
        lacks("choices");
    }
    if parameter.adjustable == Adjust::StricterOnly && parameter.stricter.is_none() {
        lacks("stricter");
    }
    notes
}

/// What a package does not allow in a value that is set.
fn forbidden(known: &Known<'_>, place: &Place, set: &SetValue) -> Option<Note> {
    let parameter = known.parameter;
    let value = match measure(parameter, &set.value) {
        Ok(value) => value,
        Err(note) => return Some(note),
    };
    if let Some(note) = out_of_bounds(parameter, &set.value, value) {
        return Some(note);
    }
    let before = known.value?;
    let was = measure(parameter, before).ok()?;
    if value == was {
        return None;
    }
    let note = |code, place: &Place| {
        Note::new(code)
            .at(place.clone())
            .arg("name", parameter.id.name.as_str())
            .arg("value", set.value.text.as_str())
            .arg("default", before.text.as_str())
    };
    let looser = match parameter.stricter {
        Some(Stricter::More) => value < was,
        Some(Stricter::Less) => value > was,
        None => false,
    };
    match parameter.adjustable {
        Adjust::Fixed => Some(note(Code::NotAdjustable, &set.value.place)),
        Adjust::StricterOnly if looser => Some(note(Code::LooserThanPackage, &set.value.place)),
        Adjust::StricterOnly if set.reason.is_none() => Some(note(Code::MissingReason, place)),
        Adjust::StricterOnly | Adjust::Free => None,
    }
}

fn out_of_bounds(parameter: &Parameter, raw: &Raw, value: Measured) -> Option<Note> {
    let bound = |raw: &Option<Raw>| {
        let raw = raw.as_ref()?;
        Some((measure(parameter, raw).ok()?, raw.text.clone()))
    };
    let low = bound(&parameter.min).filter(|(min, _)| value < *min);
    let high = bound(&parameter.max).filter(|(max, _)| value > *max);
    let (side, limit) = match (low, high) {
        (Some((_, limit)), _) => ("min", limit),
        (None, Some((_, limit))) => ("max", limit),
        (None, None) => return None,
    };
    let note = Note::new(Code::OutOfBounds)
        .at(raw.place.clone())
        .arg("name", parameter.id.name.as_str())
        .arg("value", raw.text.as_str());
    Some(note.arg("side", side).arg("limit", limit))
}
