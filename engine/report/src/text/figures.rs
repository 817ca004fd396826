//! Indicators with their trend; they carry no verdict.

use luoshi_rules::{IndicatorTrend, Trend};

use super::columns;
use crate::reader::{Reader, shown};
use crate::table::{Side, Table, paragraph};

pub(super) fn body(reader: &Reader<'_>) -> String {
    let mut out = String::new();
    if reader.assessment.indicators.is_empty() {
        return out;
    }
    paragraph(&mut out, "  ", 2, &reader.word("indicators-only"));
    out.push('\n');
    let mut table = Table::new(columns(
        reader,
        [
            ("column-indicator", Side::Left),
            ("column-about", Side::Left),
            ("column-current", Side::Right),
            ("column-baseline", Side::Right),
            ("column-trend", Side::Left),
            ("column-values", Side::Left),
        ],
    ));
    for indicator in &reader.assessment.indicators {
        table.row(row(reader, indicator));
    }
    table.write(&mut out, 2);
    out
}

fn row(reader: &Reader<'_>, of: &IndicatorTrend) -> Vec<String> {
    let figure = |value: Option<luoshi_plan::Decimal>| {
        value.map_or_else(|| "-".to_owned(), |v| v.to_string())
    };
    let name = match &of.unit {
        Some(unit) => format!("{} ({unit})", shown(&of.indicator)),
        None => shown(&of.indicator),
    };
    let values: Vec<String> = of
        .values
        .iter()
        .map(|(period, value)| format!("{} {}", reader.period(*period), figure(*value)))
        .collect();
    vec![
        name,
        of.subject
            .as_ref()
            .map_or_else(|| reader.word("report-whole"), shown),
        figure(of.current),
        figure(of.baseline),
        of.trend
            .map_or_else(|| "-".to_owned(), |t| reader.word(trend_key(t))),
        reader.list(&values),
    ]
}

/// The catalogue key of a trend.
fn trend_key(trend: Trend) -> &'static str {
    match trend {
        Trend::Better => "trend-better",
        Trend::Same => "trend-same",
        Trend::Worse => "trend-worse",
    }
}
