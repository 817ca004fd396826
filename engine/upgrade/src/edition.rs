//! One version of a package, or a plan, as entries by section and id.

use std::collections::BTreeMap;

use luoshi_plan::model::Parameter;
use luoshi_plan::{Node, PlanFile, Version};

use crate::content::{Content, content};
use crate::shape::{Form, MapShape, Shapes};
use crate::tree::held;

/// What a folder says, entry by entry.
#[derive(Debug)]
pub(crate) struct Edition<'a> {
    pub(crate) file: &'a PlanFile,
    /// Section and id to what is said there.
    pub(crate) entries: BTreeMap<(usize, String), Entry>,
}

/// One thing that a section holds: a duty, a parameter, a clause.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    /// The section, in English.
    pub(crate) section: &'static str,
    /// The name of its map in the model.
    pub(crate) map: String,
    pub(crate) content: Content,
}

impl Entry {
    /// What it is called, if it has a name.
    pub(crate) fn name(&self) -> Option<&str> {
        let named = ["name", "heading", "title"];
        named.iter().find_map(|key| self.content.get(key)?.text())
    }
}

impl<'a> Edition<'a> {
    pub(crate) fn of(file: &'a PlanFile) -> Edition<'a> {
        let mut edition = Edition {
            file,
            entries: BTreeMap::new(),
        };
        for tree in &file.trees {
            edition.tree(tree);
        }
        edition
    }

    /// Its version, if its header can be read.
    pub(crate) fn version(&self) -> Option<Version> {
        self.file.head.package.as_ref().map(|p| p.version)
    }

    /// The parameter of a name.
    pub(crate) fn parameter(&self, name: &str) -> Option<&'a Parameter> {
        let mut all = self.file.head.parameters.iter();
        all.find(|parameter| parameter.id.name == name)
    }

    fn tree(&mut self, tree: &Node) {
        let file = Shapes::get().map("file");
        for (at, key) in file.keys.iter().enumerate() {
            let given = held(tree, &key.key).map(|held| held.value);
            if let Some(node) = given.filter(|node| !node.is_null()) {
                self.section(at, &key.key, &key.form, node);
            }
        }
    }

    fn section(&mut self, at: usize, name: &'static str, form: &Form, node: &Node) {
        let content = content(node, form);
        match (form, content) {
            (Form::List(item), Content::List(items)) => {
                let map = map_name(item);
                let shape = Shapes::get().map(&map);
                for item in items {
                    let id = identity(&item, shape).unwrap_or_default();
                    self.add(at, name, &id, &map, item);
                }
            }
            (Form::Open(inside), Content::Map(entries)) => {
                for (id, value) in entries {
                    self.add(at, name, &id, &map_name(inside), value);
                }
            }
            (form, content) => self.add(at, name, "", &map_name(form), content),
        }
    }

    fn add(&mut self, at: usize, section: &'static str, id: &str, map: &str, content: Content) {
        let entry = Entry {
            section,
            map: map.to_owned(),
            content,
        };
        // Two of one name are a mistake that is noted elsewhere; here neither may hide the other.
        let mut key = (at, id.to_owned());
        let mut again = 1;
        while self.entries.contains_key(&key) {
            again += 1;
            key.1 = format!("{id}#{again}");
        }
        self.entries.insert(key, entry);
    }
}

/// The map that a form is about; of a plain value, none.
pub(crate) fn map_name(form: &Form) -> String {
    match form {
        Form::Map(name) | Form::Short(name) => name.clone(),
        Form::List(item) | Form::Open(item) => map_name(item),
        Form::Word(_) | Form::Limit | Form::Number | Form::Text => String::new(),
    }
}

/// What tells an item of a list apart.
pub(crate) fn identity(item: &Content, shape: &MapShape) -> Option<String> {
    let keys = shape.identity();
    let parts: Vec<&str> = keys
        .iter()
        .filter_map(|key| item.get(key)?.text())
        .collect();
    (!parts.is_empty()).then(|| parts.join("/"))
}
