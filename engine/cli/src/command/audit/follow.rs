//! `luoshi audit follow`: 整改台账, from notice to close.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use luoshi::{Auditing, Found, audit, find, shown, whole};
use luoshi_audit::{Audit, CountyBy};
use luoshi_diagnostics::{Code, Note, Sources};
use luoshi_follow::{
    Register, register, register_csv, register_json, register_line, register_text,
    register_workbook,
};

use super::super::Done;
use super::diff::incomplete;
use super::parts::read;
use crate::args::{AuditFollowArgs, Format};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::pretty;
use crate::progress::Count;
use crate::session::Session;
use crate::usage;

pub(super) fn run(args: &AuditFollowArgs, session: &mut Session) -> Done {
    let form = session.form([Format::Text, Format::Json, Format::Csv, Format::Xlsx])?;
    if session.ledger.is_some() {
        // One ledger is one township's: its records would be judged as those of all others, too.
        return Err(usage::together("--ledger", "audit").into());
    }
    let audits = audits(&args.paths, session)?;
    session.show(&incomplete(&audits), &Sources::default());
    let audits: Vec<&Audit> = audits.iter().collect();
    // There is an audit for every path.
    let Some(register) = register(&audits) else {
        return Ok(Exit::Clean);
    };
    let words = session.words;
    let text = match form {
        Format::Json => pretty(&register_json(&register)),
        Format::Csv => register_csv(&register, words),
        Format::Xlsx => {
            workbook(args.output.as_deref(), &register, session)?;
            return Ok(exit(&register));
        }
        _ if session.quiet => register_line(&register, words),
        _ => register_text(&register, words),
    };
    session.write_to(args.output.as_deref(), &text)?;
    Ok(exit(&register))
}

/// Failing while something is overdue, or a township cannot be seen.
fn exit(register: &Register) -> Exit {
    let overdue = register.items.iter().any(|item| item.overdue.is_some());
    match overdue || !register.broken.is_empty() || !register.unseen.is_empty() {
        true => Exit::Failing,
        false => Exit::Clean,
    }
}

/// Files are audits; townships in folders are audited as of the day of the run.
fn audits(paths: &[PathBuf], session: &Session) -> Result<Vec<Audit>, Failure> {
    let (folders, files): (Vec<PathBuf>, Vec<PathBuf>) =
        paths.iter().cloned().partition(|path| !path.is_file());
    let audits = files.iter().map(|path| read(path));
    let mut audits = audits.collect::<Result<Vec<Audit>, Failure>>()?;
    if folders.is_empty() {
        // An audit has the day of its run.
        if session.as_of.is_some() {
            return Err(usage::together("--as-of", "AUDIT").into());
        }
        return Ok(audits);
    }
    let Found { sites, notes } = find(&folders)?;
    session.show(&notes, &Sources::default());
    let how = Auditing {
        as_of: session.as_of(),
        packages: session.packages.clone(),
        county_by: CountyBy::default(),
        register: None,
        shard: None,
        files: None,
        jobs: std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN),
    };
    let count = Count::start(session.words, sites.len());
    audits.push(audit(&sites, &how, &|done| count.at(done)));
    Ok(audits)
}

fn workbook(
    output: Option<&Path>,
    register: &Register,
    session: &mut Session,
) -> Result<(), Failure> {
    let usual = format!(
        "{}-{}.xlsx",
        session.words.word("follow-sheet"),
        register.as_of
    );
    let path = output.map_or_else(|| PathBuf::from(usual), Path::to_owned);
    let unwritable = |detail: String| {
        Note::new(Code::WriteFailed)
            .arg("path", shown(&path))
            .arg("detail", detail)
    };
    let bytes = register_workbook(register, session.words);
    let bytes = bytes.map_err(|error| unwritable(error.to_string()))?;
    // Without a name of its own it must not take the place of a file that somebody may have filled in.
    if output.is_none() && path.exists() {
        return Err(Note::new(Code::AlreadyExists)
            .arg("path", shown(&path))
            .into());
    }
    whole::write(&path, &bytes)?;
    if !session.quiet {
        session.say("follow-written", [("path", shown(&path).into())]);
    }
    Ok(())
}
