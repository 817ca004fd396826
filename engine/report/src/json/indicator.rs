//! Indicators.

use luoshi_plan::Decimal;
use luoshi_rules::{IndicatorTrend, Trend};
use serde::Serialize;

use super::LabelRecord;
use super::finding::{PeriodRecord, period};

#[derive(Serialize)]
pub(super) struct IndicatorRecord {
    indicator: LabelRecord,
    unit: Option<String>,
    clauses: Vec<String>,
    subject: Option<LabelRecord>,
    values: Vec<ValueRecord>,
    current: Option<String>,
    baseline: Option<String>,
    trend: Option<&'static str>,
    target: Option<String>,
}

#[derive(Serialize)]
struct ValueRecord {
    period: PeriodRecord,
    value: Option<String>,
}

pub(super) fn record(of: &IndicatorTrend) -> IndicatorRecord {
    let figure = |value: Option<Decimal>| value.map(|v| v.to_string());
    let values = of.values.iter().map(|(p, value)| ValueRecord {
        period: period(*p, luoshi_rules::period_id(p)),
        value: figure(*value),
    });
    IndicatorRecord {
        indicator: LabelRecord::from(&of.indicator),
        unit: of.unit.clone(),
        clauses: of.clauses.clone(),
        subject: of.subject.as_ref().map(LabelRecord::from),
        values: values.collect(),
        current: figure(of.current),
        baseline: figure(of.baseline),
        trend: of.trend.map(trend),
        target: figure(of.target),
    }
}

fn trend(trend: Trend) -> &'static str {
    match trend {
        Trend::Better => "better",
        Trend::Same => "same",
        Trend::Worse => "worse",
    }
}
