//! Audits compared, and findings followed until they are closed: each line that is printed is recorded.

use serde_json::Value;

use crate::case::Case;

const PLAN: &str = "luoshi: 1
plan: { id: town, title: 平安建设方案, issuer: 综治办, issued: 2012-01-01 }
period: { from: 2012-01-01, to: 2012-12-31 }
jurisdiction: { code: T1, name: 一号镇, level: township }
settings: { rectify_within: 10wd, closed_by: [{ name: 县综治办, level: county }] }
issuers: [{ id: office, name: 一号镇综治办, symbol: 一综治 }]
units: [{ id: office, name: 综治办 }]
roles: [{ id: director, name: 综治办主任, unit: office }]
persons: [{ staff: P1, unit: office }, { staff: P2, unit: office }]
holders: [{ role: director, person: P1 }]
subjects: [{ id: villages, name: 村, members: [{ id: v01, name: 东风村 }, { id: v02, name: 红旗村 }] }]
activities:
  - { id: visit, name: 走访, responsible: director, for_each: villages, cadence: { every: month, at_least: 1 } }
each_needs:
  - id: weak_point
    name: 薄弱环节整改
    responsible: director
    each: { evidence: inspection }
    needs: { evidence: rectification, of: [weak_point] }
    timing: within
    within: 5d
ladders:
  - id: village_ladder
    name: 村级督办
    responsible: director
    for_each: villages
    trigger: { failed: [visit], at_least: 3 }
    steps:
      - { id: circular, name: 通报, window: 30d, decided_by: { name: 县综治办, level: county } }
";

/// Visits of all months but those of `missing`, in the first village; all in the second.
fn visits(missing: &[u8]) -> String {
    let of = |village: &'static str, months: Vec<u8>| {
        months.into_iter().map(move |month| {
            format!(
                "{{\"id\":\"{village}-{month}\",\"kind\":\"visit\",\"date\":\"2012-{month:02}-10\",\"duty\":\"visit\",\"subject\":\"{village}\",\"actor\":\"director\"}}\n"
            )
        })
    };
    let first = (1..=12).filter(|month| !missing.contains(month));
    of("v01", first.collect())
        .chain(of("v02", (1..=12).collect()))
        .collect()
}

fn town(missing: &[u8]) -> Case {
    township(PLAN, missing)
}

fn township(plan: &str, missing: &[u8]) -> Case {
    let case = Case::new().file("town/plan.yaml", plan);
    let case = case.file("visits.jsonl", visits(missing));
    let ran = case.run("import visits.jsonl --to town -q");
    assert_eq!(ran.code, Some(0), "{}{}", ran.stdout, ran.stderr);
    case
}

#[track_caller]
fn told(case: &Case, arguments: &str, code: i32) -> Value {
    let ran = case.run(&format!("audit {arguments} --format json"));
    assert_eq!(ran.code, Some(code), "{}{}", ran.stdout, ran.stderr);
    serde_json::from_str(&ran.stdout).unwrap()
}

fn item<'v>(told: &'v Value, finding: &str) -> &'v Value {
    let items = told["items"].as_array().unwrap();
    items
        .iter()
        .find(|item| item["finding"] == finding)
        .unwrap()
}

const FINDING: &str = "visit/v01/2012-03";

/// Records the line that the register prints next, or the other one, on a day, by somebody.
#[track_caller]
fn record(case: &Case, which: &str, today: &str, until: &str, who: &str) {
    let ran = case.run(&format!("audit follow town --as-of {today}"));
    let start = ran
        .stdout
        .find(FINDING_TEXT)
        .unwrap_or_else(|| panic!("{}", ran.stdout));
    let lines = ran.stdout[start..].lines();
    let line = lines
        .filter_map(|line| line.split_once("luoshi ").map(|(_, line)| line))
        .find(|line| line.contains(&format!("--status {which} ")))
        .unwrap_or_else(|| panic!("no {which} in {}", ran.stdout));
    let line = line.replace("截止日期", until).replace("谁", who);
    let ran = case.run(&format!("{line} --date {today} -q"));
    assert_eq!(ran.code, Some(0), "{line}: {}{}", ran.stdout, ran.stderr);
}

