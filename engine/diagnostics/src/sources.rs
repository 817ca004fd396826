//! The texts that notes point into.

use std::sync::OnceLock;

use crate::note::Place;

/// Names one registered text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A place as people count: both from 1, the column in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: usize,
    /// Character in the line, from 1.
    pub column: usize,
}

/// Every text of a run, by file name.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    files: Vec<File>,
}

#[derive(Debug, Clone)]
struct File {
    name: String,
    text: String,
    /// Made when a place is first asked for: most runs have nothing to say.
    marks: OnceLock<Marks>,
}

/// What makes finding a place take as long at the end of a text as at its beginning: a file that is made to be wrong
/// everywhere asks for each of its places.
#[derive(Debug, Clone)]
struct Marks {
    /// Byte at which each line begins.
    lines: Vec<usize>,
    /// How many characters stand before each stretch of [`STRETCH`] bytes.
    characters: Vec<usize>,
}

const STRETCH: usize = 512;

impl Marks {
    fn of(text: &str) -> Marks {
        let behind = text.match_indices('\n').map(|(at, _)| at + 1);
        let stretches = text.as_bytes().chunks(STRETCH).scan(0, |before, stretch| {
            let here = *before;
            *before += characters(stretch);
            Some(here)
        });
        Marks {
            lines: std::iter::once(0).chain(behind).collect(),
            characters: stretches.collect(),
        }
    }

    /// How many characters stand before a byte.
    fn before(&self, text: &str, at: usize) -> usize {
        let stretch = (at / STRETCH).min(self.characters.len().saturating_sub(1));
        let counted = self.characters.get(stretch).copied().unwrap_or(0);
        counted + characters(&text.as_bytes()[stretch * STRETCH..at])
    }
}

/// How many characters begin among some bytes of UTF-8.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count()
}

impl Sources {
    /// Registers a text under the name that messages will show.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<String>) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(File {
            name: name.into(),
            text: text.into(),
            marks: OnceLock::new(),
        });
        id
    }

    /// Replaces characters of a place by others of the same length.
    pub(crate) fn replace(&mut self, place: &Place, with: impl Fn(char) -> char) {
        let Some(File { text, marks, .. }) = self.files.get_mut(place.file.0 as usize) else {
            return;
        };
        marks.take();
        if let Some(part) = text.get(place.start..place.end.min(text.len())) {
            let part: String = part.chars().map(with).collect();
            if part.len() == place.end.min(text.len()) - place.start {
                text.replace_range(place.start..place.start + part.len(), &part);
            }
        }
    }

    /// The names of all texts, in the order in which they were added.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(|file| file.name.as_str())
    }

    /// Calls every text otherwise.
    pub fn rename(&mut self, called: impl Fn(&str) -> String) {
        for file in &mut self.files {
            file.name = called(&file.name);
        }
    }

    /// The name shown for a file.
    #[must_use]
    pub fn name(&self, id: FileId) -> &str {
        self.files.get(id.0 as usize).map_or("", |file| &file.name)
    }

    /// The text of a file.
    #[must_use]
    pub fn text(&self, id: FileId) -> &str {
        self.files.get(id.0 as usize).map_or("", |file| &file.text)
    }

    /// Where a byte offset stands; an offset past the end is the end.
    #[must_use]
    pub fn line_column(&self, id: FileId, offset: usize) -> LineColumn {
        let text = self.text(id);
        let mut offset = offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        let Some(marks) = self.marks(id) else {
            return LineColumn { line: 1, column: 1 };
        };
        let line = marks.lines.partition_point(|start| *start <= offset);
        let start = marks.lines[line - 1];
        LineColumn {
            line,
            column: marks.before(text, offset) - marks.before(text, start) + 1,
        }
    }

    /// The whole line that holds a byte offset, without its end.
    #[must_use]
    pub fn line(&self, id: FileId, offset: usize) -> &str {
        let number = self.line_column(id, offset).line;
        let lines = self.marks(id).map_or(&[][..], |marks| &marks.lines);
        let Some(start) = lines.get(number - 1) else {
            return "";
        };
        let text = self.text(id);
        let end = lines.get(number).copied().unwrap_or(text.len());
        text[*start..end].lines().next().unwrap_or("")
    }

    fn marks(&self, id: FileId) -> Option<&Marks> {
        let file = self.files.get(id.0 as usize)?;
        Some(file.marks.get_or_init(|| Marks::of(&file.text)))
    }
}
