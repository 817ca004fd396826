//! `luoshi ledger prove`: that a ledger only grew, or that a record is in it, for whoever has not got the ledger.

use luoshi::{read_key, record_list, shown};
use luoshi_checkpoint::{
    ConsistencyProof, Growth, InclusionProof, RecordList, SignedCheckpoint, Tree, grown, not_proven,
};
use luoshi_diagnostics::Note;
use serde_json::json;

use super::super::Done;
use super::checkpoint::{altered, read, signed};
use super::opened::{Opened, open};
use super::signer::read_checkpoint;
use crate::args::ProveArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;
use crate::usage;

pub(in crate::command) fn run(args: &ProveArgs, session: &mut Session) -> Done {
    session.wants_json()?;
    let mut opened = open(&args.path, args.origin.as_deref(), session)?;
    if let Some(broken) = opened.broken.take() {
        return altered(vec![broken], session);
    }
    match (&args.record, &args.from) {
        (Some(id), _) => of_record(args, id, opened, session),
        (None, Some(from)) => {
            let old = read_checkpoint(from)?;
            of_growth(args, &old, opened, session)
        }
        // The command line asks for one of the two.
        (None, None) => Err(usage::missing("--from").into()),
    }
}

fn of_growth(
    args: &ProveArgs,
    old: &SignedCheckpoint,
    opened: Opened,
    session: &mut Session,
) -> Done {
    old.checkpoint.about(&opened.origin)?;
    let (opened, tree) = read(opened)?;
    let new = until(args, &opened, &tree, session)?;
    let growth = grown(&old.checkpoint, &tree);
    let wrong = growth.note(&old.checkpoint, tree.size(), &opened.path);
    let wrong = wrong.or_else(|| new.as_ref().and_then(|new| not_of(new, &tree, &opened)));
    if let Some(note) = wrong {
        return altered(vec![note], session);
    }
    let to = new.as_ref().map_or(tree.size(), |new| new.checkpoint.size);
    let from = old.checkpoint.size;
    let Some(hashes) = tree.consistency(from, to) else {
        // The later checkpoint is the earlier one of the two.
        return Err(usage::together("--from", "--to").into());
    };
    let proof = ConsistencyProof {
        old: from,
        hashes,
        new,
    };
    let text = proof.to_string();
    let about = json!({ "from": from, "to": to, "hashes": proof.hashes.len() });
    finish(args, &text, about, session, |session, path| {
        let (old, new) = (number(from), number(to));
        let about = [
            ("path", path.into()),
            ("old", old.into()),
            ("new", new.into()),
        ];
        session.say("growth-proof-made", about);
    })
}

fn of_record(args: &ProveArgs, id: &str, opened: Opened, session: &mut Session) -> Done {
    let list = match record_list(&opened.store, &opened.sources) {
        Ok(list) => list,
        Err(notes) => return Err(opened.failure(notes)),
    };
    let tree = list.tree();
    // A proof about a record is nothing without a checkpoint to prove it by.
    let checkpoint = until(args, &opened, &tree, session)?.ok_or_else(|| usage::missing("--to"))?;
    if let Some(note) = not_of(&checkpoint, &tree, &opened) {
        return altered(vec![note], session);
    }
    let (index, record) = found(id, &list, &opened)?;
    let size = checkpoint.checkpoint.size;
    let hashes = tree.inclusion(index, size);
    let hashes = hashes.ok_or_else(|| not_proven(id, "later"))?;
    let proof = InclusionProof {
        record: record.into_bytes(),
        index,
        hashes,
        checkpoint,
    };
    let text = proof.to_string();
    let about = json!({ "record": id, "number": index + 1, "records": size });
    finish(args, &text, about, session, |session, path| {
        let about = [
            ("path", path.into()),
            ("id", id.into()),
            ("number", number(index.saturating_add(1)).into()),
            ("count", number(size).into()),
        ];
        session.say("record-proof-made", about);
    })
}

/// The checkpoint up to which is proved: one that is there, one that is made now, or none.
fn until(
    args: &ProveArgs,
    opened: &Opened,
    tree: &Tree,
    session: &Session,
) -> Result<Option<SignedCheckpoint>, Failure> {
    if let Some(key) = &args.key {
        let key = read_key(key)?;
        return Ok(Some(signed(opened, tree, &key, session)?));
    }
    let Some(to) = &args.to else {
        return Ok(None);
    };
    let read = read_checkpoint(to)?;
    read.checkpoint.about(&opened.origin)?;
    Ok(Some(read))
}

/// What is wrong with a ledger that is no longer what a checkpoint says it was.
fn not_of(signed: &SignedCheckpoint, tree: &Tree, opened: &Opened) -> Option<Note> {
    let growth: Growth = grown(&signed.checkpoint, tree);
    growth.note(&signed.checkpoint, tree.size(), &opened.path)
}

/// The place of a record, and its canonical JSON.
fn found(id: &str, list: &RecordList, opened: &Opened) -> Result<(u64, String), Note> {
    let place = list.place_of(id);
    let record = opened.store.find(&opened.sources, id);
    let both = place.zip(record.map(|record| record.to_json()));
    both.ok_or_else(|| not_proven(id, "none"))
}

fn finish(
    args: &ProveArgs,
    text: &str,
    mut about: serde_json::Value,
    session: &mut Session,
    say: impl FnOnce(&mut Session, String),
) -> Done {
    if session.wants_json()? {
        about["version"] = json!(1);
        about["path"] = json!(args.output.as_deref().map(shown));
        about["text"] = json!(text);
        if args.output.is_some() {
            session.write_to(args.output.as_deref(), text)?;
        }
        session.out.json(&about);
        return Ok(Exit::Clean);
    }
    session.write_to(args.output.as_deref(), text)?;
    if let (Some(path), false) = (&args.output, session.quiet) {
        say(session, shown(path));
    }
    Ok(Exit::Clean)
}

fn number(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
