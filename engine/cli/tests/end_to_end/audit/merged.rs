//! The same bytes for any number of threads and shares, merged in any grouping.

use std::path::Path;

use super::county::{run, sixty};
use crate::case::{Case, copy};

const POLICIES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../policies");
const DAY: &str = "--as-of 2012-12-31";

/// Audits `p` in many ways, and compares each with the first.
#[track_caller]
fn all_ways(case: &Case, more: &str) {
    let once = |how: &str, file: &str| {
        run(case, &format!("audit p {more} {how} -o {file} -q"), 1);
        case.read(file)
    };
    let whole = once("--jobs 1", "whole");
    assert_eq!(once("--jobs 4", "again"), whole, "four threads");
    for of in [1, 2, 5] {
        let mut files = Vec::new();
        for which in 1..=of {
            let file = format!("{which}of{of}");
            // A share may hold nobody that fails, or nobody who could be judged.
            let jobs = 1 + which % 4;
            case.run(&format!(
                "audit p {more} --shard {which}/{of} --jobs {jobs} -o {file} -q"
            ));
            files.push(file);
        }
        run(
            case,
            &format!("audit merge {} -o merged -q", files.join(" ")),
            1,
        );
        assert_eq!(case.read("merged"), whole, "{of} shares");
        if let [first, second, rest @ ..] = files.as_slice()
            && !rest.is_empty()
        {
            case.run(&format!("audit merge {second} {first} -o left -q"));
            case.run(&format!(
                "audit merge {} -o right -q",
                [std::slice::from_ref(second), rest].concat().join(" ")
            ));
            run(case, "audit merge right left -o grouped -q", 1);
            assert_eq!(case.read("grouped"), whole, "{of} shares, grouped");
        }
    }
    let shown = run(case, &format!("audit p {more}"), 1);
    assert_eq!(
        run(case, "audit merge whole", 1).stdout,
        shown.stdout,
        "written and shown again"
    );
}

#[test]
fn sixty_small_townships_of_which_some_are_broken() {
    let case = sixty();
    all_ways(&case, DAY);
    let whole = case.read("whole");
    assert_eq!(whole.matches("\"broken\"").count(), 4);
    assert_eq!(whole.matches("\"judged\":{\"plan\"").count(), 56);
    for code in ["LS0101", "LS0303", "LS0213", "LS0317"] {
        assert!(whole.contains(code), "{code} is missing");
    }
}

#[test]
fn the_published_townships() {
    let case = Case::new();
    for (county, town) in [
        ("甲", "pingtang-2012"),
        ("甲", "nao-2012"),
        ("乙", "township-2006"),
    ] {
        copy(
            &Path::new(POLICIES).join(town),
            &case.path(&format!("p/{county}/{town}")),
        );
    }
    // Packages of one county lie beside its townships, those of the other are named.
    for package in ["central-2015", "county-security", "ledger-signs"] {
        copy(
            &Path::new(POLICIES).join(package),
            &case.path(&format!("p/甲/{package}")),
        );
    }
    all_ways(&case, &format!("{DAY} --packages p/甲"));
}

#[test]
fn each_township_comes_to_what_check_comes_to() {
    let case = sixty();
    run(&case, &format!("audit p {DAY} -o whole -q"), 1);
    let whole = case.read("whole");
    for folder in ["p/甲县/00", "p/甲县/05", "p/乙县/13"] {
        let checked = case.run(&format!("check {folder} {DAY} --format json"));
        let checked: serde_json::Value = serde_json::from_str(&checked.stdout).unwrap();
        let line = whole
            .lines()
            .find(|line| line.contains(&format!("\"source\":\"{folder}\"")));
        let audited: serde_json::Value = serde_json::from_str(line.unwrap()).unwrap();
        let judged = &audited["township"]["outcome"]["judged"];
        let ids = |findings: &serde_json::Value| -> Vec<String> {
            let plain = ["met", "pending", "due_soon", "not_applicable"];
            let all = findings.as_array().unwrap().iter();
            let told = all.filter(|f| !plain.contains(&f["status"].as_str().unwrap()));
            told.map(|f| f["id"].as_str().unwrap().to_owned()).collect()
        };
        assert_eq!(
            ids(&judged["findings"]),
            ids(&checked["assessment"]["findings"]),
            "{folder}"
        );
    }
}
