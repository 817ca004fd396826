//! 突击补录: bursts of records entered long after their dates.
//!
//! In: the days on which things happened and on which they were entered. Out: one finding about the township.
//! Never here: a verdict. `README.md` says what is looked for, why, and how often it is wrong.

mod answer;
mod bursts;
mod describe;
mod late;

use luoshi_plugin_sdk::{Finding, Input, some_day};

pub use describe::describe;

use bursts::{Scan, bursts};
use late::{Entry, Ledger, Limits};

/// Below so many records that say when they were entered, nothing is judged.
const RECORDS_AT_LEAST: usize = 30;
/// In the column `class` of the table `days`.
const PUBLIC_HOLIDAY: u8 = 2;
/// Judges a township.
///
/// # Errors
/// None.
pub fn judge(input: &Input) -> Result<Vec<Finding>, String> {
    Ok(vec![judged(input)])
}

fn judged(input: &Input) -> Finding {
    let entries = entries(input);
    let (rows, dated) = (input.evidence().rows(), entries.len());
    let undated = rows - dated;
    if undated > dated {
        return answer::undated(rows, undated);
    }
    let days = input.table("days").rows();
    if dated < RECORDS_AT_LEAST || days == 0 {
        return answer::few(dated, RECORDS_AT_LEAST);
    }
    let ledger = Ledger::new(&entries, holidays(input));
    let late = ledger.late(&entries, &limits(input));
    let scan = scan(input, days);
    let found = bursts(&late, &ledger, &scan);
    match found.first() {
        Some(worst) => answer::burst(worst, found.len(), dated, scan.odds),
        None => answer::even(dated, late.len()),
    }
}

/// The records that say when they were entered.
fn entries(input: &Input) -> Vec<Entry> {
    let evidence = input.evidence();
    let pairs = evidence.days("day").iter().zip(evidence.days("recorded"));
    let both = |(row, (day, recorded)): (usize, (&i32, &i32))| {
        let (day, recorded) = (some_day(*day)?, some_day(*recorded)?);
        Some(Entry { row, day, recorded })
    };
    pairs.enumerate().filter_map(both).collect()
}

/// The public holidays.
fn holidays(input: &Input) -> Vec<i32> {
    let table = input.table("days");
    let classes = table.days("day").iter().zip(table.smalls("class"));
    let holidays = classes.filter(|(_, class)| **class == PUBLIC_HOLIDAY);
    holidays.map(|(day, _)| *day).collect()
}

fn limits(input: &Input) -> Limits {
    Limits {
        days: input.number("days"),
        pause: input.number("pause"),
        passed: size(input.number("passed")),
    }
}

fn scan(input: &Input, days: usize) -> Scan {
    Scan {
        width: input.number("window"),
        records: size(input.number("records")),
        dates: size(input.number("dates")),
        odds: input.number("odds"),
        days,
    }
}

/// A parameter that counts something: its bounds are above zero.
fn size(value: i64) -> usize {
    usize::try_from(value).unwrap_or(0)
}

luoshi_plugin_sdk::export!(describe, judge);
