//! A copy of the values of a workbook that cannot be patched: .xls above all.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use rust_xlsxwriter::{
    ColNum, Color, DocProperties, ExcelDateTime, Format, FormatUnderline, Note, Url, Workbook,
    Worksheet, XlsxError,
};

use super::listing::{WIDTHS, address};
use super::{Cells, Mark, MarkedError, MarkedTexts};
use crate::import::{Fit, OldBook, fit, opened};
use crate::template::ASIDE;

pub(super) fn copy(
    workbook: &[u8],
    marks_of: &BTreeMap<&str, Cells>,
    marks: &[Mark],
    texts: &MarkedTexts,
) -> Result<Vec<u8>, MarkedError> {
    let mut from = Book::open(workbook)?;
    let mut to = Workbook::new();
    let made = ExcelDateTime::from_ymd(2000, 1, 1).map_err(MarkedError::new)?;
    to.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let names = from.names();
    for name in &names {
        let Some(held) = from.cells(name) else {
            continue;
        };
        let sheet = to.add_worksheet();
        sheet.set_name(name).map_err(MarkedError::new)?;
        let none = Cells::new();
        let cells = marks_of.get(name.as_str()).unwrap_or(&none);
        for (at, data) in &held {
            write(sheet, *at, data, cells.contains_key(at)).map_err(MarkedError::new)?;
        }
        for (at, said) in cells {
            let empty = !held.contains_key(at);
            mark(sheet, *at, said, empty, texts).map_err(MarkedError::new)?;
        }
    }
    let listed = list(to.add_worksheet(), &names, marks, texts).map_err(MarkedError::new)?;
    let cell = format!("='{}'!$A$1", listed.replace('\'', "''"));
    to.define_name(format!("{ASIDE}1"), &cell)
        .map_err(MarkedError::new)?;
    to.save_to_buffer().map_err(MarkedError::new)
}

/// A workbook of either format.
enum Book<'b> {
    Xlsx(Xlsx<Cursor<&'b [u8]>>),
    Xls(OldBook),
}

impl<'b> Book<'b> {
    fn open(workbook: &'b [u8]) -> Result<Book<'b>, MarkedError> {
        let fit = fit(workbook).map_err(|unfit| MarkedError::new(format!("{unfit:?}")))?;
        match fit {
            Fit::Xlsx(bytes) => Xlsx::new(Cursor::new(bytes))
                .map(Book::Xlsx)
                .map_err(MarkedError::new),
            Fit::Xls(bytes) => opened(bytes).map(Book::Xls).map_err(MarkedError::new),
            Fit::Locked => Err(MarkedError::new("locked")),
        }
    }

    fn names(&self) -> Vec<String> {
        match self {
            Book::Xlsx(book) => book.sheet_names(),
            Book::Xls(book) => book.sheet_names(),
        }
    }

    /// The cells of a sheet that hold something: no more than there are, wherever they stand.
    fn cells(&mut self, sheet: &str) -> Option<BTreeMap<(u32, u32), Data>> {
        let mut cells = BTreeMap::new();
        match self {
            Book::Xlsx(book) => {
                let mut reader = book.worksheet_cells_reader(sheet).ok()?;
                while let Some(cell) = reader.next_cell().ok()? {
                    cells.insert(cell.get_position(), Data::from(cell.get_value().clone()));
                }
            }
            Book::Xls(book) => {
                let range = book.worksheet_range(sheet).ok()?;
                let (top, left) = range.start().unwrap_or((0, 0));
                for (row, column, data) in range.used_cells() {
                    let at = (top + row as u32, left + column as u32);
                    cells.insert(at, data.clone());
                }
            }
        }
        cells.retain(|_, data| *data != Data::Empty);
        Some(cells)
    }
}

fn red() -> Format {
    Format::new().set_background_color(Color::RGB(0xFF_99_99))
}

fn write(
    sheet: &mut Worksheet,
    at: (u32, u32),
    data: &Data,
    marked: bool,
) -> Result<(), XlsxError> {
    let (row, column) = (at.0, ColNum::try_from(at.1).unwrap_or(ColNum::MAX));
    let format = if marked { red() } else { Format::new() };
    match data {
        Data::Int(number) => {
            sheet.write_number_with_format(row, column, *number as f64, &format)?
        }
        Data::Float(number) => sheet.write_number_with_format(row, column, *number, &format)?,
        Data::DateTime(moment) => {
            let shown = match moment.as_f64() {
                time if time < 1.0 => "hh:mm",
                day if day.fract() == 0.0 => "yyyy-mm-dd",
                _ => "yyyy-mm-dd hh:mm",
            };
            let format = format.set_num_format(shown);
            sheet.write_number_with_format(row, column, moment.as_f64(), &format)?
        }
        Data::Bool(truth) => sheet.write_boolean_with_format(row, column, *truth, &format)?,
        Data::Empty => sheet,
        text => sheet.write_string_with_format(row, column, text.to_string(), &format)?,
    };
    Ok(())
}

fn mark(
    sheet: &mut Worksheet,
    at: (u32, u32),
    said: &str,
    empty: bool,
    texts: &MarkedTexts,
) -> Result<(), XlsxError> {
    let column = ColNum::try_from(at.1).unwrap_or(ColNum::MAX);
    if empty {
        sheet.write_blank(at.0, column, &red())?;
    }
    let note = Note::new(said)
        .set_author(&texts.author)
        .add_author_prefix(false);
    sheet.insert_note(at.0, column, &note.set_font_name("宋体").set_font_size(10))?;
    Ok(())
}

fn list(
    sheet: &mut Worksheet,
    names: &[String],
    marks: &[Mark],
    texts: &MarkedTexts,
) -> Result<String, XlsxError> {
    let bold = Format::new().set_bold();
    let link = Format::new()
        .set_font_color(Color::RGB(0x05_63_C1))
        .set_underline(FormatUnderline::Single);
    let wrapped = Format::new().set_text_wrap();
    let taken = |name: &String| {
        names
            .iter()
            .any(|n| n.to_lowercase() == name.to_lowercase())
    };
    let numbered = (2..).map(|n| format!("{}{n}", texts.sheet));
    let mut free = std::iter::once(texts.sheet.clone()).chain(numbered);
    let name = free.find(|name| !taken(name)).unwrap_or_default();
    sheet.set_name(&name)?;
    sheet.write_string_with_format(0, 0, &texts.remark, &bold)?;
    for (at, (heading, width)) in (0..).zip(texts.headings.iter().zip(WIDTHS)) {
        sheet.set_column_width(at, width)?;
        sheet.write_string_with_format(1, at, heading, &bold)?;
    }
    for (row, mark) in (2..).zip(marks) {
        sheet.write_string_with_format(row, 0, &mark.cell.sheet, &wrapped)?;
        let url = Url::new(format!("internal:{}", address(mark))).set_text(mark.cell.to_string());
        sheet.write_url_with_format(row, 1, url, &link)?;
        sheet.write_string_with_format(row, 2, &mark.reason, &wrapped)?;
        sheet.write_string_with_format(row, 3, &mark.advice, &wrapped)?;
    }
    Ok(name)
}
