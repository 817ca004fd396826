//! What a hostile plugin can do, and what comes of it.
//!
//! A file of `cases/` says what it does in its first line, and in its second what must come of it.
#![allow(
    clippy::disallowed_methods,
    reason = "the tests read files and measure time"
)]

#[path = "../support/mod.rs"]
mod support;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use libtest_mimic::{Arguments, Failed, Trial};
use luoshi_plugin::{Answer, Cause, Host, Refusal};
use luoshi_plugin_interface::Argument;

/// Far more than any case takes, with other tests beside it.
const TIME: Duration = Duration::from_secs(50);
/// Memory that a case may take beyond what it found.
const PEAK: usize = 512 << 20;
/// What all cases together may leave behind when they are run again.
const LEFT: usize = 24 << 20;

fn main() {
    let mut arguments = Arguments::from_args();
    // Memory is measured for the whole process.
    arguments.test_threads = Some(1);
    let mut trials: Vec<Trial> = cases()
        .into_iter()
        .map(|path| {
            let name = path
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            Trial::test(name, move || case(&path))
        })
        .collect();
    trials.push(Trial::test("nothing-is-left", nothing_is_left));
    libtest_mimic::run(&arguments, trials).exit();
}

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/abuse/cases");
    let files = std::fs::read_dir(folder).expect("the cases");
    let mut paths: Vec<_> = files.map(|file| file.expect("a case").path()).collect();
    paths.sort();
    paths
}

fn case(path: &Path) -> Result<(), Failed> {
    let text = std::fs::read_to_string(path)?;
    let expected = text
        .lines()
        .find_map(|line| line.strip_prefix(";; expect: "));
    let expected = expected.ok_or("the case does not say what must come of it")?;
    let host = support::host();
    let honest = outcome(&host, &support::component(support::HONEST));
    let bytes = support::component(&text);
    reset_peak();
    let (before, start) = (memory("VmRSS"), Instant::now());
    let found = outcome(&host, &bytes);
    let (taken, peak) = (start.elapsed(), memory("VmHWM"));
    if !fits(&found, expected) {
        return Err(format!("expected: {expected}\n   found: {found}").into());
    }
    if outcome(&host, &bytes) != found {
        return Err("it ends another way the second time".into());
    }
    if outcome(&host, &support::component(support::HONEST)) != honest {
        return Err("an honest plugin gives another answer after it".into());
    }
    if taken > TIME {
        return Err(format!("it took {taken:?}").into());
    }
    match peak.zip(before) {
        Some((peak, before)) if peak > before + PEAK => {
            Err(format!("it took {} MiB", (peak - before) >> 20).into())
        }
        _ => Ok(()),
    }
}

/// Whether an outcome is the expected one; where its last part is the engine's own words, those are not looked at.
fn fits(found: &str, expected: &str) -> bool {
    found == expected
        || ["invalid", "unfit", "description"].iter().any(|word| {
            let start = format!("refused when loaded: {word}");
            expected == start && found.starts_with(&start)
        })
}

fn outcome(host: &Host, bytes: &[u8]) -> String {
    match host.load(bytes) {
        Err(refusal) => format!("refused when loaded: {}", refused(&refusal)),
        Ok(plugin) => match support::run(&plugin, &support::township(30)) {
            Ok(answers) => answered(&answers),
            Err(cause) => failed(&cause),
        },
    }
}

fn refused(refusal: &Refusal) -> String {
    let mut text = refusal.word().to_owned();
    match refusal {
        Refusal::Describing(cause) => text = format!("{text} {}", failed(cause)),
        Refusal::Imports(names) | Refusal::NoRule(names) => {
            names
                .iter()
                .for_each(|name| text = format!("{text} {name}"));
        }
        Refusal::OtherMajor(version) | Refusal::NewerMinor(version) => {
            text = format!("{text} {version}");
        }
        _ => {}
    }
    text
}

fn failed(cause: &Cause) -> String {
    let mut text = cause.word().to_owned();
    for (name, value) in cause.arguments() {
        let long = value.chars().count();
        match name {
            "why" if long > 40 => text = format!("{text} ({long} characters)"),
            _ => text = format!("{text} {value}"),
        }
    }
    text
}

fn answered(answers: &[Answer]) -> String {
    let mut text = format!("answered {}:", answers.len());
    for Answer { finding, .. } in answers.iter().take(3) {
        let about = finding
            .about
            .map_or_else(String::new, |row| row.to_string());
        let _ = write!(
            text,
            " {about} {} {}",
            finding.outcome.word(),
            finding.figure
        );
        for (name, value) in &finding.arguments {
            if let Argument::Text(value) = value {
                let _ = write!(text, " {name}={value}");
            }
        }
    }
    text
}

/// Everything once more, twice: what the second time leaves behind is what leaks.
fn nothing_is_left() -> Result<(), Failed> {
    let texts: Vec<String> = cases()
        .iter()
        .map(std::fs::read_to_string)
        .collect::<Result<_, _>>()?;
    // Those that take the most steps say nothing about memory.
    let quick = texts.iter().filter(|text| !text.contains("fuel"));
    let bytes: Vec<Vec<u8>> = quick.map(|text| support::component(text)).collect();
    let round = || {
        let host = support::host();
        bytes.iter().for_each(|bytes| drop(outcome(&host, bytes)));
    };
    round();
    let before = memory("VmRSS");
    (0..3).for_each(|_| round());
    match memory("VmRSS").zip(before) {
        Some((after, before)) if after > before + LEFT => {
            Err(format!("{} MiB are left", (after - before) >> 20).into())
        }
        _ => Ok(()),
    }
}

/// A figure of this process in bytes, where the system tells.
fn memory(of: &str) -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with(of))?;
    let kilobytes: usize = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes << 10)
}

/// Lets the peak begin anew, where the system can.
fn reset_peak() {
    let _ = std::fs::write("/proc/self/clear_refs", "5");
}
