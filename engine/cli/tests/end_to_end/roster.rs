//! A roster from the plan to the ledger and back: planned, entered, repaired, checked.

use std::collections::BTreeSet;

use crate::case::Case;

/// A township of six with a roster, beside the heads that every plan has.
const PLAN: &str = "luoshi: 1
plan: { id: p, title: 夜间巡逻计划, issuer: 综治办, issued: 2012-05-10 }
period: { from: 2012-05-10, to: 2012-12-31 }
jurisdiction: { code: PT, name: 坪塘镇, level: township }
parameters:
  - { id: rest_days, name: 两班间隔天数, type: integer, unit: 天, default: 2, min: 0, max: 9 }
units:
  - { id: police, name: 派出所 }
  - { id: office, name: 党政办 }
roles: [{ id: leader, name: 巡逻队长 }]
persons:
  - { staff: PT001, unit: police, category: 民警 }
  - { staff: PT002, unit: police, category: 民警 }
  - { staff: PT003, unit: office, category: 干部 }
  - { staff: PT004, unit: office, category: 干部 }
  - { staff: PT005, unit: office, category: 干部 }
  - { staff: PT006, unit: office, category: 干部 }
rosters:
  - id: night_patrol
    name: 集镇夜间巡逻
    responsible: leader
    cadence: { every: month, at_least: 6 }
    crew: 2
    led_by: [police]
    led_share: 1/2
    planning:
      rest: ${rest_days}
      week_most: 2
      apart: [{ persons: [PT003, PT004] }]
";

fn case() -> Case {
    Case::new().file("p/plan.yaml", PLAN)
}

#[test]
fn a_month_is_planned_in_words() {
    case().transcript(
        "roster",
        &[
            "roster 集镇夜间巡逻 p --month 2012-07 --leave PT005:2012-07-01..2012-07-20",
            "roster night_patrol p --month 2012-07 --lang en --leave PT099:2012-07-01",
        ],
    );
}

#[test]
fn what_cannot_be_planned_is_told() {
    let case = case().file(
        "p/leave.yaml",
        "leave: [{ person: PT001, from: 2012-07-05, until: 2012-07-31 }]\n",
    );
    case.transcript(
        "roster-wrong",
        &[
            "roster night_patrol p --month 2012-07 --leave PT002:2012-07-10..2012-07-20",
            "roster night_patrol p --month 2012-07 --leave PT002:2012-07-10..2012-07-20 --lang en",
            "roster night_patrol p --month 2012-02",
            "roster night_patrol p --month 2012-7",
            "roster night_patrol p",
            "roster day_patrol p --month 2012-07",
            "roster night_patrol p --month 2012-07 --leave PT002:2012-07-20..2012-07-10",
            "roster night_patrol p --month 2012-07 --repair p/plan.yaml",
        ],
    );
}

/// Each line of a JSONL roster as day and person.
fn lines(text: &str) -> BTreeSet<(String, String)> {
    let of = |line: &str| {
        let value: serde_json::Value = serde_json::from_str(line).unwrap();
        let text = |key: &str| value[key].as_str().unwrap().to_owned();
        (text("date"), text("actor"))
    };
    text.lines().map(of).collect()
}

#[test]
fn a_roster_enters_the_ledger_once_and_is_repaired_there() {
    let case = case();
    let plan = "roster night_patrol p --month 2012-07";
    let entered = case.run(&format!(
        "{plan} --record --format jsonl -o july.jsonl --by PT003"
    ));
    assert_eq!(entered.code, Some(0), "{}", entered.stderr);
    let july = lines(&case.read("july.jsonl"));
    assert_eq!(july.len(), 12);
    // What was entered is what the file says: importing it adds nothing.
    let again = case.run("import july.jsonl --to p --format json");
    assert_eq!(again.code, Some(0), "{}", again.stderr);
    assert!(again.stdout.contains("\"added\": 0"), "{}", again.stdout);
    let twice = case.run(&format!("{plan} --record"));
    assert!(
        twice.stderr.contains("LS0878") && twice.code == Some(2),
        "{}",
        twice.stderr
    );

    let (day, ill) = july
        .iter()
        .rev()
        .find(|(_, staff)| staff > &"PT002".to_owned())
        .unwrap();
    let leave = format!("--leave {ill}:{day}");
    let repair =
        format!("{plan} {leave} --repair p/ledger.db --from-day 2012-07-02 --as-of 2012-07-02");
    let repaired = case.run(&format!("{repair} --record --format jsonl -o new.jsonl"));
    assert_eq!(repaired.code, Some(0), "{}", repaired.stderr);
    assert!(
        repaired.stdout.contains("登记班次 1 条、更正 1 条"),
        "{}",
        repaired.stdout
    );
    let new = lines(&case.read("new.jsonl"));
    assert_eq!(
        july.difference(&new).collect::<Vec<_>>(),
        [&(day.clone(), ill.clone())]
    );
    let settled = case.run(&format!("{repair} --format json"));
    let settled: serde_json::Value = serde_json::from_str(&settled.stdout).unwrap();
    assert_eq!(settled["changes"], serde_json::json!([]));
}

#[test]
fn what_is_planned_and_held_is_found_met() {
    let case = case();
    for month in ["06", "07", "08"] {
        let ran = case.run(&format!(
            "roster night_patrol p --month 2012-{month} --record -q"
        ));
        assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    }
    let month = "check p --as-of 2012-09-01 --format json";
    let status = |case: &Case| {
        let ran = case.run(month);
        let report: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
        let findings = report["assessment"]["findings"].as_array().unwrap().clone();
        let of = |id: &str| {
            let found = findings.iter().find(|f| f["id"] == id).unwrap();
            found["status"].as_str().unwrap().to_owned()
        };
        [
            "night_patrol/2012-06",
            "night_patrol/2012-07",
            "night_patrol/2012-08",
        ]
        .map(of)
    };
    // Nobody has said yet that anybody was there.
    assert_eq!(status(&case), ["missed", "missed", "missed"]);
    let exported = case.run("export p --format jsonl").stdout;
    let held: String = exported
        .lines()
        .map(|line| {
            line.replace(
                "\"kind\":\"shift\"",
                "\"kind\":\"shift\",\"status\":\"attended\"",
            ) + "\n"
        })
        .collect();
    std::fs::remove_file(case.path("p/ledger.db")).unwrap();
    let case = case.file("p/evidence.jsonl", held);
    assert_eq!(status(&case), ["met", "met", "met"]);
}

#[test]
fn a_workbook_and_a_table_are_written() {
    let case = case();
    let ran = case.run("roster night_patrol p --month 2012-07 --format xlsx");
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert!(case.path("night_patrol-2012-07-01.xlsx").is_file());
    let over = case.run("roster night_patrol p --month 2012-07 --format xlsx");
    assert!(over.stderr.contains("LS0605"), "{}", over.stderr);
    let csv = case.run("roster night_patrol p --month 2012-07 --format csv -o july.csv");
    assert_eq!(csv.code, Some(0), "{}", csv.stderr);
    let repaired = case.run("roster night_patrol p --month 2012-07 --repair july.csv --from-day 2012-07-01 --format json");
    let repaired: serde_json::Value = serde_json::from_str(&repaired.stdout).unwrap();
    assert_eq!(repaired["changes"], serde_json::json!([]));
}
