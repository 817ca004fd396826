//! Findings: one line of the case for each, and one for each line.

use std::collections::{BTreeMap, BTreeSet};

use luoshi_rules::{Answerable, Assessment, Decision, Finding};

use crate::expect::ExpectedFinding;
use crate::report::Aspect;

use super::Desk;
use super::pattern::fits;

impl Desk<'_> {
    pub(super) fn findings(&mut self) {
        let expected = &self.case.expect.findings;
        let exact: BTreeMap<&str, &ExpectedFinding> =
            expected.iter().map(|e| (e.id.as_str(), e)).collect();
        let mut met: BTreeSet<&str> = BTreeSet::new();
        for (at, finding) in self.assessment.findings.iter().enumerate() {
            let duty = duty_of(self.assessment, finding);
            if !self.about.contains(duty) {
                continue;
            }
            let line = exact.get(finding.id.as_str()).copied();
            let line = line.or_else(|| expected.iter().find(|e| fits(&e.id, &finding.id)));
            let Some(line) = line else {
                let found = Some(finding.status.word().to_owned());
                let place = self.case.place.clone();
                self.differs(Aspect::Status, &finding.id, &place, None, found, Some(at));
                continue;
            };
            met.insert(&line.id);
            self.finding(line, at, finding, duty);
        }
        for line in expected.iter().filter(|e| !met.contains(e.id.as_str())) {
            let status = Some(line.status.word().to_owned());
            self.differs(Aspect::Status, &line.id, &line.place, status, None, None);
        }
    }

    fn finding(&mut self, line: &ExpectedFinding, at: usize, finding: &Finding, duty: &str) {
        if line.status == finding.status {
            self.out.seen.insert((duty.to_owned(), finding.status));
        }
        for (aspect, expected, found) in pairs(line, finding) {
            if expected.is_some() {
                let place = line.place.clone();
                self.differs(aspect, &finding.id, &place, expected, Some(found), Some(at));
            }
        }
    }
}

/// The id of the duty of a finding.
fn duty_of<'a>(assessment: &'a Assessment, finding: &Finding) -> &'a str {
    assessment.duties.get(finding.duty).map_or("", |d| &d.id)
}

/// Each thing that can be compared: what is expected of it, if anything, and what was found.
fn pairs(line: &ExpectedFinding, finding: &Finding) -> [(Aspect, Option<String>, String); 7] {
    let none = || "none".to_owned();
    let decision = |d: Option<Decision>| d.map_or_else(none, |d| d.word().into());
    [
        (
            Aspect::Status,
            Some(line.status.word().to_owned()),
            finding.status.word().to_owned(),
        ),
        (
            Aspect::Figure,
            line.figure.map(|f| f.to_string()),
            finding.figure.to_string(),
        ),
        (
            Aspect::Day,
            line.day.map(|d| d.to_string()),
            finding.day.map_or_else(none, |d| d.to_string()),
        ),
        (
            Aspect::Decision,
            line.decision.map(decision),
            decision(finding.decision),
        ),
        (
            Aspect::Evidence,
            line.evidence.as_ref().map(|ids| ids.join(" ")),
            finding.evidence.join(" "),
        ),
        (
            Aspect::Backfilled,
            line.backfilled.map(|b| b.to_string()),
            finding.backfilled.to_string(),
        ),
        (
            Aspect::Accountable,
            line.accountable.as_ref().map(|chain| chain.join(" ")),
            chain(&finding.accountable),
        ),
    ]
}

/// `role`, `role:staff` or `role@subject:staff`, `~` behind an acting holder, from the nearest up.
fn chain(accountable: &[Answerable]) -> String {
    let step = |a: &Answerable| {
        let subject = a.subject.as_ref().map(|s| format!("@{}", s.id));
        let holder = a.holder.as_ref().map(|h| format!(":{h}"));
        let acting = if a.acting { "~" } else { "" };
        let (subject, holder) = (subject.unwrap_or_default(), holder.unwrap_or_default());
        format!("{}{subject}{holder}{acting}", a.role.id)
    };
    accountable.iter().map(step).collect::<Vec<_>>().join(" ")
}
