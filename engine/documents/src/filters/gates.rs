//! The filters that [`crate::bounds::guard`] puts into a template by itself.

use tera::{Error, Kwargs, State, Value};

use super::args::{kind, printable};
use super::slip::{Kind, Slip};
use crate::bounds::{Misuse, fail, spend};

/// Lets only a defined value through.
pub(super) fn known(value: &Value, _: Kwargs, _: &State) -> Result<Value, Error> {
    if value.is_undefined() {
        return Err(fail(Slip::Undefined, Misuse::Value));
    }
    Ok(value.clone())
}

/// Lets only what has a form on paper through, and gives numbers that form.
pub(super) fn shown(value: &Value, _: Kwargs, _: &State) -> Result<Value, Error> {
    if value.is_undefined() {
        return Err(fail(Slip::Undefined, Misuse::Value));
    }
    match kind(value) {
        Kind::Text => Ok(value.clone()),
        Kind::Nothing => Err(fail(Slip::Empty, Misuse::Value)),
        other => match printable(value) {
            Some(text) => Ok(Value::from(text)),
            None => Err(fail(Slip::NotPrintable(other), Misuse::Value)),
        },
    }
}

/// Lets only a list through, and pays for going through it: one for each round and one for the loop,
/// so that a loop over nothing is not free.
pub(super) fn steps(value: &Value, _: Kwargs, _: &State) -> Result<Value, Error> {
    if value.is_undefined() {
        return Err(fail(Slip::Undefined, Misuse::Value));
    }
    match value.as_array() {
        Some(list) => {
            spend(list.len().saturating_add(1))?;
            Ok(value.clone())
        }
        None => Err(fail(Slip::NotAList(kind(value)), Misuse::Value)),
    }
}
