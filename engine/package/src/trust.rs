//! `trust.yaml`: whose signatures count for what, and until when. Written by people.

mod decode;

use jiff::civil::Date;
use luoshi_diagnostics::Place;

use crate::key::VerifierKey;
use crate::signed_note::NoteSignature;

pub use decode::read_trust;

/// Whose signatures count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trust {
    /// The last day on which the file counts.
    pub to: Date,
    /// Who may publish packages.
    pub publishers: Vec<Publisher>,
    /// Places that offer packages.
    pub registries: Vec<Registry>,
    /// Who may sign checkpoints of ledgers and audits.
    pub auditors: Vec<Auditor>,
}

/// Who may publish packages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publisher {
    /// The name, for people.
    pub name: String,
    /// Which names of packages.
    pub packages: Vec<Names>,
    /// The last day on which it may.
    pub to: Date,
    /// With which keys.
    pub keys: Vec<TrustedKey>,
}

/// A place that offers packages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registry {
    /// The name, as its index has it.
    pub name: String,
    /// With which keys it signs its index.
    pub keys: Vec<TrustedKey>,
}

/// Who may sign checkpoints of ledgers and audits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Auditor {
    /// The name, for people.
    pub name: String,
    /// With which keys.
    pub keys: Vec<TrustedKey>,
}

/// Names of packages: one, or all that begin alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Names {
    /// This one.
    One(String),
    /// `county/*`: all that begin with `county/`. Of `*`, all.
    Under(String),
}

impl Names {
    /// Whether a name is among them.
    #[must_use]
    pub fn include(&self, name: &str) -> bool {
        match self {
            Names::One(one) => one == name,
            Names::Under(start) => name.starts_with(start.as_str()),
        }
    }
}

/// A key that counts from one day to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrustedKey {
    /// The key.
    pub key: VerifierKey,
    /// The first day on which it counts.
    pub from: Date,
    /// The last day on which it counts.
    pub to: Date,
    /// That it counts no more, whatever the day.
    pub revoked: Option<Revoked>,
    /// Where it is listed.
    pub place: Place,
}

/// That a key counts no more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revoked {
    /// The day on which that was found.
    pub date: Date,
    /// Why.
    pub reason: String,
}

impl Trust {
    /// The auditor whose key a signature names, with that key.
    pub(crate) fn auditor(&self, of: &NoteSignature) -> Option<(&Auditor, &TrustedKey)> {
        let mut pairs = self
            .auditors
            .iter()
            .flat_map(|auditor| auditor.keys.iter().map(move |key| (auditor, key)));
        pairs.find(|(_, key)| of.names(&key.key))
    }

    /// The publisher whose key a signature names, with that key.
    pub(crate) fn publisher(&self, of: &NoteSignature) -> Option<(&Publisher, &TrustedKey)> {
        let pairs = self
            .publishers
            .iter()
            .flat_map(|publisher| publisher.keys.iter().map(move |key| (publisher, key)));
        pairs.into_iter().find(|(_, key)| of.names(&key.key))
    }
}
