//! The days on which tasks are due, as far as a plan alone can tell.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;
use luoshi_plan::model::{DueKeys, Task};
use luoshi_plan::{Limit, Plan, Settable};

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
            (None, Some("plan_issued")) => Some(after(self.plan, self.plan.header.issued, limit)),
            (None, None | Some("plan_start")) => Some(after(self.plan, self.plan.span.from, limit)),
            (None, Some(task)) => {
                let start = self.day_within(task, steps.checked_sub(1)?)?;
                Some(after(self.plan, start, limit))
            }
        }
    }

    /// Whether nobody has said by when a task is due.
    pub(crate) fn is_open(&self, id: &str) -> bool {
        let open = |task: &&Task| !matches!(task.due, Settable::Set(DueKeys { .. }));
        self.tasks.get(id).is_some_and(open)
    }
}

/// The end of a limit that starts on a day; the day itself is not counted.
fn after(plan: &Plan, day: Date, limit: Limit) -> Date {
    match limit {
        Limit::Minutes(n) => day.saturating_add(i64::from(n.div_ceil(24 * 60)).days()),
        Limit::Days(n) => day.saturating_add(i64::from(n).days()),
        Limit::Workdays(n) => plan.workdays.add(day, n).unwrap_or(Date::MAX),
        Limit::Months(n) => day.saturating_add(i64::from(n).months()),
    }
}
