//! What is proposed for a person to decide: steps of ladders, vetoes.

use luoshi_rules::{Decision, Measure, Status};

use super::{Occasion, Scene, findings, of_finding};
use crate::files::Files;

/// Findings of ladders or vetoes that propose something, or whose proposal is in force.
pub(super) fn proposed(files: &Files<'_>, section: &str) -> Vec<Occasion> {
    findings(files, |of, _| of == section)
        .filter(|(_, finding)| {
            let open = matches!(
                finding.decision,
                Some(Decision::Proposed | Decision::Confirmed | Decision::Suspended)
            );
            open && finding.status == Status::Violated && finding.facet.is_none()
        })
        .map(|(at, finding)| {
            let mut occasion = of_finding(files, at, finding, Scene::Proposed(at));
            if let Some(step) = step_of(files, at) {
                occasion.id = format!("{}/{step}", occasion.id);
            }
            occasion
        })
        .collect()
}

/// The step of a ladder that a finding proposes, or that is in force: its id.
pub(crate) fn step_of<'a>(files: &Files<'a>, finding: usize) -> Option<&'a str> {
    let assessment = files.assessment();
    let found = assessment.findings.get(finding)?;
    let duty = assessment.duties.get(found.duty)?;
    let mut ladders = files.plan.content.ladders.iter();
    let ladder = ladders.find(|ladder| ladder.duty.id.name == duty.id)?;
    let mut measures = assessment.proposals.iter();
    let proposed = measures.find_map(|proposal| match &proposal.measure {
        Measure::Step(name) if proposal.finding == found.id => Some(name.as_str()),
        _ => None,
    });
    let in_force = match &found.reason {
        luoshi_rules::Reason::Ladder(case) => {
            let running = case.in_force.as_ref().map(|(name, ..)| name.as_str());
            case.proposed.as_deref().or(running)
        }
        _ => None,
    };
    let name = proposed.or(in_force)?;
    let step = ladder.steps.iter().find(|step| step.name == name)?;
    Some(step.id.as_str())
}
