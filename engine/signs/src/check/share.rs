//! 补录偏多: a duty or a clerk with far more late entries than the rest of the ledger.
//!
//! What is compared are entries, not records: all records of a duty and a day that were entered on one
//! day are one sheet, and one delay.

use std::collections::{BTreeMap, BTreeSet};

use luoshi_sample::hypergeometric_tail;

use crate::collect::{Cx, Draft};
use crate::indication::Indication;
use crate::rows::{Row, rows};
use crate::share::{ShareBy, WORK, is_late};
use crate::sign::Sign;

/// The day of the event, the day of entry, the duty.
type Sheet<'e> = (i32, i32, &'e str);

/// The sheets of a duty or a clerk.
#[derive(Default)]
struct Cell<'e> {
    sheets: BTreeSet<Sheet<'e>>,
    late: BTreeSet<Sheet<'e>>,
    rows: Vec<Row<'e>>,
}

pub(crate) fn find<'a>(cx: &Cx<'a>) -> Vec<Indication> {
    let mut whole = Cell::default();
    let mut cells: BTreeMap<(ShareBy, &str), Cell<'a>> = BTreeMap::new();
    let details = cx.given.details;
    for row in rows(cx.given.evidence, &WORK) {
        let (Some(recorded), Some(late)) = (row.recorded(), is_late(cx.given, &row)) else {
            continue;
        };
        let sheet = (row.day(), recorded, row.duty());
        let clerk = details.and_then(|details| details.by(row.id()));
        let clerk = clerk.map(|clerk| (ShareBy::Clerk, clerk));
        let duty = (!row.duty().is_empty()).then(|| (ShareBy::Duty, row.duty()));
        whole.take(sheet, late, row);
        for key in [clerk, duty].into_iter().flatten() {
            cells.entry(key).or_default().take(sheet, late, row);
        }
    }
    let least = cx.given.limits.count("share-least");
    cells.retain(|_, cell| count(cell.sheets.len()) >= least);
    let tests = count(cells.len());
    let found = cells
        .into_iter()
        .filter(|(_, cell)| cell.stands_out(cx, &whole, tests));
    found
        .map(|(key, cell)| told(cx, key, cell, &whole))
        .collect()
}

impl<'e> Cell<'e> {
    fn take(&mut self, sheet: Sheet<'e>, late: bool, row: Row<'e>) {
        self.sheets.insert(sheet);
        if late {
            self.late.insert(sheet);
            self.rows.push(row);
        }
    }

    /// Whether the share is large, and so many late sheets would fall to this cell by chance less
    /// than once in `share-odds` ledgers, allowing for the number of cells (Bonferroni).
    fn stands_out(&self, cx: &Cx<'_>, whole: &Cell<'_>, tests: u64) -> bool {
        let (sheets, late) = (count(self.sheets.len()), count(self.late.len()));
        let (all, all_late) = (count(whole.sheets.len()), count(whole.late.len()));
        let large = late * 100 >= sheets * cx.given.limits.count("share-percent");
        // So many late ones are so few that are not.
        let timely = [all, all - all_late, sheets, sheets - late];
        large && hypergeometric_tail(timely, (1, cx.given.limits.count("share-odds") * tests))
    }
}

fn told<'a>(
    cx: &Cx<'a>,
    (by, key): (ShareBy, &str),
    cell: Cell<'a>,
    whole: &Cell<'_>,
) -> Indication {
    let percent = |part: usize, all: usize| (part * 10_000 / all.max(1)) / 100;
    let name = match by {
        ShareBy::Duty => cx.duty_name(key),
        _ => key,
    };
    cx.indication(Draft {
        sign: Sign::BackfilledShare,
        about: Some(key.to_owned()),
        message: match by {
            ShareBy::Clerk => "clerk",
            _ => "duty",
        },
        figures: vec![
            ("name", name.into()),
            ("sheets", cell.sheets.len().into()),
            ("late", cell.late.len().into()),
            ("share", percent(cell.late.len(), cell.sheets.len()).into()),
            (
                "overall",
                percent(whole.late.len(), whole.sheets.len()).into(),
            ),
            ("odds", cx.given.limits.get("share-odds").into()),
        ],
        thresholds: vec!["share-least", "share-odds", "share-percent"],
        ask: Vec::new(),
        rows: cell.rows,
    })
}

fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}
