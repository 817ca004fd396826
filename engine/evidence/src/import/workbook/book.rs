//! A workbook, and the rows of its sheets, one after the other.

use std::io::Cursor;

use calamine::{Data, DataRef, Dimensions, Range, Reader, SheetType, XlsError, Xlsx, XlsxError};
use luoshi_diagnostics::{Code, Note};

use super::bounds::{self, Fit, OldBook, Unfit};
use super::tail;
use super::value::Value;
use crate::template::ASIDE;

/// A workbook of either format.
pub(super) enum Book<'b> {
    Xlsx(Box<Xlsx<Cursor<&'b [u8]>>>, &'b [u8]),
    Xls(Box<OldBook>),
}

/// A row that holds something.
#[derive(Debug, Clone)]
pub(super) struct Row<'a> {
    /// From 0.
    pub(super) number: u32,
    /// In the order of their columns.
    pub(super) cells: Vec<Held<'a>>,
}

/// A cell that holds something.
#[derive(Debug, Clone)]
pub(super) struct Held<'a> {
    pub(super) column: u32,
    pub(super) value: Value<'a>,
    /// It stands there itself and was not spread from a merged cell.
    pub(super) own: bool,
    /// It belongs to several rows.
    pub(super) down: bool,
}

impl<'a> Row<'a> {
    /// What stands in a column.
    pub(super) fn at(&self, column: u32) -> Option<&Held<'a>> {
        let place = self.cells.binary_search_by_key(&column, |held| held.column);
        place.ok().map(|place| &self.cells[place])
    }
}

/// Whether these are the first bytes of a workbook.
#[must_use]
pub fn is_workbook(bytes: &[u8]) -> bool {
    is_xls(bytes) || bytes.starts_with(b"PK\x03\x04")
}

pub(super) fn is_xls(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xD0\xCF\x11\xE0")
}

/// The rows of a sheet, until one cannot be read.
pub(super) type Rows<'r, 'a> = &'r mut dyn Iterator<Item = Result<Row<'a>, String>>;

