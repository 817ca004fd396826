//! A roster as a workbook to be printed: a sheet of days, a sheet of persons.

use luoshi_diagnostics::Messages;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use crate::view::View;
use crate::words::{class, say, weekday};

/// The bytes of the workbook. The same roster gives the same bytes.
///
/// # Errors
/// A text that a workbook cannot hold.
pub fn to_workbook(view: &View<'_>, words: Messages) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let args = [
        ("place", view.plan.jurisdiction.name.as_str().into()),
        ("name", view.name().into()),
    ];
    let title = say(words, "roster-title", args);
    // A workbook says when it was made; that would be another day's bytes.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let properties = DocProperties::new()
        .set_title(&title)
        .set_creation_datetime(&made);
    workbook.set_properties(&properties);
    days(view, words, &title, workbook.add_worksheet())?;
    persons(view, words, &title, workbook.add_worksheet())?;
    workbook.save_to_buffer()
}

fn days(
    view: &View<'_>,
    words: Messages,
    title: &str,
    sheet: &mut Worksheet,
) -> Result<(), XlsxError> {
    sheet.set_name(words.word("roster-shifts"))?;
    let most = view.roster.shifts.iter().map(|s| s.staff.len()).max();
    let persons = u16::try_from(most.unwrap_or(1)).unwrap_or(u16::MAX);
    let mut headings = ["day", "weekday", "class"]
        .map(|h| heading(words, h))
        .to_vec();
    headings.extend((1..=persons).map(|n| format!("{}{n}", heading(words, "person"))));
    begin(sheet, title, &headings)?;
    let cell = cell();
    for (row, shift) in (2..).zip(&view.roster.shifts) {
        sheet.write_with_format(row, 0, shift.date.to_string(), &cell)?;
        sheet.write_with_format(row, 1, weekday(words, shift.date), &cell)?;
        sheet.write_with_format(row, 2, class(words, shift.class), &cell)?;
        for at in 0..persons {
            let staff = shift.staff.get(usize::from(at)).map_or("", String::as_str);
            sheet.write_with_format(row, 3 + at, staff, &cell)?;
        }
    }
    Ok(())
}

fn persons(
    view: &View<'_>,
    words: Messages,
    title: &str,
    sheet: &mut Worksheet,
) -> Result<(), XlsxError> {
    sheet.set_name(words.word("roster-persons"))?;
    let names = [
        "person", "unit", "planned", "weekend", "holiday", "carried", "sum",
    ];
    begin(sheet, title, &names.map(|h| heading(words, h)))?;
    let cell = cell();
    for (row, person) in (2..).zip(&view.roster.persons) {
        sheet.write_with_format(row, 0, person.staff.as_str(), &cell)?;
        sheet.write_with_format(row, 1, view.unit_of(&person.staff), &cell)?;
        let (planned, carried) = (person.planned, person.carried.total);
        let counts = [
            planned.total,
            planned.weekend,
            planned.holiday,
            carried,
            planned.total + carried,
        ];
        for (column, count) in (2..).zip(counts) {
            sheet.write_with_format(row, column, count, &cell)?;
        }
    }
    Ok(())
}

fn heading(words: Messages, column: &str) -> String {
    words.word(&format!("roster-column-{column}"))
}

/// The title over all columns, and the headings, which are repeated on every printed page.
fn begin(sheet: &mut Worksheet, title: &str, headings: &[String]) -> Result<(), XlsxError> {
    let last = u16::try_from(headings.len().saturating_sub(1)).unwrap_or(u16::MAX);
    let large = Format::new()
        .set_bold()
        .set_font_size(16)
        .set_align(FormatAlign::Center);
    sheet.merge_range(0, 0, 0, last.max(1), title, &large)?;
    let bold = cell().set_bold();
    for (column, heading) in (0..).zip(headings) {
        sheet.write_with_format(1, column, heading, &bold)?;
        sheet.set_column_width(column, 13)?;
    }
    sheet.set_repeat_rows(0, 1)?;
    sheet.set_freeze_panes(2, 0)?;
    sheet.set_print_fit_to_pages(1, 0);
    Ok(())
}

fn cell() -> Format {
    Format::new()
        .set_border(FormatBorder::Thin)
        .set_align(FormatAlign::Center)
}
