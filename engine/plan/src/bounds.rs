//! What a package allows in the value of a parameter: bounds, direction, reason. *Parameters* of
//! `MEANING.md` says what each of them means.

use std::cmp::Ordering;

use luoshi_diagnostics::{Code, Note, Place};

use crate::atlas::Atlas;
use crate::measure::{Measured, measure};
use crate::model::{Adjust, Need, Parameter, ParameterType, Raw, SetValue, Stricter};
use crate::parameters::Known;
use crate::plan::Change;

/// What is wrong with the declaration of a parameter.
pub(crate) fn declared(parameter: &Parameter, atlas: &Atlas<'_>) -> Vec<Note> {
    let mut notes = Vec::new();
    let mut read = |raw: &Option<Raw>| match measure(parameter, raw.as_ref()?) {
        Ok(value) => Some(value),
        Err(note) => {
            notes.push(note);
            None
        }
    };
    let (min, max, default) = (
        read(&parameter.min),
        read(&parameter.max),
        read(&parameter.default),
    );
    if let (Some(min), Some(max), Some(raw)) = (min, max, &parameter.max) {
        match max.compare(min) {
            None => notes.extend(not_comparable(parameter, raw, parameter.min.as_ref())),
            Some(Ordering::Less) => notes.push(reversed(parameter, raw)),
            Some(Ordering::Equal | Ordering::Greater) => {}
        }
    }
    if let (Some(value), Some(raw)) = (default, &parameter.default) {
        notes.extend(out_of_bounds(parameter, raw, value));
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

/// What the layers below do not allow in a value that is set.
pub(crate) fn forbidden(known: &Known<'_>, place: &Place, set: &SetValue) -> Option<Note> {
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
    let order = value.compare(was);
    let looser = is(parameter.stricter, order, Ordering::Less);
    match known.adjustable {
        Adjust::Fixed => return Some(note(Code::NotAdjustable, &set.value.place)),
        Adjust::StricterOnly if order.is_none() => {
            return not_comparable(parameter, &set.value, Some(before));
        }
        Adjust::StricterOnly if looser => {
            return Some(note(Code::LooserThanPackage, &set.value.place));
        }
        Adjust::StricterOnly | Adjust::Free => {}
    }
    let reason = set.reason.as_deref().map_or("", str::trim);
    (reason.is_empty() && reason_needed(known)).then(|| note(Code::MissingReason, place))
}

/// Whether a change of it needs a reason.
pub(crate) fn reason_needed(known: &Known<'_>) -> bool {
    match known.parameter.reason {
        Some(need) => need == Need::Required,
        None => known.adjustable == Adjust::StricterOnly,
    }
}

/// Narrows how the layers above may change a parameter, or says why that cannot be.
pub(crate) fn tighten(known: &mut Known<'_>, place: &Place, set: &SetValue) -> Option<Note> {
    let wanted = set.adjustable?;
    let why = match wanted {
        _ if wanted < known.adjustable => "freer",
        Adjust::StricterOnly if known.parameter.stricter.is_none() => "no-direction",
        Adjust::Free | Adjust::StricterOnly | Adjust::Fixed => {
            known.adjustable = wanted;
            return None;
        }
    };
    let note = Note::new(Code::AdjustableLoosened).at(place.clone());
    Some(
        note.arg("name", known.parameter.id.name.as_str())
            .arg("why", why),
    )
}

/// What a change from one value to another is, seen from the package.
pub(crate) fn direction(parameter: &Parameter, from: &Raw, to: &Raw) -> Change {
    let order = measure(parameter, to)
        .ok()
        .zip(measure(parameter, from).ok())
        .and_then(|(to, from)| to.compare(from));
    if is(parameter.stricter, order, Ordering::Greater) {
        Change::Stricter
    } else if is(parameter.stricter, order, Ordering::Less) {
        Change::Looser
    } else {
        Change::Other
    }
}

/// Whether a value stands so to another in strictness, given how it stands in size.
fn is(stricter: Option<Stricter>, order: Option<Ordering>, wanted: Ordering) -> bool {
    match stricter {
        Some(Stricter::More) => order == Some(wanted),
        Some(Stricter::Less) => order == Some(wanted.reverse()),
        None => false,
    }
}

fn out_of_bounds(parameter: &Parameter, raw: &Raw, value: Measured) -> Option<Note> {
    let beyond = [
        ("min", &parameter.min, Ordering::Less),
        ("max", &parameter.max, Ordering::Greater),
    ];
    for (side, bound, outside) in beyond {
        let Some(bound) = bound else { continue };
        let Ok(limit) = measure(parameter, bound) else {
            continue;
        };
        match value.compare(limit) {
            None => return not_comparable(parameter, raw, Some(bound)),
            Some(order) if order == outside => {
                let note = Note::new(Code::OutOfBounds).at(raw.place.clone());
                return Some(
                    note.arg("name", parameter.id.name.as_str())
                        .arg("value", raw.text.as_str())
                        .arg("side", side)
                        .arg("limit", bound.text.as_str()),
                );
            }
            Some(_) => {}
        }
    }
    None
}

fn not_comparable(parameter: &Parameter, raw: &Raw, other: Option<&Raw>) -> Option<Note> {
    let note = Note::new(Code::LimitsNotComparable).at(raw.place.clone());
    Some(
        note.arg("name", parameter.id.name.as_str())
            .arg("value", raw.text.as_str())
            .arg("other", other?.text.as_str()),
    )
}

fn reversed(parameter: &Parameter, max: &Raw) -> Note {
    let min = parameter.min.as_ref().map_or("", |raw| raw.text.as_str());
    Note::new(Code::BoundsReversed)
        .at(max.place.clone())
        .arg("name", parameter.id.name.as_str())
        .arg("min", min)
        .arg("max", max.text.as_str())
}
