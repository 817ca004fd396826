//! A copy of a workbook in which every cell that was rejected is red and says why, with a sheet
//! that lists them all.
//!
//! The parts of the package are patched, not written anew: whatever the clerk's program put into
//! the file (fonts, widths, merges, formulas, pictures) stays byte by byte as it is.

mod comments;
mod listing;
mod package;
mod sheet;
mod styles;
mod values;
mod xml;

use std::collections::BTreeMap;
use std::fmt;

use luoshi_diagnostics::SheetCell;

use package::Package;
use styles::Styles;

/// A cell to be marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Which cell.
    pub cell: SheetCell,
    /// What is wrong with it.
    pub reason: String,
    /// What to do about it; may be empty.
    pub advice: String,
}

/// The texts of a marked copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkedTexts {
    /// Name of the sheet that lists the marks.
    pub sheet: String,
    /// The line above the list.
    pub remark: String,
    /// Its headings: sheet, cell, what is wrong, what to do.
    pub headings: [String; 4],
    /// Who wrote the comments.
    pub author: String,
}

/// Why there is no marked copy.
#[derive(Debug)]
pub struct MarkedError(String);

impl MarkedError {
    fn new(what: impl fmt::Display) -> MarkedError {
        MarkedError(what.to_string())
    }
}

impl fmt::Display for MarkedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for MarkedError {}

/// The marks of one sheet: row and column to what is said there.
type Cells = BTreeMap<(u32, u32), String>;

/// The marked copy of a workbook, as .xlsx.
///
/// An .xls, and a package that is not built as packages are, is copied by its values alone.
///
/// # Errors
/// The bytes are no workbook at all.
pub fn marked_copy(
    workbook: &[u8],
    marks: &[Mark],
    texts: &MarkedTexts,
) -> Result<Vec<u8>, MarkedError> {
    let mut sheets: BTreeMap<&str, Cells> = BTreeMap::new();
    for mark in marks {
        let cells = sheets.entry(&mark.cell.sheet).or_default();
        let said = cells.entry((mark.cell.row, mark.cell.column)).or_default();
        if !said.is_empty() {
            said.push('\n');
        }
        said.push_str(&comment(mark));
    }
    match patched(workbook, &sheets, marks, texts) {
        Ok(copy) => Ok(copy),
        Err(_) => values::copy(workbook, &sheets, marks, texts),
    }
}

fn comment(mark: &Mark) -> String {
    if mark.advice.is_empty() {
        mark.reason.clone()
    } else {
        format!("{}\n{}", mark.reason, mark.advice)
    }
}

/// The package with its sheets, styles and comments patched, and one sheet more.
fn patched(
    workbook: &[u8],
    sheets: &BTreeMap<&str, Cells>,
    marks: &[Mark],
    texts: &MarkedTexts,
) -> Result<Vec<u8>, MarkedError> {
    let mut package = Package::read(workbook)?;
    let mut styles = Styles::read(package.text(package.styles_path()?)?)?;
    for (name, cells) in sheets {
        let path = package.sheet_path(name)?;
        let marked = sheet::mark(package.text(&path)?, cells, &mut styles)?;
        package.set(&path, marked);
        comments::add(&mut package, &path, cells, &texts.author)?;
    }
    let list = listing::sheet(marks, texts, &mut styles);
    package.add_sheet(&texts.sheet, list)?;
    let path = package.styles_path()?.to_owned();
    package.set(&path, styles.text());
    package.write()
}
