//! What is proposed, and what the case expects to be.

use std::collections::BTreeSet;

use luoshi_rules::{Measure, Proposal};

use crate::expect::ExpectedProposal;
use crate::report::Aspect;

use super::Desk;

impl Desk<'_> {
    pub(super) fn proposals(&mut self) {
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
}

/// What is proposed, as a test says it.
fn measure(measure: &Measure) -> String {
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
