//! Text to a [`Document`]: the parser says what is a value, the text between says the rest.

use saphyr_parser::{Event, Parser, ScalarStyle};

use crate::scalar::{BLANKS, block_scalar, flow_scalar, key, quoted_end};
use crate::tree::{Collection, Comment, Document, Item, Scalar, Shape, Trivia};

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

    /// Lines such as `%YAML 1.2` are kept as comments are.
    fn directives(&mut self, until: usize) {
        self.trivia();
        while self.at < until {
            let line = self.text[self.at..].split('\n').next().unwrap_or("");
            self.pending.push(Trivia::Comment(Comment {
                text: line.trim_end_matches(BLANKS).to_owned(),
                trailing: false,
                column: 0,
            }));
            self.at += line.len();
            self.trivia();
        }
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

    /// Reads comments and blank lines up to the next character that says something.
    fn trivia(&mut self) {
        let mut breaks = 0;
        loop {
            let rest = &self.text[self.at..];
            match rest.chars().next() {
                Some(' ' | '\t') => self.at += 1,
                Some('\n') => {
                    self.at += 1;
                    breaks += 1;
                    // The first break ends a line that said something, unless the file opens so.
                    let line_above_is_blank = breaks == 2;
                    if line_above_is_blank {
                        self.pending.push(Trivia::Blank);
                    }
                }
                Some('#') => {
                    self.comment();
                    breaks = 0;
                }
                _ => return,
            }
        }
    }

    fn comment(&mut self) {
        let rest = &self.text[self.at..];
        let line = rest.split('\n').next().unwrap_or("");
        let start = self.line_start();
        let before = &self.text[start..self.at];
        self.pending.push(Trivia::Comment(Comment {
            text: line.trim_end_matches(BLANKS).to_owned(),
            trailing: !before.trim_matches(BLANKS).is_empty(),
            column: before.chars().count(),
        }));
        self.at += line.len();
    }

    fn line_start(&self) -> usize {
        self.text[..self.at].rfind('\n').map_or(0, |n| n + 1)
    }

    /// Whether the line `...` comes next, which ends a document.
    fn over(&self) -> bool {
        let rest = self.text[self.at..].strip_prefix("...");
        let alone = rest.is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t', '\n']));
        alone && self.line_start() == self.at
    }

    /// The column of the next character; nothing at the end of the text.
    fn column(&self) -> Option<usize> {
        let over = self.at == self.text.len() || self.over();
        (!over).then(|| self.text[self.line_start()..self.at].chars().count())
    }

    /// Steps over a character, if it is the next one.
    fn punctuation(&mut self, char: char) {
        self.trivia();
        if self.text[self.at..].starts_with(char) {
            self.at += char.len_utf8();
        }
    }

    /// Reads a value. `column` is where its entry starts; the root has no entry.
    fn item(&mut self, key: Option<String>, column: Option<usize>) -> Option<Item> {
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

    /// After a block scalar the reader stands at the start of a line: the break before it is read.
    fn line_break_read(&mut self) {
        if self.at > 0 && self.text[..self.at].ends_with('\n') {
            self.at -= 1;
        }
        self.trivia();
    }

    /// The comment at the end of the line, if there is one.
    fn trailing(&mut self) -> Option<String> {
        match self.pending.first() {
            Some(Trivia::Comment(comment)) if comment.trailing => {
                let text = comment.text.clone();
                self.pending.remove(0);
                Some(text)
            }
            _ => None,
        }
    }

    /// The scalar that comes next, as written and as meant.
    fn scalar(&mut self) -> Option<(&'t str, String, ScalarStyle)> {
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

    fn collection(
        &mut self,
        lead: &mut Vec<Trivia>,
        column: Option<usize>,
        map: bool,
    ) -> Option<Shape> {
        self.trivia();
        let bracket = if map { '{' } else { '[' };
        let start = self.events[self.next].start;
        let flow = start == self.at && self.text[self.at..].starts_with(bracket);
        self.next += 1;
        let collection = if flow {
            *lead = std::mem::take(&mut self.pending);
            self.flow(map)?
        } else {
            self.block(map, column)?
        };
        Some(Shape::Collection(collection))
    }

    fn flow(&mut self, map: bool) -> Option<Collection> {
        self.at += 1;
        let mut items = Vec::new();
        loop {
            self.trivia();
            if matches!(self.peek(), Event::SequenceEnd | Event::MappingEnd) {
                break;
            }
            let before = std::mem::take(&mut self.pending);
            let line = &self.text[self.line_start()..self.at];
            let opens_line = line.trim_matches(BLANKS).is_empty();
            let mut item = match self.peek() {
                // `[a: b]`: a map of one pair that has no brackets of its own.
                Event::MappingStart(..) if !self.text[self.at..].starts_with('{') => self.pair()?,
                _ => self.flow_item(map)?,
            };
            self.punctuation(',');
            self.trivia();
            item.after = item.after.or_else(|| self.trailing());
            items.push(Item {
                before,
                opens_line,
                ..item
            });
        }
        let end = match items.is_empty() {
            // There is no entry to stand by: they follow the brackets.
            true => Vec::new(),
            false => std::mem::take(&mut self.pending),
        };
        self.at += 1;
        self.next += 1;
        Some(Collection {
            map,
            flow: true,
            items,
            end,
        })
    }

    fn flow_item(&mut self, map: bool) -> Option<Item> {
        // Block scalars, which alone need a column, cannot stand in brackets.
        if map {
            let key = self.key()?;
            self.item(Some(key), None)
        } else {
            self.item(None, None)
        }
    }

    fn pair(&mut self) -> Option<Item> {
        self.next += 1;
        let entry = self.flow_item(true)?;
        self.next += 1;
        let collection = Collection {
            map: true,
            flow: true,
            items: vec![entry],
            end: Vec::new(),
        };
        Some(Item {
            before: Vec::new(),
            opens_line: false,
            key: None,
            lead: Vec::new(),
            value: Shape::Collection(collection),
            after: None,
        })
    }

    /// Whether a scalar starts at the next character: `?a` is one, the `?` of `? a` is none.
    fn key_starts_here(&self) -> bool {
        self.events[self.next].start == self.at
    }

    /// Reads a key and the colon after it.
    fn key(&mut self) -> Option<String> {
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

    fn block(&mut self, map: bool, column: Option<usize>) -> Option<Collection> {
        let mut items = Vec::new();
        while !matches!(self.peek(), Event::SequenceEnd | Event::MappingEnd) {
            self.trivia();
            let before = std::mem::take(&mut self.pending);
            let own = self.column()?;
            let key = if map {
                Some(self.key()?)
            } else {
                self.punctuation('-');
                None
            };
            let item = self.item(key, Some(own))?;
            items.push(Item { before, ..item });
        }
        self.next += 1;
        self.trivia();
        let end = self.ending(column);
        Some(Collection {
            map,
            flow: false,
            items,
            end,
        })
    }

    /// The comments that close a block: they are indented deeper than its key and than what follows.
    fn ending(&mut self, column: Option<usize>) -> Vec<Trivia> {
        let next = self.column();
        let inside =
            |comment: &Comment| Some(comment.column) > column && Some(comment.column) > next;
        let mut length = 0;
        for (at, trivia) in self.pending.iter().enumerate() {
            match trivia {
                Trivia::Comment(comment) if inside(comment) => length = at + 1,
                Trivia::Comment(_) => break,
                Trivia::Blank => {}
            }
        }
        self.pending.drain(..length).collect()
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
