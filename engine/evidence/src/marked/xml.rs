//! Places in an XML text, so that it can be patched and not written anew.

use std::ops::Range;

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};

use super::MarkedError;

/// A tag of an XML text.
#[derive(Debug, Clone)]
pub(super) struct Tag {
    /// The name without its prefix.
    pub(super) name: String,
    /// The prefix with its colon, or nothing.
    pub(super) prefix: String,
    pub(super) role: Role,
    /// How many elements it stands in.
    pub(super) depth: usize,
    /// Its bytes.
    pub(super) at: Range<usize>,
}

/// Which end of an element a tag is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Start,
    End,
    /// An element without content.
    Empty,
}

/// Shows every tag of a text in turn.
pub(super) fn each_tag(
    text: &str,
    mut see: impl FnMut(&Tag) -> Result<(), MarkedError>,
) -> Result<(), MarkedError> {
    let mut reader = Reader::from_str(text);
    let mut depth = 0_usize;
    loop {
        let start = place(&reader)?;
        let event = reader.read_event().map_err(MarkedError::new)?;
        let at = start..place(&reader)?;
        match event {
            Event::Start(tag) => {
                see(&of(tag.name().as_ref(), Role::Start, depth, at))?;
                depth += 1;
            }
            Event::Empty(tag) => see(&of(tag.name().as_ref(), Role::Empty, depth, at))?,
            Event::End(tag) => {
                depth = depth.saturating_sub(1);
                see(&of(tag.name().as_ref(), Role::End, depth, at))?;
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

fn place(reader: &Reader<&[u8]>) -> Result<usize, MarkedError> {
    usize::try_from(reader.buffer_position()).map_err(MarkedError::new)
}

fn of(name: &str, role: Role, depth: usize, at: Range<usize>) -> Tag {
    let (prefix, name) = match name.split_once(':') {
        Some((prefix, name)) => (format!("{prefix}:"), name),
        None => (String::new(), name),
    };
    Tag {
        name: name.to_owned(),
        prefix,
        role,
        depth,
        at,
    }
}

/// The value of an attribute of the tag in `text`, by its full name.
pub(super) fn attribute(tag: &str, name: &str) -> Option<String> {
    let at = value_at(tag, name)?;
    let value = unescape(&tag[at]).ok()?;
    Some(value.into_owned())
}

/// The tag with an attribute set, added if it is not there.
pub(super) fn with_attribute(tag: &str, name: &str, value: &str) -> String {
    if let Some(at) = value_at(tag, name) {
        return format!("{}{value}{}", &tag[..at.start], &tag[at.end..]);
    }
    let end = tag.trim_end_matches(['>', '/', ' ']).len();
    format!("{} {name}=\"{value}\"{}", &tag[..end], &tag[end..])
}

/// Where the value of an attribute stands in a tag.
fn value_at(tag: &str, name: &str) -> Option<Range<usize>> {
    let inside = tag.strip_prefix('<')?;
    let name_len = inside.find(|c: char| c.is_whitespace() || c == '>' || c == '/')?;
    let content = inside.trim_end_matches('>').trim_end_matches('/');
    let start = BytesStart::from_content(content, name_len);
    let found = start.try_get_attribute(name).ok().flatten()?;
    // The value is found again by its quotes: only ours may follow the name.
    let raw = found.value.as_ref();
    let mut from = 0;
    while let Some(offset) = tag[from..].find(name) {
        let after = from + offset + name.len();
        let before = tag[..from + offset].ends_with(|c: char| c.is_whitespace());
        let rest = tag[after..].trim_start();
        if let Some(value) = rest.strip_prefix('=').filter(|_| before) {
            let value = value.trim_start();
            let begin = tag.len() - value.len() + 1;
            return tag
                .get(begin..begin + raw.len())
                .map(|_| begin..begin + raw.len());
        }
        from = after;
    }
    None
}

/// Texts to be put into another one in the place of some of its bytes.
#[derive(Debug, Default)]
pub(super) struct Edits(Vec<(Range<usize>, String)>);

impl Edits {
    /// Replaces bytes; an empty range inserts. Edits come in the order of their places.
    pub(super) fn put(&mut self, at: Range<usize>, text: String) {
        self.0.push((at, text));
    }

    pub(super) fn apply(self, text: &str) -> Result<String, MarkedError> {
        let mut out = String::with_capacity(text.len() + 1_024);
        let mut done = 0;
        for (at, put) in self.0 {
            let kept = text.get(done..at.start);
            out.push_str(kept.ok_or_else(|| MarkedError::new("edits out of order"))?);
            out.push_str(&put);
            done = at.end;
        }
        out.push_str(text.get(done..).unwrap_or(""));
        Ok(out)
    }
}

/// A text as it stands in XML, without signs that XML does not have.
pub(super) fn escaped(text: &str) -> String {
    let kept = text
        .chars()
        .filter(|c| *c >= ' ' || matches!(c, '\n' | '\t'));
    let kept: String = kept
        .filter(|c| !matches!(c, '\u{fffe}' | '\u{ffff}'))
        .collect();
    quick_xml::escape::escape(kept).into_owned()
}
