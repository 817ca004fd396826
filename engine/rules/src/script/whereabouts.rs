//! Places in scripts, as places in files.

use luoshi_diagnostics::{FileId, Place};
use rhai::Position;

/// Where a script stands: in a file of its own, or in the plan.
pub(super) struct Whereabouts<'a> {
    text: &'a str,
    /// The whole script, or the scalar that holds it.
    whole: Place,
    /// Where its first character stands, if the text stands in the file as it is.
    start: Option<usize>,
}

impl<'a> Whereabouts<'a> {
    pub(super) fn file(text: &'a str, file: FileId) -> Self {
        let whole = Place {
            file,
            start: 0,
            end: text.len(),
        };
        Whereabouts {
            text,
            whole,
            start: Some(0),
        }
    }

    /// A scalar on one line holds its text as it is, or in quotes; one that is folded over several
    /// lines, or has escapes, is pointed at as a whole.
    pub(super) fn inline(text: &'a str, place: &Place) -> Self {
        let start = match (place.end - place.start).checked_sub(text.len()) {
            Some(0) => Some(place.start),
            Some(2) if !text.contains('\n') => Some(place.start + 1),
            _ => None,
        };
        Whereabouts {
            text,
            whole: place.clone(),
            start,
        }
    }

    /// The place of a position in the script.
    pub(super) fn place(&self, position: Position, length: usize) -> Place {
        let Some(offset) = self.start else {
            return self.whole.clone();
        };
        let line = position.line().unwrap_or(1);
        let column = position.position().unwrap_or(1);
        let before: usize = self
            .text
            .split_inclusive('\n')
            .take(line.saturating_sub(1))
            .map(str::len)
            .sum();
        let rest = &self.text[before.min(self.text.len())..];
        let at = rest
            .char_indices()
            .nth(column.saturating_sub(1))
            .map_or(rest.len(), |(at, _)| at);
        // A length in bytes may end within a sign, such as one of Chinese: that sign is marked whole.
        let from = (before + at).min(self.text.len());
        let mut to = (from + length).min(self.text.len());
        while !self.text.is_char_boundary(to) {
            to += 1;
        }
        Place {
            file: self.whole.file,
            start: offset + from,
            end: offset + to,
        }
    }
}
