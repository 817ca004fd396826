//! `too-many-findings`: a plan that asks for more than anybody can look through, told before memory is taken for it.

use std::sync::Arc;

use luoshi_diagnostics::{Code, Note};
use luoshi_plan::{Plan, Space};

use crate::check::Check;
use crate::program::DutyInfo;

/// Findings of a plan at most: for each check, subjects and units times periods.
const FINDINGS: usize = 1_000_000;

/// The note, at the duty with which it becomes too much.
pub(super) fn excess(plan: &Plan, duties: &[Arc<DutyInfo>], checks: &[Check]) -> Option<Note> {
    let mut findings = 0_usize;
    let mut first = None;
    for check in checks {
        findings = findings.saturating_add(check.size());
        if findings > FINDINGS && first.is_none() {
            first = duties.get(check.duty());
        }
    }
    let duty = first?;
    let place = [Space::Duty, Space::Chain];
    let place = place.iter().find_map(|s| plan.places.get(*s, &duty.id));
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let mut note = Note::new(Code::TooManyFindings)
        .arg("count", number(findings))
        .arg("limit", number(FINDINGS));
    note.place = place.cloned();
    Some(note)
}
