//! Townships by rank. Ties share a rank, and the next is further down by as many: 1, 1, 3.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use luoshi_plan::Decimal;
use serde::Serialize;
use serde::ser::Serializer;

use super::changes::Before;
use super::share::Share;
use super::tally::carried;
use crate::model::{Audit, Judged, Township};

/// By what townships are ranked.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// By the share that they carried out.
    Carried,
    /// By their own sheet of a scorecard; sheets about villages are not ranked.
    Score {
        /// The scorecard: its id.
        scorecard: String,
        /// Its name.
        name: String,
    },
}

/// Townships by rank.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ranking {
    /// By what.
    pub by: Measure,
    /// How many different sets of packages the plans of the ranked build on. Of more than one, like is not
    /// quite compared with like.
    pub packages: u32,
    /// Townships that were judged and have no such figure: they are not ranked.
    pub without: u32,
    /// The ranked, by rank, then by code.
    pub standings: Vec<Standing>,
}

/// Where a township stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Standing {
    /// Its code.
    pub code: String,
    /// Where it lies.
    pub source: String,
    /// Its name.
    pub name: String,
    /// Its county.
    pub county: String,
    /// Its rank among all.
    pub rank: u32,
    /// Its rank in its county; none for one that belongs to none.
    pub in_county: Option<u32>,
    /// By what it is ranked.
    pub value: Value,
    /// Its grade, if the scorecard has grades.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grade: Option<String>,
    /// Where it stood in the last period, if it did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Before>,
}

/// What is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value {
    /// A share.
    Share(Share),
    /// A score in hundredths.
    Score(i64),
}

impl Value {
    fn compare(self, other: Value) -> Ordering {
        match (self, other) {
            (Value::Share(one), Value::Share(other)) => one.compare(other),
            (Value::Score(one), Value::Score(other)) => one.cmp(&other),
            // Never within one ranking.
            (Value::Share(_), Value::Score(_)) => Ordering::Less,
            (Value::Score(_), Value::Share(_)) => Ordering::Greater,
        }
    }

    /// As people read it.
    #[must_use]
    pub fn text(self) -> String {
        match self {
            Value::Share(share) => share.percent().unwrap_or_default(),
            Value::Score(score) => Decimal(score).to_string(),
        }
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Share(share) => share.serialize(to),
            Value::Score(score) => to.collect_str(&Decimal(*score)),
        }
    }
}

/// Every ranking of an audit: by the share carried out, then by each scorecard, by its id.
#[must_use]
pub fn rankings(audit: &Audit) -> Vec<Ranking> {
    let all = audit.townships.iter();
    let judged: Vec<(&Township, &Judged)> = all
        .filter_map(|township| Some((township, township.judged()?)))
        .collect();
    let mut rankings = vec![by_carried(audit, &judged)];
    for (scorecard, name) in scorecards(audit, &judged) {
        rankings.push(by_score(audit, &judged, scorecard, name));
    }
    rankings
}

/// The scorecards by which townships themselves are scored, with the name that the first of them has for it.
fn scorecards<'a>(
    audit: &'a Audit,
    judged: &[(&'a Township, &'a Judged)],
) -> BTreeMap<&'a str, &'a str> {
    let mut cards = BTreeMap::new();
    for (_, judged) in judged {
        for score in judged.scores.iter().filter(|score| score.subject.is_none()) {
            let id = score.scorecard.as_str();
            cards
                .entry(id)
                .or_insert_with(|| audit.card_name(judged, id));
        }
    }
    cards
}

fn by_carried(audit: &Audit, judged: &[(&Township, &Judged)]) -> Ranking {
    let figure = |judged: &Judged| {
        let share = carried(audit, judged);
        (share.of > 0).then_some((Value::Share(share), None))
    };
    ranking(audit, Measure::Carried, judged, figure)
}

fn by_score(audit: &Audit, judged: &[(&Township, &Judged)], card: &str, name: &str) -> Ranking {
    let measure = Measure::Score {
        scorecard: card.to_owned(),
        name: name.to_owned(),
    };
    ranking(audit, measure, judged, |judged| {
        let mut sheets = judged.scores.iter();
        let sheet = sheets.find(|s| s.subject.is_none() && s.scorecard == card)?;
        Some((Value::Score(sheet.score), sheet.grade.clone()))
    })
}

fn ranking(
    audit: &Audit,
    by: Measure,
    judged: &[(&Township, &Judged)],
    figure: impl Fn(&Judged) -> Option<(Value, Option<String>)>,
) -> Ranking {
    let mut standings = Vec::new();
    let mut packages = BTreeSet::new();
    for (township, judged) in judged {
        if let Some((value, grade)) = figure(judged) {
            packages.insert(audit.plans.get(&judged.plan).map(|table| &table.packages));
            standings.push(Standing {
                code: township.code.clone(),
                source: township.source.clone(),
                name: township.name.clone(),
                county: township.county.clone(),
                rank: 0,
                in_county: None,
                value,
                grade,
                before: None,
            });
        }
    }
    place(&mut standings);
    let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    Ranking {
        by,
        packages: count(packages.len()),
        without: count(judged.len() - standings.len()),
        standings,
    }
}

/// Sorts standings, and gives each its ranks.
fn place(standings: &mut [Standing]) {
    // By code they are already, and stay so where values are alike.
    standings.sort_by(|a, b| b.value.compare(a.value));
    let alike = |a: &Standing, b: &Standing| a.value.compare(b.value).is_eq();
    let all = ranks(standings, alike);
    let mut counties: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, (standing, rank)) in standings.iter_mut().zip(all).enumerate() {
        standing.rank = rank;
        if !standing.county.is_empty() {
            counties
                .entry(standing.county.clone())
                .or_default()
                .push(at);
        }
    }
    for members in counties.values() {
        let ranks = ranks(members, |a, b| alike(&standings[*a], &standings[*b]));
        for (at, rank) in members.iter().zip(ranks) {
            standings[*at].in_county = Some(rank);
        }
    }
}

/// The ranks of what is sorted already: 1, 1, 3.
pub(crate) fn ranks<T>(sorted: &[T], alike: impl Fn(&T, &T) -> bool) -> Vec<u32> {
    let mut ranks: Vec<u32> = Vec::with_capacity(sorted.len());
    for (at, one) in sorted.iter().enumerate() {
        let tied = at
            .checked_sub(1)
            .filter(|before| alike(&sorted[*before], one));
        let next = u32::try_from(at + 1).unwrap_or(u32::MAX);
        ranks.push(tied.map_or(next, |before| ranks[before]));
    }
    ranks
}

impl Audit {
    /// The name of a scorecard in a township's plan; its id where the plan has no name for it.
    pub(crate) fn card_name<'a>(&'a self, judged: &'a Judged, id: &'a str) -> &'a str {
        let table = self.plans.get(&judged.plan);
        let duty = table.and_then(|table| table.duties.iter().find(|duty| duty.id == id));
        duty.map_or(id, |duty| &duty.name)
    }
}
