//! Who set what, and what nobody has set.

use std::collections::BTreeMap;

use luoshi_diagnostics::Messages;
use luoshi_plan::{ParameterInForce, SetBy};

use super::columns;
use crate::reader::Reader;
use crate::table::{Side, Table, paragraph};

pub(super) fn body(reader: &Reader<'_>) -> String {
    let mut out = String::new();
    for (by, parameters) in by_setter(reader) {
        if !out.is_empty() {
            out.push('\n');
        }
        paragraph(
            &mut out,
            "  ",
            2,
            &reader.say(
                "parameters-of",
                [("who", set_by(reader.words, &reader.titles(), by).into())],
            ),
        );
        table(reader, &parameters).write(&mut out, 4);
    }
    out
}

/// Parameters of one setter.
type Set<'a> = (&'a SetBy, Vec<&'a ParameterInForce>);

/// All parameters by who set them, but for those that this plan changed: they are among its
/// deviations. What it left open comes first: it is what its readers can change.
pub(crate) fn by_setter<'a>(reader: &Reader<'a>) -> Vec<Set<'a>> {
    let mut groups: Vec<Set<'a>> = Vec::new();
    let all = reader.assessment.parameters.iter();
    for parameter in all.filter(|p| p.change.is_none()) {
        match groups.iter_mut().find(|(by, _)| **by == parameter.set_by) {
            Some((_, group)) => group.push(parameter),
            None => groups.push((&parameter.set_by, vec![parameter])),
        }
    }
    groups.sort_by_key(|(by, _)| order(by));
    groups
}

fn order(by: &SetBy) -> u8 {
    match by {
        SetBy::Nobody => 0,
        SetBy::Plan => 1,
        SetBy::Extending(_) => 2,
        SetBy::Package(_) => 3,
    }
}

fn table(reader: &Reader<'_>, parameters: &[&ParameterInForce]) -> Table {
    let mut table = Table::new(columns(
        reader,
        [
            ("column-parameter", Side::Left),
            ("column-value", Side::Left),
            ("column-reason", Side::Left),
        ],
    ));
    for parameter in parameters {
        table.row(vec![
            parameter.name.clone(),
            value_of(reader, parameter),
            reason_of(reader, parameter),
        ]);
    }
    table
}

/// The value with its unit, in words where the words are the same in every plan.
#[must_use]
pub fn value_of(reader: &Reader<'_>, parameter: &ParameterInForce) -> String {
    amount(reader.words, parameter, parameter.value.as_deref())
}

/// Some value of a parameter, such as the one that its packages leave; that it is open, for none.
pub(crate) fn amount(words: Messages, parameter: &ParameterInForce, text: Option<&str>) -> String {
    let unit = parameter.unit.as_deref().unwrap_or("");
    match text {
        None => words.word("set-by-nobody"),
        Some(text) => match in_words(words, text) {
            // Some values are written with their unit, such as 50元 or 3个工作日.
            text if unit.is_empty() || text.ends_with(unit) => text,
            text => format!("{text} {unit}"),
        },
    }
}

/// `true` and limits such as `3wd` as people say them; other values as they were written.
pub(crate) fn in_words(words: Messages, text: &str) -> String {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, unit) = text.split_at(digits);
    let key = match (number, unit) {
        ("", "true") => return words.word("value-true"),
        ("", "false") => return words.word("value-false"),
        ("", _) => return text.to_owned(),
        (_, "wd") => "limit-workdays",
        (_, "h") => "limit-hours",
        (_, "min") => "limit-minutes",
        (_, "mo") => "limit-months",
        (_, "d") => "limit-days",
        _ => return text.to_owned(),
    };
    words.text(key, &vec![("number", number.into())])
}

/// The titles of packages by their names.
pub(crate) type Titles = BTreeMap<String, String>;

/// Who set a parameter, in words.
pub(crate) fn set_by(words: Messages, titles: &Titles, by: &SetBy) -> String {
    let titled = |key, name: &String| {
        let title = titles.get(name).unwrap_or(name);
        words.text(key, &vec![("package", title.as_str().into())])
    };
    match by {
        SetBy::Package(name) => titled("set-by-package", name),
        SetBy::Extending(name) => titled("set-by-extending", name),
        SetBy::Plan => words.word("set-by-plan"),
        SetBy::Nobody => words.word("set-by-nobody"),
    }
}

/// Why it has its value, what it was before, what it leaves open.
pub(crate) fn reason_of(reader: &Reader<'_>, parameter: &ParameterInForce) -> String {
    let mut parts = Vec::new();
    parts.extend(parameter.reason.clone());
    if let Some(default) = &parameter.default {
        parts.push(reader.say(
            "parameter-default",
            [("default", in_words(reader.words, default).into())],
        ));
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
            ("value", value_of(reader, parameter).into()),
            (
                "set_by",
                set_by(reader.words, &reader.titles(), &parameter.set_by).into(),
            ),
            ("reason", parameter.reason.as_deref().unwrap_or("").into()),
        ],
    )
}
