//! `luoshi coverage`: what became of each clause.

use std::path::Path;

use crate::case::Case;
use crate::chain::policies;

const PLAN: &str = r#"格式版本: 1
实施方案: { 编号: town, 标题: 平安建设实施方案, 制发单位: 综治办, 印发日期: 2012-05-10 }
期间: { 从: 2012-05-10, 到: 2012-12-31 }
辖区: { 代码: XX, 名称: 某镇, 层级: 乡镇 }
参数:
  - { 编号: archive_days, 名称: 归档时限, 类型: 整数, 待定问题: 多少天内归档？ }
会议:
  - { 编号: council, 名称: 议事例会, 条款: ["01/1a"], 频次: { 每: 月, 至少: 1 } }
  - { 编号: bulletin, 名称: 情况通报会, 条款: ["01/1b"], 频次: { 每: 年, 至少: 1 } }
  - { 编号: briefing, 名称: 碰头会, 条款: ["01/2b"], 生效: 否, 频次: { 每: 月, 至少: 1 } }
任务:
  - { 编号: setup, 名称: 成立工作中心, 条款: ["01/1a", "01/1c"], 期限: { 日期: 2012-06-30 } }
经常性工作:
  - { 编号: archive, 名称: 归档, 条款: ["01/2a"], 频次: { 每: 月, 至少: "${archive_days}" } }
指标:
  - { 编号: cases, 名称: 案件起数, 条款: ["01/3b"], 从: 指标合计, 好的方向: 下降 }
条款:
  - { 编号: "01/1a", 条款标题: 工作中心, 摘要: 成立中心，每月开会, 状态: 可检查 }
  - { 编号: "01/1b", 条款标题: 工作中心, 摘要: 每年通报一次, 状态: 可检查 }
  - { 编号: "01/1c", 条款标题: 工作中心, 摘要: 成立中心, 状态: 可检查 }
  - { 编号: "01/2a", 条款标题: 制度, 摘要: 材料及时归档, 状态: 可检查 }
  - { 编号: "01/2b", 条款标题: 制度, 摘要: 定期碰头, 状态: 可检查 }
  - { 编号: "01/3a", 条款标题: 目标, 摘要: 群众满意, 状态: 仅作指导, 理由: 没有量化口径 }
  - { 编号: "01/3b", 条款标题: 目标, 摘要: 案件下降, 状态: 可检查 }
  - { 编号: "01/3c", 条款标题: 目标, 摘要: 建立联防, 状态: 未对应, 理由: 等县里办法 }
"#;

const EVIDENCE: &str = r#"{"id":"1","kind":"task_done","date":"2012-06-20","duty":"setup"}
{"id":"2","kind":"meeting","date":"2012-06-05","duty":"council"}
"#;

#[test]
fn every_clause_is_shown_with_what_carries_it() {
    let case = Case::new()
        .file("town/plan.yaml", PLAN)
        .file("town/evidence.jsonl", EVIDENCE);
    for (name, lang) in [("coverage", "zh-CN"), ("coverage.en", "en")] {
        case.transcript(
            name,
            &[
                &format!("coverage town --as-of 2012-08-15 --lang {lang}"),
                &format!("coverage town --as-of 2012-08-15 --lang {lang} -q"),
                &format!("coverage town --as-of 2012-06-15 --lang {lang} -q -o out.txt"),
            ],
        );
    }
}

#[test]
fn a_package_has_nothing_to_judge() {
    let ran = policies().run("coverage policies/county-security");
    assert_eq!(ran.code, Some(2));
    assert!(ran.stdout.contains("政策包"), "{}", ran.stdout);
}

/// The state of each clause of the published plans, a line for each.
#[test]
fn the_clauses_of_the_published_plans_are_where_they_were() {
    let case = policies();
    for (plan, day) in [
        ("pingtang-2012", "2012-12-31"),
        ("nao-2012", "2012-12-31"),
        ("township-2006", "2006-12-31"),
    ] {
        let ran = case.run(&format!(
            "coverage policies/{plan} --as-of {day} --format json"
        ));
        assert_eq!(ran.code, Some(1), "{}", ran.stderr);
        let json: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
        let mut text = String::new();
        for document in json["documents"].as_array().unwrap() {
            text.push_str(&format!("# {}\n", document["title"].as_str().unwrap()));
            let sections = document["sections"].as_array().unwrap().iter();
            for clause in sections.flat_map(|s| s["clauses"].as_array().unwrap()) {
                let (id, state) = (&clause["id"], &clause["state"]);
                let (id, state) = (id.as_str().unwrap(), state.as_str().unwrap());
                text.push_str(&format!("{id} {state}\n"));
            }
        }
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join(format!("tests/transcripts/coverage-{plan}.txt"));
        if std::env::var_os("LUOSHI_BLESS").is_some() {
            std::fs::write(&path, &text).unwrap();
        }
        let expected = std::fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(text, expected, "{}", path.display());
        // Every line of the text fits a terminal, whatever its names.
        for lang in ["zh-CN", "en"] {
            let ran = case.run(&format!(
                "coverage policies/{plan} --as-of {day} --lang {lang}"
            ));
            for line in ran.stdout.lines() {
                assert!(unicode_width::UnicodeWidthStr::width(line) <= 80, "{line}");
                assert!(!line.contains("{$"), "{line}");
            }
        }
    }
}
