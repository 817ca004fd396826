//! What differs between a bundle and the audit done again.

use luoshi_diagnostics::{Code, Note};
use luoshi_package::Digest;

use crate::growth::Growth;

/// One thing that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// The engine here has another version.
    Engine {
        /// That of the bundle.
        bundle: String,
        /// That here.
        here: String,
    },
    /// The audit was of another day than the one asked for.
    Day {
        /// That of the bundle.
        bundle: String,
        /// The one asked for.
        asked: String,
    },
    /// A township of the bundle is not here.
    Township {
        /// Its name.
        name: String,
    },
    /// A file of a township.
    Input {
        /// The township; empty if it is one that all share.
        township: String,
        /// The path of the file.
        path: String,
        /// What happened to it.
        change: Change,
        /// For evidence: what became of its records; none of other files.
        records: Option<Growth>,
    },
    /// A package that a township builds on.
    Package {
        /// The township; empty if all build on it.
        township: String,
        /// The package.
        name: String,
        /// What happened to it.
        change: Change,
        /// The version in the bundle; empty if it is not in it.
        bundle: String,
        /// The version here; empty if it is not here.
        here: String,
        /// The files that differ.
        files: Vec<String>,
    },
    /// The findings.
    Findings {
        /// The township.
        township: String,
        /// The ids of those that differ; empty if only other parts of the result do.
        ids: Vec<String>,
        /// Other parts of the result that differ.
        parts: Vec<String>,
        /// Whether something else that differs may be why.
        explained: bool,
    },
}

/// What happened to something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It has another digest.
    Changed,
    /// It is not here.
    Missing,
    /// It is not in the bundle.
    Added,
}

impl Change {
    /// The word of the catalogues.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Change::Changed => "changed",
            Change::Missing => "missing",
            Change::Added => "added",
        }
    }
}

/// Ids that a message names; the rest is counted.
const NAMED: usize = 8;

impl Difference {
    /// The code under which it is told.
    #[must_use]
    pub fn code(&self) -> Code {
        match self {
            Difference::Engine { .. } => Code::BundleOtherEngine,
            Difference::Day { .. } => Code::BundleOtherDay,
            Difference::Township { .. } => Code::BundleTownshipMissing,
            Difference::Input { change, .. } => match change {
                Change::Changed => Code::InputChanged,
                Change::Missing => Code::InputMissing,
                Change::Added => Code::InputAdded,
            },
            Difference::Package { .. } => Code::BundlePackageChanged,
            Difference::Findings { .. } => Code::FindingsDiffer,
        }
    }

    /// The township that it is about; none if it is about all.
    #[must_use]
    pub fn township(&self) -> Option<&str> {
        match self {
            Difference::Engine { .. } | Difference::Day { .. } => None,
            Difference::Township { name } => Some(name),
            Difference::Input { township, .. }
            | Difference::Package { township, .. }
            | Difference::Findings { township, .. } => {
                Some(township.as_str()).filter(|township| !township.is_empty())
            }
        }
    }

    /// The same for people.
    #[must_use]
    pub fn note(&self) -> Note {
        let note = Note::new(self.code());
        let note = match self.township() {
            Some(township) => note.arg("township", township),
            None => note.term("township", "bundle-all"),
        };
        match self {
            Difference::Engine { bundle, here } => note
                .arg("bundle", bundle.as_str())
                .arg("here", here.as_str()),
            Difference::Day { bundle, asked } => note
                .arg("bundle", bundle.as_str())
                .arg("asked", asked.as_str()),
            Difference::Township { .. } => note,
            Difference::Input { path, records, .. } => of_input(note, path, *records),
            Difference::Package {
                name,
                change,
                bundle,
                here,
                files,
                ..
            } => note
                .arg("package", name.as_str())
                .arg("change", change.word())
                .arg("bundle", bundle.as_str())
                .arg("here", here.as_str())
                .arg("files", named(files))
                .arg("any", any(files)),
            Difference::Findings {
                ids,
                parts,
                explained,
                ..
            } => note
                .arg("count", count(ids))
                .arg("any", any(ids))
                .arg("ids", named(ids))
                .arg("parts", parts.clone())
                .arg("why", if *explained { "explained" } else { "altered" }),
        }
    }
}

/// What became of the records is the answer that an auditor looks for first.
fn of_input(note: Note, path: &str, records: Option<Growth>) -> Note {
    let (word, added) = match records {
        None => ("file", 0),
        Some(Growth::Grown(0)) => ("same", 0),
        Some(Growth::Grown(added)) => ("grown", added),
        Some(Growth::Shrunk) => ("shrunk", 0),
        Some(Growth::Rewritten) => ("rewritten", 0),
    };
    note.arg("path", path)
        .arg("records", word)
        .arg("added", i64::try_from(added).unwrap_or(i64::MAX))
}

fn named(all: &[String]) -> Vec<String> {
    let mut named: Vec<String> = all.iter().take(NAMED).cloned().collect();
    if all.len() > NAMED {
        named.push("…".to_owned());
    }
    named
}

/// Messages take numbers as texts, and cannot compare them.
fn any(all: &[String]) -> &'static str {
    if all.is_empty() { "none" } else { "some" }
}

fn count(all: &[String]) -> i64 {
    i64::try_from(all.len()).unwrap_or(i64::MAX)
}

/// The note that a signature is about other bytes than those of the bundle.
#[must_use]
pub fn other_bytes(called: &str, real: Digest, signed: Digest) -> Note {
    let note = Note::new(Code::BundleAltered).arg("path", called);
    note.arg("real", real.to_string())
        .arg("signed", signed.to_string())
}
