//! The types in which other systems write days, numbers and texts to Parquet.

#[path = "same_ledger/listing.rs"]
mod listing;

use std::sync::Arc;

use arrow_array::{
    ArrayRef, BooleanArray, Date32Array, Decimal128Array, Float64Array, Int32Array, Int64Array,
    LargeStringArray, RecordBatch, StringArray, StructArray, TimestampMicrosecondArray,
    TimestampNanosecondArray, UInt64Array,
};
use arrow_schema::{DataType, Field};
use jiff::civil::date;
use listing::listing;
use luoshi_bulk::{BulkFile, Format, Mapping, Problem, Reading, Sizes, read};
use luoshi_diagnostics::{Code, Lang, Messages, Sources, render_text};
use luoshi_evidence::read_jsonl;
use parquet::arrow::ArrowWriter;

const AS_OF: jiff::civil::Date = date(2025, 12, 31);

fn file(columns: Vec<(&str, ArrayRef)>) -> BulkFile {
    let batch = RecordBatch::try_from_iter(columns).expect("made by the test itself");
    let mut bytes = Vec::new();
    let mut writer =
        ArrowWriter::try_new(&mut bytes, batch.schema(), None).expect("made by the test itself");
    writer.write(&batch).expect("made by the test itself");
    writer.close().expect("made by the test itself");
    BulkFile::of_bytes("a.parquet", Format::Parquet, bytes)
}

/// Townships, and what each holds.
type Told = Vec<(String, Option<Vec<String>>)>;

fn told(file: BulkFile) -> (Told, Vec<Problem>) {
    let mapping = Mapping::own();
    let reading = Reading {
        mapping: &mapping,
        as_of: AS_OF,
        threads: 1,
        sizes: Sizes::default(),
    };
    let look = || |t: luoshi_bulk::Township<'_>| (t.code.to_owned(), t.evidence.map(listing));
    let mut told = Vec::new();
    let summary = read(&[file], &reading, look, |one| told.push(one));
    (told, summary.problems)
}

#[test]
fn days_numbers_and_texts_come_in_many_types() {
    const DAY: i64 = 86_400_000_000;
    let inner: ArrayRef = Arc::new(Int32Array::from(vec![1, 2]));
    let nested = StructArray::from(vec![(
        Arc::new(Field::new("x", DataType::Int32, false)),
        inner,
    )]);
    let (told, problems) = told(file(vec![
        ("nested", Arc::new(nested)),
        (
            "jurisdiction",
            Arc::new(Int64Array::from(vec![520_423, 520_423])),
        ),
        (
            "kind",
            Arc::new(LargeStringArray::from(vec!["visit", "reward"])),
        ),
        (
            "date",
            Arc::new(TimestampMicrosecondArray::from(vec![
                20_100 * DAY,
                20_101 * DAY + 5,
            ])),
        ),
        (
            "until",
            Arc::new(Date32Array::from(vec![None, Some(20_200)])),
        ),
        (
            "recorded_at",
            Arc::new(TimestampNanosecondArray::from(vec![
                Some((20_105 * 86_400 + 34_200) * 1_000_000_000),
                None,
            ])),
        ),
        (
            "amount",
            Arc::new(
                Decimal128Array::from(vec![None, Some(2_505)])
                    .with_precision_and_scale(10, 1)
                    .expect("made by the test itself"),
            ),
        ),
        ("id", Arc::new(UInt64Array::from(vec![u64::MAX, 7]))),
        (
            "status",
            Arc::new(BooleanArray::from(vec![Some(true), None])),
        ),
    ]));
    let wanted = concat!(
        r#"{"kind":"visit","date":"2025-01-12","recorded_at":"2025-01-17T09:30:00","#,
        r#""id":"18446744073709551615","status":"true"}"#,
        "\n",
        r#"{"kind":"reward","date":"2025-01-13","until":"2025-04-22","amount":250.5,"id":"7"}"#,
    );
    let mut sources = Sources::default();
    let ledger = sources.add("evidence.jsonl", wanted);
    let wanted = read_jsonl(wanted, ledger, AS_OF)
        .value
        .expect("made by the test itself");
    assert_eq!(told, [("520423".to_owned(), Some(listing(&wanted)))]);
    let unread: Vec<Code> = problems.iter().map(|p| p.note.code).collect();
    assert_eq!(unread, [Code::BulkColumnUnread]);
}

#[test]
fn floating_point_numbers_are_refused() {
    let (told, problems) = told(file(vec![
        ("jurisdiction", Arc::new(StringArray::from(vec!["t1"]))),
        ("kind", Arc::new(StringArray::from(vec!["visit"]))),
        ("date", Arc::new(StringArray::from(vec!["2025-01-05"]))),
        ("quantity", Arc::new(Float64Array::from(vec![0.1]))),
    ]));
    assert!(told.is_empty());
    let problem = problems.first().expect("the column cannot be read");
    assert_eq!(problem.note.code, Code::BulkColumn);
    for lang in [Lang::ZhCn, Lang::En] {
        let notes = [problem.note.clone()];
        let text = render_text(&notes, &Sources::default(), Messages::of(lang), false);
        assert!(
            text.contains("quantity") && text.contains("DECIMAL(18, 2)"),
            "{text}"
        );
    }
}

#[test]
fn what_is_no_cell_is_refused_and_told_what_it_may_be() {
    let third = Decimal128Array::from(vec![1_234]).with_precision_and_scale(10, 3);
    let (told, problems) = told(file(vec![
        ("jurisdiction", Arc::new(StringArray::from(vec!["t1"]))),
        ("kind", Arc::new(StringArray::from(vec!["visit"]))),
        ("date", Arc::new(StringArray::from(vec!["2025-01-05"]))),
        ("quantity", Arc::new(third.expect("three places"))),
    ]));
    assert!(told.is_empty());
    let notes: Vec<_> = problems.into_iter().map(|problem| problem.note).collect();
    let text = render_text(&notes, &Sources::default(), Messages::of(Lang::En), false);
    assert!(
        text.contains("LS1002") && text.contains("at most two places"),
        "{text}"
    );
}
