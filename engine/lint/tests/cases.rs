//! Runs the cases in `cases/`: plans that say themselves what must be noted.
//!
//! A folder has the name of a rule. Its cases fail and pass it: a line ends in `#! LS0706 "text"`, the
//! code and the text that must be underlined, wherever the rule must find something. Other codes are
//! looked at only if the case names them, on a line or in `#! codes LS0701`.
//!
//! `#! as_of DAY` and `#! rules_of DAY` set the days; without them the newest limits apply. `#! file limits.yaml`
//! begins another file of the folder. The keys of the head that a plan lacks are added.
#![allow(clippy::disallowed_methods, reason = "the runner reads the cases")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use jiff::civil::{Date, date};
use libtest_mimic::{Arguments, Failed, Trial};
use luoshi_diagnostics::{Lang, Messages, Note, Sources, render_text};
use luoshi_lint::{ALL, Input, Linted, lint};
use luoshi_plan::{Folder, parse, resolve};

fn main() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let cases: Vec<PathBuf> = entries(&root)
        .iter()
        .flat_map(|folder| entries(folder))
        .collect();
    let name = |path: &Path| {
        path.strip_prefix(&root)
            .unwrap_or(path)
            .display()
            .to_string()
    };
    let trial = |path: PathBuf| Trial::test(name(&path), move || run(&Case::read(&path)));
    let mut trials: Vec<Trial> = cases.iter().cloned().map(trial).collect();
    trials.push(Trial::test(
        "every_rule_fails_and_passes_a_case",
        move || covered(&cases),
    ));
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}

/// A note as a case expects it: line, code and text.
type Expected = (usize, String, String);

#[derive(Default)]
struct Case {
    rule: String,
    /// Name, text, and the line of the case on which it begins.
    files: Vec<(String, String, usize)>,
    expected: Vec<Expected>,
    codes: BTreeSet<String>,
    as_of: Option<Date>,
    rules_of: Option<Date>,
}

impl Case {
    fn read(path: &Path) -> Case {
        let folder = path.parent().and_then(Path::file_name).unwrap_or_default();
        let mut case = Case {
            rule: folder.to_string_lossy().into_owned(),
            files: vec![("plan.yaml".to_owned(), String::new(), 0)],
            ..Case::default()
        };
        let own = ALL.iter().find(|rule| rule.code.name() == case.rule);
        case.codes.extend(own.map(|rule| rule.code.id().to_owned()));
        let text = std::fs::read_to_string(path).unwrap();
        for (at, line) in text.lines().enumerate() {
            let mut parts = line.split("#!");
            let kept = parts.next().unwrap_or_default();
            for part in parts {
                case.told(part.trim(), at + 1);
            }
            let kept = if line.contains("#!") {
                kept.trim_end()
            } else {
                kept
            };
            let (_, text, _) = case.files.last_mut().unwrap();
            let _ = writeln!(text, "{kept}");
        }
        case
    }

    fn told(&mut self, part: &str, line: usize) {
        let (word, rest) = part.split_once(' ').unwrap_or((part, ""));
        match word {
            "file" => self.files.push((rest.to_owned(), String::new(), line - 1)),
            "as_of" => self.as_of = Some(rest.parse().unwrap()),
            "rules_of" => self.rules_of = Some(rest.parse().unwrap()),
            "codes" => self.codes.extend(rest.split(' ').map(str::to_owned)),
            code => {
                let text = rest.trim().trim_matches('"').to_owned();
                self.codes.insert(code.to_owned());
                self.expected.push((line, code.to_owned(), text));
            }
        }
    }

    fn folder(&self) -> Folder {
        let (_, plan, _) = &self.files[0];
        let has = |key: &str| plan.lines().any(|line| line.starts_with(key));
        let missing = HEAD.iter().filter(|(en, zh, _)| !has(en) && !has(zh));
        let head: String = missing.map(|(_, _, line)| *line).collect();
        let files = self
            .files
            .iter()
            .map(|(name, text, _)| (name.clone(), text.clone()));
        // The head goes to a file of its own, so that lines stay where they are.
        let head = ("zz-head.yaml".to_owned(), format!("luoshi: 1\n{head}"));
        let texts = files.chain([head]).collect();
        Folder {
            name: String::new(),
            texts,
            ..Folder::default()
        }
    }

