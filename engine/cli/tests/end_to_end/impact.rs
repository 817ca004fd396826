//! Past years under a new version of a package.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::case::{Case, copy};

const POLICIES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../policies");

const PACKAGE: &str = "luoshi: 1
package: { name: county/peace, version: 1.0.0, publisher: 县委政法委, title: 平安建设基本方案 }
extends: [{ package: central/words, version: \"^1.0\" }]
parameters:
  - { id: council_per_month, name: 议事会次数, type: integer, default: 1, min: 1, max: 4, stricter: more, adjustable: stricter }
roles: [{ id: chief, name: 综治办主任 }]
meetings:
  - { id: council, name: 议事会, responsible: chief, cadence: { every: month, at_least: \"${council_per_month}\" } }
  - { id: patrol_meeting, name: 巡防会, responsible: chief, cadence: { every: half_year, at_least: 1 } }
documents:
  - { id: survey, name: 摸底表, responsible: chief, due: { date: 2012-03-31 } }
scorecards:
  - id: peace_score
    name: 平安建设评分表
    responsible: chief
    total: 100
    sections:
      - id: meetings
        name: 会议
        max: 100
        items:
          - { id: score_council, name: 议事会, method: per_missing, of: [council], each: 10, max: 60 }
          - { id: score_patrol, name: 巡防会, method: per_missing, of: [patrol_meeting], each: 20, max: 40 }
    grades: [{ name: 好, at_least: 90 }, { name: 中, at_least: 0 }]
";
const WORDS: &str = "luoshi: 1
package: { name: central/words, version: 1.2.0, publisher: 中央, title: 用词 }
";
const VETO: &str = "incidents:
  - { id: theft, name: 盗窃 }
vetoes:
  - id: theft_veto
    name: 盗窃一票否决（建议）
    responsible: chief
    basis: 一票否决权制规定
    when: { incidents: [theft] }
    decided_by: { name: 县委政法委, level: county }
    effect: { score: 0 }
";

fn plan(name: &str, more: &str) -> String {
    format!(
        "luoshi: 1
plan: {{ id: {name}, title: 平安建设方案, issuer: 综治办, issued: 2012-01-01 }}
period: {{ from: 2012-01-01, to: 2012-06-30 }}
jurisdiction: {{ code: {name}, name: {name}镇, level: township }}
extends: [{{ package: county/peace, version: \"^1.0\" }}]
{more}"
    )
}

/// Meetings of the council in these months, twice in those of `twice`.
fn councils(months: &[u8], twice: &[u8]) -> String {
    let second = twice.iter().map(|month| (month, 20));
    let days = months.iter().map(|month| (month, 10)).chain(second);
    let lines = days.enumerate().map(|(at, (month, day))| {
        format!(
            "{{\"id\":\"c{at}\",\"kind\":\"meeting\",\"date\":\"2012-{month:02}-{day}\",\"duty\":\"council\"}}\n"
        )
    });
    lines.collect()
}

const ALL: [u8; 6] = [1, 2, 3, 4, 5, 6];

/// Three townships under `t`, their package beside them, and a new version in `new`, made by `edit`.
fn county(edit: impl Fn(&str) -> String) -> Case {
    let new = edit(&PACKAGE.replace("version: 1.0.0", "version: 1.1.0"));
    Case::new()
        .file("t/peace/package.yaml", PACKAGE)
        .file("t/words/package.yaml", WORDS)
        .file("new/package.yaml", new)
        // One council each month and two later on; the survey came late.
        .file("t/a/plan.yaml", plan("a", ""))
        .file(
            "t/a/evidence.jsonl",
            councils(&ALL, &[4, 5, 6]) + "{\"id\":\"d\",\"kind\":\"document\",\"date\":\"2012-05-02\",\"duty\":\"survey\"}\n",
        )
        // Twice in every month but the first, in which there was none.
        .file("t/b/plan.yaml", plan("b", ""))
        .file(
            "t/b/evidence.jsonl",
            councils(&ALL[1..], &ALL[1..]) + "{\"id\":\"x\",\"kind\":\"incident\",\"date\":\"2012-02-02\",\"status\":\"theft\"}\n",
        )
        .file("t/c/plan.yaml", plan("c", "set: { council_per_month: { value: 2, reason: 两周一次 } }\n"))
        .file("t/c/evidence.jsonl", councils(&ALL, &ALL))
}

#[track_caller]
fn told(case: &Case, arguments: &str, code: i32) -> Value {
    let ran = case.run(&format!("impact --format json {arguments}"));
    assert_eq!(ran.code, Some(code), "{}{}", ran.stdout, ran.stderr);
    serde_json::from_str(&ran.stdout).unwrap()
}

fn township<'v>(told: &'v Value, name: &str) -> &'v Value {
    let all = told["townships"].as_array().unwrap();
    all.iter()
        .find(|t| t["name"] == format!("{name}镇"))
        .unwrap()
}

fn twice(text: &str) -> String {
    text.replace("default: 1,", "default: 2,")
}

#[test]
fn a_cadence_that_doubles_is_told_by_duty_and_swaps_the_ranks() {
    let case = county(twice);
    let told = told(&case, "t --package new", 0);
    // a: January to March; b already lacks January; c has set its own value.
    let kept = &told["summary"]["kept"][0];
    assert_eq!(
        (&kept["id"], &kept["turns"]["worse"]),
        (&"council".into(), &3.into())
    );
    // January failed in b before, and still does.
    assert_eq!(kept["turns"]["other"], 1);
    assert_eq!(kept["townships"], 2);
    let ranks = &told["summary"]["ranks"][0]["townships"];
    let place = |at: usize, side: &str| {
        let place = &ranks[at][side];
        (
            place["score"].as_str().unwrap().to_owned(),
            place["rank"].as_u64().unwrap(),
        )
    };
    assert_eq!(
        (place(0, "before"), place(1, "before")),
        (("100".into(), 1), ("90".into(), 3))
    );
    assert_eq!(
        (place(0, "after"), place(1, "after")),
        (("70".into(), 3), ("90".into(), 2))
    );
    assert_eq!(
        (place(2, "before"), place(2, "after")),
        (("100".into(), 1), ("100".into(), 1))
    );
    let burden = told["summary"]["burden_per_year"].as_array().unwrap();
    let meetings = burden.iter().find(|b| b["figure"] == "meetings").unwrap();
    // Two of the three townships meet twelve times more.
    let more = meetings["after"].as_u64().unwrap() - meetings["before"].as_u64().unwrap();
    assert_eq!(more, 24);
}

#[test]
fn a_default_that_the_township_overrides_changes_nothing_there() {
    let told = told(&county(twice), "t --package new", 0);
    assert_eq!(township(&told, "c")["same"], true);
    assert_eq!(told["summary"]["same"], 1);
}

#[test]
fn the_same_package_again_differs_in_nothing() {
    let case = county(str::to_owned);
    let told = told(&case, "t --package new", 0);
    assert_eq!(told["summary"]["same"], 3);
    for township in told["townships"].as_array().unwrap() {
        assert_eq!(township["findings"].as_array().unwrap().len(), 0);
        assert_eq!(township["version_before"], "1.0.0");
    }
    let ran = case.run("impact t --package new");
    assert!(
        ran.stdout
            .contains("结论、处理建议、得分和工作量都没有变化"),
        "{}",
        ran.stdout
    );
}

#[test]
fn nobody_is_blamed_for_what_was_not_asked_for() {
    let case = county(|text| {
        text.replace(
            "documents:\n",
            "documents:\n  - { id: ledger_of_risks, name: 隐患台账, responsible: chief, cadence: { every: month, at_least: 1 } }\n",
        )
    });
    let told = told(&case, "t --package new", 0);
    let summary = &told["summary"];
    assert_eq!(summary["kept"].as_array().unwrap().len(), 0, "{summary}");
    let new = &summary["unasked"][0];
    assert_eq!(new["id"], "ledger_of_risks");
    assert_eq!(
        (&new["findings"], &new["recorded"], &new["met"]),
        (&18.into(), &0.into(), &0.into())
    );
    for finding in township(&told, "a")["findings"].as_array().unwrap() {
        assert_eq!(finding["unasked"], true, "{finding}");
    }
    let ran = case.run("impact t --package new");
    assert!(ran.stdout.contains("当时还没有这项要求"), "{}", ran.stdout);
    assert!(!ran.stdout.contains("会成为问题"), "{}", ran.stdout);
}

#[test]
fn a_veto_that_is_new_is_proposed_and_marked_as_not_asked_for() {
    let case =
        county(|text| text.replace("    grades:", "    vetoes: [theft_veto]\n    grades:") + VETO);
    let new = told(&case, "t --package new", 0);
    let veto = &new["summary"]["proposals"][0];
    assert_eq!(
        (&veto["by"], &veto["veto"]),
        (&"theft_veto".into(), &true.into())
    );
    assert_eq!(
        (&veto["proposed"], &veto["proposed_unasked"]),
        (&1.into(), &1.into())
    );
    assert_eq!(township(&new, "a")["proposed"].as_array().unwrap().len(), 0);

    // The other way round it is withdrawn, and its findings are dropped ones.
    let back = county(str::to_owned);
    let old = fs::read_to_string(case.path("new/package.yaml")).unwrap();
    fs::write(back.path("t/peace/package.yaml"), old).unwrap();
    let gone = told(&back, "t --package new", 0);
    assert_eq!(gone["summary"]["proposals"][0]["withdrawn"], 1);
    let dropped = gone["summary"]["dropped"].as_array().unwrap();
    assert!(
        dropped.iter().any(|d| d["id"] == "theft_veto"),
        "{dropped:#?}"
    );
}

#[test]
fn a_duty_that_is_removed_takes_its_failures_along() {
    let case = county(|text| {
        let lines = text
            .lines()
            .filter(|l| !l.contains("id: survey") && *l != "documents:");
        lines.map(|l| format!("{l}\n")).collect()
    });
    let told = told(&case, "t --package new", 0);
    let gone = &told["summary"]["dropped"][0];
    assert_eq!(
        (&gone["id"], &gone["findings"], &gone["failing"]),
        (&"survey".into(), &3.into(), &1.into())
    );
    assert_eq!(told["summary"]["kept"].as_array().unwrap().len(), 0);
}

#[test]
fn a_plan_that_does_not_hold_with_the_new_version_stops_only_itself() {
    // c sets 2, which the new bounds do not allow; d is broken as it is.
    let case = county(|text| text.replace("max: 4", "max: 1"));
    let with_new = told(&case, "t --package new", 1);
    let stopped = township(&with_new, "c");
    assert_eq!(stopped["outcome"], "stopped_by_new");
    assert_eq!(stopped["notes"][0]["code"], "LS0208");
    assert_eq!(with_new["summary"]["compared"], 2);
    let case = case
        .file("t/d/plan.yaml", plan("d", "meetings: [{ id: x }]\n"))
        .file("t/d/evidence.jsonl", "");
    let broken = told(&case, "t --package new", 2);
    assert_eq!(township(&broken, "d")["outcome"], "stopped");
    assert_eq!(broken["summary"]["compared"], 2);
}

#[test]
fn another_version_beside_the_plan_or_a_range_that_excludes_it_does_not_keep_the_new_one_out() {
    let case = county(|text| twice(text).replace("1.1.0", "2.0.0"));
    let newer = PACKAGE.replace("version: 1.0.0", "version: 1.9.0");
    let case = case.file("t/peace-1.9/package.yaml", newer);
    let told = told(&case, "t --package new", 0);
    let a = township(&told, "a");
    assert_eq!(a["version_before"], "1.9.0");
    assert_eq!(a["outside_range"][0]["by"], "a");
    assert_eq!(a["outside_range"][0]["range"], "^1.0");
    assert_eq!(told["summary"]["kept"][0]["turns"]["worse"], 3);
    let ran = case.run("impact t --package new --lang en");
    assert!(
        ran.stdout.contains("which 2.0.0 does not satisfy"),
        "{}",
        ran.stdout
    );
}

#[test]
fn what_the_new_version_extends_is_found_beside_it() {
    let case = county(|text| {
        text.replace(
            "central/words, version: \"^1.0\"",
            "central/words, version: \"^2.0\"",
        )
    });
    let missing = case.run("impact t --package new");
    assert_eq!(missing.code, Some(2));
    assert!(missing.stderr.contains("LS0215"), "{}", missing.stderr);
    let case = case.file("words2/package.yaml", WORDS.replace("1.2.0", "2.0.0"));
    assert_eq!(told(&case, "t --package new", 0)["summary"]["same"], 3);
}

#[test]
fn a_package_that_nobody_builds_on_is_an_error_with_help() {
    let case = county(|text| text.replace("county/peace", "county/peaces"));
    let ran = case.run("impact t --package new");
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.stderr.contains("LS0982") && ran.stderr.contains("是不是「county/peace」"),
        "{}",
        ran.stderr
    );
    let ran = case.run("impact t --package t/a");
    assert!(ran.stderr.contains("LS0980"), "{}", ran.stderr);
    let ran = case.run("impact new --package new");
    assert!(ran.stderr.contains("LS0981"), "{}", ran.stderr);
    let ran = case.run("impact t --package new --ledger t/a/evidence.jsonl");
    assert!(ran.stderr.contains("LS0602"), "{}", ran.stderr);
}

#[test]
fn the_published_townships_under_a_slightly_stricter_package() {
    let case = Case::new();
    let (old, new) = (
        Path::new(POLICIES).join("county-security"),
        case.path("new"),
    );
    copy(&old, &new);
    let edit = |file: &str, from: &str, to: &str| {
        let text = fs::read_to_string(new.join(file)).unwrap();
        let edited = text.replace(from, to);
        assert_ne!(text, edited);
        fs::write(new.join(file), edited).unwrap();
    };
    edit("package.yaml", "version: 1.0.0", "version: 1.1.0");
    let log = "unit: 次/月, default: 1, min: 1, max: 31";
    edit(
        "parameters.yaml",
        log,
        &log.replace("default: 1", "default: 2"),
    );
    let stricter = told(&case, &format!("{POLICIES} --package new"), 0);
    assert_eq!(stricter["summary"]["compared"], 3);
    for township in stricter["townships"].as_array().unwrap() {
        let kept = township["kept"].as_array().unwrap();
        assert_eq!(kept.len(), 1, "{kept:#?}");
        assert_eq!(kept[0]["id"], "work_log");
        assert!(kept[0]["turns"]["worse"].as_u64().unwrap() > 0);
        for finding in township["findings"].as_array().unwrap() {
            let id = finding["id"].as_str().unwrap();
            assert!(id.starts_with("work_log/"), "{id}");
        }
    }
    for lang in ["zh-CN", "en"] {
        let ran = case.run(&format!("impact {POLICIES} --package new --lang {lang}"));
        assert_eq!(ran.stdout.matches("impact-").count(), 0, "{}", ran.stdout);
        for line in ran.stdout.lines() {
            assert!(unicode_width::UnicodeWidthStr::width(line) <= 80, "{line}");
        }
    }
    // council_at_least: 1 is set in 坪塘镇, which a default of 2 leaves looser than the package.
    edit(
        "parameters.yaml",
        "次/月, default: 1, min: 1,\n      max: 4",
        "次/月, default: 2, min: 1,\n      max: 4",
    );
    let looser = told(&case, &format!("{POLICIES} --package new"), 1);
    assert_eq!(township(&looser, "坪塘")["outcome"], "stopped_by_new");
    assert_eq!(looser["summary"]["compared"], 2);
}
