//! Reads what a helper is given, strictly.

use tera::value::ValueKind;
use tera::{Error, Kwargs, Value};

use super::decimal::Decimal;
use super::slip::{ArgumentWants, Kind, Slip, Wants};
use crate::bounds::{Misuse, fail};

/// The arguments of one call of a helper.
pub(super) struct Args<'a> {
    helper: &'static str,
    given: &'a Kwargs,
}

impl<'a> Args<'a> {
    /// Fails on any argument that is not among `known`.
    pub(super) fn of(
        helper: &'static str,
        given: &'a Kwargs,
        known: &[&str],
    ) -> Result<Args<'a>, Error> {
        let mut unknown: Vec<String> = given
            .iter()
            .map(|(name, _)| name.to_string())
            .filter(|name| !known.contains(&name.as_str()))
            .collect();
        // Kept in no order of their own.
        unknown.sort();
        match unknown.into_iter().next() {
            Some(argument) => Err(fail(
                Slip::UnknownArgument { helper, argument },
                Misuse::Call,
            )),
            None => Ok(Args { helper, given }),
        }
    }

    pub(super) fn value(&self, argument: &'static str) -> Option<Value> {
        self.given.get::<Value>(argument).ok().flatten()
    }

    pub(super) fn needed(&self, argument: &'static str) -> Result<Value, Error> {
        self.value(argument).ok_or_else(|| {
            fail(
                Slip::Missing {
                    helper: self.helper,
                    argument,
                },
                Misuse::Call,
            )
        })
    }

    /// A text, if it is given.
    pub(super) fn text(&self, argument: &'static str) -> Result<Option<String>, Error> {
        match self.value(argument) {
            None => Ok(None),
            Some(value) => match value.as_str() {
                Some(text) => Ok(Some(text.to_owned())),
                None => Err(self.wrong(argument, ArgumentWants::Text)),
            },
        }
    }

    pub(super) fn needed_text(&self, argument: &'static str) -> Result<String, Error> {
        self.needed(argument)?;
        self.text(argument).map(Option::unwrap_or_default)
    }

    /// A whole number between two bounds, if it is given.
    pub(super) fn number(
        &self,
        argument: &'static str,
        between: (i64, i64),
    ) -> Result<Option<i64>, Error> {
        let Some(value) = self.value(argument) else {
            return Ok(None);
        };
        let (low, high) = between;
        let number = value
            .as_i64()
            .filter(|number| (low..=high).contains(number));
        let number = number.filter(|_| value.kind() != ValueKind::F64);
        match number {
            Some(number) => Ok(Some(number)),
            None => Err(self.wrong(argument, ArgumentWants::Between(low, high))),
        }
    }

    /// One of a few words; the first if none is given.
    pub(super) fn word<T: Copy>(
        &self,
        argument: &'static str,
        words: &[(&'static str, T)],
        otherwise: T,
    ) -> Result<T, Error> {
        let Some(text) = self.text(argument)? else {
            return Ok(otherwise);
        };
        match words.iter().find(|(word, _)| *word == text) {
            Some((_, meaning)) => Ok(*meaning),
            None => {
                let all = words.iter().map(|(word, _)| *word).collect();
                Err(self.wrong(argument, ArgumentWants::OneOf(all)))
            }
        }
    }

    pub(super) fn wrong(&self, argument: &'static str, wants: ArgumentWants) -> Error {
        let slip = Slip::Argument {
            helper: self.helper,
            argument,
            wants,
        };
        fail(slip, Misuse::Call)
    }
}

/// The error of a helper that got another value than it takes.
pub(super) fn unfit(helper: &'static str, wants: Wants, value: &Value) -> Error {
    if value.is_undefined() {
        return fail(Slip::Undefined, Misuse::Value);
    }
    let slip = Slip::Value {
        helper,
        wants,
        got: shortened(value),
    };
    fail(slip, Misuse::Value)
}

/// A value for a message: a long one is cut, a list is only named.
fn shortened(value: &Value) -> String {
    const LONGEST: usize = 20;
    match kind(value) {
        Kind::Text | Kind::Number | Kind::Truth => {
            let text = value.to_string();
            let cut = text.char_indices().nth(LONGEST).map(|(at, _)| at);
            match cut {
                Some(at) => format!("{}…", &text[..at]),
                None => text,
            }
        }
        other => other.key().to_owned(),
    }
}

pub(super) fn kind(value: &Value) -> Kind {
    match value.kind() {
        ValueKind::None | ValueKind::Undefined => Kind::Nothing,
        ValueKind::Bool => Kind::Truth,
        ValueKind::String => Kind::Text,
        ValueKind::Array => Kind::List,
        ValueKind::Map => Kind::Mapping,
        _ if value.is_number() => Kind::Number,
        _ => Kind::Nothing,
    }
}

/// The text of a value that can be printed: text as it is, a number exactly.
pub(super) fn printable(value: &Value) -> Option<String> {
    match value.as_str() {
        Some(text) => Some(text.to_owned()),
        None => number(value).map(|number| number.to_string()),
    }
}

/// A number, given as such or as text.
pub(super) fn number(value: &Value) -> Option<Decimal> {
    match kind(value) {
        Kind::Text => Decimal::parse(value.as_str()?),
        Kind::Number => match value.kind() {
            // The shortest text that reads back as the same number is what the author wrote.
            ValueKind::F64 => Decimal::parse(&value.as_f64()?.to_string()),
            _ => Decimal::parse(&value.to_string()),
        },
        _ => None,
    }
}

/// A whole number that is not negative.
pub(super) fn whole(value: &Value) -> Option<u64> {
    number(value)?.whole()
}
