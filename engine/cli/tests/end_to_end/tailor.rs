//! Starting a plan from a package, by flags and by asking; what it may change and what it changed.

use std::io::Write as _;
use std::process::Stdio;

use crate::case::{Case, Ran};

/// Two packages of which one extends the other and leaves a unit, a role and a set to the plan.
const CENTRAL: &str = "luoshi: 1
package: { name: central/base, version: 2.3.1, publisher: 中央, title: 意见 }
parameters:
  - { id: visits, name: 走访次数, type: integer, unit: 次/月, default: 1, min: 1, max: 9, stricter: more }
  - { id: reply, name: 回复时限, type: limit, min: 5d, max: 30d, stricter: less, question: 几天内回复 }
  - { id: fixed, name: 定死的, type: integer, default: 7, adjustable: fixed }
meetings:
  - { id: council, name: 议事会, cadence: { every: month, at_least: 1 } }
  - { id: review, name: 研判会, optional: true, responsible: director, cadence: { every: month, at_least: 1 } }
activities:
  - { id: visit, name: 走访, for_each: villages, by_any_of: [office], cadence: { every: month, at_least: \"${visits}\" } }
tasks:
  - { id: answer, name: 回复, due: { within: \"${reply}\" } }
";
const COUNTY: &str = "luoshi: 1
package: { name: county/plan, version: 1.0.0, publisher: 县, title: 方案 }
extends: [{ package: central/base, version: ^2.3 }]
set: { visits: { value: 2, reason: 县里加密, adjustable: stricter } }
waivers: { granted_by: [{ name: 县综治委, level: county }], at_most: 60d }
";

fn packages() -> Case {
    Case::new()
        .file("central/package.yaml", CENTRAL)
        .file("county/package.yaml", COUNTY)
}

/// Runs a command and answers its questions.
fn answering(case: &Case, arguments: &str, answers: &str) -> Ran {
    let mut command = case.command(arguments);
    let piped = command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = piped.stderr(Stdio::piped()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    // It may have ended already, and then listens no more.
    let _ = input.write_all(answers.as_bytes());
    drop(input);
    let output = child.wait_with_output().unwrap();
    Ran {
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
        code: output.status.code(),
    }
}

/// Compares the questions and what came of the answers with a file.
#[track_caller]
fn talk(case: &Case, name: &str, arguments: &str, answers: &str) {
    let ran = answering(case, arguments, answers);
    let plan = std::fs::read_to_string(case.path("p/plan.yaml")).unwrap_or_default();
    let text = format!(
        "$ luoshi {arguments}\n--- answers\n{answers}--- stdout\n{}--- stderr\n{}\n--- exit {}\n--- p/plan.yaml\n{plan}",
        ran.stdout,
        ran.stderr,
        ran.code.unwrap_or(-1)
    );
    let path = format!(
        "{}/tests/transcripts/{name}.txt",
        env!("CARGO_MANIFEST_DIR")
    );
    if std::env::var_os("LUOSHI_BLESS").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    assert_eq!(
        text,
        std::fs::read_to_string(&path).unwrap_or_default(),
        "{path}"
    );
}

#[test]
fn a_plan_is_made_by_asking() {
    let case = packages();
    // Number of the package; name with a blank for the rest; two villages; a wrong and a right value;
    // the settled ones, of which one is looser than the county allows; a duty left out.
    let answers = "2\n青河镇\nQH\n\n\n2026-13-01\n2026-03-01\n\n\n东风村\nx01=新华村\n\n3wd\n按工作日\n10d\n与县里商定\n是\n1\n人手少\n3\n\n3\n多走一次\n否\n\n并入议事会\n";
    talk(
        &case,
        "init-ask",
        "init p --ask --as-of 2026-01-01",
        answers,
    );
    assert_eq!(case.run("check p --as-of 2026-02-01 -q").code, Some(0));
    assert_eq!(case.run("fmt --check p").code, Some(0));
}

#[test]
fn english_questions_and_flags_before_them() {
    let case = packages();
    let flags = "init p --ask --lang en --as-of 2026-01-01 --package county/plan --name Qinghe --code QH --title Plan --issuer Office --from 2026-01-01 --to 2026-12-31 --issued 2026-01-01 --village v01=Dongfeng --set reply=10d";
    talk(&case, "init-ask.en", flags, "no\ny\n");
    assert_eq!(case.run("fmt --check p").code, Some(0));
}

#[test]
fn answers_that_end_early_leave_nothing_behind() {
    for answers in ["", "2\n青河镇\n", "2\n青河镇\nQH\n\n\n\n\n\n\n\n\n"] {
        let case = packages();
        let ran = answering(&case, "init p --ask", answers);
        assert_eq!(ran.code, Some(2), "{}", ran.stderr);
        assert!(ran.stderr.contains("LS0610"), "{}", ran.stderr);
        assert!(!case.path("p").exists());
    }
}

#[test]
fn a_plan_is_made_by_flags_and_tells_what_it_changed() {
    let case = packages();
    case.transcript(
        "tailor",
        &[
            "init p --package county/plan --code QH --as-of 2026-01-01 --set visits=3 --reason visits=多走一次 --without review=并入议事会 --village v01=东风村",
            "tailor p",
            "tailor p --changed --lang en",
            "tailor p --changed --format json",
            "tailor county --as-of 2026-01-01",
            "check p --as-of 2026-01-01 -q",
        ],
    );
    assert!(
        case.read("p/plan.yaml")
            .contains("  visits: { 取值: 3, 理由: 多走一次 }")
    );
}

#[test]
fn flags_that_are_wrong_write_nothing_and_say_what_is_wrong() {
    let case = packages();
    case.transcript(
        "init-wrong",
        &[
            "init p --code QH",
            "init p --package county/plam --code QH",
            "init p --package county/plan --set reply=10d --reason visits=多走一次",
            "init p --package county/plan --as-of 2026-01-01 --set visits=1 --reason visits=人手少 --set reply=3wd --set fixed=8 --set nothing=1 --without council=不开 --to 2025-01-01",
        ],
    );
    assert!(!case.path("p").exists());
    // What flags say wrongly is told before anything is asked.
    let asked = answering(
        &case,
        "init p --ask --package county/plan --set visits=1",
        "\n",
    );
    assert_eq!(asked.code, Some(2));
    assert!(asked.stderr.starts_with("错误[LS0209]"), "{}", asked.stderr);
    let made = case.run("init p --package county/plan --from 2031-02-01 --code QH -q");
    assert_eq!(made.code, Some(0), "{}", made.stderr);
    let again = case.run("init p --package county/plan --code QH");
    assert_eq!(again.code, Some(2));
    assert!(again.stderr.contains("LS0605"), "{}", again.stderr);
}

#[test]
fn texts_that_yaml_would_misread_stay_what_they_are() {
    let case = packages();
    let mut command = case.command("init p --package county/plan --as-of 2026-01-01 --keys en");
    let name = "青河: \"镇\" # - {a}\n二";
    let ran = command.args([
        "--name",
        name,
        "--code",
        "001",
        "--village",
        "v01=- [x]: y #",
    ]);
    let ran = ran.output().unwrap();
    assert!(
        ran.status.success(),
        "{}",
        String::from_utf8_lossy(&ran.stderr)
    );
    let shown = case.run("check p --as-of 2026-01-01 --format json");
    let json: serde_json::Value = serde_json::from_str(&shown.stdout).unwrap();
    assert_eq!(json["assessment"]["plan"]["place"], name);
    assert!(shown.stdout.contains("- [x]: y #"));
    assert!(case.read("p/plan.yaml").contains("\njurisdiction: {"));
}

#[test]
fn a_plan_of_the_county_s_package_needs_nothing_but_a_name() {
    let case = Case::new();
    let policies = concat!(env!("CARGO_MANIFEST_DIR"), "/../../policies");
    for lang in ["zh-CN", "en"] {
        let made = case.run(&format!(
            "init {lang} --package county/security-prevention --packages {policies} --name 青河镇 --lang {lang} --as-of 2026-01-01 -q"
        ));
        assert_eq!(made.code, Some(0), "{}", made.stderr);
        let checked = case.run(&format!(
            "check {lang} --packages {policies} --as-of 2026-02-01 -q"
        ));
        // Nobody holds a post yet, which fails; but nothing is wrong with the plan.
        assert_eq!(
            checked.code,
            Some(1),
            "{}{}",
            checked.stdout,
            checked.stderr
        );
        assert_eq!(case.run(&format!("fmt --check {lang}")).code, Some(0));
        let tailored = case.run(&format!("tailor {lang} --packages {policies}"));
        assert_eq!(tailored.code, Some(0), "{}", tailored.stderr);
        let wide = |line: &&str| unicode_width::UnicodeWidthStr::width(*line) > 80;
        assert_eq!(tailored.stdout.lines().find(wide), None);
    }
}
