//! 证据可信度: what is known about the evidence of each township, and each sign in it.

use luoshi_audit::results::Share;
use luoshi_rules::Status;

use crate::telling::{Telling, name};
use crate::whole::{Entry, Told, Whole};
use crate::workbook::sheet::{Cell, Table};

/// A row for each township that was judged.
pub(super) fn table(whole: &Whole<'_>, telling: Telling) -> Table {
    let rows = whole.townships.iter();
    let rows = rows.filter_map(|entry| Some(row(entry, entry.told()?, telling)));
    Table {
        name: "evidence",
        columns: &[
            ("county", 14),
            ("code", 12),
            ("township", 16),
            ("records", 12),
            ("backfilled", 12),
            ("backfilled-share", 12),
            ("corrected", 12),
            ("irrelevant", 14),
            ("suspect", 10),
            ("signs", 10),
            ("unknown", 12),
            ("unset", 12),
            ("simulated", 14),
        ],
        rows: rows.collect(),
    }
}

fn row(entry: &Entry<'_>, told: &Told<'_>, telling: Telling) -> Vec<Cell> {
    let (township, judged) = (entry.township, told.judged);
    let count = |status| {
        let counts = told.duties.iter();
        let counts = counts.filter_map(|(_, counts)| counts.counts.get(&status));
        Cell::Count(counts.map(|n| i64::from(*n)).sum())
    };
    vec![
        Cell::text(&township.county),
        Cell::text(&township.code),
        Cell::text(&township.name),
        Cell::count(judged.records),
        Cell::count(judged.backfilled),
        Cell::Share(Share::bad(
            u64::from(judged.backfilled),
            u64::from(judged.records),
        )),
        Cell::count(judged.corrected),
        Cell::count(judged.irrelevant),
        count(Status::Suspect),
        Cell::count(judged.signs.len()),
        count(Status::Unknown),
        count(Status::Unset),
        match judged.simulated {
            Some(_) => Cell::text(telling.word("simulated")),
            None => Cell::Empty,
        },
    ]
}

/// A row for each sign that a person should look into.
pub(super) fn suspects(whole: &Whole<'_>, telling: Telling) -> Table {
    let suspects = whole
        .cases()
        .filter(|case| case.finding.status == Status::Suspect);
    let rows = suspects.map(|case| {
        let (township, finding) = (case.township, case.finding);
        vec![
            Cell::text(&township.county),
            Cell::text(&township.code),
            Cell::text(&township.name),
            Cell::text(&case.duty.name),
            Cell::text(name(finding.subject.as_deref())),
            Cell::text(name(finding.actor.as_deref())),
            Cell::maybe(finding.period.as_deref().map(String::as_str)),
            Cell::Day(finding.day),
            Cell::Count(finding.figure),
            Cell::text(telling.reason(&case)),
            Cell::text(telling.list(&finding.evidence)),
        ]
    });
    Table {
        name: "suspects",
        columns: &[
            ("county", 14),
            ("code", 12),
            ("township", 16),
            ("sign", 24),
            ("subject", 14),
            ("actor", 12),
            ("period", 10),
            ("day", 12),
            ("figure", 8),
            ("reason", 56),
            ("evidence", 24),
        ],
        rows: rows.collect(),
    }
}

/// A row for each sign about the evidence of a township, with how often the sign is wrong.
pub(super) fn signs(whole: &Whole<'_>, telling: Telling) -> Table {
    let rows = whole.townships.iter().flat_map(|entry| {
        let township = entry.township;
        entry.signs().iter().map(move |sign| {
            vec![
                Cell::text(&township.county),
                Cell::text(&township.code),
                Cell::text(&township.name),
                Cell::text(telling.sign(sign.sign)),
                Cell::text(telling.pick(&sign.reason)),
                Cell::text(telling.list(&sign.ask)),
                Cell::count(sign.count),
                Cell::text(telling.list(&sign.records)),
                Cell::text(telling.sign_heading(sign)),
            ]
        })
    });
    Table {
        name: "signs",
        columns: &[
            ("county", 14),
            ("code", 12),
            ("township", 16),
            ("indication", 14),
            ("reason", 56),
            ("ask", 16),
            ("records", 10),
            ("evidence", 24),
            ("false-alarms", 40),
        ],
        rows: rows.collect(),
    }
}
