//! The WIT as types of the engine, and those as our own.

use luoshi_plugin_interface as ours;

wasmtime::component::bindgen!({
    path: "../../plugins/wit",
    world: "plugin",
});

pub(crate) use exports::luoshi::plugin::rule as wit;

pub(crate) fn description(of: wit::Description) -> ours::Description {
    ours::Description {
        id: of.id,
        version: of.version,
        title: words(of.title),
        summary: words(of.summary),
        scope: match of.scope {
            wit::Scope::Township => ours::Scope::Township,
            wit::Scope::Subjects => ours::Scope::Subjects,
            wit::Scope::Actors => ours::Scope::Actors,
        },
        outcomes: of.outcomes.into_iter().map(outcome).collect(),
        kinds: of.kinds,
        reads: of.reads.into_iter().map(reading).collect(),
        parameters: of.parameters.into_iter().map(parameter).collect(),
        messages: of.messages.into_iter().map(message).collect(),
    }
}

pub(crate) fn setting(of: &ours::Setting) -> wit::Setting {
    let value = |value: &ours::Value| match *value {
        ours::Value::Whole(value) => wit::Value::Whole(value),
        ours::Value::Decimal(value) => wit::Value::Decimal(value),
        ours::Value::Flag(value) => wit::Value::Flag(value),
        ours::Value::Choice(index) => wit::Value::Choice(index),
    };
    wit::Setting {
        as_of: of.as_of,
        first: of.first,
        last: of.last,
        values: of.values.iter().map(value).collect(),
    }
}

pub(crate) fn finding(of: wit::Finding) -> ours::Finding {
    let days = |of: wit::Days| ours::Days {
        first: of.first,
        last: of.last,
    };
    ours::Finding {
        about: of.about,
        period: of.period.map(days),
        outcome: outcome(of.outcome),
        figure: of.figure,
        message: of.message,
        arguments: of.arguments.into_iter().map(argument).collect(),
        records: of.records,
    }
}

fn words(of: wit::Text) -> ours::Words {
    ours::Words {
        zh: of.zh,
        en: of.en,
    }
}

fn outcome(of: wit::Outcome) -> ours::Outcome {
    match of {
        wit::Outcome::Met => ours::Outcome::Met,
        wit::Outcome::Violated => ours::Outcome::Violated,
        wit::Outcome::Suspect => ours::Outcome::Suspect,
        wit::Outcome::Unknown => ours::Outcome::Unknown,
        wit::Outcome::NotApplicable => ours::Outcome::NotApplicable,
    }
}

fn reading(of: wit::Reading) -> ours::Reading {
    ours::Reading {
        table: of.table,
        columns: of.columns,
    }
}

fn parameter(of: wit::Parameter) -> ours::Parameter {
    let bounds = |of: wit::Bounds| ours::Bounds {
        least: of.least,
        most: of.most,
        default: of.default,
    };
    ours::Parameter {
        id: of.id,
        title: words(of.title),
        unit: words(of.unit),
        kind: match of.kind {
            wit::Kind::Whole(of) => ours::ParameterKind::Whole(bounds(of)),
            wit::Kind::Decimal(of) => ours::ParameterKind::Decimal(bounds(of)),
            wit::Kind::Flag(default) => ours::ParameterKind::Flag(default),
            wit::Kind::Choice(wit::Choices { options, default }) => {
                ours::ParameterKind::Choice { options, default }
            }
        },
    }
}

fn message(of: wit::Message) -> ours::Message {
    ours::Message {
        id: of.id,
        text: words(of.text),
    }
}

fn argument(of: wit::Named) -> (String, ours::Argument) {
    let value = match of.value {
        wit::Argument::Whole(value) => ours::Argument::Whole(value),
        wit::Argument::Decimal(value) => ours::Argument::Decimal(value),
        wit::Argument::Day(value) => ours::Argument::Day(value),
        wit::Argument::Text(value) => ours::Argument::Text(value),
    };
    (of.name, value)
}
