//! Records as JSON lines: read in every way, put into a ledger, and read again.

use std::path::Path;

use jiff::civil::{Date, DateTime, date};
use luoshi_diagnostics::{FileId, Sources};
use luoshi_evidence::{
    Field, Kind, Ledger, Names, Record, find, find_personal, import_jsonl, read_jsonl, read_records,
};

use crate::seeds::{Seed, texts_of};
use crate::{Target, notes};

pub(crate) const TARGET: Target = Target {
    name: "records",
    run,
    seeds,
    words,
};

pub(crate) const AS_OF: Date = date(2012, 9, 30);
pub(crate) const ENTERED: DateTime = DateTime::constant(2012, 10, 1, 9, 0, 0, 0);

/// More are not put into a ledger: it would be the same again.
const ENTERED_AT_MOST: usize = 200;

fn run(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let mut sources = Sources::default();
    let file = sources.add("evidence.jsonl", text);
    let seen = read_jsonl(text, file, AS_OF);
    let imported = import_jsonl(text, file, &Names::default());
    let read = read_records(text, file);
    drop((find(text, "r1"), find_personal(text)));
    notes::said(
        &[seen.notes, imported.all_notes(), read.notes].concat(),
        &sources,
    );
    let records = read.value.unwrap_or_default();
    for record in &records {
        same(record);
    }
    if !records.is_empty() && records.len() <= ENTERED_AT_MOST {
        entered(&records, &sources);
    }
}

/// A record is what its canonical form says.
pub(crate) fn same(record: &Record) {
    let line = record.to_json();
    let again = Record::from_json(&line, FileId(0));
    assert_eq!(again.as_ref(), Ok(record), "{line}");
}

/// What a ledger exports makes the same ledger again.
fn entered(records: &[Record], sources: &Sources) {
    let folder = tempfile::tempdir().expect("a folder");
    let ledger = |name: &str| Ledger::create(&folder.path().join(name)).expect("a new ledger");
    let export = |ledger: &Ledger| {
        let mut out = Vec::new();
        assert!(ledger.export_jsonl(&mut out).is_ok());
        String::from_utf8(out).expect("JSON is a text")
    };
    let mut one = ledger("one.db");
    match one.append(records, ENTERED, "clerk") {
        Ok(appended) => assert!(appended.count as usize <= records.len()),
        Err(noticed) => return notes::said(&noticed, sources),
    }
    assert!(one.verify().is_ok());
    let text = export(&one);
    let back = read_records(&text, FileId(0))
        .value
        .expect("what was exported");
    let mut other = ledger("other.db");
    let appended = other
        .append(&back, ENTERED, "clerk")
        .expect("what was exported");
    assert_eq!(export(&other), text);
    assert_eq!(one.head().ok(), Some((appended.count, appended.head)));
    let (kept, lines) = (one.read(AS_OF), read_jsonl(&text, FileId(0), AS_OF));
    let (kept, lines) = (
        kept.value.expect("a ledger"),
        lines.value.expect("its lines"),
    );
    for kind in Kind::ALL {
        assert_eq!(kept.of(kind).day, lines.of(kind).day, "{kind:?}");
    }
    assert_eq!((kept.total, kept.withdrawn), (lines.total, lines.withdrawn));
}

fn seeds(root: &Path) -> Vec<Seed> {
    texts_of(&root.join("policies"), &["jsonl"])
}

fn words() -> Vec<String> {
    let keys = Field::ALL
        .iter()
        .map(|field| format!(",\"{}\":", field.key()));
    let kinds = Kind::ALL.iter().map(|kind| format!("\"{}\"", kind.name()));
    let values = [
        "\"2012-05-10\"",
        "\"2012-05-10T09:00:00\"",
        "\"09:30\"",
        "\"void\"",
        "[\"a\",\"b\"]",
        "1.25",
        "-0",
        "1e99",
        "\\u0000",
        "\\ud83d\\ude00",
        "{\"name\":\"a.jpg\",\"sha256\":\"",
        "{\"quantity\":\"3\"}",
        "}\n{\"id\":\"",
        "null",
        "13800138000",
        "\u{feff}",
    ];
    keys.chain(kinds).chain(values.map(str::to_owned)).collect()
}
