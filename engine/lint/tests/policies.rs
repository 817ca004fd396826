//! What lint finds in the published packages and plans, letter by letter: a changed rule shows.
//! `LUOSHI_BLESS=1` rewrites the files in `golden/`.
#![allow(
    clippy::disallowed_methods,
    reason = "the test reads plans and expected texts"
)]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use jiff::civil::{Date, date};
use luoshi_diagnostics::{Lang, Level, Messages, Note, Sources, Staged};
use luoshi_lint::{Input, Linted, lint};
use luoshi_plan::{Folder, Plan, PlanFile, package_as_plan, parse, resolve};

const PACKAGES: [&str; 3] = ["central-2015", "county-security", "ledger-signs"];
const TOWNSHIPS: [&str; 3] = ["pingtang-2012", "nao-2012", "township-2006"];
/// Rules as they are now, besides those of the day of issue.
const TODAY: Date = date(2026, 1, 1);

#[test]
fn packages() {
    for name in PACKAGES {
        check(name, true);
    }
}

#[test]
fn townships() {
    for name in TOWNSHIPS {
        check(name, false);
    }
}

fn check(name: &str, package: bool) {
    let mut sources = Sources::default();
    let others = PACKAGES.iter().filter(|other| **other != name);
    let packages: Vec<PlanFile> = others.map(|other| read(other, &mut sources)).collect();
    let file = read(name, &mut sources);
    let staged: Staged<Plan> = match package {
        true => package_as_plan(&file, &packages, TODAY),
        false => resolve(&file, &packages),
    };
    let plan = staged.value.unwrap();
    let mut text = String::new();
    for rules_of in [plan.header.issued, TODAY] {
        let found = lint(Input {
            plan: &plan,
            file: &file,
            packages: &packages,
            sources: &sources,
            notes: staged.notes.clone(),
            as_of: plan.span.to,
            rules_of: Some(rules_of),
            limits: None,
        });
        let linted = found.value.unwrap();
        if text.is_empty() || rules_of != plan.header.issued {
            text.push_str(&listed(&linted, &sources));
        }
    }
    compare(name, &text);
}

/// One line for each note: level, code, where, what.
fn listed(linted: &Linted, sources: &Sources) -> String {
    let words = Messages::of(Lang::ZhCn);
    let mut notes: Vec<&Note> = linted.notes.iter().collect();
    notes.sort_by_key(|note| (note.code, note.place.clone()));
    let mut text = format!("# rules of {}: {} notes\n", linted.rules_of, notes.len());
    for note in notes {
        let level = match note.code.level() {
            Level::Error => "error  ",
            Level::Warning => "warning",
            Level::Hint => "hint   ",
        };
        let place = note.place.as_ref().map_or_else(String::new, |place| {
            let line = sources.line_column(place.file, place.start).line;
            format!("{}:{line}", sources.name(place.file))
        });
        let message = words.text(note.code.name(), &note.args);
        let _ = writeln!(text, "{level} {} {place}: {message}", note.code.id());
    }
    text + "\n"
}

fn compare(name: &str, found: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("golden/{name}.txt"));
    if std::env::var_os("LUOSHI_BLESS").is_some() {
        std::fs::write(&path, found).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(found, expected, "{name}: LUOSHI_BLESS=1 rewrites it");
}

fn read(name: &str, sources: &mut Sources) -> PlanFile {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../policies")
        .join(name);
    let mut texts = files(&path, "", "yaml");
    texts.extend(files(&path.join("rules"), "rules/", "rhai"));
    let folder = Folder {
        name: name.to_owned(),
        texts,
        ..Folder::default()
    };
    parse(&folder, sources)
}

fn files(folder: &Path, inside: &str, ending: &str) -> Vec<(String, String)> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let paths = entries.map(|entry| entry.path());
    let text = |path: PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        (
            format!("{inside}{name}"),
            std::fs::read_to_string(&path).unwrap(),
        )
    };
    let mut texts: Vec<(String, String)> = paths
        .filter(|path| path.extension().is_some_and(|e| e == ending))
        .map(text)
        .collect();
    texts.sort();
    texts
}
