//! The JSON Schema of a luoshi file, from the same table that decodes it.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::decode::{Decode, Space};
use crate::keys::chinese;
use crate::model::File;

mod examples;

/// The schema (draft 2020-12) that editors offer keys and words by, in both languages.
///
/// It takes everything that [`crate::resolve`] can read, and no unknown key. What a name names, and
/// whether values fit each other, it cannot say.
#[must_use]
pub fn schema() -> Value {
    let mut book = SchemaBook::default();
    let file = File::schema(&mut book);
    book.named("parameter_use", |_| {
        json!({
            "description": "参数. The value of a parameter.",
            "type": "string",
            "pattern": "^\\$\\{.+\\}$",
        })
    });
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "落实 · luoshi",
        "description": "实施方案或政策包. A plan of luoshi, a package, or a part of one.",
    });
    schema["$ref"] = file["$ref"].clone();
    schema["$defs"] = json!(book.definitions);
    for (map, key, spaces) in NAMES_IN_TEXT {
        for key in [Some(key), chinese(key)].into_iter().flatten() {
            let words: Vec<&str> = spaces.iter().map(|space| space.word()).collect();
            schema["$defs"][map]["properties"][key]["x-names"] = json!(words);
        }
    }
    schema
}

/// Plain texts that may name something: the map of the schema, its key, what it may name.
pub(crate) const NAMES_IN_TEXT: [(&str, &str, &[Space]); 2] = [
    ("due", "after", &[Space::Duty]),
    ("record_filter", "of", &[Space::Duty, Space::Incident]),
];

/// Collects the definitions of a JSON Schema.
#[derive(Default)]
pub struct SchemaBook {
    /// Named types, by their English name.
    pub definitions: BTreeMap<&'static str, Value>,
}

impl SchemaBook {
    /// A reference to a named type, which `make` describes once.
    pub fn named(
        &mut self,
        name: &'static str,
        make: impl FnOnce(&mut SchemaBook) -> Value,
    ) -> Value {
        if !self.definitions.contains_key(name) {
            // Reserved first: a type that holds itself must not describe itself for ever.
            self.definitions.insert(name, Value::Null);
            let mut described = make(self);
            examples::add(name, &mut described);
            self.definitions.insert(name, described);
        }
        json!({ "$ref": format!("#/$defs/{name}") })
    }
}

/// One key of a map in the schema.
pub(crate) struct KeySchema {
    pub(crate) key: &'static str,
    pub(crate) value: Value,
    pub(crate) required: bool,
    /// What holds where the key is missing, if it can be written down.
    pub(crate) default: Option<Value>,
    pub(crate) doc: &'static str,
}

/// The Chinese word for an English one of a closed list: they follow each other there.
fn chinese_word(english: &Value, list: &Value) -> Option<Value> {
    let words = list.get("enum")?.as_array()?;
    let at = words.iter().position(|word| word == english)?;
    words.get(at + 1).filter(|_| english.is_string()).cloned()
}

fn described(doc: &str, forms: &[Value], default: Option<Value>) -> Value {
    let mut described = json!({ "description": doc.trim(), "anyOf": forms });
    if let Some(default) = default {
        described["default"] = default;
    }
    described
}

/// The schema of a map that takes each key in either language.
pub(crate) fn map_schema(doc: &str, keys: Vec<KeySchema>) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for KeySchema {
        key,
        value,
        required: must,
        default,
        doc,
    } in keys
    {
        // A parameter may stand wherever a value may.
        let mut forms = vec![value, json!({ "$ref": "#/$defs/parameter_use" })];
        if !must {
            // A key with nothing behind it reads as a key that is not there.
            forms.push(json!({ "type": "null" }));
        }
        let word = default
            .as_ref()
            .and_then(|word| chinese_word(word, &forms[0]));
        properties.insert(key.to_owned(), described(doc, &forms, default.clone()));
        if let Some(zh) = chinese(key) {
            properties.insert(zh.to_owned(), described(doc, &forms, word.or(default)));
        }
        if must {
            let either = [Some(key), chinese(key)].into_iter().flatten();
            required.push(
                json!({ "anyOf": either.map(|k| json!({ "required": [k] })).collect::<Vec<_>>() }),
            );
        }
    }
    let mut schema = json!({
        "type": "object",
        "description": doc.trim(),
        "properties": properties,
        "additionalProperties": false,
    });
    if !required.is_empty() {
        schema["allOf"] = Value::Array(required);
    }
    schema
}

/// A closed list of words: English, Chinese, and what the word means.
pub(crate) fn words_schema(words: &[(&str, &str, &str)]) -> Value {
    let both = words.iter().flat_map(|(en, zh, _)| [*en, *zh]);
    let meaning = |(en, _, doc): &(&str, &str, &str)| match doc.trim() {
        // The word itself says it, in either language.
        doc if !doc.contains(|c: char| c.is_ascii_alphabetic()) => {
            format!("{doc}. {}", en.replace('_', " "))
        }
        doc => doc.to_owned(),
    };
    let meanings: Vec<String> = words
        .iter()
        .flat_map(|word| [meaning(word), meaning(word)])
        .collect();
    json!({
        "enum": both.collect::<Vec<_>>(),
        // Some editors read the one key, some the other.
        "enumDescriptions": meanings.clone(),
        "markdownEnumDescriptions": meanings,
    })
}

/// Any scalar: YAML reads some texts without quotes as numbers or truth values.
pub(crate) fn text_schema() -> Value {
    json!({ "type": ["string", "number", "boolean"] })
}

/// A text that names something in one of these spaces, for editors: the schema cannot know the names.
pub(crate) fn names_schema(spaces: &[Space]) -> Value {
    let words: Vec<&str> = spaces.iter().map(|space| space.word()).collect();
    json!({ "type": ["string", "number", "boolean"], "x-names": words })
}

/// A number, or a text of the same form: quotes make no difference where a number is due.
pub(crate) fn number_schema(number: &Value, pattern: &str) -> Value {
    json!({ "anyOf": [number, { "type": "string", "pattern": pattern }] })
}
