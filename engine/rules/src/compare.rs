//! What differs between two assessments: findings, proposals, scores.

use std::collections::{BTreeMap, BTreeSet};

use luoshi_plan::Decimal;

use crate::assessment::{Assessment, Finding, Label, Proposal, ScoreSheet, Status, fails};

/// What differs between two assessments.
#[derive(Debug, Clone)]
pub struct Comparison<'a> {
    /// Findings of each status that occurs: before, after.
    pub counts: Vec<(Status, usize, usize)>,
    /// Findings that differ, in the order of the second assessment; those that it lacks come last.
    pub findings: Vec<Change<'a>>,
    /// Proposals that are new.
    pub proposed: Vec<&'a Proposal>,
    /// Proposals that are gone.
    pub dropped: Vec<&'a Proposal>,
    /// Score sheets whose score, grade or rank differs.
    pub scores: Vec<ScoreChange<'a>>,
}

/// A finding before and after; at least one of them is there.
#[derive(Debug, Clone, Copy)]
pub struct Change<'a> {
    /// In the first assessment.
    pub before: Option<&'a Finding>,
    /// In the second.
    pub after: Option<&'a Finding>,
}

/// Which way a finding went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Turn {
    /// It fails now and did not.
    Worse,
    /// It failed and does not now.
    Better,
    /// It fails or not as it did, with another status or figure.
    Other,
}

impl Change<'_> {
    /// Which way it went.
    #[must_use]
    pub fn turn(&self) -> Turn {
        let failing = |f: Option<&Finding>| f.is_some_and(|f| fails(f.status, f.severity));
        match (failing(self.before), failing(self.after)) {
            (false, true) => Turn::Worse,
            (true, false) => Turn::Better,
            _ => Turn::Other,
        }
    }
}

/// A score sheet before and after.
#[derive(Debug, Clone)]
pub struct ScoreChange<'a> {
    /// The scorecard.
    pub scorecard: &'a Label,
    /// The subject; none for the jurisdiction.
    pub subject: Option<&'a Label>,
    /// Score, grade and rank before.
    pub before: Option<Standing<'a>>,
    /// Score, grade and rank after.
    pub after: Option<Standing<'a>>,
}

/// How a sheet comes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing<'a> {
    /// The score.
    pub score: Decimal,
    /// The grade.
    pub grade: Option<&'a str>,
    /// The rank.
    pub rank: Option<u32>,
}

/// Compares two assessments of the same place.
#[must_use]
pub fn compare<'a>(before: &'a Assessment, after: &'a Assessment) -> Comparison<'a> {
    let count = |of: &Assessment, status| of.findings.iter().filter(|f| f.status == status).count();
    let counts = Status::ALL
        .into_iter()
        .map(|status| (status, count(before, status), count(after, status)))
        .filter(|(_, a, b)| a + b > 0);
    Comparison {
        counts: counts.collect(),
        findings: findings(before, after),
        proposed: without(&after.proposals, &before.proposals),
        dropped: without(&before.proposals, &after.proposals),
        scores: scores(before, after),
    }
}

fn findings<'a>(before: &'a Assessment, after: &'a Assessment) -> Vec<Change<'a>> {
    let old: BTreeMap<&str, &Finding> =
        before.findings.iter().map(|f| (f.id.as_str(), f)).collect();
    let there: BTreeSet<&str> = after.findings.iter().map(|f| f.id.as_str()).collect();
    let now = after.findings.iter().map(|f| Change {
        before: old.get(f.id.as_str()).copied(),
        after: Some(f),
    });
    let gone = before.findings.iter();
    let gone = gone
        .filter(|f| !there.contains(f.id.as_str()))
        .map(|f| Change {
            before: Some(f),
            after: None,
        });
    let key = |f: &Finding| (f.status, f.figure, f.decision);
    now.chain(gone)
        .filter(|change| change.before.map(key) != change.after.map(key))
        .collect()
}

/// The proposals that the others lack; the same measure on the same ground is the same proposal.
fn without<'a>(proposals: &'a [Proposal], others: &[Proposal]) -> Vec<&'a Proposal> {
    let same = |a: &Proposal, b: &Proposal| {
        a.finding == b.finding && a.by == b.by && a.falls_on == b.falls_on && a.measure == b.measure
    };
    proposals
        .iter()
        .filter(|p| !others.iter().any(|other| same(p, other)))
        .collect()
}

fn scores<'a>(before: &'a Assessment, after: &'a Assessment) -> Vec<ScoreChange<'a>> {
    let mut sheets: BTreeMap<(&str, Option<&str>), ScoreChange<'a>> = BTreeMap::new();
    fn entry<'s, 'a>(
        sheets: &'s mut BTreeMap<(&'a str, Option<&'a str>), ScoreChange<'a>>,
        sheet: &'a ScoreSheet,
    ) -> &'s mut ScoreChange<'a> {
        let subject = sheet.subject.as_ref();
        let key = (sheet.scorecard.id.as_str(), subject.map(|s| s.id.as_str()));
        sheets.entry(key).or_insert(ScoreChange {
            scorecard: &sheet.scorecard,
            subject,
            before: None,
            after: None,
        })
    }
    for sheet in &before.scores {
        entry(&mut sheets, sheet).before = Some(standing(sheet));
    }
    for sheet in &after.scores {
        entry(&mut sheets, sheet).after = Some(standing(sheet));
    }
    sheets
        .into_values()
        .filter(|c| c.before != c.after)
        .collect()
}

fn standing(sheet: &ScoreSheet) -> Standing<'_> {
    Standing {
        score: sheet.score,
        grade: sheet.grade.as_deref(),
        rank: sheet.rank,
    }
}
