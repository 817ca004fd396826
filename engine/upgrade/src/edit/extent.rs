//! Where the nodes of a YAML text end, and which lines are theirs.

use luoshi_plan::{Key, Node, NodeKind};

use super::Edit;

/// The end of an entry; a value of nothing has no place of its own.
pub(super) fn end_of(text: &str, (key, value): &(Key, Node)) -> usize {
    if value.is_null() {
        key.place.end
    } else {
        end_of_node(text, value).max(key.place.end)
    }
}

/// The end of a node. The parser gives brackets after a comma no place, so they are looked for.
pub(super) fn end_of_node(text: &str, node: &Node) -> usize {
    let last = match &node.kind {
        NodeKind::Map(entries) => entries.last().map(|entry| end_of(text, entry)),
        NodeKind::List(items) => items.last().map(|item| end_of_node(text, item)),
        NodeKind::Scalar { .. } | NodeKind::Undecided(_) => None,
    };
    let closing = match text[node.place.start..].chars().next() {
        Some('{') => '}',
        Some('[') => ']',
        _ => return last.unwrap_or(node.place.end),
    };
    let Some(last) = last else {
        return node.place.end;
    };
    match outside_remarks(text, last, closing) {
        Some(at) => at + 1,
        None => node.place.end,
    }
}

/// Where a character stands next that is in no remark.
pub(super) fn outside_remarks(text: &str, from: usize, wanted: char) -> Option<usize> {
    let mut at = from;
    while let Some(next) = text[at..].chars().next() {
        match next {
            '#' => at += text[at..].find('\n')?,
            next if next == wanted => return Some(at),
            next => at += next.len_utf8(),
        }
    }
    None
}

/// The whole lines from one byte to another, if nothing but blanks stands before and nothing but a
/// colon, a comma, blanks or a remark after.
pub(super) fn lines_of(text: &str, start: usize, end: usize) -> Option<Edit> {
    let mut first = text[..start].rfind('\n').map_or(0, |n| n + 1);
    let before = &text[first..start];
    let last = text[end..].find('\n').map_or(text.len(), |n| end + n + 1);
    let after = text[end..last].trim_start_matches([':', ',', ' ', '\t']);
    let blank = |s: &str| s.trim_start_matches('\u{feff}').trim().is_empty();
    if !blank(before) || !(blank(after) || after.starts_with('#')) {
        return None;
    }
    // Where the text does not end in a line break, it still does not afterwards.
    if last == text.len() && !text.ends_with('\n') {
        first = text[..first].trim_end_matches(['\n', '\r']).len();
    }
    // A byte order mark is no part of the first line.
    if first == 0 && text.starts_with('\u{feff}') {
        first = '\u{feff}'.len_utf8();
    }
    Some(Edit::gone(first..last.max(first)))
}
