//! The signs about the evidence of all townships, by what they are signs of.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use luoshi_signs::{ErrorRate, Sign};
use serde::Serialize;

use super::share::Share;
use crate::model::{Audit, Township};

/// The signs of an audit. They rank nobody: over many townships chance alone shows some.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Signs {
    /// Townships with a sign, of those that were judged.
    pub townships: Share,
    /// Each sign that was seen: those that cannot be as recorded first, then by how many townships show it.
    pub seen: Vec<SignOver>,
}

/// One sign over all townships.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SignOver {
    /// The sign.
    pub sign: Sign,
    /// Townships that show it.
    pub townships: u64,
    /// Indications of it.
    pub indications: u64,
    /// How often it is seen where there is nothing to find.
    pub error: ErrorRate,
}

/// The signs of all townships.
#[must_use]
pub fn signs(audit: &Audit) -> Signs {
    let (mut judged, mut any) = (0, 0);
    let mut seen: BTreeMap<Sign, SignOver> = BTreeMap::new();
    for township in audit.townships.iter().filter_map(Township::judged) {
        judged += 1;
        any += u64::from(!township.signs.is_empty());
        let mut last = None;
        // By sign, as they were found.
        for indication in &township.signs {
            let over = seen.entry(indication.sign).or_insert(SignOver {
                sign: indication.sign,
                townships: 0,
                indications: 0,
                error: indication.error,
            });
            over.indications += 1;
            over.townships += u64::from(last != Some(indication.sign));
            last = Some(indication.sign);
        }
    }
    let mut seen: Vec<SignOver> = seen.into_values().collect();
    seen.sort_by_key(|over| (over.sign.family(), Reverse(over.townships), over.sign));
    Signs {
        townships: Share::bad(any, judged),
        seen,
    }
}