const FINDING_TEXT: &str = "走访 东风村 2012-03";

#[test]
fn a_finding_goes_from_notice_to_close_by_the_lines_that_are_printed() {
    let case = town(&[3]);
    let open = told(&case, "follow town --as-of 2012-04-10", 0);
    let first = item(&open, FINDING);
    assert_eq!(
        (&first["state"], &first["accountable"]["holder"]),
        (&"open".into(), &"P1".into())
    );
    assert_eq!(open["closed_by_default"], false);
    record(&case, "notified", "2012-04-10", "2012-04-20", "县综治办");
    let late = told(&case, "follow town --as-of 2012-04-25", 1);
    let late = item(&late, FINDING);
    assert_eq!(
        (&late["overdue"], &late["due"]["by"]),
        (&3.into(), &"record".into())
    );
    assert_eq!(
        (&late["step"]["step"], &late["step"]["standing"]),
        (&"通报".into(), &"provided".into())
    );
    record(&case, "applied", "2012-04-26", "", "P1");
    record(&case, "rejected", "2012-04-27", "2012-05-11", "县综治办");
    record(&case, "applied", "2012-05-10", "", "director");
    // The one who rectified, by another of his names; then a colleague, whom the plan does not name.
    record(&case, "accepted", "2012-05-10", "", "P1");
    record(&case, "accepted", "2012-05-10", "", "P2");
    let waiting = told(&case, "follow town --as-of 2012-06-30", 0);
    let waiting = item(&waiting, FINDING);
    assert_eq!(
        (&waiting["state"], &waiting["returns"]),
        (&"awaiting".into(), &1.into())
    );
    let ignored = waiting["records"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|r| r["ignored"].as_str());
    assert_eq!(ignored.collect::<Vec<_>>(), ["body", "body"]);
    record(&case, "accepted", "2012-05-14", "", "县综治办");
    let closed = told(&case, "follow town --as-of 2012-12-31", 0);
    let closed = item(&closed, FINDING);
    assert_eq!(
        (&closed["state"], &closed["closed"]),
        (&"closed".into(), &"2012-05-14".into())
    );
    // The finding itself is as it was: the month is over.
    assert_eq!(closed["status"], "missed");
}

#[test]
fn without_a_day_of_its_own_a_notice_has_that_of_the_plan() {
    let case = town(&[3]);
    let ran = case.run("record rectification town --ref visit/v01/2012-03 --status notified --actor 县综治办 --date 2012-04-10 -q");
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let told = told(&case, "follow town --as-of 2012-04-12", 0);
    let due = &item(&told, FINDING)["due"];
    assert_eq!(
        (&due["day"], &due["by"]),
        (&"2012-04-24".into(), &"plan".into())
    );
}

#[test]
fn an_issued_notice_is_notice_of_all_that_it_lists() {
    let case = town(&[3]);
    let ran = case.run(
        "generate town --paper rectification_notice/director/2012-03 --issue --with-open \
         --fill 整改截止日期=2012年4月20日 --write txt --as-of 2012-04-10 -q",
    );
    assert_eq!(ran.code, Some(0), "{}{}", ran.stdout, ran.stderr);
    let told = told(&case, "follow town --as-of 2012-04-25", 1);
    let item = item(&told, FINDING);
    assert_eq!(
        (&item["state"], &item["notified"]),
        (&"notified".into(), &"2012-04-10".into())
    );
    // 23 to 25 April.
    assert_eq!(
        (&item["due"]["day"], &item["due"]["by"], &item["overdue"]),
        (&"2012-04-20".into(), &"record".into(), &3.into())
    );
}

