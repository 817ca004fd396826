//! The ledger: what enters, what is refused, what is found when it was tampered with.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::path::{Path, PathBuf};

use jiff::civil::{DateTime, date};
use luoshi_diagnostics::{Code, FileId, Note};
use luoshi_evidence::{
    Broken, Clock, Filter, Hash, Kind, Ledger, Record, Why, read_jsonl, read_records,
};
use rusqlite::Connection;
use tempfile::TempDir;

const NOW: DateTime = date(2012, 7, 1).at(9, 0, 0, 0);

fn records(count: u32) -> Vec<Record> {
    (0..count)
        .map(|n| Record {
            id: format!("r{n}"),
            subject: Some(format!("v{:02}", n % 7)),
            ..Record::new(
                Kind::Visit,
                date(2012, 6, 1 + i8::try_from(n % 30).unwrap()),
            )
        })
        .collect()
}

/// A ledger with so many records, in a folder that goes when it is dropped.
fn ledger(count: u32) -> (TempDir, PathBuf, Ledger) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("ledger.db");
    let mut ledger = Ledger::create(&path).unwrap();
    ledger.append(&records(count), NOW, "0012").unwrap();
    (folder, path, ledger)
}

fn codes(notes: &[Note]) -> Vec<Code> {
    notes.iter().map(|note| note.code).collect()
}

#[test]
fn what_enters_comes_out_again() {
    let (_folder, path, ledger) = ledger(50);
    let mut out = Vec::new();
    assert_eq!(ledger.export_jsonl(&mut out).unwrap(), 50);
    let text = String::from_utf8(out).unwrap();
    let mut expected = records(50);
    for record in &mut expected {
        record.recorded_at = Some(NOW);
        record.recorded_by = Some("0012".to_owned());
    }
    assert_eq!(read_records(&text, FileId(0)).value.unwrap(), expected);
    drop(ledger);

    let ledger = Ledger::open(&path).unwrap();
    assert_eq!(ledger.find("r7").unwrap().as_ref(), expected.get(7));
    assert_eq!(ledger.find("r50").unwrap(), None);
    let last = &ledger
        .log(&Filter {
            limit: Some(1),
            ..Filter::default()
        })
        .unwrap()[0];
    assert_eq!((last.seq, last.hash), (49, ledger.head().unwrap().1));
    let one_village = Filter {
        subject: Some("v03".to_owned()),
        ..Filter::default()
    };
    assert_eq!(ledger.log(&one_village).unwrap().len(), 7);

    let as_of = date(2012, 6, 20);
    let from_ledger = ledger.read(as_of).value.unwrap();
    let from_text = read_jsonl(&text, FileId(0), as_of).value.unwrap();
    let (a, b) = (from_ledger.of(Kind::Visit), from_text.of(Kind::Visit));
    assert_eq!(
        (&a.seq, &a.day, &a.subject, &a.recorded),
        (&b.seq, &b.day, &b.subject, &b.recorded)
    );
    assert_eq!(from_ledger.unseen, from_text.unseen);
}

