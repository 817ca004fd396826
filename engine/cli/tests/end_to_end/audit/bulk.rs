//! Townships out of bulk files.

use serde_json::Value;

use super::county::{PACKAGE, evidence, plan, run};
use crate::case::Case;

const DAY: &str = "--as-of 2012-12-31";

/// The records of so many townships, one after the other, each with its code.
pub(super) fn records(townships: u32) -> String {
    let of = |at: u32| {
        let records = evidence((at * 7) % 8, !at.is_multiple_of(3));
        let lines = records.lines().map(|line| {
            line.replacen('{', &format!("{{\"jurisdiction\":\"43012{at:02}\","), 1) + "\n"
        });
        lines.collect::<String>()
    };
    (0..townships).map(of).collect()
}

pub(super) fn case(records: &str) -> Case {
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
    let of = |file: &str| -> Vec<(String, Value)> {
        let lines = case.read(file);
        let townships = lines.lines().filter_map(|line| {
            let line: Value = serde_json::from_str(line).unwrap();
            let township = line.get("township")?.clone();
            let mut judged = township["outcome"]["judged"].clone();
            assert!(judged["findings"].is_array() && judged["duties"].is_array());
            // All but whose plan it is.
            for of_plan in ["plan", "id", "title"] {
                judged[of_plan] = Value::Null;
            }
            let code = township["code"].as_str()?.to_owned();
            Some((code, judged))
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
    let audit = case.read("o");
    let line = audit.lines().find(|line| line.contains("LS1006")).unwrap();
    let township: Value = serde_json::from_str(line).unwrap();
    let rows = records.lines().filter(|line| line.contains("4301201"));
    assert_eq!(
        township["township"]["inputs"][0]["rows"],
        rows.count() + 1,
        "its later part counts"
    );
}

#[test]
fn each_township_tells_from_which_files_its_records_are() {
    let records = records(10);
    let lines: Vec<&str> = records.lines().collect();
    let has = |line: &&&str| line.contains("4301201");
    let of = lines.iter().filter(has).count();
    // The second file begins in the midst of a township.
    let at = lines.iter().position(|line| has(&line)).unwrap() + 2;
    let case = case("")
        .file("one.jsonl", lines[..at].join("\n"))
        .file("two.jsonl", lines[at..].join("\n"));
    let how = format!("audit one.jsonl two.jsonl --plan plan {DAY} -q");
    run(&case, &format!("{how} --jobs 1 -o o"), 1);
    run(&case, &format!("{how} --jobs 3 -o again"), 1);
    assert_eq!(case.read("again"), case.read("o"));
    let audit = case.read("o");
    let townships = audit.lines().filter_map(|line| {
        let line: Value = serde_json::from_str(line).unwrap();
        line.get("township").cloned()
    });
    let townships: Vec<Value> = townships.collect();
    let inputs = |code: &str| -> Vec<(String, u64)> {
        let township = townships.iter().find(|t| t["code"] == code).unwrap();
        let inputs = township["inputs"].as_array().unwrap().iter();
        let told = inputs.map(|input| {
            assert_eq!(input["sha256"].as_str().unwrap().len(), 64);
            (
                input["name"].as_str().unwrap().to_owned(),
                input["rows"].as_u64().unwrap(),
            )
        });
        told.collect()
    };
    assert_eq!(
        inputs("4301201"),
        [
            ("one.jsonl".to_owned(), 2),
            ("two.jsonl".to_owned(), of as u64 - 2)
        ]
    );
    let all = townships
        .iter()
        .flat_map(|t| inputs(t["code"].as_str().unwrap()));
    let rows: u64 = all.map(|(_, rows)| rows).sum();
    assert_eq!(rows, lines.len() as u64);
    // The digest is that of the file.
    let digest = |file: &str| {
        let all = townships
            .iter()
            .flat_map(|t| t["inputs"].as_array().unwrap());
        let mut of = all.filter(|input| input["name"] == file);
        of.next().unwrap()["sha256"].as_str().unwrap().to_owned()
    };
    assert_ne!(digest("one.jsonl"), digest("two.jsonl"));
    let case = case.file("two.jsonl", lines[at..].join("\n") + "\n");
    run(&case, &format!("{how} -o more"), 1);
    assert!(!case.read("more").contains(&digest("two.jsonl")));
    assert!(case.read("more").contains(&digest("one.jsonl")));
}
