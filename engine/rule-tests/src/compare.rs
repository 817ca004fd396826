//! An assessment against what a case expects.

use std::collections::{BTreeMap, BTreeSet};

use luoshi_diagnostics::Place;
use luoshi_rules::{Answerable, Assessment, Finding, Measure, Proposal, ScoreSheet, Status};

use crate::case::Case;
use crate::expect::{ExpectedFinding, ExpectedProposal, ExpectedSheet};
use crate::report::{Aspect, Mismatch};

/// What comparing an assessment with a case comes to.
#[derive(Debug, Default)]
pub(crate) struct Compared {
    pub(crate) mismatches: Vec<Mismatch>,
    /// Duties of which a finding was as expected, with its status.
    pub(crate) seen: BTreeSet<(String, Status)>,
    /// What a proposal or score was compared of: penalties and items of scorecards.
    pub(crate) touched: BTreeSet<String>,
}

/// Compares. `about` are the ids of all duties whose findings must be listed.
pub(crate) fn compare(case: &Case, about: &BTreeSet<&str>, assessment: &Assessment) -> Compared {
    let mut desk = Desk {
        case,
        about,
        assessment,
        out: Compared::default(),
    };
    desk.findings();
    desk.proposals();
    desk.sheets();
    desk.waivers();
    desk.out
}

struct Desk<'a> {
    case: &'a Case,
    about: &'a BTreeSet<&'a str>,
    assessment: &'a Assessment,
    out: Compared,
}

impl Desk<'_> {
    fn differs(
        &mut self,
        aspect: Aspect,
        of: &str,
        place: &Place,
        expected: Option<String>,
        found: Option<String>,
        finding: Option<usize>,
    ) {
        if expected == found {
            return;
        }
        self.out.mismatches.push(Mismatch {
            aspect,
            of: of.to_owned(),
            place: place.clone(),
            expected,
            found,
            finding,
        });
    }

    fn findings(&mut self) {
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
        let none = || "none".to_owned();
        let decision = |d: Option<luoshi_rules::Decision>| d.map_or_else(none, |d| d.word().into());
        let pairs = [
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
        ];
        for (aspect, expected, found) in pairs {
            if expected.is_some() {
                let place = line.place.clone();
                self.differs(aspect, &finding.id, &place, expected, Some(found), Some(at));
            }
        }
    }

    fn proposals(&mut self) {
        let Some((place, expected)) = &self.case.expect.proposals else {
            return;
        };
        let named = expected.iter().map(|e| e.by.as_str());
        let about: BTreeSet<&str> = self.about.iter().copied().chain(named).collect();
        self.out
            .touched
            .extend(about.iter().map(|id| (*id).to_owned()));
        let all = self.assessment.proposals.iter();
        let mut left: Vec<&Proposal> = all.filter(|p| about.contains(p.by.id.as_str())).collect();
        for line in expected {
            match left.iter().position(|found| same(line, found)) {
                Some(at) => {
                    left.remove(at);
                }
                None => {
                    let text = Some(said(line));
                    self.differs(Aspect::Proposal, &line.by, &line.place, text, None, None);
                }
            }
        }
        for found in left {
            let text = Some(shown(found));
            self.differs(Aspect::Proposal, &found.by.id, place, None, text, None);
        }
    }

    fn sheets(&mut self) {
        for line in &self.case.expect.scores {
            let found = self.assessment.scores.iter();
            let found = found.map(|sheet| (sheet_id(sheet), sheet));
            let Some((_, sheet)) = found.clone().find(|(id, _)| *id == line.id) else {
                let score = line.score.map_or_else(|| "?".to_owned(), |s| s.to_string());
                self.differs(
                    Aspect::Score,
                    &line.id,
                    &line.place,
                    Some(score),
                    None,
                    None,
                );
                continue;
            };
            self.sheet(line, sheet);
        }
    }

    fn sheet(&mut self, line: &ExpectedSheet, sheet: &ScoreSheet) {
        let score = line.score.map(|s| s.to_string());
        let rank = sheet
            .rank
            .map_or_else(|| "none".to_owned(), |r| r.to_string());
        let grade = sheet.grade.clone().unwrap_or_else(|| "none".to_owned());
        let pairs = [
            (Aspect::Score, score, sheet.score.to_string()),
            (Aspect::Grade, line.grade.clone(), grade),
            (Aspect::Rank, line.rank.map(|r| r.to_string()), rank),
        ];
        for (aspect, expected, found) in pairs {
            if expected.is_some() {
                self.differs(aspect, &line.id, &line.place, expected, Some(found), None);
            }
        }
        let items: Vec<_> = sheet.sections.iter().flat_map(|s| &s.items).collect();
        for item in &items {
            // A score that an item took nothing off says nothing about the item.
            let counts = item.points.0 != 0 && line.score.is_some();
            if counts || line.items.iter().any(|(id, ..)| *id == item.item.id) {
                self.out.touched.insert(item.item.id.clone());
            }
        }
        for (id, place, points) in &line.items {
            let found = items.iter().find(|item| item.item.id == *id);
            let found = found.map(|item| item.points.to_string());
            let of = format!("{} {id}", line.id);
            self.differs(
                Aspect::Item,
                &of,
                place,
                Some(points.to_string()),
                found,
                None,
            );
        }
        if line.score.is_some() || line.grade.is_some() {
            self.out.touched.insert(sheet.scorecard.id.clone());
        }
    }

    fn waivers(&mut self) {
        for line in &self.case.expect.waivers {
            let mut waivers = self.assessment.waivers.iter();
            let found = waivers.find(|w| w.record == line.record);
            let text = |covers: u32, expired: bool| format!("covers {covers}, expired {expired}");
            let expected = text(
                line.covers.or(found.map(|w| w.covers)).unwrap_or(0),
                line.expired.or(found.map(|w| w.expired)).unwrap_or(false),
            );
            let found = found.map(|w| text(w.covers, w.expired));
            let place = &line.place;
            self.differs(
                Aspect::Waiver,
                &line.record,
                place,
                Some(expected),
                found,
                None,
            );
        }
    }
}