#[test]
fn the_chain_follows_the_exported_lines() {
    let (_folder, _, ledger) = ledger(5);
    let mut out = Vec::new();
    ledger.export_jsonl(&mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    let head = text.lines().fold(Hash::GENESIS, Hash::then);
    assert_eq!(ledger.verify().map(|v| (v.count, v.head)), Ok((5, head)));
    assert!(ledger.grew_from(5, head).unwrap());
    assert!(ledger.grew_from(0, Hash::GENESIS).unwrap());
    assert!(!ledger.grew_from(4, head).unwrap());
    assert!(!ledger.grew_from(6, head).unwrap());
}

#[test]
fn the_same_batch_twice_adds_nothing() {
    let (_folder, _, mut ledger) = ledger(20);
    let head = ledger.head().unwrap();
    let again = ledger
        .append(&records(21), NOW.date().at(10, 0, 0, 0), "0099")
        .unwrap();
    assert_eq!((again.added, again.skipped, again.count), (1, 20, 21));
    let nothing = ledger.append(&records(21), NOW, "").unwrap();
    assert_eq!(
        (nothing.added, nothing.skipped, nothing.head),
        (0, 21, again.head)
    );
    assert_ne!(head.1, again.head);

    let bare = Record::new(Kind::Meeting, date(2012, 6, 1));
    let once = ledger
        .append(&[bare.clone(), bare.clone()], NOW, "")
        .unwrap();
    assert_eq!((once.added, once.skipped), (1, 1));
    let twice = ledger.append(&[bare], NOW, "").unwrap();
    assert_eq!((twice.added, twice.skipped), (0, 1));
    assert!(ledger.verify().is_ok());
}

#[test]
fn what_depends_on_the_whole_ledger_enters_only_where_it_has_not_grown() {
    let (_folder, _, mut ledger) = ledger(3);
    let more = &records(4)[3..];
    let busy = ledger
        .append_after(2, more, NOW, "", Clock::Running)
        .unwrap_err();
    assert_eq!(codes(&busy), [Code::LedgerBusy]);
    assert_eq!(
        ledger
            .append_after(3, more, NOW, "", Clock::Running)
            .unwrap()
            .count,
        4
    );
    // What was there before the last batch is still there to be read.
    let day = date(2012, 12, 31);
    assert_eq!(ledger.batch_of("r3").unwrap(), Some(3));
    assert_eq!(ledger.batch_of("r2").unwrap(), Some(0));
    assert_eq!(ledger.batch_of("r9").unwrap(), None);
    assert_eq!(ledger.read_before(day, 3).value.unwrap().total, 3);
}

#[test]
fn a_batch_with_one_bad_record_does_not_enter() {
    let (_folder, _, mut ledger) = ledger(3);
    let mut refused = |change: &dyn Fn(&mut Record)| {
        let mut batch = records(6);
        change(&mut batch[5]);
        let notes = ledger.append(&batch, NOW, "").unwrap_err();
        assert_eq!(ledger.head().unwrap().0, 3);
        codes(&notes)
    };
    let taken = refused(&|r| r.id = "r1".to_owned());
    assert_eq!(taken, [Code::RecordDuplicate]);
    let personal = refused(&|r| r.note = Some("13812345678".to_owned()));
    assert_eq!(personal, [Code::RecordPersonal]);
    let long = refused(&|r| r.subject = Some("村".repeat(201)));
    assert_eq!(long, [Code::RecordField]);
    let void = |r: &mut Record, target: &str| {
        r.kind = Kind::Correction;
        r.status = Some("void".to_owned());
        r.refers = Some(target.to_owned());
    };
    assert_eq!(refused(&|r| void(r, "nowhere")), [Code::CorrectionTarget]);
    assert_eq!(refused(&|r| void(r, "r5")), [Code::RecordField]);

    let mut batch = records(6);
    void(&mut batch[5], "r2");
    ledger.append(&batch, NOW, "").unwrap();
    let evidence = ledger.read(date(2012, 12, 31)).value.unwrap();
    assert_eq!((evidence.withdrawn, evidence.of(Kind::Visit).len()), (1, 4));
}

#[test]
fn a_file_that_is_no_ledger_is_refused() {
    let folder = TempDir::new().unwrap();
    let refused = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        Ledger::open(&path).unwrap_err().code
    };
    assert_eq!(
        refused("text.db", "不是数据库，只是一段文字".repeat(200).as_bytes()),
        Code::LedgerForeign
    );
    let other = folder.path().join("other.db");
    Connection::open(&other)
        .unwrap()
        .execute_batch("CREATE TABLE t (a)")
        .unwrap();
    assert_eq!(Ledger::open(&other).unwrap_err().code, Code::LedgerForeign);
    assert_eq!(
        Ledger::open(&folder.path().join("none.db"))
            .unwrap_err()
            .code,
        Code::LedgerMissing
    );
    assert_eq!(
        Ledger::create(&other).unwrap_err().code,
        Code::AlreadyExists
    );

    let newer = folder.path().join("newer.db");
    drop(Ledger::create(&newer).unwrap());
    Connection::open(&newer)
        .unwrap()
        .pragma_update(None, "user_version", 2)
        .unwrap();
    assert_eq!(Ledger::open(&newer).unwrap_err().code, Code::LedgerForeign);
}

