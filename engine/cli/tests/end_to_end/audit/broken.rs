//! What is wrong with one township never stops the rest.

use serde_json::Value;

use super::county::{PACKAGE, plan, run, sixty, town, two_counties};
use crate::case::Case;

const DAY: &str = "--as-of 2012-12-31";

fn told(case: &Case, more: &str, code: i32) -> Value {
    let ran = run(case, &format!("audit p {DAY} --format json {more}"), code);
    serde_json::from_str(&ran.stdout).unwrap()
}

fn codes(list: &Value) -> Vec<&str> {
    list.as_array()
        .unwrap()
        .iter()
        .map(|one| one["code"].as_str().unwrap())
        .collect()
}

#[test]
fn each_trouble_has_its_place_and_the_rest_are_judged() {
    let told = told(&sixty(), "", 1);
    assert_eq!(told["whole"]["townships"], 60);
    assert_eq!(told["whole"]["broken"], 4);
    let broken = told["roll"]["broken"].as_array().unwrap();
    // A plan that cannot be read does not tell its code.
    assert_eq!(
        codes(&told["roll"]["broken"]),
        ["03", "丙县07", "丙县09", "乙县05"]
    );
    assert_eq!(broken[0]["troubles"][0]["code"], "LS0101");
    assert_eq!(
        broken[0]["troubles"][0]["place"]["file"],
        "p/甲县/03/plan.yaml"
    );
    assert_eq!(
        broken[3]["troubles"][0]["place"]["file"],
        "p/乙县/05/evidence.jsonl"
    );
    assert_eq!(broken[3]["county"], "乙县");
}

#[test]
fn a_township_without_a_ledger_does_not_pass() {
    let case = two_counties();
    std::fs::remove_file(case.path("p/甲县/a/evidence.jsonl")).unwrap();
    let told = told(&case, "", 1);
    assert_eq!(codes(&told["roll"]["broken"]), ["A"]);
    assert_eq!(told["roll"]["broken"][0]["troubles"][0]["code"], "LS0316");
}

#[test]
fn nothing_that_could_be_judged_is_bad_input() {
    let case = Case::new()
        .file("p/peace/package.yaml", PACKAGE)
        .file("p/a/plan.yaml", plan("A"))
        .file("p/b/plan.yaml", "nonsense");
    assert_eq!(told(&case, "", 2)["whole"]["broken"], 2);
}

#[test]
fn townships_are_found_at_any_depth_and_each_once() {
    let case = town(two_counties(), "p/丙市/丙县/f", "F", 6, true);
    let case = town(case, "p/甲县/a/2011", "OLD", 6, true);
    let case = town(case, "p/甲县/.hidden", "H", 6, true);
    let case = town(case, "p/甲县/peace/tests", "T", 6, true);
    let ran = run(
        &case,
        &format!("audit p ./p/甲县 p/甲县/a/plan.yaml {DAY} --packages p/甲县 -o o -q"),
        1,
    );
    assert_eq!(ran.stderr, "");
    let audit = case.read("o");
    let sources = audit.lines().filter_map(|line| {
        let line: Value = serde_json::from_str(line).unwrap();
        let township = line.get("township")?.clone();
        Some((
            township["source"].as_str()?.to_owned(),
            township["county"].as_str()?.to_owned(),
        ))
    });
    let sources: Vec<(String, String)> = sources.collect();
    let expected = [
        ("p/甲县/a", "甲县"),
        ("p/甲县/b", "甲县"),
        ("p/甲县/c", "甲县"),
        ("p/乙县/d", "乙县"),
        ("p/乙县/e", "乙县"),
        ("p/丙市/丙县/f", "丙县"),
        // In the folder of a township, which is what holds it.
        ("p/甲县/a/2011", "a"),
    ];
    let expected: Vec<(String, String)> = expected
        .iter()
        .map(|(s, c)| ((*s).to_owned(), (*c).to_owned()))
        .collect();
    assert_eq!(sources, expected);
}

