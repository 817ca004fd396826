//! Bulk files arranged into one: the same audit, and nothing gets lost.

use std::fs;

use serde_json::Value;

use super::bulk::{case, records};
use super::county::run;
use crate::case::Case;

const DAY: &str = "--as-of 2012-12-31";
const POLICIES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../policies");

/// The records of townships as a table with a column that nothing needs.
fn table(records: &str) -> String {
    let mut out = "乡镇,类型,日期,事项,id,经办单位\n".to_owned();
    for line in records.lines() {
        let record: Value = serde_json::from_str(line).unwrap();
        let cell = |key: &str| record[key].as_str().unwrap_or_default().to_owned();
        let cells = ["jurisdiction", "kind", "date", "duty", "id"].map(cell);
        out += &format!("{},综治办\n", cells.join(","));
    }
    out
}

fn mapped(records: &str) -> Case {
    let mapping = "columns: { 乡镇: jurisdiction, 类型: kind, 日期: date, 事项: duty, id: id }\n";
    case("")
        .file("mapping.yaml", mapping)
        .file("province.csv", table(records))
}

/// An audit without the files that it read.
fn audit(case: &Case, files: &str, to: &str) -> Vec<Value> {
    let how = format!("--plan plan --mapping mapping.yaml {DAY} -q");
    run(case, &format!("audit {files} {how} -o {to}"), 1);
    lines(&case.read(to))
}

fn lines(audit: &str) -> Vec<Value> {
    let line = |line: &str| {
        let mut line: Value = serde_json::from_str(line).unwrap();
        if let Some(township) = line.get_mut("township") {
            let inputs = township["inputs"].as_array().unwrap();
            let rows: u64 = inputs
                .iter()
                .filter_map(|input| input["rows"].as_u64())
                .sum();
            township["inputs"] = rows.into();
        }
        // The digest of what was asked for names the files.
        line.get("township").is_some().then_some(line)
    };
    audit.lines().filter_map(line).collect()
}

#[test]
fn the_audit_is_that_of_the_files_it_was_made_of() {
    let case = mapped(&records(20));
    let made = run(
        &case,
        "--lang en audit arrange province.csv --mapping mapping.yaml -o a.parquet",
        0,
    );
    assert!(
        made.stdout
            .contains("townships in a.parquet. Audit it with the same mapping."),
        "{}",
        made.stdout
    );
    let (own, from) = (
        audit(&case, "a.parquet", "own"),
        audit(&case, "province.csv", "from"),
    );
    assert!(own.len() > 10, "{}", own.len());
    assert_eq!(own, from);
    run(
        &case,
        "audit arrange province.csv --mapping mapping.yaml -o b.parquet -q",
        0,
    );
    let bytes = |name: &str| fs::read(case.path(name)).unwrap();
    assert_eq!(bytes("a.parquet"), bytes("b.parquet"));
}

#[test]
fn a_wrong_record_is_told_by_the_place_where_the_office_wrote_it() {
    let records = records(10).replacen("\"date\":\"2012-03-10\"", "\"date\":\"2012-13-10\"", 1);
    let case = mapped(&records);
    run(
        &case,
        "audit arrange province.csv --mapping mapping.yaml -o a.parquet -q",
        0,
    );
    let own = audit(&case, "a.parquet", "own");
    assert_eq!(own, audit(&case, "province.csv", "from"));
    let table = case.read("province.csv");
    let row = 1 + table
        .lines()
        .position(|line| line.contains("2012-13-10"))
        .unwrap();
    let broken = own
        .iter()
        .find(|line| line.to_string().contains("LS1007"))
        .unwrap();
    let told = broken.to_string();
    assert!(
        told.contains("province.csv") && told.contains(&row.to_string()),
        "{told}"
    );
}

