//! What has changed since the last period.

use std::collections::BTreeMap;

use jiff::civil::Date;
use luoshi_plan::Decimal;
use serde::Serialize;

use super::ranking::{Ranking, Standing, Value, rankings};
use super::roll::Named;
use crate::model::{Audit, Township};

/// What has changed since the last period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Changes {
    /// The day of the last period's audit.
    pub previous: Date,
    /// Townships that are in both.
    pub compared: u32,
    /// Townships that are new.
    pub new: Vec<Named>,
    /// Townships that are gone, with what was known of them.
    pub gone: Vec<Gone>,
    /// Townships that were judged and cannot be judged any more.
    pub stopped: Vec<Named>,
    /// Townships that could not be judged and now are.
    pub resumed: Vec<Named>,
}

/// A township that is no longer there.
pub type Gone = Named;

/// Where a township stood in the last period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Before {
    /// Its rank among all.
    pub rank: u32,
    /// Its rank in its county.
    pub in_county: Option<u32>,
    /// By what it was ranked.
    pub value: Value,
    /// By how many ranks it rose among all; negative if it fell.
    pub rose: i64,
    /// By how many points it gained, for a score.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gained: Option<String>,
}

/// Compares an audit with that of the last period, and says in its rankings where each township stood.
///
/// A township is known by its code; where several have one code, by where it lies as well.
#[must_use]
pub fn changes(audit: &Audit, now: &mut [Ranking], previous: &Audit) -> Changes {
    let before = rankings(previous);
    let known = Known::of(previous);
    let known_now = Known::of(audit);
    for ranking in now {
        if let Some(of_before) = before.iter().find(|other| same(ranking, other)) {
            let stood: BTreeMap<(&str, &str), &Standing> = of_before
                .standings
                .iter()
                .map(|s| ((s.code.as_str(), s.source.as_str()), s))
                .collect();
            for standing in &mut ranking.standings {
                let other = known.find(&standing.code, &standing.source, &known_now);
                let other = other.and_then(|township| stood.get(&township.order()));
                standing.before = other.map(|other| stood_before(standing, other));
            }
        }
    }
    let pair = |township: &'_ Township| known.find(&township.code, &township.source, &known_now);
    let there = audit
        .townships
        .iter()
        .filter(|township| !township.is_absent());
    let pairs: Vec<(&Township, Option<&Township>)> = there.map(|t| (t, pair(t))).collect();
    let turned = |from: bool, to: bool| {
        let both = pairs
            .iter()
            .filter_map(|(now, before)| Some((now, (*before)?)));
        let turned = both.filter(|(now, before)| {
            before.judged().is_some() == from && now.judged().is_some() == to
        });
        turned.map(|(now, _)| Named::of(now)).collect()
    };
    let gone = previous
        .townships
        .iter()
        .filter(|township| !township.is_absent());
    let gone = gone.filter(|t| known_now.find(&t.code, &t.source, &known).is_none());
    let compared = pairs.iter().filter(|(_, before)| before.is_some()).count();
    Changes {
        previous: previous.head.as_of,
        compared: u32::try_from(compared).unwrap_or(u32::MAX),
        new: pairs
            .iter()
            .filter(|(_, b)| b.is_none())
            .map(|(t, _)| Named::of(t))
            .collect(),
        gone: gone.map(Named::of).collect(),
        stopped: turned(true, false),
        resumed: turned(false, true),
    }
}

fn same(one: &Ranking, other: &Ranking) -> bool {
    use super::ranking::Measure;
    match (&one.by, &other.by) {
        (Measure::Carried, Measure::Carried) => true,
        (
            Measure::Score { scorecard: one, .. },
            Measure::Score {
                scorecard: other, ..
            },
        ) => one == other,
        (Measure::Carried, Measure::Score { .. }) | (Measure::Score { .. }, Measure::Carried) => {
            false
        }
    }
}

fn stood_before(now: &Standing, before: &Standing) -> Before {
    let gained = match (now.value, before.value) {
        (Value::Score(now), Value::Score(before)) => Some(Decimal(now - before).to_string()),
        _ => None,
    };
    Before {
        rank: before.rank,
        in_county: before.in_county,
        value: before.value,
        rose: i64::from(before.rank) - i64::from(now.rank),
        gained,
    }
}

/// The townships that are there, by code.
struct Known<'a>(BTreeMap<&'a str, Vec<&'a Township>>);

impl<'a> Known<'a> {
    fn of(audit: &'a Audit) -> Known<'a> {
        let mut known: BTreeMap<&str, Vec<&Township>> = BTreeMap::new();
        for township in audit
            .townships
            .iter()
            .filter(|township| !township.is_absent())
        {
            known.entry(&township.code).or_default().push(township);
        }
        Known(known)
    }

    /// The township that is the same as one of the other audit.
    fn find(&self, code: &str, source: &str, other: &Known<'_>) -> Option<&'a Township> {
        let here = self.0.get(code)?;
        let alone = |all: Option<&Vec<&Township>>| all.is_some_and(|all| all.len() == 1);
        match here.as_slice() {
            [only] if alone(other.0.get(code)) => Some(only),
            several => several
                .iter()
                .find(|township| township.source == source)
                .copied(),
        }
    }
}
