//! The texts that notes point into.

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
    files: Vec<(String, String)>,
}

impl Sources {
    /// Registers a text under the name that messages will show.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<String>) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push((name.into(), text.into()));
        id
    }

    /// Replaces characters of a place by others of the same length.
    pub(crate) fn replace(&mut self, place: &Place, with: impl Fn(char) -> char) {
        let Some((_, text)) = self.files.get_mut(place.file.0 as usize) else {
            return;
        };
        if let Some(part) = text.get(place.start..place.end.min(text.len())) {
            let part: String = part.chars().map(with).collect();
            if part.len() == place.end.min(text.len()) - place.start {
                text.replace_range(place.start..place.start + part.len(), &part);
            }
        }
    }

    /// The names of all texts, in the order in which they were added.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(|(name, _)| name.as_str())
    }

    /// Calls every text otherwise.
    pub fn rename(&mut self, called: impl Fn(&str) -> String) {
        for (name, _) in &mut self.files {
            *name = called(name);
        }
    }

    /// The name shown for a file.
    #[must_use]
    pub fn name(&self, id: FileId) -> &str {
        self.files.get(id.0 as usize).map_or("", |f| &f.0)
    }

    /// The text of a file.
    #[must_use]
    pub fn text(&self, id: FileId) -> &str {
        self.files.get(id.0 as usize).map_or("", |f| &f.1)
    }

    /// Where a byte offset stands; an offset past the end is the end.
    #[must_use]
    pub fn line_column(&self, id: FileId, offset: usize) -> LineColumn {
        let text = self.text(id);
        let mut offset = offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        let before = &text[..offset];
        let start = before.rfind('\n').map_or(0, |n| n + 1);
        LineColumn {
            line: before.matches('\n').count() + 1,
            column: before[start..].chars().count() + 1,
        }
    }

    /// The whole line that holds a byte offset, without its end.
    #[must_use]
    pub fn line(&self, id: FileId, offset: usize) -> &str {
        let number = self.line_column(id, offset).line;
        self.text(id).lines().nth(number - 1).unwrap_or("")
    }
}
