//! What became of a ledger since a checkpoint.

use luoshi_diagnostics::Note;

use crate::checkpoint::Checkpoint;
use crate::note::{ledger_rewritten, ledger_shrunk, other_ledger};
use crate::tree::Tree;

/// What became of a ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Growth {
    /// Every record of the checkpoint is there, in the same order, and so many besides.
    Grown(u64),
    /// There are fewer records than in the checkpoint.
    Shrunk,
    /// There are enough records, and the first of them are not those of the checkpoint.
    Rewritten,
}

/// Compares a ledger with what it was.
#[must_use]
pub fn grown(old: &Checkpoint, now: &Tree) -> Growth {
    match now.root_at(old.size) {
        None => Growth::Shrunk,
        Some(root) if root == old.root => Growth::Grown(now.size() - old.size),
        Some(_) => Growth::Rewritten,
    }
}

impl Growth {
    /// What is to be told of it; nothing if the ledger only grew. `path` is what messages call the ledger.
    #[must_use]
    pub fn note(self, old: &Checkpoint, now: u64, path: &str) -> Option<Note> {
        match self {
            Growth::Grown(_) => None,
            Growth::Shrunk => Some(ledger_shrunk(old, now, path)),
            Growth::Rewritten => Some(ledger_rewritten(old, path)),
        }
    }
}

impl Checkpoint {
    /// Sees that a checkpoint is about a ledger.
    ///
    /// # Errors
    /// `LS1045` if it is about another one.
    pub fn about(&self, origin: &str) -> Result<(), Note> {
        if self.origin == origin {
            return Ok(());
        }
        Err(other_ledger(&self.origin, origin))
    }
}
