//! The published packages and plans: they resolve, and every clause of their documents is carried out
//! by a duty or explained.

use std::collections::BTreeMap;
use std::path::Path;

use luoshi::{Options, Outcome};
use luoshi_diagnostics::{Code, Lang, Messages, Note, Sources, render_text};
use luoshi_plan::model::ClauseStatus;
use luoshi_plan::{Folder, Plan, PlanFile, check_package, parse, resolve};
use luoshi_rules::compile;
use luoshi_tests::kept_alike;

const PACKAGES: [&str; 3] = ["central-2015", "county-security", "ledger-signs"];
const TOWNSHIPS: [&str; 3] = ["pingtang-2012", "nao-2012", "township-2006"];

fn read(name: &str, sources: &mut Sources) -> PlanFile {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../policies")
        .join(name);
    let mut texts = Vec::new();
    for entry in std::fs::read_dir(&path)
        .expect("the folder is there")
        .flatten()
    {
        let file = entry.file_name().to_string_lossy().into_owned();
        if file.ends_with(".yaml") {
            texts.push((file, std::fs::read_to_string(entry.path()).expect("a text")));
        }
    }
    texts.sort();
    let folder = Folder {
        name: name.to_owned(),
        texts,
        ..Folder::default()
    };
    parse(&folder, sources)
}

fn packages(sources: &mut Sources) -> Vec<PlanFile> {
    PACKAGES.iter().map(|name| read(name, sources)).collect()
}

fn township(name: &str) -> (Plan, Vec<Note>, Sources) {
    let mut sources = Sources::default();
    let packages = packages(&mut sources);
    let file = read(name, &mut sources);
    let staged = resolve(&file, &packages);
    let shown = render_text(&staged.notes, &sources, Messages::of(Lang::En), false);
    (
        staged.value.unwrap_or_else(|| panic!("{name}:\n{shown}")),
        staged.notes,
        sources,
    )
}

#[test]
fn packages_have_nothing_wrong() {
    let mut sources = Sources::default();
    let packages = packages(&mut sources);
    for package in &packages {
        let notes = check_package(package, &packages);
        let shown = render_text(&notes, &sources, Messages::of(Lang::En), false);
        assert!(notes.is_empty(), "{shown}");
    }
}

#[test]
fn plans_leave_open_only_what_they_say_they_leave_open() {
    for name in TOWNSHIPS {
        let (_, notes, sources) = township(name);
        let shown = render_text(&notes, &sources, Messages::of(Lang::En), false);
        assert!(
            notes.iter().all(|n| n.code == Code::DutyUnset),
            "{name}:\n{shown}"
        );
    }
}

/// Clauses of each document in the inventory that the plans were made from.
#[test]
fn every_clause_of_the_documents_is_there_and_explained() {
    let (plan, ..) = township("pingtang-2012");
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for name in TOWNSHIPS {
        let (plan, ..) = township(name);
        for clause in &plan.content.clauses {
            let document = clause
                .id
                .name
                .split('/')
                .next()
                .unwrap_or_default()
                .to_owned();
            if !matches!(document.as_str(), "04" | "05") {
                *counts.entry(document).or_default() += 1;
            }
            let explained = clause.reason.as_ref().is_some_and(|r| !r.trim().is_empty());
            assert!(
                clause.status == ClauseStatus::Checkable || explained,
                "{}",
                clause.id.name
            );
        }
    }
    for clause in &plan.content.clauses {
        let document = clause.id.name.split('/').next().unwrap_or_default();
        if matches!(document, "04" | "05") {
            *counts.entry(document.to_owned()).or_default() += 1;
        }
    }
    let expected = [
        ("01", 104),
        ("02", 113),
        ("03", 126),
        ("04", 195),
        ("05", 79),
    ];
    let expected: BTreeMap<String, usize> = expected
        .into_iter()
        .map(|(d, n)| (d.to_owned(), n))
        .collect();
    assert_eq!(counts, expected);
}

/// With their plugins, in the midst of the year and at its end.
#[test]
fn an_audit_keeps_the_same_of_them_whether_all_is_named_or_only_what_is_kept() {
    for name in TOWNSHIPS {
        let span = township(name).0.span;
        let middle = span.from.saturating_add(jiff::Span::new().days(150));
        for as_of in [middle, span.to] {
            let options = Options {
                as_of,
                packages: Vec::new(),
                ledger: None,
                set: Vec::new(),
            };
            let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("../policies")
                .join(name);
            let run = luoshi::assess(&folder, &options, &mut |_| {});
            let Some(Outcome::Plan {
                plan,
                evidence,
                plugins,
                assessment,
                ..
            }) = run.outcome
            else {
                panic!("{name}: {:?}", run.notes);
            };
            let program = compile(&plan, as_of, &plugins).value;
            let program = program.expect("it was judged by it");
            assert!(evidence.total > 100 && !assessment.findings.is_empty());
            kept_alike(&plan, &program, &evidence, &assessment);
        }
    }
}