#[test]
fn published_townships_are_judged_alike() {
    let case = Case::new();
    for town in ["pingtang-2012", "nao-2012"] {
        run(
            &case,
            &format!("export {POLICIES}/{town} --format parquet -o {town}.parquet"),
            0,
        );
    }
    let both = "pingtang-2012.parquet nao-2012.parquet";
    let made = run(
        &case,
        &format!("--lang en audit arrange {both} -o a.parquet"),
        0,
    );
    assert!(
        made.stdout.contains("Audit it without a mapping."),
        "{}",
        made.stdout
    );
    let how = format!("--plan {POLICIES}/pingtang-2012 --packages {POLICIES} {DAY} -q");
    run(&case, &format!("audit {both} {how} -o from"), 1);
    run(&case, &format!("audit a.parquet {how} -o own"), 1);
    let (own, from) = (lines(&case.read("own")), lines(&case.read("from")));
    assert_eq!(own.len(), 2);
    assert_eq!(own, from);
}

#[test]
fn a_bundle_of_it_can_be_verified() {
    let case = mapped(&records(10));
    let mapping = "--mapping mapping.yaml";
    run(
        &case,
        &format!("audit arrange province.csv {mapping} -o a.parquet -q"),
        0,
    );
    let how = format!("a.parquet --plan plan {mapping}");
    run(
        &case,
        &format!("audit bundle {how} {DAY} -o a.bundle -q"),
        0,
    );
    run(&case, &format!("audit verify a.bundle {how} -q"), 0);
    let mut bytes = fs::read(case.path("a.parquet")).unwrap();
    let at = bytes.len() / 3;
    bytes[at] ^= 1;
    fs::write(case.path("a.parquet"), bytes).unwrap();
    run(&case, &format!("audit verify a.bundle {how} -q"), 1);
}

#[test]
fn what_cannot_be_arranged_is_said_and_nothing_is_written() {
    let good = table(&records(3));
    let again = good.lines().nth(1).unwrap();
    let case = mapped(&records(3))
        .file("short.csv", format!("{good}43012,meeting\n"))
        .file(
            "nobody.csv",
            format!("{good},meeting,2012-01-01,council,x,综治办\n"),
        )
        .file("again.csv", format!("{good}{again}\n"))
        .file("strange.csv", good.replace("乡镇", "街镇"))
        .file("other.csv", good.replace("经办单位", "单位"))
        .file("none.csv", good.lines().next().unwrap())
        .file("there.parquet", "kept")
        .file("lines.jsonl", records(3));
    let mapping = "--mapping mapping.yaml";
    run(
        &case,
        &format!("audit arrange province.csv {mapping} -o a.parquet -q"),
        0,
    );
    for (arguments, code) in [
        (format!("short.csv {mapping} -o new.parquet"), "LS1007"),
        (format!("nobody.csv {mapping} -o new.parquet"), "LS1008"),
        (format!("again.csv {mapping} -o new.parquet"), "LS1006"),
        (
            format!("province.csv other.csv {mapping} -o new.parquet"),
            "LS1011",
        ),
        (format!("none.csv {mapping} -o new.parquet"), "LS1011"),
        (format!("a.parquet {mapping} -o new.parquet"), "LS1011"),
        ("lines.jsonl -o new.parquet".to_owned(), "LS1011"),
        (format!("province.csv {mapping} -o new.csv"), "LS1011"),
        (format!("province.csv {mapping} -o there.parquet"), "LS0605"),
        (
            format!("a.parquet a.parquet {mapping} -o a.parquet"),
            "LS0605",
        ),
        ("strange.csv -o new.parquet".to_owned(), "LS1002"),
    ] {
        let ran = case.run(&format!("audit arrange {arguments}"));
        assert!(ran.stderr.contains(code), "{arguments}: {}", ran.stderr);
        assert_eq!(ran.code, Some(2), "{arguments}: {}", ran.stderr);
        assert!(!case.path("new.parquet").exists(), "{arguments}");
        assert!(!case.path("new.csv").exists(), "{arguments}");
    }
    assert_eq!(case.read("there.parquet"), "kept");
}
