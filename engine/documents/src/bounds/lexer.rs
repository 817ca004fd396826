//! Where the tags of a template begin and end, and the words in them, as Tera sees them.

use std::ops::Range;

use super::{Refused, Why};

/// A tag: what stands between `{{` and `}}` or between `{%` and `%}`.
pub(crate) struct Tag<'s> {
    pub(super) kind: TagKind,
    /// With its brackets.
    pub(super) at: Range<usize>,
    pub(crate) tokens: Vec<Token<'s>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum TagKind {
    Shown,
    Statement,
}

#[derive(Clone)]
pub(crate) struct Token<'s> {
    pub(super) kind: TokenKind,
    pub(crate) text: &'s str,
    pub(crate) at: Range<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum TokenKind {
    Name,
    Quoted,
    Number,
    Sign,
}

impl Tag<'_> {
    /// Whether it does something, and shows nothing.
    pub(crate) fn is_statement(&self) -> bool {
        self.kind == TagKind::Statement
    }
}

impl<'s> Token<'s> {
    pub(crate) fn is_quoted(&self) -> bool {
        self.kind == TokenKind::Quoted
    }

    /// What stands between the quotation marks.
    pub(crate) fn inside(&self) -> &'s str {
        let inside = 1..self.text.len().saturating_sub(1);
        self.text.get(inside).unwrap_or_default()
    }

    pub(crate) fn is_name(&self) -> bool {
        self.kind == TokenKind::Name
    }

    pub(crate) fn is_sign(&self, sign: &str) -> bool {
        self.kind == TokenKind::Sign && self.text == sign
    }

    pub(crate) fn is_word(&self, word: &str) -> bool {
        self.kind == TokenKind::Name && self.text == word
    }
}

/// All tags of a template. Comments and the text between tags are left out.
pub(crate) fn tags(source: &str) -> Result<Vec<Tag<'_>>, Refused> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some((start, sign)) = next_opening(source, at) {
        no_brace(source, at..start)?;
        let inside = start + 2 + usize::from(source.as_bytes().get(start + 2) == Some(&b'-'));
        at = match sign {
            b'#' => end_of_comment(source, start, inside)?,
            sign => {
                let tag = tag(source, start, inside, sign)?;
                let end = tag.at.end;
                found.push(tag);
                end
            }
        };
    }
    no_brace(source, at..source.len())?;
    Ok(found)
}

/// A single brace, or a wide one, is a tag that was mistyped: it would be printed as it stands.
fn no_brace(source: &str, within: Range<usize>) -> Result<(), Refused> {
    let text = source.get(within.clone()).unwrap_or_default();
    let brace = |c: char| matches!(c, '{' | '}' | '｛' | '｝');
    match text.char_indices().find(|(_, c)| brace(*c)) {
        None => Ok(()),
        Some((at, sign)) => {
            let start = within.start + at;
            let at = start..start + sign.len_utf8();
            let why = Why::Brace;
            Err(Refused { at, why })
        }
    }
}

fn next_opening(source: &str, from: usize) -> Option<(usize, u8)> {
    let bytes = source.as_bytes().get(from..)?;
    let found = bytes
        .windows(2)
        .position(|pair| pair[0] == b'{' && matches!(pair[1], b'{' | b'%' | b'#'))?;
    Some((from + found, bytes[found + 1]))
}

fn end_of_comment(source: &str, start: usize, inside: usize) -> Result<usize, Refused> {
    match source[inside..].find("#}") {
        Some(length) => Ok(inside + length + 2),
        None => Err(unclosed(start..inside)),
    }
}

fn unclosed(at: Range<usize>) -> Refused {
    Refused {
        at,
        why: Why::Unclosed,
    }
}

fn tag(source: &str, start: usize, inside: usize, sign: u8) -> Result<Tag<'_>, Refused> {
    let (kind, close) = match sign {
        b'{' => (TagKind::Shown, "}}"),
        _ => (TagKind::Statement, "%}"),
    };
    let mut tokens = Vec::new();
    let mut at = inside;
    loop {
        let rest = &source[at..];
        at += rest.len()
            - rest
                .trim_start_matches(|c: char| c.is_ascii_whitespace())
                .len();
        let rest = &source[at..];
        if rest.is_empty() {
            return Err(unclosed(start..inside));
        }
        // The end is looked for before anything else, as Tera does: `}}}` ends after two.
        let dash = usize::from(rest.starts_with('-'));
        if rest[dash..].starts_with(close) {
            let at = start..at + dash + close.len();
            return Ok(Tag { kind, at, tokens });
        }
        let token = token(source, at)?;
        at = token.at.end;
        tokens.push(token);
    }
}

fn token(source: &str, start: usize) -> Result<Token<'_>, Refused> {
    let rest = &source[start..];
    let first = rest.chars().next().unwrap_or(' ');
    let (kind, length) = match first {
        '"' | '\'' | '`' => (TokenKind::Quoted, quoted(rest, start)?),
        '0'..='9' => (TokenKind::Number, number(rest)),
        '_' | 'a'..='z' | 'A'..='Z' => (TokenKind::Name, name(rest)),
        other => (TokenKind::Sign, sign(rest, other)),
    };
    Ok(Token {
        kind,
        text: &rest[..length],
        at: start..start + length,
    })
}

fn quoted(rest: &str, start: usize) -> Result<usize, Refused> {
    let bytes = rest.as_bytes();
    let mut at = 1;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 2,
            byte if *byte == bytes[0] => return Ok(at + 1),
            _ => at += 1,
        }
    }
    Err(unclosed(start..start + 1))
}

fn number(rest: &str) -> usize {
    let mut point = false;
    rest.bytes()
        .take_while(|byte| {
            let first_point = *byte == b'.' && !point;
            point |= first_point;
            first_point || byte.is_ascii_digit()
        })
        .count()
}

fn name(rest: &str) -> usize {
    rest.bytes()
        .take_while(|byte| *byte == b'_' || byte.is_ascii_alphanumeric())
        .count()
}

fn sign(rest: &str, first: char) -> usize {
    const LONG: [&str; 10] = ["...", "//", "**", "==", "!=", ">=", "<=", "</", "?.", "?["];
    let long = LONG.iter().find(|sign| rest.starts_with(**sign));
    long.map_or(first.len_utf8(), |sign| sign.len())
}
