//! YAML text to a tree in which every node knows its place.

mod plain;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use luoshi_diagnostics::{Code, FileId, Note, Place};
use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span};

use crate::hint::hint;
use crate::short::Short;

/// A file larger than this is refused before it is read (bytes).
pub(crate) const SIZE_LIMIT: usize = 4 << 20;
/// Documents of a file: what stands in a second one would be overlooked.
const DOCUMENTS: usize = 1;
/// Lists and maps nested deeper than this are refused.
pub(crate) const DEPTH_LIMIT: usize = 32;

/// A YAML node and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// What it is.
    pub kind: NodeKind,
    /// Where it stands.
    pub place: Place,
}

/// What a YAML node is.
#[derive(Debug, Clone, PartialEq)]
pub enum NodeKind {
    /// A scalar: its text, and whether it was quoted.
    Scalar {
        /// The text without quotes.
        text: Short,
        /// Quoted text is never a number or a truth value.
        quoted: bool,
    },
    /// A list.
    List(Vec<Node>),
    /// A map, in the order written; keys are scalars.
    Map(Vec<(Key, Node)>),
    /// A reference to a parameter that nobody has decided yet.
    Undecided(Short),
}

/// A key of a map.
#[derive(Debug, Clone, PartialEq)]
pub struct Key {
    /// As the author wrote it.
    pub text: Short,
    /// Where.
    pub place: Place,
}

impl Node {
    /// Whether the node is an empty or `null` scalar.
    #[must_use]
    pub fn is_null(&self) -> bool {
        matches!(&self.kind, NodeKind::Scalar { text, quoted: false } if matches!(text.as_str(), "" | "~" | "null"))
    }
}

/// Reads one YAML document. Aliases, tags, duplicate keys and excess are noted, not obeyed.
#[must_use]
pub fn read_tree(file: FileId, text: &str) -> (Option<Node>, Vec<Note>) {
    if text.len() > SIZE_LIMIT {
        let place = Place {
            file,
            start: 0,
            end: 0,
        };
        let limit = i64::try_from(SIZE_LIMIT >> 20).unwrap_or(i64::MAX);
        let note = Note::new(Code::YamlTooLarge).at(place).arg("limit", limit);
        return (None, vec![note]);
    }
    match plain::read(file, text) {
        Some(root) => (Some(root), Vec::new()),
        None => general(file, text),
    }
}

/// Reads any text, and says of one that cannot be read what is wrong.
fn general(file: FileId, text: &str) -> (Option<Node>, Vec<Note>) {
    let mut reader = Reader {
        file,
        offsets: Offsets::new(text),
        open: Vec::new(),
        root: None,
        notes: Vec::new(),
    };
    let root = reader.document(text);
    (root, reader.notes)
}

struct Reader<'t> {
    file: FileId,
    offsets: Offsets<'t>,
    /// The lists and maps that hold the next node, the innermost last.
    open: Vec<Open>,
    root: Option<Node>,
    notes: Vec<Note>,
}

/// A container that is still open.
enum Open {
    List(Vec<Node>, Place),
    Map(Entries, Option<Key>, Place),
}

/// The entries of a map that is still open.
#[derive(Default)]
struct Entries {
    list: Vec<(Key, Node)>,
    /// Which of them has which key, once there are many: a search for each key would take for ever on
    /// a made-up file.
    index: BTreeMap<Short, usize>,
}

/// A map of so many keys is searched; most have fewer.
const FEW_KEYS: usize = 16;

impl Entries {
    /// Which of them has this key.
    fn position(&mut self, key: &str) -> Option<usize> {
        if self.list.len() <= FEW_KEYS {
            return self.list.iter().position(|(known, _)| known.text == key);
        }
        let missing = self.list.iter().enumerate().skip(self.index.len());
        let missing = missing.map(|(at, (key, _))| (key.text.clone(), at));
        self.index.extend(missing);
        self.index.get(key).copied()
    }
}

