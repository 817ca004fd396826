//! Runs the cases in `tests/cases/diagnostics`: wrong plans that say themselves what is wrong.
//!
//! A line ends in `#! LS0106 "cadance"`: the code, and the text that must be underlined (its first
//! line and `…` where it goes on). Exactly those notes must come, on those lines.
//!
//! A file is a plan; the keys of the head that it lacks are added. With `package` it is checked as
//! a package. A folder holds folders: `plan` (or else `package`) is resolved, the others are the packages
//! that it may extend; what they have in `plugins/` is read too. `#! pad N` makes a file N bytes larger.
#![allow(clippy::disallowed_methods, reason = "the runner reads the cases")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use libtest_mimic::{Arguments, Failed, Trial};
use luoshi_diagnostics::{Code, Lang, Messages, Note, Sources, render_text};
use luoshi_plan::{Folder, PlanFile, check_package, parse, resolve};

fn main() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases/diagnostics");
    let cases = entries(&root);
    let all = cases.clone();
    let trial = |path: PathBuf| {
        let name = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        Trial::test(name, move || run(&path))
    };
    let mut trials: Vec<Trial> = cases.into_iter().map(trial).collect();
    trials.push(Trial::test("every_code_has_a_case", move || covered(&all)));
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}

/// A note as a case expects it: file, line, code and text.
type Expected = (String, usize, String, String);

/// Texts of the folders of a case by name, and what they expect.
#[derive(Default)]
struct Case {
    folders: BTreeMap<String, Folder>,
    expected: Vec<Expected>,
}

fn run(path: &Path) -> Result<(), Failed> {
    let case = match path.is_dir() {
        true => folders(path),
        false => fragment(path),
    };
    let mut sources = Sources::default();
    let mut files: BTreeMap<String, PlanFile> = BTreeMap::new();
    for (name, folder) in case.folders {
        files.insert(name, parse(&folder, &mut sources));
    }
    let notes = match (files.remove("plan"), files.remove("package")) {
        (Some(plan), package) => {
            let packages: Vec<PlanFile> = package.into_iter().chain(files.into_values()).collect();
            resolve(&plan, &packages).notes
        }
        (None, Some(package)) => check_package(&package, &files.into_values().collect::<Vec<_>>()),
        (None, None) => return Err("neither `plan` nor `package`".into()),
    };
    for lang in Lang::ALL {
        let text = render_text(&notes, &sources, Messages::of(lang), false);
        // So Fluent shows an argument that the note did not bring.
        if text.contains("{$") {
            return Err(format!("a message lacks an argument:\n{text}").into());
        }
    }
    compare(case.expected, shown(&notes, &sources))
}

fn compare(mut expected: Vec<Expected>, mut found: Vec<Expected>) -> Result<(), Failed> {
    expected.sort();
    found.sort();
    found.dedup();
    let mut message = String::new();
    for (title, one, other) in [
        ("missing", &expected, &found),
        ("unexpected", &found, &expected),
    ] {
        for (file, line, code, text) in one.iter().filter(|note| !other.contains(note)) {
            let _ = writeln!(message, "{title}: {file}:{line} #! {code} \"{text}\"");
        }
    }
    match message.is_empty() {
        true => Ok(()),
        false => Err(message.into()),
    }
}

fn shown(notes: &[Note], sources: &Sources) -> Vec<Expected> {
    let one = |note: &Note| {
        let code = note.code.id().to_owned();
        let Some(place) = &note.place else {
            return (String::new(), 0, code, String::new());
        };
        let text = &sources.text(place.file)[place.start..place.end];
        let text = match text.split_once('\n') {
            Some((first, _)) => format!("{}…", first.trim_end()),
            None => text.to_owned(),
        };
        let line = sources.line_column(place.file, place.start).line;
        (sources.name(place.file).to_owned(), line, code, text)
    };
    notes.iter().map(one).collect()
}

const HEAD: [(&str, &str, &str); 3] = [
    (
        "plan",
        "实施方案",
        "plan: { id: p, title: 计划, issuer: 综治办, issued: 2012-05-10 }\n",
    ),
    (
        "period",
        "期间",
        "period: { from: 2012-05-10, to: 2012-12-31 }\n",
    ),
    (
        "jurisdiction",
        "辖区",
        "jurisdiction: { code: PT, name: 坪塘镇, level: township }\n",
    ),
];

