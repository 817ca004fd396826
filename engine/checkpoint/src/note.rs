//! What there is to say about checkpoints, proofs and bundles.

use luoshi_diagnostics::{Code, Note};

use crate::checkpoint::Checkpoint;
use crate::proof::Unproved;
use crate::record_list::Divergence;

/// A file is no checkpoint: `why` is `note` or `text`.
pub(crate) fn checkpoint_form(called: &str, why: &'static str) -> Note {
    let note = Note::new(Code::CheckpointForm).arg("path", called);
    note.arg("why", why)
}

/// A file is no proof.
pub(crate) fn proof_form(called: &str) -> Note {
    Note::new(Code::ProofForm).arg("path", called)
}

/// A proof does not prove what it claims, which says nothing about the ledger.
#[must_use]
pub fn proof_wrong(why: Unproved, called: &str) -> Note {
    let why = match why {
        Unproved::Outside => "outside",
        Unproved::Shrunk => "shrunk",
        Unproved::Forked => "forked",
        Unproved::Length => "length",
        Unproved::OldRoot => "old",
        Unproved::Root => "root",
    };
    let note = Note::new(Code::ProofWrong).arg("path", called);
    note.arg("why", why)
}

/// A ledger has fewer records than a checkpoint says it had.
pub(crate) fn ledger_shrunk(old: &Checkpoint, now: u64, path: &str) -> Note {
    let note = Note::new(Code::LedgerShrunk).arg("path", path);
    since(note, old).arg("now", number(now))
}

/// The first records of a ledger are not those of a checkpoint.
pub(crate) fn ledger_rewritten(old: &Checkpoint, path: &str) -> Note {
    since(Note::new(Code::LedgerRewritten).arg("path", path), old)
}

fn since(note: Note, old: &Checkpoint) -> Note {
    let day = old.day().map_or(String::new(), |day| day.to_string());
    let known = if day.is_empty() { "no" } else { "yes" };
    note.arg("old", number(old.size))
        .arg("known", known)
        .arg("day", day)
}

/// A checkpoint is about another ledger.
pub(crate) fn other_ledger(checkpoint: &str, ledger: &str) -> Note {
    let note = Note::new(Code::CheckpointOtherLedger);
    note.arg("checkpoint", checkpoint).arg("ledger", ledger)
}

/// A list of record hashes cannot be used: `why` is `form` or `other`.
pub(crate) fn record_list(called: &str, why: &'static str) -> Note {
    let note = Note::new(Code::RecordListWrong).arg("path", called);
    note.arg("why", why)
}

/// The first record that is not what it was.
#[must_use]
pub fn diverged(divergence: &Divergence) -> Note {
    let (was, is) = (divergence.was.as_str(), divergence.is.as_str());
    let told = !is.is_empty() && is != was;
    Note::new(Code::RecordDiffers)
        .arg("number", number(divergence.number))
        .arg("what", divergence.happened.word())
        .arg("was", was)
        .arg("is", if told { is } else { "none" })
        .arg("gone", number(divergence.gone))
        .arg("any", if divergence.gone == 0 { "none" } else { "some" })
}

/// A record that is to be proven is not in the ledger, or entered after the checkpoint.
#[must_use]
pub fn not_proven(id: &str, why: &'static str) -> Note {
    let note = Note::new(Code::RecordNotThere).arg("id", id);
    note.arg("why", why)
}

/// Nothing says which ledger it is.
#[must_use]
pub fn origin_missing(path: &str) -> Note {
    Note::new(Code::OriginMissing).arg("path", path)
}

/// A bundle cannot be read from a line on.
#[must_use]
pub fn bundle_form(called: &str, line: u64) -> Note {
    let note = Note::new(Code::BundleForm).arg("path", called);
    note.arg("line", number(line))
}

fn number(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
