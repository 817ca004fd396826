//! 自定义规则: a judgement in Rhai, for each subject or once.

use luoshi_plan::model::Rule;

use super::JudgeCx;
use crate::assessment::Status;
use crate::program::Row;
use crate::reason::Reason;
use crate::script::{FactTable, Scripts};
use crate::verdict::Verdict;

/// Evaluates a rule for each of its rows.
pub(crate) fn judge(
    duty: usize,
    rule: &Rule,
    rows: &[Row],
    scripts: &Scripts,
    facts: &std::sync::Arc<FactTable>,
    cx: &JudgeCx<'_>,
) -> Vec<Verdict> {
    if rows.is_empty() {
        return vec![Verdict::not_applicable(duty, Reason::NoSubjects)];
    }
    let one = |row: &Row| {
        let subject = row
            .subject
            .map(|at| cx.plan.subjects[at as usize].id.name.to_string());
        let (status, reason) = match scripts.holds(&rule.duty.id.name, facts, subject) {
            Ok(true) => (Status::Met, Reason::Rule(None)),
            Ok(false) => (Status::Violated, Reason::Rule(rule.message.clone())),
            Err(error) => (Status::Unknown, Reason::RuleFailed(error)),
        };
        let mut verdict = Verdict::new(duty, status, reason);
        verdict.subject = row.subject;
        verdict.day = Some(cx.as_of.min(cx.plan.span.to));
        verdict
    };
    rows.iter().map(one).collect()
}
