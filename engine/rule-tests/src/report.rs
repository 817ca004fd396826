//! What a run of tests comes to: plain data.

use std::sync::Arc;

use luoshi_diagnostics::{Level, Note, Place};
use luoshi_plan::Plan;
use luoshi_rules::Assessment;

use crate::coverage::Coverage;

/// What a run of tests comes to.
#[derive(Debug, Clone)]
pub struct Report {
    /// Each case that could be run, in the order of files and of what is written in them.
    pub cases: Vec<CaseResult>,
    /// What the cases exercise.
    pub coverage: Coverage,
    /// What is wrong with the package or the test files; with an error no case can be relied on.
    pub notes: Vec<Note>,
}

impl Report {
    /// Whether something is wrong with the package or the test files themselves.
    #[must_use]
    pub fn wrong(&self) -> bool {
        self.notes.iter().any(|n| n.code.level() == Level::Error)
    }

    /// The cases that do not hold.
    pub fn failing(&self) -> impl Iterator<Item = &CaseResult> {
        self.cases.iter().filter(|case| !case.mismatches.is_empty())
    }
}

/// How one case came out.
#[derive(Debug, Clone)]
pub struct CaseResult {
    /// The file it is in, as messages show it.
    pub file: String,
    /// What it is called.
    pub name: String,
    /// What it tests and why.
    pub why: Option<String>,
    /// Where it is written.
    pub place: Place,
    /// What came out otherwise than expected; none where the case holds.
    pub mismatches: Vec<Mismatch>,
    /// What it was compared with, where it does not hold.
    pub judged: Option<Judged>,
}

/// A plan and what it was judged to.
#[derive(Debug, Clone)]
pub struct Judged {
    /// The package with the part of a plan of the case on it.
    pub plan: Arc<Plan>,
    /// All findings.
    pub assessment: Box<Assessment>,
}

/// One thing that came out otherwise than expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mismatch {
    /// What was compared.
    pub aspect: Aspect,
    /// Of which finding, proposal, score sheet or waiver: its id.
    pub of: String,
    /// The line of the test file that expects it, or that would have to.
    pub place: Place,
    /// What the case says; nothing where it expects no such thing.
    pub expected: Option<String>,
    /// What came out; nothing where there is no such thing.
    pub found: Option<String>,
    /// The finding, by its index in the assessment.
    pub finding: Option<usize>,
}

/// What is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aspect {
    /// The status of a finding, and that there is one.
    Status,
    /// Its figure.
    Figure,
    /// Its day.
    Day,
    /// How the decision stands.
    Decision,
    /// The records that it rests on.
    Evidence,
    /// How many of them were entered late.
    Backfilled,
    /// Who answers for it.
    Accountable,
    /// A proposal.
    Proposal,
    /// The score of a sheet, and that there is one.
    Score,
    /// Its grade.
    Grade,
    /// Its rank.
    Rank,
    /// The points of an item.
    Item,
    /// A waiver, how many findings it covers, and whether it is over.
    Waiver,
}

impl Aspect {
    /// Every aspect.
    pub const ALL: [Aspect; 13] = [
        Aspect::Status,
        Aspect::Figure,
        Aspect::Day,
        Aspect::Decision,
        Aspect::Evidence,
        Aspect::Backfilled,
        Aspect::Accountable,
        Aspect::Proposal,
        Aspect::Score,
        Aspect::Grade,
        Aspect::Rank,
        Aspect::Item,
        Aspect::Waiver,
    ];

    /// The word in JSON and, after `test-of-`, in the catalogues.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Aspect::Status => "status",
            Aspect::Figure => "figure",
            Aspect::Day => "day",
            Aspect::Decision => "decision",
            Aspect::Evidence => "evidence",
            Aspect::Backfilled => "backfilled",
            Aspect::Accountable => "accountable",
            Aspect::Proposal => "proposal",
            Aspect::Score => "score",
            Aspect::Grade => "grade",
            Aspect::Rank => "rank",
            Aspect::Item => "item",
            Aspect::Waiver => "waiver",
        }
    }
}

#[cfg(test)]
mod tests {
    use luoshi_diagnostics::{Lang, Messages};

    use super::Aspect;

    #[test]
    fn every_aspect_has_a_word_in_both_languages() {
        for lang in Lang::ALL {
            for aspect in Aspect::ALL {
                let key = format!("test-of-{}", aspect.word());
                let found = Messages::of(lang).find(&key, &Vec::new());
                assert!(found.is_some(), "{key} in {}", lang.tag());
            }
        }
    }
}
