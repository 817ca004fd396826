//! Runs the cases in `tests/cases`: a text and what becomes of it.
//!
//! A file has parts, each under a line `#### …`: `before`, then `after` or, with the keys rewritten, `zh` and
//! `en`. `refused LS0101` says that nothing is written, and why.
#![allow(clippy::disallowed_methods, reason = "the runner reads the cases")]

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use libtest_mimic::{Arguments, Failed, Trial};
use luoshi_diagnostics::{FileId, Lang};
use luoshi_format::format;

fn main() -> ExitCode {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut trials = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let name = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        trials.push(Trial::test(name, move || run(&fs::read_to_string(&path)?)));
    }
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}

fn run(case: &str) -> Result<(), Failed> {
    let mut parts = case
        .split("#### ")
        .skip(1)
        .filter_map(|p| p.split_once('\n'));
    let Some(("before", before)) = parts.next() else {
        return Err("the first part is not `before`".into());
    };
    let mut checked = 0;
    for (heading, text) in parts {
        part(before, heading, text)?;
        checked += 1;
    }
    if checked == 0 {
        return Err("nothing is expected".into());
    }
    Ok(())
}

fn part(before: &str, heading: &str, expected: &str) -> Result<(), Failed> {
    let keys = match heading.split(' ').next() {
        Some("zh") => Some(Lang::ZhCn),
        Some("en") => Some(Lang::En),
        _ => None,
    };
    let became = format(FileId(0), before, keys);
    if let Some((_, code)) = heading.split_once("refused ") {
        let codes: Vec<&str> = became.err().iter().flatten().map(|n| n.code.id()).collect();
        return same(&codes.join(" "), code);
    }
    let became = became.map_err(|notes| format!("refused: {notes:?}"))?;
    same(&became, expected)?;
    let again = format(FileId(0), &became, keys).map_err(|notes| format!("refused: {notes:?}"))?;
    same(&again, &became)
}

fn same(found: &str, expected: &str) -> Result<(), Failed> {
    match found == expected {
        true => Ok(()),
        false => Err(format!("--- expected\n{expected}\n--- found\n{found}").into()),
    }
}
