//! The days on which tasks are due, as far as a plan alone can tell.

use std::collections::BTreeMap;

use jiff::civil::Date;
use luoshi_plan::model::{DueKeys, Task};
use luoshi_plan::{Limit, Plan, Settable, after};

/// The tasks of a plan by their ids.
pub(crate) struct Dues<'a> {
    plan: &'a Plan,
    tasks: BTreeMap<&'a str, &'a Task>,
}

impl<'a> Dues<'a> {
    pub(crate) fn of(plan: &'a Plan) -> Self {
        let tasks = plan.content.tasks.iter();
        Dues {
            plan,
            tasks: tasks
                .map(|task| (task.duty.id.name.as_str(), task))
                .collect(),
        }
    }

    /// The task of an id; none if it is off.
    pub(crate) fn task(&self, id: &str) -> Option<&'a Task> {
        self.tasks.get(id).copied()
    }

    /// The last day of a task, if all before it is done on its own last day.
    pub(crate) fn day(&self, id: &str) -> Option<Date> {
        self.day_within(id, self.tasks.len())
    }

    /// Circles are refused when a plan is read; the count ends the walk for whoever has none.
    fn day_within(&self, id: &str, steps: usize) -> Option<Date> {
        let keys = self.tasks.get(id)?.due.get()?;
        let limit = keys.within.unwrap_or(Limit::Days(0));
        match (keys.date, keys.after.as_deref()) {
            (Some(date), _) => Some(date),
            (None, Some("plan_issued")) => Some(after(self.plan.header.issued, limit, self.plan)),
            (None, None | Some("plan_start")) => Some(after(self.plan.span.from, limit, self.plan)),
            (None, Some(task)) => {
                let start = self.day_within(task, steps.checked_sub(1)?)?;
                Some(after(start, limit, self.plan))
            }
        }
    }

    /// Whether nobody has said by when a task is due.
    pub(crate) fn is_open(&self, id: &str) -> bool {
        let open = |task: &&Task| !matches!(task.due, Settable::Set(DueKeys { .. }));
        self.tasks.get(id).is_some_and(open)
    }
}
