//! JSONL: pieces of lines to blocks.

use std::borrow::Cow;

use bytes::Bytes;
use luoshi_evidence::{JsonKey as Key, JsonShape, Reason, Scanner, Syntax};

use crate::block::{Block, Broken, Origin};
use crate::grow::Growing;
use crate::layout::Layout;

/// The signs that part the items of a list, and so cannot stand inside one.
const SEPARATORS: [char; 5] = ['、', ',', '，', ';', '；'];

/// Reads a piece, which holds whole lines. A blank line is passed over, but counts as a row.
pub(crate) fn read(layout: &Layout, bytes: &Bytes, first: bool, into: &mut Block) {
    into.clear(layout.columns.len());
    let mut lines = Lines {
        layout,
        columns: into.columns.drain(..).map(Growing::over).collect(),
        rows: 0,
        broken: Vec::new(),
        keys: layout.columns.iter().map(|name| Key::new(name)).collect(),
        order: Vec::new(),
    };
    let mark = "\u{feff}".as_bytes();
    let bytes = if first {
        bytes.strip_prefix(mark).unwrap_or(bytes)
    } else {
        bytes
    };
    let mut blank = false;
    let mut number = 0;
    let mut one = |line: Result<&str, ()>, lines: &mut Lines<'_>| {
        number += 1;
        if line.is_ok_and(|line| line.trim_ascii().is_empty()) {
            blank = true;
            return;
        }
        if std::mem::take(&mut blank) || lines.rows == 0 {
            into.origins.push(Origin {
                start: lines.rows,
                file: 0,
                row: number - 1,
            });
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
    into.rows = rows;
    into.broken = lines.broken;
    let columns = lines.columns.into_iter();
    into.columns
        .extend(columns.map(|column| column.finish(rows)));
}

struct Lines<'l> {
    layout: &'l Layout,
    columns: Vec<Growing>,
    rows: usize,
    broken: Vec<(usize, Broken)>,
    /// By the number of the column.
    keys: Vec<Key>,
    /// Columns in the order in which their keys come: lines are much alike, but for what they leave out.
    order: Vec<usize>,
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
        scanner.expect(b'{', Reason::NotObject).map_err(syntax)?;
        let mut first = true;
        // The place in the order after the last key.
        let mut next = 0;
        loop {
            let expected = self.order[next..].iter().map(|at| &self.keys[*at]);
            let at = match scanner.key(first, expected) {
                Some(after) => {
                    next += after + 1;
                    self.order[next - 1]
                }
                None => {
                    if !scanner.more(first, b'}').map_err(syntax)? {
                        return scanner.end().map_err(syntax);
                    }
                    let key = scanner.string().map_err(syntax)?;
                    scanner.expect(b':', Reason::BadSign).map_err(syntax)?;
                    match self.column(&key, &mut next) {
                        Some(at) => at,
                        None if self.layout.own_shape => {
                            return Err((Reason::Unknown, key.into_owned()));
                        }
                        None => {
                            scanner.skip().map_err(syntax)?;
                            first = false;
                            continue;
                        }
                    }
                }
            };
            first = false;
            self.put(at, line, &mut scanner)?;
        }
    }

    /// Takes the value of a column.
    #[inline]
    fn put<'t>(
        &mut self,
        at: usize,
        line: &'t str,
        scanner: &mut Scanner<'t>,
    ) -> Result<(), (Reason, String)> {
        scanner.blanks();
        let start = scanner.pos();
        let whole = scanner.whole();
        let column = &mut self.columns[at];
        let known = column.len() > self.rows;
        match whole {
            Some(number) if !known => {
                column.put_whole(self.rows, number, &line[start..scanner.pos()]);
            }
            Some(_) => {}
            None => {
                let cell = cell(line, scanner);
                let cell = cell.map_err(|syntax| (syntax.reason, String::new()))?;
                if !known {
                    column.put(self.rows, &cell);
                }
            }
        }
        if known {
            return Err((Reason::Twice, self.layout.columns[at].clone()));
        }
        Ok(())
    }

    /// The column of a key that was not expected; from now on it is.
    fn column(&mut self, key: &str, next: &mut usize) -> Option<usize> {
        let names = &self.layout.columns;
        let at = names.binary_search_by(|name| name.as_str().cmp(key)).ok()?;
        match self.order.iter().position(|other| *other == at) {
            Some(place) => *next = place + 1,
            None => {
                self.order.insert(*next, at);
                *next += 1;
            }
        }
        Some(at)
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
