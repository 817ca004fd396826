//! What was audited, and how many findings there are of what.

use luoshi_audit::Depth;
use luoshi_audit::results::tally;
use luoshi_rules::Status;

use crate::telling::Telling;
use crate::whole::Whole;
use crate::workbook::sheet::{Cell, Table};

/// Two columns: what, and how much.
pub(super) fn table(whole: &Whole<'_>, telling: Telling) -> Table {
    let head = &whole.audit.head;
    let tally = tally(whole.audit, &whole.audit.townships);
    let depth = match head.depth {
        Depth::Evidence => "depth-evidence",
        Depth::Figures => "depth-figures",
    };
    let line = |name: &str, cell: Cell| vec![Cell::text(telling.word(name)), cell];
    let mut rows = vec![
        line("column-as-of", Cell::Day(Some(head.as_of))),
        line("engine", Cell::text(&head.engine)),
        line("depth", Cell::text(telling.word(depth))),
        line("townships", Cell::count(tally.townships)),
        line("sheet-broken", Cell::count(tally.broken)),
        line("absent-townships", Cell::count(tally.absent)),
        line("simulated-townships", Cell::count(tally.simulated)),
        line("measure-carried", Cell::Share(tally.carried)),
        line("column-failing", Cell::count(tally.failing)),
    ];
    rows.extend(Status::ALL.into_iter().map(|status| {
        let count = tally.statuses.get(&status).copied().unwrap_or(0);
        vec![Cell::text(telling.status(status)), Cell::count(count)]
    }));
    Table {
        name: "summary",
        columns: &[("what", 32), ("value", 24)],
        rows,
    }
}
