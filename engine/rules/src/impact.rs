//! What a new version of a package would have changed in a year: by duty, and apart from what nobody
//! was asked for then.

use std::collections::{BTreeMap, BTreeSet};

use crate::assessment::{Assessment, DutySummary, Finding, Proposal, Status, fails};
use crate::compare::{Change, Comparison};

/// What differs in one year, sorted by whether it was asked for.
#[derive(Debug, Clone)]
pub struct Impact<'a> {
    /// Duties asked for before and after of which some finding differs, in the later plan's order.
    pub kept: Vec<KeptDuty<'a>>,
    /// Duties that only the new version asks for: nobody could have known of them.
    pub unasked: Vec<NewDuty<'a>>,
    /// Duties that the new version asks for no longer.
    pub dropped: Vec<DroppedDuty<'a>>,
    /// What is proposed now and was not.
    pub proposed: Vec<Ground<'a>>,
    /// What was proposed and is not now.
    pub withdrawn: Vec<Ground<'a>>,
}

/// A duty before and after.
#[derive(Debug, Clone)]
pub struct KeptDuty<'a> {
    /// The duty as it is in the later plan.
    pub duty: &'a DutySummary,
    /// How many of its findings went which way.
    pub turns: Turns,
}

/// Findings of a duty by which way they went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Turns {
    /// Fail now and did not.
    pub worse: usize,
    /// Failed and do not now.
    pub better: usize,
    /// There before and after with another status or figure; they fail as they did, or not.
    pub other: usize,
    /// Only there now.
    pub new: usize,
    /// Of the new ones, those that fail.
    pub new_failing: usize,
    /// Only there before.
    pub gone: usize,
    /// Of those gone, those that failed.
    pub gone_failing: usize,
}

/// A duty that was not asked for.
#[derive(Debug, Clone)]
pub struct NewDuty<'a> {
    /// The duty.
    pub duty: &'a DutySummary,
    /// Its findings.
    pub findings: usize,
    /// Of them, those that some record speaks of, whatever it was written for.
    pub recorded: usize,
    /// Of them, those that are kept, as if somebody had known.
    pub met: usize,
}

/// A duty that is asked for no longer.
#[derive(Debug, Clone)]
pub struct DroppedDuty<'a> {
    /// The duty.
    pub duty: &'a DutySummary,
    /// The findings that go with it.
    pub findings: usize,
    /// Of them, those that failed.
    pub failing: usize,
}

/// A proposal, and what its ground is.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'a> {
    /// The proposal.
    pub proposal: &'a Proposal,
    /// Whether it is a veto.
    pub is_veto: bool,
    /// Whether it rests on a duty, or is made by one, that was not asked for.
    pub unasked: bool,
}

impl Turns {
    fn add(&mut self, change: &Change<'_>) {
        let failing = |f: &Finding| fails(f.status, f.severity);
        match (change.before, change.after) {
            (None, None) => {}
            (None, Some(after)) => {
                self.new += 1;
                self.new_failing += usize::from(failing(after));
            }
            (Some(before), None) => {
                self.gone += 1;
                self.gone_failing += usize::from(failing(before));
            }
            (Some(before), Some(after)) => match (failing(before), failing(after)) {
                (false, true) => self.worse += 1,
                (true, false) => self.better += 1,
                (true, true) | (false, false) => self.other += 1,
            },
        }
    }
}

impl std::ops::AddAssign for Turns {
    fn add_assign(&mut self, other: Turns) {
        self.worse += other.worse;
        self.better += other.better;
        self.other += other.other;
        self.new += other.new;
        self.new_failing += other.new_failing;
        self.gone += other.gone;
        self.gone_failing += other.gone_failing;
    }
}

/// Sorts what differs by whether it was asked for. `comparison` is of the same two assessments.
#[must_use]
pub fn impact<'a>(
    before: &'a Assessment,
    after: &'a Assessment,
    comparison: &Comparison<'a>,
) -> Impact<'a> {
    let was = ids(before);
    let is = ids(after);
    let mut turns_of: BTreeMap<&str, Turns> = BTreeMap::new();
    for change in &comparison.findings {
        if let Some(duty) = duty_of(before, after, change) {
            turns_of.entry(&duty.id).or_default().add(change);
        }
    }
    let kept = after.duties.iter().filter(|d| was.contains(d.id.as_str()));
    let kept = kept.filter_map(|duty| {
        let turns = *turns_of.get(duty.id.as_str())?;
        Some(KeptDuty { duty, turns })
    });
    let new = after.duties.iter().filter(|d| !was.contains(d.id.as_str()));
    let dropped = before.duties.iter().filter(|d| !is.contains(d.id.as_str()));
    Impact {
        kept: kept.collect(),
        unasked: new.map(|duty| unasked(after, duty)).collect(),
        dropped: dropped.map(|duty| gone(before, duty)).collect(),
        proposed: grounds(after, &comparison.proposed, &was),
        withdrawn: grounds(before, &comparison.dropped, &was),
    }
}

/// The duty that a change belongs to, as it is now if it still is.
#[must_use]
pub fn duty_of<'a>(
    before: &'a Assessment,
    after: &'a Assessment,
    change: &Change<'a>,
) -> Option<&'a DutySummary> {
    match (change.before, change.after) {
        (_, Some(finding)) => after.duties.get(finding.duty),
        (Some(finding), None) => before.duties.get(finding.duty),
        (None, None) => None,
    }
}

fn ids(of: &Assessment) -> BTreeSet<&str> {
    of.duties.iter().map(|d| d.id.as_str()).collect()
}

fn findings<'a>(of: &'a Assessment, duty: &DutySummary) -> &'a [Finding] {
    of.findings.get(duty.findings.clone()).unwrap_or_default()
}

fn unasked<'a>(after: &'a Assessment, duty: &'a DutySummary) -> NewDuty<'a> {
    let findings = findings(after, duty);
    let count = |holds: fn(&Finding) -> bool| findings.iter().filter(|f| holds(f)).count();
    NewDuty {
        duty,
        findings: findings.len(),
        recorded: count(|f| !f.evidence.is_empty()),
        met: count(|f| f.status == Status::Met),
    }
}

fn gone<'a>(before: &'a Assessment, duty: &'a DutySummary) -> DroppedDuty<'a> {
    let findings = findings(before, duty);
    let failing = findings.iter().filter(|f| fails(f.status, f.severity));
    DroppedDuty {
        duty,
        findings: findings.len(),
        failing: failing.count(),
    }
}

fn grounds<'a>(
    of: &'a Assessment,
    proposals: &[&'a Proposal],
    was: &BTreeSet<&str>,
) -> Vec<Ground<'a>> {
    let ground = |proposal: &&'a Proposal| {
        let by = of.duties.iter().find(|d| d.id == proposal.by.id);
        let finding = of.findings.iter().find(|f| f.id == proposal.finding);
        let rests_on = finding.and_then(|f| of.duties.get(f.duty));
        let new = |duty: Option<&DutySummary>| duty.is_some_and(|d| !was.contains(d.id.as_str()));
        Ground {
            proposal,
            is_veto: by.is_some_and(|d| d.section == "vetoes"),
            unasked: new(by) || new(rests_on),
        }
    };
    proposals.iter().map(ground).collect()
}
