//! What was audited, and how many findings there are of what.

use luoshi_audit::Depth;
use luoshi_rules::Status;

use crate::telling::Telling;
use crate::whole::{CameTo, Whole};
use crate::workbook::sheet::{Cell, Table};

/// Two columns: what, and how much.
pub(super) fn table(whole: &Whole<'_>, telling: Telling) -> Table {
    let head = &whole.audit.head;
    let broken = whole.townships.iter();
    let broken = broken.filter(|entry| matches!(entry.came_to, CameTo::Broken(_)));
    let depth = match head.depth {
        Depth::Evidence => "depth-evidence",
        Depth::Figures => "depth-figures",
    };
    let line = |name: &str, cell: Cell| vec![Cell::text(telling.word(name)), cell];
    let mut rows = vec![
        line("column-as-of", Cell::Day(Some(head.as_of))),
        line("engine", Cell::text(&head.engine)),
        line("depth", Cell::text(telling.word(depth))),
        line("townships", Cell::count(whole.townships.len())),
        line("sheet-broken", Cell::count(broken.count())),
        line("column-failing", Cell::count(whole.cases().filter(|case| case.finding.fails).count())),
    ];
    rows.extend(Status::ALL.into_iter().map(|status| {
        let count = count(whole, status);
        vec![Cell::text(telling.status(status)), Cell::Count(count)]
    }));
    Table {
        name: "summary",
        columns: &[("what", 32), ("value", 24)],
        rows,
    }
}

fn count(whole: &Whole<'_>, status: Status) -> i64 {
    let told = whole.townships.iter().filter_map(|entry| entry.told());
    let counts = told.flat_map(|told| &told.judged.duties);
    let counts = counts.filter_map(|duty| duty.counts.get(&status));
    counts.map(|count| i64::from(*count)).sum()
}
