//! Entries taken out of a map, with what is remarked on their lines and nothing else.

use luoshi_plan::{Key, Node};

use crate::tree::{Held, entries};

use super::Edit;
use super::extent::{end_of, end_of_node, lines_of, outside_remarks};

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
        let at = of.value.place.start + 1..end_of_node(text, of.value) - 1;
        return Some(vec![Edit::gone(at)]);
    }
    let edits = gone.iter().map(|at| match flow {
        true => flow_entry(text, of.value, *at, gone),
        false => block_entry(text, &entries(of.value)[*at]),
    });
    edits.collect()
}

fn whole_entry(text: &str, of: Held<'_>) -> Option<Edit> {
    let end = end_of_node(text, of.value).max(of.key.place.end);
    lines_of(text, of.key.place.start, end)
}

/// Whether a remark has a line to itself inside what would be taken out.
fn has_remark_lines(text: &str, of: Held<'_>, edit: &Edit) -> bool {
    let inside = &text[of.key.place.end..edit.at.end.max(of.key.place.end)];
    inside
        .lines()
        .skip(1)
        .any(|line| line.trim_start().starts_with('#'))
}

/// An entry that has its lines for itself, with what is remarked on the last of them.
fn block_entry(text: &str, entry: &(Key, Node)) -> Option<Edit> {
    lines_of(text, entry.0.place.start, end_of(text, entry))
}

/// An entry between braces: with its lines where it has them to itself, else with one of its commas.
fn flow_entry(text: &str, map: &Node, at: usize, gone: &[usize]) -> Option<Edit> {
    let list = entries(map);
    let (start, end) = (list[at].0.place.start, end_of(text, &list[at]));
    let close = end_of_node(text, map);
    let own_lines = lines_of(text, start, end)
        .filter(|edit| edit.at.start > map.place.start && edit.at.end < close);
    if own_lines.is_some() {
        return own_lines;
    }
    let same_line = |from: usize, to: usize| !text[from..to].contains(['\n', '#']);
    // What goes at the end takes the comma before it, so that none is left behind.
    let at_end = (at..list.len()).all(|n| gone.contains(&n));
    if at_end && at > 0 {
        let from = end_of(text, &list[at - 1]);
        let start = if same_line(from, start) { from } else { start };
        return Some(Edit::gone(start..end));
    }
    let Some((next, _)) = list.get(at + 1) else {
        return Some(Edit::gone(start..end));
    };
    let to = match same_line(end, next.place.start) {
        true => next.place.start,
        false => outside_remarks(&text[..next.place.start], end, ',')? + 1,
    };
    Some(Edit::gone(start..to))
}
