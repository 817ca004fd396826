//! What is proposed for a person to decide.

use luoshi_plan::{Decimal, Money};

use super::Label;

/// How a proposal stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Decision {
    /// Nobody has decided.
    Proposed,
    /// Decided by the body that may.
    Confirmed,
    /// Decided against.
    Rejected,
    /// Confirmed and lifted again.
    Lifted,
    /// Confirmed, and its time is over.
    Ended,
    /// An appeal is open.
    Suspended,
}

impl Decision {
    /// The word in JSON and, after `decision-`, in the catalogues.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Decision::Proposed => "proposed",
            Decision::Confirmed => "confirmed",
            Decision::Rejected => "rejected",
            Decision::Lifted => "lifted",
            Decision::Ended => "ended",
            Decision::Suspended => "suspended",
        }
    }
}

/// Something proposed for a person to decide: a deduction, a grade, a lost eligibility, a step.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// Id of the finding that it follows from, or of the first of several.
    pub finding: String,
    /// The duty, penalty, veto or ladder that proposes it.
    pub by: Label,
    /// The unit, person or subject that it falls on.
    pub falls_on: Option<Label>,
    /// What is proposed.
    pub measure: Measure,
    /// Who decides.
    pub decided_by: Option<String>,
    /// How it stands.
    pub decision: Decision,
}

/// What is proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Measure {
    /// Deduct money.
    Deduct(Money),
    /// Set the grade of the year's appraisal.
    Grade(String),
    /// Lose eligibility for these.
    Ineligible(Vec<String>),
    /// What becomes of a unit's head.
    Head(String),
    /// Leave this score.
    Score(Decimal),
    /// Take a step of a ladder: its name.
    Step(String),
}
