//! Writes the workload as tables, as another system would export it: 4,000 townships a file, in
//! Parquet with a group of rows for each hundred.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use arrow_array::builder::{
    Date32Builder, Int32Builder, StringDictionaryBuilder, UInt16Builder, UInt32Builder,
    UInt64Builder,
};
use arrow_array::types::Int32Type;
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{DataType, Field, Schema};
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_writer::ArrowWriterOptions;
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;

use super::generate::{Row, rows};

const SEED: u64 = 2025;
const PART: u32 = 4_000;
const GROUP: u32 = 100;

/// The files of a format, in order.
pub(crate) fn parts(dir: &Path, format: &str) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(dir)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == format))
        .collect();
    found.sort();
    found
}

/// Writes the files of so many townships, unless they are there already.
pub(crate) fn write(dir: &Path, townships: u32, formats: &[&str]) -> io::Result<()> {
    let done = dir.join(format!("done-{}", formats.join("-")));
    if done.exists() {
        return Ok(());
    }
    fs::create_dir_all(dir)?;
    let next = AtomicU32::new(0);
    let work = || -> io::Result<()> {
        loop {
            let part = next.fetch_add(1, Ordering::Relaxed);
            let from = part * PART;
            if from >= townships {
                return Ok(());
            }
            let to = (from + PART).min(townships);
            for format in formats {
                let path = dir.join(format!("part-{part:03}.{format}"));
                let file = BufWriter::with_capacity(1 << 20, File::create(path)?);
                match *format {
                    "parquet" => parquet(file, from, to)?,
                    "csv" => csv(file, from, to)?,
                    _ => jsonl(file, from, to)?,
                }
            }
        }
    };
    std::thread::scope(|scope| -> io::Result<()> {
        let threads: Vec<_> = (0..2).map(|_| scope.spawn(work)).collect();
        for thread in threads {
            thread.join().map_err(|_| io::Error::other("a thread failed"))??;
        }
        Ok(())
    })?;
    fs::write(done, "")
}

fn csv(mut file: impl Write, from: u32, to: u32) -> io::Result<()> {
    writeln!(file, "township_id,date,kind,village_id,person_id,status,amount,ref")?;
    let shown = |n: Option<i32>| n.map_or(String::new(), |n| n.to_string());
    for township in from..to {
        let mut text = String::new();
        for row in rows(SEED, township) {
            let _ = writeln!(
                text,
                "{township},{},{},{},{},{},{},{}",
                day(&row),
                row.kind,
                shown(row.village),
                shown(row.person),
                row.status.unwrap_or(""),
                shown(row.amount),
                row.reference
            );
        }
        file.write_all(text.as_bytes())?;
    }
    file.flush()
}

fn jsonl(mut file: impl Write, from: u32, to: u32) -> io::Result<()> {
    for township in from..to {
        let mut text = String::new();
        for row in rows(SEED, township) {
            let day = day(&row);
            let _ = write!(
                text,
                r#"{{"township_id":{township},"date":"{day}","kind":"{}""#,
                row.kind
            );
            let numbers = [("village_id", row.village), ("person_id", row.person)];
            for (key, number) in numbers {
                if let Some(number) = number {
                    let _ = write!(text, r#","{key}":{number}"#);
                }
            }
            if let Some(status) = row.status {
                let _ = write!(text, r#","status":"{status}""#);
            }
            if let Some(amount) = row.amount {
                let _ = write!(text, r#","amount":{amount}"#);
            }
            let _ = writeln!(text, r#","ref":{}}}"#, row.reference);
        }
        file.write_all(text.as_bytes())?;
    }
    file.flush()
}

fn day(row: &Row) -> String {
    luoshi_calendar::date(row.day).map_or_else(String::new, |day| day.to_string())
}

fn schema() -> Arc<Schema> {
    let word = DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8));
    Arc::new(Schema::new(vec![
        Field::new("township_id", DataType::UInt32, false),
        Field::new("date", DataType::Date32, false),
        Field::new("kind", word.clone(), false),
        Field::new("village_id", DataType::UInt16, true),
        Field::new("person_id", DataType::UInt16, true),
        Field::new("status", word, true),
        Field::new("amount", DataType::Int32, true),
        Field::new("ref", DataType::UInt64, false),
    ]))
}

fn parquet(file: impl Write + Send, from: u32, to: u32) -> io::Result<()> {
    let properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_max_row_group_row_count(Some(1 << 30))
        .build();
    let options = ArrowWriterOptions::new()
        .with_properties(properties)
        .with_skip_arrow_metadata(true);
    let mut writer = ArrowWriter::try_new_with_options(file, schema(), options)?;
    for first in (from..to).step_by(GROUP as usize) {
        writer.write(&group(first, (first + GROUP).min(to)))?;
        writer.flush()?;
    }
    writer.close()?;
    Ok(())
}

fn group(from: u32, to: u32) -> RecordBatch {
    let mut township = UInt32Builder::new();
    let mut date = Date32Builder::new();
    let mut kind = StringDictionaryBuilder::<Int32Type>::new();
    let mut village = UInt16Builder::new();
    let mut person = UInt16Builder::new();
    let mut status = StringDictionaryBuilder::<Int32Type>::new();
    let mut amount = Int32Builder::new();
    let mut reference = UInt64Builder::new();
    let small = |n: Option<i32>| n.and_then(|n| u16::try_from(n).ok());
    for at in from..to {
        for row in rows(SEED, at) {
            township.append_value(at);
            date.append_value(row.day);
            kind.append_value(row.kind);
            village.append_option(small(row.village));
            person.append_option(small(row.person));
            status.append_option(row.status);
            amount.append_option(row.amount);
            reference.append_value(row.reference);
        }
    }
    let columns: Vec<ArrayRef> = vec![
        Arc::new(township.finish()),
        Arc::new(date.finish()),
        Arc::new(kind.finish()),
        Arc::new(village.finish()),
        Arc::new(person.finish()),
        Arc::new(status.finish()),
        Arc::new(amount.finish()),
        Arc::new(reference.finish()),
    ];
    RecordBatch::try_new(schema(), columns).expect("columns of one length and the stated types")
}
