//! The form that nearly every plan has, read in one pass: block maps and lists, flow collections, plain scalars, and quoted ones
//! without escapes, each scalar on one line.
//!
//! Whatever else YAML allows is left to the general reader, and so is every mistake: this one notes nothing. What it does
//! read, it reads as the general one does, to the last place.

use std::collections::BTreeSet;

use luoshi_diagnostics::{FileId, Place};

use super::{DEPTH_LIMIT, FEW_KEYS, Key, Node, NodeKind, list, map, null};
use crate::short::Short;

/// The tree of a text in that form; none for any other.
pub(super) fn read(file: FileId, text: &str) -> Option<Node> {
    let mut reader = Reader {
        file,
        text,
        at: 0,
        line: 0,
        depth: 0,
        items: Vec::new(),
        entries: Vec::new(),
    };
    reader.space()?;
    let column = reader.column()?;
    let root = (column == Some(0)).then(|| reader.block_map(0))??;
    reader.rest().is_empty().then_some(root)
}

struct Reader<'t> {
    file: FileId,
    text: &'t str,
    at: usize,
    /// Where the line at hand begins.
    line: usize,
    /// Lists and maps that are open.
    depth: usize,
    /// What the open lists and maps hold so far, the innermost last: only one that is closed takes memory of its own.
    items: Vec<Node>,
    entries: Vec<(Key, Node)>,
}

/// The mark of byte order, of which a text in that form has none.
const MARK: char = '\u{feff}';
const BYTES_OF_MARK: &[u8] = "\u{feff}".as_bytes();

/// The bytes with which no plain scalar begins.
const INDICATORS: [bool; 256] = table(b"-?:,[]{}#&*!|>'\"%@` \n");

/// The bytes in a plain scalar that are more than themselves, and those that are in none.
const MARKS: [bool; 256] = table(b"\n#:-,[]{}\0\t\r\xef");

const fn table(bytes: &[u8]) -> [bool; 256] {
    let mut table = [false; 256];
    let mut at = 0;
    while at < bytes.len() {
        table[bytes[at] as usize] = true;
        at += 1;
    }
    table
}

/// A key in a block longer than this is none.
const LONGEST_KEY: usize = 1000;

