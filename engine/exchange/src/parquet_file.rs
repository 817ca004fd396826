//! The table of findings as Apache Parquet.

use std::sync::Arc;

use arrow_array::builder::{ListBuilder, StringBuilder};
use arrow_array::{
    ArrayRef, BooleanArray, Date32Array, Int64Array, ListArray, RecordBatch, StringArray,
};
use arrow_schema::{DataType, Field, Schema};
use jiff::civil::{Date, date};
use luoshi_audit::{Depth, Head};
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;

use crate::columns::{Row, rows};
use crate::format::ExportError;
use crate::telling::Telling;
use crate::whole::Whole;

/// Rows that are put into columns at a time.
const BATCH: usize = 8192;

/// The audit's findings as Parquet.
pub(crate) fn write(whole: &Whole<'_>, telling: Telling) -> Result<Vec<u8>, ExportError> {
    let schema = Arc::new(schema());
    let properties = properties(&whole.audit.head, telling);
    let mut out =
        ArrowWriter::try_new(Vec::new(), schema.clone(), Some(properties)).map_err(fault)?;
    let mut rows = rows(whole, telling).peekable();
    while rows.peek().is_some() {
        let batch: Vec<Row<'_>> = rows.by_ref().take(BATCH).collect();
        let columns = columns(&batch);
        let batch = RecordBatch::try_new(schema.clone(), columns).map_err(fault)?;
        out.write(&batch).map_err(fault)?;
    }
    out.into_inner().map_err(fault)
}

fn fault(error: impl ToString) -> ExportError {
    ExportError::Write(error.to_string())
}

/// What readers show of a file without opening its columns.
fn properties(head: &Head, telling: Telling) -> WriterProperties {
    let depth = match head.depth {
        Depth::Evidence => "evidence",
        Depth::Figures => "figures",
    };
    let pair = |(key, value): (&str, &str)| KeyValue::new(key.to_owned(), value.to_owned());
    let about = [
        ("luoshi.table", "findings/1"),
        ("luoshi.as_of", &head.as_of.to_string()),
        ("luoshi.depth", depth),
        ("luoshi.language", telling.lang().tag()),
    ];
    WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_created_by(format!("luoshi version {}", head.engine))
        .set_key_value_metadata(Some(about.map(pair).to_vec()))
        .build()
}

/// A column: its name, whether a row may be without a value, how it is filled.
type Column = (&'static str, bool, Fill);

enum Fill {
    Text(for<'r> fn(&'r Row<'_>) -> Option<&'r str>),
    Day(fn(&Row<'_>) -> Option<Date>),
    Number(fn(&Row<'_>) -> Option<i64>),
    Mark(fn(&Row<'_>) -> bool),
    Texts(for<'r> fn(&'r Row<'_>) -> &'r [String]),
}

const COLUMNS: [Column; 31] = [
    ("as_of", false, Fill::Day(|row| Some(row.as_of))),
    ("county", false, Fill::Text(|row| Some(row.county))),
    ("township", false, Fill::Text(|row| Some(row.township))),
    (
        "township_name",
        false,
        Fill::Text(|row| Some(row.township_name)),
    ),
    ("source", false, Fill::Text(|row| Some(row.source))),
    ("simulated", false, Fill::Mark(|row| row.simulated)),
    ("finding", false, Fill::Text(|row| Some(row.finding))),
    ("status", false, Fill::Text(|row| Some(row.status))),
    ("fails", false, Fill::Mark(|row| row.fails)),
    ("severity", true, Fill::Text(|row| row.severity)),
    ("duty", false, Fill::Text(|row| Some(row.duty))),
    ("duty_name", true, Fill::Text(|row| row.duty_name)),
    ("section", true, Fill::Text(|row| row.section)),
    ("clauses", false, Fill::Texts(|row| row.clauses)),
    ("facet", true, Fill::Text(|row| row.facet)),
    ("subject", true, Fill::Text(|row| row.subject)),
    ("subject_name", true, Fill::Text(|row| row.subject_name)),
    ("actor", true, Fill::Text(|row| row.actor)),
    ("actor_name", true, Fill::Text(|row| row.actor_name)),
    ("record", true, Fill::Text(|row| row.record)),
    ("period", true, Fill::Text(|row| row.period)),
    ("day", true, Fill::Day(|row| row.day)),
    ("figure", true, Fill::Number(|row| row.figure)),
    ("reason", false, Fill::Text(|row| Some(&row.reason))),
    ("role", true, Fill::Text(|row| row.role)),
    ("role_name", true, Fill::Text(|row| row.role_name)),
    ("holder", true, Fill::Text(|row| row.holder)),
    ("evidence", false, Fill::Texts(|row| row.evidence)),
    ("decision", true, Fill::Text(|row| row.decision)),
    ("file", true, Fill::Text(|row| row.file.as_deref())),
    ("line", true, Fill::Number(|row| row.line)),
];

fn schema() -> Schema {
    let field = |(name, empty, fill): &Column| Field::new(*name, fill.kind(), *empty);
    Schema::new(COLUMNS.iter().map(field).collect::<Vec<_>>())
}

fn columns(rows: &[Row<'_>]) -> Vec<ArrayRef> {
    COLUMNS
        .iter()
        .map(|(_, _, fill)| fill.column(rows))
        .collect()
}

impl Fill {
    fn kind(&self) -> DataType {
        match self {
            Fill::Text(_) => DataType::Utf8,
            Fill::Day(_) => DataType::Date32,
            Fill::Number(_) => DataType::Int64,
            Fill::Mark(_) => DataType::Boolean,
            Fill::Texts(_) => DataType::List(Arc::new(element())),
        }
    }

    fn column(&self, rows: &[Row<'_>]) -> ArrayRef {
        let rows = rows.iter();
        match self {
            Fill::Text(of) => Arc::new(rows.map(of).collect::<StringArray>()),
            Fill::Day(of) => Arc::new(rows.map(|row| of(row).map(days)).collect::<Date32Array>()),
            Fill::Number(of) => Arc::new(rows.map(of).collect::<Int64Array>()),
            Fill::Mark(of) => Arc::new(rows.map(|row| Some(of(row))).collect::<BooleanArray>()),
            Fill::Texts(of) => Arc::new(lists(rows.map(of))),
        }
    }
}

/// What a list of texts holds.
fn element() -> Field {
    Field::new("element", DataType::Utf8, false)
}

fn lists<'r>(of: impl Iterator<Item = &'r [String]>) -> ListArray {
    let mut lists = ListBuilder::new(StringBuilder::new()).with_field(element());
    for list in of {
        lists.append_value(list.iter().map(Some));
    }
    lists.finish()
}

/// Days since 1970, as Arrow counts them. Every day of the calendar fits.
fn days(day: Date) -> i32 {
    let since = day.since(date(1970, 1, 1));
    since.map_or(0, |span| span.get_days())
}
