//! A ledger, opened, and what it is called in checkpoints.

use std::path::{Path, PathBuf};

use luoshi::{Store, chain_broken, folder_of, read_folder, shown};
use luoshi_checkpoint::{is_origin, origin_missing};
use luoshi_diagnostics::{Note, Sources};
use luoshi_plan::parse;

use crate::failure::Failure;
use crate::session::Session;
use crate::usage;

/// A ledger file or a text of records.
pub(super) struct Opened {
    pub(super) store: Store,
    pub(super) sources: Sources,
    /// What messages call it.
    pub(super) path: String,
    /// What checkpoints call it.
    pub(super) origin: String,
    /// Where its chain is broken, if it is.
    pub(super) broken: Option<Note>,
}

impl Opened {
    /// A failure whose notes point into the texts that were read.
    pub(super) fn failure(self, notes: Vec<Note>) -> Failure {
        Failure {
            notes,
            sources: self.sources,
        }
    }
}

/// Opens the ledger that a path or `--ledger` names, and follows its chain.
pub(super) fn open(
    path: &Path,
    origin: Option<&str>,
    session: &Session,
) -> Result<Opened, Failure> {
    let folder = folder_of(path)?;
    let named = session.ledger.clone().or_else(|| evidence(path));
    let mut sources = Sources::default();
    let store = Store::open(&folder, named.as_deref(), &mut sources)?;
    let origin = match origin {
        Some(origin) if !is_origin(origin) => {
            return Err(usage::bad_value("--origin", origin, "luoshi/ledger/...").into());
        }
        Some(origin) => origin.to_owned(),
        None => origin_of(&folder).ok_or_else(|| origin_missing(&shown(path)))?,
    };
    let broken = chain_broken(&store)?;
    Ok(Opened {
        path: store.called(&sources),
        store,
        sources,
        origin,
        broken,
    })
}

/// A path that names the evidence itself, and not the folder of a plan.
fn evidence(path: &Path) -> Option<PathBuf> {
    let endings = ["db", "jsonl", "ndjson", "json"];
    let ending = path.extension().and_then(|ending| ending.to_str());
    let is_one = path.is_file() && ending.is_some_and(|ending| endings.contains(&ending));
    is_one.then(|| path.to_owned())
}

/// The jurisdiction and the plan of a folder; none if it holds no plan.
fn origin_of(folder: &Path) -> Option<String> {
    let head = parse(&read_folder(folder).0, &mut Sources::default()).head;
    let (place, plan) = (head.jurisdiction?, head.plan?);
    let origin = format!("luoshi/ledger/{}/{}", place.code, plan.id);
    is_origin(&origin).then_some(origin)
}
