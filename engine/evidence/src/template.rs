//! An empty ledger for one kind of record, as a workbook with drop-downs or as the headings of a
//! CSV file. What it offers is told by whoever knows the plan; all texts come with it.

mod columns;
mod ledger_sheet;
mod lists;
mod look;
mod lookup_sheets;
mod rules;

use std::fmt;

use jiff::civil::Date;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::field::Field;
use crate::kind::Kind;
use lists::Lists;

pub use columns::{Use, columns_of, follows_later};

/// What the names of cells begin with whose sheets are for people to read and hold no records.
pub(crate) const ASIDE: &str = "luoshi_aside_";

/// How many rows of the ledger are prepared for entry.
pub const PREPARED_ROWS: u32 = 1_000;

/// What an empty ledger offers, and all its texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// The kind of all its records.
    pub kind: Kind,
    /// The title above the table.
    pub title: String,
    /// The line below the title.
    pub remark: String,
    /// The first and the last day that a record may have.
    pub days: (Date, Date),
    /// The columns, from left to right.
    pub columns: Vec<Column>,
    /// The names of the sheets, the headings of the sheet that explains them, and the like.
    pub texts: Texts,
    /// What else the clerk must know, a paragraph each.
    pub paragraphs: Vec<String>,
}

/// One column of an empty ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What its cells become.
    pub field: Field,
    /// The heading, which the import knows.
    pub heading: String,
    /// Whether a record must have it.
    pub required: bool,
    /// What may be chosen.
    pub choices: Choices,
    /// What to enter, in a sentence.
    pub hint: String,
    /// An example of it.
    pub example: String,
    /// What is said when something else is entered.
    pub refusal: String,
}

/// What may be chosen in a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choices {
    /// Nothing is offered: a day, a number, a text.
    Free,
    /// One of these.
    One(Vec<String>),
    /// One of these, or several in one cell.
    Some(Vec<String>),
    /// One of those that the duty of the row is for.
    ByDuty {
        /// Of each duty, by its name, what may be chosen.
        of: Vec<(String, Vec<String>)>,
        /// Everything, for a row without a duty and for duties that are for nothing in particular.
        all: Vec<String>,
    },
}

impl Choices {
    /// Everything that is offered, each once.
    #[must_use]
    pub fn all(&self) -> &[String] {
        match self {
            Choices::Free => &[],
            Choices::One(all) | Choices::Some(all) | Choices::ByDuty { all, .. } => all,
        }
    }
}

/// The texts of a workbook that do not depend on its columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Texts {
    /// Name of the sheet with the ledger.
    pub ledger: String,
    /// Name of the sheet with the choices.
    pub options: String,
    /// The line above the choices.
    pub options_remark: String,
    /// What stands before the heading of a column above its choices.
    pub options_of: String,
    /// Name of the sheet that explains the columns.
    pub guide: String,
    /// Its title.
    pub guide_title: String,
    /// Its headings: column, what to enter, example, required.
    pub guide_headings: [String; 4],
    /// The word for a column that must be filled.
    pub required: String,
    /// The word for a column that may stay empty.
    pub optional: String,
    /// What stands before an example.
    pub example: String,
    /// The title of the message about a wrong entry.
    pub refused: String,
    /// The foot of a printed page, with `&P` for its number and `&N` for their count.
    pub footer: String,
    /// Who wrote the notes on the headings.
    pub author: String,
}

/// A workbook that could not be made, which is a mistake of ours.
#[derive(Debug)]
pub struct TemplateError(XlsxError);

impl fmt::Display for TemplateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for TemplateError {}

impl From<XlsxError> for TemplateError {
    fn from(error: XlsxError) -> Self {
        TemplateError(error)
    }
}

/// The workbook: the ledger, the choices, and what each column is for.
///
/// # Errors
/// A text that a workbook cannot hold, such as one of more than 32,767 characters.
pub fn template_workbook(template: &Template) -> Result<Vec<u8>, TemplateError> {
    let lists = Lists::of(template);
    let mut workbook = Workbook::new();
    // A workbook says when it was made; the same plan is to give the same bytes.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let properties = DocProperties::new()
        .set_title(&template.title)
        .set_author(&template.texts.author)
        .set_creation_datetime(&made);
    workbook.set_properties(&properties);
    ledger_sheet::write(template, &lists, workbook.add_worksheet())?;
    lookup_sheets::write_options(template, &lists, workbook.add_worksheet())?;
    lookup_sheets::write_guide(template, workbook.add_worksheet())?;
    for (name, range) in lists.ranges(&template.texts.options) {
        workbook.define_name(name, &range)?;
    }
    // The import passes over the sheets that such names stand for.
    for (number, sheet) in (1..).zip([&template.texts.options, &template.texts.guide]) {
        let cell = format!("='{}'!$A$1", sheet.replace('\'', "''"));
        workbook.define_name(format!("{ASIDE}{number}"), &cell)?;
    }
    Ok(workbook.save_to_buffer()?)
}

/// The headings as a CSV file: the kind, which every row must state, and the columns.
///
/// With a byte-order mark, because spreadsheets take the file for GBK without one.
#[must_use]
pub fn template_csv(template: &Template, kind_heading: &str) -> String {
    let headings = template
        .columns
        .iter()
        .map(|column| column.heading.as_str());
    let all: Vec<&str> = std::iter::once(kind_heading).chain(headings).collect();
    format!("\u{feff}{}\r\n", all.join(","))
}
