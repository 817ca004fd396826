//! 整改: what is still to be rectified.

use crate::open::OpenItem;
use crate::telling::Telling;
use crate::workbook::sheet::{Cell, Table};

/// A row for each open item.
pub(super) fn table(open: &[OpenItem], telling: Telling) -> Table {
    Table {
        name: "open",
        columns: &[
            ("county", 14),
            ("code", 12),
            ("township", 16),
            ("what", 40),
            ("clauses", 14),
            ("severity", 8),
            ("day", 12),
            ("due", 12),
            ("role", 16),
            ("holder", 12),
            ("chain", 36),
            ("reason", 48),
            ("finding", 32),
        ],
        rows: open.iter().map(|item| row(item, telling)).collect(),
    }
}

fn row(item: &OpenItem, telling: Telling) -> Vec<Cell> {
    let nearest = item.accountable.first();
    let above = item.accountable.iter().skip(1);
    let above: Vec<String> = above.map(|who| telling.who(who)).collect();
    vec![
        Cell::text(&item.county),
        Cell::text(&item.code),
        Cell::text(&item.township),
        Cell::text(&item.what),
        Cell::text(telling.list(&item.clauses)),
        Cell::text(telling.severity(item.severity)),
        Cell::Day(item.since),
        Cell::Day(item.due),
        Cell::maybe(nearest.map(|who| who.role.name.as_str())),
        nearest.map_or(Cell::Empty, |who| Cell::text(telling.holder(who))),
        Cell::text(telling.list(&above)),
        Cell::text(&item.reason),
        Cell::text(&item.finding),
    ]
}
