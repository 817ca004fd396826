//! Operations that write, each in a folder of its own.

use std::fs;
use std::path::Path;
use std::thread;

use crate::case::{Case, copy};
use crate::state::{State, state};

/// An operation: what lies there before it, and the command.
pub(crate) struct Scenario {
    pub(crate) name: &'static str,
    pub(crate) command: &'static str,
    before: fn() -> Case,
    /// Whether the same run again comes to the same. Each publishing issues an index of its own.
    pub(crate) repeats: bool,
}

/// A scenario made ready: its folder before and its state after an undisturbed run.
pub(crate) struct Ready {
    pub(crate) scenario: &'static Scenario,
    folder: Case,
    pub(crate) before: State,
    pub(crate) after: State,
    /// What an undisturbed run says when it has done its work, and how it ends.
    pub(crate) said: String,
    pub(crate) code: i32,
}

const DAY: &str = "--as-of 2026-06-01";

/// Every operation that is tried.
pub(crate) static ALL: [Scenario; 11] = [
    Scenario {
        name: "record, into a ledger",
        command: "record 查访 p --date 2012-02-03 --duty 入村走访 --subject 东风村 --actor 综治办 --by T001",
        before: plan,
        repeats: true,
    },
    Scenario {
        name: "record, without a ledger",
        command: "record 查访 p --date 2012-02-03 --duty 入村走访 --subject 东风村 --actor 综治办 --by T001",
        before: without_ledger,
        repeats: true,
    },
    Scenario {
        name: "import of a table",
        command: "import visits.csv --to p --kind 查访 --duty 入村走访",
        before: with_table,
        repeats: true,
    },
    Scenario {
        name: "import of a workbook, with its mapping and what was rejected",
        command: "import book.xls --to p --keep-valid --save-mapping month --marked marked.xlsx",
        before: with_workbook,
        repeats: true,
    },
    Scenario {
        name: "import of the folder's own text",
        command: "import p/evidence.jsonl --to p",
        before: with_text,
        repeats: true,
    },
    Scenario {
        name: "export over an older file",
        command: "export p -o out.jsonl",
        before: with_old_output,
        repeats: true,
    },
    Scenario {
        name: "check into an older page",
        command: "check p --as-of 2012-06-30 --format html -o out.jsonl",
        before: with_old_output,
        repeats: true,
    },
    Scenario {
        name: "generate and issue",
        command: "generate p --as-of 2012-02-20 --paper note --issue --by T001 --write txt,docx -o out",
        before: with_papers,
        repeats: true,
    },
    Scenario {
        name: "package publish, the next version",
        command: "package publish a-2.luoshi.zip --registry reg --key registry.key --expires 2026-06-30 --as-of 2026-06-01",
        before: with_next_version,
        repeats: false,
    },
    Scenario {
        name: "package install",
        command: "package install --to p --from reg --as-of 2026-06-01",
        before: with_registry,
        repeats: true,
    },
    Scenario {
        name: "upgrade",
        command: "upgrade p/pingtang-2012 --package new/county --packages p --write",
        before: with_new_version,
        repeats: true,
    },
];

impl Scenario {
    /// Runs it undisturbed.
    pub(crate) fn ready(&'static self) -> Ready {
        let folder = (self.before)();
        let done = Case::new();
        copy(&folder.path(""), &done.path(""));
        let before = state(&done.path(""));
        let ran = done.run(self.command);
        let ends_well = matches!(ran.code, Some(0 | 1));
        assert!(ends_well, "{}: {}{}", self.name, ran.stdout, ran.stderr);
        let after = state(&done.path(""));
        assert_ne!(before, after, "{} does something", self.name);
        assert_eq!(after.strays, [""; 0], "{}", self.name);
        let code = ran.code.unwrap_or(-1);
        Ready {
            scenario: self,
            folder,
            before,
            after,
            said: ran.stdout,
            code,
        }
    }
}

/// Tries something on every operation, side by side; it gives the number of tries, or what did not hold.
#[track_caller]
pub(crate) fn each(check: impl Fn(&Ready) -> Result<usize, String> + Sync) {
    let outcomes: Vec<Result<usize, String>> = thread::scope(|scope| {
        let check = &check;
        let one = |scenario: &'static Scenario| {
            scope.spawn(move || {
                check(&scenario.ready()).map_err(|what| format!("{}: {what}", scenario.name))
            })
        };
        let running: Vec<_> = ALL.iter().map(one).collect();
        running
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .collect()
    });
    for (scenario, outcome) in ALL.iter().zip(&outcomes) {
        println!("{}: {:?} tries", scenario.name, outcome);
    }
    let wrong: Vec<&String> = outcomes
        .iter()
        .filter_map(|outcome| outcome.as_ref().err())
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

impl Ready {
    /// A fresh copy of the folder before.
    pub(crate) fn fresh(&self) -> Case {
        let case = Case::new();
        copy(&self.folder.path(""), &case.path(""));
        case
    }
}

fn plan() -> Case {
    let case = Case::with_plan();
    good(
        &case,
        "record 查访 p --date 2012-01-09 --duty 入村走访 --subject 东风村 --actor 综治办",
    );
    case
}

