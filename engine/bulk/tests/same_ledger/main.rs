//! A township read from a bulk file is the same as its records read as a ledger of their own: in each
//! format, whatever a thread takes at a time, with any number of threads.

mod foreign;
mod listing;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use jiff::civil::{Date, date};
use listing::listing;
use luoshi_bulk::{BulkFile, BulkWriter, Format, Mapping, Reading, Sizes, Summary, arrange, read};
use luoshi_diagnostics::Sources;
use luoshi_evidence::{Record, read_jsonl, read_records};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop_oneof, proptest};

const AS_OF: Date = date(2025, 9, 30);

/// Townships in order, and what each holds; none if its records cannot be taken.
type Told = Vec<(String, Option<Vec<String>>)>;

fn told(
    files: &[BulkFile],
    mapping: &Mapping,
    (threads, sizes): (usize, Sizes),
) -> (Told, Summary) {
    let reading = Reading {
        mapping,
        as_of: AS_OF,
        threads,
        sizes,
    };
    let look = || |t: luoshi_bulk::Township<'_>| (t.code.to_owned(), t.evidence.map(listing));
    let mut told = Vec::new();
    let summary = read(files, &reading, look, |one| told.push(one));
    (told, summary)
}

fn as_ledgers(townships: &[(String, String)]) -> Told {
    let one = |(code, text): &(String, String)| {
        let mut sources = Sources::default();
        let file = sources.add("evidence.jsonl", text.as_str());
        let staged = read_jsonl(text, file, AS_OF);
        (code.clone(), staged.value.as_ref().map(listing))
    };
    townships.iter().map(one).collect()
}

fn taken() -> impl Strategy<Value = (usize, Sizes)> {
    let bytes = prop_oneof![1..2_000_usize, Just(1 << 20)];
    let rows = prop_oneof![1..20_usize, Just(1 << 16)];
    (1..4_usize, bytes, rows).prop_map(|(threads, bytes, rows)| (threads, Sizes { bytes, rows }))
}

