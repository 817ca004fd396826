//! Edits of a YAML text by bytes: what is not edited stays as it is, to the letter.

mod extent;
mod remove;
#[cfg(test)]
mod tests;

use std::ops::Range;

use luoshi_plan::Node;

pub(crate) use remove::remove_entries;

/// Bytes of a text, and what is to stand there instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Edit {
    pub(crate) at: Range<usize>,
    pub(crate) text: String,
}

impl Edit {
    /// Nothing instead of these bytes.
    fn gone(at: Range<usize>) -> Edit {
        Edit {
            at,
            text: String::new(),
        }
    }
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
    let quote = text[at.clone()]
        .chars()
        .next()
        .filter(|c| ['"', '\''].contains(c));
    let quote = quote.map(String::from).unwrap_or_default();
    Edit {
        at,
        text: format!("{quote}{with}{quote}"),
    }
}
