//! The tables of a paper as a workbook, a sheet for each.

use std::collections::BTreeSet;

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use crate::WriteFault;
use crate::document::{Block, Cell, Column, ColumnStand, Document, Table, text_of};
use crate::geometry::column_widths;
use crate::markup::allowed;

/// Half characters that the columns of a sheet share: what fits an upright page.
const WIDTH: i32 = 88;

/// The workbook; none for a paper without a table. The same bytes for the same paper.
///
/// # Errors
///
/// When the workbook cannot be written, as for a table of more rows than a sheet can hold.
pub fn xlsx(document: &Document) -> Result<Option<Vec<u8>>, WriteFault> {
    workbook(document).map_err(|fault| WriteFault(fault.to_string()))
}

fn workbook(document: &Document) -> Result<Option<Vec<u8>>, XlsxError> {
    let tables = tables(document);
    if tables.is_empty() {
        return Ok(None);
    }
    let mut workbook = Workbook::new();
    // Written down, since it would be the time of the run otherwise.
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let properties = DocProperties::new()
        .set_title(document.title.concat())
        .set_creation_datetime(&created);
    workbook.set_properties(&properties);
    let mut names = BTreeSet::new();
    for (title, table) in tables {
        let sheet = workbook.add_worksheet();
        sheet.set_name(sheet_name(title, &mut names))?;
        fill(sheet, table)?;
    }
    workbook.save_to_buffer().map(Some)
}

/// The tables of the body and of the attachments that can be shown, each with what it may be called.
fn tables(document: &Document) -> Vec<(&str, &Table)> {
    let title = document.title.first().map_or("", String::as_str);
    let body = document.body.iter().map(|block| (title, block));
    let attached = document.attachments.iter().flat_map(|attachment| {
        let title = attachment.title.as_str();
        attachment.body.iter().map(move |block| (title, block))
    });
    body.chain(attached)
        .filter_map(|(title, block)| match block {
            Block::Table(table) if !table.columns.is_empty() && !table.rows.is_empty() => {
                Some((table.caption.as_deref().unwrap_or(title), table))
            }
            _ => None,
        })
        .collect()
}

/// A name that Excel takes: not empty, without its special characters, at most 31 UTF-16 units, used only once whatever the case
/// of its letters.
fn sheet_name(title: &str, taken: &mut BTreeSet<String>) -> String {
    let plain: String = title
        .chars()
        .filter(|c| allowed(*c) && !c.is_control() && !"[]:*?/\\'".contains(*c))
        .collect();
    let plain = match plain.trim() {
        "" => "表",
        plain => plain,
    };
    let mut name = cut(plain, 31).to_owned();
    let mut number = 1;
    while !taken.insert(name.to_lowercase()) {
        number += 1;
        let end = format!("（{number}）");
        let room = 31 - end.encode_utf16().count();
        name = format!("{}{end}", cut(plain, room));
    }
    name
}

/// The beginning of a text, at most so many UTF-16 units long.
fn cut(text: &str, units: usize) -> &str {
    let mut used = 0;
    let end = text.char_indices().find(|(_, c)| {
        used += c.len_utf16();
        used > units
    });
    text[..end.map_or(text.len(), |(at, _)| at)].trim()
}

fn fill(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    for (column, width) in (0u16..).zip(column_widths(table, WIDTH)) {
        sheet.set_column_width(column, f64::from(width))?;
    }
    for (at, cells) in table.rows.iter().enumerate() {
        let row = u32::try_from(at).map_err(|_| XlsxError::RowColumnLimitError)?;
        fill_row(sheet, row, cells, table, at < table.head_rows)?;
    }
    if let Ok(head @ 1..) = u32::try_from(table.head_rows.min(table.rows.len())) {
        sheet.set_freeze_panes(head, 0)?;
        sheet.set_repeat_rows(0, head - 1)?;
    }
    sheet.set_paper_size(9).set_print_fit_to_pages(1, 0);
    Ok(())
}

fn fill_row(
    sheet: &mut Worksheet,
    row: u32,
    cells: &[Cell],
    table: &Table,
    head: bool,
) -> Result<(), XlsxError> {
    let mut at = 0;
    for cell in cells {
        let Some(column) = table.columns.get(at) else {
            break;
        };
        let span = cell.span.clamp(1, table.columns.len() - at);
        write(sheet, row, (at, span), cell, &look(column, head))?;
        at += span;
    }
    Ok(())
}

fn write(
    sheet: &mut Worksheet,
    row: u32,
    (at, span): (usize, usize),
    cell: &Cell,
    look: &Format,
) -> Result<(), XlsxError> {
    let text: String = text_of(&cell.text)
        .chars()
        .filter(|c| allowed(*c))
        .collect();
    let (Ok(first), Ok(last)) = (u16::try_from(at), u16::try_from(at + span - 1)) else {
        return Err(XlsxError::RowColumnLimitError);
    };
    // A string is never run; the prefix keeps it one when somebody edits the cell.
    let quoted = text.starts_with(['=', '+', '-', '@']);
    let look = if quoted {
        look.clone().set_quote_prefix()
    } else {
        look.clone()
    };
    if span > 1 {
        sheet.merge_range(row, first, row, last, &text, &look)?;
    } else if let Some(number) = whole_number(&text) {
        sheet.write_number_with_format(row, first, number, &look)?;
    } else {
        sheet.write_string_with_format(row, first, &text, &look)?;
    }
    Ok(())
}

/// A count, so that sums can be made; not a number with leading zeros or of more digits than a count has.
fn whole_number(text: &str) -> Option<f64> {
    let number: i32 = text.parse().ok()?;
    (number >= 0 && number.to_string() == text).then(|| f64::from(number))
}

fn look(column: &Column, head: bool) -> Format {
    let stand = match (head, column.stand) {
        (true, _) | (_, ColumnStand::Centre) => FormatAlign::Center,
        (_, ColumnStand::Left) => FormatAlign::Left,
        (_, ColumnStand::Right) => FormatAlign::Right,
    };
    let look = Format::new()
        .set_align(stand)
        .set_align(FormatAlign::VerticalCenter)
        .set_border(FormatBorder::Thin)
        .set_text_wrap();
    if head { look.set_bold() } else { look }
}
