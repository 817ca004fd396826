//! A checkpoint: how many records a ledger had, and their root, signed; <https://c2sp.org/tlog-checkpoint>.

use jiff::civil::Date;
use luoshi_diagnostics::Note;
use luoshi_package::{SecretKey, SignedNote};

use crate::hash::TreeHash;
use crate::line::number;
use crate::note::checkpoint_form;

/// What the line with the day begins with.
const DAY: &str = "day ";

/// What a ledger came to on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// Which ledger it is.
    pub origin: String,
    /// How many records it had.
    pub size: u64,
    /// The root over them.
    pub root: TreeHash,
    /// Lines behind those three.
    pub extensions: Vec<String>,
}

impl Checkpoint {
    /// Of a ledger as it is on a day.
    #[must_use]
    pub fn new(origin: &str, size: u64, root: TreeHash, day: Date) -> Checkpoint {
        Checkpoint {
            origin: origin.to_owned(),
            size,
            root,
            extensions: vec![format!("{DAY}{day}")],
        }
    }

    /// The day on which it was made, as whoever made it says. Other programs write none.
    #[must_use]
    pub fn day(&self) -> Option<Date> {
        let mut lines = self.extensions.iter();
        let said = lines.find_map(|line| line.strip_prefix(DAY))?;
        let day: Date = said.parse().ok()?;
        (day.to_string() == said).then_some(day)
    }

    /// Size and root.
    #[must_use]
    pub fn head(&self) -> (u64, TreeHash) {
        (self.size, self.root)
    }

    /// The text that is signed.
    #[must_use]
    pub fn text(&self) -> String {
        let Checkpoint {
            origin, size, root, ..
        } = self;
        let more: String = self.extensions.iter().map(|l| format!("{l}\n")).collect();
        format!("{origin}\n{size}\n{root}\n{more}")
    }

    /// Reads the text, which can be written in this one way only.
    #[must_use]
    pub fn parse(text: &str) -> Option<Checkpoint> {
        let mut lines = text.strip_suffix('\n')?.split('\n');
        let (origin, size, root) = (lines.next()?, lines.next()?, lines.next()?);
        let extensions: Vec<String> = lines.map(str::to_owned).collect();
        let good = is_origin(origin) && extensions.iter().all(|line| !line.is_empty());
        Some(Checkpoint {
            origin: origin.to_owned(),
            size: number(size)?,
            root: TreeHash::parse(root)?,
            extensions,
        })
        .filter(|_| good)
    }
}

/// Whether a text can be the name of a ledger in a checkpoint: a line that is not empty.
#[must_use]
pub fn is_origin(text: &str) -> bool {
    !text.is_empty() && text.chars().count() <= 200 && !text.contains(char::is_control)
}

/// A checkpoint with its signatures, none of which is verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedCheckpoint {
    /// What is signed.
    pub checkpoint: Checkpoint,
    /// The note that it is the text of.
    pub note: SignedNote,
}

impl SignedCheckpoint {
    /// Signs a checkpoint; none if its origin cannot be one.
    #[must_use]
    pub fn new(checkpoint: Checkpoint, key: &SecretKey) -> Option<SignedCheckpoint> {
        let good = is_origin(&checkpoint.origin);
        let mut note = SignedNote::new(&checkpoint.text()).filter(|_| good)?;
        note.sign(key);
        Some(SignedCheckpoint { checkpoint, note })
    }

    /// Reads a checkpoint. `called` is what messages call it.
    ///
    /// # Errors
    /// `LS1040` if it is none.
    pub fn parse(bytes: &[u8], called: &str) -> Result<SignedCheckpoint, Note> {
        let note = SignedNote::parse(bytes).ok_or_else(|| checkpoint_form(called, "note"))?;
        let checkpoint =
            Checkpoint::parse(note.text()).ok_or_else(|| checkpoint_form(called, "text"))?;
        Ok(SignedCheckpoint { checkpoint, note })
    }
}
