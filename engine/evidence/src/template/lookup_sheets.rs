//! The sheets that are read and not filled: the choices, and what each column is for.

use std::collections::BTreeSet;

use rust_xlsxwriter::{ColNum, ProtectionOptions, RowNum, Worksheet, XlsxError};

use super::ledger_sheet::{across, page};
use super::lists::{FIRST_ROW, Lists, plain};
use super::{Template, look};

/// Every list in a column, and out of sight the table from a duty to its list.
pub(super) fn write_options(
    template: &Template,
    lists: &Lists,
    sheet: &mut Worksheet,
) -> Result<(), XlsxError> {
    sheet.set_name(&template.texts.options)?;
    sheet.write_string_with_format(0, 0, &template.texts.options_remark, &look::remark())?;
    for (at, list) in (0..).zip(&lists.lists) {
        sheet.set_column_width(at, 30)?;
        sheet.write_string_with_format(FIRST_ROW - 1, at, &list.heading, &look::heading(false))?;
        for (row, item) in (FIRST_ROW..).zip(&list.items) {
            sheet.write_string_with_format(row, at, item, &look::text())?;
        }
    }
    let at = lists.by_duty_column();
    for (row, (duty, list)) in (FIRST_ROW..).zip(&lists.by_duty) {
        sheet.write_string(row, at, duty)?;
        sheet.write_string(row, at + 1, list)?;
    }
    if !lists.by_duty.is_empty() {
        sheet.set_column_hidden(at)?.set_column_hidden(at + 1)?;
    }
    sheet.set_freeze_panes(FIRST_ROW, 0)?;
    protect(sheet);
    page(template, sheet)?;
    sheet.set_repeat_rows(FIRST_ROW - 1, FIRST_ROW - 1)?;
    Ok(())
}

/// One row for each column of the ledger, and the paragraphs below.
pub(super) fn write_guide(template: &Template, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    const WIDTHS: [f64; 4] = [20.0, 66.0, 28.0, 10.0];
    let texts = &template.texts;
    sheet.set_name(&texts.guide)?;
    for (at, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(at, width)?;
    }
    across(sheet, 0, LAST, &texts.guide_title, &look::title())?;
    sheet.set_row_height(0, 34)?;
    for (at, heading) in (0..).zip(&texts.guide_headings) {
        sheet.write_string_with_format(1, at, heading, &look::heading(false))?;
    }
    let mut row = 2;
    let mut explained = BTreeSet::new();
    // Columns that stand side by side for one field are explained once.
    let columns = template.columns.iter();
    for column in columns.filter(|column| explained.insert(column.field)) {
        let required = if column.required {
            &texts.required
        } else {
            &texts.optional
        };
        // In brackets, so that this sheet is never taken for a ledger.
        let name = format!("「{}」", plain(&column.heading));
        let cells = [&name, &column.hint, &column.example, required];
        for (at, text) in (0..).zip(cells) {
            sheet.write_string_with_format(row, at, text, &look::text())?;
        }
        sheet.set_row_height(row, height(&column.hint, 32))?;
        row += 1;
    }
    row += 1;
    for paragraph in &template.paragraphs {
        across(sheet, row, LAST, paragraph, &look::paragraph())?;
        sheet.set_row_height(row, height(paragraph, 58))?;
        row += 1;
    }
    protect(sheet);
    page(template, sheet)?;
    sheet.set_repeat_rows(1, 1)?;
    Ok(())
}

/// The last column of the guide.
const LAST: ColNum = 3;

fn protect(sheet: &mut Worksheet) {
    sheet.protect_with_options(&ProtectionOptions {
        format_columns: true,
        format_rows: true,
        ..ProtectionOptions::new()
    });
}

/// The height of a row for a text with so many Chinese characters in a line.
fn height(text: &str, in_a_line: usize) -> RowNum {
    let half_widths: usize = text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
    let lines = half_widths.div_ceil(in_a_line * 2).max(1);
    6 + 17 * RowNum::try_from(lines).unwrap_or(1)
}
