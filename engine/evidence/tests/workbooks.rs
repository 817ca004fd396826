//! Workbooks as townships keep them: each case is a text in `workbooks/` that says what is in the
//! cells and what must come out. `LUOSHI_BLESS=1` writes what came out.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod workbooks {
    pub(crate) mod build;
    pub(crate) mod told;
}

use std::fs;
use std::path::Path;

use luoshi_diagnostics::{FileId, Lang, Messages, Sources, render_json, render_text};
use luoshi_evidence::{Kind, Mapping, Names, Reading, import_workbook};
use workbooks::build::{Case, workbook};
use workbooks::told::told;

/// Above this line stands what is in a workbook, below it what must come out.
const EXPECTED: &str = "\nexpected: |\n";

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/workbooks")
}

fn cases() -> Vec<(String, String)> {
    let mut cases: Vec<(String, String)> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "yaml"))
        .map(|path| {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            (name, fs::read_to_string(path).unwrap())
        })
        .collect();
    cases.sort();
    cases
}

fn read(case: &Case, bytes: &[u8]) -> String {
    let mut mapping = mapping(case.mapping.as_deref().unwrap_or(""));
    if let Some(kind) = &case.kind {
        mapping.kind = Kind::from_name(kind);
    }
    mapping.duty = case.duty.clone().or(mapping.duty);
    let saved: Vec<Mapping> = case.saved.iter().map(|text| self::mapping(text)).collect();
    let names = Names {
        subjects: case.subjects.clone(),
        duties: case.duties.clone(),
        actors: case.actors.clone(),
        ..Names::default()
    };
    let reading = Reading {
        mapping: &mapping,
        saved: &saved,
        names: &names,
    };
    let mut sources = Sources::default();
    match import_workbook(bytes, "台账.xlsx", reading, &mut sources) {
        Ok(import) => {
            // Every note can be shown in both languages and as JSON.
            for lang in Lang::ALL {
                let words = Messages::of(lang);
                let _ = render_text(&import.all_notes(), &sources, words, false);
                let _ = render_json(&import.all_notes(), &sources, words);
            }
            told(&import)
        }
        Err(note) => format!("{}\n", note.code.id()),
    }
}

fn mapping(text: &str) -> Mapping {
    let read = Mapping::from_yaml(text, FileId(0));
    assert_eq!(read.notes, [], "{text}");
    read.value.unwrap()
}

#[test]
fn every_workbook_gives_what_its_case_says() {
    let mut wrong = Vec::new();
    let cases = cases();
    assert!(cases.len() >= 25, "only {} cases", cases.len());
    for (name, text) in cases {
        let (given, expected) = text.split_once(EXPECTED).unwrap_or((text.trim_end(), ""));
        let case: Case = serde_yaml::from_str(given).unwrap_or_else(|e| panic!("{name}: {e}"));
        let bytes = match &case.file {
            Some(file) => fs::read(folder().join(file)).unwrap(),
            None => workbook(&case),
        };
        let found: String = read(&case, &bytes)
            .lines()
            .map(|line| format!("  {line}\n"))
            .collect();
        if std::env::var_os("LUOSHI_BLESS").is_some() {
            let path = folder().join(format!("{name}.yaml"));
            fs::write(path, format!("{given}\n{}{found}", &EXPECTED[1..])).unwrap();
        } else if found != expected {
            wrong.push(format!("{name}\nexpected\n{expected}found\n{found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
