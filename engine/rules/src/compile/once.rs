//! What is due once: tasks, and states that every subject must have.

use luoshi_plan::model::{self, DueKeys};
use luoshi_plan::{Limit, Settable, after};

use super::{Compile, kind};
use crate::check::deadline::Due;
use crate::check::{Check, Coverage, Deadline};
use crate::requirement::Requirement;

impl Compile<'_> {
    pub(super) fn task(&mut self, task: &model::Task) {
        let Some(duty) = self.duty(&task.duty, "tasks") else {
            return;
        };
        let Some(keys) = self.set(duty, &task.due) else {
            return;
        };
        self.checks.push(Check::Deadline(Deadline {
            duty,
            kind: kind(task.evidence),
            record_duty: task.duty.id.name.clone(),
            rows: self.rows(&task.duty),
            due: self.due(keys),
            after: task.after.iter().map(|a| a.name.clone()).collect(),
            grace: task.grace,
            requirement: Requirement::of(task.requires.as_ref()),
        }));
    }

    pub(super) fn due(&self, keys: &DueKeys) -> Due {
        let limit = keys.within.unwrap_or(Limit::Days(0));
        match (keys.date, keys.after.as_deref()) {
            (Some(date), _) => Due::On(date),
            (None, Some("plan_issued")) => {
                Due::On(after(self.plan.header.issued, limit, self.plan))
            }
            (None, None | Some("plan_start")) => Due::Start(limit),
            (None, Some(task)) => Due::After(task.to_owned(), limit),
        }
    }

    pub(super) fn coverage(&mut self, coverage: &model::Coverage) {
        let Some(duty) = self.duty(&coverage.duty, "coverage") else {
            return;
        };
        let due = match &coverage.due {
            Settable::Unset(None) => None,
            other => {
                let Some(keys) = self.set(duty, other) else {
                    return;
                };
                Some(self.due(keys))
            }
        };
        let lapses = coverage.lapses.as_ref();
        self.checks.push(Check::Coverage(Coverage {
            duty,
            kind: kind(coverage.evidence),
            record_duty: coverage.duty.id.name.clone(),
            rows: self.rows(&coverage.duty),
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
        }));
    }
}
