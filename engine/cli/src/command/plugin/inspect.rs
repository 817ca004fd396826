//! `luoshi plugin inspect`: what a plugin is, what it asks for, and how a plan takes it up.

use luoshi_diagnostics::{Arg, Lang, Messages};
use luoshi_plan::Decimal;
use luoshi_plan::model::AnyKind;
use luoshi_plugin::{INTERFACE, Plugin};
use luoshi_plugin_interface::{
    Bounds, Description, Outcome, Parameter, ParameterKind, Reading, Scope, Words, table,
};
use luoshi_report::{in_language, paragraph};
use serde_json::{Value, json};

use super::{Done, file_name, load, paste};
use crate::args::PluginInspectArgs;
use crate::exit::Exit;
use crate::session::Session;

pub(in crate::command) fn run(args: &PluginInspectArgs, session: &mut Session) -> Done {
    let json = session.wants_json()?;
    let (plugin, size) = load(&args.file)?;
    let name = file_name(&args.file);
    if json {
        session.out.json(&in_json(&plugin, &name, size));
        return Ok(Exit::Clean);
    }
    let page = Page {
        words: session.words,
        of: &plugin.description,
    };
    let mut text = page.head(&plugin, &name, size);
    if !session.quiet {
        text += &page.reads();
        text += &page.parameters();
        text += &format!("\n{}\n\n", session.words.word("plugin-paste"));
        text += &paste::block(&plugin, &name, session.words);
    }
    session.out.write(&text);
    Ok(Exit::Clean)
}

struct Page<'p> {
    words: Messages,
    of: &'p Description,
}

impl Page<'_> {
    fn head(&self, plugin: &Plugin, name: &str, size: usize) -> String {
        let of = self.of;
        let title = in_language(&of.title, self.words).into();
        let mut text = self.say(
            "plugin-is",
            [
                ("title", title),
                ("id", of.id.as_str().into()),
                ("version", of.version.as_str().into()),
            ],
        ) + "\n";
        paragraph(&mut text, "  ", 2, in_language(&of.summary, self.words));
        text += "\n";
        let size = i64::try_from(size.div_ceil(1000)).unwrap_or(i64::MAX);
        let mut line = |key: &str, value: String| {
            let label = self.words.word(&format!("plugin-label-{key}"));
            if key == "digest" {
                // In one piece: somebody will copy it.
                text += &format!("{label}{value}\n");
                return;
            }
            let hang = match self.words.lang() {
                Lang::ZhCn => 10,
                Lang::En => 11,
            };
            paragraph(&mut text, &label, hang, &value);
        };
        line(
            "file",
            self.say(
                "plugin-file",
                [("name", name.into()), ("size", size.into())],
            ),
        );
        line("digest", format!("sha256:{}", plugin.digest));
        let versions = [
            ("version", plugin.interface.to_string().into()),
            ("has", INTERFACE.to_string().into()),
        ];
        line("interface", self.say("plugin-interface", versions));
        line(
            "scope",
            self.say("plugin-scope", [("scope", scope(of.scope).into())]),
        );
        line("outcomes", self.outcomes());
        line("kinds", self.kinds());
        text
    }

    fn outcomes(&self) -> String {
        let outcomes = self.of.outcomes.iter();
        let names = outcomes.map(|outcome| self.words.word(&format!("status-{}", outcome.word())));
        let list = self.words.list(&names.collect::<Vec<_>>());
        let key = match self.of.outcomes.contains(&Outcome::Suspect) {
            true => "plugin-outcomes-suspect",
            false => "plugin-outcomes",
        };
        self.say(key, [("list", list.into())])
    }

    fn kinds(&self) -> String {
        if self.of.kinds.is_empty() {
            return self.words.word("plugin-kinds-any");
        }
        let names = self
            .of
            .kinds
            .iter()
            .map(|kind| self.both(kind_zh(kind), kind));
        self.words.list(&names.collect::<Vec<_>>())
    }

    /// The tables and columns that it wants.
    fn reads(&self) -> String {
        let mut text = format!("\n{}\n", self.words.word("plugin-reads"));
        for Reading {
            table: name,
            columns,
        } in &self.of.reads
        {
            let known = table(name);
            let names = columns.iter().map(|column| {
                let column_zh = known.and_then(|table| table.column(column)).map(|c| c.zh);
                self.both(column_zh, column)
            });
            let args = [
                ("table", self.both(known.map(|table| table.zh), name).into()),
                (
                    "columns",
                    self.words.list(&names.collect::<Vec<_>>()).into(),
                ),
            ];
            paragraph(&mut text, "  ", 4, &self.say("plugin-reading", args));
        }
        text
    }

    fn parameters(&self) -> String {
        if self.of.parameters.is_empty() {
            return format!("\n{}\n", self.words.word("plugin-parameters-none"));
        }
        let mut text = format!("\n{}\n", self.words.word("plugin-parameters"));
        for parameter in &self.of.parameters {
            let args = [
                ("id", parameter.id.as_str().into()),
                ("title", in_language(&parameter.title, self.words).into()),
                ("range", range(parameter, self.words).into()),
            ];
            paragraph(&mut text, "  ", 4, &self.say("plugin-parameter", args));
        }
        text
    }

    fn say<const N: usize>(&self, key: &str, args: [(&'static str, Arg); N]) -> String {
        self.words.text(key, &args.into())
    }

    /// A word in the reader's language, with the English one by which it is asked for.
    fn both(&self, zh: Option<&str>, en: &str) -> String {
        match (self.words.lang(), zh) {
            (Lang::ZhCn, Some(zh)) => format!("{zh} ({en})"),
            _ => en.to_owned(),
        }
    }
}

/// What a parameter can be, and what it is by default.
pub(super) fn range(parameter: &Parameter, words: Messages) -> String {
    let say = |key: &str, args: Vec<(&'static str, Arg)>| words.text(key, &args);
    let unit = in_language(&parameter.unit, words);
    // 「10 天」, but 「5%」.
    let unit = if unit.is_empty() || unit.starts_with(['%', '‰', '％']) {
        unit.to_owned()
    } else {
        format!(" {unit}")
    };
    let bounds = |least: String, most: String, default: String| {
        let args = [
            ("least", least),
            ("most", most),
            ("default", default),
            ("unit", unit.clone()),
        ];
        let args = args.into_iter().map(|(name, value)| (name, value.into()));
        say("plugin-range-number", args.collect())
    };
    match &parameter.kind {
        ParameterKind::Whole(b) => bounds(
            b.least.to_string(),
            b.most.to_string(),
            b.default.to_string(),
        ),
        ParameterKind::Decimal(b) => {
            let Bounds {
                least,
                most,
                default,
            } = *b;
            let [least, most, default] = [least, most, default].map(|n| Decimal(n).to_string());
            bounds(least, most, default)
        }
        ParameterKind::Flag(default) => {
            let default = words.word(if *default {
                "value-true"
            } else {
                "value-false"
            });
            say("plugin-range-flag", vec![("default", default.into())])
        }
        ParameterKind::Choice { options, default } => {
            let chosen = options.get(*default as usize).cloned().unwrap_or_default();
            let list = words.list(options);
            say(
                "plugin-range-choice",
                vec![("list", list.into()), ("default", chosen.into())],
            )
        }
    }
}

/// The Chinese word of a kind of record.
pub(super) fn kind_zh(kind: &str) -> Option<&'static str> {
    let found = AnyKind::WORDS.iter().find(|(_, en, _)| *en == kind);
    found.map(|(_, _, zh)| *zh)
}

fn scope(of: Scope) -> &'static str {
    match of {
        Scope::Township => "township",
        Scope::Subjects => "subjects",
        Scope::Actors => "actors",
    }
}

