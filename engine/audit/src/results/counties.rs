//! Counties side by side.

use std::collections::BTreeMap;

use serde::Serialize;

use super::ranking::ranks;
use super::tally::{Tally, tally};
use crate::model::{Audit, Township};

/// A county.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct County {
    /// Its name; empty for townships of which nobody said where they belong.
    pub county: String,
    /// Its rank by the share that its townships carried out, all findings of them together; none if nothing
    /// was judged, and none for townships that belong to no county.
    pub rank: Option<u32>,
    /// What its townships come to together.
    #[serde(flatten)]
    pub tally: Tally,
}

/// The counties of an audit, by rank, then by name; those without a rank last.
#[must_use]
pub fn counties(audit: &Audit) -> Vec<County> {
    let counties = by_county(audit).into_iter();
    let mut counties: Vec<County> = counties
        .map(|(county, townships)| County {
            county: county.to_owned(),
            rank: None,
            tally: tally(audit, townships),
        })
        .collect();
    let ranked = |county: &&mut County| !county.county.is_empty() && county.tally.carried.of > 0;
    let mut ranked: Vec<&mut County> = counties.iter_mut().filter(ranked).collect();
    ranked.sort_by(|a, b| b.tally.carried.compare(a.tally.carried));
    let ranks = ranks(&ranked, |a, b| {
        a.tally.carried.compare(b.tally.carried).is_eq()
    });
    for (county, rank) in ranked.into_iter().zip(ranks) {
        county.rank = Some(rank);
    }
    // By name they are already.
    counties.sort_by_key(|county| county.rank.unwrap_or(u32::MAX));
    counties
}

/// The townships of each county, in their order, by the name of the county.
pub(crate) fn by_county(audit: &Audit) -> BTreeMap<&str, Vec<&Township>> {
    let mut counties: BTreeMap<&str, Vec<&Township>> = BTreeMap::new();
    for township in &audit.townships {
        counties.entry(&township.county).or_default().push(township);
    }
    counties
}