/// The id of the duty of a finding.
fn duty_of<'a>(assessment: &'a Assessment, finding: &Finding) -> &'a str {
    assessment.duties.get(finding.duty).map_or("", |d| &d.id)
}

/// Whether an id fits a pattern in which `*` stands for any text.
pub(crate) fn fits(pattern: &str, id: &str) -> bool {
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or("");
    let Some(mut rest) = id.strip_prefix(first) else {
        return false;
    };
    let mut parts: Vec<&str> = parts.collect();
    let Some(last) = parts.pop() else {
        return rest.is_empty();
    };
    for part in parts {
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    rest.len() >= last.len() && rest.ends_with(last)
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

/// `CARD` or `CARD/SUBJECT`.
pub(crate) fn sheet_id(sheet: &ScoreSheet) -> String {
    match &sheet.subject {
        Some(subject) => format!("{}/{}", sheet.scorecard.id, subject.id),
        None => sheet.scorecard.id.clone(),
    }
}

/// What is proposed, as a test says it.
pub(crate) fn measure(measure: &Measure) -> String {
    match measure {
        Measure::Deduct(money) => format!("deduct {money}"),
        Measure::Grade(grade) => format!("grade {grade}"),
        Measure::Ineligible(what) => format!("ineligible {}", what.join(" ")),
        Measure::Head(what) => format!("head {what}"),
        Measure::Score(score) => format!("score {score}"),
        Measure::Step(step) => format!("step {step}"),
    }
}

fn same(line: &ExpectedProposal, found: &Proposal) -> bool {
    let on = found.falls_on.as_ref().map_or("-", |l| l.id.as_str());
    let is =
        |expected: &Option<String>, found: &str| expected.as_deref().is_none_or(|e| e == found);
    line.by == found.by.id
        && is(&line.finding, &found.finding)
        && is(&line.falls_on, on)
        && is(&line.what, &measure(&found.measure))
        && line.decision.is_none_or(|d| d == Some(found.decision))
}

/// A proposal that came out, all of it.
fn shown(found: &Proposal) -> String {
    let on = found.falls_on.as_ref().map_or("-", |l| l.id.as_str());
    let what = measure(&found.measure);
    let decision = found.decision.word();
    format!("{}: {what} -> {on} ({decision})", found.finding)
}

/// A proposal that is expected, as much as the case says of it.
fn said(line: &ExpectedProposal) -> String {
    let any = |text: &Option<String>| text.clone().unwrap_or_else(|| "…".to_owned());
    let decision = match line.decision {
        None => "…",
        Some(None) => "none",
        Some(Some(decision)) => decision.word(),
    };
    let (finding, what, on) = (any(&line.finding), any(&line.what), any(&line.falls_on));
    format!("{finding}: {what} -> {on} ({decision})")
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn a_star_stands_for_any_text() {
        for (pattern, id) in [
            ("council/2012-06", "council/2012-06"),
            ("council/*", "council/2012-06"),
            ("visit/*/2012-06", "visit/v01/2012-06"),
            ("visit/v0*/2012-*", "visit/v01/2012-06"),
            ("*", "anything"),
        ] {
            assert!(fits(pattern, id), "{pattern} {id}");
        }
        for (pattern, id) in [
            ("council", "council/2012-06"),
            ("council/*-07", "council/2012-06"),
            ("visit/*/2012-06", "visit/2012-06"),
            ("a*a", "a"),
        ] {
            assert!(!fits(pattern, id), "{pattern} {id}");
        }
    }
}
