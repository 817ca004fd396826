//! `luoshi audit run`, which is also `luoshi audit`.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use luoshi::{
    Auditing, Bulk, BulkAudit, Found, Named, audit, audit_bulk, find, is_bulk, read_text, shown,
};
use luoshi_audit::{Audit, Register, read_register};
use luoshi_diagnostics::{Code, Note, Sources};

use super::super::Done;
use super::parts::write;
use super::view::show;
use crate::args::AuditRunArgs;
use crate::failure::Failure;
use crate::progress::Count;
use crate::session::Session;
use crate::usage;

pub(super) fn run(args: &AuditRunArgs, session: &mut Session) -> Done {
    session.wants_json()?;
    if session.ledger.is_some() {
        // One ledger is one township's: its records would be judged as those of all others, too.
        return Err(usage::together("--ledger", "audit").into());
    }
    let register = args.counties.as_deref().map(register).transpose()?;
    let how = Auditing {
        as_of: session.as_of(),
        packages: session.packages.clone(),
        county_by: args.county_by.unwrap_or_default(),
        register,
        shard: args.shard,
        files: args.files.clone(),
        jobs: args.jobs.unwrap_or_else(processors),
    };
    let (audit, mut notes) = match &args.plan {
        Some(plan) => of_files(args, plan, &how, session)?,
        None => of_folders(args, &how, session)?,
    };
    notes.extend(
        how.register
            .iter()
            .flat_map(|register| unregistered(&audit, register)),
    );
    session.show(&notes, &Sources::default());
    if let Some(path) = &args.output {
        write(&audit, path)?;
    }
    show(&audit, &args.view, session)
}

/// Townships that lie in folders.
fn of_folders(
    args: &AuditRunArgs,
    how: &Auditing,
    session: &Session,
) -> Result<(Audit, Vec<Note>), Failure> {
    if let Some(file) = args
        .paths
        .iter()
        .find(|path| path.is_file() && is_bulk(path))
    {
        // The folder in which it lies would be audited in its place.
        return Err(usage::missing(&format!("--plan FOLDER {}", shown(file))).into());
    }
    let Found { sites, notes } = find(&args.paths)?;
    let count = Count::start(session.words, sites.len());
    Ok((audit(&sites, how, &|done| count.at(done)), notes))
}

/// Townships out of bulk files.
fn of_files(
    args: &AuditRunArgs,
    plan: &Path,
    how: &Auditing,
    session: &Session,
) -> Result<(Audit, Vec<Note>), Failure> {
    let named = |path: &PathBuf| Named {
        name: shown(path),
        path: path.clone(),
    };
    let bulk = Bulk {
        files: args.paths.iter().map(named).collect(),
        plan: plan.to_owned(),
        mapping: args.mapping.clone(),
    };
    // How many there are is known when all were read.
    let count = Count::start(session.words, 0);
    let judged = audit_bulk(&bulk, how, &|done| count.at(done));
    let BulkAudit { audit, notes, .. } = judged.map_err(|run| Failure::from(*run))?;
    Ok((audit, notes))
}

fn register(path: &Path) -> Result<Register, Failure> {
    let text = read_text(path)?;
    let mut sources = Sources::default();
    let file = sources.add(shown(path), text.clone());
    let staged = read_register(file, &text);
    let notes = staged.notes;
    staged.value.ok_or(Failure { notes, sources })
}

/// Townships that the register does not have.
fn unregistered(audit: &Audit, register: &Register) -> Vec<Note> {
    let unknown = audit
        .townships
        .iter()
        .filter(|t| register.get(&t.code).is_none());
    let note = |township: &luoshi_audit::Township| {
        Note::new(Code::TownshipUnregistered)
            .arg("code", township.code.as_str())
            .arg("name", township.name.as_str())
    };
    unknown.map(note).collect()
}

pub(super) fn processors() -> NonZeroUsize {
    std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN)
}
