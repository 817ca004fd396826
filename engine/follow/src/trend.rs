//! Several audits in order of their day: what fails, what the score is, which rank.

use std::collections::{BTreeMap, BTreeSet};

use luoshi_audit::{Audit, DutyCounts, Head, Judged, Score, Township};
use luoshi_plan::model::Severity;
use luoshi_rules::{Status, fails};

use crate::line::{Line, by_day, lines};
use crate::standing::Seen;

/// Audits in order of their day.
#[derive(Debug)]
pub struct Trend<'a> {
    /// What holds for each audit.
    pub heads: Vec<&'a Head>,
    /// Over all townships that were judged, for each audit.
    pub all: Vec<Point>,
    /// Townships judged, and broken, for each audit.
    pub judged: Vec<(u32, u32)>,
    /// Duties over all townships, in order of id.
    pub duties: Vec<DutyTrend<'a>>,
    /// Each township, in order of code and source.
    pub townships: Vec<TownshipTrend<'a>>,
}

/// How many findings are over and can be told, and how many of them fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Point {
    /// Findings that fail.
    pub failing: u32,
    /// Findings that are met, late, missed or violated.
    pub judged: u32,
}

impl Point {
    /// The share of failing ones in tenths of a per cent, rounded half up; none of none.
    #[must_use]
    pub fn per_mille(self) -> Option<u32> {
        let whole = u64::from(self.judged);
        let twice = 2 * 1000 * u64::from(self.failing) + whole;
        let rounded = twice.checked_div(2 * whole)?;
        u32::try_from(rounded).ok()
    }

    fn add(&mut self, more: Point) {
        self.failing += more.failing;
        self.judged += more.judged;
    }
}

/// A duty through several audits.
#[derive(Debug)]
pub struct DutyTrend<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its name, as the last audit that has it says.
    pub name: &'a str,
    /// For each audit; none where no plan has it.
    pub points: Vec<Option<Point>>,
}

/// A township through several audits.
#[derive(Debug)]
pub struct TownshipTrend<'a> {
    /// As each audit has it.
    pub at: Vec<Option<&'a Township>>,
    /// For each audit; none where it was not judged.
    pub points: Vec<Option<Point>>,
    /// Its duties, in order of id.
    pub duties: Vec<DutyTrend<'a>>,
    /// Its scorecards, in order of id, with its score and rank in each audit.
    pub scores: Vec<(&'a str, Vec<Option<Rank>>)>,
}

/// A score and its rank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rank {
    /// The score, in hundredths.
    pub score: i64,
    /// 1 + townships of the county whose score is strictly better.
    pub rank: u32,
    /// Townships of the county with a score.
    pub of: u32,
}

/// Shows audits as a trend.
#[must_use]
pub fn trend<'a>(audits: &[&'a Audit]) -> Trend<'a> {
    let audits = by_day(audits.to_vec());
    let ranks: Vec<Ranks<'a>> = audits.iter().map(|audit| Ranks::of(audit)).collect();
    let lines = lines(&audits);
    let lines = lines.into_iter();
    let townships: Vec<TownshipTrend<'a>> =
        lines.map(|line| township(&audits, &ranks, line)).collect();
    let mut all = vec![Point::default(); audits.len()];
    let mut duties: BTreeMap<&str, DutyTrend<'a>> = BTreeMap::new();
    for township in &townships {
        for (sum, point) in all.iter_mut().zip(&township.points) {
            sum.add(point.unwrap_or_default());
        }
        for duty in &township.duties {
            let sums = duties.entry(duty.id).or_insert_with(|| DutyTrend {
                id: duty.id,
                name: duty.name,
                points: vec![None; audits.len()],
            });
            for (sum, point) in sums.points.iter_mut().zip(&duty.points) {
                if let Some(point) = point {
                    sum.get_or_insert_default().add(*point);
                }
            }
        }
    }
    let judged = audits.iter().map(|audit| {
        let judged = audit.townships.iter().filter(|t| t.judged().is_some());
        let judged = judged.count();
        (count(judged), count(audit.townships.len() - judged))
    });
    Trend {
        heads: audits.iter().map(|audit| &audit.head).collect(),
        all,
        judged: judged.collect(),
        duties: duties.into_values().collect(),
        townships,
    }
}

fn township<'a>(audits: &[&'a Audit], ranks: &[Ranks<'a>], line: Line<'a>) -> TownshipTrend<'a> {
    let mut points = vec![None; audits.len()];
    let mut duties: BTreeMap<&str, DutyTrend<'a>> = BTreeMap::new();
    let mut scores: BTreeMap<&str, Vec<Option<Rank>>> = BTreeMap::new();
    for (at, township) in line.at.iter().enumerate() {
        let Ok(seen) = Seen::of(audits[at], *township) else {
            continue;
        };
        let mut sum = Point::default();
        for counts in &seen.judged.duties {
            let Some(duty) = seen.plan.duties.get(counts.duty as usize) else {
                continue;
            };
            let point = point(counts, duty.severity);
            sum.add(point);
            let row = duties.entry(&duty.id).or_insert_with(|| DutyTrend {
                id: &duty.id,
                name: &duty.name,
                points: vec![None; audits.len()],
            });
            row.name = &duty.name;
            row.points[at] = Some(point);
        }
        points[at] = Some(sum);
        for score in own_scores(seen.judged) {
            let row = scores.entry(&score.scorecard);
            let row = row.or_insert_with(|| vec![None; audits.len()]);
            row[at] = Some(ranks[at].of_score(&seen.township.county, score));
        }
    }
    TownshipTrend {
        at: line.at,
        points,
        duties: duties.into_values().collect(),
        scores: scores.into_iter().collect(),
    }
}

fn point(counts: &DutyCounts, severity: Severity) -> Point {
    let mut point = Point::default();
    for (status, count) in &counts.counts {
        let over = matches!(
            status,
            Status::Met | Status::Late | Status::Missed | Status::Violated
        );
        if over {
            point.judged += count;
        }
        if fails(*status, severity) {
            point.failing += count;
        }
    }
    point
}

/// The scores of the township itself.
fn own_scores(judged: &Judged) -> impl Iterator<Item = &Score> {
    judged.scores.iter().filter(|score| score.subject.is_none())
}

/// The scores of an audit, by county and scorecard, ascending.
struct Ranks<'a>(BTreeMap<(&'a str, &'a str), Vec<i64>>);

impl<'a> Ranks<'a> {
    fn of(audit: &'a Audit) -> Ranks<'a> {
        let mut all: BTreeMap<(&str, &str), Vec<i64>> = BTreeMap::new();
        for township in &audit.townships {
            let judged = township.judged();
            let mut cards = BTreeSet::new();
            for score in judged.into_iter().flat_map(own_scores) {
                if cards.insert(&score.scorecard) {
                    let key = (township.county.as_str(), score.scorecard.as_str());
                    all.entry(key).or_default().push(score.score);
                }
            }
        }
        all.values_mut().for_each(|scores| scores.sort_unstable());
        Ranks(all)
    }

    fn of_score(&self, county: &str, score: &Score) -> Rank {
        let key = (county, score.scorecard.as_str());
        let all = self.0.get(&key).map_or(&[][..], Vec::as_slice);
        let better = all.len() - all.partition_point(|other| *other <= score.score);
        Rank {
            score: score.score,
            rank: 1 + count(better),
            of: count(all.len()),
        }
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
