//! Whether rules can differ or contradict each other.

use crate::case::Case;

/// A plan of one township with rules that stand to each other in every way.
const PLAN: &str = r#"luoshi: 1
plan: { id: demo, title: 示范镇防控工作方案, issuer: 综治办, issued: 2012-01-01 }
period: { from: 2012-01-01, to: 2012-12-31 }
jurisdiction: { code: SF, name: 示范镇, level: township }
subjects: [{ id: villages, name: 行政村, members: [{ id: v1, name: 东风村 }, { id: v2, name: 河西村 }] }]
parameters: [{ id: tolerated, name: 会议缺开容忍次数, type: integer, default: 1, min: 0, max: 3 }]
meetings: [{ id: council, name: 议事例会, cadence: { every: month, at_least: 1 } }]
activities: [{ id: watch, name: 守夜, evidence: shift, for_each: [villages], cadence: { every: month, at_least: 2 } }]
incidents: [{ id: theft, name: 偷牛盗马 }]
rules:
  - { id: meets, name: 会议缺开不超过容忍次数, holds: 'duty("council").failing <= param("tolerated")' }
  - { id: meets_seldom, name: 会议缺开多于三次, holds: 'duty("council").failing > 3' }
  - { id: guards, name: 发案的村守夜没有断档, for_each: [villages], holds: 'incidents("theft") == 0 || duty("watch").failing == 0' }
  - { id: guards_always, name: 各村守夜没有断档, for_each: [villages], holds: 'duty("watch").failing == 0' }
  - { id: counts_in_vain, name: 逐村数全镇的会, for_each: [villages], holds: 'duty("council").failing == 0' }
  - { id: share, name: 守夜达到八成, for_each: [villages], holds: 'duty("watch").judged == 0 || duty("watch").met * 100 / duty("watch").judged >= 80' }
"#;

const CLAUSES: &str = "luoshi: 1\n";

fn case() -> Case {
    Case::new()
        .file("old/plan.yaml", PLAN)
        .file("old/clauses.yaml", CLAUSES)
        .file("new/clauses.yaml", CLAUSES)
        .file(
            "new/plan.yaml",
            PLAN.replace("default: 1,", "default: 2,").replace(
                "== 0 || duty(\"watch\").failing == 0",
                "== 0 || duty(\"watch\").failing <= 1",
            ),
        )
}

#[test]
fn two_rules_and_two_versions() {
    case().transcript(
        "analyze",
        &[
            "analyze old",
            "analyze guards_always guards old",
            "analyze meets meets_seldom old",
            "analyze meets old --all-parameters",
            "analyze guards share old --runs 8",
            "analyze old --against new",
            "analyze guard old",
            "analyze old --lang en",
            "analyze guards old --against new --lang en",
        ],
    );
}

#[test]
fn the_county_s_rules() {
    let policies = concat!(env!("CARGO_MANIFEST_DIR"), "/../../policies");
    let ran = Case::new().run(&format!(
        "analyze {policies}/county-security --as-of 2012-06-01"
    ));
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    assert!(
        ran.stdout.contains("centre_keeps_meeting"),
        "{}",
        ran.stdout
    );
}

#[test]
fn an_example_is_a_ledger_that_can_be_checked() {
    let case = case();
    let ran = case.run("analyze guards_always guards old --output example.jsonl --format json");
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let told: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(told["relation"], "first_stricter");
    let mut ends = told["ends"].as_array().unwrap().iter();
    let end = ends.find(|end| !end["ledger"].is_null()).unwrap();
    assert_eq!(end["outcomes"], serde_json::json!(["violated", "holds"]));
    let day = end["ledger"]["as_of"].as_str().unwrap();
    let check = format!("check old --ledger example.jsonl --as-of {day} --format json");
    let checked: serde_json::Value = serde_json::from_str(&case.run(&check).stdout).unwrap();
    let status = |id: &str| {
        let mut findings = checked["assessment"]["findings"].as_array().unwrap().iter();
        findings.find(|f| f["id"] == id).unwrap()["status"].clone()
    };
    let subject = end["subject"].as_str().unwrap();
    assert_eq!(status(&format!("guards_always/{subject}")), "violated");
    assert_eq!(status(&format!("guards/{subject}")), "met");
}

#[test]
fn what_cannot_be_compared_is_told() {
    let apart = PLAN.replace("members: [{ id: v1", "members: [{ id: v9");
    let case = case()
        .file("apart/plan.yaml", apart.replace("id: v2", "id: v8"))
        .file("apart/clauses.yaml", CLAUSES);
    let ran = case.run("analyze guards old --against apart");
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains("LS0971"), "{}", ran.stderr);
    let ran = case.run("analyze guards nowhere old");
    assert!(ran.stderr.contains("LS0970"), "{}", ran.stderr);
}
