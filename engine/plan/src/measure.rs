//! The value of a parameter as a number that orders it among values of its type.

use jiff::civil::Date;
use luoshi_calendar::number;
use luoshi_diagnostics::{Code, Note};

use crate::decode::{Decode, Scratch, suggest};
use crate::model::{Parameter, ParameterType, Raw};
use crate::scalar::{Decimal, Limit, Money, Percent};
use crate::yaml::{Node, NodeKind};

/// What values of one parameter are compared by. Nothing to show to anyone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Measured(i64);

/// Reads a value as the type of its parameter, or says why it is none.
pub(crate) fn measure(parameter: &Parameter, raw: &Raw) -> Result<Measured, Note> {
    let (value, wanted) = match parameter.r#type {
        ParameterType::Integer => (integer(&raw.text), "type-integer"),
        ParameterType::Decimal => (read(raw, |Decimal(v)| v), "type-decimal"),
        ParameterType::Money => (read(raw, |Money(v)| v), "type-money"),
        ParameterType::Percent => (read(raw, |Percent(v)| i64::from(v)), "type-percent"),
        ParameterType::Limit => (read(raw, minutes), "type-limit"),
        ParameterType::Date => (read(raw, |day: Date| i64::from(number(day))), "type-date"),
        ParameterType::Boolean => (read(raw, |yes: bool| i64::from(yes)), "type-bool"),
        ParameterType::Choice => return choice(parameter, raw),
    };
    value.map(Measured).ok_or_else(|| {
        Note::new(Code::ParameterType)
            .at(raw.place.clone())
            .arg("name", parameter.id.name.as_str())
            .arg("value", raw.text.as_str())
            .term("wanted", wanted)
    })
}

/// Choices stand from the loosest to the strictest, or the other way with `stricter: less`.
fn choice(parameter: &Parameter, raw: &Raw) -> Result<Measured, Note> {
    let at = parameter.choices.iter().position(|c| *c == raw.text);
    let order = at.and_then(|at| i64::try_from(at).ok());
    order.map(Measured).ok_or_else(|| {
        let note = Note::new(Code::UnknownValue)
            .at(raw.place.clone())
            .arg("value", raw.text.as_str())
            .arg("list", parameter.choices.clone());
        suggest(
            note,
            &raw.text,
            parameter.choices.iter().map(String::as_str),
        )
    })
}

fn integer(text: &str) -> Option<i64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let plain = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

/// Reads the text as a plan would.
fn read<T: Decode>(raw: &Raw, order: impl FnOnce(T) -> i64) -> Option<i64> {
    let node = Node {
        kind: NodeKind::Scalar {
            text: raw.text.clone(),
            quoted: false,
        },
        place: raw.place.clone(),
    };
    T::decode(&node, &mut Scratch::default().cx()).map(order)
}

/// Limits in different units have no exact order; a week of five workdays and a month of
/// thirty days are near enough to compare what authors write.
fn minutes(limit: Limit) -> i64 {
    const DAY: i64 = 24 * 60;
    match limit {
        Limit::Minutes(n) => i64::from(n),
        Limit::Days(n) => i64::from(n) * DAY,
        Limit::Workdays(n) => i64::from(n) * DAY * 7 / 5,
        Limit::Months(n) => i64::from(n) * DAY * 30,
    }
}
