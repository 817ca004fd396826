//! An audit that anybody can do again: what went in, by digest, and what came out.
//!
//! A bundle is a text of lines: a head, and a line for each township, so that neither writing nor reading one
//! holds more than one township in memory. `CHECKPOINTS.md` has its form.

mod compare;
mod difference;
mod text;

use jiff::civil::Date;
use luoshi_package::{Digest, SignedNote};
use serde_json::Value;

use crate::hash::TreeHash;

pub use compare::{compare, compare_heads, compare_shared};
pub use difference::{Change, Difference, other_bytes};
pub use text::{read_head, read_township, write_head, write_township};

/// The first line of what is signed, so that it is never taken for another kind of text.
const STATEMENT: &str = "luoshi audit v1";

/// What holds for all townships of an audit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The version of the engine.
    pub engine: String,
    /// The day of the audit.
    pub as_of: Date,
    /// The language of its texts.
    pub lang: String,
    /// How many townships follow.
    pub townships: u64,
    /// What all townships share, where they came out of bulk files.
    pub shared: Option<Shared>,
}

/// What the townships of bulk files share: of each its code and result alone stand in the bundle.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shared {
    /// The bulk files by name, in the order in which they were read.
    pub evidence: Vec<Input>,
    /// What says which column is what, if anything did.
    pub mapping: Option<Input>,
    /// The files of the plan by path, without evidence.
    pub plan: Vec<Input>,
    /// The packages that it builds on, by name.
    pub packages: Vec<Used>,
}

/// One township of an audit.
#[derive(Debug, Clone, PartialEq)]
pub struct Audited {
    /// What it is called: its folder, as it lies below the one that was audited.
    pub name: String,
    /// The files that were read, by path.
    pub inputs: Vec<Input>,
    /// The packages that it builds on, by name.
    pub packages: Vec<Used>,
    /// Its ledger; none if there is none, or it could not be read.
    pub ledger: Option<LedgerState>,
    /// What `luoshi check --format json` says of it, with paths as they are below the township; of one out of a
    /// bulk file, what an audit keeps of it.
    pub result: Value,
}

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// Its path inside the township or package.
    pub path: String,
    /// What it is for.
    pub part: Part,
    /// Of its bytes; of a ledger file, of the records in it, since its bytes say nothing.
    pub digest: Digest,
}

/// What a file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Part of the plan.
    Plan,
    /// A rule.
    Rule,
    /// A document template.
    Template,
    /// A plugin.
    Plugin,
    /// Days of work and rest.
    Calendar,
    /// Which packages are used.
    Lock,
    /// The records.
    Evidence,
    /// Which column of bulk files is what.
    Mapping,
    /// What is part of a package and not read for an audit, such as its tests.
    Other,
}

/// A package that was used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Used {
    /// Its name.
    pub name: String,
    /// Its version; empty if it has none.
    pub version: String,
    /// Of the archive that its files make; none if they make none.
    pub digest: Option<Digest>,
    /// The files that were read.
    pub files: Vec<Input>,
}

/// What a ledger came to: a checkpoint, which the signature of the bundle covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerState {
    /// How many records it had.
    pub size: u64,
    /// The root over them.
    pub root: TreeHash,
}

/// What is signed of a bundle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BundleStatement {
    /// The day on which it was signed.
    pub signed: Date,
    /// Of the bytes of the bundle.
    pub digest: Digest,
}

impl BundleStatement {
    /// The three lines, which nobody has signed.
    #[must_use]
    pub fn note(&self) -> SignedNote {
        SignedNote::new(&self.text()).expect("a day and a digest have no control characters")
    }

    /// Reads the three lines, each in its one form.
    #[must_use]
    pub fn parse(text: &str) -> Option<BundleStatement> {
        let mut lines = text.split('\n');
        let (_, signed, digest) = (lines.next()?, lines.next()?, lines.next()?);
        let read = BundleStatement {
            signed: signed.parse().ok()?,
            digest: Digest::parse(digest)?,
        };
        (read.text() == text).then_some(read)
    }

    fn text(&self) -> String {
        format!("{STATEMENT}\n{}\n{}\n", self.signed, self.digest)
    }
}

impl Part {
    const ALL: [Part; 9] = [
        Part::Plan,
        Part::Rule,
        Part::Template,
        Part::Plugin,
        Part::Calendar,
        Part::Lock,
        Part::Evidence,
        Part::Mapping,
        Part::Other,
    ];

    /// Its word in a bundle.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Part::Plan => "plan",
            Part::Rule => "rule",
            Part::Template => "template",
            Part::Plugin => "plugin",
            Part::Calendar => "calendar",
            Part::Lock => "lock",
            Part::Evidence => "evidence",
            Part::Mapping => "mapping",
            Part::Other => "other",
        }
    }

    fn of(word: &str) -> Option<Part> {
        Part::ALL.into_iter().find(|part| part.word() == word)
    }
}
