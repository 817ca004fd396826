//! An example of each named map, and the snippets that editors offer for the entries of a list.

use std::sync::OnceLock;

use luoshi_diagnostics::FileId;
use serde_json::{Map, Value, json};

use crate::keys::chinese;
use crate::yaml::{Node, NodeKind, read_tree};

/// The examples, by the name of the map in the schema.
const EXAMPLES: &str = include_str!("examples.yaml");

/// The lists that a new plan fills: their entries are offered as snippets.
const SNIPPETS: [&str; 12] = [
    "activity",
    "chain",
    "clause",
    "coverage",
    "document",
    "holder",
    "meeting",
    "person",
    "role",
    "subject_set",
    "task",
    "unit",
];

/// Puts the examples and snippets of a named map into its schema.
pub(crate) fn add(name: &str, schema: &mut Value) {
    let Some(english) = example(name) else {
        return;
    };
    let chinese = translated(&english);
    if SNIPPETS.contains(&name) {
        schema["defaultSnippets"] = json!([
            { "label": format!("{name} · 中文键"), "description": schema["description"], "body": chinese },
            { "label": format!("{name} · English keys"), "description": schema["description"], "body": english },
        ]);
    }
    schema["examples"] = json!([chinese, english]);
}

fn example(name: &str) -> Option<Value> {
    static TREE: OnceLock<Option<Node>> = OnceLock::new();
    let tree = TREE.get_or_init(|| read_tree(FileId(0), EXAMPLES).0);
    let NodeKind::Map(entries) = &tree.as_ref()?.kind else {
        return None;
    };
    let found = entries.iter().find(|(key, _)| key.text == name);
    found.map(|(_, node)| value(node))
}

/// A tree as JSON has it.
fn value(node: &Node) -> Value {
    match &node.kind {
        NodeKind::Scalar {
            text,
            quoted: false,
        } => match (text.parse::<i64>(), text.as_str()) {
            (Ok(number), _) => json!(number),
            (_, "true") => json!(true),
            (_, "false") => json!(false),
            _ => json!(text.as_str()),
        },
        NodeKind::Scalar { text, .. } | NodeKind::Undecided(text) => json!(text.as_str()),
        NodeKind::List(items) => items.iter().map(value).collect(),
        NodeKind::Map(entries) => {
            let entries = entries.iter();
            Value::Object(
                entries
                    .map(|(k, n)| (k.text.to_string(), value(n)))
                    .collect(),
            )
        }
    }
}

/// The same with Chinese keys. Under `set` and `with` stand names of parameters.
fn translated(value: &Value) -> Value {
    match value {
        Value::Array(items) => items.iter().map(translated).collect(),
        Value::Object(entries) => {
            let mut renamed = Map::new();
            for (key, value) in entries {
                let value = match (key.as_str(), value) {
                    ("set" | "with", Value::Object(named)) => {
                        let named = named.iter().map(|(k, v)| (k.clone(), translated(v)));
                        Value::Object(named.collect())
                    }
                    _ => translated(value),
                };
                renamed.insert(chinese(key).unwrap_or(key).to_owned(), value);
            }
            Value::Object(renamed)
        }
        scalar => scalar.clone(),
    }
}
