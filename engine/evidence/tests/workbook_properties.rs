//! What must hold of every workbook: an exported table comes back from a sheet as it went in,
//! wherever its rows stand, and no bytes make the reader stop.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use luoshi_diagnostics::{FileId, Sources};
use luoshi_evidence::{
    Import, Kind, Mapping, Names, Reading, Record, import_csv, import_workbook, write_csv,
};
use proptest::prelude::{Strategy, any, prop, prop_assert_eq, proptest};
use rust_xlsxwriter::Workbook;

fn read(bytes: &[u8]) -> Import {
    let (mapping, names) = (Mapping::default(), Names::default());
    let reading = Reading {
        mapping: &mapping,
        saved: &[],
        names: &names,
    };
    import_workbook(bytes, "台账.xlsx", reading, &mut Sources::default()).unwrap_or_default()
}

/// The rows of the exported table, the heading first.
fn exported(records: &[Record]) -> Vec<Vec<String>> {
    let mut csv = Vec::new();
    write_csv(records, &mut csv).unwrap();
    let text = String::from_utf8(csv).unwrap();
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let rows = reader.records();
    rows.map(|row| row.unwrap().iter().map(str::to_owned).collect())
        .collect()
}

fn sheet(rows: &[Vec<String>]) -> Vec<u8> {
    let mut book = Workbook::new();
    let out = book.add_worksheet();
    for (number, row) in (0..).zip(rows) {
        for (column, text) in (0..).zip(row) {
            out.write_string(number, column, text).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

/// What a copy from a stick that was pulled out too early looks like, and one with bytes turned.
#[test]
fn an_old_workbook_that_is_damaged_anywhere_is_refused_or_read() {
    let whole = include_bytes!("workbooks/old_format.xls");
    for length in (0..whole.len()).step_by(101) {
        drop(read(&whole[..length]));
    }
    for at in (0..whole.len()).step_by(17) {
        let mut bytes = whole.to_vec();
        bytes[at] ^= 0xff;
        drop(read(&bytes));
    }
}

fn record() -> impl Strategy<Value = String> {
    let kind = prop::sample::select(vec![Kind::Meeting, Kind::Visit, Kind::Reward, Kind::Metric]);
    let number = (-99_999_i64..99_999_999, 0_i64..100);
    (kind, 0_u16..365, "[a-z村]{1,6}", "[东风=+'a-z]{0,9}", number, any::<bool>()).prop_map(
        |(kind, day, subject, note, (whole, part), timed)| {
            let (month, day) = (day / 31 + 1, day % 28 + 1);
            let time = if timed { r#","time":"09:30""# } else { "" };
            format!(
                r#"{{"kind":"{}","date":"2012-{month:02}-{day:02}"{time},"subject":"{subject}","note":"{note}","quantity":{whole}.{part:02},"amount":{part}}}"#,
                kind.name()
            )
        },
    )
}

proptest! {
    #[test]
    fn an_exported_table_comes_back_from_a_workbook(
        lines in prop::collection::btree_set(record(), 1..12),
        down in any::<bool>(),
    ) {
        let records: Vec<Record> = lines
            .iter()
            .map(|line| Record::from_json(line, FileId(0)).unwrap())
            .collect();
        let mut rows = exported(&records);
        if down {
            // A title above, and the rows the other way round: the ids stay.
            rows[1..].reverse();
            rows.insert(0, vec!["台账".to_owned()]);
        }
        let import = read(&sheet(&rows));
        prop_assert_eq!(&import.rejected, &[]);
        let mut found = import.records;
        let mut expected = records;
        found.sort_by(|a, b| a.id.cmp(&b.id));
        expected.sort_by(|a, b| a.id.cmp(&b.id));
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn a_table_gives_the_same_from_a_workbook_as_from_csv(
        rows in prop::collection::vec(
            ("(2012-0[1-9]-[0-3][0-9]|)", "[a-c]{0,2}", "-?[0-9]{0,3}(\\.[0-9]{1,3})?"), 1..20
        ),
    ) {
        let mut table = vec![vec!["类型".to_owned(), "日期".to_owned(), "村".to_owned(), "数量".to_owned()]];
        for (date, village, number) in rows {
            table.push(vec!["查访".to_owned(), date, village, number]);
        }
        let text: String = table.iter().map(|row| row.join(",") + "\n").collect();
        let names = Names::default();
        let from_csv = import_csv(&text, FileId(0), &Mapping::default(), &names);
        let from_sheet = read(&sheet(&table));
        prop_assert_eq!(&from_sheet.records, &from_csv.records);
        let told = |import: &Import| -> Vec<_> {
            import.rejected.iter().map(|r| (r.row, r.column.clone(), r.reason)).collect()
        };
        prop_assert_eq!(told(&from_sheet), told(&from_csv));
    }

    #[test]
    fn no_bytes_stop_the_reader(
        bytes in prop::collection::vec(any::<u8>(), 0..400),
        cut in 0_usize..4_000,
        flip in 0_usize..4_000,
    ) {
        for start in [&b"PK\x03\x04"[..], b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"] {
            let _ = read(&[start, &bytes].concat());
        }
        let mut whole = sheet(&[vec!["日期".to_owned(), "村".to_owned()], vec!["2012-05-10".to_owned()]]);
        let place = flip % whole.len();
        whole[place] ^= 0x55;
        let _ = read(&whole);
        whole.truncate(cut.min(whole.len()));
        let _ = read(&whole);
    }
}
