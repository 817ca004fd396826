//! The text of a case to the bytes of an .xlsx file.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _, Write as _};

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};
use serde::Deserialize;

/// What is in a workbook, and what it is read by.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Case {
    /// A file beside the case, instead of sheets.
    pub(crate) file: Option<String>,
    sheets: Vec<Sheet>,
    /// Serials count from 1904.
    from_1904: bool,
    pub(crate) kind: Option<String>,
    pub(crate) duty: Option<String>,
    pub(crate) mapping: Option<String>,
    pub(crate) saved: Vec<String>,
    pub(crate) subjects: BTreeMap<String, String>,
    pub(crate) duties: BTreeMap<String, String>,
    pub(crate) actors: BTreeMap<String, String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Sheet {
    name: String,
    /// Rows of cells, from A1.
    rows: Vec<Vec<Cell>>,
    /// Such as A1:F1.
    merges: Vec<String>,
}

/// A text, a number, nothing, or one of the forms of [`Special`].
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Cell {
    Blank(()),
    Number(f64),
    Text(String),
    Special(Special),
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Special {
    /// A day, with a time if need be, as spreadsheets hold it.
    Date(String),
    /// A time without a day: 09:30.
    Time(String),
    /// A formula that fails.
    Error(String),
}

/// The bytes of the workbook.
pub(crate) fn workbook(case: &Case) -> Vec<u8> {
    let mut book = Workbook::new();
    for sheet in &case.sheets {
        let out = book.add_worksheet();
        out.set_name(&sheet.name).unwrap();
        for merge in &sheet.merges {
            let (first, last) = merge.split_once(':').unwrap();
            let ((r1, c1), (r2, c2)) = (place(first), place(last));
            out.merge_range(r1, c1, r2, c2, "", &Format::new()).unwrap();
        }
        for (row, cells) in (0..).zip(&sheet.rows) {
            for (column, cell) in (0..).zip(cells) {
                write(out, row, column, cell);
            }
        }
    }
    let bytes = book.save_to_buffer().unwrap();
    if case.from_1904 {
        counted_from_1904(&bytes)
    } else {
        bytes
    }
}

fn write(out: &mut Worksheet, row: u32, column: u16, cell: &Cell) {
    match cell {
        Cell::Blank(()) => {}
        Cell::Number(number) => {
            out.write_number(row, column, *number).unwrap();
        }
        Cell::Text(text) => {
            out.write_string(row, column, text).unwrap();
        }
        Cell::Special(Special::Date(text)) => {
            let moment = ExcelDateTime::parse_from_str(text).unwrap();
            let shown = Format::new().set_num_format("yyyy-mm-dd hh:mm");
            out.write_datetime_with_format(row, column, &moment, &shown)
                .unwrap();
        }
        Cell::Special(Special::Time(text)) => {
            let moment = ExcelDateTime::parse_from_str(text).unwrap();
            let shown = Format::new().set_num_format("hh:mm");
            out.write_datetime_with_format(row, column, &moment, &shown)
                .unwrap();
        }
        Cell::Special(Special::Error(shown)) => {
            let formula = Formula::new("=1/0").set_result(shown);
            out.write_formula(row, column, formula).unwrap();
        }
    }
}

fn place(cell: &str) -> (u32, u16) {
    let digits = cell.find(|c: char| c.is_ascii_digit()).unwrap();
    let column = cell[..digits]
        .bytes()
        .fold(0, |n, b| n * 26 + u16::from(b - b'A') + 1);
    (cell[digits..].parse::<u32>().unwrap() - 1, column - 1)
}

/// The same workbook with the switch that old Macintosh programs set.
fn counted_from_1904(bytes: &[u8]) -> Vec<u8> {
    let mut from = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for place in 0..from.len() {
        let mut file = from.by_index(place).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        if name == "xl/workbook.xml" {
            let text = String::from_utf8(content).unwrap();
            assert!(text.contains("<workbookPr "));
            content = text
                .replace("<workbookPr ", "<workbookPr date1904=\"1\" ")
                .into_bytes();
        }
        to.start_file(name, zip::write::SimpleFileOptions::default())
            .unwrap();
        to.write_all(&content).unwrap();
    }
    to.finish().unwrap().into_inner()
}
