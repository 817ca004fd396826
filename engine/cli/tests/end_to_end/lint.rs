//! `luoshi lint`: what is wrong with the plan itself, and what its authors have answered.

use crate::case::Case;

const PLAN: &str = "格式版本: 1
实施方案: { 编号: p, 标题: 平安建设方案, 制发单位: 综治办, 印发日期: 2012-05-10 }
期间: { 从: 2012-05-10, 到: 2012-12-31 }
辖区: { 代码: PT, 名称: 坪塘镇, 层级: 乡镇 }
职务名录:
  - { 编号: chief, 名称: 综治办主任 }
  - { 编号: idle, 名称: 调研员 } # luoshi: 允许 LS0716 人事调整后再定
人员名录: [{ 工号: A1 }]
任职:
  - { 职务: chief, 人员: A1, 到: 2012-06-30 }
任务:
  - { 编号: survey, 名称: 摸底, 责任职务: chief, 期限: { 日期: 2012-07-02 }, 成果: 台账 }
  - { 编号: plan, 名称: 定方案, 责任职务: chief, 期限: { 日期: 2012-06-29 }, 成果: 方案, 起算: [survey] }
";
const LIMITS: &str = "格式版本: 1\n限值: [{ 编号: duties_per_role, 取值: 1, 从: 2013-01-01, 依据: 县委办〔2013〕1号 }]\n";

#[test]
fn a_plan_is_told_what_is_wrong_with_it_and_what_was_answered() {
    let case = Case::new()
        .file("p/plan.yaml", PLAN)
        .file("p/limits.yaml", LIMITS)
        .file("wrong.yaml", LIMITS.replace("duties", "dutys"));
    case.transcript(
        "lint",
        &[
            "lint p",
            "lint p --rules-of 2013-06-01 --quiet",
            "lint p --verbose --lang en",
            "lint p --limits wrong.yaml",
            "explain role-overloaded",
        ],
    );
    let json = case.run("lint p --format json");
    assert_eq!(json.code, Some(1));
    let json: serde_json::Value = serde_json::from_str(&json.stdout).unwrap();
    assert_eq!(json["counts"]["allowed"], 1);
    assert_eq!(json["allowed"][0]["reason"], "人事调整后再定");
    assert_eq!(json["allowed"][0]["note"]["code"], "LS0716");
}

#[test]
fn hints_alone_are_no_failure_and_a_plan_that_cannot_be_read_is() {
    let hints = PLAN
        .replace(", 到: 2012-06-30 }", " }")
        .replace("2012-07-02", "2012-06-01")
        .replace(" # luoshi: 允许 LS0716 人事调整后再定", "");
    let case = Case::new()
        .file("p/plan.yaml", &hints)
        .file("q/plan.yaml", hints.replace("职务名录", "职务名單"));
    let ran = case.run("lint p --quiet");
    assert_eq!(ran.code, Some(0), "{}", ran.stdout);
    assert!(ran.stdout.contains("建议 2"), "{}", ran.stdout);
    assert_eq!(case.run("lint q").code, Some(2));
}

#[test]
fn a_code_that_does_not_exist_needs_no_plan() {
    let ran = Case::new().run("explain LS0799");
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.stderr.contains("没有编号为「LS0799」"),
        "{}",
        ran.stderr
    );
    assert!(!ran.stderr.contains("plan"), "{}", ran.stderr);
}
