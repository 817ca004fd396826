//! `luoshi ledger checkpoint`: what a ledger comes to today, signed.

use std::path::Path;

use luoshi::{kept, read_key, record_list, shown, whole};
use luoshi_checkpoint::{Checkpoint, RecordList, SignedCheckpoint, Tree, origin_missing};
use luoshi_diagnostics::Note;
use luoshi_package::SecretKey;
use serde_json::json;

use super::super::Done;
use super::opened::{Opened, open};
use crate::args::CheckpointArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;

pub(in crate::command) fn run(args: &CheckpointArgs, session: &mut Session) -> Done {
    let json = session.wants_json()?;
    let key = read_key(&args.key)?;
    let mut opened = open(&args.path, args.origin.as_deref(), session)?;
    if let Some(broken) = opened.broken.take() {
        // Nobody may sign that this is the ledger.
        return altered(vec![broken], session);
    }
    let list = match &args.records {
        Some(_) => match record_list(&opened.store, &opened.sources) {
            Ok(list) => Some(list),
            Err(notes) => return Err(opened.failure(notes)),
        },
        None => None,
    };
    let (opened, tree) = match &list {
        Some(list) => (opened, list.tree()),
        None => read(opened)?,
    };
    let signed = signed(&opened, &tree, &key, session)?;
    write(args, &signed, list.as_ref())?;
    if json {
        tell_json(args, &signed, session);
    } else if args.output.is_none() {
        session.out.write(&signed.note.to_string());
    } else if !session.quiet {
        tell(args, &signed, session);
    }
    Ok(Exit::Clean)
}

/// The tree over a ledger.
pub(super) fn read(opened: Opened) -> Result<(Opened, Tree), Failure> {
    match kept(&opened.store, &opened.sources) {
        Ok(kept) => Ok((opened, kept.tree)),
        Err(notes) => Err(opened.failure(notes)),
    }
}

/// A checkpoint of a ledger as it is.
pub(super) fn signed(
    opened: &Opened,
    tree: &Tree,
    key: &SecretKey,
    session: &Session,
) -> Result<SignedCheckpoint, Note> {
    let now = Checkpoint::new(&opened.origin, tree.size(), tree.root(), session.as_of());
    SignedCheckpoint::new(now, key).ok_or_else(|| origin_missing(&opened.path))
}

/// Shows that a ledger was altered, which is what was asked and no failure to answer.
pub(super) fn altered(notes: Vec<Note>, session: &mut Session) -> Done {
    session.tell(&Failure {
        notes,
        ..Failure::default()
    });
    Ok(Exit::Failing)
}

fn write(
    args: &CheckpointArgs,
    signed: &SignedCheckpoint,
    list: Option<&RecordList>,
) -> Result<(), Note> {
    if let (Some(path), Some(list)) = (&args.records, list) {
        whole::write(path, list.to_string().as_bytes())?;
    }
    match &args.output {
        Some(path) => whole::write(path, signed.note.to_string().as_bytes()),
        None => Ok(()),
    }
}

fn tell(args: &CheckpointArgs, signed: &SignedCheckpoint, session: &mut Session) {
    let checkpoint = &signed.checkpoint;
    let keys: Vec<String> = signed.note.signatures().iter().map(|s| s.key()).collect();
    let path = args.output.as_deref().unwrap_or(Path::new("-"));
    let about = [
        ("path", shown(path).into()),
        ("origin", checkpoint.origin.as_str().into()),
        (
            "count",
            i64::try_from(checkpoint.size).unwrap_or(i64::MAX).into(),
        ),
        ("day", session.as_of().to_string().into()),
        ("root", checkpoint.root.to_string().into()),
        ("keys", keys.into()),
    ];
    session.say("checkpoint-made", about);
    if let Some(path) = &args.records {
        session.say("checkpoint-records", [("path", shown(path).into())]);
    }
}

fn tell_json(args: &CheckpointArgs, signed: &SignedCheckpoint, session: &mut Session) {
    let checkpoint = &signed.checkpoint;
    let keys: Vec<String> = signed.note.signatures().iter().map(|s| s.key()).collect();
    session.out.json(&json!({
        "version": 1,
        "path": args.output.as_deref().map(shown),
        "records_path": args.records.as_deref().map(shown),
        "origin": checkpoint.origin,
        "records": checkpoint.size,
        "root": checkpoint.root.to_string(),
        "day": session.as_of().to_string(),
        "signatures": keys,
        "text": signed.note.to_string(),
    }));
}
