//! What papers are made from.

use luoshi_diagnostics::Messages;
use luoshi_evidence::Evidence;
use luoshi_plan::Plan;
use luoshi_rules::Assessment;

/// A plan, its evidence and its assessment.
#[derive(Clone, Copy)]
pub struct Files<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The evidence that it was judged on.
    pub evidence: &'a Evidence,
    /// All findings.
    pub assessment: &'a Assessment,
    /// Chinese: papers are written in it whatever the language of messages.
    pub words: Messages,
}
