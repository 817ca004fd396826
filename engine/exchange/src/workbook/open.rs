//! 整改: what is still to be rectified, and how far it has come.

use crate::open::OpenItem;
use crate::telling::Telling;
use crate::workbook::sheet::{Cell, Table};

/// A row for each open item.
pub(super) fn table(open: &[OpenItem<'_>], telling: Telling) -> Table {
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
            ("state", 10),
            ("notified", 11),
            ("due", 11),
            ("overdue", 8),
            ("step", 22),
            ("progress", 30),
            ("role", 10),
            ("holder", 9),
            ("chain", 24),
            ("reason", 36),
            ("finding", 20),
        ],
        rows: open.iter().map(|item| row(item, telling)).collect(),
    }
}

fn row(open: &OpenItem<'_>, telling: Telling) -> Vec<Cell> {
    let item = &open.item;
    let nearest = open.accountable.first();
    let above = open.accountable.iter().skip(1);
    let above: Vec<String> = above.map(|who| telling.who(who)).collect();
    vec![
        Cell::text(&item.place.county),
        Cell::text(&item.place.code),
        Cell::text(&item.place.name),
        Cell::text(&open.what),
        Cell::text(telling.list(&item.clauses)),
        Cell::text(telling.gravity(item.severity)),
        Cell::Day(item.day),
        Cell::text(telling.state(item.state)),
        Cell::Day(item.notified),
        Cell::Day(item.due.map(|due| due.day)),
        item.overdue.map_or(Cell::Empty, Cell::Count),
        Cell::maybe(telling.step(item).as_deref()),
        Cell::text(telling.progress(item)),
        Cell::maybe(nearest.map(|who| who.role.name.as_str())),
        nearest.map_or(Cell::Empty, |who| Cell::text(telling.holder(who))),
        Cell::text(telling.list(&above)),
        Cell::text(&open.reason),
        Cell::text(&item.finding),
    ]
}
