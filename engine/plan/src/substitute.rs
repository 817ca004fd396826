//! `${name}` in a tree to the value of the parameter.

use std::collections::{BTreeMap, BTreeSet};

use luoshi_diagnostics::Note;

use crate::keys::chinese;
use crate::parameters::Values;
use crate::yaml::{Key, Node, NodeKind};

/// What putting values in their places gathers.
pub(crate) struct Substitution<'a> {
    pub(crate) values: &'a Values<'a>,
    /// Names that are unknown, or set to nonsense: they read as undecided and are noted already.
    pub(crate) noted: BTreeSet<String>,
    /// Whether all parameters are known, none being in a package that is missing.
    pub(crate) complete: bool,
    pub(crate) notes: Vec<Note>,
    /// The parameters that each thing with an `id` uses, those inside it included.
    pub(crate) uses: BTreeMap<String, BTreeSet<String>>,
    /// The ids of the maps that are being read, from the outermost in.
    pub(crate) owners: Vec<String>,
}

/// Sections that declare and set parameters do not use them.
pub(crate) const PLAIN: [&str; 6] = [
    "parameters",
    "参数",
    "set",
    "参数取值",
    "extends",
    "依据政策包",
];

impl<'a> Substitution<'a> {
    /// Nothing gathered yet.
    pub(crate) fn new(values: &'a Values<'a>, complete: bool) -> Self {
        Substitution {
            values,
            noted: BTreeSet::new(),
            complete,
            notes: Vec::new(),
            uses: BTreeMap::new(),
            owners: Vec::new(),
        }
    }

    /// An entry of a section, by itself, with values.
    pub(crate) fn entry(&mut self, node: &Node) -> Node {
        self.node(node)
    }

    /// A tree with values instead of the names of parameters.
    pub(crate) fn root(&mut self, tree: &Node) -> Node {
        let NodeKind::Map(entries) = &tree.kind else {
            return self.node(tree);
        };
        let section = |(key, node): &(Key, Node)| {
            let node = match PLAIN.contains(&key.text.as_str()) {
                true => node.clone(),
                false => self.node(node),
            };
            (key.clone(), node)
        };
        Node {
            kind: NodeKind::Map(entries.iter().map(section).collect()),
            place: tree.place.clone(),
        }
    }

    fn node(&mut self, node: &Node) -> Node {
        let kind = match &node.kind {
            NodeKind::Scalar { text, .. } => match used(text) {
                Some(name) => self.value(name, node),
                None => node.kind.clone(),
            },
            NodeKind::List(items) => NodeKind::List(items.iter().map(|n| self.node(n)).collect()),
            NodeKind::Map(entries) => {
                let id = identifier(entries);
                self.owners.extend(id.clone());
                let entry = |(key, node): &(Key, Node)| (key.clone(), self.node(node));
                let entries = entries.iter().map(entry).collect();
                if id.is_some() {
                    self.owners.pop();
                }
                NodeKind::Map(entries)
            }
            NodeKind::Undecided(name) => NodeKind::Undecided(name.clone()),
        };
        Node {
            kind,
            place: node.place.clone(),
        }
    }

    fn value(&mut self, name: &str, node: &Node) -> NodeKind {
        for owner in &self.owners {
            let uses = self.uses.entry(owner.clone()).or_default();
            uses.insert(name.to_owned());
        }
        match self.values.get(name) {
            Some(raw) => NodeKind::Scalar {
                text: raw.text.clone(),
                quoted: false,
            },
            None => {
                if !self.values.knows(name) && self.complete {
                    let so_far = self.notes.len();
                    self.notes
                        .push(self.values.unknown(name, &node.place, so_far));
                }
                if !self.values.knows(name) || self.values.spoilt(name) {
                    self.noted.insert(name.to_owned());
                }
                NodeKind::Undecided(name.into())
            }
        }
    }
}

/// The `id` of a map.
fn identifier(entries: &[(Key, Node)]) -> Option<String> {
    let id = |(key, _): &&(Key, Node)| key.text == "id" || Some(key.text.as_str()) == chinese("id");
    match &entries.iter().find(id)?.1.kind {
        NodeKind::Scalar { text, .. } => Some(text.to_string()),
        _ => None,
    }
}

/// The name in a scalar that is nothing but `${name}`.
pub(crate) fn used(text: &str) -> Option<&str> {
    let name = text.strip_prefix("${")?.strip_suffix('}')?.trim();
    (!name.is_empty() && !name.contains(['{', '}'])).then_some(name)
}
