//! 整改: what is still to be rectified.

use crate::open::OpenItem;
use crate::telling::Telling;
use crate::workbook::sheet::{Cell, Table};

/// A row for each open item.
pub(super) fn table(open: &[OpenItem], telling: Telling) -> Table {
    Table {
        name: "open",
        columns: &[
            ("county", 10),
            ("code", 10),
            ("township", 12),
            ("what", 30),
            ("clauses", 10),
            ("severity", 9),
            ("day", 11),
            ("due", 11),
            ("role", 10),
            ("holder", 9),
            ("chain", 24),
            ("reason", 36),
            ("finding", 20),
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