#[test]
fn following_a_finding_up_proves_no_duty() {
    let case = town(&[3]);
    let run = |line: &str| {
        let ran = case.run(line);
        assert_eq!(ran.code, Some(0), "{line}: {}{}", ran.stdout, ran.stderr);
    };
    run("record inspection town --id i1 --date 2012-02-01 --actor director -q");
    run(
        "record rectification town --ref visit/v01/2012-03 --status notified --actor 县综治办 --date 2012-04-10 -q",
    );
    let status = || {
        let ran = case.run("check town --as-of 2012-06-30 --format json");
        let json: Value = serde_json::from_str(&ran.stdout).unwrap();
        let findings = json["assessment"]["findings"].as_array().unwrap().clone();
        let of = findings
            .iter()
            .find(|f| f["id"] == "weak_point/i1")
            .unwrap();
        of["status"].clone()
    };
    assert_eq!(status(), "unknown");
    run(
        "record rectification town --duty weak_point --ref i0 --actor director --date 2012-04-10 -q",
    );
    assert_eq!(status(), "missed");
}

#[test]
fn what_is_entered_later_waits_for_its_re_check() {
    let case = town(&[3, 5]);
    let audit = |day: &str, file: &str| {
        let ran = case.run(&format!("audit town --as-of {day} --output {file} -q"));
        assert_eq!(ran.code, Some(1), "{}{}", ran.stdout, ran.stderr);
    };
    audit("2012-06-30", "june.jsonl");
    let ran = case
        .run("record visit town --duty visit --subject v01 --actor director --date 2012-03-20 -q");
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    audit("2012-09-30", "september.jsonl");
    let register = told(&case, "follow september.jsonl june.jsonl", 0);
    let item = item(&register, FINDING);
    assert_eq!(
        (&item["state"], &item["why"]),
        (&"awaiting".into(), &"no_longer_fails".into())
    );
    let diff = told(&case, "diff september.jsonl june.jsonl", 0);
    assert_eq!(
        (&diff["counts"]["fixed"], &diff["counts"]["persisting"]),
        (&1.into(), &1.into())
    );
    let back = told(&case, "diff june.jsonl september.jsonl", 0);
    assert_eq!(back, diff);
    let trend = told(&case, "diff june.jsonl september.jsonl --trend", 0);
    assert_eq!(trend["townships"][0]["points"][0]["failing"], 2);
    assert_eq!(trend["townships"][0]["points"][1]["failing"], 1);
}

#[test]
fn a_register_is_kept_as_workbook_and_table() {
    let case = town(&[3]);
    let ran = case.run("audit follow town --as-of 2012-04-10 --format xlsx --output book.xlsx");
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert_eq!(std::fs::read(case.path("book.xlsx")).unwrap()[..2], *b"PK");
    let ran = case.run("audit follow town --as-of 2012-04-10 --format csv");
    assert!(ran.stdout.contains("序号,乡镇,问题"), "{}", ran.stdout);
    assert!(ran.stdout.contains(FINDING), "{}", ran.stdout);
}

#[test]
fn what_is_wrong_with_the_arguments_is_told() {
    let case = town(&[3]);
    let ran = case.run("audit town --as-of 2012-06-30 --output one.jsonl -q");
    assert_eq!(ran.code, Some(1));
    let code = |arguments: &str| {
        let ran = case.run(arguments);
        (ran.code, format!("{}{}", ran.stdout, ran.stderr))
    };
    let (exit, text) = code("audit diff one.jsonl");
    assert!(exit == Some(2) && text.contains("LS1090"), "{text}");
    for wrong in [
        "audit diff one.jsonl one.jsonl --as-of 2012-06-30",
        "audit follow one.jsonl --as-of 2012-06-30",
        "audit diff one.jsonl town/plan.yaml",
        "audit diff one.jsonl nowhere.jsonl",
        "audit follow nowhere",
        "audit follow town --format ics",
    ] {
        let (exit, text) = code(wrong);
        assert!(!matches!(exit, Some(0 | 1 | 70)), "{wrong}: {text}");
    }
}

