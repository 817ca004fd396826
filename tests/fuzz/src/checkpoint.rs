//! Checkpoints, proofs, lists of records and bundles, each of which can be written in one way only.

use std::path::Path;

use jiff::civil::date;
use luoshi_checkpoint::{
    Audited, BundleStatement, Checkpoint, ConsistencyProof, Head, InclusionProof, Input,
    LedgerState, Part, RecordList, SignedCheckpoint, Tree, Unproved, consistent, grown,
    proof_wrong, read_head, read_township, write_head, write_township,
};
use luoshi_diagnostics::{Note, Sources};
use luoshi_package::{Digest, SecretKey};

use crate::seeds::{Seed, texts_of};
use crate::{Target, folder, notes};

pub(crate) const TARGET: Target = Target {
    name: "checkpoint",
    run,
    seeds,
    words,
};

fn run(bytes: &[u8]) {
    let mut noticed: Vec<Note> = Vec::new();
    match SignedCheckpoint::parse(bytes, "checkpoint") {
        Ok(read) => {
            let again = SignedCheckpoint::parse(read.note.to_string().as_bytes(), "checkpoint");
            assert_eq!(again, Ok(read.clone()));
            let growth = grown(&read.checkpoint, &Tree::default());
            noticed.extend(growth.note(&read.checkpoint, 0, "ledger.db"));
        }
        Err(note) => noticed.push(note),
    }
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    if let Some(checkpoint) = Checkpoint::parse(text) {
        assert_eq!(checkpoint.text(), text);
        assert!(
            checkpoint
                .day()
                .is_none_or(|day| text.contains(&day.to_string()))
        );
    }
    match InclusionProof::parse(text, "proof") {
        Ok(proof) => {
            assert_eq!(
                InclusionProof::parse(&proof.to_string(), "proof"),
                Ok(proof.clone())
            );
            noticed.extend(wrong(proof.verify()));
        }
        Err(note) => noticed.push(note),
    }
    match ConsistencyProof::parse(text, "proof") {
        Ok(proof) => noticed.extend(grew(&proof)),
        Err(note) => noticed.push(note),
    }
    noticed.extend(listed(text));
    noticed.extend(bundle(text));
    notes::said(&noticed, &Sources::default());
}

fn wrong(proved: Result<(), Unproved>) -> Option<Note> {
    proved.err().map(|why| proof_wrong(why, "proof"))
}

fn grew(proof: &ConsistencyProof) -> Option<Note> {
    assert_eq!(
        ConsistencyProof::parse(&proof.to_string(), "proof").as_ref(),
        Ok(proof)
    );
    let (size, root) = proof.new.as_ref()?.checkpoint.head();
    wrong(consistent((proof.old, root), (size, root), &proof.hashes))
}

/// A list stands behind the checkpoint that it belongs to.
fn listed(text: &str) -> Option<Note> {
    let files = folder::files(text, "");
    let [(_, checkpoint), (_, list), ..] = files.as_slice() else {
        return None;
    };
    let checkpoint = Checkpoint::parse(checkpoint)?;
    match RecordList::parse(list, &checkpoint, "records") {
        Ok(read) => {
            assert_eq!(
                RecordList::parse(&read.to_string(), &checkpoint, "records"),
                Ok(read.clone())
            );
            let mut now = read.clone();
            now.records.reverse();
            read.divergence(&now)
                .map(|divergence| luoshi_checkpoint::diverged(&divergence))
        }
        Err(note) => Some(note),
    }
}

fn bundle(text: &str) -> Vec<Note> {
    let mut noticed = Vec::new();
    if let Some(statement) = BundleStatement::parse(text) {
        assert_eq!(statement.note().text(), text);
    }
    for (number, line) in (1..).zip(text.split_inclusive('\n')) {
        let read = match number {
            1 => read_head(line, "bundle").map(|head| write_head(&head)),
            _ => read_township(line, "bundle", number).map(|audited| write_township(&audited)),
        };
        match read {
            Ok(again) => assert_eq!(again, line),
            Err(note) => noticed.push(note),
        }
    }
    noticed
}

fn seeds(root: &Path) -> Vec<Seed> {
    let lines = texts_of(&root.join("policies"), &["jsonl"]);
    let text = std::str::from_utf8(&lines[0].bytes).expect("lines are a text");
    let records: Vec<&str> = text.lines().take(21).collect();
    let mut list = RecordList::default();
    for (at, record) in records.iter().enumerate() {
        list.push(record.as_bytes(), &format!("r{at}"));
    }
    let tree = list.tree();
    let checkpoint = Checkpoint::new(
        "pingtang.example",
        tree.size(),
        tree.root(),
        date(2012, 9, 30),
    );
    let key = SecretKey::new("pingtang.example", &[7; 32]).expect("a name of a key");
    let signed = SignedCheckpoint::new(checkpoint.clone(), &key).expect("an origin");
    let inclusion = InclusionProof {
        record: records[5].as_bytes().to_vec(),
        index: 5,
        hashes: tree.inclusion(5, tree.size()).expect("it stands there"),
        checkpoint: signed.clone(),
    };
    let consistency = ConsistencyProof {
        old: 13,
        hashes: tree.consistency(13, tree.size()).expect("it grew"),
        new: Some(signed.clone()),
    };
    let (checkpoint, list) = (checkpoint.text(), list.to_string());
    let both = folder::text([
        ("checkpoint", checkpoint.as_str()),
        ("records", list.as_str()),
    ]);
    let seed = |name: &str, text: String| Seed::new(name, text.into_bytes());
    vec![
        seed("checkpoint", signed.note.to_string()),
        seed("inclusion", inclusion.to_string()),
        seed("consistency", consistency.to_string()),
        seed("records", both),
        seed("bundle", a_bundle(&tree)),
    ]
}

fn a_bundle(tree: &Tree) -> String {
    let head = Head {
        engine: "0.1.0".to_owned(),
        as_of: date(2012, 12, 31),
        lang: "zh-CN".to_owned(),
        townships: 1,
        shared: None,
    };
    let input = |path: &str, part: Part| Input {
        path: path.to_owned(),
        part,
        digest: Digest::of(path.as_bytes()),
    };
    let audited = Audited {
        name: "pingtang".to_owned(),
        inputs: vec![
            input("evidence.jsonl", Part::Evidence),
            input("plan.yaml", Part::Plan),
        ],
        packages: Vec::new(),
        ledger: Some(LedgerState {
            size: tree.size(),
            root: tree.root(),
        }),
        result: Default::default(),
    };
    [write_head(&head), write_township(&audited)].concat()
}

fn words() -> Vec<String> {
    let words = [
        "c2sp.org/tlog-proof@v1\n",
        "extra ",
        "\nindex ",
        "old ",
        "\n\n— pingtang.example ",
        "luoshi audit v1\n",
        "luoshi audit bundle v1",
        "sha256:",
        "18446744073709551615",
        "%% checkpoint\n",
        "%% records\n",
        "\"result\":",
        "1e400",
        "day 2012-09-30\n",
    ];
    words.map(str::to_owned).into()
}
