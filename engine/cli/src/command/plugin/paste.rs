//! The lines by which a plan takes up a plugin, to be pasted into it.

use std::fmt::Write as _;

use luoshi_diagnostics::{Lang, Messages};
use luoshi_plan::chinese;
use luoshi_plan::model::{AnyKind, EvidenceColumn, PluginTable};
use luoshi_plugin::Plugin;
use luoshi_plugin_interface::{Description, EVIDENCE, Parameter, ParameterKind, Scope};
use luoshi_report::in_language;

use super::inspect::range;

/// A section `plugins` with one rule, in the keys of the reader's language. It can be used as it is; what
/// is left to its author stands there as comments.
pub(super) fn block(plugin: &Plugin, name: &str, words: Messages) -> String {
    let of = &plugin.description;
    let block = Block { words };
    let [id, title, file] = [of.id.as_str(), in_language(&of.title, words), name].map(scalar);
    let mut text = format!("{}:\n", block.key("plugins"));
    let mut line = |indent: &str, key: &'static str, value: &str| {
        let _ = writeln!(text, "{indent}{}: {value}", block.key(key));
    };
    line("  - ", "id", &id);
    line("    ", "name", &title);
    line("    # ", "clauses", &words.word("plugin-paste-clauses"));
    line("    ", "file", &file);
    line("    ", "digest", &format!("sha256:{}", plugin.digest));
    if of.scope == Scope::Subjects {
        line("    ", "for_each", &words.word("plugin-paste-subjects"));
    }
    text += &block.grants(of);
    text += &block.with(of);
    text
}

struct Block {
    words: Messages,
}

impl Block {
    fn key(&self, english: &'static str) -> &'static str {
        match self.words.lang() {
            Lang::ZhCn => chinese(english).unwrap_or(english),
            Lang::En => english,
        }
    }

    /// What it asks for, no more.
    fn grants(&self, of: &Description) -> String {
        let mut text = format!("    {}:\n", self.key("grants"));
        let evidence = of
            .reads
            .iter()
            .find(|reading| reading.table == EVIDENCE.name);
        if let Some(reading) = evidence {
            if of.kinds.is_empty() {
                let comment = self.words.word("plugin-paste-kinds");
                let _ = writeln!(text, "      # {comment}");
            }
            let all = AnyKind::WORDS.iter();
            let asked = |en: &&str| of.kinds.is_empty() || of.kinds.iter().any(|kind| kind == en);
            let kinds = all.filter(|(_, en, _)| asked(en));
            self.list(&mut text, "evidence", kinds.map(|(_, en, zh)| (*en, *zh)));
            let columns = reading.columns.iter();
            let columns = columns.filter_map(|name| found(EvidenceColumn::WORDS, name));
            self.list(&mut text, "columns", columns);
        }
        let others = of
            .reads
            .iter()
            .filter(|reading| reading.table != EVIDENCE.name);
        let tables: Vec<_> = others
            .filter_map(|r| found(PluginTable::WORDS, &r.table))
            .collect();
        if !tables.is_empty() {
            self.list(&mut text, "tables", tables.into_iter());
        }
        text
    }

    fn list(
        &self,
        text: &mut String,
        key: &'static str,
        words: impl Iterator<Item = (&'static str, &'static str)>,
    ) {
        let word = |(en, zh)| {
            if self.words.lang() == Lang::ZhCn {
                zh
            } else {
                en
            }
        };
        let words: Vec<&str> = words.map(word).collect();
        let _ = writeln!(text, "      {}: [{}]", self.key(key), words.join(", "));
    }

    /// Every parameter with its default, as comments: what a plan does not say stays with the plugin.
    fn with(&self, of: &Description) -> String {
        if of.parameters.is_empty() {
            return String::new();
        }
        let comment = self.words.word("plugin-paste-with");
        let mut text = format!("    # {comment}\n    # {}:\n", self.key("with"));
        for parameter in &of.parameters {
            let (title, range) = (
                in_language(&parameter.title, self.words),
                range(parameter, self.words),
            );
            let args = vec![("title", title.into()), ("range", range.into())];
            let comment = self.words.text("plugin-paste-parameter", &args);
            let _ = writeln!(
                text,
                "    #   {}: {}  # {comment}",
                parameter.id,
                default(parameter)
            );
        }
        text
    }
}

fn found<T>(
    words: &[(T, &'static str, &'static str)],
    name: &str,
) -> Option<(&'static str, &'static str)> {
    let found = words.iter().find(|(_, en, _)| *en == name);
    found.map(|(_, en, zh)| (*en, *zh))
}

fn default(parameter: &Parameter) -> String {
    match &parameter.kind {
        ParameterKind::Whole(bounds) => bounds.default.to_string(),
        ParameterKind::Decimal(bounds) => luoshi_plan::Decimal(bounds.default).to_string(),
        ParameterKind::Flag(default) => default.to_string(),
        ParameterKind::Choice { options, default } => options
            .get(*default as usize)
            .map_or_else(String::new, |option| scalar(option)),
    }
}

/// A text that a stranger chose, as YAML takes it for this text and nothing else.
fn scalar(text: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "_-.（）、 ".contains(c);
    let begins = text.chars().next().is_some_and(char::is_alphabetic);
    let word = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];
    let taken = word.contains(&text.to_ascii_lowercase().as_str());
    if begins && !taken && !text.ends_with(' ') && text.chars().all(plain) {
        text.to_owned()
    } else {
        serde_json::Value::from(text).to_string()
    }
}
