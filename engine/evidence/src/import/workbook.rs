//! Workbooks as townships keep them, to records.
//!
//! Each sheet is a table of its own, read in one pass: where its heading is, what its title says,
//! then its rows. Whatever is no record is reported.

mod aside;
mod book;
mod bounds;
mod columns;
mod days;
mod excerpt;
mod grid;
mod layout;
mod list;
mod merges;
mod records;
mod seen;
mod sheet;
mod tail;
mod title;
mod value;

use luoshi_diagnostics::{Code, Note, Sources};

pub use book::is_workbook;
pub use bounds::STUMBLES;
pub(crate) use bounds::{Fit, OldBook, fit, opened};

use super::Import;
use super::mapping::Mapping;
use super::names::Names;
use super::sheets::{SheetReport, Skipped};
use book::Book;
use bounds::Unfit;
use excerpt::Excerpt;
use seen::Seen;
use sheet::Sheet;

/// What a workbook is read by.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'a> {
    /// What the user says, which goes before everything else.
    pub mapping: &'a Mapping,
    /// Mappings saved earlier; the first that fits a sheet is used for it.
    pub saved: &'a [Mapping],
    /// The names of the plan.
    pub names: &'a Names,
}

/// Reads a workbook, .xlsx or .xls.
///
/// `path` is what messages call it. The rows that messages show are added to `sources`, a text for
/// each sheet in which the line is the row of the sheet.
///
/// # Errors
/// `LS0320` if it cannot be opened, `LS0328` if it has too much of something.
pub fn import_workbook(
    bytes: &[u8],
    path: &str,
    reading: Reading<'_>,
    sources: &mut Sources,
) -> Result<Import, Note> {
    let mut book = Book::open(bytes, path)?;
    let mut sheets = book.sheets();
    let asides = book.asides();
    sheets.retain(|(name, _)| !asides.contains(name));
    if sheets.is_empty() {
        let note = Note::new(Code::WorkbookUnreadable).arg("reason", "no_sheet");
        return Err(note.arg("path", path).arg("detail", ""));
    }
    let mut import = Import::default();
    let mut seen = Seen::default();
    for (name, is_table) in &sheets {
        let (mut excerpt, notes, rejected) = (
            Excerpt::default(),
            import.notes.len(),
            import.rejected.len(),
        );
        let report = if *is_table {
            let read = one(
                &mut book,
                name,
                reading,
                (&mut import, &mut seen, &mut excerpt),
            );
            read.map_err(|unfit| unfit.of_sheet(name).note(path))?
        } else {
            passed_over(name, Skipped::Chart)
        };
        if let Some(why) = report.skipped.filter(|why| *why != Skipped::Refused) {
            import.notes.push(
                Note::new(Code::SheetSkipped)
                    .arg("reason", why.word())
                    .arg("sheet", name.as_str()),
            );
        }
        import.sheets.push(report);
        let placed = excerpt.settle(path, sources);
        for rejection in &mut import.rejected[rejected..] {
            rejection.place = rejection.cell.as_ref().map(|cell| placed.place(cell));
        }
        for note in &mut import.notes[notes..] {
            note.place = note.cell.as_ref().map(|cell| placed.place(cell));
        }
    }
    Ok(import)
}

/// Reads one sheet.
fn one(
    book: &mut Book<'_>,
    name: &str,
    reading: Reading<'_>,
    (import, seen, excerpt): (&mut Import, &mut Seen, &mut Excerpt),
) -> Result<SheetReport, Unfit> {
    let merges = book.merges(name)?;
    let from_1904 = book.counts_from_1904();
    let read = book.read(name, |rows| {
        let sheet = Sheet {
            name,
            merges: &merges,
            from_1904,
            reading,
            import,
            seen,
            excerpt,
        };
        sheet.read(rows)
    });
    read.flatten().map_err(Unfit::Damaged)
}

fn passed_over(name: &str, why: Skipped) -> SheetReport {
    SheetReport {
        name: name.to_owned(),
        skipped: Some(why),
        ..SheetReport::default()
    }
}
