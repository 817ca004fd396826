//! A folder that may not be written to: what only reads works, what writes says what to do.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::Command;

use crate::case::{Case, Ran};

/// Somebody with no rights of their own, where the tests run as root, to whom no folder is read-only.
const NOBODY: u32 = 65_534;

struct Shut {
    case: Case,
    program: PathBuf,
}

impl Shut {
    /// A folder `p` with a plan and one record, in which nothing can be written.
    fn new() -> Shut {
        let case = Case::with_plan();
        let entered = case
            .run("record 查访 p --date 2012-02-03 --duty 入村走访 --subject 东风村 --actor 综治办");
        assert_eq!(entered.code, Some(0), "{}", entered.stderr);
        // Where the tests were built nobody else may look.
        let program = case.path("luoshi");
        let built = env!("CARGO_BIN_EXE_luoshi");
        if fs::hard_link(built, &program).is_err() {
            fs::copy(built, &program).unwrap();
        }
        fs::create_dir(case.path("cache")).unwrap();
        fs::set_permissions(case.path("cache"), Permissions::from_mode(0o777)).unwrap();
        for folder in ["p", ""] {
            fs::set_permissions(case.path(folder), Permissions::from_mode(0o555)).unwrap();
        }
        Shut { case, program }
    }

    fn run(&self, arguments: &str) -> Ran {
        let told = self.case.command(arguments);
        let mut command = Command::new(&self.program);
        command
            .args(told.get_args())
            .current_dir(self.case.path(""));
        command
            .env("LUOSHI_CACHE", self.case.path("cache"))
            .env_remove("LANG")
            .env_remove("LC_ALL");
        if is_root() {
            command.uid(NOBODY).gid(NOBODY);
        }
        let output = command.output().unwrap();
        Ran {
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
            code: output.status.code(),
        }
    }
}

impl Drop for Shut {
    fn drop(&mut self) {
        for folder in ["", "p"] {
            let _ = fs::set_permissions(self.case.path(folder), Permissions::from_mode(0o755));
        }
    }
}

fn is_root() -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    status.lines().any(|line| line.starts_with("Uid:\t0\t"))
}

#[test]
fn a_ledger_that_nobody_may_write_to_can_be_read() {
    let shut = Shut::new();
    let open = shut.case.run("check p --as-of 2012-06-30");
    let read = shut.run("check p --as-of 2012-06-30");
    assert_eq!(
        (read.code, &read.stdout),
        (open.code, &open.stdout),
        "{}",
        read.stderr
    );
    for command in [
        "ledger verify p",
        "ledger log p",
        "export p",
        "explain visit/v01/2012-Q1 p --as-of 2012-06-30",
    ] {
        let ran = shut.run(command);
        assert_eq!(ran.code, Some(0), "{command}: {}{}", ran.stdout, ran.stderr);
    }
}

#[test]
fn whoever_may_not_write_is_told_so_in_both_languages() {
    let shut = Shut::new();
    let commands = [
        "record 查访 p --date 2012-02-04 --duty 入村走访 --subject 东风村 --actor 综治办",
        "export p -o p/out.jsonl",
        "check p --as-of 2012-06-30 -o p/out.txt",
        "init another",
        "key new office --dir p",
    ];
    for command in commands {
        for (lang, word) in [("zh", "没有写入的权限"), ("en", "may not be written")] {
            let ran = shut.run(&format!("{command} --lang {lang}"));
            assert_eq!(ran.code, Some(3), "{command}: {}{}", ran.stdout, ran.stderr);
            assert!(
                ran.stderr.contains("LS0621") && ran.stderr.contains(word),
                "{command}: {}",
                ran.stderr
            );
        }
    }
}

/// A ledger whose last writer was killed has records in the file beside it, which only a folder that can be written to
/// brings in: to read it without them would be to judge by less than was acknowledged.
#[test]
fn records_that_wait_beside_a_ledger_are_never_passed_over() {
    let shut = Shut::new();
    fs::set_permissions(shut.case.path("p"), Permissions::from_mode(0o755)).unwrap();
    fs::write(shut.case.path("p/ledger.db-wal"), [7; 4096]).unwrap();
    fs::set_permissions(shut.case.path("p"), Permissions::from_mode(0o555)).unwrap();
    let ran = shut.run("check p --as-of 2012-06-30");
    assert_eq!(ran.code, Some(3), "{}{}", ran.stdout, ran.stderr);
    assert!(ran.stderr.contains("LS0331"), "{}", ran.stderr);
}
