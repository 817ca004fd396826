//! What is proposed for a person to decide: steps of ladders, vetoes.

use luoshi_plan::model::{Decider, ProposalState};
use luoshi_rules::{Decision, Measure, Status};

use super::{Occasion, Scene, findings, of_finding};
use crate::files::Files;
use crate::library::Template;

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
            let mut occasion = of_finding(files, finding, Scene::Proposed(at));
            if let Some(step) = step_of(files, at) {
                occasion.id = format!("{}/{step}", occasion.id);
            }
            occasion
        })
        .collect()
}

/// Whether a step or veto is decided at the level, and stands in the state, that a template is for.
pub(super) fn stands_as(files: &Files<'_>, template: &Template, occasion: &Occasion) -> bool {
    let Scene::Proposed(at) = occasion.scene else {
        return true;
    };
    let head = &template.head;
    let finding = files.assessment().findings.get(at);
    let state = finding.and_then(|finding| finding.decision).and_then(state);
    let level = decider(files, at, occasion).map(|decider| decider.level);
    let stands = head.decisions.is_empty() || state.is_some_and(|s| head.decisions.contains(&s));
    let decided = head.decided_at.is_empty() || level.is_some_and(|l| head.decided_at.contains(&l));
    stands && decided
}

fn state(decision: Decision) -> Option<ProposalState> {
    match decision {
        Decision::Proposed => Some(ProposalState::Proposed),
        Decision::Confirmed => Some(ProposalState::Confirmed),
        Decision::Suspended => Some(ProposalState::Suspended),
        Decision::Rejected | Decision::Lifted | Decision::Ended => None,
    }
}

/// Who decides on a step or a veto.
fn decider<'a>(files: &Files<'a>, finding: usize, occasion: &Occasion) -> Option<&'a Decider> {
    let content = &files.plan.content;
    let duty = occasion.duty.as_deref()?;
    if let Some(veto) = content.vetoes.iter().find(|veto| veto.duty.id.name == duty) {
        return Some(&veto.decided_by);
    }
    let ladder = content
        .ladders
        .iter()
        .find(|ladder| ladder.duty.id.name == duty)?;
    let step = step_of(files, finding)?;
    let step = ladder.steps.iter().find(|known| known.id == step)?;
    Some(&step.decided_by)
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
