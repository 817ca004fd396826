//! What was not carried out, and which townships could not be judged.

use crate::telling::{Telling, name};
use crate::whole::{Case, Whole};
use crate::workbook::sheet::{Cell, Table};

/// 哪些没落实: every finding that fails.
pub(super) fn table(whole: &Whole<'_>, telling: Telling) -> Table {
    let failing = whole.cases().filter(|case| case.finding.fails);
    Table {
        name: "unmet",
        columns: &[
            ("county", 14),
            ("code", 12),
            ("township", 16),
            ("duty", 24),
            ("clauses", 14),
            ("subject", 14),
            ("actor", 12),
            ("period", 10),
            ("day", 12),
            ("status", 10),
            ("severity", 8),
            ("figure", 8),
            ("reason", 48),
            ("role", 16),
            ("holder", 12),
            ("evidence", 20),
            ("finding", 32),
        ],
        rows: failing.map(|case| row(&case, telling)).collect(),
    }
}

fn row(case: &Case<'_>, telling: Telling) -> Vec<Cell> {
    let (township, duty, finding) = (case.township, case.duty, case.finding);
    let nearest = finding.accountable.first();
    vec![
        Cell::text(&township.county),
        Cell::text(&township.code),
        Cell::text(&township.name),
        Cell::text(&duty.name),
        Cell::text(telling.list(&duty.clauses)),
        Cell::text(name(finding.subject.as_ref())),
        Cell::text(name(finding.actor.as_ref())),
        Cell::maybe(finding.period.as_deref()),
        Cell::Day(finding.day),
        Cell::text(telling.status(finding.status)),
        Cell::text(telling.severity(duty.severity)),
        Cell::Count(finding.figure),
        Cell::text(telling.reason(case)),
        Cell::maybe(nearest.map(|who| who.role.name.as_str())),
        nearest.map_or(Cell::Empty, |who| Cell::text(telling.holder(who))),
        Cell::text(telling.list(&finding.evidence)),
        Cell::text(&finding.id),
    ]
}

/// 哪些没法检查: what stood in the way of judging a township.
pub(super) fn broken(whole: &Whole<'_>, telling: Telling) -> Table {
    let rows = whole.townships.iter().flat_map(|entry| {
        let township = entry.township;
        entry.troubles().iter().map(move |trouble| {
            let place = trouble.place.as_ref();
            vec![
                Cell::text(&township.county),
                Cell::text(&township.code),
                Cell::text(&township.name),
                Cell::text(&township.source),
                Cell::text(&trouble.code),
                Cell::text(telling.trouble(trouble)),
                Cell::maybe(place.map(|place| place.file.as_str())),
                place.map_or(Cell::Empty, |place| Cell::count(place.line)),
            ]
        })
    });
    Table {
        name: "broken",
        columns: &[
            ("county", 14),
            ("code", 12),
            ("township", 16),
            ("source", 24),
            ("error", 10),
            ("reason", 48),
            ("file", 32),
            ("line", 8),
        ],
        rows: rows.collect(),
    }
}
