//! From a value back to where its neighbours stand in the text.
//!
//! Names carry their place, plain values do not. A check that finds a plain value wrong starts at
//! a name of the same map and walks the keys from there.

use std::cell::LazyCell;

use luoshi_diagnostics::{Code, Note, Place};

use crate::decode::in_words_of;
use crate::keys::chinese;
use crate::parameters::Values;
use crate::substitute::used;
use crate::yaml::{Node, NodeKind};

/// Every map of some trees, found by the place of any value in it.
pub struct Atlas<'t> {
    trees: Vec<&'t Node>,
    /// With them, the name of a parameter that has no value is seen to be open.
    values: Option<&'t Values<'t>>,
}

impl<'t> Atlas<'t> {
    /// Charts these trees, of which no two are of one file.
    pub fn new(trees: impl IntoIterator<Item = &'t Node>) -> Self {
        Atlas {
            trees: trees.into_iter().collect(),
            values: None,
        }
    }

    /// The same, knowing the values of parameters.
    pub(crate) fn with_values(
        trees: impl IntoIterator<Item = &'t Node>,
        values: &'t Values<'t>,
    ) -> Self {
        Atlas {
            values: Some(values),
            ..Atlas::new(trees)
        }
    }

    /// The map that has a value at this place; the innermost, where a value begins and ends as its map does.
    fn map(&self, anchor: &Place) -> Option<&'t Node> {
        let mut trees = self.trees.iter();
        holding(trees.find(|t| t.place.file == anchor.file)?, anchor)
    }

    /// The place of the value under `path`, starting in the map that holds `anchor`; where the
    /// path ends early, the place that it reached.
    #[must_use]
    pub fn place(&self, anchor: &Place, path: &[&str]) -> Place {
        let found = self.map(anchor).map(|map| walk(map, path));
        match found {
            Some((node, steps)) if steps > 0 => node.place.clone(),
            _ => anchor.clone(),
        }
    }

    /// The place of the first open parameter under `path`, or that of the value there.
    pub(crate) fn open(&self, anchor: &Place, path: &[&str]) -> Place {
        let found = self.map(anchor).map(|map| walk(map, path));
        let open = found.and_then(|(node, _)| self.undecided(node));
        let place = found.filter(|(_, steps)| *steps > 0);
        let node = open.or(place.map(|(node, _)| node));
        node.map_or_else(|| anchor.clone(), |node| node.place.clone())
    }

    /// The note that the map that holds `anchor` lacks a key; the anchor is what it points at.
    pub(crate) fn missing_key(&self, anchor: &Place, key: &'static str) -> Note {
        let shown = self.map(anchor).map_or(key, |map| in_words_of(map, key));
        Note::new(Code::MissingKey)
            .at(anchor.clone())
            .arg("key", shown)
    }

    /// The first open parameter in a node.
    fn undecided<'n>(&self, node: &'n Node) -> Option<&'n Node> {
        match &node.kind {
            NodeKind::Undecided(_) => Some(node),
            NodeKind::Scalar { text, .. } => {
                let name = used(text)?;
                let open = self.values.is_some_and(|v| v.get(name).is_none());
                open.then_some(node)
            }
            NodeKind::List(items) => items.iter().find_map(|item| self.undecided(item)),
            NodeKind::Map(entries) => entries.iter().find_map(|(_, v)| self.undecided(v)),
        }
    }

    /// A key as the author would write it in the map that `path` leads to.
    pub(crate) fn shown(&self, anchor: &Place, path: &[&str], key: &'static str) -> &'static str {
        let map = self.map(anchor).map(|map| walk(map, path).0);
        map.map_or(key, |map| in_words_of(map, key))
    }
}

/// The innermost map below a node that has a value at this place.
fn holding<'n>(node: &'n Node, anchor: &Place) -> Option<&'n Node> {
    match &node.kind {
        NodeKind::Map(entries) => {
            let inside = around(entries, |(_, value)| value, anchor);
            let found = inside.map(|(_, value)| {
                let here = (value.place == *anchor).then_some(node);
                holding(value, anchor).or(here)
            });
            found.flatten().next()
        }
        NodeKind::List(items) => {
            let inside = around(items, |item| item, anchor);
            inside.filter_map(|item| holding(item, anchor)).next()
        }
        NodeKind::Scalar { .. } | NodeKind::Undecided(_) => None,
    }
}

/// The children that a place may lie in, the last first. They stand one after the other in the text, so that
/// a file of many thousand entries is not searched for each note about it.
fn around<'n, T>(
    children: &'n [T],
    node: impl Fn(&T) -> &Node + Copy,
    anchor: &Place,
) -> impl Iterator<Item = &'n T> {
    let after = children.partition_point(|c| node(c).place.start <= anchor.start);
    let (from, mut earlier) = (anchor.start, false);
    let before = children.get(..after).unwrap_or_default().iter().rev();
    // Behind the first that begins earlier, all end before the place begins.
    before.take_while(move |c| !std::mem::replace(&mut earlier, node(c).place.start < from))
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
    let zh = LazyCell::new(|| chinese(key));
    let named = |text: &str| text == key || (!text.is_ascii() && Some(text) == *zh);
    entries
        .iter()
        .find(|(k, value)| named(&k.text) && !value.is_null())
        .map(|(_, value)| value)
}
