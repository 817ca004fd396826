//! A value, and the key before it.

use saphyr_parser::{Event, ScalarStyle};

use super::Reader;
use crate::scalar::{block_scalar, flow_scalar, key, quoted_end};
use crate::tree::{Item, Scalar, Shape};

impl<'t> Reader<'t> {
    /// Reads a value. `column` is where its entry starts; the root has no entry.
    pub(super) fn item(&mut self, key: Option<String>, column: Option<usize>) -> Option<Item> {
        let mut item = Item {
            before: Vec::new(),
            opens_line: false,
            key,
            lead: Vec::new(),
            value: Shape::Scalar(nothing()),
            after: None,
        };
        match self.peek() {
            // Nothing is written, so no comment stands before it.
            Event::Scalar(text, ScalarStyle::Plain, ..) if text.is_empty() => self.next += 1,
            Event::Scalar(_, ScalarStyle::Literal | ScalarStyle::Folded, ..) => {
                self.trivia();
                item.lead = std::mem::take(&mut self.pending);
                let block = block_scalar(self.text, self.at, column?);
                self.at = block.end;
                self.next += 1;
                item.after = block.comment;
                item.value = Shape::Scalar(block.scalar);
                self.line_break_read();
                return Some(item);
            }
            Event::Scalar(..) => {
                self.trivia();
                item.lead = std::mem::take(&mut self.pending);
                let (raw, text, style) = self.scalar()?;
                item.value = Shape::Scalar(flow_scalar(raw, &text, style));
            }
            Event::SequenceStart(..) => {
                item.value = self.collection(&mut item.lead, column, false)?
            }
            Event::MappingStart(..) => {
                item.value = self.collection(&mut item.lead, column, true)?
            }
            _ => return None,
        }
        self.trivia();
        item.after = self.trailing();
        Some(item)
    }

    /// The scalar that comes next, as written and as meant.
    pub(super) fn scalar(&mut self) -> Option<(&'t str, String, ScalarStyle)> {
        let said = self.events.get(self.next)?;
        let Event::Scalar(text, style, ..) = &said.event else {
            return None;
        };
        let end = match style {
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => {
                quoted_end(self.text, said.start)
            }
            _ => said.end,
        };
        let raw = self.text[said.start..end].trim_end_matches([' ', '\t', '\n']);
        let read = (raw, text.to_string(), *style);
        self.at = said.start + raw.len();
        self.next += 1;
        Some(read)
    }

    /// Reads a key and the colon after it.
    pub(super) fn key(&mut self) -> Option<String> {
        self.trivia();
        if self.text[self.at..].starts_with('?') && !self.key_starts_here() {
            self.at += 1;
            self.trivia();
        }
        let start = self.at;
        let key = match self.peek() {
            Event::Scalar(text, ScalarStyle::Plain, ..) if text.is_empty() => {
                self.next += 1;
                key("", "", ScalarStyle::Plain)
            }
            Event::Scalar(text, style @ (ScalarStyle::Literal | ScalarStyle::Folded), ..) => {
                let (key, column) = (key("", text, *style), self.column()?);
                self.at = block_scalar(self.text, self.at, column.saturating_sub(2)).end;
                self.next += 1;
                key
            }
            _ => {
                let (raw, text, style) = self.scalar()?;
                key(raw, &text, style)
            }
        };
        self.punctuation(':');
        Some(match self.renamed.get(&start) {
            Some(new) if key.starts_with('"') => format!("\"{new}\""),
            Some(new) => (*new).to_owned(),
            None => key,
        })
    }

    /// Whether a scalar starts at the next character: `?a` is one, the `?` of `? a` is none.
    fn key_starts_here(&self) -> bool {
        self.events[self.next].start == self.at
    }
}

fn nothing() -> Scalar {
    Scalar {
        lines: vec![String::new()],
        inline: Some(String::new()),
        block: false,
        keeps: false,
    }
}
