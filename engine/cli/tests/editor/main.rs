//! The language server of the built binary, talked to as an editor does, message by message.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::Path;

mod editor;
mod protocol;
mod wire;

use editor::Editor;

/// Runs every step of a script (a line after `>`) and compares what comes back with what stands
/// below it; `LUOSHI_BLESS=1` writes the script anew.
#[track_caller]
fn script(name: &str, plan: &str, locale: Option<&str>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/lsp/{name}.txt"));
    let before = fs::read_to_string(&path).unwrap();
    let mut editor = Editor::start(plan, locale);
    let mut after = String::new();
    let mut answered = false;
    for line in before.lines() {
        if let Some(step) = line.strip_prefix("> ") {
            after.push_str(&format!("{line}\n{}", editor.step(step)));
            answered = true;
        } else if line.is_empty() || line.starts_with('#') {
            after.push_str(&format!("{line}\n"));
            answered = false;
        } else {
            assert!(answered, "{line:?} belongs to no step");
        }
    }
    editor.end();
    if std::env::var_os("LUOSHI_BLESS").is_some() {
        fs::write(&path, &after).unwrap();
    }
    assert_eq!(
        after,
        fs::read_to_string(&path).unwrap(),
        "{}",
        path.display()
    );
}

#[test]
fn a_plan_with_english_keys() {
    script("pingtang", "pingtang-2012", None);
}

#[test]
fn a_plan_with_chinese_keys() {
    script("nao", "nao-2012", Some("zh-cn"));
}

#[test]
fn an_editor_in_english() {
    script("english", "pingtang-2012", Some("en-GB"));
}
