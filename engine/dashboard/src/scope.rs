//! Sums over townships: of the whole audit, and of each county.

use std::collections::BTreeMap;

use luoshi_audit::results::{Gathering, ScoreOver, Spread, met_and_failing, tally};
use luoshi_audit::{Audit, Judged, Township};
use luoshi_evidence::Hundredths;
use luoshi_rules::Status;
use serde::Serialize;

use crate::atlas::Atlas;
use crate::details::shown;
use crate::index::months_in;
use crate::past::{Past, Turned};

/// Sums over some townships.
#[derive(Serialize)]
pub(crate) struct Scope {
    judged: u64,
    broken: u64,
    absent: u64,
    /// Of the duties that records prove: findings met or failing, and those failing.
    due: u64,
    failing: u64,
    records: u64,
    backfilled: u64,
    simulated: u64,
    /// Status and number, one after the other.
    counts: Vec<u64>,
    duties: Vec<DutyRow>,
    /// Of each scorecard that townships are ranked by, how scores and grades are spread.
    spreads: Vec<Option<SpreadRow>>,
    /// Posts that failures pass through: role, failures for which it answers first, at all, townships.
    roles: Vec<(String, u64, u64, u64)>,
    /// Ways up: roles, failures, townships.
    ways: Vec<(Vec<String>, u64, u64)>,
    /// What became of findings since the earlier audit, if there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    turned: Option<Turned>,
}

/// Group, due, failing, townships where it fails, then month, judged and failing of each month.
type DutyRow = (usize, u64, u64, u32, Vec<u32>);

/// How scores are spread.
#[derive(Serialize)]
struct SpreadRow {
    /// From, below, and how many: from the best down.
    bins: Vec<(String, String, u32)>,
    /// Grade and how many have it; an empty one for sheets without.
    grades: Vec<(String, u32)>,
    /// Lowest, lower quartile, median, upper quartile, highest.
    marks: [String; 5],
    vetoed: u32,
}

/// What all sums are made of.
pub(crate) struct Summing<'a> {
    pub(crate) audit: &'a Audit,
    pub(crate) atlas: &'a Atlas<'a>,
    pub(crate) months: &'a BTreeMap<&'a str, u32>,
    /// Those of townships, by scorecard.
    pub(crate) scores: &'a [ScoreOver],
    /// Over all, then of each county by name.
    pub(crate) gatherings: &'a [Gathering],
    pub(crate) past: Option<&'a Past<'a>>,
}

/// Posts and ways up that are listed.
const GATHERED_AT_MOST: usize = 15;

impl Summing<'_> {
    /// The sums of a county, or of all.
    pub(crate) fn scope(&self, county: Option<&str>) -> Scope {
        let inside = self.audit.townships.iter();
        let inside = inside.filter(|t| county.is_none_or(|county| t.county == county));
        let inside: Vec<&Township> = inside.collect();
        let tally = tally(self.audit, inside.iter().copied());
        let gathering = self.gatherings.iter();
        let gathering = gathering.filter(|g| g.county.as_deref() == county).take(1);
        let gathering: Vec<&Gathering> = gathering.collect();
        Scope {
            judged: tally.townships - tally.broken - tally.absent,
            broken: tally.broken,
            absent: tally.absent,
            due: tally.carried.of,
            failing: tally.carried.of - tally.carried.count,
            records: tally.backfilled.of,
            backfilled: tally.backfilled.count,
            simulated: tally.simulated,
            counts: flat(&tally.statuses),
            duties: self.duties(inside.iter().filter_map(|t| t.judged())),
            spreads: self
                .scores
                .iter()
                .map(|over| spread(over, county))
                .collect(),
            roles: gathering.iter().flat_map(|g| roles(g)).collect(),
            ways: gathering.iter().flat_map(|g| ways(g)).collect(),
            turned: self.past.map(|past| past.turned(county, self.atlas)),
        }
    }

    fn duties<'j>(&self, judged: impl Iterator<Item = &'j Judged>) -> Vec<DutyRow> {
        let mut sums: BTreeMap<usize, DutySum> = BTreeMap::new();
        for judged in judged {
            for counts in &judged.duties {
                let Some(at) = self.atlas.duty(&judged.plan, counts.duty) else {
                    continue;
                };
                let entry = &self.atlas.duties[at];
                let sum = sums.entry(entry.group).or_default();
                let (met, failing) = met_and_failing(entry.duty, &counts.counts);
                sum.due += met + failing;
                sum.failing += failing;
                sum.townships += u32::from(failing > 0);
                for (month, judged, failing) in months_in(self.months, counts) {
                    let month = sum.months.entry(month).or_default();
                    month.0 += judged;
                    month.1 += failing;
                }
            }
        }
        sums.into_iter().map(DutySum::row).collect()
    }
}

#[derive(Default)]
struct DutySum {
    due: u64,
    failing: u64,
    townships: u32,
    months: BTreeMap<u32, (u32, u32)>,
}

impl DutySum {
    fn row((group, sum): (usize, DutySum)) -> DutyRow {
        let months = sum.months.into_iter();
        let months = months.flat_map(|(month, (judged, failing))| [month, judged, failing]);
        (group, sum.due, sum.failing, sum.townships, months.collect())
    }
}

fn spread(over: &ScoreOver, county: Option<&str>) -> Option<SpreadRow> {
    let of: &Spread = match county {
        None => &over.whole,
        Some(county) => {
            let mut counties = over.counties.iter();
            &counties.find(|(name, _)| name == county)?.1
        }
    };
    let score = |hundredths: i64| Hundredths(hundredths).to_string();
    let scores = &of.scores;
    let bins = scores.bins.iter().rev();
    let grades = of.grades.iter();
    Some(SpreadRow {
        bins: bins
            .map(|bin| (score(bin.from), score(bin.below), bin.count))
            .collect(),
        grades: grades
            .map(|grade| (grade.grade.clone().unwrap_or_default(), grade.count))
            .collect(),
        marks: [
            scores.min,
            scores.lower,
            scores.median,
            scores.upper,
            scores.max,
        ]
        .map(score),
        vetoed: of.vetoed,
    })
}

fn roles(gathering: &Gathering) -> Vec<(String, u64, u64, u64)> {
    let roles = gathering.roles.iter().take(GATHERED_AT_MOST);
    roles
        .map(|over| {
            let name = shown(&over.role).to_owned();
            (name, over.first, over.answers, over.townships)
        })
        .collect()
}

fn ways(gathering: &Gathering) -> Vec<(Vec<String>, u64, u64)> {
    let chains = gathering.chains.iter().take(GATHERED_AT_MOST);
    chains
        .map(|over| {
            let roles = over.roles.iter().map(|role| shown(role).to_owned());
            (roles.collect(), over.failing, over.townships)
        })
        .collect()
}

/// Status and number, one after the other.
pub(crate) fn flat<N: Copy + TryFrom<usize> + Default>(counts: &BTreeMap<Status, N>) -> Vec<N> {
    let all = Status::ALL.into_iter().enumerate();
    all.filter_map(|(at, status)| {
        Some([N::try_from(at).unwrap_or_default(), *counts.get(&status)?])
    })
    .flatten()
    .collect()
}
