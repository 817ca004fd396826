//! Of what an arranged file says of itself nothing is believed that could change what is told of a township.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::sync::Arc;

use arrow_array::{ArrayRef, Int64Array, RecordBatch, StringArray, UInt32Array};
use jiff::civil::date;
use luoshi_bulk::{BulkFile, Format, Mapping, Reading, Sizes, Summary, arrange, read};
use luoshi_diagnostics::Sources;
use luoshi_evidence::Kind;
use parquet::arrow::ArrowWriter;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::reader::{FileReader, SerializedFileReader};

/// A row: township, kind, day, id, and the place that it claims.
type Row = (&'static str, &'static str, &'static str, i64, u32);

/// Rows in no order, with places that others claim too.
const ROWS: [Row; 7] = [
    ("1", "visit", "2025-03-01", 1, 7),
    ("1", "meeting", "2025-01-01", 2, 7),
    ("1", "weather", "2025-01-01", 3, 10),
    ("1", "visit", "2025-02-01", 4, 10),
    ("2", "meeting", "2025-01-01", 5, 4_294_967_295),
    ("2", "visit", "2025-02-01", 6, 0),
    ("2", "meeting", "2025-03-01", 7, 4_294_967_295),
];

struct Claims {
    version: &'static str,
    source: &'static str,
    file: &'static str,
    named: [&'static str; 2],
}

const CLAIMS: Claims = Claims {
    version: "1",
    source: "table.csv",
    file: "table.csv",
    named: ["luoshi_file", "luoshi_row"],
};

fn file(claims: &Claims) -> BulkFile {
    let texts = |of: fn(&Row) -> &'static str| -> ArrayRef {
        Arc::new(
            ROWS.iter()
                .map(|row| Some(of(row)))
                .collect::<StringArray>(),
        )
    };
    let ids: Int64Array = ROWS.iter().map(|row| Some(row.3)).collect();
    let rows: UInt32Array = ROWS.iter().map(|row| Some(row.4)).collect();
    let files: StringArray = ROWS.iter().map(|_| Some(claims.file)).collect();
    let columns: Vec<(&str, ArrayRef, bool)> = vec![
        ("jurisdiction", texts(|row| row.0), true),
        ("kind", texts(|row| row.1), true),
        ("date", texts(|row| row.2), true),
        ("id", Arc::new(ids), true),
        (claims.named[0], Arc::new(files), false),
        (claims.named[1], Arc::new(rows), false),
    ];
    let batch = RecordBatch::try_from_iter_with_nullable(columns).unwrap();
    let pair = |key: &str, value: &str| KeyValue::new(key.to_owned(), value.to_owned());
    let pairs = vec![
        pair("luoshi.arranged", claims.version),
        pair("luoshi.arranged.source.1", claims.source),
    ];
    let properties = WriterProperties::builder().set_key_value_metadata(Some(pairs));
    let mut bytes = Vec::new();
    let properties = Some(properties.build());
    let mut writer = ArrowWriter::try_new(&mut bytes, batch.schema(), properties).unwrap();
    writer.write(&batch).unwrap();
    writer.close().unwrap();
    BulkFile::of_bytes("claims.parquet", Format::Parquet, bytes)
}

fn mapping() -> Mapping {
    let text = "columns: { jurisdiction: jurisdiction, kind: kind, date: date, id: id }
kinds: { weather: { skip: true } }
";
    let mut sources = Sources::default();
    let file = sources.add("mapping.yaml", text);
    Mapping::from_yaml(text, file).value.unwrap()
}

/// Townships with how many visits and meetings each has.
fn told(file: BulkFile) -> (Vec<(String, usize, usize)>, Summary) {
    let mapping = mapping();
    let reading = Reading {
        mapping: &mapping,
        as_of: date(2025, 12, 31),
        threads: 1,
        sizes: Sizes::default(),
    };
    let look = || {
        |township: luoshi_bulk::Township<'_>| {
            let evidence = township.evidence.unwrap();
            let of = |kind: Kind| evidence.of(kind).len();
            (township.code.to_owned(), of(Kind::Visit), of(Kind::Meeting))
        }
    };
    let mut told = Vec::new();
    let summary = read(&[file], &reading, look, |one| told.push(one));
    (told, summary)
}

#[test]
fn rows_that_do_not_stand_as_they_say_are_read_like_any_others() {
    let (told, summary) = told(file(&CLAIMS));
    assert_eq!(told, [("1".to_owned(), 2, 1), ("2".to_owned(), 1, 2)]);
    assert!(summary.problems.is_empty(), "{:?}", summary.problems);
}

