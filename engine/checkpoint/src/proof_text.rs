//! Proofs as texts: what a ledger sends to a witness (<https://c2sp.org/tlog-witness>), and a proof about one record
//! (<https://c2sp.org/tlog-proof>).

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use luoshi_diagnostics::Note;

use crate::checkpoint::SignedCheckpoint;
use crate::hash::TreeHash;
use crate::line::{hashes, number, written};
use crate::note::proof_form;
use crate::proof::{Unproved, included};

/// The first line of a proof about one record.
const FORMAT: &str = "c2sp.org/tlog-proof@v1";

/// A proof that a ledger grew from an earlier size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsistencyProof {
    /// The earlier size.
    pub old: u64,
    /// The hashes.
    pub hashes: Vec<TreeHash>,
    /// The later checkpoint. It may be handed over by itself.
    pub new: Option<SignedCheckpoint>,
}

impl ConsistencyProof {
    /// Reads a proof. `called` is what messages call it.
    ///
    /// # Errors
    /// `LS1041` if it is none, `LS1040` if the checkpoint in it is none.
    pub fn parse(text: &str, called: &str) -> Result<ConsistencyProof, Note> {
        let read = || {
            let (line, rest) = text.split_once('\n')?;
            let (hashes, rest) = hashes(rest)?;
            Some((number(line.strip_prefix("old ")?)?, hashes, rest))
        };
        let (old, hashes, rest) = read().ok_or_else(|| proof_form(called))?;
        let new = match rest {
            "" => None,
            rest => Some(SignedCheckpoint::parse(rest.as_bytes(), called)?),
        };
        Ok(ConsistencyProof { old, hashes, new })
    }
}

impl fmt::Display for ConsistencyProof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "old {}\n{}", self.old, written(&self.hashes))?;
        match &self.new {
            Some(new) => write!(f, "{}", new.note),
            None => Ok(()),
        }
    }
}

/// A proof that a record stands in a ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InclusionProof {
    /// The record itself, as bytes: what the specification calls extra data.
    pub record: Vec<u8>,
    /// Its place, from 0.
    pub index: u64,
    /// The hashes from the record up.
    pub hashes: Vec<TreeHash>,
    /// The checkpoint in which it is.
    pub checkpoint: SignedCheckpoint,
}

impl InclusionProof {
    /// Sees that the record stands where it is said to stand.
    ///
    /// # Errors
    /// Why it is not proved.
    pub fn verify(&self) -> Result<(), Unproved> {
        let (size, root) = self.checkpoint.checkpoint.head();
        let record = TreeHash::leaf(&self.record);
        included(record, self.index, size, root, &self.hashes)
    }

    /// Whether a text begins like such a proof.
    #[must_use]
    pub fn is_one(text: &str) -> bool {
        text.starts_with(FORMAT)
    }

    /// Reads a proof. `called` is what messages call it.
    ///
    /// # Errors
    /// `LS1041` if it is none, also if it holds no record; `LS1040` if the checkpoint in it is none.
    pub fn parse(text: &str, called: &str) -> Result<InclusionProof, Note> {
        let read = || {
            let text = text.strip_prefix(FORMAT)?.strip_prefix('\n')?;
            let (extra, rest) = text.split_once('\n')?;
            let record = STANDARD.decode(extra.strip_prefix("extra ")?).ok()?;
            let (index, rest) = rest.split_once('\n')?;
            let index = number(index.strip_prefix("index ")?)?;
            let (hashes, rest) = hashes(rest)?;
            Some((record, index, hashes, rest))
        };
        let (record, index, hashes, rest) = read().ok_or_else(|| proof_form(called))?;
        Ok(InclusionProof {
            record,
            index,
            hashes,
            checkpoint: SignedCheckpoint::parse(rest.as_bytes(), called)?,
        })
    }
}

impl fmt::Display for InclusionProof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let extra = STANDARD.encode(&self.record);
        write!(f, "{FORMAT}\nextra {extra}\nindex {}\n", self.index)?;
        write!(f, "{}{}", written(&self.hashes), self.checkpoint.note)
    }
}