fn without_ledger() -> Case {
    let case = Case::with_plan();
    fs::remove_file(case.path("p/ledger.db")).unwrap();
    case
}

fn with_table() -> Case {
    let mut table = "日期,对象,人员\n".to_owned();
    for day in 1..=28 {
        table += &format!("2012-02-{day:02},东风村,综治办\n");
    }
    plan().file("visits.csv", table)
}

fn with_workbook() -> Case {
    let book = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../evidence/tests/workbooks/old_format.xls"
    );
    plan().file("book.xls", fs::read(book).unwrap())
}

fn with_text() -> Case {
    let case = plan();
    good(&case, "export p -o p/evidence.jsonl");
    fs::remove_file(case.path("p/ledger.db")).unwrap();
    case
}

fn with_old_output() -> Case {
    plan().file("out.jsonl", "what stood here before\n".repeat(400))
}

const PAPERS: &str = "\
luoshi: 1
plan: { id: p-2012, title: 社会治安防控工作实施方案, issuer: 青山镇人民政府, issued: 2012-01-05 }
period: { from: 2012-01-01, to: 2012-12-31 }
jurisdiction: { code: QS, name: 青山镇, level: township }
issuers:
  - { id: government, name: 青山镇人民政府, symbol: 青政发, printed_by: 青山镇党政办公室 }
units: [{ id: zongzhi_office, name: 综治办, head: director }]
roles:
  - { id: secretary, name: 镇党委书记 }
  - { id: director, name: 综治办主任, unit: zongzhi_office, answers_to: secretary }
documents:
  - { id: monthly_note, name: 工作月报, responsible: director, cadence: { every: month, at_least: 1, hand_in: 5 }, template: note }
";

const NOTE: &str = "\
---
name: 工作月报
kind: notice
for: duty
title: 关于{{ period.text }}工作情况的通知
addressees: [各村]
---
{{ period.text }}共有记录{{ entries | count }}条，已落实{{ tally.met }}项。
";

fn with_papers() -> Case {
    let case = Case::new()
        .file("p/plan.yaml", PAPERS)
        .file("p/templates/note.md", NOTE);
    good(
        &case,
        "record training p --date 2012-01-10 --actor director",
    );
    case
}

fn key(name: &str, seed: u8) -> luoshi_package::SecretKey {
    luoshi_package::SecretKey::new(name, &[seed; 32]).unwrap()
}

fn with_registry() -> Case {
    let (office, registry) = (key("office", 1), key("registry", 3));
    let trust = format!(
        "luoshi: 1\nto: 2027-12-31\npublishers:\n  - name: 县综治委\n    packages: [county/*]\n    to: 2027-12-31\n    keys: [{{ key: {}, from: 2026-01-01, to: 2026-12-31 }}]\nregistries:\n  - name: county\n    keys: [{{ key: {}, from: 2026-01-01, to: 2026-12-31 }}]\n",
        office.verifier(),
        registry.verifier()
    );
    let case = Case::with_plan()
        .file("trust.yaml", trust)
        .file("office.key", office.to_line())
        .file("registry.key", registry.to_line());
    let plan = case.read("p/plan.yaml");
    let extends =
        "依据政策包: [ { 政策包: county/a, 版本: '^1' }, { 政策包: county/b, 版本: '^1' } ]";
    let plan = plan.replace("依据政策包: []", extends);
    let case = case.file("p/plan.yaml", plan);
    for name in ["a", "b"] {
        archive(&case, name, "1.0.0", &format!("{name}.luoshi.zip"));
    }
    good(
        &case,
        &format!(
            "package publish a.luoshi.zip b.luoshi.zip --registry reg --key registry.key --name county --expires 2026-06-30 {DAY}"
        ),
    );
    case
}

/// A registry with two packages, and the next version of one of them.
fn with_next_version() -> Case {
    let case = with_registry();
    archive(&case, "a", "2.0.0", "a-2.luoshi.zip");
    case
}

/// Builds and signs a package.
fn archive(case: &Case, name: &str, version: &str, archive: &str) {
    let head = format!(
        "luoshi: 1\npackage: {{ name: county/{name}, version: {version}, publisher: 县综治委, title: 方案, engine: '*', licence: MIT }}\n"
    );
    fs::create_dir_all(case.path(&format!("src/{name}"))).unwrap();
    fs::write(case.path(&format!("src/{name}/package.yaml")), head).unwrap();
    good(
        case,
        &format!("package build src/{name} -o {archive} {DAY}"),
    );
    good(case, &format!("package sign {archive} --key office.key"));
}

fn with_new_version() -> Case {
    let policies = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../policies"));
    let case = Case::new();
    for name in [
        "central-2015",
        "county-security",
        "ledger-signs",
        "pingtang-2012",
    ] {
        copy(&policies.join(name), &case.path("p").join(name));
    }
    copy(&policies.join("county-security"), &case.path("new/county"));
    let head = case.read("new/county/package.yaml");
    case.file(
        "new/county/package.yaml",
        head.replace("version: 1.0.0", "version: 2.0.0"),
    )
}

#[track_caller]
fn good(case: &Case, command: &str) {
    let ran = case.run(command);
    assert_eq!(ran.code, Some(0), "{command}\n{}{}", ran.stdout, ran.stderr);
}
