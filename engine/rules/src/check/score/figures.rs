//! Points by figures: an indicator against what must be reached, or against an earlier term.

use std::collections::{BTreeMap, BTreeSet};

use luoshi_plan::model::{Direction, Method, ScoreItem, Scorecard};
use luoshi_plan::{Decimal, Percent};

use super::records::items;
use super::{Item, Scorer};
use crate::check::indicator::Values;
use crate::check::{Check, Fact, Indicator, JudgeCx};
use crate::program::Row;

/// An indicator and what was found for it.
pub(super) struct Figures<'a> {
    indicator: &'a Indicator,
    values: &'a Values,
    /// Where the row of each subject is; of none for the jurisdiction.
    rows: BTreeMap<Option<u32>, usize>,
}

impl Figures<'_> {
    /// Where the figure for a row is: a figure of the whole township scores each of its subjects, that of another subject none.
    fn row(&self, row: Row) -> Option<usize> {
        let own = self.rows.get(&row.subject);
        own.or_else(|| self.rows.get(&None)).copied()
    }
}

/// Those by which a card scores.
pub(super) fn of<'a>(card: &Scorecard, cx: &'a JudgeCx<'_>) -> BTreeMap<usize, Figures<'a>> {
    let scored = items(card)
        .filter(|item| matches!(item.method, Method::Banded | Method::Threshold))
        .flat_map(|item| &item.of);
    let scored: BTreeSet<&str> = scored.map(|duty| duty.name.as_str()).collect();
    let scores = |duty: usize| scored.contains(cx.program.duties[duty].id.as_str());
    let checks = cx.program.checks.iter().zip(cx.facts);
    let found = checks.filter_map(|pair| match pair {
        (Check::Indicator(indicator), Fact::Values(values)) if scores(indicator.duty) => {
            let rows = indicator.rows.iter().zip(0..);
            let figures = Figures {
                indicator,
                values,
                rows: rows.map(|(row, at)| (row.subject, at)).collect(),
            };
            Some((indicator.duty, figures))
        }
        _ => None,
    });
    found.collect()
}

impl Scorer<'_> {
    /// Takes off for a figure that misses what must be reached, or is worse than what it is compared with.
    pub(super) fn by_indicator(&self, item: &ScoreItem, row: Row) -> Item {
        let unknown = Item {
            unknown: true,
            ..Item::default()
        };
        let named = self.named(&item.of).into_iter();
        let Some(figures) = named.filter_map(|duty| self.figures.get(&duty)).next() else {
            return unknown;
        };
        let (indicator, values) = (figures.indicator, figures.values);
        let Some(at) = figures.row(row) else {
            return unknown;
        };
        let Some(value) = indicator.current(values, at, self.cx) else {
            return unknown;
        };
        if item.method == Method::Threshold {
            let reached = item.at_least.is_none_or(|least| value >= least);
            let points = if reached {
                Decimal(0)
            } else {
                item.max.unwrap_or_default()
            };
            return Item {
                points,
                count: i64::from(!reached),
                ..Item::default()
            };
        }
        let Some(baseline) = indicator.compared(values, at, self.cx).filter(|b| b.0 != 0) else {
            return unknown;
        };
        let worse = match indicator.direction {
            Direction::Up => baseline.0 - value.0,
            Direction::Down => value.0 - baseline.0,
        };
        if worse <= 0 {
            return Item::default();
        }
        let within = |up_to: &Percent| worse * 10_000 <= i64::from(up_to.0) * baseline.0.abs();
        let band = item
            .bands
            .iter()
            .find(|b| b.up_to.as_ref().is_none_or(within));
        let points = band.map_or(item.max.unwrap_or_default(), |b| b.points);
        Item {
            points,
            count: 1,
            ..Item::default()
        }
    }
}
