//! The list as a workbook: the answers are chosen, everything else is protected.

use luoshi_diagnostics::Messages;
use rust_xlsxwriter::{
    ColNum, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder,
    ProtectionOptions, RowNum, Workbook, Worksheet, XlsxError,
};

use crate::form::{Answer, COLUMNS, Form};

/// The row of the headings, below title and line.
const HEADINGS: RowNum = 2;
/// A4.
const PAPER: u8 = 9;
/// The widths of the columns in characters: a page of A4 across. The last is for the program.
const WIDTHS: [u8; 14] = [5, 10, 14, 8, 8, 12, 9, 22, 14, 16, 24, 10, 20, 13];

/// The workbook with one sheet; the same list gives the same bytes.
///
/// # Errors
/// A text that a workbook cannot hold, in words of the library.
pub fn workbook_form(form: &Form, words: Messages) -> Result<Vec<u8>, String> {
    build(form, words).map_err(|error| error.to_string())
}

fn build(form: &Form, words: Messages) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // A workbook says when it was made; the same list is to give the same bytes.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let properties = DocProperties::new()
        .set_title(&form.title)
        .set_author("luoshi")
        .set_creation_datetime(&made);
    workbook.set_properties(&properties);
    let sheet = workbook.add_worksheet();
    sheet.set_name(words.word("sample-sheet"))?;
    let last = ColNum::try_from(form.headings.len()).unwrap_or(1) - 1;
    sheet.merge_range(0, 0, 0, last, &form.title, &title())?;
    sheet.merge_range(1, 0, 1, last, &form.head, &small())?;
    for ((at, heading), width) in (0..).zip(&form.headings).zip(WIDTHS) {
        sheet.set_column_width(at, width)?;
        sheet.write_string_with_format(HEADINGS, at, heading, &heading_format())?;
    }
    for (row, cells) in (HEADINGS + 1..).zip(&form.rows) {
        write_row(sheet, row, cells)?;
    }
    validate(sheet, form, words)?;
    sheet.set_freeze_panes(HEADINGS + 1, 0)?;
    sheet.protect_with_options(&ProtectionOptions {
        sort: true,
        use_autofilter: true,
        format_columns: true,
        format_rows: true,
        ..ProtectionOptions::new()
    });
    sheet
        .set_landscape()
        .set_paper_size(PAPER)
        .set_print_fit_to_pages(1, 0)
        .set_footer("&C&P / &N")
        .set_repeat_rows(HEADINGS, HEADINGS)?;
    workbook.save_to_buffer()
}

fn write_row(sheet: &mut Worksheet, row: RowNum, cells: &[String]) -> Result<(), XlsxError> {
    for (at, cell) in (0..).zip(cells) {
        let format = if filled_in(at) {
            cell_format().set_unlocked()
        } else {
            cell_format()
        };
        // As text: a record 007 is not 7.
        let format = format.set_num_format_index(49);
        match cell.is_empty() {
            true => sheet.write_blank(row, at, &format)?,
            false => sheet.write_string_with_format(row, at, cell, &format)?,
        };
    }
    Ok(())
}

/// Whether the person on site fills this column.
fn filled_in(at: ColNum) -> bool {
    column("result") == at || column("note") == at
}

fn column(key: &str) -> ColNum {
    let at = COLUMNS.into_iter().position(|column| column == key);
    at.and_then(|at| ColNum::try_from(at).ok()).unwrap_or(0)
}

fn validate(sheet: &mut Worksheet, form: &Form, words: Messages) -> Result<(), XlsxError> {
    let answers: Vec<String> = Answer::ALL.iter().map(|a| a.shown(words)).collect();
    let rule = DataValidation::new()
        .allow_list_strings(&answers)?
        .set_error_title(words.word("sample-refused"))?
        .set_error_message(words.word("sample-refusal"))?;
    let last = HEADINGS + RowNum::try_from(form.rows.len().max(1)).unwrap_or(1);
    let at = column("result");
    sheet.add_data_validation(HEADINGS + 1, at, last, at, &rule)?;
    Ok(())
}

fn title() -> Format {
    Format::new()
        .set_font_name("宋体")
        .set_font_size(16)
        .set_bold()
        .set_align(FormatAlign::Center)
}

fn small() -> Format {
    Format::new().set_font_size(7).set_align(FormatAlign::Left)
}

fn heading_format() -> Format {
    cell_format().set_bold().set_align(FormatAlign::Center)
}

fn cell_format() -> Format {
    Format::new()
        .set_font_name("仿宋")
        .set_font_size(11)
        .set_border(FormatBorder::Thin)
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap()
}
