//! What is due once: tasks, and states that every subject must have.

use luoshi_plan::model::{self, DueKeys};
use luoshi_plan::{Limit, Settable};

use super::{Compile, kind};
use crate::check::deadline::Due;
use crate::check::{Check, CoverageTerms, DeadlineTerms};
use crate::requirement::Requirement;

impl<'p> Compile<'p, '_> {
    pub(super) fn task(&mut self, task: &'p model::Task) {
        let Some(duty) = self.duty(&task.duty, "tasks") else {
            return;
        };
        let Some(keys) = self.set(duty, &task.due) else {
            return;
        };
        let terms = DeadlineTerms {
            kind: kind(task.evidence),
            record_duty: task.duty.id.name.to_string(),
            due: Self::due(keys),
            after: task.after.iter().map(|a| a.name.to_string()).collect(),
            grace: task.grace,
            requirement: Requirement::of(task.requires.as_ref()),
        };
        let deadline = Self::placed(duty, self.rows(&task.duty), terms);
        self.checks.push(Check::Deadline(deadline));
    }

    pub(super) fn due(keys: &DueKeys) -> Due {
        let limit = keys.within.unwrap_or(Limit::Days(0));
        match (keys.date, keys.after.as_deref()) {
            (Some(date), _) => Due::On(date),
            (None, Some("plan_issued")) => Due::Issued(limit),
            (None, None | Some("plan_start")) => Due::Start(limit),
            (None, Some(task)) => Due::After(task.to_owned(), limit),
        }
    }

    pub(super) fn coverage(&mut self, coverage: &'p model::Coverage) {
        let Some(duty) = self.duty(&coverage.duty, "coverage") else {
            return;
        };
        let due = match &coverage.due {
            Settable::Unset(None) => None,
            other => {
                let Some(keys) = self.set(duty, other) else {
                    return;
                };
                Some(Self::due(keys))
            }
        };
        let lapses = coverage.lapses.as_ref();
        let terms = CoverageTerms {
            kind: kind(coverage.evidence),
            record_duty: coverage.duty.id.name.to_string(),
            target: coverage.target,
            due,
            headcount: coverage.headcount.as_ref().and_then(|h| {
                h.exactly
                    .map(|n| (n, true))
                    .or(h.at_least.map(|n| (n, false)))
            }),
            requirement: Requirement::of(coverage.requires.as_ref()),
            ending: lapses.map(|l| l.status.clone()).unwrap_or_default(),
            within: lapses.and_then(|l| l.within),
        };
        let coverage = Self::placed(duty, self.rows(&coverage.duty), terms);
        self.checks.push(Check::Coverage(coverage));
    }
}
