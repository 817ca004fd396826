//! Indicators with their trend; they carry no verdict.

use luoshi_plan::Decimal;
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
    let compared = reader
        .assessment
        .indicators
        .iter()
        .any(|i| i.baseline.is_some() || i.trend.is_some());
    let mut columns = columns(
        reader,
        [
            ("column-indicator", Side::Left),
            ("column-about", Side::Left),
            ("column-current", Side::Right),
            ("column-baseline", Side::Right),
            ("column-trend", Side::Left),
            ("column-values", Side::Left),
        ],
    );
    if !compared {
        columns.drain(COMPARISON);
    }
    let mut table = Table::new(columns);
    for indicator in &reader.assessment.indicators {
        let mut cells = row(reader, indicator);
        if !compared {
            cells.drain(COMPARISON);
        }
        table.row(cells);
    }
    table.write(&mut out, 2);
    out
}

/// The columns of the baseline and the trend.
const COMPARISON: std::ops::Range<usize> = 3..5;

fn row(reader: &Reader<'_>, of: &IndicatorTrend) -> Vec<String> {
    let name = match &of.unit {
        Some(unit) => format!("{} ({unit})", shown(&of.indicator)),
        None => shown(&of.indicator),
    };
    vec![
        name,
        of.subject
            .as_ref()
            .map_or_else(|| reader.word("report-whole"), shown),
        figure(of.current),
        figure(of.baseline),
        of.trend
            .map_or_else(|| "-".to_owned(), |t| reader.word(trend_key(t))),
        values(reader, of),
    ]
}

/// A figure; a dash for none.
pub(crate) fn figure(value: Option<Decimal>) -> String {
    value.map_or_else(|| "-".to_owned(), |v| v.to_string())
}

/// The values in order, and the period that the first of them belongs to.
fn values(reader: &Reader<'_>, of: &IndicatorTrend) -> String {
    let Some((first, _)) = of.values.first() else {
        return "-".to_owned();
    };
    let values: Vec<String> = of.values.iter().map(|(_, v)| figure(*v)).collect();
    let args = [
        ("first", reader.period(*first).into()),
        ("values", reader.list(&values).into()),
    ];
    reader.say("indicators-values", args)
}

/// The catalogue key of a trend.
pub(crate) fn trend_key(trend: Trend) -> &'static str {
    match trend {
        Trend::Better => "trend-better",
        Trend::Same => "trend-same",
        Trend::Worse => "trend-worse",
    }
}
