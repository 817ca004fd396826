//! Indicators.

use super::{Case, Findings, Said, say, whom};
use crate::days::{both, calendar, contains, length, next};
use crate::ledger::Record;
use crate::plan::{Duty, Indicator, Subject, Term};

/// Figures in hundredths.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Trend {
    pub(crate) indicator: String,
    pub(crate) subject: Option<String>,
    /// Value of each period that has begun.
    pub(crate) values: Vec<(String, Option<i64>)>,
    pub(crate) current: Option<i64>,
    pub(crate) baseline: Option<i64>,
    /// Whether it is better than the baseline, as good or worse.
    pub(crate) trend: Option<&'static str>,
    /// Which way is good.
    pub(crate) direction: &'static str,
}

pub(super) fn judge(case: &Case<'_>, of: &Indicator, found: &mut Findings) -> Vec<Trend> {
    let duty = Duty {
        for_each: of.for_each.clone(),
        ..Duty::plain(&of.id, of.severity)
    };
    let mut trends = Vec::new();
    for row in case.rows(&duty) {
        trends.push(trend(case, of, row));
        let Some(target) = of.target.and_then(|target| target.value()) else {
            continue;
        };
        let by = of.by.unwrap_or(case.plan.period.to);
        let until = Term {
            from: case.plan.period.from,
            to: by,
        };
        let value = value(case, of, row, until);
        let status = match value {
            _ if case.as_of <= by => case.open(by),
            None => "unknown",
            Some(value) if of.direction == "up" && value >= target.0 => "met",
            Some(value) if of.direction == "down" && value <= target.0 => "met",
            Some(_) => "missed",
        };
        let said = Said::of(status).day(Some(by)).about(whom(row));
        say(found, &duty, &super::part(row), said);
    }
    trends
}

fn trend(case: &Case<'_>, of: &Indicator, row: Option<&Subject>) -> Trend {
    let span = case.plan.period;
    let mut values = Vec::new();
    let mut day = span.from;
    while day <= span.to.min(case.as_of) {
        let period = calendar(day, of.every);
        let term = both(period.term, span).expect("the day lies in it");
        values.push((period.id, value(case, of, row, term)));
        day = next(period.term.to);
    }
    let current = value(case, of, row, span);
    let baseline = compared(case, of, row);
    let trend = current.zip(baseline).map(|(current, baseline)| {
        let more = current > baseline;
        match current == baseline {
            true => "same",
            false if more == (of.direction == "up") => "better",
            false => "worse",
        }
    });
    Trend {
        indicator: of.id.clone(),
        subject: whom(row).map(str::to_owned),
        values,
        current,
        baseline,
        trend,
        direction: of.direction,
    }
}

/// What the current value is compared with: of a count or a sum, the share of the plan that has gone by.
fn compared(case: &Case<'_>, of: &Indicator, row: Option<&Subject>) -> Option<i64> {
    let baseline = of.baseline.as_ref()?;
    let stated = baseline.value.map(|value| value.0);
    let whole = stated.or_else(|| of_records(case, of, row, baseline.period?))?;
    let span = case.plan.period;
    let until = case.as_of.min(span.to);
    if of.from == "metric_latest" || until == span.to {
        return Some(whole);
    }
    let gone = both(
        span,
        Term {
            from: span.from,
            to: until.max(span.from),
        },
    );
    let gone = gone.filter(|_| span.from <= until).map_or(0, length);
    Some(whole * gone / length(span))
}

/// The value in some days. No incident is 0 where the ledger holds incidents at all.
fn value(case: &Case<'_>, of: &Indicator, row: Option<&Subject>, term: Term) -> Option<i64> {
    let none = of.from == "incident_count" && case.seen.iter().any(|r| r.kind == "incident");
    of_records(case, of, row, term).or(none.then_some(0))
}

fn of_records(case: &Case<'_>, of: &Indicator, row: Option<&Subject>, term: Term) -> Option<i64> {
    let counts = of.from == "incident_count";
    let mine = |r: &&&Record| {
        let meant = match counts {
            true => r.kind == "incident" && r.status.as_ref().is_some_and(|s| of.of.contains(s)),
            false => r.kind == "metric" && r.duty.as_ref() == Some(&of.id),
        };
        meant && contains(term, r.date) && case.lies_in(r.subject.as_deref(), whom(row))
    };
    let records: Vec<&&Record> = case.seen.iter().filter(mine).collect();
    let figures: Vec<i64> = match counts {
        true => records.iter().map(|_| 100).collect(),
        false => records
            .iter()
            .filter_map(|r| r.quantity.map(|q| q.0))
            .collect(),
    };
    let last = figures.last()?;
    Some(match of.from {
        "metric_latest" => *last,
        _ => figures.iter().sum(),
    })
}