impl<'b> Book<'b> {
    /// Opens a workbook; `path` is for the message.
    pub(super) fn open(bytes: &'b [u8], path: &str) -> Result<Book<'b>, Note> {
        let refuse = |reason: &str, detail: String| {
            Note::new(Code::WorkbookUnreadable)
                .arg("reason", reason)
                .arg("path", path)
                .arg("detail", detail)
        };
        match bounds::fit(bytes).map_err(|unfit| unfit.note(path))? {
            Fit::Locked => Err(refuse("password", String::new())),
            Fit::Xls(stream) => match bounds::opened(stream) {
                Ok(book) => Ok(Book::Xls(Box::new(book))),
                Err(XlsError::Password) => Err(refuse("password", String::new())),
                Err(error) => Err(refuse("damaged", error.to_string())),
            },
            Fit::Xlsx(bytes) => match Xlsx::new(Cursor::new(bytes)) {
                Ok(book) => Ok(Book::Xlsx(Box::new(book), bytes)),
                Err(XlsxError::Password) => Err(refuse("password", String::new())),
                Err(error) => Err(refuse("damaged", error.to_string())),
            },
        }
    }

    /// Names of the sheets in their order, each with whether it is a worksheet.
    pub(super) fn sheets(&self) -> Vec<(String, bool)> {
        let sheets = match self {
            Book::Xlsx(book, _) => book.sheets_metadata(),
            Book::Xls(book) => book.sheets_metadata(),
        };
        sheets
            .iter()
            .map(|sheet| (sheet.name.clone(), sheet.typ == SheetType::WorkSheet))
            .collect()
    }

    /// The sheets of a ledger of ours that are for people to read.
    pub(super) fn asides(&self) -> Vec<String> {
        let names = match self {
            Book::Xlsx(book, _) => book.defined_names(),
            Book::Xls(book) => book.defined_names(),
        };
        let asides = names.iter().filter(|(name, _)| name.starts_with(ASIDE));
        let sheets = asides.filter_map(|(_, cell)| cell.rsplit_once('!'));
        sheets
            .map(|(sheet, _)| sheet.trim_matches('\'').replace("''", "'"))
            .collect()
    }

    /// Whether serials of days count from 1904.
    pub(super) fn counts_from_1904(&self) -> bool {
        match self {
            Book::Xlsx(book, _) => book.has_1904_epoch(),
            Book::Xls(book) => book.has_1904_epoch(),
        }
    }

    /// The merged cells of a sheet, from the top.
    pub(super) fn merges(&mut self, sheet: &str) -> Result<Vec<Dimensions>, Unfit> {
        let mut merges = match self {
            Book::Xlsx(book, bytes) => match tail::merges(bytes, sheet) {
                Some(merges) => merges,
                None => book
                    .merge_cells_by_sheet_name(sheet)
                    .map_err(|error| Unfit::Damaged(error.to_string()))?,
            },
            Book::Xls(book) => book
                .merge_cells_by_sheet_name(sheet)
                .map_err(|error| Unfit::Damaged(error.to_string()))?,
        };
        merges.sort();
        bounds::merged(merges)
    }

    /// Hands the rows of a sheet over, in one pass.
    pub(super) fn read<T>(
        &mut self,
        sheet: &str,
        work: impl FnOnce(Rows<'_, '_>) -> T,
    ) -> Result<T, String> {
        match self {
            Book::Xlsx(book, _) => {
                let mut reader = book
                    .worksheet_cells_reader(sheet)
                    .map_err(|error| error.to_string())?;
                // Once past the end, the reader would look for more and complain.
                let cells = std::iter::from_fn(|| reader.next_cell().transpose()).fuse();
                let cells = cells.map(|cell| {
                    cell.map(|cell| (cell.get_position(), cell))
                        .map_err(|error| error.to_string())
                });
                let cells =
                    cells.map(|cell| cell.map(|(at, cell)| (at, Value::of_ref(taken(cell)))));
                Ok(work(&mut by_row(cells)))
            }
            Book::Xls(book) => {
                let range = book
                    .worksheet_range(sheet)
                    .map_err(|error| error.to_string())?;
                Ok(work(&mut rows_of(&range)))
            }
        }
    }
}

/// The value of a cell. The library gives it by reference only; a text of the workbook's table
/// of texts is a borrowed one and costs nothing to copy.
fn taken(cell: calamine::Cell<DataRef<'_>>) -> DataRef<'_> {
    cell.get_value().clone()
}

/// Cells in their order to rows; blank cells are left out.
fn by_row<'a>(
    cells: impl Iterator<Item = Result<((u32, u32), Option<Value<'a>>), String>>,
) -> impl Iterator<Item = Result<Row<'a>, String>> {
    let mut cells = cells.filter_map(|cell| match cell {
        Ok((at, Some(value))) => Some(Ok((at, value))),
        Ok((_, None)) => None,
        Err(error) => Some(Err(error)),
    });
    let mut ahead = None;
    let mut width = 8;
    std::iter::from_fn(move || {
        let ((number, column), value) = match ahead.take().or_else(|| cells.next())? {
            Ok(first) => first,
            Err(error) => return Some(Err(error)),
        };
        let mut row = Row {
            number,
            cells: Vec::with_capacity(width),
        };
        row.cells.push(held(column, value));
        for cell in cells.by_ref() {
            match cell {
                Ok(((next, column), value)) if next == number => {
                    row.cells.push(held(column, value))
                }
                other => {
                    ahead = Some(other);
                    break;
                }
            }
        }
        width = row.cells.len() + 2;
        if !row.cells.is_sorted_by_key(|held| held.column) {
            row.cells.sort_by_key(|held| held.column);
        }
        Some(Ok(row))
    })
}

fn rows_of(range: &Range<Data>) -> impl Iterator<Item = Result<Row<'_>, String>> {
    let (top, left) = range.start().unwrap_or_default();
    let rows = range.rows().zip(top..);
    rows.filter_map(move |(cells, number)| {
        let cells = cells.iter().zip(left..);
        let cells: Vec<Held<'_>> = cells
            .filter_map(|(data, column)| Some(held(column, Value::of(data)?)))
            .collect();
        (!cells.is_empty()).then_some(Ok(Row { number, cells }))
    })
}

fn held(column: u32, value: Value<'_>) -> Held<'_> {
    Held {
        column,
        value,
        own: true,
        down: false,
    }
}