#[test]
fn whoever_rectified_is_known_by_office_and_by_name_and_a_correction_takes_it_back() {
    let nobody = PLAN.replace(", closed_by: [{ name: 县综治办, level: county }]", "");
    let case = township(&nobody, &[3]);
    let run = |line: &str| {
        let ran = case.run(&format!("record {line} -q"));
        assert_eq!(ran.code, Some(0), "{line}: {}{}", ran.stdout, ran.stderr);
    };
    let state = |day: &str| {
        let register = told(&case, &format!("follow town --as-of {day}"), 0);
        assert_eq!(register["closed_by_default"], true);
        let item = item(&register, FINDING);
        let records = item["records"].as_array().unwrap().iter();
        let ignored: Vec<String> = records
            .filter_map(|r| r["ignored"].as_str().map(str::to_owned))
            .collect();
        (item["state"].as_str().unwrap().to_owned(), ignored)
    };
    let of = |state: &str, ignored: &[&str]| {
        let ignored: Vec<String> = ignored.iter().map(|&why| why.to_owned()).collect();
        (state.to_owned(), ignored)
    };
    let finding = "--ref visit/v01/2012-03";
    run(&format!(
        "rectification town {finding} --status applied --actor director --date 2012-04-10"
    ));
    run(&format!(
        "decision town {finding} --status accepted --actor P1 --date 2012-04-11 --id d1"
    ));
    assert_eq!(state("2012-04-12"), of("awaiting", &["same"]));
    // The office may have been held by another that day; the correction says who it was.
    run("correction town --ref d1 --set actor=P2 --date 2012-04-12");
    assert_eq!(state("2012-04-12"), of("closed", &[]));
    run("correction town --ref d1 --status void --date 2012-04-13");
    assert_eq!(state("2012-04-13"), of("awaiting", &[]));
    assert_eq!(state("2012-04-12"), of("closed", &[]));
}

/// A notice that runs out, an application that comes late, a return, a close by whoever may.
#[test]
fn the_register_is_read_from_notice_to_close() {
    let record = |status: &str, who: &str, day: &str, more: &str| {
        let kind = match status {
            "notified" | "applied" => "rectification",
            _ => "decision",
        };
        format!(
            "record {kind} town --ref {FINDING} --status {status} --actor {who} --date {day} {more}-q"
        )
    };
    let notified = record("notified", "县综治办", "2012-04-10", "--until 2012-04-20 ");
    let applied = record("applied", "P1", "2012-04-26", "--note 补了三次走访 ");
    let rejected = record("rejected", "县综治办", "2012-04-27", "--until 2012-05-11 ");
    let again = record("applied", "director", "2012-05-10", "");
    let own = record("accepted", "P1", "2012-05-10", "");
    let accepted = record("accepted", "县综治办", "2012-05-14", "");
    town(&[3, 5]).transcript(
        "follow",
        &[
            "audit follow town --as-of 2012-04-10",
            &notified,
            "audit follow town --as-of 2012-04-25",
            "audit follow town --as-of 2012-04-25 --lang en",
            &applied,
            &rejected,
            &again,
            &own,
            "audit follow town --as-of 2012-05-10",
            &accepted,
            "audit follow town --as-of 2012-06-30",
            "audit follow town --as-of 2012-06-30 --lang en",
            "audit follow town --as-of 2012-06-30 -q",
        ],
    );
}

#[test]
fn two_audits_and_their_trend_are_read() {
    let late = "record visit town --duty visit --subject v01 --actor director --date 2012-03-20 -q";
    town(&[3, 5, 8]).transcript(
        "diff",
        &[
            "audit town --as-of 2012-06-30 -o june.jsonl -q",
            late,
            "audit town --as-of 2012-09-30 -o september.jsonl -q",
            "audit diff june.jsonl september.jsonl",
            "audit diff june.jsonl september.jsonl --lang en",
            "audit diff june.jsonl september.jsonl --trend",
            "audit diff june.jsonl september.jsonl --trend --lang en",
            "audit diff june.jsonl june.jsonl",
            "audit diff june.jsonl",
        ],
    );
}
