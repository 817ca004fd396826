//! 哪些职责最常失守: the duties that fail most.

use luoshi_audit::results::{by_count, duties};

use crate::telling::Telling;
use crate::whole::Whole;
use crate::workbook::sheet::{Cell, Table};

/// Every duty of which something failed somewhere, those with the most failures first.
pub(super) fn table(whole: &Whole<'_>, telling: Telling) -> Table {
    let mut duties = duties(whole.audit);
    duties.sort_by(by_count);
    let row = |over: &luoshi_audit::results::DutyOver| {
        vec![
            Cell::text(&over.name),
            Cell::text(&over.duty),
            Cell::text(telling.list(&over.clauses)),
            Cell::count(over.townships.count),
            Cell::count(over.townships.of),
            Cell::Share(over.townships),
            Cell::count(over.failing.count),
            Cell::count(over.failing.of),
            Cell::Share(over.failing),
        ]
    };
    Table {
        name: "duties",
        columns: &[
            ("duty", 28),
            ("duty-id", 24),
            ("clauses", 16),
            ("failing-townships", 14),
            ("told-townships", 14),
            ("failing-townships-share", 14),
            ("failing", 14),
            ("judged", 14),
            ("failing-share", 14),
        ],
        rows: duties.iter().map(row).collect(),
    }
}
