//! 排名: townships by rank, for each measure.

use luoshi_audit::results::{Measure, Ranking, Standing, Value, rankings};

use crate::telling::Telling;
use crate::whole::Whole;
use crate::workbook::sheet::{Cell, Table};

/// A row for each township and measure: the share carried out first, then each scorecard. The filter of the first
/// column shows one measure alone.
pub(super) fn table(whole: &Whole<'_>, telling: Telling) -> Table {
    let rankings = rankings(whole.audit);
    let rows = rankings.iter().flat_map(|ranking| {
        let standings = ranking.standings.iter();
        standings.map(move |standing| row(ranking, standing, telling))
    });
    Table {
        name: "ranking",
        columns: &[
            ("measure", 20),
            ("county", 14),
            ("code", 12),
            ("township", 16),
            ("place-in-county", 12),
            ("place", 12),
            ("carried", 12),
            ("score", 12),
            ("grade", 12),
        ],
        rows: rows.collect(),
    }
}

fn row(ranking: &Ranking, standing: &Standing, telling: Telling) -> Vec<Cell> {
    let measure = match &ranking.by {
        Measure::Carried => telling.word("measure-carried"),
        Measure::Score { name, .. } => name.clone(),
    };
    let (share, score) = match standing.value {
        Value::Share(share) => (Cell::Share(share), Cell::Empty),
        Value::Score(score) => (Cell::Empty, Cell::Score(score)),
    };
    vec![
        Cell::text(measure),
        Cell::text(&standing.county),
        Cell::text(&standing.code),
        Cell::text(&standing.name),
        standing.in_county.map_or(Cell::Empty, Cell::count),
        Cell::count(standing.rank),
        share,
        score,
        Cell::maybe(standing.grade.as_deref()),
    ]
}
