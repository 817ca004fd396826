//! Bytes of a text to lines and UTF-16 columns, as editors count, and back.

use lsp_types::{Position, Range};
use luoshi_diagnostics::Place;

/// A text with the start of each of its lines.
pub(crate) struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> Lines<'t> {
    /// A line ends at `\n`, at `\r\n` and at `\r` alone: the protocol says so.
    pub(crate) fn of(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for (at, byte) in bytes.iter().enumerate() {
            let ends = match byte {
                b'\n' => true,
                b'\r' => bytes.get(at + 1) != Some(&b'\n'),
                _ => false,
            };
            if ends {
                starts.push(at + 1);
            }
        }
        Lines { text, starts }
    }

    /// The byte at a position. Past the end of a line is its end, past the last line the end of the
    /// text, and half of a surrogate pair the character that it is half of.
    pub(crate) fn offset(&self, position: Position) -> usize {
        let line = position.line as usize;
        let Some(&start) = self.starts.get(line) else {
            return self.text.len();
        };
        let end = self.starts.get(line + 1).copied();
        let line = &self.text[start..end.unwrap_or(self.text.len())];
        let line = line.trim_end_matches(['\n', '\r']);
        let mut left = position.character as usize;
        for (at, c) in line.char_indices() {
            if left < c.len_utf16() {
                return start + at;
            }
            left -= c.len_utf16();
        }
        start + line.len()
    }

    /// The position of a byte; inside a character, that of the character.
    pub(crate) fn position(&self, offset: usize) -> Position {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let line = self.starts.partition_point(|start| *start <= offset) - 1;
        let before = &self.text[self.starts[line]..offset];
        let column: usize = before.chars().map(char::len_utf16).sum();
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Position::new(count(line), count(column))
    }

    /// The range of bytes.
    pub(crate) fn range(&self, bytes: std::ops::Range<usize>) -> Range {
        let end = bytes.end.max(bytes.start);
        Range::new(self.position(bytes.start), self.position(end))
    }

    /// The range of a place in this text.
    pub(crate) fn place(&self, place: &Place) -> Range {
        self.range(place.start..place.end)
    }

    /// The range of the whole text.
    pub(crate) fn whole(&self) -> Range {
        self.range(0..self.text.len())
    }
}

#[cfg(test)]
mod tests {
    use super::Lines;
    use lsp_types::Position;

    #[track_caller]
    fn there_and_back(text: &str, offset: usize, line: u32, character: u32) {
        let lines = Lines::of(text);
        let position = Position::new(line, character);
        assert_eq!(lines.position(offset), position, "{text:?} at {offset}");
        assert_eq!(lines.offset(position), offset, "{text:?} at {position:?}");
    }

    #[test]
    fn columns_are_utf_16() {
        there_and_back("村: 1\n", 3, 0, 1);
        there_and_back("a𠮷b", 5, 0, 3);
        there_and_back("一\n二三\n", 7, 1, 1);
        there_and_back("", 0, 0, 0);
        there_and_back("a\n", 2, 1, 0);
    }

    #[test]
    fn all_line_ends_count() {
        there_and_back("a\r\nb", 3, 1, 0);
        there_and_back("a\rb", 2, 1, 0);
        there_and_back("a\r\n\r\nb", 5, 2, 0);
    }

    #[test]
    fn what_is_out_of_range_is_the_nearest_that_is_in() {
        let lines = Lines::of("ab\r\ncd");
        assert_eq!(lines.offset(Position::new(0, 99)), 2);
        assert_eq!(lines.offset(Position::new(99, 0)), 6);
        assert_eq!(lines.offset(Position::new(u32::MAX, u32::MAX)), 6);
        assert_eq!(lines.position(999), Position::new(1, 2));
        // Half of a surrogate pair, and a byte inside a character.
        let lines = Lines::of("𠮷");
        assert_eq!(lines.offset(Position::new(0, 1)), 0);
        assert_eq!(lines.position(2), Position::new(0, 0));
    }
}