/// A case in one file, completed with what it leaves out of the head.
fn fragment(path: &Path) -> Case {
    let (text, mut expected) = read(path, "plan/plan.yaml");
    let has = |en: &str, zh: &str| {
        text.lines().any(|line| {
            [en, zh]
                .iter()
                .any(|key| line.starts_with(&format!("{key}:")))
        })
    };
    let mut texts = Vec::new();
    let kind = if has("package", "政策包") {
        "package"
    } else {
        "plan"
    };
    if kind == "plan" {
        let missing = HEAD.iter().filter(|(en, zh, _)| !has(en, zh));
        let head: String = missing.map(|(_, _, line)| *line).collect();
        texts.push(("zz-head.yaml".to_owned(), format!("luoshi: 1\n{head}")));
    }
    let name = format!("{kind}.yaml");
    // A head on the first line would move the others: it goes where the case leaves it out.
    let whole = has("luoshi", "格式版本") || text.contains("luoshi:") || text.trim().is_empty();
    if whole {
        texts.push((name.clone(), text));
    } else {
        texts.push((name.clone(), format!("luoshi: 1\n{text}")));
    }
    for (file, line, ..) in &mut expected {
        *file = format!("{kind}/{name}");
        *line += usize::from(!whole);
    }
    let folder = Folder {
        name: kind.to_owned(),
        texts,
        ..Folder::default()
    };
    Case {
        folders: [(kind.to_owned(), folder)].into(),
        expected,
    }
}

/// A case of several folders, each written in full.
fn folders(path: &Path) -> Case {
    let mut case = Case::default();
    for folder in entries(path) {
        let name = folder
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let mut read_folder = Folder {
            name: name.clone(),
            ..Folder::default()
        };
        let mut binaries = Vec::new();
        let nested = entries(&folder)
            .into_iter()
            .flat_map(|p| if p.is_dir() { entries(&p) } else { vec![p] });
        for file in nested {
            let inside = file
                .strip_prefix(&folder)
                .unwrap_or(&file)
                .to_string_lossy()
                .replace('\\', "/");
            let (text, expected) = read(&file, &format!("{name}/{inside}"));
            case.expected.extend(expected);
            match inside.starts_with("plugins/") {
                true => binaries.push((inside, text.into_bytes().into())),
                false => read_folder.texts.push((inside, text)),
            }
        }
        read_folder.binaries = Some(binaries);
        case.folders.insert(name, read_folder);
    }
    case
}

/// The text without its expectations, and the expectations.
fn read(path: &Path, name: &str) -> (String, Vec<Expected>) {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let mut plain = String::new();
    let mut expected = Vec::new();
    let mut pad = 0;
    for (at, line) in text.split_inclusive('\n').enumerate() {
        let mut parts = line.split("#!");
        let kept = parts.next().unwrap_or_default();
        for part in parts {
            match part.trim().split_once(' ') {
                Some(("pad", bytes)) => pad = bytes.trim().parse().unwrap_or(0),
                Some((code, text)) => {
                    let text = text.trim();
                    let inner = text.strip_prefix('"').and_then(|t| t.strip_suffix('"'));
                    let text = inner.unwrap_or(text).to_owned();
                    expected.push((name.to_owned(), at + 1, code.to_owned(), text));
                }
                None => expected.push((String::new(), 0, part.trim().to_owned(), String::new())),
            }
        }
        match line.contains("#!") {
            true => plain.push_str(&format!("{}\n", kept.trim_end_matches(' '))),
            false => plain.push_str(line),
        }
    }
    if pad > 0 {
        plain.push('#');
        plain.push_str(&"x".repeat(pad));
    }
    (plain, expected)
}

fn entries(path: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(path).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

fn covered(cases: &[PathBuf]) -> Result<(), Failed> {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for path in cases {
        let case = if path.is_dir() {
            folders(path)
        } else {
            fragment(path)
        };
        seen.extend(case.expected.into_iter().map(|(_, _, code, _)| code));
    }
    let ours = |code: &&&str| {
        [
            "LS01", "LS02", "LS04", "LS0505", "LS0506", "LS0507", "LS0508", "LS0509",
        ]
        .iter()
        .any(|at| code.starts_with(at))
    };
    let codes: Vec<&str> = Code::ALL.iter().map(|code| code.id()).collect();
    let missing: Vec<&&str> = codes
        .iter()
        .filter(ours)
        .filter(|code| !seen.contains(**code))
        .collect();
    match missing.is_empty() {
        true => Ok(()),
        false => Err(format!("no case for {missing:?}").into()),
    }
}
