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
            ("county", 10),
            ("code", 10),
            ("township", 12),
            ("duty", 18),
            ("clauses", 10),
            ("subject", 10),
            ("actor", 10),
            ("period", 9),
            ("day", 11),
            ("status", 9),
            ("severity", 9),
            ("figure", 7),
            ("reason", 36),
            ("role", 10),
            ("holder", 9),
            ("evidence", 14),
            ("finding", 20),
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
        Cell::text(name(finding.subject.as_deref())),
        Cell::text(name(finding.actor.as_deref())),
        Cell::maybe(finding.period.as_deref().map(String::as_str)),
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
