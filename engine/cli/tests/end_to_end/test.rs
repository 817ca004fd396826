//! `luoshi test`: the tests of a package, what they leave out, and changes that they do not notice.

use std::path::Path;

use crate::case::Case;

const PACKAGE: &str = "格式版本: 1
政策包: { 名称: t/p, 版本: 1.0.0, 发布单位: 县综治委, 标题: 例会 }
职务名录: [{ 编号: head, 名称: 综治办主任 }]
会议:
  - { 编号: council, 名称: 议事例会, 责任职务: head, 频次: { 每: 月, 至少: 1 }, 应到人数: 6, 法定人数: 2/3, 应形成材料: [minutes] }
任务:
  - { 编号: survey, 名称: 摸底, 期限: { 日期: 2024-06-30 }, 成果: 台账 }
规则:
  - { 编号: steady, 名称: 没有成片缺开, 表达式: 'duty(\"council\").missed <= 1', 说明: 缺开超过一次 }
";

const HOLDS: &str = "用例:
  - 名称: 开足一次
    缘由: 四人到会、有纪要才算
    检查日: 2024-02-29
    记录种类:
      - { 类型: 会议, 职责事项: council, 日期: 2024-01-31, 数量: 4, 标记: [minutes] }
      - { 类型: 会议, 职责事项: council, 日期: 2024-02-20, 数量: 3, 标记: [minutes] }
    预期:
      council/2024-01: 已落实
      council/2024-02: 即将到期
      steady: 已落实
";

#[test]
fn cases_that_hold_what_none_exercises_and_what_none_notices() {
    let case = Case::new()
        .file("p/package.yaml", PACKAGE)
        .file("p/tests/会议.yaml", HOLDS);
    case.transcript(
        "test",
        &[
            "test p",
            "test p --verbose --lang en",
            "test p --filter 开足 --quiet",
            "test p --mutate --lang en",
        ],
    );
    let json = case.run("test p --mutate --format json");
    assert_eq!(json.code, Some(0));
    let json: serde_json::Value = serde_json::from_str(&json.stdout).unwrap();
    assert_eq!(json["counts"]["cases"], 1);
    assert_eq!(json["coverage"]["exercised"], 2);
    assert_eq!(json["coverage"]["of"], 3);
    assert_eq!(json["coverage"]["items"][0]["statuses"][0], "due_soon");
    let mutants = json["mutation"]["mutants"].as_array().unwrap();
    let survived = mutants.iter().filter(|m| m["fate"] == "survived").count();
    let (noticed, of) = (&json["mutation"]["noticed"], &json["mutation"]["of"]);
    assert_eq!(
        of.as_u64().unwrap(),
        noticed.as_u64().unwrap() + survived as u64
    );
    assert_eq!(mutants[0]["at"]["file"], "p/package.yaml");
}

#[test]
fn a_case_that_does_not_hold_tells_what_came_out_and_why() {
    let wrong = HOLDS
        .replace(
            "council/2024-01: 已落实",
            "council/2024-01: { 状态: 未落实, 数字: 1 }",
        )
        .replace(
            "      council/2024-02: 即将到期\n",
            "      council/2024-03: 进行中\n",
        );
    let case = Case::new()
        .file("p/package.yaml", PACKAGE)
        .file("p/tests/会议.yaml", wrong);
    case.transcript(
        "test-failed",
        &["test p", "test p --mutate --quiet --lang en"],
    );
    let ran = case.run("test p --format json");
    assert_eq!(ran.code, Some(1));
    let json: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    let mismatch = &json["cases"][0]["mismatches"][0];
    assert_eq!(mismatch["expected"], "missed");
    assert_eq!(mismatch["found"], "met");
    assert_eq!(mismatch["at"]["line"], 9);
    assert!(mismatch["reason"].as_str().unwrap().contains('1'));
}

#[test]
fn a_test_file_that_is_wrong_is_no_case_that_fails() {
    let wrong = HOLDS.replace("steady: 已落实", "steedy: 已落实");
    let case = Case::new()
        .file("p/package.yaml", PACKAGE)
        .file("p/tests/会议.yaml", wrong)
        .file("q/package.yaml", PACKAGE)
        .file("q/tests/会议.yaml", HOLDS);
    case.transcript(
        "test-wrong",
        &[
            "test p",
            "test q --filter 没有 --lang en",
            "test q --format html",
        ],
    );
}

#[test]
fn a_package_without_tests_is_told_so() {
    let case = Case::new().file("p/package.yaml", PACKAGE);
    let ran = case.run("test p --lang en");
    assert_eq!(ran.code, Some(0));
    assert!(ran.stdout.contains("No tests"), "{}", ran.stdout);
    assert!(ran.stdout.contains("rules: 3"), "{}", ran.stdout);
}

/// Files of `tests/` are no part of the package: their cases would be sections that nobody knows.
#[test]
fn tests_are_no_part_of_the_package() {
    let case = Case::new()
        .file("p/package.yaml", PACKAGE)
        .file("p/tests/会议.yaml", "随便: 什么\n");
    assert_eq!(case.run("check p").code, Some(0));
}

#[test]
fn the_published_packages_pass_their_tests_and_exercise_all_they_have() {
    let policies = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../policies");
    for (package, least) in [
        ("central-2015", 75),
        ("county-security", 102),
        ("ledger-signs", 4),
    ] {
        let path = policies.join(package);
        let ran = Case::new().run(&format!("test {} --format json", path.display()));
        assert_eq!(ran.code, Some(0), "{package}: {}{}", ran.stdout, ran.stderr);
        let json: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
        let exercised = json["coverage"]["exercised"].as_u64().unwrap();
        assert!(exercised >= least, "{package}: {exercised}");
        assert_eq!(json["coverage"]["of"], exercised, "{package}");
    }
}

/// Both for a folder, where a test lies in a folder within `tests/`, and for an archive of it.
#[test]
fn a_package_is_built_only_if_its_tests_hold() {
    let package = PACKAGE.replace("版本: 1.0.0", "版本: 1.0.0, 引擎版本: '>=0.1', 许可: MIT");
    let wrong = HOLDS.replace("council/2024-01: 已落实", "council/2024-01: 未落实");
    let case = Case::new()
        .file("p/package.yaml", &package)
        .file("p/tests/会议/一月.yaml", wrong);
    let ran = case.run("package build p -o p.zip");
    assert_eq!(ran.code, Some(2), "{}{}", ran.stdout, ran.stderr);
    assert!(ran.stderr.contains("LS0956"), "{}", ran.stderr);
    assert!(!case.path("p.zip").exists());
    let case = case.file("p/tests/会议/一月.yaml", HOLDS);
    let ran = case.run("package build p -o p.zip");
    assert_eq!(ran.code, Some(0), "{}{}", ran.stdout, ran.stderr);
    let [folder, archive] = ["p", "p.zip"].map(|path| case.run(&format!("test {path}")).stdout);
    assert_eq!(folder, archive.replace("p.zip/", "p/"));
    assert!(folder.contains("用例 1 个"), "{folder}");
}
