//! Signs that somebody should ask about the evidence, as an audit keeps them.

use std::collections::BTreeMap;

use luoshi_diagnostics::{Lang, Messages};
use luoshi_signs::{ErrorRate, Sign, indication_text};
use serde::{Deserialize, Serialize};

use crate::model::Texts;

/// Records that are named at most; `luoshi audit signs` names more.
const NAMED: usize = 20;

/// Something in the ledger of a township that somebody should ask about. No finding: it counts in no status, share,
/// score, rank or grade.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indication {
    /// The sign, and whom or what it is about: `two-places/PT007`. Unique in a township.
    pub id: String,
    /// What it is a sign of.
    pub sign: Sign,
    /// A staff number, subject, duty or clerk by id; none for the township.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// Whom to ask: staff numbers, else the role that answers for the duty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ask: Vec<String>,
    /// Why.
    pub reason: Texts,
    /// How many records it rests on.
    pub count: u64,
    /// Their ids; the first 20 by day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub records: Vec<String>,
    /// The limits that were passed, by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub thresholds: BTreeMap<String, i64>,
    /// How often the sign is seen where there is nothing to find.
    pub error: ErrorRate,
}

impl Indication {
    /// An indication in both languages.
    pub(crate) fn of(seen: &luoshi_signs::Indication) -> Indication {
        let reason = |lang| indication_text(Messages::of(lang), seen);
        Indication {
            id: seen.id.clone(),
            sign: seen.sign,
            about: seen.about.clone(),
            ask: seen.ask.clone(),
            reason: Texts {
                zh: reason(Lang::ZhCn),
                en: reason(Lang::En),
            },
            count: seen.count,
            records: seen.records.iter().take(NAMED).cloned().collect(),
            thresholds: seen.thresholds.clone(),
            error: seen.error,
        }
    }
}
