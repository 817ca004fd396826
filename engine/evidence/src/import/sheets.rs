//! What an import tells of each sheet of a workbook.

use crate::field::Field;
use crate::kind::Kind;

use super::mapping::Mapping;

/// What became of a sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SheetReport {
    /// Its name.
    pub name: String,
    /// Why it was passed over, if it was.
    pub skipped: Option<Skipped>,
    /// How its table is laid out.
    pub shape: Shape,
    /// The table as `A3:H20`, headings included.
    pub range: String,
    /// The rows of the heading as people count them, from 1.
    pub heading: (u32, u32),
    /// The columns of the table, in order.
    pub columns: Vec<ColumnReport>,
    /// The kind of its records, unless a column says it.
    pub kind: Option<Kind>,
    /// Whether the kind was taken from the title.
    pub kind_from_title: bool,
    /// The duty of its records, unless a column says it.
    pub duty: Option<String>,
    /// The year of days written without one.
    pub year: Option<i32>,
    /// The month of days written without one.
    pub month: Option<u32>,
    /// Rows that are no records.
    pub aside: Vec<Aside>,
    /// How many records it gave.
    pub records: u32,
    /// Which of the saved mappings was used, by its place in the list.
    pub saved: Option<usize>,
    /// What the mapping said of this sheet, wherever it came from.
    pub mapping: Mapping,
}

/// Why a sheet was passed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Skipped {
    /// There is nothing in it.
    Empty,
    /// No row of headings was found.
    NoTable,
    /// A heading with nothing below.
    NoRows,
    /// The mapping says so.
    Told,
    /// It is a chart or a macro.
    Chart,
    /// It has errors that concern it as a whole.
    Refused,
}

impl Skipped {
    /// The word in the catalogues.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Skipped::Empty => "empty",
            Skipped::NoTable => "no_table",
            Skipped::NoRows => "no_rows",
            Skipped::Told => "told",
            Skipped::Chart => "chart",
            Skipped::Refused => "refused",
        }
    }
}

/// How a table is laid out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Shape {
    /// A record in each row.
    #[default]
    List,
    /// A column for each day: rosters.
    Days,
    /// A column for each month, with days in the cells.
    Months,
}

impl Shape {
    /// The word in mappings and catalogues.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Shape::List => "list",
            Shape::Days => "days",
            Shape::Months => "months",
        }
    }

    /// The layout with this word.
    pub(super) fn from_word(word: &str) -> Option<Shape> {
        let all = [Shape::List, Shape::Days, Shape::Months];
        all.into_iter().find(|shape| shape.word() == word)
    }
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnReport {
    /// Its letters: `C`.
    pub column: String,
    /// The heading on one line; two rows of headings are joined with `/`.
    pub heading: String,
    /// What it was taken for.
    pub taken: Taken,
}

/// What a column was taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Taken {
    /// A field of records.
    Field(Field),
    /// Names of people, which do not enter the ledger.
    Names,
    /// Something that is not imported and not missed.
    Idle,
    /// A field that a column before it has already.
    Second(Field),
    /// Unknown; the fields whose headings are like it.
    Unknown(Vec<Field>),
}

/// Rows of a table that are no records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    /// First and last row as people count them, from 1.
    pub rows: (u32, u32),
    /// Why.
    pub why: AsideWhy,
    /// What they say.
    pub text: String,
}

/// Why a row is no record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AsideWhy {
    /// It sums up others.
    Total,
    /// It is a remark on the table.
    Note,
    /// It repeats the heading.
    Heading,
    /// It has a running number and nothing else.
    Numbered,
    /// It is blank.
    Blank,
}

impl AsideWhy {
    /// The word in the catalogues.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            AsideWhy::Total => "total",
            AsideWhy::Note => "note",
            AsideWhy::Heading => "heading",
            AsideWhy::Numbered => "numbered",
            AsideWhy::Blank => "blank",
        }
    }
}
