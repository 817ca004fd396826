//! An audit of bulk files that anybody can do again.

use std::fs;

use serde_json::Value;

use super::bulk::{case, records};
use super::county::{PACKAGE, run, town};
use crate::case::Case;

const DAY: &str = "--as-of 2012-12-31";

/// Two bulk files, cut in the midst of a township, and a mapping.
fn county() -> Case {
    let records = records(10);
    let lines: Vec<&str> = records.lines().collect();
    let (one, two) = lines.split_at(lines.len() / 2);
    // Of one township a record is wrong.
    let two = two.join("\n").replacen("-02-10", "-02-30", 1);
    case("")
        .file("data/one.jsonl", one.join("\n") + "\n")
        .file("data/two.jsonl", two + "\n")
}

/// The differences, each by code and what it is about.
fn told(case: &Case, arguments: &str) -> Vec<String> {
    let ran = case.run(&format!(
        "audit verify {arguments} --plan plan --format json"
    ));
    let json: Value = serde_json::from_str(&ran.stdout).unwrap_or_default();
    let wanted = if json["same"] == true { 0 } else { 1 };
    assert_eq!(ran.code, Some(wanted), "{}{}", ran.stdout, ran.stderr);
    let differences = json["differences"].as_array().unwrap().iter();
    let about = |one: &Value| {
        let text = |key: &str| one[key].as_str().unwrap_or_default().to_owned();
        let what = match one["code"].as_str().unwrap() {
            "LS1055" => text("package"),
            "LS1058" => format!("{} {}", text("township"), one["explained"]),
            "LS1059" => text("township"),
            _ => text("path"),
        };
        format!("{} {what}", text("code"))
    };
    differences.map(about).collect()
}

fn edit(case: &Case, path: &str, from: &str, to: &str) -> String {
    let was = case.read(path);
    assert!(was.contains(from), "{path}");
    fs::write(case.path(path), was.replacen(from, to, 1)).unwrap();
    was
}

