//! Edits of a YAML text by bytes: what is not edited stays as it is, to the letter.

use std::ops::Range;

use luoshi_plan::{Key, Node};

use crate::tree::{Held, entries};

/// Bytes of a text, and what is to stand there instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Edit {
    pub(crate) at: Range<usize>,
    pub(crate) text: String,
}

/// The edits of one text, in its order, none overlapping another.
#[derive(Debug, Clone, Default)]
pub(crate) struct Edits {
    list: Vec<Edit>,
}

impl Edits {
    /// Adds an edit; one that overlaps another is passed over, and `false` comes back.
    pub(crate) fn add(&mut self, edit: Edit) -> bool {
        let overlaps = |other: &Edit| edit.at.start < other.at.end && other.at.start < edit.at.end;
        if self.list.iter().any(overlaps) {
            return false;
        }
        self.list.push(edit);
        self.list.sort_by_key(|e| (e.at.start, e.at.end));
        true
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The text as it will be.
    pub(crate) fn apply(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut from = 0;
        for edit in &self.list {
            out.push_str(&text[from..edit.at.start]);
            out.push_str(&edit.text);
            from = edit.at.end;
        }
        out.push_str(&text[from..]);
        out
    }

    /// Where in the text as it was a byte of the text as it will be comes from.
    pub(crate) fn back(&self, at: usize) -> usize {
        let mut at = at;
        for edit in &self.list {
            if at <= edit.at.start {
                break;
            }
            let end = edit.at.start + edit.text.len();
            at = match at < end {
                true => edit.at.end.min(at),
                false => at - edit.text.len() + edit.at.len(),
            };
        }
        at
    }
}

/// Another text for a scalar, in the quotes that it has.
pub(crate) fn replace_scalar(text: &str, node: &Node, with: &str) -> Edit {
    let at = node.place.start..node.place.end;
    let quote = text[at.clone()].chars().next().filter(|c| ['"', '\''].contains(c));
    let quote = quote.map(String::from).unwrap_or_default();
    Edit {
        at,
        text: format!("{quote}{with}{quote}"),
    }
}

/// Takes entries out of the map that `of` has for its value; where none is left, and no remark
/// stands between them, takes out `of` too. None where the text is laid out so that this cannot be
/// done without touching anything else.
pub(crate) fn remove_entries(text: &str, of: Held<'_>, gone: &[usize]) -> Option<Vec<Edit>> {
    let all = entries(of.value).len();
    if gone.len() == all {
        let whole = whole_entry(text, of);
        if let Some(edit) = whole.filter(|edit| !has_remark_lines(text, of, edit)) {
            return Some(vec![edit]);
        }
    }
    let flow = text[of.value.place.start..].starts_with('{');
    if flow && gone.len() == all {
        let at = of.value.place.start + 1..of.value.place.end - 1;
        return Some(vec![Edit { at, text: String::new() }]);
    }
    let edits = gone.iter().map(|at| match flow {
        true => flow_entry(text, of.value, *at, gone),
        false => block_entry(text, &entries(of.value)[*at]),
    });
    edits.collect()
}

/// An entry that has its lines for itself, with what is remarked on the last of them.
fn block_entry(text: &str, (key, value): &(Key, Node)) -> Option<Edit> {
    lines_of(text, key.place.start, end_of(key, value))
}

fn whole_entry(text: &str, of: Held<'_>) -> Option<Edit> {
    lines_of(text, of.key.place.start, end_of(of.key, of.value))
}

/// The end of an entry; a value of nothing has no place of its own.
fn end_of(key: &Key, value: &Node) -> usize {
    if value.is_null() {
        key.place.end
    } else {
        value.place.end.max(key.place.end)
    }
}

/// The whole lines from one byte to another, if nothing but blanks stands before and nothing but a
/// colon, a comma, blanks or a remark after.
fn lines_of(text: &str, start: usize, end: usize) -> Option<Edit> {
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
    Some(Edit {
        at: first..last.max(first),
        text: String::new(),
    })
}

/// Whether a remark has a line to itself inside what would be taken out.
fn has_remark_lines(text: &str, of: Held<'_>, edit: &Edit) -> bool {
    let inside = &text[of.key.place.end..edit.at.end.max(of.key.place.end)];
    inside.lines().skip(1).any(|line| line.trim_start().starts_with('#'))
}

/// An entry between braces: with its lines where it has them to itself, else with one of its commas.
fn flow_entry(text: &str, map: &Node, at: usize, gone: &[usize]) -> Option<Edit> {
    let list = entries(map);
    let (key, value) = &list[at];
    let (start, end) = (key.place.start, end_of(key, value));
    let own_lines = lines_of(text, start, end).filter(|edit| {
        let closes = text[end..edit.at.end].contains('}');
        !closes && edit.at.start > map.place.start && edit.at.end < map.place.end
    });
    if own_lines.is_some() {
        return own_lines;
    }
    let next = list.get(at + 1).map(|(key, _)| key.place.start);
    let same_line = |from: usize, to: usize| !text[from..to].contains(['\n', '#']);
    if let Some(next) = next {
        let to = match same_line(end, next) {
            true => next,
            false => end + text[end..next].find(',')? + 1,
        };
        return Some(edit(start, to));
    }
    // The last takes the comma before it, unless that goes with another; YAML allows one at the end.
    let before = at.checked_sub(1).filter(|before| !gone.contains(before));
    let from = before.map(|before| end_of(&list[before].0, &list[before].1));
    Some(match from {
        Some(from) if same_line(from, start) => edit(from, end),
        _ => edit(start, end),
    })
}

fn edit(start: usize, end: usize) -> Edit {
    Edit {
        at: start..end,
        text: String::new(),
    }
}
