//! The sheet that is filled: title, remark, headings, prepared rows.

use rust_xlsxwriter::{
    ColNum, ConditionalFormatFormula, Format, Formula, Note, ProtectionOptions, RowNum, Worksheet,
    XlsxError, utility,
};

use super::lists::Lists;
use super::rules::{Rows, rule};
use super::{Column, PREPARED_ROWS, Template, look};

/// The row of the headings, below the title and the remark.
const HEADINGS: RowNum = 2;
/// Rows that are lined while empty, so that one page can be printed and filled by hand.
const LINED_ROWS: RowNum = 20;
/// The height of a row to be filled, by hand too.
const ROW_HEIGHT: f64 = 23.0;
/// A4.
const PAPER: u8 = 9;

pub(super) fn write(
    template: &Template,
    lists: &Lists,
    sheet: &mut Worksheet,
) -> Result<(), XlsxError> {
    let last = last_column(template);
    let rows = Rows {
        first: HEADINGS + 1,
        last: HEADINGS + PREPARED_ROWS,
    };
    sheet.set_name(&template.texts.ledger)?;
    sheet.set_default_row_height(ROW_HEIGHT);
    across(sheet, 0, last, &template.title, &look::title())?;
    across(sheet, 1, last, &template.remark, &look::remark())?;
    sheet.set_row_height(0, 34)?.set_row_height(1, 20)?;
    sheet.set_row_height(HEADINGS, 34)?;
    for (at, column) in (0..).zip(&template.columns) {
        write_heading(template, column, at, sheet)?;
        for row in rows.first..=rows.last {
            let lined = row < rows.first + LINED_ROWS;
            sheet.write_blank(row, at, &look::entry(column.field, lined))?;
        }
        let rule = rule(template, lists, at, &rows)?;
        sheet.add_data_validation(rows.first, at, rows.last, at, &rule)?;
    }
    line_filled_rows(sheet, &rows, last)?;
    sheet.autofilter(HEADINGS, 0, rows.last, last)?;
    sheet.set_freeze_panes(rows.first, 0)?;
    sheet.set_selection(rows.first, 0, rows.first, 0)?;
    sheet.protect_with_options(&ProtectionOptions {
        sort: true,
        use_autofilter: true,
        format_columns: true,
        format_rows: true,
        ..ProtectionOptions::new()
    });
    page(template, sheet)
}

/// How a sheet is printed.
pub(super) fn page(template: &Template, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet
        .set_landscape()
        .set_paper_size(PAPER)
        .set_print_fit_to_pages(1, 0)
        .set_print_center_horizontally(true)
        .set_margins(0.5, 0.5, 0.6, 0.7, 0.3, 0.35)
        .set_footer(format!("&C{}", template.texts.footer))
        .set_repeat_rows(HEADINGS, HEADINGS)?;
    Ok(())
}

fn write_heading(
    template: &Template,
    column: &Column,
    at: ColNum,
    sheet: &mut Worksheet,
) -> Result<(), XlsxError> {
    sheet.set_column_width(at, look::width(column.field))?;
    let format = look::heading(column.required);
    sheet.write_string_with_format(HEADINGS, at, &column.heading, &format)?;
    let texts = &template.texts;
    let word = if column.required {
        &texts.required
    } else {
        &texts.optional
    };
    let mut text = format!("{word}\n{}", column.hint);
    if !column.example.is_empty() {
        text.push_str(&format!("\n{}{}", texts.example, column.example));
    }
    let note = Note::new(text)
        .add_author_prefix(false)
        .set_author(&texts.author)
        .set_font_name(look::HEADING_FACE)
        .set_font_size(10)
        .set_width(260)
        .set_height(130);
    sheet.insert_note(HEADINGS, at, &note)?;
    Ok(())
}

/// A border that appears with the entry: a static one would print a thousand empty rows.
fn line_filled_rows(sheet: &mut Worksheet, rows: &Rows, last: ColNum) -> Result<(), XlsxError> {
    let first = rows.first + LINED_ROWS;
    let row = format!(
        "$A{n}:${}{n}",
        utility::column_number_to_name(last),
        n = first + 1
    );
    let filled = ConditionalFormatFormula::new()
        .set_rule(Formula::new(format!("=COUNTA({row})>0")))
        .set_format(look::line());
    sheet.add_conditional_format(first, 0, rows.last, last, &filled)?;
    Ok(())
}

/// A text across the whole table.
pub(super) fn across(
    sheet: &mut Worksheet,
    row: RowNum,
    last: ColNum,
    text: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    sheet.merge_range(row, 0, row, last, text, format)?;
    Ok(())
}

fn last_column(template: &Template) -> ColNum {
    let last = template.columns.len().saturating_sub(1).max(1);
    ColNum::try_from(last).unwrap_or(ColNum::MAX)
}
