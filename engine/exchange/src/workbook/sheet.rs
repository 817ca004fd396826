//! A table on a sheet: headings that stay, filters, widths, print.

use jiff::civil::Date;
use luoshi_audit::results::{Rounded, Share};
use rust_xlsxwriter::{
    Color, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use crate::telling::{Telling, printable};

/// Rows that a sheet can hold, without its headings.
const ROWS: usize = 1_048_575;
/// UTF-16 units that a cell can hold.
const UNITS: usize = 32_767;

/// Characters across a landscape page of A4 at a size that can be read.
const A4_WIDTH: u32 = 170;

/// A question, and the table that answers it.
pub(super) struct Table {
    /// The part of catalogue keys that names it: `exchange-sheet-NAME`.
    pub(super) name: &'static str,
    /// Its columns: the part of the key that names each, and its width in characters.
    pub(super) columns: &'static [(&'static str, u32)],
    pub(super) rows: Vec<Vec<Cell>>,
}

/// What a cell holds.
pub(super) enum Cell {
    Text(String),
    Count(i64),
    /// A number with two decimals, in hundredths.
    Score(i64),
    /// A part of a whole; empty where there is no whole.
    Share(Share),
    Day(Option<Date>),
    Empty,
}

impl Cell {
    pub(super) fn text(text: impl Into<String>) -> Cell {
        Cell::Text(text.into())
    }

    pub(super) fn maybe(text: Option<&str>) -> Cell {
        text.map_or(Cell::Empty, Cell::text)
    }

    pub(super) fn count(count: impl TryInto<i64>) -> Cell {
        Cell::Count(count.try_into().unwrap_or(i64::MAX))
    }
}

/// How cells look.
pub(super) struct Looks {
    heading: Format,
    text: Format,
    /// A text that a spreadsheet would take for a formula once somebody edits it.
    guarded: Format,
    count: Format,
    score: Format,
    share: Format,
    day: Format,
}

impl Looks {
    pub(super) fn new() -> Self {
        let cell = Format::new()
            .set_border(FormatBorder::Thin)
            .set_align(FormatAlign::VerticalCenter);
        let text = cell.clone().set_text_wrap();
        Looks {
            heading: text
                .clone()
                .set_bold()
                .set_align(FormatAlign::Center)
                .set_background_color(Color::RGB(0xDD_E6_F0)),
            guarded: text.clone().set_quote_prefix(),
            text,
            count: cell.clone().set_num_format("0"),
            score: cell.clone().set_num_format("0.00"),
            share: cell.clone().set_num_format("0.0%"),
            day: cell.set_num_format("yyyy-mm-dd"),
        }
    }
}

impl Table {
    /// Writes it on a sheet, or on as many as its rows need.
    pub(super) fn write(
        &self,
        workbook: &mut Workbook,
        looks: &Looks,
        telling: Telling,
    ) -> Result<(), XlsxError> {
        self.write_in_parts(workbook, looks, telling, ROWS)
    }

    fn write_in_parts(
        &self,
        workbook: &mut Workbook,
        looks: &Looks,
        telling: Telling,
        most: usize,
    ) -> Result<(), XlsxError> {
        let title = telling.word(&format!("sheet-{}", self.name));
        let none: &[Vec<Cell>] = &[];
        let parts = self.rows.chunks(most);
        let parts: Vec<&[Vec<Cell>]> = parts.chain(self.rows.is_empty().then_some(none)).collect();
        for (at, rows) in parts.into_iter().enumerate() {
            let sheet = workbook.add_worksheet();
            let title = match at {
                0 => title.clone(),
                at => format!("{title} {}", at + 1),
            };
            sheet.set_name(&title)?;
            self.begin(sheet, &title, rows.len(), looks, telling)?;
            for (row, cells) in (1..).zip(rows) {
                for (column, cell) in (0..).zip(cells) {
                    cell.write(sheet, row, column, looks)?;
                }
            }
        }
        Ok(())
    }

    fn begin(
        &self,
        sheet: &mut Worksheet,
        title: &str,
        rows: usize,
        looks: &Looks,
        telling: Telling,
    ) -> Result<(), XlsxError> {
        for (column, (heading, width)) in (0..).zip(self.columns) {
            let heading = telling.word(&format!("column-{heading}"));
            sheet.write_string_with_format(0, column, heading, &looks.heading)?;
            sheet.set_column_width(column, *width)?;
        }
        let last_row = u32::try_from(rows).map_err(|_| XlsxError::RowColumnLimitError)?;
        let last = u16::try_from(self.columns.len().saturating_sub(1));
        let last = last.map_err(|_| XlsxError::RowColumnLimitError)?;
        sheet.autofilter(0, 0, last_row.max(1), last)?;
        sheet.set_freeze_panes(1, 0)?;
        sheet.set_repeat_rows(0, 0)?;
        // A table that is wider than A4 can show legibly is for A3, which offices have.
        let width: u32 = self.columns.iter().map(|(_, width)| width).sum();
        sheet.set_paper_size(if width > A4_WIDTH { 8 } else { 9 });
        sheet.set_landscape();
        sheet.set_margins(0.4, 0.4, 0.75, 0.75, 0.3, 0.3);
        sheet.set_print_fit_to_pages(1, 0);
        // `&` begins a code in headers.
        let header = title.replace('&', "&&");
        sheet.set_header(format!("&C{header}"));
        sheet.set_footer("&C&P / &N");
        Ok(())
    }
}

