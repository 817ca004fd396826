//! 哪些职责最常失守: the duties that fail most.

use std::collections::BTreeMap;

use luoshi_audit::Duty;
use luoshi_rules::Status;

use crate::telling::Telling;
use crate::whole::Whole;
use crate::workbook::sheet::{Cell, Table};

/// What a duty came to in all townships.
struct Tally<'a> {
    duty: &'a Duty,
    townships: u64,
    failing_in: u64,
    failing: u64,
    met: u64,
    figures: i64,
}

/// Duties by their id, whatever plan they stand in; those that fail most come first.
pub(super) fn table(whole: &Whole<'_>, telling: Telling) -> Table {
    let mut tallies = tallies(whole);
    tallies.sort_by_key(|tally| (u64::MAX - tally.failing, tally.duty.id.as_str()));
    let row = |tally: Tally<'_>| {
        vec![
            Cell::text(&tally.duty.name),
            Cell::text(&tally.duty.id),
            Cell::text(telling.list(&tally.duty.clauses)),
            Cell::text(telling.severity(tally.duty.severity)),
            Cell::count(tally.townships),
            Cell::count(tally.failing_in),
            Cell::count(tally.failing),
            Cell::Share(tally.met, tally.met + tally.failing),
            Cell::Count(tally.figures),
        ]
    };
    Table {
        name: "duties",
        columns: &[
            ("duty", 28),
            ("duty-id", 24),
            ("clauses", 16),
            ("severity", 8),
            ("townships", 12),
            ("failing-townships", 14),
            ("failing", 12),
            ("share", 10),
            ("figures", 12),
        ],
        rows: tallies.into_iter().map(row).collect(),
    }
}

fn tallies<'a>(whole: &Whole<'a>) -> Vec<Tally<'a>> {
    let mut tallies: BTreeMap<&str, Tally<'a>> = BTreeMap::new();
    for told in whole.townships.iter().filter_map(|entry| entry.told()) {
        let mut failing: BTreeMap<&str, u64> = BTreeMap::new();
        for case in told.cases.iter().filter(|case| case.finding.fails) {
            *failing.entry(&case.duty.id).or_default() += 1;
        }
        for (duty, counts) in &told.duties {
            let failing = failing.get(duty.id.as_str()).copied().unwrap_or(0);
            let tally = tallies.entry(&duty.id).or_insert(Tally {
                duty,
                townships: 0,
                failing_in: 0,
                failing: 0,
                met: 0,
                figures: 0,
            });
            tally.townships += 1;
            tally.failing_in += u64::from(failing > 0);
            tally.failing += failing;
            let met = counts.counts.get(&Status::Met).copied().unwrap_or(0);
            tally.met += u64::from(met);
            tally.figures += counts.figures;
        }
    }
    tallies.into_values().collect()
}
