//! Keys from one language to the other, wherever the schema of plans says that a text is a key.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use luoshi_diagnostics::{Code, Lang, Note};
use luoshi_plan::{Key, Node, NodeKind, chinese, english, schema};
use serde_json::Value;

use crate::read::Renamed;

/// The keys of a tree that are to be written otherwise.
pub(crate) fn renamed(tree: &Node, to: Lang) -> (Renamed, Vec<Note>) {
    static SCHEMA: OnceLock<Value> = OnceLock::new();
    let mut walk = Walk {
        root: SCHEMA.get_or_init(schema),
        to,
        renamed: BTreeMap::new(),
        notes: Vec::new(),
    };
    walk.node(tree, &[walk.root]);
    (walk.renamed, walk.notes)
}

struct Walk<'s> {
    root: &'s Value,
    to: Lang,
    renamed: Renamed,
    notes: Vec<Note>,
}

impl<'s> Walk<'s> {
    fn node(&mut self, node: &Node, schemas: &[&'s Value]) {
        let forms = self.forms(schemas);
        match &node.kind {
            NodeKind::List(items) => {
                let inside: Vec<&Value> = forms.iter().filter_map(|f| f.get("items")).collect();
                for item in items {
                    self.node(item, &inside);
                }
            }
            NodeKind::Map(entries) => {
                for (key, value) in entries {
                    self.entry(key, value, entries, &forms);
                }
            }
            NodeKind::Scalar { .. } | NodeKind::Undecided(_) => {}
        }
    }

    fn entry(&mut self, key: &Key, value: &Node, all: &[(Key, Node)], forms: &[&'s Value]) {
        let known = forms
            .iter()
            .filter_map(|f| f.get("properties")?.get(key.text.as_str()));
        let mut inside: Vec<&Value> = known.collect();
        if inside.is_empty() {
            inside = forms
                .iter()
                .filter_map(|f| f.get("additionalProperties"))
                .collect();
        } else {
            self.rename(key, all);
        }
        self.node(value, &inside);
    }

    fn rename(&mut self, key: &Key, all: &[(Key, Node)]) {
        let new = match self.to {
            Lang::ZhCn => chinese(&key.text),
            Lang::En => english(&key.text),
        };
        let Some(new) = new.filter(|new| *new != key.text) else {
            return;
        };
        if let Some((other, _)) = all.iter().find(|(other, _)| other.text == new) {
            let note = Note::new(Code::BothLanguages).at(key.place.clone());
            let note = note.arg("key", key.text.as_str());
            self.notes.push(note.arg("other", other.text.as_str()));
        }
        self.renamed.insert(key.place.start, new);
    }

    /// Every schema without alternatives that the given ones come to.
    fn forms(&self, schemas: &[&'s Value]) -> Vec<&'s Value> {
        let mut forms = Vec::new();
        let mut seen = BTreeSet::new();
        let mut open: Vec<&Value> = schemas.to_vec();
        while let Some(schema) = open.pop() {
            if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
                let named = name.strip_prefix('#').and_then(|p| self.root.pointer(p));
                open.extend(named.filter(|_| seen.insert(name)));
            }
            for choice in ["anyOf", "oneOf", "allOf"] {
                let choices = schema.get(choice).and_then(Value::as_array);
                open.extend(choices.into_iter().flatten());
            }
            forms.push(schema);
        }
        forms
    }
}
