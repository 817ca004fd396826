//! What a YAML text says, without how it says it: keys and words in English, values as the model
//! reads them, nothing about quotes, comments, order of keys or places.

use luoshi_plan::{Decimal, Limit, Node, NodeKind};

use crate::shape::{Form, Shapes};
use crate::tree::held;

/// The content of a YAML node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// A scalar.
    Scalar(Scalar),
    /// A word of a closed list.
    Word {
        /// In English.
        en: String,
        /// In Chinese.
        zh: String,
    },
    /// The value of a parameter, by its name.
    Parameter(String),
    /// A list.
    List(Vec<Content>),
    /// A map: English keys in the order of the model, no empty values.
    Map(Vec<(String, Content)>),
}

/// A scalar, equal to another one that means the same.
#[derive(Debug, Clone)]
pub struct Scalar {
    /// As the author wrote it.
    pub text: String,
    /// What it means: `2小时` and `120分钟` are the same.
    means: String,
}

impl PartialEq for Scalar {
    fn eq(&self, other: &Self) -> bool {
        self.means == other.means
    }
}

impl Eq for Scalar {}

impl Scalar {
    /// A text that means itself.
    pub(crate) fn plain(text: &str) -> Scalar {
        Scalar {
            text: text.to_owned(),
            means: text.to_owned(),
        }
    }

    fn of(text: &str, form: &Form) -> Scalar {
        let means = match form {
            Form::Limit => Limit::parse(text).map(|limit| format!("{limit:?}")),
            Form::Number => number(text).map(|(value, unit)| format!("{value}{unit}")),
            _ => None,
        };
        Scalar {
            text: text.to_owned(),
            means: means.unwrap_or_else(|| text.to_owned()),
        }
    }
}

impl Content {
    /// The value of a key of a map.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Content> {
        match self {
            Content::Map(entries) => entries.iter().find(|(k, _)| k == key).map(|(_, v)| v),
            _ => None,
        }
    }

    /// The text of a scalar as written, or the English word.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Content::Scalar(scalar) => Some(&scalar.text),
            Content::Word { en, .. } => Some(en),
            Content::Parameter(_) | Content::List(_) | Content::Map(_) => None,
        }
    }

    /// The items of a list; anything else has none.
    #[must_use]
    pub fn items(&self) -> &[Content] {
        match self {
            Content::List(items) => items,
            _ => &[],
        }
    }
}

/// A number in hundredths and its unit, `元` being none.
pub(crate) fn number(text: &str) -> Option<(i64, &'static str)> {
    let text = text.strip_suffix('元').unwrap_or(text).trim();
    let (digits, unit) = match text.strip_suffix('%') {
        Some(digits) => (digits, "%"),
        None => (text, ""),
    };
    Decimal::parse(digits).map(|value| (value.0, unit))
}

/// Reads a node that has this form.
pub(crate) fn content(node: &Node, form: &Form) -> Content {
    match (&node.kind, form) {
        (NodeKind::Undecided(name), _) => Content::Parameter(name.to_string()),
        (NodeKind::Scalar { text, .. }, _) if parameter(text).is_some() => {
            Content::Parameter(parameter(text).unwrap_or(text).to_owned())
        }
        (NodeKind::List(items), _) => {
            let form = match form {
                Form::List(item) => item,
                other => other,
            };
            Content::List(items.iter().map(|item| content(item, form)).collect())
        }
        (_, Form::List(item)) => Content::List(vec![content(node, item)]),
        (NodeKind::Map(_), Form::Map(name) | Form::Short(name)) => map(node, name),
        (NodeKind::Map(entries), Form::Open(inside)) => {
            let given = entries.iter().filter(|(_, value)| !value.is_null());
            let read = |(key, value): &(luoshi_plan::Key, Node)| {
                (key.text.to_string(), content(value, inside))
            };
            let mut read: Vec<_> = given.map(read).collect();
            read.sort_by(|a, b| a.0.cmp(&b.0));
            Content::Map(read)
        }
        (NodeKind::Map(entries), _) => {
            let read = |(key, value): &(luoshi_plan::Key, Node)| {
                (key.text.to_string(), content(value, &Form::Text))
            };
            Content::Map(entries.iter().map(read).collect())
        }
        (NodeKind::Scalar { .. }, Form::Short(name)) => short(node, name),
        (NodeKind::Scalar { text, .. }, form) => scalar(text, form),
    }
}

/// A map of this name, with its keys in the order of the model.
fn map(node: &Node, name: &str) -> Content {
    let shape = Shapes::get().map(name);
    let mut read = Vec::new();
    for key in &shape.keys {
        let given = held(node, &key.key).map(|held| held.value);
        if let Some(value) = given.filter(|value| !value.is_null()) {
            read.push((key.key.clone(), content(value, &key.form)));
        }
    }
    if name == "parameter" {
        measure(&mut read);
    }
    Content::Map(read)
}

/// A scalar that stands for the first key of a map.
fn short(node: &Node, name: &str) -> Content {
    let shape = Shapes::get().map(name);
    match shape.keys.iter().find(|key| key.required) {
        Some(key) => Content::Map(vec![(key.key.clone(), content(node, &key.form))]),
        None => content(node, &Form::Text),
    }
}

pub(crate) fn scalar(text: &str, form: &Form) -> Content {
    if let Form::Word(words) = form
        && let Some((en, zh)) = words.iter().find(|(en, zh)| text == en || text == zh)
    {
        return Content::Word {
            en: en.clone(),
            zh: zh.clone(),
        };
    }
    Content::Scalar(Scalar::of(text, form))
}

/// Reads the values of a parameter as its type says.
fn measure(entries: &mut [(String, Content)]) {
    let form = entries.iter().find(|(key, _)| key == "type");
    let form = match form.and_then(|(_, word)| word.text()) {
        Some("limit") => Form::Limit,
        Some("integer" | "decimal" | "money" | "percent") => Form::Number,
        Some("boolean") => Form::Word(vec![
            ("true".to_owned(), "是".to_owned()),
            ("false".to_owned(), "否".to_owned()),
        ]),
        _ => return,
    };
    for (key, value) in entries {
        if let ("default" | "min" | "max", Content::Scalar(given)) = (key.as_str(), &*value) {
            *value = scalar(&given.text, &form);
        }
    }
}

/// The name in a scalar that is nothing but `${name}`.
pub(crate) fn parameter(text: &str) -> Option<&str> {
    let name = text.strip_prefix("${")?.strip_suffix('}')?.trim();
    (!name.is_empty() && !name.contains(['{', '}'])).then_some(name)
}
