//! Whatever a thread takes at a time, files are told alike: also where townships come again later, where rows name no
//! township or are no rows at all, and where a group of rows is damaged.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use arrow_array::{ArrayRef, RecordBatch, StringArray};
use jiff::civil::date;
use luoshi_bulk::{BulkFile, BulkWriter, Format, Mapping, Reading, Sizes, read};
use luoshi_evidence::{Kind, Record};
use parquet::arrow::ArrowWriter;
use proptest::collection::vec;
use proptest::prelude::{Just, ProptestConfig, Strategy, prop_assert_eq, prop_oneof, proptest};

/// A row: the township that it names, and whether the rest of it can be read.
#[derive(Debug, Clone)]
struct Row {
    township: &'static str,
    right: bool,
    /// Of a text: no row at all, which names no township either.
    garbage: bool,
}

fn row() -> impl Strategy<Value = Row> {
    let township = prop_oneof![6 => Just("1"), 6 => Just("2"), 3 => Just("x3"), 2 => Just("")];
    let right = prop_oneof![9 => Just(true), 1 => Just(false)];
    let garbage = prop_oneof![9 => Just(false), 1 => Just(true)];
    (township, right, garbage).prop_map(|(township, right, garbage)| Row {
        township,
        right,
        garbage,
    })
}

fn day(row: &Row) -> &'static str {
    match row.right {
        true => "2025-01-05",
        false => "2025-13-05",
    }
}

/// Groups of few rows, so that townships are cut by them.
fn parquet(rows: &[(usize, Row)], bytes: &mut Vec<u8>) {
    let texts = |of: &dyn Fn(&(usize, Row)) -> Option<String>| -> ArrayRef {
        Arc::new(rows.iter().map(of).collect::<StringArray>())
    };
    let columns = [
        (
            "jurisdiction",
            texts(&|(_, row)| Some(row.township.to_owned()).filter(|t| !t.is_empty())),
        ),
        ("kind", texts(&|_| Some("visit".to_owned()))),
        ("date", texts(&|(_, row)| Some(day(row).to_owned()))),
        ("id", texts(&|(at, _)| Some(at.to_string()))),
    ];
    let nullable = columns
        .into_iter()
        .map(|(name, column)| (name, column, true));
    let batch = RecordBatch::try_from_iter_with_nullable(nullable).unwrap();
    let mut writer = ArrowWriter::try_new(bytes, batch.schema(), None).unwrap();
    for start in (0..batch.num_rows()).step_by(7) {
        let group = batch.slice(start, 7.min(batch.num_rows() - start));
        writer.write(&group).unwrap();
        writer.flush().unwrap();
    }
    writer.close().unwrap();
}

/// Rows as a file; numbers make every record another.
fn file(name: &str, rows: &[(usize, Row)], format: Format) -> BulkFile {
    let mut bytes = Vec::new();
    match format {
        Format::Csv => {
            bytes.extend(b"jurisdiction,kind,date,id\n");
            for (at, row) in rows {
                match row.garbage {
                    true => bytes.extend(b"\xff\xfe\n"),
                    false => bytes
                        .extend(format!("{},visit,{},{at}\n", row.township, day(row)).into_bytes()),
                }
            }
        }
        Format::Jsonl => {
            for (at, row) in rows {
                let (township, day) = (row.township, day(row));
                match row.garbage {
                    true => bytes.extend(b"{\"jurisdiction\":\"1\",\n"),
                    false => bytes.extend(
                        format!(
                            "{{\"jurisdiction\":\"{township}\",\"kind\":\"visit\",\"date\":\"{day}\",\"id\":\"{at}\"}}\n"
                        )
                        .into_bytes(),
                    ),
                }
            }
        }
        Format::Parquet => parquet(rows, &mut bytes),
    }
    BulkFile::of_bytes(name, format, bytes)
}

