//! Signs about the evidence of each township of an audit, and which bytes of packages it was judged by.

use luoshi_package::{digest_of, read_directory};
use serde_json::Value;

use super::county::{PACKAGE, run, two_counties};
use crate::case::Case;

const DAY: &str = "--as-of 2012-12-31";

/// Two counties; in one township minutes come before their meeting, and an attachment is not what it was.
fn signed() -> Case {
    let case = two_counties();
    let records = case.read("p/乙县/e/evidence.jsonl")
        + "{\"id\":\"m\",\"kind\":\"document\",\"date\":\"2012-06-01\",\"duty\":\"survey\",\"ref\":\"c6\",\
           \"recorded_at\":\"2012-12-01T10:00:00\",\"recorded_by\":\"P7\",\
           \"attachments\":[{\"name\":\"minutes.pdf\",\"sha256\":\"SUM\"}]}\n"
            .replace("SUM", &"7".repeat(64))
            .as_str();
    case.file("p/乙县/e/evidence.jsonl", records)
        .file("p/乙县/e/files/minutes.pdf", "something else")
}

fn township(audit: &str, code: &str) -> Value {
    let mark = format!("\"code\":\"{code}\"");
    let line = audit.lines().find(|line| line.contains(&mark)).unwrap();
    let line: Value = serde_json::from_str(line).unwrap();
    line["township"].clone()
}

fn signs_of(case: &Case, more: &str) -> Vec<String> {
    run(case, &format!("audit p {DAY} {more} -o o -q"), 1);
    let township = township(&case.read("o"), "E");
    let signs = township["outcome"]["judged"]["signs"].as_array();
    let signs = signs.into_iter().flatten();
    signs
        .map(|sign| sign["id"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn each_township_has_its_signs_and_attachments_are_compared_where_asked() {
    let case = signed();
    assert_eq!(signs_of(&case, ""), ["answered-early/minutes"]);
    assert_eq!(
        signs_of(&case, "--files files"),
        ["answered-early/minutes", "attachment-changed"]
    );
    let audit = case.read("o");
    let sign = &township(&audit, "E")["outcome"]["judged"]["signs"][0];
    assert_eq!(sign["error"]["at_most_bp"], 488);
    assert_eq!(sign["records"], serde_json::json!(["m", "c6"]));
    assert!(sign["reason"]["zh"].as_str().unwrap().contains("早于"));
    assert_eq!(
        signs_of(&case, "--files nowhere"),
        ["answered-early/minutes", "attachment-missing"]
    );
    assert_eq!(
        township(&audit, "A")["outcome"]["judged"].get("signs"),
        None
    );
}

#[test]
fn they_are_shown_and_move_no_rank() {
    let case = signed();
    run(&case, &format!("audit p {DAY} -o with -q"), 1);
    let shown = run(&case, "audit merge with", 1).stdout;
    for told in [
        "台账可信度的迹象（不是结论",
        "1/5",
        "先答后问",
        "4.88%",
        "附件没有核对",
    ] {
        assert!(shown.contains(told), "{told}\n{shown}");
    }
    let one = run(&case, "audit merge with --township E", 1).stdout;
    for told in ["补录 1 条，占 12.5%", "先答后问（误报", "请核对两边的日期"] {
        assert!(one.contains(told), "{told}\n{one}");
    }
    let ranks = |case: &Case| {
        let told = run(case, &format!("audit p {DAY} --format json"), 1).stdout;
        let told: Value = serde_json::from_str(&told).unwrap();
        told["rankings"].clone()
    };
    let signed = ranks(&case);
    // The same record, told on a day on which nothing is odd.
    let honest = case.read("p/乙县/e/evidence.jsonl");
    let honest = honest.replace("2012-06-01", "2012-06-11");
    let case = case.file("p/乙县/e/evidence.jsonl", honest);
    assert_eq!(signs_of(&case, ""), [""; 0]);
    assert_eq!(ranks(&case), signed);
}

#[test]
fn exports_and_the_page_hold_them() {
    let case = signed();
    run(&case, &format!("audit p {DAY} -o with -q"), 1);
    let json = run(&case, "audit export with --to json --lang en", 0).stdout;
    let json: Value = serde_json::from_str(&json).unwrap();
    let all = json["townships"].as_array().unwrap();
    let one = all.iter().find(|t| t["code"] == "E").unwrap();
    assert_eq!(one["signs"][0]["sign"], "answered-early");
    assert_eq!(one["signs"][0]["error"]["years"], 60);
    assert_eq!(one["records"]["backfilled"], 1);
    assert_eq!(one["records"]["backfilled_share"], "12.5%");
    let csv = run(&case, "audit export with --to csv", 0).stdout;
    let row = csv.lines().find(|line| line.contains("answered-early"));
    assert!(row.unwrap().contains("迹象（不是结论）,否"), "{csv}");
    run(&case, "audit export with --to xlsx --output with.xlsx", 0);
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(case.path("with.xlsx")).unwrap();
    let sheet = calamine::Reader::worksheet_range(&mut book, "可信度迹象").unwrap();
    assert_eq!(sheet.rows().count(), 2);
    let page = run(&case, "audit page with", 0).stdout;
    assert!(page.contains("先答后问（误报"), "the page");
}

#[test]
fn the_digests_of_packages_are_those_of_archives() {
    let case = two_counties();
    let whole = PACKAGE.replace("基本方案 }", "基本方案, engine: \">=0.1\", licence: MIT }");
    let case = case.file("p/甲县/peace/package.yaml", whole);
    let files = read_directory(&case.path("p/甲县/peace")).0.unwrap();
    let digest = digest_of(&files).unwrap().to_string();
    let packages = |case: &Case| -> Vec<Value> {
        run(case, &format!("audit p {DAY} -o o -q"), 1);
        let audit = case.read("o");
        let tables = audit.lines().filter(|line| line.starts_with("{\"plan\""));
        let packages = tables.map(|line| {
            let line: Value = serde_json::from_str(line).unwrap();
            line["plan"]["table"]["packages"][0].clone()
        });
        packages.collect()
    };
    let told = packages(&case);
    // The other county has another package of this name, which lacks what an archive needs.
    let digests: Vec<Option<&str>> = told.iter().map(|p| p["digest"].as_str()).collect();
    assert_eq!(digests.len(), 2);
    assert!(digests.contains(&Some(digest.as_str())) && digests.contains(&None));
    let shown = run(&case, "audit merge o", 1).stdout;
    assert!(shown.contains("政策包有 2 种"), "{shown}");
    let checked = case.run(&format!("check p/甲县/a {DAY} --format json"));
    let checked: Value = serde_json::from_str(&checked.stdout).unwrap();
    let plan = &checked["assessment"]["plan"];
    assert_eq!(plan["packages"][0]["digest"], digest);
    // Other bytes under the same version have another digest.
    let more = case.read("p/甲县/peace/package.yaml") + "# 已核对\n";
    let case = case.file("p/甲县/peace/package.yaml", more);
    assert!(packages(&case).iter().all(|p| p["digest"] != digest));
}
