//! What a registry, a lock and a trust file say: lists, signed notes, keys.

use std::path::Path;

use jiff::civil::date;
use luoshi_diagnostics::{Note, Sources};
use luoshi_package::{
    Index, Lock, SecretKey, SignedNote, VerifierKey, pack, read_index, read_own_index, read_trust,
};

use crate::seeds::{Seed, archives};
use crate::{Target, folder, notes};

pub(crate) const TARGET: Target = Target {
    name: "registry",
    run,
    seeds,
    words,
};

/// One file is tried as each of them; a list of files as an index with its note.
fn run(bytes: &[u8]) {
    let mut noticed: Vec<Note> = Vec::new();
    let mut sources = Sources::default();
    if let Some(note) = SignedNote::parse(bytes) {
        assert_eq!(SignedNote::parse(note.to_string().as_bytes()), Some(note));
    }
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let file = sources.add("trust.yaml", text);
    let trust = read_trust(file, text);
    noticed.extend(trust.notes);
    match Lock::parse("luoshi.lock", text) {
        Ok(lock) => {
            let again = Lock::parse("luoshi.lock", &lock.text());
            assert_eq!(again.map(|again| again.text()), Ok(lock.text()));
        }
        Err(note) => noticed.push(note),
    }
    if let Some(key) = VerifierKey::parse(text) {
        assert_eq!(key.to_string(), text);
    }
    if let Some(key) = SecretKey::parse(text) {
        assert_eq!(key.to_line().trim_end(), text.trim_end());
    }
    let files = folder::files(text, "index.json");
    let part = |path: &str| {
        files
            .iter()
            .find(|(name, _)| *name == path)
            .map(|file| file.1)
    };
    let (index, note) = (part("index.json").unwrap_or(""), part("note").unwrap_or(""));
    let (index, note) = (index.trim_end().as_bytes(), note.as_bytes());
    let key = secret().verifier();
    match read_own_index(index, note, &[key]) {
        Ok(read) => assert_eq!(read.bytes(), index),
        Err(note) => noticed.push(note),
    }
    if let Some(trust) = trust.value {
        let read = read_index(index, note, &trust, date(2026, 6, 1), None);
        noticed.extend(read.err().into_iter().flatten());
    }
    notes::said(&noticed, &sources);
}

/// A key that protects nothing.
fn secret() -> SecretKey {
    SecretKey::new("registry.example", &[7; 32]).expect("a name of a key")
}

fn seeds(root: &Path) -> Vec<Seed> {
    let mut index = Index::new("registry.example", date(2026, 1, 1)).expect("a name of a registry");
    for files in archives(root) {
        let archive = pack(files).expect("a published package can be packed");
        index.offer(&archive).expect("each is offered once");
    }
    let mut note = index.note();
    note.sign(&secret());
    let bytes = String::from_utf8(index.bytes()).expect("an index is a text");
    let note = note.to_string();
    let both = folder::text([("index.json", bytes.as_str()), ("note", note.as_str())]);
    vec![
        Seed::new("index", both.into_bytes()),
        Seed::new("note", note.into_bytes()),
        Seed::new("key", secret().verifier().to_string().into_bytes()),
    ]
}

fn words() -> Vec<String> {
    let words = [
        "\n\n— registry.example ",
        "lock: 1\npackages:\n",
        "- name: ",
        "  version: 1.0.0\n",
        "  digest: sha256:",
        "  signed_by: []\n",
        "trust: 1\n",
        "publishers:\n",
        "auditors:\n",
        "keys: [",
        "from: 2026-01-01",
        "to: 2027-01-01",
        "%% index.json\n",
        "%% note\n",
        "county/*",
    ];
    words.map(str::to_owned).into()
}
