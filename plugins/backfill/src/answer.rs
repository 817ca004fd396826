//! Findings in words.

use luoshi_plugin_sdk::{Argument, Finding, Outcome};

use crate::bursts::Burst;

/// Rows that a finding names at most.
const LISTED_AT_MOST: usize = 200;

/// One burst or several; it tells of the greatest.
pub(crate) fn burst(worst: &Burst, bursts: usize, dated: usize, odds: i64) -> Finding {
    let one_day = worst.first == worst.last;
    let message = match (one_day, bursts) {
        (true, 1) => "burst",
        (false, 1) => "burst_days",
        (true, _) => "bursts",
        (false, _) => "bursts_days",
    };
    let records = worst.rows.len();
    let listed = records.min(LISTED_AT_MOST);
    let finding = Finding::new(Outcome::Suspect, message)
        .figure(whole(records))
        .with("records", records)
        .with("dates", worst.dates)
        .with("from", Argument::day(worst.from))
        .with("to", Argument::day(worst.to))
        .with("longest", worst.longest)
        .with(
            "share",
            Argument::decimal(whole(records * 10_000 / dated.max(1))),
        )
        .with("odds", odds)
        .with("listed", listed)
        .records(worst.rows.iter().take(listed).copied());
    let finding = if one_day {
        finding.with("on", Argument::day(worst.first))
    } else {
        finding
            .with("first", Argument::day(worst.first))
            .with("last", Argument::day(worst.last))
    };
    if bursts == 1 {
        finding
    } else {
        finding.with("bursts", bursts)
    }
}

/// Nothing stands out.
pub(crate) fn even(dated: usize, late: usize) -> Finding {
    let message = if late == 0 { "prompt" } else { "even" };
    let finding = Finding::new(Outcome::Met, message).with("records", dated);
    if late == 0 {
        finding
    } else {
        finding.with("late", late)
    }
}

/// Most records do not say when they were entered.
pub(crate) fn undated(rows: usize, undated: usize) -> Finding {
    Finding::new(Outcome::Unknown, "undated")
        .with("records", rows)
        .with("undated", undated)
}

/// There is too little to judge.
pub(crate) fn few(dated: usize, least: usize) -> Finding {
    Finding::new(Outcome::NotApplicable, "few")
        .with("records", dated)
        .with("least", least)
}

fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
