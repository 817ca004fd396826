//! The figures of a statement beside the limits of a day.

use std::collections::BTreeMap;

use jiff::civil::Date;
use luoshi_plan::{Decimal, Plan};

use super::{Burden, Figure};
use crate::limits::{Limit, Limits};

/// What a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Things.
    Count,
    /// Hundredths of a percent.
    Percent,
    /// Hundredths of a point.
    Points,
}

/// One figure and what it is compared with.
#[derive(Debug, Clone)]
pub struct Held<'l> {
    /// Its word: the key in JSON, and after `burden-held-` that of its name in the catalogue.
    pub what: &'static str,
    /// The figure.
    pub value: i64,
    /// What it counts.
    pub measure: Measure,
    /// Whom or what it is about: the worst of its kind.
    pub about: Option<String>,
    /// The limit in force on the day; none where no document or advice speaks of it yet.
    pub limit: Option<&'l Limit>,
    /// Whether it is kept; a limit without a number is kept by nothing alone.
    pub kept: Option<bool>,
}

/// Every figure that some limit speaks of.
#[must_use]
pub fn held<'l>(plan: &Plan, burden: &Burden, limits: &'l Limits, day: Date) -> Vec<Held<'l>> {
    use Measure::{Count, Percent, Points};
    let total = |figure| (number(burden.total(figure).year), None);
    // The word of a figure, the limit that speaks of it, and what it comes to.
    let all: [(_, _, _, (i64, Option<String>)); 10] = [
        ("meetings", "meetings_per_post", Count, meetings(burden)),
        ("evidence", "evidence_share", Percent, evidence(burden)),
        ("deadlines", "deadlines_per_day", Count, one_day(burden)),
        (
            "process-marks",
            "process_marks",
            Count,
            total(Figure::ProcessMarks),
        ),
        (
            "letters",
            "responsibility_letters",
            Count,
            total(Figure::Letters),
        ),
        (
            "personal",
            "personal_columns",
            Count,
            total(Figure::Personal),
        ),
        ("points", "score_total", Points, points(burden)),
        ("items", "score_items", Count, items(plan)),
        ("trace-points", "trace_points", Percent, traces(burden)),
        ("uncapped", "deduction_cap", Count, total(Figure::Uncapped)),
    ];
    let held = all.into_iter().map(|(what, id, measure, (value, about))| {
        let limit = limits.on(id, day);
        let most = limit.map(|limit| most(limit, measure));
        Held {
            what,
            value,
            measure,
            about,
            limit,
            kept: most.map(|most| value <= most),
        }
    });
    held.collect()
}

/// The number of a limit, in the measure of its figure.
fn most(limit: &Limit, measure: Measure) -> i64 {
    let Decimal(hundredths) = limit.value.unwrap_or_default();
    match measure {
        Measure::Count => hundredths / 100,
        Measure::Percent | Measure::Points => hundredths,
    }
}

fn number(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

type Worst = (i64, Option<String>);

fn meetings(burden: &Burden) -> Worst {
    let most = burden.attendance.first();
    most.map_or((0, None), |a| (number(a.each.year), Some(a.name.clone())))
}

/// The post that spends the largest share of its time.
fn evidence(burden: &Burden) -> Worst {
    let shares = burden.roles.iter().map(|role| (burden.share(role), role));
    let most = shares.max_by_key(|(share, role)| (*share, std::cmp::Reverse(&role.name)));
    most.map_or((0, None), |(share, role)| {
        (number(share), Some(role.name.clone()))
    })
}

fn one_day(burden: &Burden) -> Worst {
    let mut days: BTreeMap<(&str, Date), u64> = BTreeMap::new();
    for demand in burden.demands.iter().filter(|d| d.is_paper()) {
        for day in &demand.deadlines {
            let role = demand.responsible.as_deref().unwrap_or("");
            *days.entry((role, *day)).or_default() += 1;
        }
    }
    let most = days
        .into_iter()
        .max_by_key(|((_, day), n)| (*n, std::cmp::Reverse(*day)));
    most.map_or((0, None), |((role, day), n)| {
        let named = burden
            .roles
            .iter()
            .find(|r| r.role.as_deref() == Some(role));
        let role = named.map_or(role, |r| &r.name);
        (
            number(n),
            Some(format!("{role} {day}").trim_start().to_owned()),
        )
    })
}

fn points(burden: &Burden) -> Worst {
    let cards = burden
        .demands
        .iter()
        .map(|d| (d.amount(Figure::Points).year, d));
    let most = cards
        .filter(|(points, _)| *points > 0)
        .max_by_key(|(points, _)| *points);
    most.map_or((0, None), |(points, card)| {
        (number(points), Some(card.name.clone()))
    })
}

fn items(plan: &Plan) -> Worst {
    let cards = plan.content.scorecards.iter();
    let counts = cards.map(|c| (c.sections.iter().map(|s| s.items.len()).sum::<usize>(), c));
    let most = counts.max_by_key(|(count, _)| *count);
    most.map_or((0, None), |(count, card)| {
        (number(count as u64), Some(card.duty.name.clone()))
    })
}

fn traces(burden: &Burden) -> Worst {
    let share = |points: u64, traces: u64| traces.saturating_mul(10_000).checked_div(points);
    let cards = burden.demands.iter().filter_map(|d| {
        let (points, traces) = (d.amount(Figure::Points), d.amount(Figure::TracePoints));
        Some((share(points.year, traces.year)?, d))
    });
    let most = cards.max_by_key(|(share, _)| *share);
    most.map_or((0, None), |(share, card)| {
        (number(share), Some(card.name.clone()))
    })
}
