//! JSONL: pieces of lines to blocks.

use std::borrow::Cow;

use bytes::Bytes;
use luoshi_evidence::{JsonShape, Reason, Scanner, Syntax};

use crate::block::{Block, Broken};
use crate::grow::Growing;
use crate::layout::Layout;

/// The signs that part the items of a list, and so cannot stand inside one.
const SEPARATORS: [char; 5] = ['、', ',', '，', ';', '；'];

/// Reads a piece, which holds whole lines. A blank line is passed over, but counts as a row.
pub(crate) fn read(layout: &Layout, bytes: &Bytes, first: bool) -> Block {
    let mut lines = Lines {
        layout,
        columns: layout.columns.iter().map(|_| Growing::default()).collect(),
        rows: 0,
        broken: Vec::new(),
        last: layout.columns.len(),
        after: vec![0; layout.columns.len() + 1],
    };
    let mark = "\u{feff}".as_bytes();
    let bytes = if first {
        bytes.strip_prefix(mark).unwrap_or(bytes)
    } else {
        bytes
    };
    let mut origins = Vec::new();
    let mut blank = false;
    let mut number = 0;
    let mut one = |line: Result<&str, ()>, lines: &mut Lines<'_>| {
        number += 1;
        if line.is_ok_and(|line| line.trim_ascii().is_empty()) {
            blank = true;
            return;
        }
        if std::mem::take(&mut blank) || lines.rows == 0 {
            origins.push((lines.rows, number - 1));
        }
        lines.line(line);
    };
    match std::str::from_utf8(bytes) {
        Ok(text) => text
            .split_terminator('\n')
            .for_each(|line| one(Ok(line), &mut lines)),
        Err(_) => {
            let each = bytes.split(|b| *b == b'\n');
            each.for_each(|line| one(std::str::from_utf8(line).map_err(|_| ()), &mut lines));
        }
    }
    let rows = lines.rows;
    Block {
        rows,
        columns: lines
            .columns
            .into_iter()
            .map(|column| column.finish(rows))
            .collect(),
        broken: lines.broken,
        origins: origins
            .into_iter()
            .map(|(start, row)| crate::block::Origin {
                start,
                file: 0,
                row,
            })
            .collect(),
    }
}

struct Lines<'l> {
    layout: &'l Layout,
    columns: Vec<Growing>,
    rows: usize,
    broken: Vec<(usize, Broken)>,
    /// The column of the last key; one past the last at the start of a line.
    last: usize,
    /// For each column the one whose key came after its own: lines are much alike.
    after: Vec<usize>,
}

impl Lines<'_> {
    fn line(&mut self, line: Result<&str, ()>) {
        let row = self.rows;
        let outcome = match line {
            Ok(line) => self.object(line.strip_suffix('\r').unwrap_or(line)),
            Err(()) => Err((Reason::BadText, String::new())),
        };
        self.rows += 1;
        if let Err((reason, field)) = outcome {
            // What was read of it says nothing.
            for column in self.columns.iter_mut().filter(|c| c.len() > row) {
                column.pop();
            }
            self.broken.push((row, Broken { reason, field }));
        }
    }

    fn object(&mut self, line: &str) -> Result<(), (Reason, String)> {
        let syntax = |Syntax { reason, .. }| (reason, String::new());
        let mut scanner = Scanner::new(line);
        self.last = self.layout.columns.len();
        scanner.expect(b'{', Reason::NotObject).map_err(syntax)?;
        let mut first = true;
        while scanner.more(first, b'}').map_err(syntax)? {
            first = false;
            let key = scanner.string().map_err(syntax)?;
            scanner.expect(b':', Reason::BadSign).map_err(syntax)?;
            match self.column(&key) {
                None if self.layout.own_shape => return Err((Reason::Unknown, key.into_owned())),
                None => scanner.skip().map_err(syntax)?,
                Some(at) => {
                    let cell = cell(line, &mut scanner).map_err(syntax)?;
                    let column = &mut self.columns[at];
                    if column.len() > self.rows {
                        return Err((Reason::Twice, key.into_owned()));
                    }
                    column.pad(self.rows);
                    column.push(&cell);
                }
            }
        }
        scanner.end().map_err(syntax)
    }

    fn column(&mut self, key: &str) -> Option<usize> {
        let names = &self.layout.columns;
        let guess = &mut self.after[self.last];
        if names.get(*guess).is_none_or(|name| name != key) {
            *guess = names.binary_search_by(|name| name.as_str().cmp(key)).ok()?;
        }
        self.last = *guess;
        Some(self.last)
    }
}

/// A value as the text of a cell: lists of texts joined, objects as they stand.
fn cell<'a>(line: &'a str, scanner: &mut Scanner<'a>) -> Result<Cow<'a, str>, Syntax> {
    let shape = scanner.shape()?;
    let start = scanner.pos();
    match shape {
        JsonShape::Text => scanner.string(),
        JsonShape::Number => scanner.number().map(Cow::Borrowed),
        JsonShape::Null => scanner.skip().map(|()| Cow::Borrowed("")),
        JsonShape::Object | JsonShape::Truth => {
            scanner.skip()?;
            Ok(Cow::Borrowed(&line[start..scanner.pos()]))
        }
        JsonShape::List => list(line, start, scanner),
    }
}

fn list<'a>(
    line: &'a str,
    start: usize,
    scanner: &mut Scanner<'a>,
) -> Result<Cow<'a, str>, Syntax> {
    scanner.expect(b'[', Reason::BadSign)?;
    let mut joined = String::new();
    let mut first = true;
    let mut texts = true;
    while scanner.more(first, b']')? {
        if scanner.shape()? == JsonShape::Text {
            let item = scanner.string()?;
            if item.contains(SEPARATORS) {
                return Err(Syntax {
                    at: scanner.pos(),
                    reason: Reason::Separator,
                });
            }
            if !first {
                joined.push('、');
            }
            joined.push_str(&item);
        } else {
            texts = false;
            scanner.skip()?;
        }
        first = false;
    }
    if texts {
        return Ok(Cow::Owned(joined));
    }
    Ok(Cow::Borrowed(&line[start..scanner.pos()]))
}
