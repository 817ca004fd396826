//! Who set what, and what nobody has set.

use luoshi_plan::{ParameterInForce, SetBy};

use super::columns;
use crate::reader::Reader;
use crate::table::{Side, Table};

pub(super) fn body(reader: &Reader<'_>) -> String {
    let mut out = String::new();
    if reader.assessment.parameters.is_empty() {
        return out;
    }
    let mut table = Table::new(columns(
        reader,
        [
            ("column-parameter", Side::Left),
            ("column-value", Side::Left),
            ("column-set-by", Side::Left),
            ("column-reason", Side::Left),
        ],
    ));
    for parameter in &reader.assessment.parameters {
        table.row(vec![
            parameter.name.clone(),
            value(reader, parameter),
            set_by(reader, &parameter.set_by),
            reason(reader, parameter),
        ]);
    }
    table.write(&mut out, 2);
    out
}

/// The value with its unit, in words where the words are the same in every plan.
pub(crate) fn value(reader: &Reader<'_>, parameter: &ParameterInForce) -> String {
    let unit = parameter.unit.as_deref().unwrap_or("");
    match parameter.value.as_deref() {
        None => reader.word("set-by-nobody"),
        Some("true") => reader.word("value-true"),
        Some("false") => reader.word("value-false"),
        // Some values are written with their unit, such as 50元 or 3个工作日.
        Some(value) if unit.is_empty() || value.ends_with(unit) => value.to_owned(),
        Some(value) => format!("{value} {unit}"),
    }
}

/// Who set a parameter, in words.
pub(crate) fn set_by(reader: &Reader<'_>, by: &SetBy) -> String {
    match by {
        SetBy::Package(name) => reader.say(
            "set-by-package",
            [("package", publisher(reader, name).into())],
        ),
        SetBy::Extending(name) => reader.say(
            "set-by-extending",
            [("package", publisher(reader, name).into())],
        ),
        SetBy::Plan => reader.word("set-by-plan"),
        SetBy::Nobody => reader.word("set-by-nobody"),
    }
}

/// The title of a package, by its name.
fn publisher(reader: &Reader<'_>, name: &str) -> String {
    let found = reader
        .assessment
        .plan
        .packages
        .iter()
        .find(|(n, _, _)| n == name);
    found.map_or_else(|| name.to_owned(), |(_, _, title)| title.clone())
}

fn reason(reader: &Reader<'_>, parameter: &ParameterInForce) -> String {
    let mut parts = Vec::new();
    parts.extend(parameter.reason.clone());
    if let Some(default) = &parameter.default {
        parts.push(reader.say("parameter-default", [("default", default.as_str().into())]));
    }
    if let (SetBy::Nobody, Some(question)) = (&parameter.set_by, &parameter.question) {
        parts.push(question.clone());
    }
    reader.join(&parts)
}

/// A parameter in one sentence, for an explanation.
pub(crate) fn parameter_in_words(reader: &Reader<'_>, parameter: &ParameterInForce) -> String {
    let key = if parameter.reason.is_some() {
        "explain-parameter-reason"
    } else {
        "explain-parameter"
    };
    reader.say(
        key,
        [
            ("name", parameter.name.as_str().into()),
            ("value", value(reader, parameter).into()),
            ("set_by", set_by(reader, &parameter.set_by).into()),
            ("reason", parameter.reason.as_deref().unwrap_or("").into()),
        ],
    )
}