/// Everything that is told, as lines.
fn told(files: &[BulkFile], threads: usize, sizes: Sizes) -> Vec<String> {
    let mapping = Mapping::own();
    let reading = Reading {
        mapping: &mapping,
        as_of: date(2025, 12, 31),
        threads,
        sizes,
    };
    let look = || {
        |township: luoshi_bulk::Township<'_>| {
            let records = township.evidence.map(|evidence| evidence.total);
            let (code, rows) = (township.code, township.rows);
            let (files, problems) = (township.files, township.problems);
            format!("{code}: {rows} rows of {files:?}, {records:?} records, {problems:?}")
        }
    };
    let mut lines = Vec::new();
    let summary = read(files, &reading, look, |line| lines.push(line));
    lines.push(format!(
        "{} townships, {} rows",
        summary.townships, summary.rows
    ));
    lines.extend(summary.again.iter().map(|again| format!("again {again:?}")));
    lines.extend(
        summary
            .problems
            .iter()
            .map(|problem| format!("{problem:?}")),
    );
    lines
}

/// By hand: the codes in the order in which they come for the first time, with the rows of their first run, and those
/// that come again. A row without a township goes with those before it.
fn expected(rows: &[Row], parquet: bool) -> (Vec<(String, usize)>, BTreeSet<String>) {
    let mut runs: Vec<(String, usize)> = Vec::new();
    for row in rows {
        let nothing = row.township.is_empty() || (row.garbage && !parquet);
        match runs.last_mut() {
            Some((code, many)) if nothing || code == row.township => *many += 1,
            _ => runs.push((if nothing { "" } else { row.township }.to_owned(), 1)),
        }
    }
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    let mut again = BTreeSet::new();
    let mut order = Vec::new();
    for (code, many) in runs {
        if first.insert(code.clone(), many).is_none() {
            order.push((code, many));
        } else {
            again.insert(code);
        }
    }
    (order, again)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn pieces_of_any_size_are_told_alike(
        rows in vec(row(), 1..40),
        cut in 0..40_usize,
        bytes in prop_oneof![1..120_usize, Just(1 << 20)],
        many in 1..12_usize,
        threads in 1..4_usize,
    ) {
        let numbered: Vec<(usize, Row)> = rows.iter().cloned().enumerate().collect();
        let (one, two) = numbered.split_at(cut.min(numbered.len()));
        for format in [Format::Csv, Format::Jsonl, Format::Parquet] {
            let files = [file("one", one, format), file("two", two, format)];
            let whole = told(&files, 1, Sizes { bytes: 1 << 20, rows: 1 << 16 });
            let pieces = told(&files, threads, Sizes { bytes, rows: many });
            prop_assert_eq!(&whole, &pieces, "{:?}", format);
            let (order, again) = expected(&rows, format == Format::Parquet);
            let first = order.iter().map(|(code, many)| format!("{code}: {many} rows of "));
            for (line, start) in whole.iter().zip(first) {
                assert!(line.starts_with(&start), "{line}, and not {start}");
            }
            let told_again = whole.iter().filter(|line| line.starts_with("again"));
            prop_assert_eq!(told_again.count(), again.len());
            let scattered = whole.iter().filter(|line| line.contains("BulkScattered"));
            prop_assert_eq!(scattered.count(), again.len());
        }
    }
}

/// What was read of a group before the damage is not told, or it would depend on how many rows are decoded together.
#[test]
fn a_damaged_group_of_rows_is_left_out_as_a_whole() {
    let mut bytes = Vec::new();
    let mut writer = BulkWriter::start(Format::Parquet, &mut bytes).unwrap();
    // More than a page holds, in words that are no dictionary.
    for at in 0..30_000 {
        let mut record = Record::new(Kind::Visit, date(2025, 1, 5));
        record.id = format!("r{at}-{}", "x".repeat(90));
        writer.write(&format!("t{}", at / 100), &record).unwrap();
    }
    writer.finish().unwrap();
    let mut damaged = 0;
    for tenth in 1..10 {
        let mut bytes = bytes.clone();
        let at = bytes.len() * tenth / 10;
        for byte in &mut bytes[at..at + 40] {
            *byte ^= 0x55;
        }
        let told = |rows| {
            let file = BulkFile::of_bytes("a.parquet", Format::Parquet, bytes.clone());
            told(&[file], 2, Sizes { bytes: 1, rows })
        };
        let whole = told(1 << 20);
        let told_so = whole.iter().any(|line| line.contains("BulkDamaged"));
        damaged += u32::from(told_so);
        assert_eq!(told(1_000), whole, "damaged at {at}");
    }
    assert!(damaged > 1, "{damaged}");
}
