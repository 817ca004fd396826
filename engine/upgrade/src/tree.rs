//! Finding things in a tree: keys in either language, and where they stand.

use luoshi_diagnostics::Place;
use luoshi_plan::{Key, Node, NodeKind, PlanFile, english};

/// An entry of a map.
#[derive(Clone, Copy)]
pub(crate) struct Held<'n> {
    pub(crate) key: &'n Key,
    pub(crate) value: &'n Node,
}

/// The entries of a map; of anything else, none.
pub(crate) fn entries(node: &Node) -> &[(Key, Node)] {
    match &node.kind {
        NodeKind::Map(entries) => entries,
        _ => &[],
    }
}

/// The items of a list; anything else is a list of itself.
pub(crate) fn items(node: &Node) -> &[Node] {
    match &node.kind {
        NodeKind::List(items) => items,
        _ => std::slice::from_ref(node),
    }
}

/// The entry of a key in either language.
pub(crate) fn held<'n>(map: &'n Node, key: &str) -> Option<Held<'n>> {
    let named = |text: &str| english(text).unwrap_or(text) == key;
    let (key, value) = entries(map).iter().find(|(k, _)| named(&k.text))?;
    Some(Held { key, value })
}

/// The value at the end of a path of keys.
pub(crate) fn value<'n>(map: &'n Node, path: &[&str]) -> Option<&'n Node> {
    path.iter()
        .try_fold(map, |at, key| held(at, key).map(|h| h.value))
}

/// The text of a scalar.
pub(crate) fn scalar(node: &Node) -> Option<&str> {
    match &node.kind {
        NodeKind::Scalar { text, .. } => Some(text),
        _ => None,
    }
}

/// Where a package says its version.
pub(crate) fn version_place(file: &PlanFile) -> Option<Place> {
    let mut found = file
        .trees
        .iter()
        .filter_map(|tree| value(tree, &["package", "version"]));
    found.next().map(|node| node.place.clone())
}