#[cfg(unix)]
#[test]
fn links_are_followed_and_a_loop_is_told() {
    use std::os::unix::fs::symlink;
    let case = town(two_counties(), "elsewhere/g", "G", 6, true);
    symlink("..", case.path("p/甲县/a/up")).unwrap();
    symlink("../elsewhere", case.path("p/link")).unwrap();
    symlink("../甲县/b", case.path("p/乙县/same")).unwrap();
    symlink("nowhere", case.path("p/乙县/dead")).unwrap();
    let ran = run(
        &case,
        &format!("audit p {DAY} --packages p/甲县 --format json"),
        1,
    );
    assert!(ran.stderr.contains("LS1023"), "{}", ran.stderr);
    assert!(ran.stderr.contains("p/甲县/a/up"), "{}", ran.stderr);
    let told: Value = serde_json::from_str(&ran.stdout).unwrap();
    // Five and the one behind the link; the one that is there twice counts once.
    assert_eq!(told["whole"]["townships"], 6);
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_read_is_a_township_that_cannot_be_judged() {
    use std::os::unix::fs::PermissionsExt;
    let case = two_counties();
    let closed = case.path("p/甲县/closed");
    std::fs::create_dir(&closed).unwrap();
    std::fs::set_permissions(&closed, std::fs::Permissions::from_mode(0o000)).unwrap();
    // Whoever may read everything sees an empty folder.
    let readable = std::fs::read_dir(&closed).is_ok();
    let told = told(&case, "", 1);
    std::fs::set_permissions(&closed, std::fs::Permissions::from_mode(0o700)).unwrap();
    let expected: &[&str] = if readable { &[] } else { &["closed"] };
    assert_eq!(codes(&told["roll"]["broken"]), expected);
}

#[test]
fn one_code_in_two_places_is_told() {
    let case = two_counties().file("p/乙县/e/plan.yaml", plan("A"));
    let ran = run(&case, &format!("audit p {DAY} --format json"), 1);
    assert!(ran.stderr.contains("LS1021"), "{}", ran.stderr);
    let told: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(told["roll"]["twice"][0]["code"], "A");
    assert_eq!(told["whole"]["broken"], 0);
}

const REGISTER: &str = "luoshi: 1
counties:
  - name: 宁乡县
    townships: [{ code: A, name: A镇 }, { code: D, name: D镇 }, { code: X, name: 西镇 }]
  - name: 长沙县
    townships: [{ code: B, name: B镇 }, { code: C, name: C镇 }]
";

#[test]
fn a_register_says_who_is_missing_and_where_all_belong() {
    let case = two_counties().file("counties.yaml", REGISTER);
    let ran = run(
        &case,
        &format!("audit p {DAY} --counties counties.yaml --format json"),
        1,
    );
    assert!(
        ran.stderr.contains("LS1031") && ran.stderr.contains("E镇"),
        "{}",
        ran.stderr
    );
    let told: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(codes(&told["roll"]["absent"]), ["X"]);
    assert_eq!(told["roll"]["broken"].as_array().unwrap().len(), 0);
    let counties = told["counties"].as_array().unwrap();
    let names: Vec<&str> = counties
        .iter()
        .map(|c| c["county"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["乙县", "宁乡县", "长沙县"]);
    let bad = REGISTER.replace("code: X", "cod: X");
    let case = case.file("counties.yaml", bad);
    let ran = run(&case, &format!("audit p {DAY} --counties counties.yaml"), 2);
    assert!(
        ran.stderr.contains("LS0106") && ran.stdout.is_empty(),
        "{}",
        ran.stderr
    );
}

#[test]
fn with_a_register_shares_still_merge_to_the_whole() {
    let case = two_counties().file("counties.yaml", REGISTER);
    let how = format!("{DAY} --counties counties.yaml -q");
    run(&case, &format!("audit p {how} -o whole"), 1);
    for which in 1..=3 {
        let ran = case.run(&format!("audit p {how} --shard {which}/3 -o {which}"));
        assert!(matches!(ran.code, Some(0..=2)), "{}", ran.stderr);
    }
    run(&case, "audit merge 3 1 2 -o merged -q", 1);
    assert_eq!(case.read("merged"), case.read("whole"));
    // A share made with another register is one of another whole.
    run(
        &case,
        &format!("audit p {DAY} --shard 1/3 -o other -q"),
        case.run(&format!("audit p {DAY} --shard 1/3 -q"))
            .code
            .unwrap(),
    );
    let ran = run(&case, "audit merge other 2 3", 2);
    assert!(ran.stderr.contains("LS1026"), "{}", ran.stderr);
}
