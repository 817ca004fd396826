//! The empty ledger of each kind: filled with the records of the published plans and imported, it
//! gives these records again.

mod fill;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use luoshi::choices::offer;
use luoshi::{Run, load, names};
use luoshi_diagnostics::Sources;
use luoshi_evidence::{Kind, Mapping, Names, Reading, Record, import_workbook};
use luoshi_plan::Plan;
use serde_json::Value;

use crate::case::Case;
use fill::Book;

const PLANS: [&str; 3] = ["pingtang-2012", "nao-2012", "township-2006"];
/// Records of each kind that are entered again.
const ENTERED: usize = 25;

fn policies() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../policies")
}

fn plan(folder: &str) -> Plan {
    let plan = load(&mut Run::default(), &policies().join(folder), &[]).plan;
    plan.unwrap()
}

/// A folder with the plan and without its evidence, beside the packages.
fn with_empty_ledger(plan: &str) -> Case {
    let mut case = Case::new();
    let folders = [
        "central-2015",
        "county-security",
        "ledger-signs",
        "ledger-signs/plugins",
    ];
    for folder in folders.into_iter().chain([plan]) {
        for file in fs::read_dir(policies().join(folder)).unwrap() {
            let file = file.unwrap().path();
            let name = file.file_name().unwrap().to_str().unwrap().to_owned();
            if name.ends_with(".yaml") || name.ends_with(".wasm") {
                case = case.file(&format!("{folder}/{name}"), fs::read(&file).unwrap());
            }
        }
    }
    case
}

/// What makes a record, without what the clerk does not enter.
fn content(line: &str, with_id: bool) -> String {
    let mut fields: BTreeMap<String, Value> = serde_json::from_str(line).unwrap();
    fields.remove("recorded_at");
    fields.remove("recorded_by");
    if !with_id {
        fields.remove("id");
    }
    serde_json::to_string(&fields).unwrap()
}

/// Records of a kind that a clerk could have entered in the ledger: all in its columns, no two alike.
fn entries(plan: &str, kind: Kind, columns: &BTreeSet<String>) -> Vec<String> {
    let text = fs::read_to_string(policies().join(plan).join("evidence.jsonl")).unwrap();
    let mut seen = BTreeSet::new();
    let fits = |line: &&str| {
        let record: Value = serde_json::from_str(line).unwrap();
        let own = ["kind", "recorded_at", "recorded_by", "id"];
        let mut fields = record.as_object().unwrap().keys();
        record["kind"] == kind.name()
            && fields.all(|field| own.contains(&field.as_str()) || columns.contains(field))
            && seen.insert(content(line, false))
    };
    text.lines()
        .filter(fits)
        .take(ENTERED)
        .map(str::to_owned)
        .collect()
}

#[test]
fn a_ledger_that_was_filled_and_imported_gives_the_same_records() {
    let case = with_empty_ledger("pingtang-2012");
    let names_there = names(&plan("pingtang-2012"));
    // Nobody appealed in that year.
    for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Appeal) {
        fill_and_import(&case, "pingtang-2012", kind, &names_there);
    }
    let case = with_empty_ledger("nao-2012");
    fill_and_import(&case, "nao-2012", Kind::Appeal, &names(&plan("nao-2012")));
}

/// Fills the ledger of a kind, imports it, and compares.
fn fill_and_import(case: &Case, plan: &str, kind: Kind, names: &Names) {
    let ran = case.run(&format!(
        "template {} {plan} --xlsx -o {}.xlsx",
        kind.name(),
        kind.name()
    ));
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let file = format!("{}.xlsx", kind.name());
    let mut book = Book::read(&fs::read(case.path(&file)).unwrap());
    let columns = book.fields();
    let lines = entries(plan, kind, &columns);
    let with_id = columns.contains("id");
    assert!(
        !lines.is_empty(),
        "no record of {kind:?} could have been entered"
    );
    for (row, line) in (3..).zip(&lines) {
        book.enter(row, &serde_json::from_str(line).unwrap(), names);
    }
    let (bytes, mut sources) = (book.write(), Sources::default());
    let reading = Reading {
        mapping: &Mapping::default(),
        saved: &[],
        names,
    };
    let import = import_workbook(&bytes, &file, reading, &mut sources).unwrap();
    assert_eq!(
        import.all_notes(),
        [],
        "{kind:?} is not read without question"
    );
    let exported = import.records.iter().map(Record::to_json);
    let mut exported: Vec<String> = exported.map(|line| content(&line, with_id)).collect();
    let mut expected: Vec<String> = lines.iter().map(|line| content(line, with_id)).collect();
    exported.sort();
    expected.sort();
    assert_eq!(exported, expected, "{plan} {kind:?}");
}

#[test]
fn everything_offered_is_a_name_that_the_import_knows() {
    for folder in PLANS {
        let plan = plan(folder);
        let names = names(&plan);
        for kind in Kind::ALL {
            let offer = offer(&plan, &names, kind, None);
            let duties = offer.duties.iter().map(|(name, _)| name);
            let duties = duties.filter(|name| !name.is_empty());
            let known = duties
                .map(|name| (names.duties.contains_key(name), name))
                .chain(
                    offer
                        .subjects
                        .iter()
                        .map(|name| (names.subjects.contains_key(name), name)),
                )
                .chain(
                    offer
                        .actors
                        .iter()
                        .map(|name| (names.actors.contains_key(name), name)),
                )
                .chain(
                    offer
                        .marks
                        .iter()
                        .map(|name| (names.words.contains_key(name), name)),
                );
            for (known, name) in known {
                assert!(known, "{folder} {kind:?}: {name}");
            }
        }
    }
}

