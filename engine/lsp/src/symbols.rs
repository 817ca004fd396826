//! The sections of a file and what is defined in each.

use lsp_types::{Range, SymbolKind};
use luoshi_diagnostics::{FileId, Place};
use luoshi_plan::{Node, NodeKind, chinese};
use serde_json::{Value, json};

use crate::analysis::Analysis;
use crate::position::Lines;

/// The outline of a file.
pub(crate) fn symbols(analysis: &Analysis, file: FileId) -> Vec<Value> {
    let Some(tree) = analysis.trees.get(&file) else {
        return Vec::new();
    };
    let lines = Lines::of(analysis.sources.text(file));
    entries(tree)
        .map(|(key, place, value)| {
            let children = children(value, &lines);
            symbol(
                key,
                None,
                SymbolKind::NAMESPACE,
                [&spanning(place, &value.place), place],
                children,
                &lines,
            )
        })
        .collect()
}

/// What is defined inside a value: maps with an identifier or a name, however deep.
fn children(node: &Node, lines: &Lines<'_>) -> Vec<Value> {
    match &node.kind {
        NodeKind::List(items) => items.iter().flat_map(|item| named(item, lines)).collect(),
        NodeKind::Map(_) => {
            let values =
                entries(node).filter(|(_, _, value)| matches!(value.kind, NodeKind::List(_)));
            values
                .flat_map(|(_, _, value)| children(value, lines))
                .collect()
        }
        _ => Vec::new(),
    }
}

fn named(item: &Node, lines: &Lines<'_>) -> Vec<Value> {
    let inner = children(item, lines);
    let text = |keys: &[&str]| keys.iter().find_map(|key| scalar(item, key));
    let id = text(&["id", "staff", "duty", "role", "package"]);
    let title = text(&["name", "summary", "title", "reason"]);
    let Some((name, place)) = title.or(id) else {
        return inner;
    };
    let detail = id.map(|(id, _)| id).filter(|id| *id != name);
    let place = id.map_or(place, |(_, place)| place);
    vec![symbol(
        name,
        detail,
        SymbolKind::OBJECT,
        [&item.place, place],
        inner,
        lines,
    )]
}

fn symbol(
    name: &str,
    detail: Option<&str>,
    kind: SymbolKind,
    [whole, selected]: [&Place; 2],
    children: Vec<Value>,
    lines: &Lines<'_>,
) -> Value {
    let [range, selection]: [Range; 2] = [whole, selected].map(|place| lines.place(place));
    // The type of the protocol has a field that may not be named any more.
    json!({
        "name": name,
        "detail": detail.unwrap_or(""),
        "kind": kind,
        "range": range,
        "selectionRange": selection,
        "children": children,
    })
}

fn spanning(from: &Place, to: &Place) -> Place {
    Place {
        end: to.end.max(from.end),
        ..from.clone()
    }
}

fn entries(node: &Node) -> impl Iterator<Item = (&str, &Place, &Node)> {
    let entries = match &node.kind {
        NodeKind::Map(entries) => entries.as_slice(),
        _ => &[],
    };
    let named = entries.iter().filter(|(key, _)| !key.text.is_empty());
    named.map(|(key, value)| (key.text.as_str(), &key.place, value))
}

fn scalar<'n>(node: &'n Node, key: &str) -> Option<(&'n str, &'n Place)> {
    let zh = chinese(key);
    let mut found = entries(node).filter(|(k, _, _)| *k == key || Some(*k) == zh);
    found.find_map(|(_, _, value)| match &value.kind {
        NodeKind::Scalar { text, .. } if !text.is_empty() => Some((text.as_str(), &value.place)),
        _ => None,
    })
}
