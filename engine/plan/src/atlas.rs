//! From a value back to where its neighbours stand in the text.
//!
//! Names carry their place, plain values do not. A check that finds a plain value wrong starts at
//! a name of the same map and walks the keys from there.

use std::collections::BTreeMap;

use luoshi_diagnostics::{Code, Note, Place};

use crate::decode::in_words_of;
use crate::keys::chinese;
use crate::yaml::{Node, NodeKind};

/// Every map of the trees, found by the place of any scalar in it.
pub struct Atlas<'t> {
    maps: BTreeMap<&'t Place, &'t Node>,
}

impl<'t> Atlas<'t> {
    /// Charts these trees.
    pub fn new(trees: impl IntoIterator<Item = &'t Node>) -> Self {
        let mut atlas = Atlas {
            maps: BTreeMap::new(),
        };
        for tree in trees {
            atlas.chart(tree);
        }
        atlas
    }

    fn chart(&mut self, node: &'t Node) {
        match &node.kind {
            NodeKind::Map(entries) => {
                for (_, value) in entries {
                    self.maps.insert(&value.place, node);
                    self.chart(value);
                }
            }
            NodeKind::List(items) => items.iter().for_each(|item| self.chart(item)),
            NodeKind::Scalar { .. } | NodeKind::Undecided(_) => {}
        }
    }

    /// The place of the value under `path`, starting in the map that holds `anchor`; where the
    /// path ends early, the place that it reached.
    #[must_use]
    pub fn place(&self, anchor: &Place, path: &[&str]) -> Place {
        let found = self.maps.get(anchor).map(|map| walk(map, path));
        match found {
            Some((node, steps)) if steps > 0 => node.place.clone(),
            _ => anchor.clone(),
        }
    }

    /// The place of the first open parameter under `path`, or that of the value there.
    pub(crate) fn open(&self, anchor: &Place, path: &[&str]) -> Place {
        let node = self.maps.get(anchor).map(|map| walk(map, path).0);
        let open = node.and_then(undecided).map(|node| node.place.clone());
        open.unwrap_or_else(|| self.place(anchor, path))
    }

    /// The note that the map that holds `anchor` lacks a key; the anchor is what it points at.
    pub(crate) fn missing_key(&self, anchor: &Place, key: &'static str) -> Note {
        let shown = self
            .maps
            .get(anchor)
            .map_or(key, |map| in_words_of(map, key));
        Note::new(Code::MissingKey)
            .at(anchor.clone())
            .arg("key", shown)
    }

    /// A key as the author would write it in the map that `path` leads to.
    pub(crate) fn shown(&self, anchor: &Place, path: &[&str], key: &'static str) -> &'static str {
        let map = self.maps.get(anchor).map(|map| walk(map, path).0);
        map.map_or(key, |map| in_words_of(map, key))
    }
}

/// The first open parameter in a node.
fn undecided(node: &Node) -> Option<&Node> {
    match &node.kind {
        NodeKind::Undecided(_) => Some(node),
        NodeKind::Scalar { .. } => None,
        NodeKind::List(items) => items.iter().find_map(undecided),
        NodeKind::Map(entries) => entries.iter().find_map(|(_, value)| undecided(value)),
    }
}

/// The node at the end of a path, and how many of its steps exist.
pub(crate) fn walk<'n>(node: &'n Node, path: &[&str]) -> (&'n Node, usize) {
    let mut at = node;
    for (steps, key) in path.iter().enumerate() {
        match entry(at, key) {
            Some(next) => at = next,
            None => return (at, steps),
        }
    }
    (at, path.len())
}

/// The value of a key in either language, if the node is a map that has it.
pub(crate) fn entry<'n>(node: &'n Node, key: &str) -> Option<&'n Node> {
    let NodeKind::Map(entries) = &node.kind else {
        return None;
    };
    let zh = chinese(key);
    let named = |text: &str| text == key || Some(text) == zh;
    entries
        .iter()
        .find(|(k, value)| named(&k.text) && !value.is_null())
        .map(|(_, value)| value)
}