impl Reader<'_> {
    fn document(&mut self, text: &str) -> Option<Node> {
        let mut parser = Parser::new_from_str(text);
        let mut documents = 0;
        loop {
            let (event, span) = match parser.next_event()? {
                Ok(next) => next,
                Err(error) => {
                    self.syntax(text, &error);
                    return None;
                }
            };
            let place = self.span(span);
            match event {
                Event::StreamEnd => return self.root.take(),
                Event::DocumentStart(_) => documents += 1,
                event => self.event(event, &place),
            }
            if documents > DOCUMENTS {
                self.notes.push(Note::new(Code::ManyDocuments).at(place));
                return self.root.take();
            }
            if self.open.len() > DEPTH_LIMIT {
                self.too_deep();
                return None;
            }
        }
    }

    fn event(&mut self, event: Event<'_>, place: &Place) {
        match event {
            Event::Alias(_) => {
                self.notes
                    .push(Note::new(Code::YamlAlias).at(place.clone()));
                self.add(null(place.clone()));
            }
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse_marks(anchor, tag.is_some(), place);
                let quoted = style != ScalarStyle::Plain;
                let kind = NodeKind::Scalar {
                    text: text.into(),
                    quoted,
                };
                let place = place.clone();
                self.add(Node { kind, place });
            }
            Event::SequenceStart(anchor, tag) => {
                self.refuse_marks(anchor, tag.is_some(), place);
                self.open.push(Open::List(Vec::new(), place.clone()));
            }
            Event::MappingStart(anchor, tag) => {
                self.refuse_marks(anchor, tag.is_some(), place);
                let entries = Entries::default();
                self.open.push(Open::Map(entries, None, place.clone()));
            }
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some(done) = self.open.pop() {
                    self.add(close(done, place));
                }
            }
            _ => {}
        }
    }

    fn too_deep(&mut self) {
        if let Some(Open::List(_, place) | Open::Map(_, _, place)) = self.open.pop() {
            let limit = i64::try_from(DEPTH_LIMIT).unwrap_or(i64::MAX);
            let note = Note::new(Code::YamlTooDeep).at(place);
            self.notes.push(note.arg("limit", limit));
        }
    }

    fn syntax(&mut self, text: &str, error: &ScanError) {
        let start = self.offsets.byte(error.marker().index());
        let next = text[start..].chars().next();
        let place = self.place(start, start + next.map_or(0, char::len_utf8));
        // An alias whose anchor does not exist stops the parser before it is an event.
        if next == Some('*') {
            self.notes.push(Note::new(Code::YamlAlias).at(place));
            return;
        }
        let note = Note::new(Code::YamlSyntax).at(place);
        self.notes.push(
            note.arg("why", error.info())
                .term("hint", hint(text, start)),
        );
    }

    fn refuse_marks(&mut self, anchor: usize, tagged: bool, place: &Place) {
        if anchor != 0 {
            self.notes
                .push(Note::new(Code::YamlAlias).at(place.clone()));
        }
        if tagged {
            self.notes.push(Note::new(Code::YamlTag).at(place.clone()));
        }
    }

    fn add(&mut self, node: Node) {
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open::List(items, _)) => items.push(node),
            Some(Open::Map(entries, waiting, _)) => match waiting.take() {
                Some(key) => self.notes.extend(enter(entries, key, node)),
                None => {
                    let (key, note) = key(node);
                    *waiting = Some(key);
                    self.notes.extend(note);
                }
            },
        }
    }

    /// The parser counts the blanks after a value as part of it; nobody else does.
    fn span(&mut self, span: Span) -> Place {
        let start = self.offsets.byte(span.start.index());
        let end = self.offsets.byte(span.end.index()).max(start);
        let text = &self.offsets.text[start..end];
        self.place(start, start + text.trim_end().len())
    }

    fn place(&self, start: usize, end: usize) -> Place {
        Place {
            file: self.file,
            start,
            end: end.max(start),
        }
    }
}

