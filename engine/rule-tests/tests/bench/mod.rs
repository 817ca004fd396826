//! What the tests of this crate share: a package and a test file as texts, and what came of them.

#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "each test file uses a part, and a test that cannot go on has failed"
)]

use std::fmt::Write;

use luoshi_diagnostics::{Note, Sources, Staged};
use luoshi_plan::{Folder, Plan, PlanFile, parse};
use luoshi_rule_tests::{Fate, Mutation, Report, TestFile, mutate, read_tests, run};
use luoshi_rules::Plugins;

/// A package with a bit of everything.
pub(crate) const PACKAGE: &str = "luoshi: 1
package: { name: t/p, version: 1.0.0, publisher: 县, title: 包 }
parameters:
  - { id: meetings_per_month, name: 次数, type: integer, default: 1, min: 1, max: 4 }
  - { id: visit_defective, name: 缺项, type: choice, choices: [不计入, 计入并注明], default: 不计入 }
  - { id: unused, name: 不用, type: integer, default: 3 }
roles: [{ id: head, name: 主任 }]
subjects: [{ id: villages, name: 村 }]
meetings:
  - { id: council, name: 例会, responsible: head, cadence: { every: month, at_least: \"${meetings_per_month}\" }, expected: 6, quorum: 2/3, produces: [minutes] }
activities:
  - id: visit
    name: 查访
    for_each: villages
    cadence: { every: month, at_least: 2 }
    requires: { marks: [opinion] }
    defective: ${visit_defective}
tasks:
  - { id: survey, name: 摸底, due: { date: 2024-06-30 } }
rules:
  - { id: steady, name: 平稳, holds: 'duty(\"council\").missed <= 1' }
scorecards:
  - id: card
    name: 评分
    for_each: villages
    total: 10
    sections:
      - { id: s, name: 查访, max: 10, items: [{ id: per_visit, name: 每缺一次, method: per_missing, of: [visit], each: 1.5, max: 6 }] }
    grades: [{ name: 好, at_least: 8 }, { name: 差, at_least: 0 }]
penalties:
  - { id: review, name: 复核, on: [visit], at_least: 2, effect: { ineligible: [honours] }, decided_by: { name: 镇, level: township } }
";

/// The part of a plan that most cases share.
pub(crate) const PLAN: &str = "plan:
  period: { from: 2024-01-01, to: 2024-12-31 }
  subjects: [{ id: villages, name: 村, members: [{ id: v01, name: 东村 }, { id: v02, name: 西村 }] }]
  units: [{ id: town, name: 镇 }]
";

/// Texts that were read.
pub(crate) struct Bench {
    pub(crate) package: PlanFile,
    pub(crate) tests: Vec<TestFile>,
    pub(crate) notes: Vec<Note>,
    pub(crate) sources: Sources,
}

impl Bench {
    pub(crate) fn new(files: &[(&str, &str)], tests: &[&str]) -> Bench {
        let mut sources = Sources::default();
        let texts = files.iter();
        let folder = Folder {
            name: "p".to_owned(),
            texts: texts
                .map(|(n, t)| ((*n).to_owned(), (*t).to_owned()))
                .collect(),
            ..Folder::default()
        };
        let package = parse(&folder, &mut sources);
        let named = tests.iter().enumerate();
        let texts: Vec<(String, String)> = named
            .map(|(at, text)| (format!("tests/{at}.yaml"), (*text).to_owned()))
            .collect();
        let (tests, notes) = read_tests(&texts, &mut sources);
        Bench {
            package,
            tests,
            notes,
            sources,
        }
    }

    pub(crate) fn of(test: &str) -> Bench {
        Bench::new(&[("package.yaml", PACKAGE)], &[test])
    }

    pub(crate) fn run(&self) -> Report {
        run(&self.package, &[], &self.tests, &no_plugins)
    }

    pub(crate) fn mutate(&self) -> Mutation {
        let staged = mutate(&self.package, &[], &self.tests, &no_plugins);
        staged.value.expect("the package and its tests are sound")
    }

    /// Every note as `CODE line N "the text it points at"`.
    pub(crate) fn noted(&self) -> Vec<String> {
        let report = self.run();
        let notes = self.notes.iter().chain(&report.notes);
        notes
            .map(|note| {
                let Some(place) = &note.place else {
                    return note.code.id().to_owned();
                };
                let line = self.sources.line_column(place.file, place.start).line;
                let text = &self.sources.text(place.file)[place.start..place.end];
                format!("{} line {line} {text:?}", note.code.id())
            })
            .collect()
    }

    /// Each case, and each thing that came out otherwise.
    pub(crate) fn came_out(&self) -> String {
        assert!(self.notes.is_empty(), "{:?}", self.noted());
        let report = self.run();
        assert!(report.notes.is_empty(), "{:?}", self.noted());
        let mut out = String::new();
        for case in &report.cases {
            let held = if case.mismatches.is_empty() {
                "ok"
            } else {
                "no"
            };
            writeln!(out, "{held} {}", case.name).unwrap();
            for m in &case.mismatches {
                let line = self.sources.line_column(m.place.file, m.place.start).line;
                let show = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".to_owned());
                let (expected, found) = (show(&m.expected), show(&m.found));
                let word = m.aspect.word();
                writeln!(out, "  {line} {word} {}: {expected} | {found}", m.of).unwrap();
            }
        }
        out
    }
}

/// Each change with its fate, as `OWNER KEY: FROM -> TO = FATE`.
pub(crate) fn fates(mutation: &Mutation) -> Vec<String> {
    let line = |m: &luoshi_rule_tests::Mutant| {
        let fate = match &m.fate {
            Fate::Noticed(_, case) => format!("noticed by {case}"),
            Fate::Refused => "refused".to_owned(),
            Fate::Survived(cases) => format!("survived {cases}"),
        };
        format!("{} {}: {} -> {} = {fate}", m.owner, m.key, m.from, m.to)
    };
    mutation.mutants.iter().map(line).collect()
}

fn no_plugins(_: &Plan) -> Staged<Plugins> {
    Staged::new(Plugins::default(), Vec::new())
}
