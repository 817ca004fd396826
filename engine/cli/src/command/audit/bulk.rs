//! Bulk files in bundles: called by their names, wherever they lie.

use std::path::{Path, PathBuf};

use luoshi::{Auditing, Bulk, Named, audit_bulk, bulk_shared, is_bulk, shown};
use luoshi_audit::{CountyBy, Outcome, Township};
use luoshi_checkpoint::{Head, Shared};
use luoshi_diagnostics::{Code, Note, Sources};

use super::run::processors;
use crate::failure::Failure;
use crate::progress::Count;
use crate::session::Session;
use crate::usage;

/// The bulk files that were named, each once, in the order in which they are read: that of the bundle, if there is one.
pub(super) fn bulk(
    (paths, plan, mapping): (&[PathBuf], &Path, Option<&Path>),
    head: Option<&Head>,
) -> Result<Bulk, Failure> {
    let mut files: Vec<Named> = Vec::new();
    for path in paths {
        let name = path.file_name().unwrap_or_default();
        let name = name.to_string_lossy().into_owned();
        if files.iter().any(|file| file.name == name) {
            let note = Note::new(Code::DuplicateId).arg("name", name);
            return Err(note.term("space", "space-bulk-file").into());
        }
        let path = path.clone();
        files.push(Named { name, path });
    }
    let shared = head.and_then(|head| head.shared.as_ref());
    let known = shared.map_or(&[][..], |shared| &shared.evidence);
    let place = |file: &Named| known.iter().position(|input| input.path == file.name);
    files.sort_by_key(|file| place(file).unwrap_or(usize::MAX));
    Ok(Bulk {
        files,
        plan: plan.to_owned(),
        mapping: mapping.map(Path::to_owned),
    })
}

/// Bulk files are judged by a plan, which has to be named.
pub(super) fn without_plan(paths: &[PathBuf]) -> Result<(), Failure> {
    let mut paths = paths.iter();
    match paths.find(|path| path.is_file() && is_bulk(path)) {
        Some(file) => Err(usage::missing(&format!("--plan FOLDER {}", shown(file))).into()),
        None => Ok(()),
    }
}

/// The audit of bulk files: what their townships share, and the townships by code.
pub(super) fn judged(
    bulk: &Bulk,
    as_of: jiff::civil::Date,
    session: &Session,
) -> Result<(Shared, Vec<Township>), Failure> {
    let how = Auditing {
        as_of,
        packages: session.packages.clone(),
        county_by: CountyBy::default(),
        register: None,
        shard: None,
        files: None,
        jobs: processors(),
    };
    let count = Count::start(session.words, 0);
    let judged = audit_bulk(bulk, &how, &|done| count.at(done));
    let judged = judged.map_err(|run| Failure::from(*run))?;
    drop(count);
    session.show(&judged.notes, &Sources::default());
    let shared = bulk_shared(bulk, &judged.digests, &how.packages);
    let shared = shared.map_err(|run| Failure::from(*run))?;
    let mut townships = judged.audit.townships;
    townships.dedup_by(|later, before| {
        let alike = later.code == before.code;
        if alike {
            join(before, later);
        }
        alike
    });
    Ok((shared, townships))
}

/// A file that is damaged may be called like a township.
fn join(township: &mut Township, other: &mut Township) {
    let mut troubles = Vec::new();
    for outcome in [&mut township.outcome, &mut other.outcome] {
        if let Outcome::Broken(more) = outcome {
            troubles.append(more);
        }
    }
    township.outcome = Outcome::Broken(troubles);
    township.inputs.append(&mut other.inputs);
}
