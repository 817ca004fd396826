//! A sample drawn, filled in and evaluated, as two people in an office would.

use std::path::Path;

use serde_json::Value;

use crate::case::Case;

const POLICIES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../policies");

/// A folder with two years of records of the starter plan: a visit on each day of some months.
fn case() -> Case {
    let case = Case::with_plan();
    let mut lines = String::new();
    for day in 0..240 {
        let (month, of_month) = (1 + day / 28, 1 + day % 28);
        lines.push_str(&format!(
            "{{\"id\":\"r{day:03}\",\"kind\":\"visit\",\"date\":\"2012-{month:02}-{of_month:02}\",\"duty\":\"visit\",\
             \"subject\":\"v0{}\",\"actor\":\"zongzhi_office\"}}\n",
            1 + day % 2
        ));
    }
    let case = case.file("more.jsonl", lines);
    let ran = case.run("import more.jsonl --to p -q");
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    case
}

const DRAW: &str = "audit sample p --as-of 2012-12-31 --seed 2012-A";

#[test]
fn a_sample_is_drawn_filled_in_and_evaluated() {
    let case = case();
    let ran = case.run(&format!("{DRAW} --by month --format csv -o list.csv"));
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    assert!(
        ran.stdout.contains("luoshi audit sample evaluate list.csv"),
        "{}",
        ran.stdout
    );
    let list = case.read("list.csv");
    // The result is the third column from the right: nothing that is filled in holds a comma.
    let filled: String = list
        .lines()
        .enumerate()
        .map(|(at, line)| match at {
            0 | 1 => format!("{line}\r\n"),
            _ => format!("{}\r\n", line.replacen(",,,c", ",属实,,c", 1)),
        })
        .collect();
    let case = case.file("filled.csv", filled);
    let ran = case.run("audit sample evaluate filled.csv --plan p");
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    assert!(ran.stdout.contains("低于可容忍率 5%"), "{}", ran.stdout);
    // Not filled in, nothing can be concluded.
    let ran = case.run("audit sample evaluate list.csv --format json");
    let json: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(json["verdict"], "open");
    assert_eq!(json["whole"]["most_bp"], 10_000);
    // A record that enters the ledger later is noticed, and concludes nothing else.
    case.run(
        "record visit p --date 2012-03-01 --duty visit --subject v01 --actor zongzhi_office -q",
    );
    let ran = case.run("audit sample evaluate filled.csv --plan p");
    assert_eq!(ran.code, Some(0));
    assert!(ran.stderr.contains("LS1078"), "{}", ran.stderr);
}

#[test]
fn a_workbook_is_a_list_too() {
    let case = case();
    let ran = case.run(&format!("{DRAW} --format xlsx -o list.xlsx"));
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    let ran = case.run("audit sample evaluate list.xlsx --lang en");
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    assert!(ran.stdout.contains("Conclusion: none."), "{}", ran.stdout);
    let ran = case.run(&format!("{DRAW} --format xlsx"));
    assert_eq!(ran.code, Some(2), "a workbook is no text");
}

#[test]
fn the_same_seed_draws_the_same_sample() {
    let case = case();
    let draw = |seed: &str| {
        case.run(&format!(
            "audit sample p --as-of 2012-12-31 --seed {seed} --format json"
        ))
        .stdout
    };
    assert_eq!(draw("a"), draw("a"));
    assert_ne!(draw("a"), draw("b"));
    let json: Value = serde_json::from_str(&draw("a")).unwrap();
    assert_eq!(json["sizes_without_strata"]["binomial"], 59);
    assert_eq!(json["records"], 240);
}

#[test]
fn several_townships_are_one_population() {
    let case = Case::new();
    let path = |name: &str| Path::new(POLICIES).join(name).display().to_string();
    let paths = format!("{} {}", path("nao-2012"), path("township-2006"));
    let command =
        format!("audit sample {paths} --as-of 2012-12-31 --by township --kind visit --format json");
    let json: Value = serde_json::from_str(&case.run(&command).stdout).unwrap();
    assert_eq!(json["strata"].as_array().unwrap().len(), 2);
    let twice = format!("audit sample {0} {0} --as-of 2012-12-31", path("nao-2012"));
    assert_eq!(case.run(&twice).code, Some(2));
}

#[test]
fn what_makes_no_sense_is_refused() {
    let case = case();
    let wrong = [
        ("--kind meeting", "LS1070"),
        ("--confidence 40%", "LS1071"),
        ("--expected 5%", "LS1071"),
        ("--seed 一", "LS1071"),
        ("--tolerable x", "LS0602"),
    ];
    for (arguments, code) in wrong {
        let ran = case.run(&format!("audit sample p --as-of 2012-12-31 {arguments}"));
        assert_eq!(ran.code, Some(2), "{arguments}: {}", ran.stderr);
        assert!(ran.stderr.contains(code), "{arguments}: {}", ran.stderr);
    }
    let case = case.file("no-list.csv", "a,b\n1,2\n");
    let ran = case.run("audit sample evaluate no-list.csv");
    assert!(
        ran.code == Some(2) && ran.stderr.contains("LS1072"),
        "{}",
        ran.stderr
    );
    let ran = case.run("audit sample evaluate nothing.csv");
    assert_eq!(ran.code, Some(2));
}
