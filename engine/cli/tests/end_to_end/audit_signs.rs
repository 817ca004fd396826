//! Signs of one township: found in the published year, with and without files; limits.

use std::path::Path;

use serde_json::Value;

use crate::case::Case;

const POLICIES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../policies");

fn signs(case: &Case, arguments: &str) -> crate::case::Ran {
    let folder = Path::new(POLICIES).join("pingtang-2012");
    case.run(&format!(
        "audit signs {} --as-of 2012-12-31 {arguments}",
        folder.display()
    ))
}

#[test]
fn the_signs_planted_in_a_published_year_are_told() {
    let case = Case::new();
    let ran = signs(&case, "--shares");
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    for told in [
        "突击补录（误报",
        "复制台账",
        "轮值不匀",
        "数据异常",
        "不是结论",
        "补录：",
        "录入人 PT0",
    ] {
        assert!(ran.stdout.contains(told), "{told}\n{}", ran.stdout);
    }
    let ran = signs(&case, "--lang en");
    assert!(
        ran.stdout
            .contains("Burst of late entries (false alarms: 0 of 60"),
        "{}",
        ran.stdout
    );
}

#[test]
fn tools_read_the_same() {
    let case = Case::new();
    let ran = signs(&case, "--format json");
    let json: Value = serde_json::from_str(&ran.stdout).unwrap();
    let all = json["indications"].as_array().unwrap();
    let burst = all
        .iter()
        .find(|one| one["sign"] == "backfill-burst")
        .unwrap();
    assert_eq!(burst["error"]["at_most_bp"], 488);
    assert!(burst["reason"].as_str().unwrap().contains("请对照原始凭证"));
    assert!(!burst["ask"].as_array().unwrap().is_empty());
    assert_eq!(json["shares"][0]["by"], "all");
    assert_eq!(ran.stdout, signs(&case, "--format json").stdout);
}

#[test]
fn attachments_are_compared_with_a_folder() {
    let sum = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
    let record = |id: &str, name: &str, sum: &str| {
        format!(
            "{{\"id\":\"{id}\",\"kind\":\"visit\",\"date\":\"2012-03-0{}\",\"duty\":\"visit\",\"subject\":\"v01\",\
             \"attachments\":[{{\"name\":\"{name}\",\"sha256\":\"{sum}\"}}]}}\n",
            &id[1..]
        )
    };
    let lines = [
        record("r1", "a.txt", sum),
        record("r2", "b.txt", sum),
        record("r3", "c.txt", &sum.replace('2', "3")),
        record("r4", "d.txt", &sum.replace('2', "4")),
    ];
    let case = Case::with_plan()
        .file("more.jsonl", lines.concat())
        .file("files/2012/a.txt", "hello")
        .file("files/c.txt", "other");
    assert_eq!(case.run("import more.jsonl --to p -q").code, Some(0));
    let ran = case.run("audit signs p --as-of 2012-12-31");
    assert!(ran.stdout.contains("没有核对附件"), "{}", ran.stdout);
    let ran = case.run("audit signs p --as-of 2012-12-31 --files files --format json");
    let json: Value = serde_json::from_str(&ran.stdout).unwrap();
    let records = |sign: &str| {
        let all = json["indications"].as_array().unwrap();
        let one = all.iter().find(|one| one["sign"] == sign).unwrap();
        one["records"].clone()
    };
    assert_eq!(records("attachment-changed"), serde_json::json!(["r3"]));
    assert_eq!(records("attachment-missing"), serde_json::json!(["r4"]));
    let ran = case.run("audit signs p --files nowhere");
    assert_eq!(ran.code, Some(2));
}

#[test]
fn limits_are_checked() {
    let case = Case::with_plan();
    let ran = case.run("audit signs p --set speed=1 --set places-per-day=0");
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.stderr.contains("LS1060") && ran.stderr.contains("LS1061"),
        "{}",
        ran.stderr
    );
    let ran = case.run("audit signs p --as-of 2012-12-31 --set places-per-day=3");
    assert_eq!(ran.code, Some(0));
    assert!(ran.stdout.contains("没有发现"), "{}", ran.stdout);
}
