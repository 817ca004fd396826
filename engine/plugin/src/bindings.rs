//! The WIT as types of the engine, and those as our own.

use luoshi_plugin_interface as ours;

// `plugins/wit/plugin.wit`, word for word, and not its path: the macro would write the path of this machine into the code,
// where no flag gives it another name, and the program would come out otherwise in another folder.
wasmtime::component::bindgen!({
    inline: r#"
/// A rule that `luoshi` runs over the evidence of a township without trusting it.
///
/// A plugin is a component that exports `rule` and imports nothing: it has no files, no network, no
/// clock, no chance and no environment. All that it knows is what `start` and `add` hand it.
///
/// Versions: a change that an existing plugin need not notice raises the minor number, any other the
/// major one. A host runs every plugin of its own major number whose minor number is not above its own.
package luoshi:plugin@1.0.0;

interface rule {
    /// A text for people in both languages; neither is empty.
    record text {
        zh: string,
        en: string,
    }

    /// What a plugin says of itself. It must be the same whenever it is asked.
    record description {
        /// 3 to 40 characters: small letters a to z, digits, `-`.
        id: string,
        /// Version of the plugin itself: `1.0.0`.
        version: string,
        title: text,
        /// In one or two sentences, what it looks for and what a finding of it does not prove.
        summary: text,
        scope: scope,
        /// The outcomes that it may give; any other is a malformed answer.
        outcomes: list<outcome>,
        /// Kinds of evidence that it reads, such as `visit`; none stands for all kinds that are granted.
        kinds: list<string>,
        /// What it wants to see, in the order in which it wants it. At most one for each table.
        reads: list<reading>,
        parameters: list<parameter>,
        messages: list<message>,
    }

    /// What findings are about.
    enum scope {
        /// The township as a whole: exactly one finding.
        township,
        /// Each row of the table `subjects`. One without a finding becomes `unknown`.
        subjects,
        /// Rows of the table `actors`: persons and units. Silence says nothing.
        actors,
    }

    enum outcome {
        /// Kept, or nothing found.
        met,
        /// Not kept.
        violated,
        /// A sign that somebody should look into. Never a failure.
        suspect,
        /// Cannot be told.
        unknown,
        /// There is nothing to judge.
        not-applicable,
    }

    /// A table and those of its columns that the plugin wants, by the names of `TABLES.md`.
    record reading {
        table: string,
        columns: list<string>,
    }

    record parameter {
        /// As plans write it: small letters, digits, `_`.
        id: string,
        title: text,
        /// Such as 天 and `days`; both may be empty.
        unit: text,
        kind: kind,
    }

    variant kind {
        whole(bounds),
        /// In hundredths.
        decimal(bounds),
        flag(bool),
        choice(choices),
    }

    /// Both bounds are allowed values.
    record bounds {
        least: s64,
        most: s64,
        default: s64,
    }

    record choices {
        options: list<string>,
        /// Index into the options.
        default: u32,
    }

    /// What a finding says. `{name}` stands for an argument of that name in both languages.
    record message {
        id: string,
        text: text,
    }

    /// What the host sets before it hands over evidence. Days count from 1970-01-01.
    record setting {
        as-of: s32,
        /// First and last day of the plan.
        first: s32,
        last: s32,
        /// One value for each parameter, in their order.
        values: list<value>,
    }

    variant value {
        whole(s64),
        decimal(s64),
        flag(bool),
        /// Index into the options.
        choice(u32),
    }

    variant argument {
        whole(s64),
        /// In hundredths.
        decimal(s64),
        /// Days from 1970-01-01.
        day(s32),
        text(string),
    }

    record named {
        name: string,
        value: argument,
    }

    /// First and last day.
    record days {
        first: s32,
        last: s32,
    }

    record finding {
        /// Row in the table of the scope; none for the township.
        about: option<u32>,
        /// The days that it is about; none for those of the plan. No two findings share `about` and `period`.
        period: option<days>,
        outcome: outcome,
        /// A number that rules and scorecards may count with.
        figure: s64,
        /// Id of a message.
        message: string,
        /// One for each `{name}` in the message.
        arguments: list<named>,
        /// Rows of the table `evidence` that it rests on.
        records: list<u32>,
    }

    describe: func() -> description;

    /// Called once, before all else. An error is told to people as it is.
    start: func(setting: setting) -> result<_, string>;

    /// Hands over rows of a reading, by its index in `reads`: all batches of the first reading, then
    /// those of the second, and so on; an empty table comes as no batch. The layout of a batch is in `LAYOUT.md`.
    add: func(reading: u32, batch: list<u8>) -> result<_, string>;

    /// Called once, after all else.
    finish: func() -> result<list<finding>, string>;
}

world plugin {
    export rule;
}
"#,
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

#[cfg(test)]
mod tests {
    #[test]
    fn the_interface_is_that_of_the_plugins_word_for_word() {
        let published = include_str!("../../../plugins/wit/plugin.wit");
        let here = include_str!("bindings.rs");
        assert!(here.contains(&format!("inline: r#\"\n{published}\"#,\n")));
    }
}