impl Cell {
    fn write(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        column: u16,
        looks: &Looks,
    ) -> Result<(), XlsxError> {
        match self {
            Cell::Text(text) => write_text(sheet, (row, column), text, looks),
            Cell::Count(count) => number(sheet, (row, column), *count, 1, &looks.count),
            Cell::Score(hundredths) => number(sheet, (row, column), *hundredths, 100, &looks.score),
            Cell::Day(None) | Cell::Empty => blank(sheet, (row, column), looks),
            Cell::Share(share) => write_share(sheet, (row, column), *share, looks),
            Cell::Day(Some(day)) => write_day(sheet, (row, column), *day, looks),
        }
    }
}

fn write_text(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    text: &str,
    looks: &Looks,
) -> Result<(), XlsxError> {
    let text = fitting(&printable(text));
    // A string is never run; the prefix keeps it one when somebody edits the cell.
    let look = match text.starts_with(['=', '+', '-', '@']) {
        true => &looks.guarded,
        false => &looks.text,
    };
    sheet.write_string_with_format(row, column, text, look)?;
    Ok(())
}

/// A text as long as a cell can hold; one that is longer ends in an ellipsis.
fn fitting(text: &str) -> String {
    if text.encode_utf16().count() <= UNITS {
        return text.to_owned();
    }
    let mut used = 0;
    let kept = text.chars().take_while(|c| {
        used += c.len_utf16();
        used < UNITS
    });
    kept.chain(['…']).collect()
}

/// A spreadsheet knows no other numbers than floating ones; what is counted here stays whole until this line.
#[allow(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
fn number(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    parts: i64,
    per_one: i64,
    look: &Format,
) -> Result<(), XlsxError> {
    let number = parts as f64 / per_one as f64;
    sheet.write_number_with_format(row, column, number, look)?;
    Ok(())
}

/// In thousandths, rounded as everywhere, so that a cell shows what reports say.
fn write_share(
    sheet: &mut Worksheet,
    at: (u32, u16),
    share: Share,
    looks: &Looks,
) -> Result<(), XlsxError> {
    let thousand = share.count.saturating_mul(1000);
    let thousandths = match share.rounded {
        _ if share.of == 0 => return blank(sheet, at, looks),
        Rounded::Down => thousand / share.of,
        Rounded::Up => thousand.div_ceil(share.of),
    };
    let thousandths = i64::try_from(thousandths).unwrap_or(i64::MAX);
    number(sheet, at, thousandths, 1000, &looks.share)
}

fn blank(sheet: &mut Worksheet, (row, column): (u32, u16), looks: &Looks) -> Result<(), XlsxError> {
    sheet.write_blank(row, column, &looks.text).map(drop)
}

/// A day before 1900 is a text: no spreadsheet has a number for it.
fn write_day(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    day: Date,
    looks: &Looks,
) -> Result<(), XlsxError> {
    let numbers = (
        u16::try_from(day.year()),
        u8::try_from(day.month()),
        u8::try_from(day.day()),
    );
    let written = match numbers {
        (Ok(year @ 1900..), Ok(month), Ok(of_month)) => {
            let day = ExcelDateTime::from_ymd(year, month, of_month)?;
            sheet.write_datetime_with_format(row, column, &day, &looks.day)
        }
        _ => sheet.write_string_with_format(row, column, day.to_string(), &looks.text),
    };
    written.map(drop)
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use calamine::{Reader, Xlsx};
    use luoshi_diagnostics::Lang;
    use rust_xlsxwriter::Workbook;

    use super::{Cell, Looks, Table, fitting};
    use crate::telling::Telling;

    #[test]
    fn rows_that_one_sheet_cannot_hold_go_on_on_the_next() {
        let table = Table {
            name: "unmet",
            columns: &[("township", 10)],
            rows: (0..5).map(|at| vec![Cell::Count(at)]).collect(),
        };
        let mut workbook = Workbook::new();
        let telling = Telling::of(Lang::ZhCn);
        table
            .write_in_parts(&mut workbook, &Looks::new(), telling, 2)
            .unwrap();
        let bytes = workbook.save_to_buffer().unwrap();
        let mut read: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        assert_eq!(read.sheet_names(), ["没落实", "没落实 2", "没落实 3"]);
        assert_eq!(read.worksheet_range("没落实 3").unwrap().height(), 2);
    }

    #[test]
    fn a_text_fits_into_a_cell() {
        let long = "🚓".repeat(20_000);
        let cut = fitting(&long);
        assert!(cut.encode_utf16().count() <= 32_767);
        assert!(cut.ends_with("🚓…"));
        assert_eq!(fitting("镇"), "镇");
    }
}
