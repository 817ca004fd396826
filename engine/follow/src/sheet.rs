//! The register as offices keep it: one row for each item, as a workbook and as CSV.

use luoshi_audit::Accountable;
use luoshi_diagnostics::Messages;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use crate::item::{Item, Register};
use crate::register_text::{due_text, issue, progress_text, state_word, step_text};
use crate::words::{in_language, joined, post, say, with};

/// The columns, with their widths.
const COLUMNS: [(&str, f64); 12] = [
    ("number", 6.0),
    ("township", 12.0),
    ("issue", 36.0),
    ("clauses", 12.0),
    ("unit", 16.0),
    ("person", 10.0),
    ("measures", 28.0),
    ("due", 18.0),
    ("progress", 32.0),
    ("closed", 12.0),
    ("step", 24.0),
    ("id", 24.0),
];

/// The cells of an item.
fn row(number: usize, item: &Item, words: Messages) -> [String; COLUMNS.len()] {
    let reason = item.reason.as_ref();
    let reason = reason.map_or("", |reason| in_language(reason, words));
    let who = item.accountable.as_ref();
    let holder = |who: &Accountable| match &who.holder {
        Some(holder) => holder.clone(),
        None => words.word("follow-vacant"),
    };
    let told = [state_word(item.state, words), progress_text(item, words)];
    let told: Vec<String> = told.into_iter().filter(|part| !part.is_empty()).collect();
    let step = item.overdue.map(|_| step_text(item.step.as_ref(), words));
    let closed = item.closed.filter(|_| !item.state.is_open());
    [
        number.to_string(),
        item.place.name.clone(),
        with(&issue(item), reason, words),
        item.clauses.join("、"),
        who.map_or(String::new(), post),
        who.map_or(String::new(), holder),
        item.measures.clone().unwrap_or_default(),
        item.due.map_or(String::new(), |due| due_text(due, words)),
        joined(&told, words),
        closed.map_or(String::new(), |day| day.to_string()),
        step.unwrap_or_default(),
        item.finding.clone(),
    ]
}

fn headings(words: Messages) -> [String; COLUMNS.len()] {
    COLUMNS.map(|(column, _)| words.word(&format!("follow-column-{column}")))
}

/// The register as CSV: UTF-8 with a mark of its order of bytes, as office programs expect it.
#[must_use]
pub fn register_csv(of: &Register, words: Messages) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Memory takes all that is written.
    let _ = writer.write_record(headings(words));
    for (number, item) in (1..).zip(&of.items) {
        let cells = row(number, item, words).map(guarded);
        let _ = writer.write_record(cells);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    format!("\u{feff}{}", String::from_utf8_lossy(&bytes))
}

/// A text that an office program would take for a formula begins with an apostrophe.
fn guarded(text: String) -> String {
    match text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{text}"),
        false => text,
    }
}

/// The register as a workbook to be printed. The same register gives the same bytes.
///
/// # Errors
/// A text that a workbook cannot hold.
pub fn register_workbook(of: &Register, words: Messages) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let args = [("today", of.as_of.to_string().into())];
    let title = say(words, "follow-sheet-title", args);
    // A workbook says when it was made; that would be another day's bytes.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let properties = DocProperties::new()
        .set_title(&title)
        .set_creation_datetime(&made);
    workbook.set_properties(&properties);
    let sheet = workbook.add_worksheet();
    sheet.set_name(words.word("follow-sheet"))?;
    begin(sheet, &title, words)?;
    let cell = cell();
    for (at, item) in of.items.iter().enumerate() {
        let line = u32::try_from(at + 2).unwrap_or(u32::MAX);
        for (column, text) in (0..).zip(row(at + 1, item, words)) {
            match column {
                0 => sheet.write_with_format(
                    line,
                    column,
                    i32::try_from(at + 1).unwrap_or(i32::MAX),
                    &cell,
                )?,
                _ => sheet.write_with_format(line, column, text, &cell)?,
            };
        }
    }
    workbook.save_to_buffer()
}

/// The title over all columns, and the headings, which are repeated on every printed page.
fn begin(sheet: &mut Worksheet, title: &str, words: Messages) -> Result<(), XlsxError> {
    let last = u16::try_from(COLUMNS.len() - 1).unwrap_or(u16::MAX);
    let large = Format::new()
        .set_bold()
        .set_font_size(16)
        .set_align(FormatAlign::Center);
    sheet.merge_range(0, 0, 0, last, title, &large)?;
    let bold = cell().set_bold();
    for (column, (heading, (_, width))) in (0..).zip(headings(words).into_iter().zip(COLUMNS)) {
        sheet.write_with_format(1, column, heading, &bold)?;
        sheet.set_column_width(column, width)?;
    }
    sheet.set_repeat_rows(0, 1)?;
    sheet.set_freeze_panes(2, 0)?;
    sheet.set_landscape();
    sheet.set_print_fit_to_pages(1, 0);
    Ok(())
}

fn cell() -> Format {
    Format::new()
        .set_border(FormatBorder::Thin)
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap()
}
