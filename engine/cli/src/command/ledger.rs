//! `luoshi ledger`: whether it was altered, what was entered last, checkpoints and proofs.

mod checkpoint;
mod offline;
mod opened;
mod prove;
mod report;
mod signer;
mod since;

use std::path::{Path, PathBuf};

use luoshi::{LEDGER_FILE, folder_of};
use luoshi_evidence::{Entry, Filter, Ledger, Why};

use super::{Done, import};
use crate::args::{LogArgs, VerifyArgs};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;

pub(super) use checkpoint::run as checkpoint;
pub(super) use prove::run as prove;
pub(super) use signer::{passed_over, short};

pub(super) fn verify(args: &VerifyArgs, session: &mut Session) -> Done {
    match (&args.proof, &args.since) {
        (Some(proof), _) => offline::run(args, proof, session),
        (None, Some(since)) => since::run(args, since, session),
        (None, None) => chain(args, session),
    }
}

/// Follows the chain alone.
fn chain(args: &VerifyArgs, session: &mut Session) -> Done {
    let json = session.wants_json()?;
    let path = ledger_of(&args.path, session)?;
    let ledger = Ledger::open(&path)?;
    let verified = match ledger.verify() {
        Ok(verified) => verified,
        // Whether it was altered was the question; of a damaged file nobody can tell.
        Err(broken) if broken.why == Why::Damaged => return Err(broken.note(&path).into()),
        Err(broken) => return checkpoint::altered(vec![broken.note(&path)], session),
    };
    if json {
        let head = verified.head.to_string();
        session
            .out
            .json(&serde_json::json!({ "version": 1, "records": verified.count, "head": head }));
    } else {
        session.say(
            "ledger-whole",
            [
                ("path", path.display().to_string().into()),
                ("count", i64::from(verified.count).into()),
                ("head", verified.head.to_string().into()),
            ],
        );
    }
    Ok(Exit::Clean)
}

pub(super) fn log(args: &LogArgs, session: &mut Session) -> Done {
    let json = session.wants_json()?;
    let path = ledger_of(&args.path, session)?;
    let filter = Filter {
        kind: args.kind.as_deref().map(import::kind).transpose()?,
        subject: args.subject.clone(),
        duty: args.duty.clone(),
        from: args.from,
        to: args.to,
        limit: Some(args.limit),
    };
    let entries = Ledger::open(&path)?.log(&filter)?;
    if json {
        let all: Vec<serde_json::Value> = entries.iter().map(entry_json).collect();
        session
            .out
            .json(&serde_json::json!({ "version": 1, "entries": all }));
    } else {
        for entry in &entries {
            session.out.write(&line(entry));
        }
    }
    Ok(Exit::Clean)
}

/// The ledger that a path or `--ledger` names.
fn ledger_of(path: &Path, session: &Session) -> Result<PathBuf, Failure> {
    match &session.ledger {
        Some(ledger) => Ok(ledger.clone()),
        None if path.extension().is_some_and(|e| e == "db") => Ok(path.to_owned()),
        None => Ok(folder_of(path)?.join(LEDGER_FILE)),
    }
}

/// Number, start of the hash, and the record as it was written.
fn line(entry: &Entry) -> String {
    let hash = entry.hash.to_string();
    let short: String = hash.chars().take(12).collect();
    format!(
        "{:>6}  {short}  {}\n",
        u64::from(entry.seq) + 1,
        entry.record.to_json()
    )
}

fn entry_json(entry: &Entry) -> serde_json::Value {
    let record = serde_json::from_str::<serde_json::Value>(&entry.record.to_json());
    serde_json::json!({
        "number": u64::from(entry.seq) + 1,
        "hash": entry.hash.to_string(),
        "record": record.unwrap_or_default(),
    })
}
