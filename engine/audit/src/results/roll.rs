//! Who is there: the townships that could not be judged, that are there twice, that are not there at all.

use std::collections::BTreeMap;

use luoshi_diagnostics::Code;
use serde::Serialize;

use crate::model::{Audit, Outcome, Township, Trouble};

/// Who is there, and how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Roll {
    /// Townships that could not be judged, and why.
    pub broken: Vec<Broken>,
    /// Townships of the register that were not found.
    pub absent: Vec<Named>,
    /// Codes that several townships have.
    pub twice: Vec<Twice>,
}

/// A township that could not be judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Broken {
    /// Which.
    #[serde(flatten)]
    pub township: Named,
    /// Why.
    pub troubles: Vec<Trouble>,
}

/// A township by name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Named {
    /// Its code.
    pub code: String,
    /// Where it lies.
    pub source: String,
    /// Its name.
    pub name: String,
    /// Its county.
    pub county: String,
}

/// A code that several townships have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Twice {
    /// The code.
    pub code: String,
    /// Where they lie.
    pub sources: Vec<String>,
}

/// Who is there.
#[must_use]
pub fn roll(audit: &Audit) -> Roll {
    let absent = audit
        .townships
        .iter()
        .filter(|township| township.is_absent());
    let mut codes: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for township in audit
        .townships
        .iter()
        .filter(|township| !township.is_absent())
    {
        codes
            .entry(&township.code)
            .or_default()
            .push(township.source.clone());
    }
    let twice = codes.into_iter().filter(|(_, sources)| sources.len() > 1);
    Roll {
        broken: audit.townships.iter().filter_map(broken).collect(),
        absent: absent.map(Named::of).collect(),
        twice: twice
            .map(|(code, sources)| Twice {
                code: code.to_owned(),
                sources,
            })
            .collect(),
    }
}

fn broken(township: &Township) -> Option<Broken> {
    match &township.outcome {
        Outcome::Judged(_) => None,
        Outcome::Broken(_) if township.is_absent() => None,
        Outcome::Broken(troubles) => Some(Broken {
            township: Named::of(township),
            troubles: troubles.clone(),
        }),
    }
}

impl Named {
    /// The names of a township.
    #[must_use]
    pub fn of(township: &Township) -> Named {
        Named {
            code: township.code.clone(),
            source: township.source.clone(),
            name: township.name.clone(),
            county: township.county.clone(),
        }
    }
}

impl Township {
    /// Whether a register has it and it was not found.
    #[must_use]
    pub fn is_absent(&self) -> bool {
        match &self.outcome {
            Outcome::Judged(_) => false,
            Outcome::Broken(troubles) => {
                troubles.iter().any(|t| t.code == Code::TownshipAbsent.id())
            }
        }
    }
}