    /// The line of the case that a note stands on, or 0.
    fn line(&self, note: &Note, sources: &Sources) -> usize {
        let Some(place) = &note.place else { return 0 };
        let file = self
            .files
            .iter()
            .find(|(name, ..)| name == sources.name(place.file));
        let line = sources.line_column(place.file, place.start).line;
        file.map_or(0, |(.., start)| start + line)
    }
}

const HEAD: [(&str, &str, &str); 3] = [
    (
        "plan:",
        "实施方案:",
        "plan: { id: p, title: 计划, issuer: 综治办, issued: 2012-05-10 }\n",
    ),
    (
        "period:",
        "期间:",
        "period: { from: 2012-05-10, to: 2012-12-31 }\n",
    ),
    (
        "jurisdiction:",
        "辖区:",
        "jurisdiction: { code: PT, name: 坪塘镇, level: township }\n",
    ),
];

fn linted(case: &Case) -> Result<(Linted, Sources), String> {
    let mut sources = Sources::default();
    let file = parse(&case.folder(), &mut sources);
    let staged = resolve(&file, &[]);
    let shown = |notes: &[Note], sources: &Sources| {
        render_text(notes, sources, Messages::of(Lang::En), false)
    };
    let plan = staged.value.ok_or_else(|| shown(&staged.notes, &sources))?;
    let found = lint(Input {
        plan: &plan,
        file: &file,
        packages: &[],
        sources: &sources,
        notes: staged.notes,
        as_of: case.as_of.unwrap_or(plan.span.to),
        rules_of: case.rules_of.or(Some(date(2026, 1, 1))),
        limits: None,
    });
    match found.value {
        Some(linted) => Ok((linted, sources)),
        // What is wrong with the limits is all that can be told.
        None => Ok((
            Linted {
                notes: found.notes,
                suppressed: Vec::new(),
                rules_of: plan.header.issued,
            },
            sources,
        )),
    }
}

fn run(case: &Case) -> Result<(), Failed> {
    let (linted, sources) = linted(case)?;
    for lang in Lang::ALL {
        let text = render_text(&linted.notes, &sources, Messages::of(lang), false);
        // So Fluent shows an argument that the note did not bring.
        if text.contains("{$") {
            return Err(format!("a message lacks an argument:\n{text}").into());
        }
    }
    let looked_at = linted
        .notes
        .iter()
        .filter(|note| case.codes.contains(note.code.id()));
    let found = looked_at.map(|note| {
        let place = note.place.as_ref();
        let text = place.map_or("", |place| {
            &sources.text(place.file)[place.start..place.end]
        });
        let first = text.lines().next().unwrap_or_default().to_owned();
        (case.line(note, &sources), note.code.id().to_owned(), first)
    });
    compare(&case.expected, &found.collect::<Vec<Expected>>())
}

fn compare(expected: &[Expected], found: &[Expected]) -> Result<(), Failed> {
    let mut message = String::new();
    for (title, one, other) in [
        ("missing", expected, found),
        ("unexpected", found, expected),
    ] {
        for (line, code, text) in one.iter().filter(|note| !other.contains(note)) {
            let _ = writeln!(message, "{title}: line {line} #! {code} \"{text}\"");
        }
    }
    match message.is_empty() && expected.len() == found.len() {
        true => Ok(()),
        false => Err(format!(
            "{message}{} expected, {} found",
            expected.len(),
            found.len()
        )
        .into()),
    }
}

fn covered(cases: &[PathBuf]) -> Result<(), Failed> {
    let cases: Vec<Case> = cases.iter().map(|path| Case::read(path)).collect();
    let mut missing = String::new();
    for rule in ALL {
        let own = || cases.iter().filter(|case| case.rule == rule.code.name());
        let fails = |case: &Case| {
            case.expected
                .iter()
                .any(|(_, code, _)| code == rule.code.id())
        };
        for (what, there) in [
            ("fails", own().any(fails)),
            ("passes", own().any(|case| !fails(case))),
        ] {
            if !there {
                let _ = writeln!(
                    missing,
                    "no case {what} {} {}",
                    rule.code.id(),
                    rule.code.name()
                );
            }
        }
    }
    match missing.is_empty() {
        true => Ok(()),
        false => Err(missing.into()),
    }
}

fn entries(path: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(path).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    paths
}
