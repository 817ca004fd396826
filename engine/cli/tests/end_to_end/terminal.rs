//! What has nothing to do with plans: help, wrong arguments, colours, pipes.

use std::process::Stdio;

use crate::case::Case;

#[test]
fn help_is_in_the_language_of_the_reader() {
    Case::new().transcript("help.zh-CN", &["--help", "check --help", "record --help"]);
    Case::new()
        .lang("en_GB.UTF-8")
        .transcript("help.en", &["--help", "import --help"]);
    assert_eq!(
        Case::new().run("--lang en --help").stdout,
        Case::new().lang("en_US").run("-h").stdout
    );
}

#[test]
fn wrong_arguments_are_told_apart_in_both_languages() {
    let commands = [
        "",
        "chek",
        "check --frmat json",
        "check --format xml",
        "check --as-of 2012-02-30",
        "check --as-of 20120229",
        "check --as-of",
        "explain",
        "ledger",
        "check --format csv",
        "export --format text",
        "chain --up a --down b",
        "agenda --days 3 --days 4",
        "agenda --days 99999",
        "ledger log --limit x",
        "what-if --set x",
    ];
    Case::new().transcript("arguments.zh-CN", &commands);
    Case::new().lang("en").transcript("arguments.en", &commands);
}

#[test]
fn a_path_that_is_not_there_is_told() {
    Case::new().transcript(
        "path-missing",
        &["check nowhere", "check nowhere --format json"],
    );
}

#[test]
fn the_version_is_printed() {
    let ran = Case::new().run("--version");
    assert_eq!(
        ran.stdout,
        format!("luoshi {}\n", env!("CARGO_PKG_VERSION"))
    );
    assert_eq!(ran.code, Some(0));
}

#[test]
fn colours_are_for_terminals_or_on_demand() {
    let case = Case::new();
    let coloured = |arguments: &str| case.run(arguments).stderr.contains('\u{1b}');
    assert!(!coloured("check nowhere"));
    assert!(coloured("check nowhere --color always"));
    assert!(!coloured("check nowhere --color never"));
    let output = case
        .command("check nowhere")
        .env("NO_COLOR", "1")
        .output()
        .unwrap();
    assert!(!String::from_utf8(output.stderr).unwrap().contains('\u{1b}'));
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let case = Case::with_plan();
    for arguments in [
        "schema assessment",
        "check p --as-of 2012-08-15",
        "export p",
    ] {
        let mut child = case
            .command(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "", "{arguments}");
        assert_eq!(output.status.code(), Some(0), "{arguments}");
    }
}

#[test]
fn completions_are_written_for_every_shell() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let ran = Case::new().run(&format!("completions {shell}"));
        assert!(ran.stdout.contains("luoshi"), "{shell}");
        assert_eq!(ran.code, Some(0));
    }
}

#[test]
fn what_is_done_is_told_on_demand() {
    let case = Case::with_plan();
    assert_eq!(case.run("check p -q --as-of 2012-03-01").stderr, "");
    assert!(
        case.run("check p -q -v --as-of 2012-03-01")
            .stderr
            .contains("INFO")
    );
}
