//! One note about the input: what, where, with which words.

use crate::code::Code;
use crate::sheet_cell::SheetCell;
use crate::sources::FileId;

/// How severe a note is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The run cannot go on with this input.
    Error,
    /// The run goes on; somebody should look.
    Warning,
    /// Nothing is wrong; it could be better.
    Hint,
}

/// Bytes `start..end` of a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file, as registered in [`crate::Sources`].
    pub file: FileId,
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
}

/// A named argument of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// Words of the author, shown as they are.
    Text(String),
    /// A whole number.
    Number(i64),
    /// A catalogue key, shown in the reader's language.
    Term(&'static str),
    /// Several texts, joined as the reader's language joins a list.
    List(Vec<String>),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Arg::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Arg::Text(text)
    }
}

impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        Arg::Number(number)
    }
}

impl From<Vec<String>> for Arg {
    fn from(list: Vec<String>) -> Self {
        Arg::List(list)
    }
}

/// The arguments of one message, by name.
pub type Args = Vec<(&'static str, Arg)>;

/// Something noticed about the input. Its text is made at the edge, from the catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The stable code.
    pub code: Code,
    /// The smallest span that, if edited, would put it right.
    pub place: Option<Place>,
    /// The cell of a workbook that the place stands for.
    pub cell: Option<SheetCell>,
    /// Named arguments of the message, its label and its help.
    pub args: Args,
    /// Other places that belong to it, each with the catalogue key of its label.
    pub also: Vec<(Place, &'static str)>,
}

impl Note {
    /// A note with nothing but its code.
    #[must_use]
    pub fn new(code: Code) -> Self {
        Note {
            code,
            place: None,
            cell: None,
            args: Vec::new(),
            also: Vec::new(),
        }
    }

    /// Says where.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// Adds a named argument.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// Adds a named argument that the catalogue puts into words.
    #[must_use]
    pub fn term(mut self, name: &'static str, key: &'static str) -> Self {
        self.args.push((name, Arg::Term(key)));
        self
    }

    /// Points at a second place, such as the first of two duplicates.
    #[must_use]
    pub fn and(mut self, place: Place, label: &'static str) -> Self {
        self.also.push((place, label));
        self
    }
}

/// What a stage gives back: the value if it could be built, and everything it noticed.
#[derive(Debug, Clone)]
pub struct Staged<T> {
    /// The value, absent when an error stands in its way.
    pub value: Option<T>,
    /// Everything noticed, errors and warnings.
    pub notes: Vec<Note>,
}

impl<T> Staged<T> {
    /// The value if no note is an error, and the notes.
    #[must_use]
    pub fn new(value: T, notes: Vec<Note>) -> Self {
        let failed = notes.iter().any(|n| n.code.level() == Level::Error);
        Staged {
            value: (!failed).then_some(value),
            notes,
        }
    }
}