/// A record of luoshi's own, with few words so that ids collide and corrections find a target.
fn own_record() -> impl Strategy<Value = String> {
    let kind = prop_oneof![
        4 => Just("meeting"), 4 => Just("visit"), 4 => Just("shift"), 2 => Just("reward"),
        1 => Just("metric"), 2 => Just("correction"),
    ];
    let id = option::of(prop_oneof![
        (0..30_u32).prop_map(|n| n.to_string()),
        "[a-c]-[0-9]"
    ]);
    let text = option::of(prop_oneof![
        Just("东风村"),
        Just("v01"),
        Just("0123"),
        Just("-1"),
        Just("a,b"),
        Just("\\\"'=1+1"),
        Just("多行\\n备注"),
    ]);
    let number = option::of(prop_oneof![
        Just("0.5"),
        Just("12"),
        Just("-3"),
        Just("1e2")
    ]);
    let target = option::of((0..30_u32).prop_map(|n| n.to_string()));
    let day = (1..=12_u8, 1..=28_u8);
    let more = (any::<bool>(), any::<bool>(), option::of(0..3_u8));
    (kind, id, text, number, target, day, more).prop_map(
        |(kind, id, text, number, target, (month, day), (recorded, list, attached))| {
            let mut out = format!(r#"{{"kind":"{kind}","date":"2025-{month:02}-{day:02}""#);
            let mut put = |key: &str, value: &str| {
                let _ = write!(out, r#","{key}":{value}"#);
            };
            if let Some(id) = id {
                put("id", &format!("\"{id}\""));
            }
            if let Some(target) = target.or((kind == "correction").then(|| "7".to_owned())) {
                put("ref", &format!("\"{target}\""));
            }
            match (kind, list) {
                ("correction", true) => put("status", "\"void\""),
                ("correction", false) => put("set", r#"{"status":"attended","quantity":"3"}"#),
                (_, true) => put("actor", r#"["p1","p2"]"#),
                (_, false) => put("marks", r#"["minutes"]"#),
            }
            if let Some(text) = text {
                let field = if text.contains('\\') || text.contains(',') {
                    "note"
                } else {
                    "subject"
                };
                put(field, &format!("\"{text}\""));
            }
            if let Some(number) = number {
                put(if recorded { "amount" } else { "quantity" }, number);
            }
            if recorded {
                put("recorded_at", "\"2025-10-01T09:30:00\"");
                put("recorded_by", "\"p9\"");
                put("time", "\"09:30\"");
            }
            if attached.is_some() {
                let sum = "ab".repeat(32);
                put(
                    "attachments",
                    &format!(r#"[{{"name":"纪要.pdf","sha256":"{sum}"}}]"#),
                );
            }
            out.push('}');
            out
        },
    )
}

fn own_files(townships: &[(String, String)], format: Format) -> Vec<BulkFile> {
    let mut bytes: Vec<u8> = Vec::new();
    let mut writer = BulkWriter::start(format, &mut bytes).expect("made by the test itself");
    for (code, text) in townships {
        let mut sources = Sources::default();
        let file = sources.add("evidence.jsonl", text.as_str());
        let records: Vec<Record> = read_records(text, file)
            .value
            .expect("made by the test itself");
        records
            .iter()
            .for_each(|record| writer.write(code, record).expect("made by the test itself"));
    }
    writer.finish().expect("made by the test itself");
    vec![BulkFile::of_bytes("county", format, bytes)]
}

/// The same files, arranged into one.
fn arranged(files: &[BulkFile], mapping: &Mapping) -> Vec<BulkFile> {
    let write = || {
        let mut bytes = Vec::new();
        arrange(files, mapping, &mut bytes).expect("all rows can be read");
        bytes
    };
    let bytes = write();
    assert_eq!(write(), bytes, "the same files give the same bytes");
    vec![BulkFile::of_bytes("arranged", Format::Parquet, bytes)]
}

/// What is told of townships, with the places of what is wrong with them; not of the files that were read.
fn all_told(
    files: &[BulkFile],
    mapping: &Mapping,
    (threads, sizes): (usize, Sizes),
) -> (Vec<String>, Summary) {
    let reading = Reading {
        mapping,
        as_of: AS_OF,
        threads,
        sizes,
    };
    let look = || {
        |t: luoshi_bulk::Township<'_>| {
            let listed = t.evidence.map(listing);
            format!(
                "{} {:?} {} {listed:?} {:#?}",
                t.code, t.county, t.rows, t.problems
            )
        }
    };
    let mut told = Vec::new();
    let summary = read(files, &reading, look, |one| told.push(one));
    (told, summary)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn our_own_shape(ledgers in vec(vec(own_record(), 1..25), 1..6), sizes in taken()) {
        let townships: Vec<(String, String)> = ledgers
            .iter()
            .enumerate()
            .map(|(at, records)| (format!("52042{at}"), records.join("\n")))
            .collect();
        let expected = as_ledgers(&townships);
        for format in [Format::Jsonl, Format::Csv, Format::Parquet] {
            let files = own_files(&townships, format);
            let (told, summary) = told(&files, &Mapping::own(), sizes);
            assert_eq!(told, expected, "{format:?}");
            assert!(summary.problems.is_empty(), "{:?}", summary.problems);
            if format != Format::Jsonl {
                let (told, summary) = self::told(&arranged(&files, &Mapping::own()), &Mapping::own(), sizes);
                assert_eq!(told, expected, "arranged {format:?}");
                assert!(summary.problems.is_empty(), "{:?}", summary.problems);
            }
        }
    }

    #[test]
    fn a_table_of_another_system(rows in vec(foreign::row(), 1..120), cut in 0..120_usize, sizes in taken()) {
        let mapping = foreign::mapping();
        let mut townships: BTreeMap<u32, Vec<foreign::Row>> = BTreeMap::new();
        for row in rows {
            townships.entry(row.township).or_default().push(row);
        }
        let ledgers: Vec<(String, String)> = townships
            .iter()
            .map(|(code, rows)| (code.to_string(), foreign::as_ledger(rows)))
            .collect();
        let rows: Vec<foreign::Row> = townships.into_values().flatten().collect();
        let expected = as_ledgers(&ledgers);
        // In two files, one after the other, cut anywhere.
        let (first, second) = rows.split_at(cut.min(rows.len()));
        for format in [Format::Jsonl, Format::Csv, Format::Parquet] {
            let files = [("part-1", first), ("part-2", second)]
                .map(|(name, rows)| BulkFile::of_bytes(name, format, foreign::bytes(rows, format)));
            let (told, summary) = told(&files, &mapping, sizes);
            assert_eq!(told, expected, "{format:?}");
            assert!(summary.problems.is_empty(), "{:?}", summary.problems);
        }
    }

    #[test]
    fn an_arranged_file_says_what_its_files_say(
        rows in vec((foreign::row(), foreign::fault()), 1..120), cut in 0..120_usize, sizes in taken(),
    ) {
        let mapping = foreign::mapping();
        let mut rows = rows;
        rows.sort_by_key(|(row, _)| row.township);
        let rows: Vec<foreign::Row> = rows.into_iter().map(|(row, fault)| row.with(fault)).collect();
        let (first, second) = rows.split_at(cut.min(rows.len()));
        for format in [Format::Csv, Format::Parquet] {
            let files = [("part-1", first), ("part-2", second)]
                .map(|(name, rows)| BulkFile::of_bytes(name, format, foreign::bytes(rows, format)));
            let (expected, _) = all_told(&files, &mapping, sizes);
            let (told, summary) = all_told(&arranged(&files, &mapping), &mapping, sizes);
            assert_eq!(told, expected, "{format:?}");
            assert!(summary.problems.is_empty(), "{:?}", summary.problems);
        }
    }
}
