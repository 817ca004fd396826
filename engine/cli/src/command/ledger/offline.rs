//! `luoshi ledger verify --proof`: what can be told of a ledger without having it.

use std::path::Path;

use luoshi::{read_text, shown};
use luoshi_checkpoint::{
    ConsistencyProof, Growth, InclusionProof, SignedCheckpoint, Unproved, consistent, proof_wrong,
};
use luoshi_diagnostics::Note;
use serde_json::json;

use super::super::Done;
use super::report::Report;
use super::signer::{Signer, read_checkpoint, signer, trust};
use crate::args::VerifyArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;
use crate::usage;

pub(super) fn run(args: &VerifyArgs, proof: &Path, session: &mut Session) -> Done {
    session.wants_json()?;
    let text = read_text(proof)?;
    let called = shown(proof);
    if InclusionProof::is_one(&text) {
        let proof = InclusionProof::parse(&text, &called)?;
        return of_record(args, &proof, &called, session);
    }
    let proof = ConsistencyProof::parse(&text, &called)?;
    let since = args.since.as_deref();
    let old = read_checkpoint(since.ok_or_else(|| usage::missing("--since"))?)?;
    let new = later(args, &proof)?;
    of_growth(args, (&old, &new), &proof, &called, session)
}

/// The later checkpoint: the one that was handed over by itself, else the one in the proof.
fn later(args: &VerifyArgs, proof: &ConsistencyProof) -> Result<SignedCheckpoint, Failure> {
    match (&args.to, &proof.new) {
        (Some(to), _) => Ok(read_checkpoint(to)?),
        (None, Some(new)) => Ok(new.clone()),
        (None, None) => Err(usage::missing("--to").into()),
    }
}

fn of_growth(
    args: &VerifyArgs,
    (old, new): (&SignedCheckpoint, &SignedCheckpoint),
    proof: &ConsistencyProof,
    called: &str,
    session: &mut Session,
) -> Done {
    let (before, after) = (&old.checkpoint, &new.checkpoint);
    before.about(args.origin.as_deref().unwrap_or(&after.origin))?;
    after.about(&before.origin)?;
    let trust = trust(args.trust.as_deref())?;
    let signers = (
        signer(old, trust.as_ref(), session)?,
        signer(new, trust.as_ref(), session)?,
    );
    let growth = growth(old, new, proof).map_err(|why| proof_wrong(why, called))?;
    let altered: Option<Note> = growth.note(before, after.size, &after.origin);
    Report {
        path: &after.origin,
        old: (before, signers.0),
        new: Some((after, signers.1)),
        now: after.size,
        growth,
        divergence: None,
        notes: altered.into_iter().collect(),
    }
    .tell(session)
}

/// What became of the ledger. Two signed checkpoints can themselves show that it was altered; a proof that
/// proves nothing shows nothing at all.
fn growth(
    old: &SignedCheckpoint,
    new: &SignedCheckpoint,
    proof: &ConsistencyProof,
) -> Result<Growth, Unproved> {
    let (before, after) = (old.checkpoint.head(), new.checkpoint.head());
    match consistent(before, after, &proof.hashes) {
        Err(Unproved::Shrunk) => Ok(Growth::Shrunk),
        Err(Unproved::Forked) => Ok(Growth::Rewritten),
        // A proof from another size is about another checkpoint.
        _ if proof.old != before.0 => Err(Unproved::OldRoot),
        Ok(()) => Ok(Growth::Grown(after.0 - before.0)),
        Err(why) => Err(why),
    }
}

fn of_record(
    args: &VerifyArgs,
    proof: &InclusionProof,
    called: &str,
    session: &mut Session,
) -> Done {
    let signed = &proof.checkpoint;
    let checkpoint = &signed.checkpoint;
    if let Some(origin) = &args.origin {
        checkpoint.about(origin)?;
    }
    let trust = trust(args.trust.as_deref())?;
    let signer = signer(signed, trust.as_ref(), session)?;
    proof.verify().map_err(|why| proof_wrong(why, called))?;
    let record = String::from_utf8_lossy(&proof.record).into_owned();
    let value: serde_json::Value = serde_json::from_str(&record).unwrap_or_default();
    if session.wants_json()? {
        session.out.json(&json!({
            "version": 1,
            "origin": checkpoint.origin,
            "number": proof.index.saturating_add(1),
            "records": checkpoint.size,
            "day": checkpoint.day().map(|day| day.to_string()),
            "signature": signer.json(),
            "record": value,
        }));
    } else {
        let id = value["id"].as_str().unwrap_or_default();
        tell(proof, id, &record, &signer, session);
    }
    Ok(Exit::Clean)
}

fn tell(proof: &InclusionProof, id: &str, record: &str, signer: &Signer, session: &mut Session) {
    let checkpoint = &proof.checkpoint.checkpoint;
    let number = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    let about = [
        ("id", id.into()),
        ("origin", checkpoint.origin.as_str().into()),
        ("number", number(proof.index.saturating_add(1)).into()),
        ("count", number(checkpoint.size).into()),
    ];
    session.say("record-proven", about);
    session.out.write(&format!("{record}\n"));
    signer.say("one", checkpoint, session);
}
