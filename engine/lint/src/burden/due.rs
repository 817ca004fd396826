//! Days on which something must be handed in, as the engine works them out.

use jiff::civil::Date;
use luoshi_calendar::{Period, Span, Unit, periods};
use luoshi_plan::model::{CadenceKeys, DueKeys};
use luoshi_plan::{Limit, Plan, Settable, after};

/// Tasks that wait for tasks are followed no further than this; a circle is an error elsewhere.
const DEEPEST: usize = 16;

/// The last day of a deadline for somebody who is there from `start` on. One that follows another
/// task is counted from the last day of that task, the latest on which it can begin.
pub(super) fn deadline(plan: &Plan, keys: &DueKeys, start: Date) -> Option<Date> {
    deadline_at(plan, keys, start, 0)
}

fn deadline_at(plan: &Plan, keys: &DueKeys, start: Date, depth: usize) -> Option<Date> {
    let limit = keys.within.unwrap_or(Limit::Days(0));
    let begins = match (keys.date, keys.after.as_deref()) {
        (Some(date), _) => return Some(date),
        (None, Some("plan_issued")) => plan.header.issued,
        (None, None | Some("plan_start")) => start,
        (None, Some(task)) if depth < DEEPEST => {
            let tasks = &plan.content.tasks;
            let first = tasks.iter().find(|t| t.duty.id.name == task)?;
            let Settable::Set(keys) = &first.due else {
                return None;
            };
            deadline_at(plan, keys, start, depth + 1)?
        }
        (None, Some(_)) => return None,
    };
    Some(after(begins, limit, plan))
}

/// The periods of a cadence that are due within a span.
pub(super) fn due_periods(keys: &CadenceKeys, span: Span) -> Vec<Period> {
    let mut all = periods(keys.every, span);
    all.retain(|p| p.counts(keys.partial));
    all
}

/// How many of all periods of a span are due for somebody who is there for a part of it.
pub(super) fn due_within(keys: &CadenceKeys, all: &[Period], life: Span) -> u64 {
    let clipped = all.iter().filter_map(|p| p.clip(life));
    clipped.filter(|p| p.counts(keys.partial)).count() as u64
}

/// How many such periods a whole year has.
pub(super) fn a_year(every: Unit) -> u64 {
    match every {
        Unit::Day => 365,
        Unit::Week => 52,
        Unit::Month => 12,
        Unit::Quarter => 4,
        Unit::HalfYear => 2,
        Unit::Year => 1,
    }
}

/// How many times in each period.
pub(super) fn times(keys: &CadenceKeys) -> u64 {
    u64::from(keys.exactly.or(keys.at_least).unwrap_or(1).max(1))
}
