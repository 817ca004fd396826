//! Failures by the party that answers for them, month by month: what a rectification notice is written for.

use std::collections::BTreeMap;

use jiff::civil::Date;
use luoshi_calendar::{Period, Unit, period_of};
use luoshi_rules::{Answerable, fails, period_id};

use super::{Occasion, Scene};
use crate::files::Files;

/// Who answers for failures: the holder of a role, for one subject if the role has a post for each.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Party {
    /// The role: id.
    pub(crate) role: String,
    /// The subject: id.
    pub(crate) subject: Option<String>,
}

/// Each party in each month in which something that it answers for failed. What only a person can
/// decide, vetoes and steps of ladders, is left to their own papers.
pub(super) fn failures(files: &Files<'_>) -> Vec<Occasion> {
    let assessment = files.assessment();
    let mut groups: BTreeMap<(Date, Party), Vec<usize>> = BTreeMap::new();
    for (at, finding) in assessment.findings.iter().enumerate() {
        let section = assessment.duties.get(finding.duty).map(|duty| duty.section);
        let decided = matches!(section, Some("vetoes" | "ladders"));
        if decided || !fails(finding.status, finding.severity) {
            continue;
        }
        let Some(nearest) = finding.accountable.first() else {
            continue;
        };
        let day = finding.day.unwrap_or(assessment.as_of);
        let month = period_of(Unit::Month, day);
        let key = (month.span.from, party(nearest));
        groups.entry(key).or_default().push(at);
    }
    groups
        .into_iter()
        .map(|((first, party), findings)| {
            occasion(files, period_of(Unit::Month, first), party, findings)
        })
        .collect()
}

fn party(who: &Answerable) -> Party {
    Party {
        role: who.role.id.clone(),
        subject: who.subject.as_ref().map(|subject| subject.id.clone()),
    }
}

fn occasion(files: &Files<'_>, month: Period, party: Party, findings: Vec<usize>) -> Occasion {
    let mut id = party.role.clone();
    let mut about = String::new();
    if let Some(subject) = &party.subject {
        id = format!("{id}/{subject}");
        about.push_str(&files.subject(subject));
    }
    about.push_str(&files.actor(&party.role));
    let about = format!("{about} {}", files.period(month));
    let id = format!("{id}/{}", period_id(&month));
    let subject = party.subject.clone();
    let scene = Scene::Failures(party, findings);
    Occasion {
        subject,
        ..Occasion::of_period(id, about, month, scene)
    }
}