impl<'t> Reader<'t> {
    fn rest(&self) -> &'t [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<u8> {
        self.rest().first().copied()
    }

    /// Whether blank, break or end follow the next byte.
    fn stands_alone(&self) -> bool {
        matches!(self.rest().get(1), None | Some(b' ' | b'\n'))
    }

    fn is_dash(&self) -> bool {
        self.peek() == Some(b'-') && self.stands_alone()
    }

    fn blanks(&mut self) {
        while self.peek() == Some(b' ') {
            self.at += 1;
        }
    }

    fn comment(&mut self) -> Option<()> {
        let rest = self.rest();
        let ends = rest.iter().position(|byte| *byte == b'\n');
        let length = ends.unwrap_or(rest.len());
        let strange = rest.get(..length)?.iter().any(|b| matches!(b, 0 | b'\r'));
        self.at += length;
        (!strange && !self.text.get(self.at - length..self.at)?.contains(MARK)).then_some(())
    }

    /// Skips blanks, comments and breaks; a comment that touches what is before it is none.
    fn space(&mut self) -> Option<()> {
        loop {
            let from = self.at;
            self.blanks();
            match self.peek() {
                Some(b'\n') => {
                    self.at += 1;
                    self.line = self.at;
                }
                Some(b'#') if self.at > from || self.at == self.line => self.comment()?,
                Some(b'#') => return None,
                _ => return Some(()),
            }
        }
    }

    /// Goes on to the next line that says something, from the end of what this one says: its column, if there is one.
    fn next_line(&mut self) -> Option<Option<usize>> {
        let line = self.line;
        self.space()?;
        match self.rest() {
            [] => Some(None),
            _ if self.line == line => None,
            _ => self.column(),
        }
    }

    /// The column of what follows, which is the first of its line, if anything does; marks of documents are not for this reader.
    fn column(&self) -> Option<Option<usize>> {
        let rest = self.rest();
        let column = self.at - self.line;
        let marks = rest.starts_with(b"---") || rest.starts_with(b"...") || rest.starts_with(b"%");
        (column > 0 || !marks).then_some((!rest.is_empty()).then_some(column))
    }

    /// The blanks before the end are no part of it.
    fn place(&self, start: usize, end: usize) -> Place {
        let text = self.text.get(start..end).unwrap_or_default();
        // Most end in a letter, a digit or a Chinese character, which costs less to see.
        let whole = match *text.as_bytes() {
            [.., last] if last.is_ascii_graphic() => true,
            [.., first, _, _] => first >= 0xe4,
            _ => false,
        };
        let length = if whole {
            text.len()
        } else {
            text.trim_end().len()
        };
        Place {
            file: self.file,
            start,
            end: start + length,
        }
    }

    fn scalar(&self, start: usize, end: usize) -> Option<Node> {
        let kind = NodeKind::Scalar {
            text: Short::from(self.text.get(start..end)?),
            quoted: false,
        };
        let place = self.place(start, end);
        Some(Node { kind, place })
    }

    /// What is open holds what `read` reads, and is done then.
    fn within(&mut self, read: impl FnOnce(&mut Self) -> Option<Node>) -> Option<Node> {
        self.depth += 1;
        let node = (self.depth <= DEPTH_LIMIT).then(|| read(self))?;
        self.depth -= 1;
        node
    }

    /// A map whose keys stand in this column.
    fn block_map(&mut self, column: usize) -> Option<Node> {
        self.within(|reader| {
            let start = reader.at;
            let first = reader.entries.len();
            loop {
                let key = reader.key(false)?;
                let (value, next) = reader.block_value(column)?;
                reader.entries.push((key, value));
                match next {
                    Some(next) if next == column => {}
                    Some(next) if next > column => return None,
                    _ => break,
                }
            }
            let place = reader.place(start, start);
            reader.map(first, place.clone(), &place)
        })
    }

    /// What stands behind the colon of a key in this column, and the column of the line that follows it.
    fn block_value(&mut self, column: usize) -> Option<(Node, Option<usize>)> {
        let colon = self.at - 1;
        self.blanks();
        if !matches!(self.peek(), None | Some(b'\n' | b'#')) {
            let node = self.node(column, false)?;
            return Some((node, self.next_line()?));
        }
        match self.next_line()? {
            Some(next) if next > column && self.is_dash() => self.block_list(next, true),
            Some(next) if next == column && self.is_dash() => self.block_list(next, false),
            Some(next) if next > column => {
                let map = self.block_map(next)?;
                Some((map, self.column()?))
            }
            next => Some((null(self.place(colon, colon)), next)),
        }
    }

    /// A list whose dashes stand in this column, and the column of the line that follows it. One that is not indented
    /// begins where its first entry does.
    fn block_list(&mut self, column: usize, indented: bool) -> Option<(Node, Option<usize>)> {
        let mut next = None;
        let list = self.within(|reader| {
            let dash = reader.at;
            let mut start = None;
            let first = reader.items.len();
            loop {
                reader.at += 1;
                reader.blanks();
                start = start.or(Some(reader.at));
                let (item, follows) = reader.block_item(column)?;
                reader.items.push(item);
                next = follows;
                match next {
                    Some(next) if next == column && reader.is_dash() => {}
                    Some(next) if next > column || (next == column && indented) => return None,
                    _ => break,
                }
            }
            let start = start.filter(|_| !indented).unwrap_or(dash);
            let place = reader.place(start, start);
            Some(reader.list(first, place.clone(), &place))
        })?;
        Some((list, next))
    }

    fn block_item(&mut self, column: usize) -> Option<(Node, Option<usize>)> {
        let from = self.at;
        if !matches!(self.peek()?, b'"' | b'\'' | b'[' | b'{') && self.key(false).is_some() {
            self.at = from;
            let map = self.block_map(from - self.line)?;
            return Some((map, self.column()?));
        }
        self.at = from;
        let node = self.node(column, false)?;
        Some((node, self.next_line()?))
    }

    /// A plain key and its colon, behind which it stops.
    fn key(&mut self, flow: bool) -> Option<Key> {
        let start = self.at;
        self.plain(flow)?;
        let text = self.text.get(start..self.at)?;
        let ends = self.peek() == Some(b':') && !text.ends_with(' ');
        (ends && self.stands_alone() && text.len() < LONGEST_KEY).then(|| self.at += 1)?;
        let place = self.place(start, start + text.len());
        let text = Short::from(text);
        Some(Key { text, place })
    }

    /// A node that begins on this line, in a block of this column.
    fn node(&mut self, column: usize, flow: bool) -> Option<Node> {
        match self.peek()? {
            b'"' | b'\'' => self.quoted(),
            b'[' | b'{' => self.flow(column),
            _ => {
                let start = self.at;
                self.plain(flow)?;
                if self.peek() == Some(b':') {
                    return None;
                }
                while self.at > start && self.text.as_bytes().get(self.at - 1) == Some(&b' ') {
                    self.at -= 1;
                }
                self.scalar(start, self.at)
            }
        }
    }

    /// Goes on to where a plain scalar ends: its line, a comment, a colon that makes it a key, or what ends it in a flow collection.
    fn plain(&mut self, flow: bool) -> Option<()> {
        let rest = self.rest();
        let first = *rest.first()?;
        let negative = first == b'-' && !self.stands_alone();
        if INDICATORS[usize::from(first)] && !negative {
            return None;
        }
        let mut at = 0;
        while let Some(next) = rest.get(at..)?.iter().position(|b| MARKS[usize::from(*b)]) {
            at += next;
            if Self::ends(rest, at, flow)? {
                self.at += at;
                return Some(());
            }
            at += 1;
        }
        self.at += rest.len();
        Some(())
    }

    /// Whether a plain scalar ends at one of the marks; none where it has no place in one.
    fn ends(rest: &[u8], at: usize, flow: bool) -> Option<bool> {
        let next = rest.get(at + 1);
        let before_flow = flow && matches!(next, Some(b',' | b'[' | b']' | b'{' | b'}'));
        match rest.get(at)? {
            b'\n' => Some(true),
            b'#' => Some(at > 0 && rest.get(at - 1) == Some(&b' ')),
            b':' | b'-' if before_flow => None,
            b':' => Some(matches!(next, None | Some(b' ' | b'\n'))),
            b',' | b'[' | b']' | b'{' | b'}' => Some(flow),
            b'-' => Some(false),
            0xef => (!rest.get(at..)?.starts_with(BYTES_OF_MARK)).then_some(false),
            _ => None,
        }
    }

    /// The general reader counts a comment behind a quote or a bracket as part of it.
    fn closed(&mut self, start: usize) -> Option<Place> {
        let end = self.at;
        self.blanks();
        if self.peek() == Some(b'#') {
            (self.at > end).then(|| self.comment())??;
        }
        Some(self.place(start, self.at))
    }

    fn quoted(&mut self) -> Option<Node> {
        let start = self.at;
        let quote = self.peek()?;
        let inside = self.rest().get(1..)?;
        let strange =
            |byte: &u8| *byte == quote || matches!(byte, b'\\' | b'\n' | b'\r' | b'\t' | 0);
        let length = inside.iter().position(strange)?;
        let after = inside.get(length..)?;
        // Two single quotes stand for one.
        if after.first() != Some(&quote) || (quote == b'\'' && after.get(1) == Some(&quote)) {
            return None;
        }
        let text = self.text.get(start + 1..start + 1 + length)?;
        if text.contains(MARK) {
            return None;
        }
        let text = Short::from(text);
        self.at = start + length + 2;
        let place = self.closed(start)?;
        let kind = NodeKind::Scalar { text, quoted: true };
        Some(Node { kind, place })
    }

    /// A flow collection in a block of this column, behind which its lines must stand.
    fn flow(&mut self, column: usize) -> Option<Node> {
        self.within(|reader| {
            let start = reader.at;
            let is_map = reader.peek() == Some(b'{');
            let end = if is_map { b'}' } else { b']' };
            let first = (reader.items.len(), reader.entries.len());
            reader.at += 1;
            loop {
                reader.flow_space(column)?;
                if reader.peek() == Some(end) {
                    // The general reader ends a map at such a comma.
                    (!is_map || reader.entries.len() == first.1).then_some(())?;
                    break;
                }
                if is_map {
                    let key = reader.key(true)?;
                    let value = reader.flow_value(column)?;
                    reader.entries.push((key, value));
                } else {
                    let item = reader.node(column, true)?;
                    reader.items.push(item);
                }
                reader.flow_space(column)?;
                match reader.peek()? {
                    b',' => reader.at += 1,
                    byte if byte == end => break,
                    _ => return None,
                }
            }
            let bracket = reader.at;
            reader.at += 1;
            let end = reader.closed(bracket)?;
            let place = reader.place(start, start);
            match is_map {
                true => reader.map(first.1, place, &end),
                false => Some(reader.list(first.0, place, &end)),
            }
        })
    }

    fn flow_value(&mut self, column: usize) -> Option<Node> {
        let colon = self.at - 1;
        self.flow_space(column)?;
        match self.peek()? {
            b',' | b'}' => Some(null(self.place(colon, colon))),
            _ => self.node(column, true),
        }
    }

    fn flow_space(&mut self, column: usize) -> Option<()> {
        let (from, line) = (self.at, self.line);
        self.blanks();
        if !matches!(self.peek(), Some(b'\n' | b'#')) {
            return Some(());
        }
        self.at = from;
        self.space()?;
        (self.line == line || self.at - self.line > column).then_some(())
    }

    /// The list of all items from this one on.
    fn list(&mut self, first: usize, place: Place, end: &Place) -> Node {
        list(self.items.split_off(first), place, end)
    }

    /// The map of all entries from this one on.
    fn map(&mut self, first: usize, place: Place, end: &Place) -> Option<Node> {
        let entries = self.entries.split_off(first);
        each_once(&entries).then(|| map(entries, place, end))
    }
}

/// Whether no key is written twice, which is a mistake.
fn each_once(entries: &[(Key, Node)]) -> bool {
    if entries.len() > FEW_KEYS {
        let keys = entries.iter().map(|(key, _)| key.text.as_str());
        return keys.collect::<BTreeSet<_>>().len() == entries.len();
    }
    let mut behind = entries.iter();
    while let Some((key, _)) = behind.next() {
        if behind.clone().any(|(other, _)| other.text == key.text) {
            return false;
        }
    }
    true
}
