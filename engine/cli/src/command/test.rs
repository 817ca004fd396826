//! `luoshi test`: the tests of a package's duties and rules.

use std::path::Path;

use luoshi::{folder_of, loaded_plugins, packages_for, read_folder, read_test_folder};
use luoshi_diagnostics::{Code, Level, Note, Sources, nearest};
use luoshi_plan::{PlanFile, parse};
use luoshi_rule_tests::{Mutation, Report, TestFile, mutate, read_tests};

use super::Done;
use crate::args::TestArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;

mod json;
mod text;

/// What came out, for those who render it.
struct Outcome<'a> {
    report: &'a Report,
    /// Whether changes are wanted.
    mutate: bool,
    /// Where they were tried, what became of them.
    mutation: Option<&'a Mutation>,
    /// Whether only some of the cases were run: a coverage would say nothing then.
    filtered: bool,
    sources: &'a Sources,
    session: &'a Session,
}

pub(super) fn run(args: &TestArgs, session: &mut Session) -> Done {
    let json = session.wants_json()?;
    let mut read = Failure::default();
    let folder = folder_of(&args.path)?;
    let (package, packages) = package_at(&folder, session, &mut read);
    let mut tests = tests_of(&folder, &mut read);
    let report = luoshi_rule_tests::run(&package, &packages, &tests, &loaded_plugins);
    read.notes.extend(report.notes.iter().cloned());
    if read.notes.iter().any(|n| n.code.level() == Level::Error) {
        return Err(read);
    }
    let filtered = args.filter.is_some();
    let report = match &args.filter {
        None => report,
        Some(filter) => {
            pick(&mut tests, filter)?;
            luoshi_rule_tests::run(&package, &packages, &tests, &loaded_plugins)
        }
    };
    let failing = report.failing().count() > 0;
    // Cases that fail as things are cannot tell what a change does.
    let mutation = (args.mutate && !failing)
        .then(|| mutate(&package, &packages, &tests, &loaded_plugins).value)
        .flatten();
    let outcome = Outcome {
        report: &report,
        mutate: args.mutate,
        mutation: mutation.as_ref(),
        filtered,
        sources: &read.sources,
        session,
    };
    let text = match json {
        true => crate::output::pretty(&json::as_json(&outcome)),
        false => text::as_text(&outcome, session.quiet),
    };
    session.out.write(&text);
    Ok(if failing { Exit::Failing } else { Exit::Clean })
}

/// A package or plan with the packages under it.
fn package_at(folder: &Path, session: &Session, read: &mut Failure) -> (PlanFile, Vec<PlanFile>) {
    let (texts, notes) = read_folder(folder);
    read.notes.extend(notes);
    let package = parse(&texts, &mut read.sources);
    let (packages, notes) = packages_for(&package, folder, &session.packages, &mut read.sources);
    read.notes.extend(notes);
    (package, packages)
}

fn tests_of(folder: &Path, read: &mut Failure) -> Vec<TestFile> {
    let (texts, notes) = read_test_folder(folder);
    read.notes.extend(notes);
    let (tests, notes) = read_tests(&texts, &mut read.sources);
    read.notes.extend(notes);
    tests
}

/// Leaves the cases whose file or name holds a text. That none does is a slip: nothing would be tested.
fn pick(tests: &mut Vec<TestFile>, filter: &str) -> Result<(), Note> {
    let names: Vec<String> = tests
        .iter()
        .flat_map(|file| file.cases.iter().map(|case| case.name.clone()))
        .collect();
    for file in tests.iter_mut() {
        let whole = file.name.contains(filter);
        file.cases
            .retain(|case| whole || case.name.contains(filter));
    }
    tests.retain(|file| !file.cases.is_empty());
    if tests.is_empty() {
        let near = nearest(filter, names.iter().map(String::as_str)).unwrap_or("none");
        let note = Note::new(Code::TestFilter).arg("filter", filter);
        return Err(note.arg("near", near));
    }
    Ok(())
}
