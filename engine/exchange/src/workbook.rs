//! A workbook with a sheet for each question.

mod duties;
mod evidence;
mod open;
mod ranking;
mod sheet;
mod summary;
mod unmet;
mod who;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::format::ExportError;
use crate::open::OpenItem;
use crate::telling::Telling;
use crate::whole::Whole;
use crate::workbook::sheet::{Looks, Table};

/// The audit as a workbook.
pub(crate) fn write(
    whole: &Whole<'_>,
    open: &[OpenItem<'_>],
    telling: Telling,
) -> Result<Vec<u8>, ExportError> {
    let tables = [
        summary::table(whole, telling),
        unmet::table(whole, telling),
        who::table(whole, telling),
        ranking::table(whole, telling),
        duties::table(whole, telling),
        evidence::table(whole, telling),
        evidence::suspects(whole, telling),
        evidence::signs(whole, telling),
        open::table(open, telling),
        unmet::broken(whole, telling),
    ];
    written(&tables, telling).map_err(|error| ExportError::Write(error.to_string()))
}

fn written(tables: &[Table], telling: Telling) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // A workbook says when it was made; that would be another day's bytes.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let properties = DocProperties::new()
        .set_title(telling.word("workbook-title"))
        .set_creation_datetime(&made);
    workbook.set_properties(&properties);
    let looks = Looks::new();
    for table in tables {
        table.write(&mut workbook, &looks, telling)?;
    }
    workbook.save_to_buffer()
}
