//! Lists and maps: in brackets, or as indented lines.

use saphyr_parser::Event;

use super::Reader;
use crate::scalar::BLANKS;
use crate::tree::{Collection, Comment, Item, Shape, Trivia};

impl Reader<'_> {
    pub(super) fn collection(
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