#[test]
fn a_file_that_contradicts_itself_is_damaged() {
    for (claims, code) in [
        (
            Claims {
                version: "2",
                ..CLAIMS
            },
            "LS1003",
        ),
        (
            Claims {
                named: ["luoshi_file", "row"],
                ..CLAIMS
            },
            "LS1003",
        ),
        (
            Claims {
                named: ["luoshi_row", "luoshi_file"],
                ..CLAIMS
            },
            "LS1003",
        ),
        (
            Claims {
                source: "other.csv",
                ..CLAIMS
            },
            "LS1004",
        ),
    ] {
        let (told, summary) = told(file(&claims));
        assert!(told.is_empty(), "{code}: {told:?}");
        let codes = summary
            .problems
            .iter()
            .map(|problem| problem.note.code.id());
        assert_eq!(codes.collect::<Vec<_>>(), [code]);
    }
}

#[test]
fn columns_that_nothing_reads_are_kept() {
    let columns: Vec<(&str, ArrayRef)> = vec![
        ("jurisdiction", Arc::new(StringArray::from(vec!["1", "1"]))),
        (
            "kind",
            Arc::new(StringArray::from(vec!["visit", "meeting"])),
        ),
        (
            "date",
            Arc::new(StringArray::from(vec!["2025-01-01", "2025-01-02"])),
        ),
        (
            "weight",
            Arc::new(arrow_array::Float64Array::from(vec![0.1, 0.2])),
        ),
        (
            "number",
            Arc::new(Int64Array::from(vec![i64::MAX, i64::MIN])),
        ),
    ];
    let batch = RecordBatch::try_from_iter(columns).unwrap();
    let mut bytes = Vec::new();
    let mut writer = ArrowWriter::try_new(&mut bytes, batch.schema(), None).unwrap();
    writer.write(&batch).unwrap();
    writer.close().unwrap();
    let table = BulkFile::of_bytes("table.parquet", Format::Parquet, bytes);
    let mut out = Vec::new();
    arrange(&[table], &Mapping::own(), &mut out).unwrap();
    let reader = parquet::arrow::arrow_reader::ParquetRecordBatchReader::try_new(
        bytes::Bytes::from(out),
        10,
    );
    let batch = reader.unwrap().next().unwrap().unwrap();
    let column = |name: &str| format!("{:?}", batch.column_by_name(name).unwrap());
    for (name, cells) in [
        ("kind", ["meeting", "visit"]),
        ("weight", ["0.2", "0.1"]),
        ("number", ["-9223372036854775808", "9223372036854775807"]),
        ("luoshi_file", ["table.parquet", "table.parquet"]),
        ("luoshi_row", ["2", "1"]),
    ] {
        let shown = column(name);
        let (first, second) = (shown.find(cells[0]), shown.rfind(cells[1]));
        assert!(first.is_some() && first < second, "{name}: {shown}");
    }
}

#[test]
fn the_sources_are_named_with_their_digests() {
    let table = |name: &str, text: &'static str| BulkFile::of_bytes(name, Format::Csv, text);
    let files = [
        table("a.csv", "jurisdiction,kind,date\n1,visit,2025-01-01\n"),
        table("b.csv", "jurisdiction,kind,date\n"),
    ];
    let mut out = Vec::new();
    arrange(&files, &Mapping::own(), &mut out).unwrap();
    let reader = SerializedFileReader::new(bytes::Bytes::from(out)).unwrap();
    let pairs = reader.metadata().file_metadata().key_value_metadata();
    let pairs = pairs.unwrap().iter();
    let pairs: Vec<(&str, &str)> = pairs
        .map(|pair| (pair.key.as_str(), pair.value.as_deref().unwrap()))
        .collect();
    assert_eq!(
        pairs,
        [
            ("luoshi.arranged", "1"),
            ("luoshi.arranged.source.1", "a.csv"),
            (
                "luoshi.arranged.source.1.sha256",
                "acc278ef7986bdb6192ebe773f31b68cbfe0b922000575a943070aefe9626398"
            ),
            ("luoshi.arranged.source.2", "b.csv"),
            (
                "luoshi.arranged.source.2.sha256",
                "b7327707122b4b78126b5543c4f623a77f12b1af6894693ac7b80837b5cf8825"
            ),
        ]
    );
}
