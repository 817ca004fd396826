//! Records as a CSV file that a spreadsheet opens and that can be imported again.

use std::io::{self, Write};

use crate::field::Field;
use crate::record::{Record, shown_moment, shown_time};

/// The columns, in the order in which a clerk reads them.
const COLUMNS: [Field; Field::COUNT] = [
    Field::Id,
    Field::Kind,
    Field::Date,
    Field::Time,
    Field::Duty,
    Field::Subject,
    Field::Actor,
    Field::Status,
    Field::Quantity,
    Field::Amount,
    Field::Marks,
    Field::Ref,
    Field::Until,
    Field::Note,
    Field::Attachments,
    Field::Jurisdiction,
    Field::RecordedAt,
    Field::RecordedBy,
    Field::Set,
];

/// Writes records as a CSV file in UTF-8, with a byte-order mark because spreadsheets take
/// the file for GBK without one.
///
/// # Errors
/// The target cannot be written.
pub fn write_csv<'r>(
    records: impl IntoIterator<Item = &'r Record>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut csv = CsvWriter::start(out)?;
    for record in records {
        csv.write(record)?;
    }
    csv.finish()
}

/// Writes records as JSONL, one canonical line each.
///
/// # Errors
/// The target cannot be written.
pub fn write_jsonl<'r>(
    records: impl IntoIterator<Item = &'r Record>,
    out: &mut dyn Write,
) -> io::Result<()> {
    for record in records {
        writeln!(out, "{}", record.to_json())?;
    }
    Ok(())
}

/// A CSV file that is being written.
pub struct CsvWriter<'w> {
    out: csv::Writer<&'w mut dyn Write>,
}

impl<'w> CsvWriter<'w> {
    /// Begins a file with its heading.
    ///
    /// # Errors
    /// The target cannot be written.
    pub fn start(out: &'w mut dyn Write) -> io::Result<Self> {
        out.write_all("\u{feff}".as_bytes())?;
        let mut out = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .from_writer(out);
        out.write_record(COLUMNS.iter().map(|field| field.zh()))?;
        Ok(CsvWriter { out })
    }

    /// Adds a record.
    ///
    /// # Errors
    /// The target cannot be written.
    pub fn write(&mut self, record: &Record) -> io::Result<()> {
        let cells = COLUMNS.iter().map(|field| cell(record, *field));
        Ok(self.out.write_record(cells)?)
    }

    /// Writes what is left.
    ///
    /// # Errors
    /// The target cannot be written.
    pub fn finish(mut self) -> io::Result<()> {
        self.out.flush()
    }
}

fn cell(record: &Record, field: Field) -> String {
    match field {
        // JSON begins with a bracket, and a number is meant as one.
        Field::Attachments | Field::Set | Field::Quantity | Field::Amount => {
            record.text(field).unwrap_or_default()
        }
        Field::Kind => record.kind.zh().to_owned(),
        _ => guarded(&record.text(field).unwrap_or_default()),
    }
}

impl Record {
    /// A field as the cell of a table: lists joined with 、, attachments and `set` as JSON, days
    /// and times as in JSON; none if it is absent.
    #[must_use]
    pub fn text(&self, field: Field) -> Option<String> {
        let text = cell_text(self, field);
        (!text.is_empty()).then_some(text)
    }
}

fn cell_text(record: &Record, field: Field) -> String {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    match field {
        Field::Actor => record.actor.join("、"),
        Field::Amount => record.amount.map_or(String::new(), |n| n.to_string()),
        Field::Attachments | Field::Set => record.value_json(field),
        Field::Date => record.date.to_string(),
        Field::Duty => text(&record.duty),
        Field::Id => record.id.clone(),
        Field::Jurisdiction => text(&record.jurisdiction),
        Field::Kind => record.kind.name().to_owned(),
        Field::Marks => record.marks.join("、"),
        Field::Note => text(&record.note),
        Field::Quantity => record.quantity.map_or(String::new(), |n| n.to_string()),
        Field::RecordedAt => record.recorded_at.map_or(String::new(), shown_moment),
        Field::RecordedBy => text(&record.recorded_by),
        Field::Ref => text(&record.refers),
        Field::Status => text(&record.status),
        Field::Subject => text(&record.subject),
        Field::Time => record.time.map_or(String::new(), shown_time),
        Field::Until => record.until.map_or(String::new(), |day| day.to_string()),
    }
}

/// A text that a spreadsheet would run as a formula gets an apostrophe before it, which
/// the import takes away again; so does one that already has such an apostrophe.
fn guarded(text: &str) -> String {
    if is_formula(text.trim_start_matches('\'')) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// Takes the apostrophe away.
#[must_use]
pub fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if is_formula(rest.trim_start_matches('\'')) => rest,
        _ => text,
    }
}

fn is_formula(text: &str) -> bool {
    // Also those of full width, which spreadsheets read alike, and blanks that they pass over.
    text.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r'])
}
