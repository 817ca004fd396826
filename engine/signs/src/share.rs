//! How much of the ledger was entered late: by month, duty and clerk.

use std::collections::BTreeMap;

use luoshi_evidence::{Kind, date_of};
use serde::{Deserialize, Serialize};

use crate::collect::Given;
use crate::rows::{Row, rows};

/// Records and those of them that were backfilled.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Share {
    /// Of what.
    pub by: ShareBy,
    /// The month as 2012-05, the duty or the clerk by id.
    pub key: String,
    /// Records that say when they were entered.
    pub records: u64,
    /// Those that entered later than the plan's grace.
    pub backfilled: u64,
}

/// Of what a share is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ShareBy {
    /// Of all.
    All,
    /// Of the month of the event.
    Month,
    /// Of a duty.
    Duty,
    /// Of whoever entered them; only where details are given.
    Clerk,
}

impl ShareBy {
    /// The word in JSON, and the end of its key in the catalogue.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            ShareBy::All => "all",
            ShareBy::Month => "month",
            ShareBy::Duty => "duty",
            ShareBy::Clerk => "clerk",
        }
    }
}

/// The shares, by what they are of.
#[must_use]
pub fn shares(given: Given<'_>) -> Vec<Share> {
    let mut counts: BTreeMap<(ShareBy, String), (u64, u64)> = BTreeMap::new();
    for row in rows(given.evidence, &WORK) {
        let Some(late) = is_late(given, &row) else {
            continue;
        };
        for key in keys(given, &row) {
            let count = counts.entry(key).or_default();
            count.0 += 1;
            count.1 += u64::from(late);
        }
    }
    let share = |((by, key), (records, backfilled))| Share {
        by,
        key,
        records,
        backfilled,
    };
    counts.into_iter().map(share).collect()
}

/// Kinds that tell of work; corrections, waivers, decisions and appeals are about records.
pub(crate) const WORK: [Kind; 14] = [
    Kind::Meeting,
    Kind::Visit,
    Kind::Shift,
    Kind::Inspection,
    Kind::Incident,
    Kind::Response,
    Kind::Task,
    Kind::TaskDone,
    Kind::Document,
    Kind::Training,
    Kind::Reward,
    Kind::Metric,
    Kind::Report,
    Kind::Rectification,
];

/// Whether a record was backfilled, as the plan means it; none if it does not say when it was entered.
pub(crate) fn is_late(given: Given<'_>, row: &Row<'_>) -> Option<bool> {
    let wait = i64::from(row.recorded()?) - i64::from(row.day());
    Some(wait > i64::from(given.plan.settings.backfill))
}

/// What a record counts for.
fn keys(given: Given<'_>, row: &Row<'_>) -> Vec<(ShareBy, String)> {
    let month = date_of(row.day()).strftime("%Y-%m").to_string();
    let mut keys = vec![(ShareBy::All, String::new()), (ShareBy::Month, month)];
    if !row.duty().is_empty() {
        keys.push((ShareBy::Duty, row.duty().to_owned()));
    }
    if let Some(clerk) = given.details.and_then(|details| details.by(row.id())) {
        keys.push((ShareBy::Clerk, clerk.to_owned()));
    }
    keys
}