fn in_json(plugin: &Plugin, name: &str, size: usize) -> Value {
    let of = &plugin.description;
    let both = |words: &Words| json!({ "zh": words.zh, "en": words.en });
    let parameter = |parameter: &Parameter| {
        let mut value = json!({
            "id": parameter.id,
            "title": both(&parameter.title),
            "unit": both(&parameter.unit),
        });
        value["kind"] = kind_in_json(&parameter.kind);
        value
    };
    let reading = |reading: &Reading| json!({ "table": reading.table, "columns": reading.columns });
    let outcomes: Vec<&str> = of.outcomes.iter().map(|outcome| outcome.word()).collect();
    json!({
        "version": 1,
        "file": name,
        "bytes": size,
        "digest": format!("sha256:{}", plugin.digest),
        "interface": plugin.interface.to_string(),
        "plugin": {
            "id": of.id,
            "version": of.version,
            "title": both(&of.title),
            "summary": both(&of.summary),
            "scope": scope(of.scope),
            "outcomes": outcomes,
            "kinds": of.kinds,
            "reads": of.reads.iter().map(reading).collect::<Vec<_>>(),
            "parameters": of.parameters.iter().map(parameter).collect::<Vec<_>>(),
        },
    })
}

fn kind_in_json(kind: &ParameterKind) -> Value {
    let number = |word: &str, b: &Bounds, told: &dyn Fn(i64) -> String| json!({ "type": word, "least": told(b.least), "most": told(b.most), "default": told(b.default) });
    match kind {
        ParameterKind::Whole(b) => {
            json!({ "type": "whole", "least": b.least, "most": b.most, "default": b.default })
        }
        ParameterKind::Decimal(b) => number("decimal", b, &|n| Decimal(n).to_string()),
        ParameterKind::Flag(default) => json!({ "type": "flag", "default": default }),
        ParameterKind::Choice { options, default } => {
            json!({ "type": "choice", "options": options, "default": options.get(*default as usize) })
        }
    }
}
