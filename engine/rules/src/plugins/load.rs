//! The plugins of a plan to ones that can be run: fit, granted what they ask for, set within their bounds.

use luoshi_diagnostics::{Code, Level, Note, Place, Staged, nearest};
use luoshi_evidence::Kind;
use luoshi_plan::model::{AnyKind, EvidenceColumn, Given, PluginRule, PluginTable};
use luoshi_plan::{Decimal, Plan, Settable};
use luoshi_plugin::{Host, Plugin, Refusal};
use luoshi_plugin_interface::{Description, Parameter, ParameterKind, Scope, Value};

use super::{Loaded, Plugins};

/// Loads the plugins of a plan. Whatever a plugin, its grants or its parameters lack is noted at its line.
#[must_use]
pub fn load_plugins(plan: &Plan, host: &Host) -> Staged<Plugins> {
    let mut plugins = Plugins::default();
    let mut notes = Vec::new();
    // A file that is missing or another one was noted when the plan was read.
    let found = |rule| Some((rule, PluginRule::sha256(rule)?));
    let found = plan.content.plugins.iter().filter_map(found);
    let found: Vec<(&PluginRule, &[u8])> = found
        .filter_map(|(rule, sum)| Some((rule, plan.components.get(&sum)?.as_ref())))
        .collect();
    let components: Vec<&[u8]> = found.iter().map(|(_, bytes)| *bytes).collect();
    for ((rule, _), loaded) in found.into_iter().zip(host.load_all(&components)) {
        let plugin = match loaded {
            Ok(plugin) => plugin,
            Err(refusal) => {
                notes.push(refused(rule, &refusal));
                continue;
            }
        };
        let before = notes.len();
        let kinds = granted(rule, &plugin.description, &mut notes);
        scope(rule, &plugin, &mut notes);
        let values = values(&rule.with.0, &plugin.description, &mut notes);
        if notes[before..]
            .iter()
            .all(|note| note.code.level() != Level::Error)
        {
            plugins.of.insert(
                rule.duty.id.name.to_string(),
                Loaded {
                    plugin,
                    values,
                    kinds,
                },
            );
        }
    }
    Staged::new(plugins, notes)
}

fn refused(rule: &PluginRule, refusal: &Refusal) -> Note {
    plugin_unusable(&rule.file.text, refusal).at(rule.file.place.clone())
}

/// What is said of a file that cannot be used as a plugin.
#[must_use]
pub fn plugin_unusable(name: &str, refusal: &Refusal) -> Note {
    let note = Note::new(Code::PluginUnusable);
    let note = note.arg("name", name).arg("refusal", refusal.word());
    refusal
        .arguments()
        .into_iter()
        .fold(note, |note, (name, value)| note.arg(name, value))
}

/// The kinds of records that a plugin reads. What it asks for and is not granted is noted, and so
/// is what is granted and not asked for.
fn granted(rule: &PluginRule, description: &Description, notes: &mut Vec<Note>) -> Vec<Kind> {
    let grants = &rule.grants;
    let has: Vec<&str> = grants.evidence.iter().map(|kind| kind.word()).collect();
    let asks: Vec<&str> = match description.kinds.as_slice() {
        [] => has.clone(),
        kinds => kinds.iter().map(String::as_str).collect(),
    };
    let (mut columns, mut tables) = (Vec::new(), Vec::new());
    for reading in &description.reads {
        if reading.table == "evidence" {
            columns.extend(reading.columns.iter().map(String::as_str));
        } else {
            tables.push(reading.table.as_str());
        }
    }
    let columns_granted: Vec<&str> = grants.columns.iter().map(|column| column.word()).collect();
    let tables_granted: Vec<&str> = grants.tables.iter().map(|table| table.word()).collect();
    let place = &rule.duty.id.place;
    compare(place, "evidence", &asks, &has, notes);
    compare(place, "columns", &columns, &columns_granted, notes);
    compare(place, "tables", &tables, &tables_granted, notes);
    if asks.is_empty() && !columns.is_empty() {
        let note = Note::new(Code::PluginNotGranted).at(place.clone());
        notes.push(
            note.arg("grant", "any")
                .arg("missing", Vec::<String>::new()),
        );
    }
    asks.iter()
        .filter_map(|kind| Kind::from_name(kind))
        .collect()
}

fn compare(place: &Place, grant: &'static str, asks: &[&str], has: &[&str], notes: &mut Vec<Note>) {
    let named = |words: Vec<&str>| {
        words
            .into_iter()
            .map(|w| both(grant, w))
            .collect::<Vec<_>>()
    };
    let missing: Vec<&str> = asks.iter().copied().filter(|a| !has.contains(a)).collect();
    if !missing.is_empty() {
        let note = Note::new(Code::PluginNotGranted).at(place.clone());
        notes.push(note.arg("grant", grant).arg("missing", named(missing)));
    }
    let unused: Vec<&str> = has.iter().copied().filter(|h| !asks.contains(h)).collect();
    if !unused.is_empty() {
        let note = Note::new(Code::PluginGrantUnused).at(place.clone());
        notes.push(note.arg("grant", grant).arg("unused", named(unused)));
    }
}

