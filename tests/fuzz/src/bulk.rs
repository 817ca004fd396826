//! Records of many townships in one file: the same however it is cut into pieces.

use std::path::Path;

use luoshi_bulk::{BulkFile, BulkWriter, Format, Mapping, Reading, Sizes, Township, read};
use luoshi_diagnostics::{FileId, Note, Sources};
use luoshi_evidence::read_records;

use crate::records::AS_OF;
use crate::seeds::{Seed, texts_of};
use crate::{Target, folder, notes};

pub(crate) const TARGET: Target = Target {
    name: "bulk",
    run,
    seeds,
    words,
};

fn run(bytes: &[u8]) {
    let mut mapping = Mapping::own();
    let mut rest = bytes;
    if let Ok(text) = std::str::from_utf8(bytes) {
        let files = folder::files(text, "bulk");
        let part = |path: &str| {
            files
                .iter()
                .find(|(name, _)| *name == path)
                .map(|file| file.1)
        };
        if let Some(text) = part("mapping.yaml") {
            let mut sources = Sources::default();
            let at = sources.add("mapping.yaml", text);
            let staged = Mapping::from_yaml(text, at);
            notes::said(&staged.notes, &sources);
            mapping = staged.value.unwrap_or(mapping);
        }
        rest = part("bulk").unwrap_or_default().as_bytes();
    }
    let format = match rest.first() {
        _ if rest.starts_with(b"PAR1") => Format::Parquet,
        Some(b'{') => Format::Jsonl,
        _ => Format::Csv,
    };
    let whole = told(rest, format, &mapping, Sizes::default());
    let pieces = Sizes { bytes: 97, rows: 3 };
    // How much of a damaged part can still be read depends on how much is read at once; and what is told of a township
    // that comes again does not hold. Both are problems of the file however it is cut.
    let told_as = |code: &str| whole.iter().any(|said| said.contains(code));
    if told_as("BulkDamaged") || told_as("BulkScattered") {
        return;
    }
    assert_eq!(
        whole,
        told(rest, format, &mapping, pieces),
        "cut into pieces"
    );
}

/// Everything that is told of a file, without the words for it.
fn told(bytes: &[u8], format: Format, mapping: &Mapping, sizes: Sizes) -> Vec<String> {
    let file = BulkFile::of_bytes("bulk", format, bytes.to_vec());
    let reading = Reading {
        mapping,
        as_of: AS_OF,
        threads: 1,
        sizes,
    };
    let mut all = Vec::new();
    let mut noticed: Vec<Note> = Vec::new();
    let one = |township: Township<'_>| {
        let counted = township
            .evidence
            .map(|e| (e.total, e.withdrawn, e.superseded));
        let said = format!(
            "{} {} {counted:?} {:?}",
            township.code, township.rows, township.problems
        );
        (said, township.problems)
    };
    let summary = read(
        std::slice::from_ref(&file),
        &reading,
        || one,
        |(said, problems)| {
            all.push(said);
            noticed.extend(problems.into_iter().map(|problem| problem.note));
        },
    );
    all.push(format!("{summary:?}"));
    noticed.extend(summary.problems.into_iter().map(|problem| problem.note));
    notes::said(&noticed, &Sources::default());
    all
}

fn seeds(root: &Path) -> Vec<Seed> {
    let mut seeds = Vec::new();
    for (name, format) in [
        ("csv", Format::Csv),
        ("jsonl", Format::Jsonl),
        ("parquet", Format::Parquet),
    ] {
        let mut out = Vec::new();
        let mut writer = BulkWriter::start(format, &mut out).expect("memory is enough");
        for lines in texts_of(&root.join("policies"), &["jsonl"]) {
            let text = std::str::from_utf8(&lines.bytes).expect("lines are a text");
            let text: String = text.split_inclusive('\n').take(20).collect();
            for record in read_records(&text, FileId(0)).value.expect("a ledger") {
                writer
                    .write(&lines.name, &record)
                    .expect("memory is enough");
            }
        }
        writer.finish().expect("memory is enough");
        seeds.push(Seed::new(name, out));
    }
    seeds
}

fn words() -> Vec<String> {
    let words = [
        "\"jurisdiction\":\"",
        "jurisdiction",
        "PAR1",
        "%% mapping.yaml\n",
        "%% bulk\n",
        "township: ",
        "columns: {",
        "kinds: {",
        "default: ",
        "county: ",
        "2012-05-10",
        "correction",
        "\"ref\":\"",
        "\"set\":{",
    ];
    words.map(str::to_owned).into()
}
