//! Text to a [`Document`]: the parser says what is a value, the text between says the rest.

use saphyr_parser::{Event, Parser, ScalarStyle};

use crate::tree::{Document, Item, Trivia};

mod collection;
mod lines;
mod value;

/// A key that is to be written otherwise: where it starts, and its new text.
pub(crate) type Renamed = std::collections::BTreeMap<usize, &'static str>;

/// Reads a text that [`luoshi_plan::read_tree`] has read without a note. `None` where its layout is
/// beyond us: a scalar alone, or something that no plan has.
pub(crate) fn read(text: &str, renamed: &Renamed) -> Option<Document> {
    let mut reader = Reader {
        text,
        renamed,
        events: events(text)?,
        next: 0,
        at: 0,
        pending: Vec::new(),
    };
    reader.document()
}

/// What the parser says, with the byte where it starts and the byte where it ends.
struct Said<'t> {
    event: Event<'t>,
    start: usize,
    end: usize,
}

fn events(text: &str) -> Option<Vec<Said<'_>>> {
    // The parser counts characters.
    let mut offsets: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    offsets.push(text.len());
    let byte = |character: usize| offsets.get(character).copied().unwrap_or(text.len());
    let said = Parser::new_from_str(text).map(|said| {
        let (event, span) = said.ok()?;
        let start = byte(span.start.index());
        let end = byte(span.end.index()).max(start);
        Some(Said { event, start, end })
    });
    said.collect()
}

struct Reader<'t> {
    text: &'t str,
    renamed: &'t Renamed,
    events: Vec<Said<'t>>,
    next: usize,
    /// The first byte that has not been read yet.
    at: usize,
    /// Comments and blank lines read, and not yet given to what they belong to.
    pending: Vec<Trivia>,
}

impl<'t> Reader<'t> {
    fn document(&mut self) -> Option<Document> {
        let mut document = Document::default();
        if matches!(self.peek(), Event::StreamStart) {
            self.next += 1;
        }
        if let Event::DocumentStart(marked) = *self.peek() {
            document.marked = marked;
            if marked {
                self.directives(self.events[self.next].start);
                document.top = std::mem::take(&mut self.pending);
                self.at = self.events[self.next].end;
            }
            self.next += 1;
            document.root = self.root()?;
        }
        self.trivia();
        if self.over() {
            self.at += "...".len();
            self.trivia();
        }
        document.end = std::mem::take(&mut self.pending);
        (self.at == self.text.len()).then_some(document)
    }

    /// The root, if it is a list or a map; nothing for a file without a value.
    fn root(&mut self) -> Option<Option<Item>> {
        match self.peek() {
            Event::Scalar(text, ScalarStyle::Plain, ..) if text.is_empty() => {
                self.next += 1;
                Some(None)
            }
            Event::Scalar(..) => None,
            _ => self.item(None, None).map(Some),
        }
    }

    fn peek(&self) -> &Event<'t> {
        self.events
            .get(self.next)
            .map_or(&Event::StreamEnd, |said| &said.event)
    }
}
