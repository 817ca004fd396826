//! Programs of plugin rules: which files count, and that each must be the one that the plan means.

use crate::case::Case;

const DIGEST: &str = "sha256:cba1ae7e503a84a8cc4ddad5af3a22b9983f901c3113f0811636285867fac78f";
const PROGRAM: &str = "Stands for a program: nothing reads it here but its digest.\n";

/// The starter plan with a rule that a program judges.
fn with_rule(digest: &str) -> Case {
    let case = Case::with_plan();
    let rule = format!(
        "\n插件规则:\n  - 编号: late_entry\n    名称: 突击补录\n    文件: backfill.wasm\n    校验值: {digest}\n    授权: {{ 记录种类: 会议, 栏目: [日期, 录入日期] }}\n"
    );
    let plan = case.read("p/plan.yaml") + rule.as_str();
    case.file("p/plan.yaml", plan)
}

#[test]
fn what_is_wrong_with_a_program_is_said_at_the_line_that_names_it() {
    let case = with_rule(DIGEST);
    case.transcript("plugin-file-missing", &["check p --as-of 2012-08-15"]);
    let case = case.file("p/plugins/backfill_1.wasm", PROGRAM);
    case.transcript(
        "plugin-file-near",
        &["check p --as-of 2012-08-15 --lang en"],
    );
    let case = case.file("p/plugins/backfill.wasm", "Another program.\n");
    case.transcript(
        "plugin-digest-differs",
        &["check p --as-of 2012-08-15", "explain LS0509"],
    );
    let case = case.file("p/plugins/backfill.wasm", PROGRAM);
    // The right file, which is no program: that is found when it is loaded.
    let ran = case.run("check p");
    assert!(ran.stderr.contains("LS0510"), "{}", ran.stderr);
}

#[test]
fn a_program_is_read_up_to_a_limit() {
    let case = with_rule(DIGEST).file("p/plugins/backfill.wasm", PROGRAM);
    let large = std::fs::File::create(case.path("p/plugins/backfill.wasm")).unwrap();
    large.set_len((32 << 20) + 1).unwrap();
    let ran = case.run("check p");
    assert!(ran.stderr.contains("LS0507"), "{}", ran.stderr);
    large.set_len(32 << 20).unwrap();
    let ran = case.run("check p");
    assert!(ran.stderr.contains("LS0509"), "{}", ran.stderr);
    // What no rule names is nobody's concern, however large.
    large.set_len((32 << 20) + 1).unwrap();
    let (from, to) = ["p/plugins/backfill.wasm", "p/plugins/spare.wasm"]
        .map(|path| case.path(path))
        .into();
    std::fs::rename(from, to).unwrap();
    let ran = case.file("p/plugins/backfill.wasm", PROGRAM).run("check p");
    assert!(!ran.stderr.contains("spare.wasm"), "{}", ran.stderr);
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_out_of_the_folder_is_not_followed() {
    use std::os::unix::fs::symlink;
    let case = with_rule(DIGEST)
        .file("elsewhere/backfill.wasm", PROGRAM)
        .file("p/plugins/v1.wasm", PROGRAM);
    let link = case.path("p/plugins/backfill.wasm");
    symlink(case.path("elsewhere/backfill.wasm"), &link).unwrap();
    let ran = case.run("check p");
    assert!(ran.stderr.contains("LS0505"), "{}", ran.stderr);
    std::fs::remove_file(&link).unwrap();
    symlink("v1.wasm", &link).unwrap();
    let ran = case.run("check p");
    assert!(!ran.stderr.contains("LS0505"), "{}", ran.stderr);
}
