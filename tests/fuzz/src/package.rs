//! A package archive: what is accepted is packed again to the same bytes.

use std::path::Path;
use std::sync::Arc;

use luoshi_diagnostics::Sources;
use luoshi_package::{Archive, PackageFiles, digest_of, pack, unpack};
use luoshi_plan::{check_package, parse};

use crate::seeds::{Seed, folders};
use crate::{Target, folder, notes};

pub(crate) const TARGET: Target = Target {
    name: "package",
    run,
    seeds,
    words,
};

/// A text with several files is packed first: no chance finds the checksums of an archive.
fn run(bytes: &[u8]) {
    match std::str::from_utf8(bytes) {
        Ok(text) if text.starts_with("%% ") => made(text),
        _ => read(bytes),
    }
}

fn made(text: &str) {
    let files = folder::files(text, "");
    let bytes = |text: &str| Arc::from(text.as_bytes());
    let files = files
        .into_iter()
        .map(|(path, text)| (path.to_owned(), bytes(text)));
    match PackageFiles::new(files).map(pack) {
        Ok(Ok(archive)) => read(&archive.bytes),
        Ok(Err(note)) => notes::said(&[note], &Sources::default()),
        Err(noticed) => notes::said(&noticed, &Sources::default()),
    }
}

fn read(bytes: &[u8]) {
    match unpack("some.zip", bytes) {
        Ok(archive) => accepted(&archive, bytes),
        Err(noticed) => notes::said(&noticed, &Sources::default()),
    }
}

fn accepted(archive: &Archive, bytes: &[u8]) {
    let again = pack(archive.files.clone()).expect("it was packed before");
    assert_eq!(again.bytes, bytes);
    assert_eq!(again.digest, archive.digest);
    assert_eq!(digest_of(&archive.files), Ok(archive.digest));
    let mut sources = Sources::default();
    let file = parse(&archive.files.folder("some.zip"), &mut sources);
    let noticed = check_package(&file, std::slice::from_ref(&file));
    notes::said(&noticed, &sources);
    drop(archive.manifest.engine_unfit());
}

fn seeds(root: &Path) -> Vec<Seed> {
    let mut seeds = folders(&root.join("policies"), |path| {
        path.ends_with(".yaml") && !path.ends_with("plan.yaml") && !path.ends_with("trust.yaml")
    });
    let archives = seeds.iter().filter_map(|seed| {
        let text = std::str::from_utf8(&seed.bytes).ok()?;
        let files = folder::files(text, "").into_iter();
        let files = files.map(|(path, text)| (path.to_owned(), Arc::from(text.as_bytes())));
        let archive = pack(PackageFiles::new(files).ok()?).ok()?;
        Some(Seed::new(format!("{}.zip", seed.name), archive.bytes))
    });
    let archives: Vec<Seed> = archives.collect();
    assert!(!archives.is_empty(), "a published package can be packed");
    seeds.extend(archives);
    seeds
}

fn words() -> Vec<String> {
    let words = [
        "PK\x03\x04",
        "PK\x01\x02",
        "PK\x05\x06",
        "%% package.yaml\n",
        "%% rules/",
        "%% tests/",
        "../",
        "manifest.json",
        "package: {",
        "engine: '>=0.1'",
        "extends: [",
        "^1.0",
        "\u{301}",
        "CON",
        ".rhai",
    ];
    words.map(str::to_owned).into()
}
