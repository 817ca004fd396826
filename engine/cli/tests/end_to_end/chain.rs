//! `luoshi chain`: trees, ways up and down, gaps, pictures.

use std::path::Path;

use crate::case::{Case, copy};

/// A town in which something of everything is missing.
const TOWN: &str = r#"格式版本: 1
实施方案: { 编号: town, 标题: 平安建设实施方案, 制发单位: 综治办, 印发日期: 2012-05-10 }
期间: { 从: 2012-05-10, 到: 2012-12-31 }
辖区: { 代码: XX, 名称: 某镇, 层级: 乡镇 }
对象名录:
  - { 编号: villages, 名称: 村, 成员: [ { 编号: v1, 名称: 东风村 }, { 编号: v2, 名称: 新华村 }, { 编号: v3, 名称: 河湾村 } ] }
  - { 编号: schools, 名称: 学校, 成员: [ { 编号: s1, 名称: 中心小学 } ] }
职务名录:
  - { 编号: secretary, 名称: 党委书记 }
  - { 编号: mayor, 名称: 镇长, 上级职务: secretary }
  - { 编号: leader, 名称: 包村领导, 每个对象: villages }
  - { 编号: village_secretary, 名称: 村支书, 每个对象: villages }
  - { 编号: principal, 名称: 校长, 每个对象: schools, 上级职务: mayor }
  - { 编号: officer, 名称: 综治专干 }
人员名录: [ { 工号: A1 }, { 工号: A2 }, { 工号: V1 }, { 工号: V2 } ]
任职:
  - { 职务: secretary, 人员: A1 }
  - { 职务: mayor, 人员: A2, 代理: 是 }
  - { 职务: leader, 对象: v1, 人员: A1 }
  - { 职务: leader, 对象: v2, 人员: A1 }
  - { 职务: leader, 对象: v3, 人员: A2, 到: 2012-06-30 }
  - { 职务: village_secretary, 对象: v1, 人员: V1 }
  - { 职务: village_secretary, 对象: v2, 人员: V2 }
  - { 职务: officer, 人员: A2 }
责任链:
  - 编号: contract
    名称: 党政领导包村
    条款: ["01/1"]
    责任环节:
      - { 从: secretary, 到: leader, 每个对象: villages, 允许空缺工作日: 3, 最多: 1 }
      - { 从: leader, 到: village_secretary, 每个对象: villages }
会议:
  - { 编号: council, 名称: 议事例会, 责任职务: officer, 频次: { 每: 月, 至少: 1 } }
经常性工作:
  - { 编号: visit, 名称: 进村走访, 责任职务: leader, 每个对象: villages, 频次: { 每: 季, 至少: 1 } }
  - { 编号: lesson, 名称: 法制教育, 责任职务: principal, 每个对象: schools, 频次: { 每: 半年, 至少: 1 } }
条款:
  - { 编号: "01/1", 条款标题: 包村, 摘要: 党政领导包村, 状态: 可检查 }
"#;

fn town() -> Case {
    Case::new().file("town/plan.yaml", TOWN)
}

/// A folder with the published plans and packages.
pub(crate) fn policies() -> Case {
    let case = Case::new();
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../policies");
    copy(&from, &case.path("policies"));
    case
}

#[test]
fn chains_and_gaps_are_shown() {
    for (name, lang) in [("chain", "zh-CN"), ("chain.en", "en")] {
        town().transcript(
            name,
            &[
                &format!("chain town --as-of 2012-08-15 --lang {lang}"),
                &format!("chain town --as-of 2012-08-15 --lang {lang} --up 河湾村"),
                &format!("chain town --as-of 2012-08-15 --lang {lang} --up principal"),
                &format!("chain town --as-of 2012-08-15 --lang {lang} --down 镇长"),
                &format!("chain town --as-of 2012-08-15 --lang {lang} --down 包村领到"),
                &format!("chain town --as-of 2012-08-15 --lang {lang} --format dot"),
            ],
        );
    }
}

#[test]
fn the_chains_of_the_published_plans_are_whole() {
    let case = policies();
    for (plan, day) in [
        ("pingtang-2012", "2012-08-15"),
        ("nao-2012", "2012-07-16"),
        ("township-2006", "2006-09-15"),
    ] {
        for lang in ["zh-CN", "en"] {
            case.transcript(
                &format!("chain-{plan}.{lang}"),
                &[&format!(
                    "chain policies/{plan} --as-of {day} --lang {lang}"
                )],
            );
        }
    }
}

#[test]
fn the_picture_is_well_formed_and_always_the_same() {
    let case = town();
    let svg = || {
        case.run("chain town --as-of 2012-08-15 --format svg")
            .stdout
    };
    let picture = svg();
    assert!(picture.starts_with("<svg ") && picture.ends_with("</svg>\n"));
    for part in ["<title>", "党政领导包村", "class=\"gap\"", "width=\"900\""] {
        assert!(picture.contains(part), "{part} in {picture}");
    }
    assert_eq!(picture, svg());
    let ran = case.run("chain town --as-of 2012-08-15 --format svg -o chain.svg");
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(1), ""));
    assert_eq!(case.read("chain.svg"), picture);
}

#[test]
fn tools_read_the_same() {
    let case = town();
    let json = |arguments: &str| -> serde_json::Value {
        let ran = case.run(&format!(
            "chain town --as-of 2012-08-15 --format json {arguments}"
        ));
        serde_json::from_str(&ran.stdout).unwrap()
    };
    let whole = json("");
    assert_eq!(whole["head"]["id"], "secretary");
    let lacks = whole["gaps"].as_array().unwrap().iter();
    let lacks: Vec<&str> = lacks.map(|g| g["lack"].as_str().unwrap()).collect();
    assert_eq!(
        lacks,
        ["unheld", "load", "unheld", "no_holders", "no_way_up"]
    );
    assert_eq!(
        json("--up v3")["steps"][0][0]["role"]["id"],
        "village_secretary"
    );
    assert_eq!(json("--down leader")["trees"][0]["of"], "below");
}

#[test]
fn a_package_has_nobody_to_answer() {
    let case = policies();
    let ran = case.run("chain policies/county-security");
    assert_eq!(ran.code, Some(2));
    assert!(ran.stdout.contains("政策包"), "{}", ran.stdout);
}
