//! Townships out of bulk files.

use serde_json::Value;

use super::county::{PACKAGE, evidence, plan, run};
use crate::case::Case;

const DAY: &str = "--as-of 2012-12-31";

/// The records of so many townships, one after the other, each with its code.
fn records(townships: u32) -> String {
    let of = |at: u32| {
        let records = evidence((at * 7) % 8, !at.is_multiple_of(3));
        let lines = records.lines().map(|line| {
            line.replacen('{', &format!("{{\"jurisdiction\":\"43012{at:02}\","), 1) + "\n"
        });
        lines.collect::<String>()
    };
    (0..townships).map(of).collect()
}

fn case(records: &str) -> Case {
    Case::new()
        .file("peace/package.yaml", PACKAGE)
        .file("plan/plan.yaml", plan("PLAN"))
        .file("province.jsonl", records)
}

#[test]
fn a_bulk_file_comes_to_what_its_townships_come_to_in_folders() {
    let case = case(&records(20));
    run(
        &case,
        &format!("audit province.jsonl --plan plan --county-by prefix:5 {DAY} -o bulk -q"),
        1,
    );
    let mut case = case.file("t/peace/package.yaml", PACKAGE);
    for at in 0..20 {
        let folder = format!("t/{at:02}");
        case = case
            .file(
                &format!("{folder}/plan.yaml"),
                plan(&format!("43012{at:02}")),
            )
            .file(
                &format!("{folder}/evidence.jsonl"),
                evidence((at * 7) % 8, at % 3 > 0),
            );
    }
    run(&case, &format!("audit t {DAY} -o folders -q"), 1);
    let of = |file: &str| -> Vec<(String, Value, Value)> {
        let lines = case.read(file);
        let townships = lines.lines().filter_map(|line| {
            let line: Value = serde_json::from_str(line).unwrap();
            let township = line.get("township")?.clone();
            let judged = township["outcome"]["judged"].clone();
            let code = township["code"].as_str()?.to_owned();
            Some((code, judged["findings"].clone(), judged["scores"].clone()))
        });
        townships.collect()
    };
    let (bulk, folders) = (of("bulk"), of("folders"));
    // Who has no record at all is in no bulk file.
    let recorded = |at: usize| !(at * 7).is_multiple_of(8) || !at.is_multiple_of(3);
    let folders: Vec<_> = folders
        .into_iter()
        .enumerate()
        .filter(|(at, _)| recorded(*at))
        .collect();
    assert_eq!(bulk.len(), folders.len());
    for (one, (_, other)) in bulk.iter().zip(&folders) {
        assert_eq!(one, other);
    }
}

#[test]
fn the_same_bytes_for_any_number_of_threads_and_shares() {
    let register = "luoshi: 1
counties: [{ name: 宁乡县, townships: [{ code: \"4301201\", name: 一镇 }, { code: \"4301299\", name: 缺镇 }] }]
";
    let case = case(&records(40)).file("counties.yaml", register);
    let how = format!(
        "audit province.jsonl --plan plan --county-by prefix:5 --counties counties.yaml {DAY} -q"
    );
    run(&case, &format!("{how} --jobs 1 -o whole"), 1);
    run(&case, &format!("{how} --jobs 4 -o again"), 1);
    let whole = case.read("whole");
    assert_eq!(case.read("again"), whole);
    for which in 1..=3 {
        run(&case, &format!("{how} --shard {which}/3 -o {which}"), 1);
    }
    run(&case, "audit merge 2 3 1 -o merged -q", 1);
    assert_eq!(case.read("merged"), whole);
    assert!(
        whole.contains("\"name\":\"一镇\",\"county\":\"宁乡县\""),
        "the register names it"
    );
    assert!(whole.contains("LS1022"), "缺镇 is absent");
}

#[test]
fn a_township_with_a_wrong_record_is_broken_and_the_rest_go_on() {
    let records = records(10).replacen("\"date\":\"2012-01-10\"", "\"date\":\"2012-13-10\"", 1);
    let case = case(&records);
    let ran = run(
        &case,
        &format!("audit province.jsonl --plan plan {DAY} --format json"),
        1,
    );
    let told: Value = serde_json::from_str(&ran.stdout).unwrap();
    let broken = told["roll"]["broken"].as_array().unwrap();
    assert_eq!(broken.len(), 1, "{broken:?}");
    assert_eq!(broken[0]["code"], "4301201");
    assert_eq!(broken[0]["troubles"][0]["code"], "LS1007");
    assert_eq!(told["whole"]["broken"], 1);
}

#[test]
fn a_township_that_comes_again_later_is_broken_once() {
    let records = records(10);
    let again = records
        .lines()
        .find(|line| line.contains("4301201"))
        .unwrap();
    let case = case(&format!("{records}{again}\n"));
    run(
        &case,
        &format!("audit province.jsonl --plan plan {DAY} -o o -q"),
        1,
    );
    let ran = run(&case, "audit merge o --format json", 1);
    let told: Value = serde_json::from_str(&ran.stdout).unwrap();
    let broken = told["roll"]["broken"].as_array().unwrap();
    assert_eq!(broken.len(), 1, "{broken:?}");
    assert_eq!(broken[0]["code"], "4301201");
    assert_eq!(broken[0]["troubles"][0]["code"], "LS1006");
}
