//! A package's folder to its archive, if nothing in it is wrong.

use std::path::{Path, PathBuf};

use jiff::civil::Date;
use luoshi_diagnostics::{Code, Level, Note, Place};
use luoshi_documents::library;
use luoshi_evidence::Evidence;
use luoshi_package::{Archive, PackageFiles, engine_unfit, pack, read_directory};
use luoshi_plan::{Node, NodeKind, Plan, PlanFile, chinese, missing_key, package_as_plan, parse};
use luoshi_rule_tests::{CaseResult, read_tests};
use luoshi_rules::{Detail, compile, evaluate, judge};

use crate::folder::shown;
use crate::packages::packages_for;
use crate::papers::Judged;
use crate::plugins::plugins_of;
use crate::rule_tests::{loaded_plugins, read_test_folder};
use crate::run::Run;

/// Makes the archive of the package in a folder. The notes of the run are everything that was noticed;
/// there is no archive if one of them is an error.
///
/// The packages that it extends are looked for as those of a plan. The day decides nothing but in which
/// year the package is tried out as a plan.
#[must_use]
pub fn build_package(folder: &Path, places: &[PathBuf], day: Date) -> (Option<Archive>, Run) {
    let mut run = Run::default();
    let (files, notes) = read_directory(folder);
    run.notes.extend(notes);
    let Some(files) = files else {
        return (None, run);
    };
    let texts = files.folder(&shown(folder));
    let file = parse(&texts, &mut run.sources);
    let (packages, notes) = packages_for(&file, folder, places, &mut run.sources);
    run.notes.extend(notes);
    run.notes.extend(head(&file));
    let staged = package_as_plan(&file, &packages, day);
    run.notes.extend(staged.notes.into_iter().map(stricter));
    if let Some(plan) = staged.value {
        try_out(plan, day, &mut run);
    }
    // Where the package itself is wrong, its tests would only say so again.
    if !run.notes.iter().any(is_error) {
        test(folder, &file, &packages, &mut run);
    }
    let archive = finish(files, &file, &mut run);
    (archive, run)
}

/// A clause that nothing carries out is a warning for whoever is still writing.
fn stricter(mut note: Note) -> Note {
    if note.code == Code::ClauseUnmapped {
        note.code = Code::PackageClauseOpen;
    }
    note
}

/// What the head needs so that others can use the package.
fn head(file: &PlanFile) -> Vec<Note> {
    let Some(node) = header(file) else {
        return Vec::new();
    };
    let Some(package) = &file.head.package else {
        return Vec::new();
    };
    let mut notes = Vec::new();
    if package.licence.is_none() {
        notes.push(missing_key(node, "licence"));
    }
    match &package.engine {
        None => notes.push(missing_key(node, "engine")),
        Some(engine) => {
            let unfit = engine_unfit(&package.name, engine);
            let place = value(node, "engine").map_or(&node.place, |value| &value.place);
            notes.extend(unfit.map(|note| note.at(place.clone())));
        }
    }
    notes
}

/// Loads the plugins, compiles rules and templates, and judges a year without evidence.
fn try_out(plan: Plan, day: Date, run: &mut Run) {
    let Some(plugins) = plugins_of(&plan, &mut run.notes) else {
        return;
    };
    let compiled = compile(&plan, day, &plugins);
    run.notes.extend(compiled.notes);
    let Some(program) = compiled.value else {
        return;
    };
    let evidence = Evidence::default();
    let facts = evaluate(&program, &evidence, Detail::Evidence);
    let assessment = judge(&program, &evidence, &facts);
    drop(program);
    let read = library(&plan, &mut run.sources);
    run.notes.extend(read.notes);
    let library = read.value.unwrap_or_default();
    let judged = Judged::new(plan, evidence, assessment);
    let (_, notes) = judged.press(&library, &run.sources);
    run.notes.extend(notes);
}

/// Runs the package's own tests: one that does not hold keeps it from being built.
fn test(folder: &Path, file: &PlanFile, packages: &[PlanFile], run: &mut Run) {
    let (texts, notes) = read_test_folder(folder);
    run.notes.extend(notes);
    let (tests, notes) = read_tests(&texts, &mut run.sources);
    run.notes.extend(notes);
    let report = luoshi_rule_tests::run(file, packages, &tests, &loaded_plugins);
    let failing = report.failing().flat_map(failed);
    run.notes.extend(failing);
    run.notes.extend(report.notes);
}

/// A note for each thing that came out otherwise than a test expects.
fn failed(case: &CaseResult) -> impl Iterator<Item = Note> {
    let nothing = || "-".to_owned();
    case.mismatches.iter().map(move |mismatch| {
        Note::new(Code::PackageTestFails)
            .at(mismatch.place.clone())
            .arg("case", case.name.as_str())
            .arg("of", mismatch.of.as_str())
            .arg(
                "expected",
                mismatch.expected.clone().unwrap_or_else(nothing),
            )
            .arg("found", mismatch.found.clone().unwrap_or_else(nothing))
    })
}

fn is_error(note: &Note) -> bool {
    note.code.level() == Level::Error
}

fn finish(files: PackageFiles, file: &PlanFile, run: &mut Run) -> Option<Archive> {
    if run.notes.iter().any(is_error) {
        return None;
    }
    match pack(files) {
        Ok(archive) => Some(archive),
        Err(note) => {
            run.notes.push(match name_place(file) {
                Some(place) => note.at(place),
                None => note,
            });
            None
        }
    }
}

/// Where the name of the package stands.
fn name_place(file: &PlanFile) -> Option<Place> {
    let header = header(file)?;
    let name = value(header, "name").unwrap_or(header);
    Some(name.place.clone())
}

/// What stands under `package`.
fn header(file: &PlanFile) -> Option<&Node> {
    file.trees.iter().find_map(|tree| value(tree, "package"))
}

fn value<'n>(map: &'n Node, key: &str) -> Option<&'n Node> {
    let NodeKind::Map(entries) = &map.kind else {
        return None;
    };
    let named = |text: &str| text == key || Some(text) == chinese(key);
    let mut entries = entries.iter();
    entries
        .find(|(k, _)| named(&k.text))
        .map(|(_, value)| value)
}
