//! `luoshi ledger verify --since`: whether a ledger only grew since a checkpoint, and what differs.

use std::path::Path;

use luoshi::{read_text, record_list, shown};
use luoshi_checkpoint::{Checkpoint, Divergence, RecordList, Tree, diverged, grown};

use super::super::Done;
use super::checkpoint::read;
use super::opened::{Opened, open};
use super::report::Report;
use super::signer::{read_checkpoint, signer, trust};
use crate::args::VerifyArgs;
use crate::failure::Failure;
use crate::session::Session;

pub(super) fn run(args: &VerifyArgs, since: &Path, session: &mut Session) -> Done {
    session.wants_json()?;
    let old = read_checkpoint(since)?;
    let trust = trust(args.trust.as_deref())?;
    let signer = signer(&old, trust.as_ref(), session)?;
    let opened = open(&args.path, args.origin.as_deref(), session)?;
    old.checkpoint.about(&opened.origin)?;
    let was = match &args.records {
        Some(path) => Some(listed(path, &old.checkpoint)?),
        None => None,
    };
    let (opened, tree, divergence) = compare(opened, was.as_ref())?;
    let growth = grown(&old.checkpoint, &tree);
    let altered = growth.note(&old.checkpoint, tree.size(), &opened.path);
    let first = divergence.as_ref().map(diverged);
    let notes = opened.broken.into_iter().chain(altered).chain(first);
    Report {
        path: &opened.path,
        old: (&old.checkpoint, signer),
        new: None,
        now: tree.size(),
        growth,
        divergence,
        notes: notes.collect(),
    }
    .tell(session)
}

/// The list that was kept with a checkpoint.
fn listed(path: &Path, of: &Checkpoint) -> Result<RecordList, Failure> {
    let text = read_text(path)?;
    Ok(RecordList::parse(&text, of, &shown(path))?)
}

/// The tree over the ledger now, and where it leaves the list.
fn compare(
    opened: Opened,
    was: Option<&RecordList>,
) -> Result<(Opened, Tree, Option<Divergence>), Failure> {
    let Some(was) = was else {
        let (opened, tree) = read(opened)?;
        return Ok((opened, tree, None));
    };
    match record_list(&opened.store, &opened.sources) {
        Ok(now) => Ok((opened, now.tree(), was.divergence(&now))),
        Err(notes) => Err(opened.failure(notes)),
    }
}
