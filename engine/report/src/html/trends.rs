//! Indicators as small line charts, with their values in a table for whoever sees no picture.

use luoshi_calendar::Period;
use luoshi_plan::Decimal;
use luoshi_rules::IndicatorTrend;
use serde::Serialize;

use crate::reader::{Reader, shown};
use crate::text::{figure, trend_key};

/// Room for the line, in units of the picture; a little is left free on each side.
const WIDTH: i64 = 240;
const HEIGHT: i64 = 48;
const MARGIN: i64 = 6;

/// One indicator.
#[derive(Serialize)]
pub(super) struct Trend {
    name: String,
    about: String,
    /// Names and figures: so far, baseline, trend, target.
    figures: Vec<(String, String)>,
    /// Each period with its value.
    values: Vec<(String, String)>,
    /// Points of each unbroken piece of the line, as SVG wants them.
    lines: Vec<String>,
    /// Each point by itself, so that one without neighbours can be seen.
    dots: Vec<(i64, i64)>,
    /// Height of the target, if there is one.
    target: Option<i64>,
}

/// All indicators that have a value; those that have none are named by the text that comes back.
pub(super) fn trends(reader: &Reader<'_>) -> (Vec<Trend>, String) {
    let (known, empty): (Vec<_>, Vec<_>) = reader
        .assessment
        .indicators
        .iter()
        .partition(|i| i.values.iter().any(|(_, v)| v.is_some()));
    let names: Vec<String> = empty.iter().map(|i| shown(&i.indicator)).collect();
    let none = if names.is_empty() {
        String::new()
    } else {
        reader.say("html-no-figures", [("names", reader.list(&names).into())])
    };
    (known.into_iter().map(|i| trend(reader, i)).collect(), none)
}

fn trend(reader: &Reader<'_>, of: &IndicatorTrend) -> Trend {
    let name = match &of.unit {
        Some(unit) => format!("{} ({unit})", shown(&of.indicator)),
        None => shown(&of.indicator),
    };
    let mut figures = vec![(reader.word("column-current"), figure(of.current))];
    if of.baseline.is_some() {
        figures.push((reader.word("column-baseline"), figure(of.baseline)));
    }
    if of.target.is_some() {
        figures.push((reader.word("html-target"), figure(of.target)));
    }
    if let Some(trend) = of.trend {
        figures.push((reader.word("column-trend"), reader.word(trend_key(trend))));
    }
    let scale = Scale::of(of);
    Trend {
        name,
        about: of
            .subject
            .as_ref()
            .map_or_else(|| reader.word("report-whole"), shown),
        figures,
        values: of
            .values
            .iter()
            .map(|(p, v)| (reader.period(*p), figure(*v)))
            .collect(),
        lines: scale.lines(&of.values),
        dots: scale.dots(&of.values).into_iter().flatten().collect(),
        target: of.target.map(|t| scale.y(t)),
    }
}

/// From figures to places in the picture; the line always stands on nought, or on the least below it.
struct Scale {
    low: i64,
    range: i64,
    steps: i64,
}

impl Scale {
    fn of(of: &IndicatorTrend) -> Scale {
        let figures = || {
            of.values
                .iter()
                .filter_map(|(_, v)| *v)
                .chain(of.target)
                .map(|d| d.0)
        };
        let low = figures().min().unwrap_or(0).min(0);
        let high = figures().max().unwrap_or(0);
        Scale {
            low,
            range: high.saturating_sub(low).max(1),
            steps: i64::try_from(of.values.len())
                .unwrap_or(1)
                .saturating_sub(1)
                .max(1),
        }
    }

    fn y(&self, value: Decimal) -> i64 {
        let room = HEIGHT - 2 * MARGIN;
        let above = i128::from(value.0.saturating_sub(self.low)) * i128::from(room)
            / i128::from(self.range);
        HEIGHT - MARGIN - i64::try_from(above).unwrap_or(0)
    }

    fn dots(&self, values: &[(Period, Option<Decimal>)]) -> Vec<Option<(i64, i64)>> {
        let place = |(at, (_, value)): (usize, &(Period, Option<Decimal>))| {
            let at = i64::try_from(at).unwrap_or(0);
            value.map(|v| (MARGIN + at * (WIDTH - 2 * MARGIN) / self.steps, self.y(v)))
        };
        values.iter().enumerate().map(place).collect()
    }

    /// The line, broken where there is no record.
    fn lines(&self, values: &[(Period, Option<Decimal>)]) -> Vec<String> {
        let dots = self.dots(values);
        let pieces = dots.split(Option::is_none).filter(|piece| piece.len() > 1);
        let points = |piece: &[Option<(i64, i64)>]| {
            let points: Vec<String> = piece
                .iter()
                .flatten()
                .map(|(x, y)| format!("{x},{y}"))
                .collect();
            points.join(" ")
        };
        pieces.map(points).collect()
    }
}