#[test]
fn the_same_bytes_wherever_the_files_lie() {
    let here = county();
    let how = format!("data/one.jsonl data/two.jsonl --plan plan {DAY}");
    let made = run(&here, &format!("audit bundle {how} -o a.bundle"), 0);
    assert!(made.stdout.contains("a.bundle"), "{}", made.stdout);
    let there = county();
    let mut command = there.command(&format!(
        "audit bundle one.jsonl two.jsonl --plan ../plan {DAY} -o ../a.bundle -q"
    ));
    command.current_dir(there.path("data"));
    assert!(command.status().unwrap().success());
    let bundle = here.read("a.bundle");
    assert_eq!(there.read("a.bundle"), bundle);
    let head: Value = serde_json::from_str(bundle.lines().next().unwrap()).unwrap();
    assert_eq!(head["townships"], bundle.lines().count() - 1);
    let names = |list: &Value| -> Vec<String> {
        let list = list.as_array().unwrap().iter();
        list.map(|one| one["path"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(
        names(&head["shared"]["evidence"]),
        ["one.jsonl", "two.jsonl"]
    );
    assert_eq!(names(&head["shared"]["plan"]), ["plan.yaml"]);
    assert_eq!(head["shared"]["packages"][0]["name"], "county/peace");
    // The broken one is in it, with what stands in its way.
    let broken = bundle.lines().filter(|line| line.contains("LS1007"));
    assert_eq!(broken.count(), 1);
    assert_eq!(
        told(&here, "a.bundle data/one.jsonl data/two.jsonl"),
        [""; 0]
    );
    // Files are read in the order of the bundle, however they are named.
    assert_eq!(
        told(&here, "a.bundle data/two.jsonl data/one.jsonl"),
        [""; 0]
    );
}

#[test]
fn what_differs_is_told_apart() {
    let case = county();
    let files = "data/one.jsonl data/two.jsonl";
    run(
        &case,
        &format!("audit bundle {files} --plan plan {DAY} -o a -q"),
        0,
    );
    let again = format!("a {files}");
    // A remark in the plan, or in a package, changes no finding.
    let was = edit(
        &case,
        "plan/plan.yaml",
        "luoshi: 1\n",
        "luoshi: 1\n# 已核对\n",
    );
    assert_eq!(told(&case, &again), ["LS1052 plan.yaml"]);
    fs::write(case.path("plan/plan.yaml"), was).unwrap();
    let was = edit(
        &case,
        "peace/package.yaml",
        "luoshi: 1\n",
        "luoshi: 1\n# 已核对\n",
    );
    assert_eq!(told(&case, &again), ["LS1055 county/peace"]);
    fs::write(case.path("peace/package.yaml"), was).unwrap();
    // A record less.
    let first = case
        .read("data/one.jsonl")
        .lines()
        .next()
        .unwrap()
        .to_owned();
    let was = edit(&case, "data/one.jsonl", &(first + "\n"), "");
    assert_eq!(
        told(&case, &again),
        ["LS1052 one.jsonl", "LS1058 4301201 true"]
    );
    fs::write(case.path("data/one.jsonl"), was).unwrap();
    // A file less, and one more, which holds nothing.
    fs::write(case.path("data/more.jsonl"), "\n").unwrap();
    assert_eq!(
        told(&case, &format!("{again} data/more.jsonl")),
        ["LS1054 more.jsonl"]
    );
    let lacking = told(&case, "a data/one.jsonl");
    assert_eq!(lacking[0], "LS1053 two.jsonl");
    assert!(
        lacking.iter().any(|one| one.starts_with("LS1059 ")),
        "{lacking:?}"
    );
    // Somebody made a finding better.
    let was = edit(&case, "a", "\"status\":\"missed\"", "\"status\":\"met\"");
    let better = told(&case, &again);
    assert_eq!(better.len(), 1, "{better:?}");
    assert!(better[0].starts_with("LS1058 43") && better[0].ends_with("false"));
    fs::write(case.path("a"), was).unwrap();
    assert_eq!(told(&case, &again), [""; 0]);
    let ran = case.run(&format!(
        "audit verify {again} --plan plan --as-of 2012-11-30"
    ));
    assert!(ran.stdout.contains("LS1057"), "{}", ran.stdout);
}

#[test]
fn a_mapping_is_one_of_the_inputs() {
    let csv = "town,day,what\n1,2012-01-10,会\n2,2012-01-11,会\n";
    let mapping = "columns: { town: jurisdiction, day: date, what: kind }
kinds: { 会: { kind: meeting, duty: council } }\n";
    let case = case("").file("a.csv", csv).file("m.yaml", mapping);
    run(
        &case,
        &format!("audit bundle a.csv --plan plan --mapping m.yaml {DAY} -o b -q"),
        0,
    );
    assert_eq!(told(&case, "b a.csv --mapping m.yaml"), [""; 0]);
    edit(&case, "m.yaml", "council", "briefing");
    assert_eq!(
        told(&case, "b a.csv --mapping m.yaml"),
        ["LS1052 m.yaml", "LS1058 1 true", "LS1058 2 true"]
    );
}

#[test]
fn what_cannot_be_is_told() {
    let case = county().file("other/one.jsonl", "");
    let made = format!("audit bundle data/one.jsonl --plan plan {DAY} -o a -q");
    run(&case, &made, 0);
    let twice = "data/one.jsonl other/one.jsonl --plan plan";
    for (arguments, exit, code) in [
        (format!("bundle data/one.jsonl {DAY} -o c"), 2, "LS06"),
        (format!("bundle {twice} {DAY} -o c"), 2, "LS0202"),
        (
            format!("bundle data/one.jsonl --plan nowhere {DAY} -o c"),
            2,
            "LS0601",
        ),
        (
            format!("bundle data/three.jsonl --plan plan {DAY} -o c"),
            3,
            "LS0301",
        ),
        ("verify a data/one.jsonl".to_owned(), 2, "LS06"),
    ] {
        let ran = case.run(&format!("audit {arguments}"));
        assert_eq!(ran.code, Some(exit), "{arguments}: {}", ran.stdout);
        assert!(ran.stderr.contains(code), "{arguments}: {}", ran.stderr);
        assert!(!case.path("c").exists(), "{arguments}");
    }
    // A bundle of folders has no plan for all.
    let case = town(case, "towns/a", "A", 6, true).file("towns/peace/package.yaml", PACKAGE);
    run(&case, &format!("audit bundle towns {DAY} -o t -q"), 0);
    let ran = case.run("audit verify t data/one.jsonl --plan plan");
    assert_eq!(ran.code, Some(2), "{}", ran.stdout);
    // What is here and not in the bundle was no part of that audit.
    let ran = case.run("audit verify a data/one.jsonl data/two.jsonl --plan plan --format json");
    let more: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert!(
        more["not_in_bundle"].as_array().unwrap().len() > 2,
        "{more}"
    );
}
