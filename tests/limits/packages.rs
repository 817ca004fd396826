//! Packages.

use std::sync::Arc;

use jiff::civil::date;
use luoshi_diagnostics::{Code, FileId};
use luoshi_package::{PackageFiles, Statement, pack, read_trust, verify};

use crate::Probe;

pub(crate) const PROBES: &[Probe] = &[
    Probe {
        what: "files of a package",
        run: files,
    },
    Probe {
        what: "bytes of a file of a package",
        run: file,
    },
    Probe {
        what: "bytes of all files of a package",
        run: bytes,
    },
    Probe {
        what: "bytes of a path in a package",
        run: path,
    },
    Probe {
        what: "bytes of a signed note",
        run: note,
    },
    Probe {
        what: "signatures of a note",
        run: signatures,
    },
];

type Files = Vec<(String, Arc<[u8]>)>;

fn package(files: Files) -> Vec<Code> {
    let notes = PackageFiles::new(files).err().unwrap_or_default();
    notes.iter().map(|note| note.code).collect()
}

fn files(n: usize) -> Vec<Code> {
    let one: Arc<[u8]> = Arc::from(&b"a: 1\n"[..]);
    package(
        (0..n)
            .map(|at| (format!("tests/{at}.yaml"), one.clone()))
            .collect(),
    )
}

fn file(n: usize) -> Vec<Code> {
    package(vec![("plugins/a.wasm".to_owned(), vec![0; n].into())])
}

/// As many files as it takes, none of which is too large.
fn bytes(n: usize) -> Vec<Code> {
    const EACH: usize = 32 << 20;
    let whole: Arc<[u8]> = vec![0; EACH].into();
    let mut all: Files = (0..n / EACH)
        .map(|at| (format!("plugins/{at}.wasm"), whole.clone()))
        .collect();
    all.push(("plugins/rest.wasm".to_owned(), vec![0; n % EACH].into()));
    package(all)
}

fn path(n: usize) -> Vec<Code> {
    let name = "x".repeat(n - "source/.md".len());
    package(vec![(format!("source/{name}.md"), Arc::from(&b""[..]))])
}

/// What is noticed of an archive with a note beside it, whose signatures are made for the text before them.
fn noted(signatures: impl Fn(usize) -> String) -> Vec<Code> {
    let head = "luoshi: 1\npackage: { name: a/b, version: 1.0, publisher: 县, title: 包, engine: '>=0.1', licence: MIT }\n";
    let files = PackageFiles::new([("package.yaml".to_owned(), Arc::from(head.as_bytes()))]);
    let archive = pack(files.expect("a package")).expect("an archive");
    let text = format!("{}\n", Statement::of(&archive).text());
    let note = format!("{text}{}", signatures(text.len()));
    let trust = read_trust(FileId(0), TRUST);
    let trust = trust.value.unwrap_or_else(|| panic!("{:?}", trust.notes));
    let notes = verify(&archive, Some(note.as_bytes()), &trust, date(2026, 6, 1)).err();
    let notes = notes.unwrap_or_default();
    notes.iter().map(|note| note.code).collect()
}

const TRUST: &str = "luoshi: 1\nto: 2027-12-31\npublishers: []\n";

/// A signature by nobody that takes so many bytes.
fn signature(length: usize) -> String {
    let rest = length - "—  \n".len();
    // Four signs of it are three bytes; what is left over is the name.
    let signed = (rest - 1) / 4 * 4;
    format!("— {} {}\n", "k".repeat(rest - signed), "A".repeat(signed))
}

fn note(n: usize) -> Vec<Code> {
    noted(|text| signature(n - text))
}

fn signatures(n: usize) -> Vec<Code> {
    noted(|_| signature(20).repeat(n))
}
