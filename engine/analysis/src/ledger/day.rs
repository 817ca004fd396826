//! The days by which an example can come about.

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::Date;
use luoshi_plan::Plan;

use crate::room::unrecorded;

/// Days and sizes of fragments that are tried, at most.
const DAYS: usize = 80;

/// Days after which something more can be said, in order; and how many findings there are in the end.
pub(super) fn days(plan: &Plan) -> (Vec<Date>, usize) {
    let end = plan.span.to;
    let Some(assessment) = unrecorded(plan) else {
        return (Vec::new(), 0);
    };
    // The day after a period, and one on which its days of grace are over too.
    let ends = assessment.findings.iter().filter_map(|finding| finding.day);
    let after = |day: Date| [1, 10].map(|n: i64| day.saturating_add(n.days()));
    let mut days: BTreeSet<Date> = ends.flat_map(after).collect();
    days.extend([
        end,
        end.saturating_add(1.day()),
        end.saturating_add(60.days()),
    ]);
    // Enough days for what follows an incident.
    days.insert(plan.span.from.saturating_add(20.days()));
    days.retain(|day| *day > plan.span.from);
    let all: Vec<Date> = days.into_iter().collect();
    let findings = assessment.findings.len();
    if all.len() <= DAYS {
        return (all, findings);
    }
    let near = all.iter().take(DAYS / 2).copied();
    let far = (0..DAYS / 2).map(|n| all[DAYS / 2 + n * (all.len() - DAYS / 2) / (DAYS / 2)]);
    (
        near.chain(far).chain(all.last().copied()).collect(),
        findings,
    )
}
