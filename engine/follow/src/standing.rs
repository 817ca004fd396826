//! How a finding stands in an audit, listed or not.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use luoshi_audit::{Audit, Duty, Finding, Judged, Outcome, PlanTable, Township};
use luoshi_rules::Status;

/// How a finding stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It fails.
    Fails,
    /// What it asks for was done.
    Kept,
    /// A waiver covers it.
    Waived,
    /// It is listed as suspect, unknown or unset.
    Undecided(Status),
    /// Nothing calls for it.
    NotApplicable,
    /// It is open or falls due soon.
    InProgress,
    /// It was not judged.
    NotJudged(NotJudged),
}

/// Why a finding was not judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NotJudged {
    /// The township is not in the audit.
    NoTownship,
    /// The township is broken.
    Broken,
    /// The plan has no such duty.
    NoDuty,
    /// Its day lies outside the plan's period.
    OutsidePeriod,
    /// Its subject is none of the plan's.
    NoSubject,
    /// The duty yielded no finding, or only that it is left open.
    NoFindings,
    /// It counts by a day after that of the audit.
    NotYetDue,
}

impl Standing {
    /// The word in JSON and, after `follow-standing-`, in the catalogues.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Standing::Fails => "fails",
            Standing::Kept => "kept",
            Standing::Waived => "waived",
            Standing::Undecided(status) => status.word(),
            Standing::NotApplicable => "not_applicable",
            Standing::InProgress => "in_progress",
            Standing::NotJudged(NotJudged::NoTownship) => "no_township",
            Standing::NotJudged(NotJudged::Broken) => "broken",
            Standing::NotJudged(NotJudged::NoDuty) => "no_duty",
            Standing::NotJudged(NotJudged::OutsidePeriod) => "outside_period",
            Standing::NotJudged(NotJudged::NoSubject) => "no_subject",
            Standing::NotJudged(NotJudged::NoFindings) => "no_findings",
            Standing::NotJudged(NotJudged::NotYetDue) => "not_yet_due",
        }
    }
}

/// What makes a finding known again in an audit that does not list it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Known<'a> {
    pub(crate) id: &'a str,
    pub(crate) duty: &'a str,
    pub(crate) subject: Option<&'a str>,
    pub(crate) day: Option<Date>,
}

impl<'a> Known<'a> {
    pub(crate) fn of(finding: &'a Finding, duty: &'a Duty) -> Known<'a> {
        Known {
            id: &finding.id,
            duty: &duty.id,
            subject: finding.subject.as_ref().map(|subject| subject.id.as_str()),
            day: finding.day,
        }
    }
}

/// A judged township of an audit, ready to be asked.
#[derive(Debug)]
pub struct Seen<'a> {
    pub(crate) as_of: Date,
    pub(crate) township: &'a Township,
    pub(crate) judged: &'a Judged,
    pub(crate) plan: &'a PlanTable,
    by_id: BTreeMap<&'a str, &'a Finding>,
    duties: BTreeMap<&'a str, usize>,
    subjects: BTreeSet<&'a str>,
}

impl<'a> Seen<'a> {
    /// The township, or why none of its findings was judged.
    ///
    /// # Errors
    /// It is not in the audit, or broken.
    pub fn of(audit: &'a Audit, township: Option<&'a Township>) -> Result<Seen<'a>, NotJudged> {
        let township = township.ok_or(NotJudged::NoTownship)?;
        let judged = match &township.outcome {
            Outcome::Judged(judged) => judged,
            Outcome::Broken(_) => return Err(NotJudged::Broken),
        };
        let plan = audit.plans.get(&judged.plan).ok_or(NotJudged::Broken)?;
        let mut by_id = BTreeMap::new();
        for finding in &judged.findings {
            let known = by_id.entry(finding.id.as_str()).or_insert(finding);
            if finding.fails && !known.fails {
                *known = finding;
            }
        }
        let duties = plan.duties.iter().enumerate();
        let subjects = judged.rectification.subjects.iter();
        Ok(Seen {
            as_of: audit.head.as_of,
            township,
            judged,
            plan,
            by_id,
            duties: duties.map(|(at, duty)| (duty.id.as_str(), at)).collect(),
            subjects: subjects.map(String::as_str).collect(),
        })
    }

    /// The findings that it lists, each id once, in order of id.
    pub(crate) fn listed(&self) -> impl Iterator<Item = (&'a Finding, &'a Duty)> {
        let findings = self.by_id.values().copied();
        findings.filter_map(|finding| Some((finding, self.duty_of(finding)?)))
    }

    /// A finding, if it is listed.
    pub(crate) fn find(&self, id: &str) -> Option<&'a Finding> {
        self.by_id.get(id).copied()
    }

    pub(crate) fn duty_of(&self, finding: &Finding) -> Option<&'a Duty> {
        self.plan.duties.get(finding.duty as usize)
    }

    pub(crate) fn duty(&self, id: &str) -> Option<&'a Duty> {
        self.duties.get(id).map(|at| &self.plan.duties[*at])
    }

    /// How a finding stands; the order of the questions is that of `FOLLOW.md`.
    pub(crate) fn standing(&self, known: Known<'_>) -> Standing {
        if let Some(finding) = self.find(known.id) {
            return listed(finding);
        }
        let Some(duty) = self.duties.get(known.duty) else {
            return Standing::NotJudged(NotJudged::NoDuty);
        };
        let inside = |day: Date| (self.plan.from..=self.plan.to).contains(&day);
        if known.day.is_some_and(|day| !inside(day)) {
            return Standing::NotJudged(NotJudged::OutsidePeriod);
        }
        let gone = |subject: &str| !self.subjects.is_empty() && !self.subjects.contains(subject);
        if known.subject.is_some_and(gone) {
            return Standing::NotJudged(NotJudged::NoSubject);
        }
        if known.day.is_some_and(|day| day > self.as_of) {
            return Standing::NotJudged(NotJudged::NotYetDue);
        }
        let mut counts = self.judged.duties.iter();
        let counts = counts.find(|counts| counts.duty as usize == *duty);
        let counted = |status: Status| {
            let count = counts.and_then(|counts| counts.counts.get(&status));
            count.is_some_and(|count| *count > 0)
        };
        unlisted(counted)
    }
}

fn listed(finding: &Finding) -> Standing {
    if finding.fails {
        return Standing::Fails;
    }
    match finding.status {
        Status::Waived => Standing::Waived,
        Status::Unknown | Status::Unset | Status::Suspect => Standing::Undecided(finding.status),
        Status::Violated | Status::Missed | Status::Late | Status::Met => Standing::Kept,
        Status::DueSoon | Status::Pending => Standing::InProgress,
        Status::NotApplicable => Standing::NotApplicable,
    }
}

/// By what the duty came to as a whole, for its plain findings are not listed.
fn unlisted(counted: impl Fn(Status) -> bool) -> Standing {
    if counted(Status::Met) || counted(Status::Late) {
        return Standing::Kept;
    }
    if counted(Status::Pending) || counted(Status::DueSoon) {
        return Standing::InProgress;
    }
    if counted(Status::NotApplicable) {
        return Standing::NotApplicable;
    }
    let other = [
        Status::Violated,
        Status::Missed,
        Status::Suspect,
        Status::Unknown,
        Status::Waived,
    ];
    match other.into_iter().any(counted) {
        // Its findings are listed, and this is none of them: there is nothing more to find fault with.
        true => Standing::Kept,
        false => Standing::NotJudged(NotJudged::NoFindings),
    }
}