/// Adds an entry to a map; the note if it has the key already.
fn enter(entries: &mut Entries, key: Key, node: Node) -> Option<Note> {
    if let Some(at) = entries.position(&key.text) {
        let first = &entries.list[at].0;
        let note = Note::new(Code::DuplicateKey).at(key.place);
        let note = note.arg("key", key.text.as_str());
        return Some(note.and(first.place.clone(), "label-first"));
    }
    entries.list.push((key, node));
    None
}

/// A node as the key of a map, and the note if it cannot be one.
fn key(node: Node) -> (Key, Option<Note>) {
    let place = node.place.clone();
    if let NodeKind::Scalar { text, .. } = node.kind {
        return (Key { text, place }, None);
    }
    let note = Note::new(Code::WrongType).at(place.clone());
    let note = note.term("wanted", "type-key");
    let note = note.term("found", node_type(&node));
    let text = Short::default();
    (Key { text, place }, Some(note))
}

fn close(open: Open, end: &Place) -> Node {
    match open {
        Open::List(items, place) => list(items, place, end),
        Open::Map(entries, _, place) => map(entries.list, place, end),
    }
}

/// A list that begins at a place; `end` as of [`reach`].
fn list(items: Vec<Node>, place: Place, end: &Place) -> Node {
    Node {
        place: reach(place, items.last(), end),
        kind: NodeKind::List(items),
    }
}

/// A map that begins at a place; `end` as of [`reach`].
fn map(entries: Vec<(Key, Node)>, place: Place, end: &Place) -> Node {
    Node {
        place: reach(place, entries.last().map(|(_, last)| last), end),
        kind: NodeKind::Map(entries),
    }
}

/// From where a container begins to where it ends; `end` is the place of the closing bracket; of a block, which has
/// none, it is empty.
fn reach(begin: Place, last: Option<&Node>, end: &Place) -> Place {
    let end = match last {
        Some(last) if end.start == end.end => last.place.end,
        _ => end.end,
    };
    Place {
        end: end.max(begin.start),
        ..begin
    }
}

fn null(place: Place) -> Node {
    Node {
        kind: NodeKind::Scalar {
            text: Short::default(),
            quoted: false,
        },
        place,
    }
}

/// The catalogue key that names the type of a node.
pub(crate) fn node_type(node: &Node) -> &'static str {
    match &node.kind {
        NodeKind::Scalar { .. } if node.is_null() => "type-nothing",
        NodeKind::Scalar { .. } => "type-scalar",
        NodeKind::List(_) => "type-list",
        NodeKind::Map(_) => "type-map",
        NodeKind::Undecided(_) => "type-undecided",
    }
}

/// The parser counts characters; notes count bytes.
struct Offsets<'t> {
    text: &'t str,
    /// Byte offset of each 64th character.
    marks: Vec<usize>,
    /// The character asked for last, and its offset: the next one is seldom far behind it.
    last: (usize, usize),
}

/// So many characters lie between two marks.
const STEP: usize = 64;

impl<'t> Offsets<'t> {
    fn new(text: &'t str) -> Self {
        let marks = text.char_indices().map(|(at, _)| at).step_by(STEP);
        Offsets {
            marks: marks.collect(),
            text,
            last: (0, 0),
        }
    }

    fn byte(&mut self, character: usize) -> usize {
        let Some(&mark) = self.marks.get(character / STEP) else {
            return self.text.len();
        };
        let (last, offset) = self.last;
        let (from, start) = match last <= character && character - last < character % STEP {
            true => (last, offset),
            false => (character - character % STEP, mark),
        };
        let mut after = self.text[start..].char_indices();
        let found = after.nth(character - from);
        let found = found.map_or(self.text.len(), |(at, _)| start + at);
        self.last = (character, found);
        found
    }
}