#[test]
fn the_duties_offered_are_those_of_the_plan_and_no_others() {
    let case = with_empty_ledger("pingtang-2012");
    assert_eq!(
        case.run("template 值班 pingtang-2012 --xlsx -o t.xlsx")
            .code,
        Some(0)
    );
    let book = Book::read(&fs::read(case.path("t.xlsx")).unwrap());
    let plan = plan("pingtang-2012");
    let activities = plan.content.activities.iter();
    let mut expected: Vec<&str> = activities
        .filter(|one| one.evidence.word() == "shift")
        .map(|one| one.duty.name.as_str())
        .chain(
            plan.content
                .rosters
                .iter()
                .map(|one| one.duty.name.as_str()),
        )
        .collect();
    let mut offered: Vec<&str> = book.lists["duty_list"].iter().map(String::as_str).collect();
    expected.sort_unstable();
    offered.sort_unstable();
    assert_eq!(offered, expected);
}

#[test]
fn the_same_plan_gives_the_same_bytes_and_nothing_is_overwritten() {
    let case = with_empty_ledger("pingtang-2012");
    for file in ["a.xlsx", "b.xlsx"] {
        let ran = case.run(&format!("template meeting pingtang-2012 --xlsx -o {file}"));
        assert_eq!(ran.code, Some(0));
        // The times in the package have two seconds each.
        std::thread::sleep(std::time::Duration::from_millis(2_100));
    }
    let bytes = |file: &str| fs::read(case.path(file)).unwrap();
    assert!(
        bytes("a.xlsx") == bytes("b.xlsx"),
        "two runs gave two files"
    );
    let ran = case.run("template meeting pingtang-2012 --xlsx -o a.xlsx");
    assert_eq!(ran.code, Some(2), "{}", ran.stderr);
}

#[test]
fn the_headings_of_a_csv_ledger_are_known_to_the_import() {
    let case = with_empty_ledger("pingtang-2012");
    let csv = case.run("template 会议 pingtang-2012").stdout;
    assert!(csv.starts_with("\u{feff}类型,日期*,"), "{csv}");
    let line = csv.trim_end_matches("\r\n").to_owned()
        + "\r\n会议,2012-06-05,09:30,议事例会,,综治办主任,7,会议纪要,,,,,研究七月安排\r\n";
    fs::write(case.path("t.csv"), line).unwrap();
    let ran = case.run("import t.csv --to pingtang-2012 --ledger t.db");
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    let exported = case.run("export pingtang-2012 --ledger t.db").stdout;
    let record = Record::from_json(exported.trim_end(), luoshi_diagnostics::FileId(0)).unwrap();
    assert_eq!(
        (record.duty.as_deref(), record.marks),
        (Some("council"), vec!["minutes".to_owned()])
    );
}

#[test]
fn rejected_cells_are_marked_in_a_copy_that_can_be_put_right_and_imported() {
    let case = with_empty_ledger("pingtang-2012");
    let names = names(&plan("pingtang-2012"));
    let made = case.run("template 查访 pingtang-2012 --xlsx -o t.xlsx");
    assert_eq!(made.code, Some(0), "{}", made.stderr);
    let mut book = Book::read(&fs::read(case.path("t.xlsx")).unwrap());
    let visit = |subject: &str| {
        serde_json::json!({ "kind": "visit", "date": "2012-06-05", "duty": "monthly_visit",
            "subject": subject, "actor": "zongzhi_office", "marks": ["guidance"] })
    };
    book.enter(3, &visit("v01"), &names);
    book.enter(4, &visit("西华村"), &names);
    fs::write(case.path("t.xlsx"), book.write()).unwrap();
    let import = "import t.xlsx --to pingtang-2012 --ledger t.db --marked copy.xlsx";
    let ran = case.run(import);
    assert_eq!(ran.code, Some(2), "{}", ran.stderr);
    assert!(
        ran.stdout.contains("已生成标红的副本 copy.xlsx，共 1 处"),
        "{}",
        ran.stdout
    );
    let copy = fs::read(case.path("copy.xlsx")).unwrap();
    assert!(Book::read(&copy).said().contains("方案中没有「西华村」"));
    // The same again is no other file; over what somebody has changed it is never written.
    let again = case.run(import).stderr;
    assert_eq!(again, ran.stderr);
    let case = case.file("copy.xlsx", "the clerk's own");
    let refused = case.run(import).stderr;
    assert!(refused.contains("LS0605"), "{refused}");
    assert_eq!(case.read("copy.xlsx"), "the clerk's own");
    let case = case.file("copy.xlsx", copy.clone());
    assert!(
        case.run("import copy.xlsx --to pingtang-2012 --ledger t.db")
            .stderr
            .contains("西华村")
    );
    let mut book = Book::read(&copy);
    book.retype("西华村", "前进村");
    fs::write(case.path("copy.xlsx"), book.write()).unwrap();
    let ran = case.run("import copy.xlsx --to pingtang-2012 --ledger t.db");
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
}