#[test]
fn the_tables_only_take_rows_at_the_end() {
    let (_folder, path, ledger) = ledger(3);
    drop(ledger);
    let connection = Connection::open(path).unwrap();
    for sql in [
        "UPDATE record SET json = '{}'",
        "DELETE FROM record",
        "UPDATE import SET records = 9",
        "DELETE FROM import",
        "INSERT OR REPLACE INTO record SELECT seq, id, '{}', prev, hash, import FROM record",
        "INSERT OR REPLACE INTO import SELECT id, '', '', 0, 0 FROM import",
        "INSERT INTO record SELECT 9, 'x', '{}', prev, hash, import FROM record WHERE seq = 1",
    ] {
        let error = connection.execute(sql, []).unwrap_err();
        assert!(error.to_string().contains("append only"), "{sql}: {error}");
    }
}

/// Tampers with a ledger of ten records and says what `verify` finds.
#[track_caller]
fn tampered(sql: &str) -> Result<(), (i64, String, Why)> {
    let (_folder, path, ledger) = ledger(10);
    drop(ledger);
    let connection = Connection::open(&path).unwrap();
    drop_guards(&connection);
    connection.execute_batch(sql).unwrap();
    drop(connection);
    verify(&path)
}

fn verify(path: &Path) -> Result<(), (i64, String, Why)> {
    let found = Ledger::open(path).unwrap().verify();
    found
        .map(|_| ())
        .map_err(|Broken { seq, id, why }| (seq, id, why))
}

fn drop_guards(connection: &Connection) {
    for table in ["record", "import"] {
        for event in ["insert", "update", "delete"] {
            connection
                .execute_batch(&format!("DROP TRIGGER {table}_{event}"))
                .unwrap();
        }
    }
}

/// Moves the rows from `from` on by one, upwards or downwards.
fn renumber(from: i64, by: i64) -> String {
    format!(
        "UPDATE record SET seq = -1000 - seq WHERE seq >= {from};
         UPDATE record SET seq = -1000 - seq + {by} WHERE seq <= -1000;"
    )
}

#[test]
fn tampering_is_found_where_it_happened() {
    let at = |seq: i64, id: &str, why: Why| Err((seq, id.to_owned(), why));
    assert_eq!(tampered(""), Ok(()));
    let edit = "UPDATE record SET json = replace(json, 'v04', 'v05') WHERE seq = 4";
    assert_eq!(tampered(edit), at(4, "r4", Why::Edited));
    let rename = "UPDATE record SET id = 'other' WHERE seq = 4";
    assert_eq!(tampered(rename), at(4, "other", Why::Edited));
    assert_eq!(
        tampered("DELETE FROM record WHERE seq = 4"),
        at(4, "", Why::Removed)
    );
    assert_eq!(
        tampered("DELETE FROM record WHERE seq = 0"),
        at(0, "", Why::Removed)
    );
    assert_eq!(
        tampered("DELETE FROM record WHERE seq = 9"),
        at(9, "", Why::Removed)
    );
    let hide = format!("DELETE FROM record WHERE seq = 4; {}", renumber(5, -1));
    assert_eq!(tampered(&hide), at(4, "r5", Why::Unlinked));
    let swap = "UPDATE record SET seq = -1 WHERE seq = 4;
                UPDATE record SET seq = 4 WHERE seq = 6;
                UPDATE record SET seq = 6 WHERE seq = -1;";
    assert_eq!(tampered(swap), at(4, "r6", Why::Reordered));
    let swap_content = "UPDATE record SET json = (SELECT json FROM record WHERE seq = 10 - record.seq) WHERE seq IN (4, 6)";
    assert_eq!(tampered(swap_content), at(4, "r4", Why::Edited));
    assert_eq!(
        tampered("UPDATE record SET hash = x'00' WHERE seq = 4"),
        at(4, "", Why::Damaged)
    );
    assert_eq!(
        tampered("UPDATE record SET seq = -5 WHERE seq = 4"),
        at(-5, "", Why::Removed)
    );
}

