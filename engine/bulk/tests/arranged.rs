//! Of what an arranged file says of itself nothing is believed that could change what is told of a township.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::UInt32Type;
use arrow_array::{ArrayRef, Int64Array, RecordBatch, StringArray, UInt32Array};
use jiff::civil::date;
use luoshi_bulk::{BulkFile, Format, Mapping, Reading, Sizes, Summary, arrange, read};
use luoshi_diagnostics::Sources;
use luoshi_evidence::Kind;
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_reader::ParquetRecordBatchReader;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::reader::{FileReader, SerializedFileReader};
use sha2::{Digest, Sha256};

/// A row: township, kind, day, id, and the place that it claims.
type Row = (&'static str, &'static str, &'static str, i64, u32);

/// Rows in no order, with places that others claim too, or that are far from one another.
const ROWS: [Row; 10] = [
    ("1", "visit", "2025-03-01", 1, 7),
    ("1", "meeting", "2025-01-01", 2, 7),
    ("1", "weather", "2025-01-01", 3, 10),
    ("1", "visit", "2025-02-01", 4, 10),
    ("2", "meeting", "2025-01-01", 5, 4_294_967_295),
    ("2", "visit", "2025-02-01", 6, 0),
    ("2", "meeting", "2025-03-01", 7, 4_294_967_295),
    ("3", "visit", "2025-03-01", 8, 9),
    ("3", "weather", "2025-02-01", 9, 5),
    ("3", "visit", "2025-01-01", 10, 1),
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

/// A file that makes these claims. A township that is written as nothing is none.
fn file(claims: &Claims, all: &[Row]) -> BulkFile {
    let texts = |of: fn(&Row) -> &'static str| -> ArrayRef {
        let cells = all
            .iter()
            .map(|row| Some(of(row)).filter(|text| !text.is_empty()));
        Arc::new(cells.collect::<StringArray>())
    };
    let ids: Int64Array = all.iter().map(|row| Some(row.3)).collect();
    let rows: UInt32Array = all.iter().map(|row| Some(row.4)).collect();
    let files: StringArray = all.iter().map(|_| Some(claims.file)).collect();
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

/// Townships with how many visits and meetings each has, where it can be judged.
type Told = Vec<(String, Option<(usize, usize)>)>;

fn told(file: BulkFile) -> (Told, Summary) {
    let mapping = mapping();
    let reading = Reading {
        mapping: &mapping,
        as_of: date(2025, 12, 31),
        threads: 1,
        sizes: Sizes::default(),
    };
    let look = || {
        |township: luoshi_bulk::Township<'_>| {
            let counts = township.evidence.map(|evidence| {
                let of = |kind: Kind| evidence.of(kind).len();
                (of(Kind::Visit), of(Kind::Meeting))
            });
            (township.code.to_owned(), counts, township.problems)
        }
    };
    let (mut told, mut problems) = (Vec::new(), Vec::new());
    let mut summary = read(&[file], &reading, look, |(code, counts, of_township)| {
        told.push((code, counts));
        problems.extend(of_township);
    });
    summary.problems.extend(problems);
    (told, summary)
}

fn codes(summary: &Summary) -> Vec<&str> {
    let problems = summary.problems.iter();
    problems.map(|problem| problem.note.code.id()).collect()
}

fn judged(code: &str, visits: usize, meetings: usize) -> (String, Option<(usize, usize)>) {
    (code.to_owned(), Some((visits, meetings)))
}

#[test]
fn rows_that_do_not_stand_as_they_say_are_read_like_any_others() {
    let (told, summary) = told(file(&CLAIMS, &ROWS));
    let expected = [judged("1", 2, 1), judged("2", 1, 2), judged("3", 2, 0)];
    assert_eq!(told, expected);
    assert!(summary.problems.is_empty(), "{:?}", summary.problems);
}

/// So many visits of a township, whose rows stand where they stood.
fn visits(township: &'static str, from: i64, count: i64) -> Vec<Row> {
    let row = |id: i64| (township, "visit", "2025-01-01", id, id as u32);
    (from..from + count).map(row).collect()
}

/// A long township is read by itself. Rows that name none belong to it all the same.
#[test]
fn rows_behind_a_township_that_name_none_are_its_own() {
    let rows = [
        visits("1", 1, 2_000),
        visits("", 2_001, 5),
        visits("2", 2_006, 3),
    ]
    .concat();
    let (told, summary) = told(file(&CLAIMS, &rows));
    assert_eq!(told, [("1".to_owned(), None), judged("2", 3, 0)]);
    assert_eq!(codes(&summary), ["LS1008"; 5]);
}

/// It is read in pieces, none of which is a township by itself.
#[test]
fn a_township_beyond_the_limit_is_one() {
    let rows = [visits("1", 1, 1_100_000), visits("2", 1_100_001, 2)].concat();
    let (told, summary) = told(file(&CLAIMS, &rows));
    assert_eq!(told, [("1".to_owned(), None), judged("2", 2, 0)]);
    assert_eq!(codes(&summary), ["LS1010"]);
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
        let (told, summary) = told(file(&claims, &ROWS));
        assert!(told.is_empty(), "{code}: {told:?}");
        assert_eq!(codes(&summary), [code]);
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
    let reader = ParquetRecordBatchReader::try_new(bytes::Bytes::from(out), 10);
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

/// The rows of a table, arranged.
fn arranged(table: &str) -> Vec<u8> {
    let table = BulkFile::of_bytes("table.csv", Format::Csv, table.as_bytes().to_vec());
    let mut out = Vec::new();
    arrange(&[table], &Mapping::own(), &mut out).unwrap();
    out
}

#[test]
fn rows_stand_by_kind_day_and_place() {
    let out = arranged(
        "jurisdiction,kind,date\n1,visit,2025-03-01\n1,visit,2025-01-01\n1,meeting,2025-05-01\n\
         1,visit,2025-03-01\n1,visit,2025-01-01\n",
    );
    let reader = ParquetRecordBatchReader::try_new(bytes::Bytes::from(out), 10);
    let batch = reader.unwrap().next().unwrap().unwrap();
    let rows = batch.column_by_name("luoshi_row").unwrap();
    assert_eq!(rows.as_primitive::<UInt32Type>().values(), &[4, 3, 6, 2, 5]);
}

#[test]
fn the_county_is_that_of_the_row_that_was_written_first() {
    let table =
        "jurisdiction,kind,date,county\n1,visit,2025-01-01,5204\n1,meeting,2025-01-01,9999\n";
    let text = "columns: { jurisdiction: jurisdiction, kind: kind, date: date }\ncounty: { column: county }\n";
    let mapping = Mapping::from_yaml(text, Sources::default().add("mapping.yaml", text));
    let reading = Reading {
        mapping: &mapping.value.unwrap(),
        as_of: date(2025, 12, 31),
        threads: 1,
        sizes: Sizes::default(),
    };
    let file = BulkFile::of_bytes("a.parquet", Format::Parquet, arranged(table));
    let look = || |township: luoshi_bulk::Township<'_>| township.county.map(str::to_owned);
    let mut counties = Vec::new();
    read(&[file], &reading, look, |county| counties.push(county));
    assert_eq!(counties, [Some("5204".to_owned())]);
}

/// One of them is longer than what is digested at a time.
#[test]
fn the_sources_are_named_with_their_digests() {
    let short = "jurisdiction,kind,date\n1,visit,2025-01-01\n".to_owned();
    let long = format!(
        "jurisdiction,kind,date\n{}",
        "2,visit,2025-01-01\n".repeat(60_000)
    );
    let table =
        |name: &str, text: &str| BulkFile::of_bytes(name, Format::Csv, text.as_bytes().to_vec());
    let files = [table("a.csv", &short), table("b.csv", &long)];
    let mut out = Vec::new();
    arrange(&files, &Mapping::own(), &mut out).unwrap();
    let reader = SerializedFileReader::new(bytes::Bytes::from(out)).unwrap();
    let pairs = reader.metadata().file_metadata().key_value_metadata();
    let value = |key: &str| {
        let found = pairs.unwrap().iter().find(|pair| pair.key == key);
        found.and_then(|pair| pair.value.clone())
    };
    for (at, name, text) in [(1, "a.csv", short), (2, "b.csv", long)] {
        let sum = Sha256::digest(text);
        let sum: String = sum.iter().map(|byte| format!("{byte:02x}")).collect();
        let key = format!("luoshi.arranged.source.{at}");
        assert_eq!(value(&format!("{key}.sha256")), Some(sum));
        assert_eq!(value(&key).as_deref(), Some(name));
    }
}
