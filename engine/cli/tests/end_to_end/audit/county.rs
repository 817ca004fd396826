//! Counties of small townships.

use crate::case::{Case, Ran};

pub(crate) const PACKAGE: &str = "luoshi: 1
package: { name: county/peace, version: 1.0.0, publisher: 县委政法委, title: 平安建设基本方案 }
roles:
  - { id: secretary, name: 党委书记 }
  - { id: chief, name: 综治办主任, answers_to: secretary }
meetings:
  - { id: council, name: 议事会, responsible: chief, cadence: { every: month, at_least: 1 } }
documents:
  - { id: survey, name: 摸底表, responsible: secretary, due: { date: 2012-03-31 } }
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
    grades: [{ name: 好, at_least: 90 }, { name: 中, at_least: 60 }, { name: 差, at_least: 0 }]
";

pub(crate) fn plan(code: &str) -> String {
    format!(
        "luoshi: 1
plan: {{ id: plan-{code}, title: 平安建设方案, issuer: 综治办, issued: 2012-01-01 }}
period: {{ from: 2012-01-01, to: 2012-06-30 }}
jurisdiction: {{ code: \"{code}\", name: {code}镇, level: township }}
extends: [{{ package: county/peace, version: \"^1.0\" }}]
"
    )
}

/// Meetings of the first so many months, and the survey if it was made.
pub(crate) fn evidence(months: u32, survey: bool) -> String {
    let meeting = |month: u32| {
        format!(
            "{{\"id\":\"c{month}\",\"kind\":\"meeting\",\"date\":\"2012-{month:02}-10\",\"duty\":\"council\"}}\n"
        )
    };
    let survey = match survey {
        true => {
            "{\"id\":\"d\",\"kind\":\"document\",\"date\":\"2012-03-02\",\"duty\":\"survey\"}\n"
        }
        false => "",
    };
    (1..=months).map(meeting).collect::<String>() + survey
}

/// A township in a folder.
pub(crate) fn town(case: Case, folder: &str, code: &str, months: u32, survey: bool) -> Case {
    case.file(&format!("{folder}/plan.yaml"), plan(code)).file(
        &format!("{folder}/evidence.jsonl"),
        evidence(months, survey),
    )
}

/// Two counties: 甲 with three townships, 乙 with two.
pub(crate) fn two_counties() -> Case {
    let case = Case::new()
        .file("p/甲县/peace/package.yaml", PACKAGE)
        .file("p/乙县/peace/package.yaml", PACKAGE);
    let case = town(case, "p/甲县/a", "A", 6, true);
    let case = town(case, "p/甲县/b", "B", 3, true);
    let case = town(case, "p/甲县/c", "C", 3, true);
    let case = town(case, "p/乙县/d", "D", 5, false);
    town(case, "p/乙县/e", "E", 6, true)
}

/// Sixty townships in three counties, some of them broken, each in another way.
pub(crate) fn sixty() -> Case {
    let mut case = Case::new();
    for county in ["甲县", "乙县", "丙县"] {
        case = case.file(&format!("p/{county}/peace/package.yaml"), PACKAGE);
        for at in 0..20 {
            let code = format!("{county}{at:02}");
            let folder = format!("p/{county}/{at:02}");
            case = town(case, &folder, &code, (at * 7) % 8, at % 3 > 0);
        }
    }
    case.file("p/甲县/03/plan.yaml", "luoshi: 1\nplan: { id: [")
        .file(
            "p/乙县/05/evidence.jsonl",
            "{\"id\":\"c1\",\"kind\":\"meeting\"\n",
        )
        .file(
            "p/丙县/07/plan.yaml",
            plan("丙县07").replace("county/peace", "county/other"),
        )
        .file("p/丙县/09/ledger.db", "no database")
}

/// Runs, and says how it ended where that is not as expected.
#[track_caller]
pub(crate) fn run(case: &Case, arguments: &str, code: i32) -> Ran {
    let ran = case.run(arguments);
    assert_eq!(
        ran.code,
        Some(code),
        "{arguments}\n{}{}",
        ran.stdout,
        ran.stderr
    );
    ran
}
