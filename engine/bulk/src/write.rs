//! Records of many ledgers to one bulk file, in luoshi's own shape.

mod table;

use std::borrow::Cow;
use std::io::{self, Write};

use luoshi_evidence::{CsvWriter, Record};
use table::TableWriter;

use crate::file::Format;

/// Writes one bulk file. All records of a township must come one after the other.
pub struct BulkWriter<'w>(Inner<'w>);

enum Inner<'w> {
    Jsonl(&'w mut (dyn Write + Send)),
    Csv(CsvWriter<'w>),
    Parquet(Box<TableWriter<'w>>),
}

impl<'w> BulkWriter<'w> {
    /// Begins a file.
    ///
    /// # Errors
    /// The target cannot be written.
    pub fn start(format: Format, out: &'w mut (dyn Write + Send)) -> io::Result<BulkWriter<'w>> {
        Ok(BulkWriter(match format {
            Format::Jsonl => Inner::Jsonl(out),
            Format::Csv => Inner::Csv(CsvWriter::start(out)?),
            Format::Parquet => Inner::Parquet(Box::new(TableWriter::start(out)?)),
        }))
    }

    /// Adds a record of a township's ledger; its `jurisdiction` becomes the township.
    ///
    /// # Errors
    /// The target cannot be written.
    pub fn write(&mut self, township: &str, record: &Record) -> io::Result<()> {
        let record = match record.jurisdiction.as_deref() {
            Some(own) if own == township => Cow::Borrowed(record),
            _ => Cow::Owned(Record {
                jurisdiction: Some(township.to_owned()),
                ..record.clone()
            }),
        };
        match &mut self.0 {
            Inner::Jsonl(out) => writeln!(out, "{}", record.to_json()),
            Inner::Csv(csv) => csv.write(&record),
            Inner::Parquet(table) => table.write(&record),
        }
    }

    /// Writes what is left.
    ///
    /// # Errors
    /// The target cannot be written.
    pub fn finish(self) -> io::Result<()> {
        match self.0 {
            Inner::Jsonl(out) => out.flush(),
            Inner::Csv(csv) => csv.finish(),
            Inner::Parquet(table) => table.finish(),
        }
    }
}
