//! What host and guest agree on: the types of the WIT, the tables, and how a batch of rows is packed.
//!
//! In: columns. Out: bytes, and columns again.
//! Never here: what a column means to a rule, an allocation that a length in the input decides.
//! `plugins/wit/LAYOUT.md` and `TABLES.md` say the same for whoever writes a plugin without this crate.

mod answer;
mod build;
mod check;
mod check_answer;
mod decode;
mod describe;
mod encode;
mod message;
mod tables;

pub use answer::{Argument, Days, Finding, Setting, Value};
pub use check::{
    DescriptionFault, ID_AT_MOST, MESSAGES_AT_MOST, PARAMETERS_AT_MOST, Part, Problem,
    READINGS_AT_MOST, TEXT_AT_MOST, TITLE_AT_MOST, shown,
};
pub use check_answer::{
    AnswerFault, FIRST_DAY, FindingFault, LAST_DAY, check_finding, check_findings,
};
pub use decode::{Batch, Damage};
pub use describe::{
    Bounds, Description, Message, Outcome, Parameter, ParameterKind, Reading, Scope, Words,
};
pub use encode::Encoder;
pub use message::{fill, names};
pub use tables::{
    ACTORS, Column, DAYS, DUTIES, EVIDENCE, FINDINGS, SUBJECTS, TABLES, Table, table,
};

/// The first bytes of a batch in this layout.
pub const MAGIC: [u8; 4] = *b"LUO1";

/// Rows in a batch at most.
pub const ROWS_AT_MOST: usize = 10_000;

/// No row, in a column of rows.
pub const NO_ROW: u32 = u32::MAX;
/// No day, in a column of days.
pub const NO_DAY: i32 = i32::MIN;
/// No time of day, in a column of minutes.
pub const NO_MINUTE: u16 = u16::MAX;
/// No number, in a column of numbers.
pub const NO_NUMBER: i64 = i64::MIN;

/// What a column holds. All numbers are little-endian.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Type {
    /// `u32`: a text by its code. Code 0 is the empty text, and an absent one.
    Text,
    /// `u32`: a row of another table; [`NO_ROW`] for none.
    Row,
    /// `i32`: days since 1970-01-01; [`NO_DAY`] for none.
    Day,
    /// `u16`: minutes since midnight; [`NO_MINUTE`] for none.
    Minute,
    /// `i64`: hundredths, or fen; [`NO_NUMBER`] for none.
    Number,
    /// `u8`: a small number, such as a truth value.
    Small,
}

impl Type {
    /// Bytes of one value.
    #[must_use]
    pub const fn width(self) -> usize {
        match self {
            Type::Number => 8,
            Type::Text | Type::Row | Type::Day => 4,
            Type::Minute => 2,
            Type::Small => 1,
        }
    }

    /// The word in `TABLES.md`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Type::Text => "text",
            Type::Row => "row",
            Type::Day => "day",
            Type::Minute => "minute",
            Type::Number => "number",
            Type::Small => "small",
        }
    }
}

/// Where the columns begin: after the header, at a multiple of eight.
pub(crate) fn header(columns: usize) -> usize {
    aligned(HEAD + 4 * columns)
}

/// The next multiple of eight.
pub(crate) fn aligned(at: usize) -> usize {
    at.next_multiple_of(8)
}

/// Magic, rows, columns, first new text, number of new texts, where the texts begin.
pub(crate) const HEAD: usize = 24;
