//! A value of a plan in words, in the reader's language.

use std::collections::BTreeMap;

use luoshi_diagnostics::{Lang, Messages};
use luoshi_plan::chinese;

use crate::change::Segment;
use crate::content::Content;

/// What putting values into words needs to know.
#[derive(Clone, Copy)]
pub(crate) struct Phrases<'a> {
    pub(crate) words: Messages,
    /// The values of parameters unless a plan sets them.
    pub(crate) defaults: &'a BTreeMap<String, String>,
}

impl Phrases<'_> {
    /// A value; `map` says what it is where it is a map.
    pub(crate) fn value(&self, map: &str, content: &Content) -> String {
        match (map, content) {
            ("cadence", Content::Map(_)) => self.cadence(content),
            ("due", Content::Map(_)) => self.due(content),
            ("decider", Content::Map(_)) => self.decider(content),
            ("period", Content::Map(_)) => self.period(content),
            (_, Content::Scalar(scalar)) => scalar.text.clone(),
            (_, Content::Word { en, zh }) => match self.words.lang() {
                Lang::ZhCn => zh.clone(),
                Lang::En => en.clone(),
            },
            (_, Content::Parameter(name)) => self.parameter(name),
            (_, Content::List(items)) => {
                let items: Vec<String> = items.iter().map(|item| self.value("", item)).collect();
                self.words.list(&items)
            }
            (_, Content::Map(entries)) => self.entries(entries.iter(), &[]),
        }
    }

    fn parameter(&self, name: &str) -> String {
        let args = vec![
            ("name", name.into()),
            (
                "value",
                self.defaults
                    .get(name)
                    .map_or("none", String::as_str)
                    .into(),
            ),
        ];
        self.words.text("diff-parameter", &args)
    }

    /// `键 值，键 值`, without the keys that were said already.
    fn entries<'e>(
        &self,
        entries: impl Iterator<Item = &'e (String, Content)>,
        said: &[&str],
    ) -> String {
        let rest = entries.filter(|(key, _)| !said.contains(&key.as_str()));
        let parts: Vec<String> = rest
            .map(|(key, value)| {
                let value = match value {
                    Content::Map(_) => format!("({})", self.value(key, value)),
                    value => self.value(key, value),
                };
                format!("{} {value}", key_word(self.words.lang(), key))
            })
            .collect();
        self.words.list(&parts)
    }

    fn cadence(&self, content: &Content) -> String {
        let (bound, count) = match (content.get("at_least"), content.get("exactly")) {
            (Some(count), _) => ("at_least", self.value("", count)),
            (None, Some(count)) => ("exactly", self.value("", count)),
            (None, None) => ("at_least", "1".to_owned()),
        };
        let every = content.get("every").map(|every| self.value("", every));
        let args = vec![
            ("bound", bound.into()),
            ("count", count.into()),
            ("every", every.unwrap_or_default().replace('_', "-").into()),
            (
                "rest",
                self.rest(content, &["every", "at_least", "exactly"]).into(),
            ),
        ];
        self.words.text("diff-cadence", &args)
    }

    fn due(&self, content: &Content) -> String {
        if let Some(date) = content.get("date") {
            let date = self.value("", date);
            return self
                .words
                .text("diff-due-date", &vec![("date", date.into())]);
        }
        let within = content.get("within").map(|within| self.value("", within));
        let after = content.get("after").and_then(Content::text);
        let args = vec![
            ("within", within.unwrap_or_default().into()),
            ("after", after.unwrap_or("plan_start").into()),
        ];
        self.words.text("diff-due-within", &args)
    }

    fn decider(&self, content: &Content) -> String {
        let key = |key: &str| {
            content
                .get(key)
                .map(|value| self.value("", value))
                .unwrap_or_default()
        };
        let args = vec![("name", key("name").into()), ("level", key("level").into())];
        self.words.text("diff-decider", &args)
    }

    fn period(&self, content: &Content) -> String {
        let key = |key: &str| {
            content
                .get(key)
                .map(|value| self.value("", value))
                .unwrap_or_default()
        };
        let args = vec![("from", key("from").into()), ("to", key("to").into())];
        self.words.text("diff-period", &args)
    }

    /// The keys that a phrase has no words for; "none" where there is none.
    fn rest(&self, content: &Content, said: &[&str]) -> String {
        let Content::Map(entries) = content else {
            return "none".to_owned();
        };
        let rest = self.entries(entries.iter(), said);
        if rest.is_empty() {
            "none".to_owned()
        } else {
            rest
        }
    }
}

/// A key in the reader's language.
pub(crate) fn key_word(lang: Lang, key: &str) -> String {
    match lang {
        Lang::ZhCn => chinese(key).unwrap_or(key).to_owned(),
        Lang::En => key.replace('_', " "),
    }
}

/// The way to a value: `条件/此前失责/天数`.
pub(crate) fn path_words(lang: Lang, path: &[Segment]) -> String {
    let mut out = String::new();
    for segment in path {
        match segment {
            Segment::Key(key) => {
                if !out.is_empty() {
                    out.push('/');
                }
                out.push_str(&key_word(lang, key));
            }
            Segment::Item(name) => {
                let quoted = match lang {
                    Lang::ZhCn => format!("「{name}」"),
                    Lang::En => format!(" \"{name}\""),
                };
                out.push_str(&quoted);
            }
        }
    }
    out
}