/// A word that can be granted in both languages, as messages list them.
fn both(grant: &str, word: &str) -> String {
    fn names<T>(words: &[(T, &'static str, &'static str)]) -> Vec<(&'static str, &'static str)> {
        words.iter().map(|(_, en, zh)| (*en, *zh)).collect()
    }
    let known = match grant {
        "evidence" => names(AnyKind::WORDS),
        "columns" => names(EvidenceColumn::WORDS),
        _ => names(PluginTable::WORDS),
    };
    let found = known.into_iter().find(|(en, _)| *en == word);
    found.map_or_else(|| word.to_owned(), |(en, zh)| format!("{zh} ({en})"))
}

/// A rule for each subject needs subjects, any other none.
fn scope(rule: &PluginRule, plugin: &Plugin, notes: &mut Vec<Note>) {
    let code = match (plugin.description.scope, rule.duty.for_each.is_empty()) {
        (Scope::Subjects, true) => Code::PluginNeedsSubjects,
        (Scope::Township | Scope::Actors, false) => Code::PluginNoSubjects,
        _ => return,
    };
    let note = Note::new(code).at(rule.duty.id.place.clone());
    notes.push(note.arg("name", rule.file.text.as_str()));
}

/// The value of each parameter of a plugin, in its order, where some are given on the command line.
#[must_use]
pub fn plugin_values(description: &Description, given: &[Given]) -> Staged<Vec<Value>> {
    let mut notes = Vec::new();
    let values = values(given, description, &mut notes);
    // What is typed is set: only a plan leaves a parameter open.
    Staged::new(values.unwrap_or_default(), notes)
}

/// The value of each parameter of a plugin, in its order; the parameter of the plan that is open, if one is.
fn values(
    all: &[Given],
    description: &Description,
    notes: &mut Vec<Note>,
) -> Result<Vec<Value>, Option<String>> {
    let parameters = &description.parameters;
    for given in all {
        if !parameters.iter().any(|p| p.id == given.name) {
            let near = nearest(&given.name, parameters.iter().map(|p| p.id.as_str()));
            let names: Vec<String> = parameters.iter().map(|p| p.id.clone()).collect();
            let note = Note::new(Code::PluginParameterUnknown).at(given.place.clone());
            let note = note.arg("name", given.name.as_str()).arg("list", names);
            notes.push(note.arg("near", near.unwrap_or("none")));
        }
    }
    let value = |parameter: &Parameter| {
        let given = all.iter().find(|given| given.name == parameter.id);
        let Some(Given { value, .. }) = given else {
            return Ok(default(&parameter.kind));
        };
        let raw = match value {
            Settable::Set(raw) => raw,
            Settable::Unset(open) => return Err(open.clone()),
        };
        let read = read(&parameter.kind, raw.text.trim());
        if read.is_none() {
            notes.push(wrong(parameter, &raw.text, &raw.place));
        }
        Ok(read.unwrap_or_else(|| default(&parameter.kind)))
    };
    parameters.iter().map(value).collect()
}

fn default(kind: &ParameterKind) -> Value {
    match kind {
        ParameterKind::Whole(bounds) => Value::Whole(bounds.default),
        ParameterKind::Decimal(bounds) => Value::Decimal(bounds.default),
        ParameterKind::Flag(default) => Value::Flag(*default),
        ParameterKind::Choice { default, .. } => Value::Choice(*default),
    }
}

/// A value as a plan writes it; none if it is of another type or outside the bounds.
fn read(kind: &ParameterKind, text: &str) -> Option<Value> {
    match kind {
        ParameterKind::Whole(bounds) => {
            let value: i64 = text.parse().ok()?;
            (bounds.least..=bounds.most)
                .contains(&value)
                .then_some(Value::Whole(value))
        }
        ParameterKind::Decimal(bounds) => {
            let value = Decimal::parse(text)?.0;
            (bounds.least..=bounds.most)
                .contains(&value)
                .then_some(Value::Decimal(value))
        }
        ParameterKind::Flag(_) => match text {
            "true" | "是" => Some(Value::Flag(true)),
            "false" | "否" => Some(Value::Flag(false)),
            _ => None,
        },
        ParameterKind::Choice { options, .. } => {
            let at = options.iter().position(|option| option == text)?;
            Some(Value::Choice(u32::try_from(at).ok()?))
        }
    }
}

fn wrong(parameter: &Parameter, text: &str, place: &Place) -> Note {
    let note = Note::new(Code::PluginParameterValue).at(place.clone());
    let note = note.arg("name", parameter.id.as_str()).arg("value", text);
    let decimal = |hundredths: i64| Decimal(hundredths).to_string();
    match &parameter.kind {
        ParameterKind::Whole(b) => note
            .arg("type", "whole")
            .arg("least", b.least.to_string())
            .arg("most", b.most.to_string()),
        ParameterKind::Decimal(b) => note
            .arg("type", "decimal")
            .arg("least", decimal(b.least))
            .arg("most", decimal(b.most)),
        ParameterKind::Flag(_) => note.arg("type", "flag"),
        ParameterKind::Choice { options, .. } => {
            note.arg("type", "choice").arg("list", options.clone())
        }
    }
}
