//! Days on which something can be done, names of periods.

use jiff::civil::Date;
use luoshi_calendar::Span;
use luoshi_plan::Plan;

use crate::chance::Chance;

/// The day so many days later; earlier with a minus.
pub(crate) fn plus(day: Date, days: i64) -> Date {
    day.saturating_add(jiff::Span::new().days(days))
}

/// The first workday that is so many workdays later.
pub(crate) fn workdays_later(day: Date, n: u32, plan: &Plan) -> Date {
    plan.workdays.add(day, n.max(1)).unwrap_or(Date::MAX)
}

/// Every day of a span, or its workdays; all of them if there is no workday among them.
pub(crate) fn days(from: Date, to: Date, workdays: bool, plan: &Plan) -> Vec<Date> {
    let all = || {
        Span::new(from, to)
            .into_iter()
            .flat_map(|span| span.days().collect::<Vec<_>>())
    };
    if workdays {
        let at_work: Vec<Date> = all().filter(|day| plan.workdays.is_workday(*day)).collect();
        if !at_work.is_empty() {
            return at_work;
        }
    }
    all().collect()
}

/// So many of the days, spread over all of them, in order; some twice if there are too few.
pub(crate) fn spread(days: &[Date], n: usize, chance: &mut Chance) -> Vec<Date> {
    if days.is_empty() {
        return Vec::new();
    }
    let pick = |at: usize| {
        let (from, to) = (at * days.len() / n, (at + 1) * days.len() / n);
        days[(from + chance.below(to - from)).min(days.len() - 1)]
    };
    (0..n).map(pick).collect()
}