#[test]
fn a_forged_row_is_found_although_its_own_hash_fits() {
    let (_folder, path, ledger) = ledger(10);
    let entries = ledger.log(&Filter::default()).unwrap();
    let before = entries.iter().find(|entry| entry.seq == 3).unwrap().hash;
    drop(ledger);
    let forged = Record {
        id: "forged".to_owned(),
        ..Record::new(Kind::Visit, date(2012, 6, 4))
    };
    let connection = Connection::open(&path).unwrap();
    drop_guards(&connection);
    connection.execute_batch(&renumber(4, 1)).unwrap();
    let json = forged.to_json();
    connection
        .execute(
            "INSERT INTO record VALUES (4, 'forged', ?1, ?2, ?3, 1)",
            (&json, before.0, before.then(&json).0),
        )
        .unwrap();
    drop(connection);
    assert_eq!(verify(&path), Err((4, "forged".to_owned(), Why::Inserted)));
}

#[test]
fn a_forged_row_at_the_end_does_not_fit_the_batches() {
    let (_folder, path, ledger) = ledger(10);
    let (count, head) = ledger.head().unwrap();
    drop(ledger);
    let forged = Record {
        id: "forged".to_owned(),
        ..Record::new(Kind::Visit, date(2012, 6, 4))
    };
    let json = forged.to_json();
    let connection = Connection::open(&path).unwrap();
    let row = "INSERT INTO record VALUES (?1, 'forged', ?2, ?3, ?4, 1)";
    connection
        .execute(row, (count, &json, head.0, head.then(&json).0))
        .unwrap();
    drop(connection);
    assert_eq!(verify(&path), Err((10, "forged".to_owned(), Why::Inserted)));
}

#[test]
fn a_damaged_file_is_told_from_a_forged_one() {
    let (_folder, path, ledger) = ledger(2_000);
    drop(ledger);
    let mut bytes = std::fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 4_096].fill(0xA5);
    std::fs::write(&path, bytes).unwrap();
    let ledger = Ledger::open(&path).unwrap();
    assert_eq!(ledger.verify().unwrap_err().why, Why::Damaged);
    let staged = ledger.read(date(2012, 12, 31));
    assert!(staged.value.is_none() || !staged.notes.is_empty());
}

#[test]
fn a_clock_that_went_back_enters_nothing() {
    let (_folder, path, mut ledger) = ledger(3);
    let more = &records(4)[3..];
    let at = |hours: i64| {
        NOW.checked_sub(jiff::SignedDuration::from_hours(hours))
            .unwrap()
    };
    let behind = ledger.append(more, at(2), "").unwrap_err();
    assert_eq!(codes(&behind), [Code::ClockBehind]);
    assert_eq!(ledger.head().unwrap().0, 3);
    // Two computers may differ by a little, and whoever has looked is believed.
    assert_eq!(ledger.append(more, at(1), "").unwrap().count, 4);
    let checked = Ledger::append_at(&path, &records(5)[4..], at(48), "", Clock::Checked);
    assert_eq!(checked.unwrap().count, 5);
    // What counts is the last entry, not the latest.
    assert_eq!(
        ledger.append(&records(6)[5..], at(47), "").unwrap().count,
        6
    );
    assert!(ledger.verify().is_ok());
}

#[test]
fn the_first_batch_makes_the_ledger_or_nothing_does() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("ledger.db");
    let mut twice = records(2);
    twice[1].id = twice[0].id.clone();
    let refused = Ledger::append_at(&path, &twice, NOW, "", Clock::Running).unwrap_err();
    assert_eq!(codes(&refused), [Code::RecordDuplicate]);
    assert!(!path.exists());
    // Whoever was killed at once leaves an empty file, which is no ledger yet and hinders nobody.
    std::fs::write(&path, "").unwrap();
    assert!(Ledger::is_blank(&path));
    let done = Ledger::append_at(&path, &records(2), NOW, "", Clock::Running).unwrap();
    assert_eq!(done.count, 2);
    assert!(!Ledger::is_blank(&path));
    assert!(Ledger::open(&path).unwrap().verify().is_ok());
}
