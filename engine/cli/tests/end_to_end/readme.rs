//! The commands that the READMEs show are commands that work.

use crate::case::Case;
use crate::chain::policies;

#[track_caller]
fn check(readme: &str) {
    let case = policies();
    let commands: Vec<&str> = readme
        .lines()
        .filter_map(|line| line.strip_prefix("luoshi "))
        .map(|line| line.split('#').next().unwrap_or(line).trim())
        .collect();
    assert!(commands.len() >= 5, "{commands:?}");
    for command in commands {
        let (command, file) = match command.split_once(" > ") {
            Some((command, file)) => (command, Some(file)),
            None => (command, None),
        };
        let ran = case.run(command);
        // An empty ledger may be remarked upon; nothing in a README is a mistake.
        let wrong = ["错误[", "error["]
            .iter()
            .any(|level| ran.stderr.contains(level));
        let fine = matches!(ran.code, Some(0 | 1)) && !wrong;
        assert!(fine, "luoshi {command}\n{}{}", ran.stdout, ran.stderr);
        if let Some(file) = file {
            std::fs::write(case.path(file), ran.stdout).unwrap();
        }
    }
    settings(readme, &case);
}

/// The line for `.vscode/settings.json` maps a schema that was written to plans that were made.
#[track_caller]
fn settings(readme: &str, case: &Case) {
    let line = readme.lines().find(|line| line.contains("yaml.schemas"));
    let settings: serde_json::Value = serde_json::from_str(line.unwrap()).unwrap();
    let (schema, plans) = settings["yaml.schemas"]
        .as_object()
        .unwrap()
        .iter()
        .next()
        .unwrap();
    let written: serde_json::Value = serde_json::from_str(&case.read(schema)).unwrap();
    assert_eq!(written, luoshi_plan::schema());
    let folder = plans.as_str().unwrap().strip_suffix("/*.yaml").unwrap();
    assert!(case.path(folder).join("plan.yaml").is_file());
}

#[test]
fn the_english_one() {
    check(include_str!("../../../../README.md"));
}

#[test]
fn the_chinese_one() {
    check(include_str!("../../../../README.zh-CN.md"));
}
