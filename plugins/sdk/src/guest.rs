//! The exports of a plugin: types of the WIT to those of this crate, and back.

use std::sync::Mutex;

use luoshi_plugin_interface as ours;

use crate::Input;

wit_bindgen::generate!({
    path: "../wit",
    world: "plugin",
    pub_export_macro: true,
    export_macro_name: "export_plugin",
    default_bindings_module: "luoshi_plugin_sdk::guest",
    runtime_path: "luoshi_plugin_sdk::guest::wit_bindgen::rt",
});

pub use crate::guest::exports::luoshi::plugin::rule as wit;
pub use wit_bindgen;

/// What was handed over so far. There is one thread, and one evaluation for each instance.
static INPUT: Mutex<Option<Input>> = Mutex::new(None);

/// The description, as the host reads it.
#[must_use]
pub fn describe(of: ours::Description) -> wit::Description {
    wit::Description {
        id: of.id,
        version: of.version,
        title: text(of.title),
        summary: text(of.summary),
        scope: match of.scope {
            ours::Scope::Township => wit::Scope::Township,
            ours::Scope::Subjects => wit::Scope::Subjects,
            ours::Scope::Actors => wit::Scope::Actors,
        },
        outcomes: of.outcomes.into_iter().map(outcome).collect(),
        kinds: of.kinds,
        reads: of.reads.into_iter().map(reading).collect(),
        parameters: of.parameters.into_iter().map(parameter).collect(),
        messages: of.messages.into_iter().map(message).collect(),
    }
}

/// Begins an evaluation.
///
/// # Errors
/// The name of a table or column that the description asks for and that does not exist.
pub fn start(description: &ours::Description, setting: wit::Setting) -> Result<(), String> {
    let values = setting.values.into_iter().map(|value| match value {
        wit::Value::Whole(value) => ours::Value::Whole(value),
        wit::Value::Decimal(value) => ours::Value::Decimal(value),
        wit::Value::Flag(value) => ours::Value::Flag(value),
        wit::Value::Choice(index) => ours::Value::Choice(index),
    });
    let setting = ours::Setting {
        as_of: setting.as_of,
        first: setting.first,
        last: setting.last,
        values: values.collect(),
    };
    *input()? = Some(Input::new(description, setting)?);
    Ok(())
}

/// Takes in a batch.
///
/// # Errors
/// What is wrong with it.
pub fn add(reading: u32, batch: &[u8]) -> Result<(), String> {
    input()?
        .as_mut()
        .ok_or("add before start")?
        .add(reading, batch)
}

/// Judges what was taken in.
///
/// # Errors
/// What the judgement says.
pub fn finish(
    judge: impl FnOnce(&Input) -> Result<Vec<ours::Finding>, String>,
) -> Result<Vec<wit::Finding>, String> {
    let input = input()?.take().ok_or("finish before start")?;
    Ok(judge(&input)?.into_iter().map(finding).collect())
}

fn input() -> Result<std::sync::MutexGuard<'static, Option<Input>>, String> {
    INPUT.lock().map_err(|_| "broken off before".to_owned())
}

fn text(of: ours::Words) -> wit::Text {
    wit::Text {
        zh: of.zh,
        en: of.en,
    }
}

fn outcome(of: ours::Outcome) -> wit::Outcome {
    match of {
        ours::Outcome::Met => wit::Outcome::Met,
        ours::Outcome::Violated => wit::Outcome::Violated,
        ours::Outcome::Suspect => wit::Outcome::Suspect,
        ours::Outcome::Unknown => wit::Outcome::Unknown,
        ours::Outcome::NotApplicable => wit::Outcome::NotApplicable,
    }
}

fn reading(of: ours::Reading) -> wit::Reading {
    wit::Reading {
        table: of.table,
        columns: of.columns,
    }
}

fn parameter(of: ours::Parameter) -> wit::Parameter {
    let bounds = |of: ours::Bounds| wit::Bounds {
        least: of.least,
        most: of.most,
        default: of.default,
    };
    wit::Parameter {
        id: of.id,
        title: text(of.title),
        unit: text(of.unit),
        kind: match of.kind {
            ours::ParameterKind::Whole(of) => wit::Kind::Whole(bounds(of)),
            ours::ParameterKind::Decimal(of) => wit::Kind::Decimal(bounds(of)),
            ours::ParameterKind::Flag(default) => wit::Kind::Flag(default),
            ours::ParameterKind::Choice { options, default } => {
                wit::Kind::Choice(wit::Choices { options, default })
            }
        },
    }
}

fn message(of: ours::Message) -> wit::Message {
    wit::Message {
        id: of.id,
        text: text(of.text),
    }
}

fn finding(of: ours::Finding) -> wit::Finding {
    let days = |of: ours::Days| wit::Days {
        first: of.first,
        last: of.last,
    };
    wit::Finding {
        about: of.about,
        period: of.period.map(days),
        outcome: outcome(of.outcome),
        figure: of.figure,
        message: of.message,
        arguments: of.arguments.into_iter().map(named).collect(),
        records: of.records,
    }
}

fn named((name, value): (String, ours::Argument)) -> wit::Named {
    let value = match value {
        ours::Argument::Whole(value) => wit::Argument::Whole(value),
        ours::Argument::Decimal(value) => wit::Argument::Decimal(value),
        ours::Argument::Day(value) => wit::Argument::Day(value),
        ours::Argument::Text(value) => wit::Argument::Text(value),
    };
    wit::Named { name, value }
}
