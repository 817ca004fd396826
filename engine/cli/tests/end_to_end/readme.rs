//! The commands that the READMEs show are commands that work.

use crate::case::Case;

#[track_caller]
fn check(readme: &str) {
    let case = Case::new();
    let commands: Vec<&str> = readme
        .lines()
        .filter_map(|line| line.strip_prefix("luoshi "))
        .map(|line| line.split('#').next().unwrap_or(line).trim())
        .collect();
    assert!(commands.len() >= 5, "{commands:?}");
    for command in commands {
        let ran = case.run(command);
        let fine = matches!(ran.code, Some(0 | 1)) && ran.stderr.is_empty();
        assert!(fine, "luoshi {command}\n{}{}", ran.stdout, ran.stderr);
    }
}

#[test]
fn the_english_one() {
    check(include_str!("../../../../README.md"));
}

#[test]
fn the_chinese_one() {
    check(include_str!("../../../../README.zh-CN.md"));
}
