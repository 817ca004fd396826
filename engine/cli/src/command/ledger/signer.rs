//! Who signed a checkpoint, as far as a trust file can tell.

use std::path::Path;

use luoshi::{at_most, shown, trust_at, unreadable};
use luoshi_checkpoint::{Checkpoint, SignedCheckpoint};
use luoshi_diagnostics::{Arg, Note, Sources};
use luoshi_package::{Attested, LARGEST_NOTE, Trust, attested};
use serde_json::{Value, json};

use crate::failure::Failure;
use crate::session::Session;

/// Who signed.
pub(super) enum Signer {
    /// An auditor whom the trust file names.
    Attested(Attested),
    /// Nobody looked: these keys are named, and anybody can name a key.
    Unchecked(Vec<String>),
}

/// Reads a checkpoint.
pub(super) fn read_checkpoint(path: &Path) -> Result<SignedCheckpoint, Note> {
    let bytes = at_most(path, LARGEST_NOTE).map_err(|error| unreadable(path, &error))?;
    SignedCheckpoint::parse(&bytes, &shown(path))
}

/// Reads the trust file, if one is named.
pub(super) fn trust(path: Option<&Path>) -> Result<Option<Trust>, Failure> {
    let Some(path) = path else {
        return Ok(None);
    };
    let mut sources = Sources::default();
    let read = trust_at(path, &mut sources);
    read.map(Some).map_err(|notes| Failure { notes, sources })
}

/// Looks for a signature that counts. Without a trust file none is looked at.
pub(super) fn signer(
    signed: &SignedCheckpoint,
    trust: Option<&Trust>,
    session: &Session,
) -> Result<Signer, Failure> {
    let Some(trust) = trust else {
        let keys = signed.note.signatures().iter().map(|s| s.key()).collect();
        return Ok(Signer::Unchecked(keys));
    };
    let today = session.as_of();
    let day = signed.checkpoint.day().unwrap_or(today);
    let attested = attested(&signed.note, trust, day, today);
    attested.map(Signer::Attested).map_err(|notes| Failure {
        notes,
        sources: Sources::default(),
    })
}

impl Signer {
    /// A line about the checkpoint; `which` is `old`, `new`, or `one` where there is no other.
    pub(super) fn say(&self, which: &'static str, of: &Checkpoint, session: &mut Session) {
        let day = match of.day() {
            Some(day) => day.to_string(),
            None => session.words.word("day-unknown"),
        };
        let size = i64::try_from(of.size).unwrap_or(i64::MAX);
        let (which, count, day) = (which.into(), size.into(), day.into());
        let about = [("which", which), ("count", count), ("day", day)];
        let [which, count, day] = about;
        match self {
            Signer::Unchecked(keys) => {
                let keys = ("keys", Arg::from(keys.clone()));
                session.say("checkpoint-unchecked", [which, count, day, keys]);
            }
            Signer::Attested(attested) => {
                let auditor = ("auditor", Arg::from(attested.auditor.as_str()));
                let key = ("key", Arg::from(short(&attested.key)));
                session.say("checkpoint-attested", [which, count, day, auditor, key]);
                passed_over(attested, session);
            }
        }
    }

    /// The same for tools.
    pub(super) fn json(&self) -> Value {
        match self {
            Signer::Attested(attested) => json!({
                "verified": true,
                "auditor": attested.auditor,
                "key": attested.key,
            }),
            Signer::Unchecked(keys) => json!({ "verified": false, "keys": keys }),
        }
    }
}

/// Name and hash of a key: enough to find it in the trust file, which has the whole of it.
pub(in crate::command) fn short(key: &str) -> String {
    key.splitn(3, '+').take(2).collect::<Vec<_>>().join("+")
}

/// Why other signatures do not count.
pub(in crate::command) fn passed_over(attested: &Attested, session: &mut Session) {
    if attested.passed_over.is_empty() || session.quiet {
        return;
    }
    let count = i64::try_from(attested.passed_over.len()).unwrap_or(i64::MAX);
    session.say("signatures-passed-over", [("count", count.into())]);
    let notes = session.rendered(&attested.passed_over, &Sources::default());
    session.out.write(&notes);
}
