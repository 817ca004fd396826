//! The JSON Schema of a luoshi file, from the same table that decodes it.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::decode::{Decode, Space};
use crate::keys::chinese;
use crate::model::File;

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
            let described = make(self);
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
    pub(crate) doc: &'static str,
}

/// The schema of a map that takes each key in either language.
pub(crate) fn map_schema(doc: &str, keys: Vec<KeySchema>) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for KeySchema {
        key,
        value,
        required: must,
        doc,
    } in keys
    {
        // A parameter may stand wherever a value may.
        let mut forms = vec![value, json!({ "$ref": "#/$defs/parameter_use" })];
        if !must {
            // A key with nothing behind it reads as a key that is not there.
            forms.push(json!({ "type": "null" }));
        }
        let described = json!({ "description": doc.trim(), "anyOf": forms });
        properties.insert(key.to_owned(), described.clone());
        if let Some(zh) = chinese(key) {
            properties.insert(zh.to_owned(), described);
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
