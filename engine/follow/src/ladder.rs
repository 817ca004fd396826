//! The step of a ladder that a plan provides for what is overdue: a proposal.

use luoshi_audit::Ladder;
use serde::Serialize;

use crate::standing::Seen;

/// A step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LadderStep {
    /// The ladder: its id.
    pub ladder: String,
    /// The ladder: its name.
    pub name: String,
    /// The step: its name.
    pub step: String,
    /// Who decides on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<String>,
    /// How it stands.
    pub standing: StepStanding,
}

/// How a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StepStanding {
    /// The ladder's trigger was reached, and the engine proposes it.
    Proposed,
    /// It was decided, and its time runs.
    InForce,
    /// The plan provides it as the first; its trigger was not reached.
    Provided,
}

impl StepStanding {
    /// The word after `follow-step-` in the catalogues.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            StepStanding::Proposed => "proposed",
            StepStanding::InForce => "in_force",
            StepStanding::Provided => "provided",
        }
    }
}

/// The step for a failure of a duty, about a subject; none where no ladder counts it.
pub(crate) fn step(seen: &Seen<'_>, duty: &str, subject: Option<&str>) -> Option<LadderStep> {
    let mut ladders = seen.plan.rectification.ladders.iter();
    let ladder = ladders.find(|ladder| ladder.failed.iter().any(|failed| failed == duty))?;
    let mut standings = seen.judged.rectification.ladders.iter();
    let standing = standings.find(|standing| {
        let about = standing.subject.as_deref();
        standing.ladder == ladder.id && (about.is_none() || about == subject)
    });
    let reached = standing.and_then(|standing| {
        let proposed = standing.proposed.as_deref();
        let proposed = proposed.map(|name| (name, StepStanding::Proposed));
        let in_force = standing.in_force.as_deref();
        proposed.or(in_force.map(|name| (name, StepStanding::InForce)))
    });
    let first = ladder.steps.first().map(|step| step.name.as_str());
    let (name, standing) = reached.or(first.map(|name| (name, StepStanding::Provided)))?;
    Some(LadderStep {
        ladder: ladder.id.clone(),
        name: ladder.name.clone(),
        step: name.to_owned(),
        decided_by: decided_by(ladder, name),
        standing,
    })
}

fn decided_by(ladder: &Ladder, name: &str) -> Option<String> {
    let step = ladder.steps.iter().find(|step| step.name == name);
    step.map(|step| step.decided_by.clone())
}
