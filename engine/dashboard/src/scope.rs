//! Sums over townships: of the whole audit, and of each county.

use std::collections::BTreeMap;

use luoshi_audit::{Judged, Outcome, Township};
use luoshi_evidence::Hundredths;
use luoshi_rules::Status;
use serde::Serialize;

use crate::atlas::Atlas;
use crate::figures::{By, Tally, bins, of_duty, score};
use crate::index::months_in;

/// Sums over some townships.
#[derive(Serialize)]
pub(crate) struct Scope {
    judged: u32,
    broken: u32,
    /// Findings met or failing that count in the share, and those failing.
    due: u32,
    failing: u32,
    records: u64,
    backfilled: u64,
    corrected: u64,
    /// Townships whose records are simulated.
    simulated: u32,
    /// Townships with a score that a veto set.
    vetoed: u32,
    /// Whether the places go by the score; by the share otherwise. None where places are of several counties.
    by_score: Option<bool>,
    /// Status and number, one after the other.
    counts: Vec<u32>,
    /// Group, due, failing, townships where it fails, then month, judged and failing of each month.
    duties: Vec<(usize, u32, u32, u32, Vec<u32>)>,
    /// From, up to, and how many scores: from the best down.
    scores: Vec<(String, String, u32)>,
    /// Grade and how many townships have it.
    grades: Vec<(String, u32)>,
}

/// Adds up some townships.
pub(crate) struct Adding<'m> {
    months: &'m BTreeMap<&'m str, u32>,
    scope: Scope,
    counts: BTreeMap<Status, u32>,
    duties: BTreeMap<usize, DutySum>,
    scores: Vec<i64>,
    grades: BTreeMap<String, u32>,
}

#[derive(Default)]
struct DutySum {
    tally: Tally,
    townships: u32,
    months: BTreeMap<u32, (u32, u32)>,
}

impl<'m> Adding<'m> {
    pub(crate) fn new(months: &'m BTreeMap<&'m str, u32>) -> Adding<'m> {
        let scope = Scope {
            judged: 0,
            broken: 0,
            due: 0,
            failing: 0,
            records: 0,
            backfilled: 0,
            corrected: 0,
            simulated: 0,
            vetoed: 0,
            by_score: None,
            counts: Vec::new(),
            duties: Vec::new(),
            scores: Vec::new(),
            grades: Vec::new(),
        };
        Adding {
            months,
            scope,
            counts: BTreeMap::new(),
            duties: BTreeMap::new(),
            scores: Vec::new(),
            grades: BTreeMap::new(),
        }
    }

    pub(crate) fn add(&mut self, atlas: &Atlas<'_>, township: &Township, tally: Tally) {
        match &township.outcome {
            Outcome::Broken(_) => self.scope.broken += 1,
            Outcome::Judged(judged) => self.add_judged(atlas, judged, tally),
        }
    }

    fn add_judged(&mut self, atlas: &Atlas<'_>, judged: &Judged, tally: Tally) {
        let scope = &mut self.scope;
        scope.judged += 1;
        scope.due += tally.due();
        scope.failing += tally.failing;
        scope.records += u64::from(judged.records);
        scope.backfilled += u64::from(judged.backfilled);
        scope.corrected += u64::from(judged.corrected);
        scope.simulated += u32::from(judged.simulated.is_some());
        if let Some(score) = score(judged) {
            scope.vetoed += u32::from(!score.vetoes.is_empty());
            self.scores.push(score.score);
            if let Some(grade) = &score.grade {
                *self.grades.entry(grade.clone()).or_default() += 1;
            }
        }
        self.add_duties(atlas, judged);
    }

    fn add_duties(&mut self, atlas: &Atlas<'_>, judged: &Judged) {
        for counts in &judged.duties {
            let Some(at) = atlas.duty(&judged.plan, counts.duty) else {
                continue;
            };
            let entry = &atlas.duties[at];
            let tally = of_duty(entry.duty, counts);
            let sum = self.duties.entry(entry.group).or_default();
            sum.tally.add(tally);
            sum.townships += u32::from(tally.failing > 0);
            for (month, judged, failing) in months_in(self.months, counts) {
                let month = sum.months.entry(month).or_default();
                month.0 += judged;
                month.1 += failing;
            }
            for (status, count) in &counts.counts {
                *self.counts.entry(*status).or_default() += count;
            }
        }
    }

    /// The sums; `by` is what the places of one county go by.
    pub(crate) fn done(self, by: Option<By>) -> Scope {
        let mut scope = self.scope;
        scope.by_score = by.map(|by| by == By::Score);
        scope.counts = flat(&self.counts);
        scope.duties = self.duties.into_iter().map(duty_row).collect();
        let shown = |hundredths| Hundredths(hundredths).to_string();
        let bins = bins(&self.scores).into_iter();
        scope.scores = bins
            .map(|bin| (shown(bin.low), shown(bin.high), bin.count))
            .collect();
        scope.grades = self.grades.into_iter().collect();
        scope
    }
}

fn duty_row((group, sum): (usize, DutySum)) -> (usize, u32, u32, u32, Vec<u32>) {
    let DutySum {
        tally,
        townships,
        months,
    } = sum;
    let months = months.into_iter();
    let months = months.flat_map(|(month, (judged, failing))| [month, judged, failing]);
    (
        group,
        tally.due(),
        tally.failing,
        townships,
        months.collect(),
    )
}

/// Status and number, one after the other.
pub(crate) fn flat(counts: &BTreeMap<Status, u32>) -> Vec<u32> {
    let all = (0u32..).zip(Status::ALL);
    all.filter_map(|(at, status)| Some([at, *counts.get(&status)?]))
        .flatten()
        .collect()
}
