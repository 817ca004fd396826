//! Where in a plan a position is, told from indentation and brackets alone.
//!
//! A text that is being typed is seldom whole: the parser of the plan cannot read it, and completion
//! is wanted right there. This reads the part of YAML that plans are written in, refuses nothing and
//! always comes to an end.

use std::ops::Range;

mod block;
mod flow;

/// One step from the root of a file towards a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Step {
    /// Into the value of a key.
    Key(String),
    /// Into an item of a list.
    Item,
}

/// What is written at a position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// A key of a map.
    Key,
    /// A value; at the start of a block it may become the first key of a map.
    Value,
}

/// A position in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Spot {
    pub(crate) role: Role,
    /// From the root to the map that the key belongs to, or to the value.
    pub(crate) path: Vec<Step>,
    /// The bytes of the key or value, without quotes; empty where nothing is written yet.
    pub(crate) token: Range<usize>,
    /// Whether it stands in quotes.
    pub(crate) quoted: bool,
    /// Whether it stands in `{…}` or `[…]`.
    pub(crate) flow: bool,
    /// Whether a value could be the first key of a map in a block.
    pub(crate) opens: bool,
    /// Whether an item of a list begins here without its dash.
    pub(crate) dash: bool,
    /// Whether the key has its colon.
    pub(crate) colon: bool,
    /// The other keys of the same map.
    pub(crate) siblings: Vec<String>,
    /// Every key of the file.
    pub(crate) keys: Vec<String>,
}

/// Stands for what is not typed yet; of the private characters, which no plan has a use for.
const CARET: char = '\u{e000}';

/// The key or value at an offset; none in a comment.
pub(crate) fn spot(text: &str, offset: usize) -> Option<Spot> {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    let marked = format!("{}{CARET}{}", &text[..offset], &text[offset..]);
    let mut scanner = Scanner {
        text: &marked,
        caret: offset,
        frames: Vec::new(),
        keys: Vec::new(),
        maps: 0,
        found: None,
    };
    scanner.file();
    let (mut spot, map) = scanner.found?;
    spot.token.end -= CARET.len_utf8();
    let here = |(id, at, _): &&(usize, usize, String)| Some(*id) == map && *at != spot.token.start;
    let siblings = scanner.keys.iter().filter(here);
    spot.siblings = siblings.map(|(_, _, key)| key.clone()).collect();
    spot.keys = scanner.keys.into_iter().map(|(_, _, key)| key).collect();
    Some(spot)
}

struct Scanner<'t> {
    text: &'t str,
    caret: usize,
    frames: Vec<Frame>,
    /// Every key: the map that it belongs to, where it stands, its text.
    keys: Vec<(usize, usize, String)>,
    /// How many maps there were so far.
    maps: usize,
    /// The spot, and the map that it belongs to or opens.
    found: Option<(Spot, Option<usize>)>,
}

/// A list or map that is open.
#[derive(Debug)]
enum Frame {
    Map {
        indent: usize,
        id: usize,
        key: Option<String>,
    },
    List {
        indent: usize,
    },
    FlowMap {
        id: usize,
        key: Option<String>,
    },
    FlowList,
}

/// A key or a scalar.
#[derive(Debug, Clone)]
struct Token {
    range: Range<usize>,
    quoted: bool,
}

impl Scanner<'_> {
    fn path(&self) -> Vec<Step> {
        let step = |frame: &Frame| match frame {
            Frame::Map { key, .. } | Frame::FlowMap { key, .. } => key.clone().map(Step::Key),
            Frame::List { .. } | Frame::FlowList => Some(Step::Item),
        };
        self.frames.iter().filter_map(step).collect()
    }

    fn new_map(&mut self) -> usize {
        self.maps += 1;
        self.maps
    }

    fn has_caret(&self, range: &Range<usize>) -> bool {
        range.contains(&self.caret)
    }

    /// The text of a token, without the mark.
    fn word(&self, token: &Token) -> String {
        self.text[token.range.clone()].replace(CARET, "")
    }

    /// A key of the innermost map, whose last key it becomes if it has its colon.
    fn key(&mut self, token: &Token, colon: bool) {
        let word = self.word(token);
        let flow = matches!(self.frames.last(), Some(Frame::FlowMap { .. }));
        let Some(Frame::Map { id, key, .. } | Frame::FlowMap { id, key }) = self.frames.last_mut()
        else {
            return;
        };
        let id = *id;
        *key = None;
        if colon {
            self.keys.push((id, token.range.start, word.clone()));
        }
        if self.has_caret(&token.range) {
            let spot = self.spot(Role::Key, token, flow);
            self.found = Some((Spot { colon, ..spot }, Some(id)));
        }
        if colon
            && let Some(Frame::Map { key, .. } | Frame::FlowMap { key, .. }) =
                self.frames.last_mut()
        {
            *key = Some(word);
        }
    }

    /// A value at the end of the path.
    fn value(&mut self, token: &Token, flow: bool) {
        if self.has_caret(&token.range) {
            self.found = Some((self.spot(Role::Value, token, flow), None));
        }
    }

    fn spot(&self, role: Role, token: &Token, flow: bool) -> Spot {
        Spot {
            role,
            path: self.path(),
            token: token.range.clone(),
            quoted: token.quoted,
            flow,
            opens: false,
            dash: false,
            colon: false,
            siblings: Vec::new(),
            keys: Vec::new(),
        }
    }

    /// The end of the line that holds an offset, without its line break.
    fn line_end(&self, at: usize) -> usize {
        let end = self.text[at..]
            .find('\n')
            .map_or(self.text.len(), |n| at + n);
        at + self.text[at..end].trim_end_matches('\r').len()
    }

    /// The start of the next line.
    fn next_line(&self, at: usize) -> usize {
        self.text[at..]
            .find('\n')
            .map_or(self.text.len(), |n| at + n + 1)
    }

    /// How far the line that starts here is indented; none if there is nothing on it.
    fn indent(&self, start: usize) -> Option<usize> {
        let line = &self.text[start..self.line_end(start)];
        let content = line.trim_start();
        let nothing = content.is_empty() || content.starts_with('#');
        (!nothing).then(|| line.len() - content.len())
    }

    /// Whether a block at `indent` is over at the line that starts here.
    fn leaves(&self, start: usize, indent: Option<usize>) -> bool {
        let (Some(outer), Some(indent)) = (indent, self.indent(start)) else {
            return false;
        };
        let closes = self.text[start..].trim_start().starts_with(['}', ']']);
        indent <= outer && !closes
    }

    /// A scalar in quotes that starts at `at`, and where reading goes on.
    fn quoted(&self, at: usize, outer: Option<usize>) -> (Token, usize) {
        let quote = if self.text[at..].starts_with('"') {
            '"'
        } else {
            '\''
        };
        let token = |end| Token {
            range: at + 1..end,
            quoted: true,
        };
        let mut escaped = false;
        for (n, c) in self.text[at + 1..].char_indices() {
            let here = at + 1 + n;
            match c {
                '\n' if self.leaves(here + 1, outer) => return (token(here), here),
                _ if escaped => escaped = false,
                '\\' if quote == '"' => escaped = true,
                c if c == quote => return (token(here), here + 1),
                _ => {}
            }
        }
        (token(self.text.len()), self.text.len())
    }
}

#[cfg(test)]
mod tests;
