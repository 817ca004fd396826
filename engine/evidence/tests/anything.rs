//! Properties: no input panics, the order of lines does not matter, nothing is lost.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use jiff::civil::{Date, date};
use luoshi_diagnostics::{FileId, Lang, Messages, Sources, render_text};
use luoshi_evidence::{
    Evidence, Hundredths, Kind, Mapping, Names, Record, date_of, decode, find_personal, import_csv,
    import_jsonl, read_jsonl, write_csv,
};
use proptest::collection::vec;
use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop_oneof, proptest};

const AS_OF: Date = date(2012, 9, 30);

/// Text that looks enough like records to get past the first sign.
fn near_json() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("{\"id\":\"a\",\"kind\":\"visit\",\"date\":\"2012-05-10\"".to_owned()),
        Just(
            "{\"id\":\"b\",\"kind\":\"correction\",\"date\":\"2012-05-10\",\"ref\":\"a\""
                .to_owned()
        ),
        Just(",\"set\":{\"quantity\":\"3\"}".to_owned()),
        Just(",\"actor\":[\"a\",\"b\"]".to_owned()),
        Just(",\"attachments\":[{\"name\":\"x\",\"sha256\":\"0\"}]".to_owned()),
        Just(",\"quantity\":1e9999999999".to_owned()),
        Just(",\"note\":\"\\ud800\\u00e9\"".to_owned()),
        Just(",\"status\":\"void\"".to_owned()),
        Just("}\n".to_owned()),
        Just("日期,村,金额(万元),\"类型\"\n2012年5月10日,东风村,\"1,0\n".to_owned()),
        "[\\[\\]{}\":,\\\\0-9a-e\n\r;\t村 -]{0,8}",
        any::<String>(),
    ];
    vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

fn exercise(text: &str) {
    let mut sources = Sources::default();
    let file = sources.add("x", text);
    let mapping = Mapping {
        kind: Some(Kind::Visit),
        ..Mapping::default()
    };
    let staged = read_jsonl(text, file, AS_OF);
    let csv = import_csv(text, file, &mapping, &Names::default());
    let jsonl = import_jsonl(text, file, &Names::default());
    let notes = [staged.notes, csv.all_notes(), jsonl.all_notes()].concat();
    for note in &notes {
        let place = note.place.as_ref();
        assert!(
            place.is_none_or(|p| text.get(p.start..p.end).is_some()),
            "{note:?}"
        );
    }
    for lang in Lang::ALL {
        let _ = render_text(&notes, &sources, Messages::of(lang), false);
    }
    let _ = Mapping::from_yaml(text, file);
    let _ = find_personal(text);
    let _ = Hundredths::parse(text);
    let _ = luoshi_evidence::find(text, "a");
}

fn record() -> impl Strategy<Value = Record> {
    let kind = (0..Kind::COUNT - 1).prop_map(|n| Kind::ALL[n]);
    let name = || prop_oneof![Just(None), "[a-z村]{1,3}".prop_map(Some)];
    let number = || {
        prop_oneof![
            Just(None),
            (-99_999..99_999_i64).prop_map(|n| Some(Hundredths(n)))
        ]
    };
    let list = || vec("[a-z]{1,3}", 0..3);
    let note = prop_oneof![
        Just(None),
        "[=+'\",村a-z][=+'\",\n村a-z]{0,5}x".prop_map(Some)
    ];
    let day = 15_340..15_700_i32;
    (
        kind,
        day,
        name(),
        name(),
        name(),
        list(),
        list(),
        number(),
        number(),
        note,
    )
        .prop_map(
            |(kind, day, duty, subject, status, actor, marks, quantity, amount, note)| Record {
                duty,
                subject,
                status,
                actor,
                marks,
                quantity,
                amount,
                note,
                ..Record::new(kind, date_of(day))
            },
        )
}

/// Records with ids of their own, and corrections of the first few, one each.
fn ledger() -> impl Strategy<Value = Vec<Record>> {
    (vec(record(), 1..30), vec(any::<Option<u8>>(), 0..6)).prop_map(|(mut records, corrections)| {
        for (n, record) in records.iter_mut().enumerate() {
            record.id = format!("r{n}");
        }
        for (n, value) in corrections.into_iter().enumerate().take(records.len()) {
            let mut correction = Record::new(Kind::Correction, date(2012, 7, 1));
            correction.id = format!("c{n}");
            correction.refers = Some(format!("r{n}"));
            match value {
                None => correction.status = Some("void".to_owned()),
                Some(value) => {
                    correction
                        .set
                        .insert(luoshi_evidence::Field::Quantity, value.to_string());
                }
            }
            records.push(correction);
        }
        records
    })
}

fn text(records: &[Record]) -> String {
    records
        .iter()
        .map(|record| record.to_json() + "\n")
        .collect()
}

/// Every row with its texts, in an order that knows nothing of the file.
fn rows(evidence: &Evidence) -> Vec<String> {
    let mut rows = Vec::new();
    for kind in Kind::ALL {
        let c = evidence.of(kind);
        let word = |code: u32| evidence.names.text(code);
        for n in 0..c.len() {
            rows.push(format!(
                "{kind:?} {} {} {} {} {} {} {} {} {} {} {} {:?}",
                c.day[n],
                evidence.ids.text(c.id[n]),
                word(c.duty[n]),
                word(c.subject[n]),
                word(c.actor[n]),
                word(c.status[n]),
                word(c.marks[n]),
                c.quantity[n],
                c.amount[n],
                evidence.ids.text(c.refers[n]),
                c.corrected[n],
                evidence.notes.of(c.seq[n]),
            ));
        }
    }
    rows.sort();
    rows
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn nothing_panics_on_text(text in near_json()) {
        exercise(&text);
    }

    #[test]
    fn nothing_panics_on_bytes(bytes in vec(any::<u8>(), 0..200)) {
        if let Ok(decoded) = decode(&bytes, "x") {
            exercise(&decoded.text);
        }
        exercise(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn the_order_of_the_lines_does_not_matter((records, shuffled) in
        ledger().prop_flat_map(|records| (Just(records.clone()), Just(records).prop_shuffle()))
    ) {
        let one = read_jsonl(&text(&records), FileId(0), AS_OF).value.unwrap();
        let other = read_jsonl(&text(&shuffled), FileId(0), AS_OF).value.unwrap();
        assert_eq!(rows(&one), rows(&other));
        assert_eq!(
            (one.total, one.unseen, one.withdrawn, one.superseded),
            (other.total, other.unseen, other.withdrawn, other.superseded),
        );
        for columns in &other.kinds {
            let keys: Vec<_> = columns.day.iter().zip(&columns.seq).collect();
            assert!(keys.is_sorted());
        }
    }

    #[test]
    fn a_record_survives_every_form(records in ledger()) {
        let read: Vec<Record> = records
            .iter()
            .map(|record| Record::from_json(&record.to_json(), FileId(0)).unwrap())
            .collect();
        assert_eq!(read, records);
        let mut csv = Vec::new();
        write_csv(&records, &mut csv).unwrap();
        let table = decode(&csv, "x").unwrap().text;
        let import = import_csv(&table, FileId(0), &Mapping::default(), &Names::default());
        assert_eq!(import.rejected, []);
        assert_eq!(import.records, records);
    }
}
