//! The file of a ledger, as a stranger may have written it.

use std::path::Path;

use luoshi_diagnostics::Sources;
use luoshi_evidence::{Filter, Ledger, read_records};

use crate::records::{AS_OF, ENTERED};
use crate::seeds::{Seed, texts_of};
use crate::{Target, notes};

pub(crate) const TARGET: Target = Target {
    name: "ledger",
    run,
    seeds,
    words,
};

fn run(bytes: &[u8]) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("ledger.db");
    std::fs::write(&path, bytes).expect("room for a file");
    let sources = Sources::default();
    let mut ledger = match Ledger::open(&path) {
        Ok(ledger) => ledger,
        Err(note) => return notes::said(&[note], &sources),
    };
    let verified = ledger.verify();
    let mut noticed = ledger.read(AS_OF).notes;
    noticed.extend(ledger.log(&Filter::default()).err());
    noticed.extend(ledger.find("r1").err());
    noticed.extend(ledger.batch_of("r1").err());
    noticed.extend(verified.as_ref().err().map(|broken| broken.note(&path)));
    let mut out = Vec::new();
    let exported = ledger.export_jsonl(&mut out);
    drop(ledger.export_records(&mut |_| Ok(())));
    if let (Ok(verified), Ok(count)) = (verified, exported) {
        assert_eq!(verified.count, count);
    }
    noticed.extend(
        ledger
            .append(&[], ENTERED, "clerk")
            .err()
            .into_iter()
            .flatten(),
    );
    notes::said(&noticed, &sources);
}

fn seeds(root: &Path) -> Vec<Seed> {
    let lines = texts_of(&root.join("policies"), &["jsonl"]);
    let folder = tempfile::tempdir().expect("a folder");
    let mut seeds = vec![Seed::new("empty", Vec::new())];
    for count in [0, 3, 40] {
        let path = folder.path().join(format!("{count}.db"));
        let mut ledger = Ledger::create(&path).expect("a new ledger");
        let text = std::str::from_utf8(&lines[0].bytes).expect("lines are a text");
        let text: String = text.split_inclusive('\n').take(count).collect();
        let records = read_records(&text, luoshi_diagnostics::FileId(0)).value;
        let records = records.expect("a published ledger");
        ledger.append(&records, ENTERED, "clerk").expect("it fits");
        drop(ledger);
        let bytes = std::fs::read(&path).expect("it was written");
        seeds.push(Seed::new(format!("{count}-records"), bytes));
    }
    seeds
}

fn words() -> Vec<String> {
    let words = [
        "SQLite format 3\0",
        "CREATE TABLE record",
        "CREATE TRIGGER",
        "CREATE VIEW record AS",
        "WITHOUT ROWID",
        "STRICT",
        "import",
        "SELECT",
        "{\"id\":\"",
    ];
    words.map(str::to_owned).into()
}
