//! A CSV text as rows of cells, each with its place. RFC 4180, and what people make of it:
//! any line end, text after a closing quote, rows of different lengths.
//!
//! The `csv` crate reads as well but says of a cell only in which record it is, and a clerk
//! needs the cell.

use std::borrow::Cow;

use crate::fault::Reason;

/// One cell of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cell<'a> {
    pub(super) text: Cow<'a, str>,
    /// Bytes of the file, quotes included; of a sheet, columns.
    pub(super) start: usize,
    pub(super) end: usize,
    /// What is wrong with it already.
    pub(super) fault: Option<Reason>,
}

/// One row that holds something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cells<'a> {
    /// The line of the file in which it begins, from 1.
    pub(super) line: usize,
    pub(super) cells: Vec<Cell<'a>>,
    /// A quote was opened and never closed.
    pub(super) unfinished: bool,
}

/// The sign that parts the cells: the most frequent outside of quotes in the first lines.
pub(super) fn delimiter(text: &str) -> u8 {
    let mut counts = [(b',', 0_usize), (b'\t', 0), (b';', 0)];
    let (mut quoted, mut lines) = (false, 0);
    for byte in text.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => lines += 1,
            _ if quoted => {}
            _ => {
                for (sign, count) in &mut counts {
                    *count += usize::from(*sign == byte);
                }
            }
        }
        if lines == 10 {
            break;
        }
    }
    // The first of equals, so a comma unless another is more frequent.
    let most = counts.iter().map(|(_, count)| *count).max();
    counts
        .iter()
        .find(|(_, count)| Some(*count) == most)
        .map_or(b',', |(sign, _)| *sign)
}

/// Every row with a cell that is not blank.
pub(super) fn rows(text: &str, delimiter: u8) -> Vec<Cells<'_>> {
    let mut reader = Reader {
        text,
        delimiter,
        pos: 0,
        line: 1,
    };
    let mut rows = Vec::new();
    while reader.pos < text.len() {
        let row = reader.row();
        if row.unfinished || row.cells.iter().any(|c| !c.text.trim().is_empty()) {
            rows.push(row);
        }
    }
    rows
}

struct Reader<'a> {
    text: &'a str,
    delimiter: u8,
    pos: usize,
    line: usize,
}

impl<'a> Reader<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.pos).copied()
    }

    fn row(&mut self) -> Cells<'a> {
        let line = self.line;
        let mut cells = Vec::new();
        let mut unfinished = false;
        loop {
            let start = self.pos;
            let text = match self.peek() {
                Some(b'"') => self.quoted(&mut unfinished),
                _ => Cow::Borrowed(self.plain()),
            };
            cells.push(Cell {
                text,
                start,
                end: self.pos,
                fault: None,
            });
            if self.peek() != Some(self.delimiter) {
                break;
            }
            self.pos += 1;
        }
        self.line_end();
        Cells {
            line,
            cells,
            unfinished,
        }
    }

    fn plain(&mut self) -> &'a str {
        let start = self.pos;
        let rest = &self.text.as_bytes()[start..];
        let ends = |b: &u8| *b == self.delimiter || matches!(*b, b'\n' | b'\r');
        self.pos += rest.iter().position(ends).unwrap_or(rest.len());
        &self.text[start..self.pos]
    }

    fn quoted(&mut self, unfinished: &mut bool) -> Cow<'a, str> {
        let mut out = Cow::Borrowed("");
        loop {
            self.pos += 1;
            let start = self.pos;
            let Some(length) = self.text[start..].find('"') else {
                *unfinished = true;
                // The rest of the line is blamed; the lines after it are read as rows.
                out += self.plain();
                return out;
            };
            self.pos += length;
            let part = &self.text[start..self.pos];
            self.line += part.matches('\n').count();
            out += part;
            self.pos += 1;
            if self.peek() != Some(b'"') {
                break;
            }
            out += "\"";
        }
        out += self.plain();
        out
    }

    fn line_end(&mut self) {
        match self.peek() {
            Some(b'\r') if self.text.as_bytes().get(self.pos + 1) == Some(&b'\n') => self.pos += 2,
            Some(_) => self.pos += 1,
            None => {}
        }
        self.line += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::{delimiter, rows};

    #[track_caller]
    fn check(text: &str, expected: &[&[&str]]) {
        let rows = rows(text, delimiter(text));
        let found: Vec<Vec<&str>> = rows
            .iter()
            .map(|row| row.cells.iter().map(|cell| cell.text.as_ref()).collect())
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn tables_of_all_sorts_are_read() {
        check("a,b\nc,d", &[&["a", "b"], &["c", "d"]]);
        check(
            "a;b;c\r\nd;1,5;\r\n\r\n",
            &[&["a", "b", "c"], &["d", "1,5", ""]],
        );
        check("a\tb\rc\td\r", &[&["a", "b"], &["c", "d"]]);
        check("\"a\"\"b\",\"c\nd\"\n", &[&["a\"b", "c\nd"]]);
        check("\"a\"x,b", &[&["ax", "b"]]);
        check("\"a,b\nc,d", &[&["a", "b"], &["c", "d"]]);
        check(",,\n , \nx", &[&["x"]]);
        check("", &[]);
    }

    #[test]
    fn rows_know_their_lines_and_cells_their_places() {
        let text = "a,\"x\ny\"\n\nb,村\n";
        let rows = rows(text, b',');
        assert_eq!((rows[0].line, rows[1].line), (1, 4));
        let cell = &rows[1].cells[1];
        assert_eq!(&text[cell.start..cell.end], "村");
        assert_eq!(
            &text[rows[0].cells[1].start..rows[0].cells[1].end],
            "\"x\ny\""
        );
    }
}
