//! How many townships, and what they come to together.

use luoshi_report::{Table, paragraph};

use super::{Page, large, number, percent};
use crate::model::Depth;
use crate::results::{Results, Tally};

pub(super) fn head(page: Page, results: &Results) -> String {
    let mut out = String::new();
    let args = [
        ("as_of", results.head.as_of.to_string().into()),
        ("engine", results.head.engine.as_str().into()),
        ("townships", large(results.whole.townships)),
        ("counties", number(counties(results))),
    ];
    paragraph(&mut out, "", 0, &page.say("audit-title", args));
    if let Some(parts) = &results.head.parts {
        let missing: Vec<String> = parts.missing().map(|which| which.to_string()).collect();
        let args = [
            ("missing", missing.into()),
            ("of", i64::from(parts.of).into()),
        ];
        paragraph(&mut out, "  ", 2, &page.say("audit-part", args));
    }
    if results.head.depth == Depth::Figures {
        paragraph(&mut out, "  ", 2, &page.word("audit-figures-only"));
    }
    let whole = &results.whole;
    let args = [
        ("broken", large(whole.broken)),
        ("absent", large(whole.absent)),
        ("twice", number(results.roll.twice.len())),
    ];
    paragraph(&mut out, "  ", 2, &page.say("audit-roll", args));
    let args = [
        ("share", percent(whole.carried).into()),
        ("met", large(whole.carried.count)),
        ("judged", large(whole.carried.of)),
        ("failing", large(whole.failing)),
    ];
    paragraph(&mut out, "  ", 2, &page.say("audit-carried", args));
    let args = [
        ("suspects", large(whole.suspect.count)),
        ("suspect", percent(whole.suspect).into()),
        ("backfilled", percent(whole.backfilled).into()),
        ("corrected", percent(whole.corrected).into()),
        ("records", large(whole.backfilled.of)),
    ];
    paragraph(&mut out, "  ", 2, &page.say("audit-signs", args));
    if whole.simulated > 0 {
        let args = [("count", large(whole.simulated))];
        paragraph(&mut out, "  ", 2, &page.say("audit-simulated", args));
    }
    let statuses = statuses(page, whole);
    if !statuses.is_empty() {
        out.push('\n');
        statuses.write(&mut out, 2);
    }
    out
}

/// Findings by status, the gravest first.
pub(super) fn statuses(page: Page, tally: &Tally) -> Table {
    let mut table = page.table(&["column-status"], &["column-count"]);
    for (status, count) in &tally.statuses {
        let name = page.word(&format!("status-{}", status.word()));
        table.row(vec![name, count.to_string()]);
    }
    table
}

pub(super) fn line(page: Page, results: &Results) -> String {
    let whole = &results.whole;
    let args = [
        ("as_of", results.head.as_of.to_string().into()),
        ("townships", large(whole.townships)),
        ("broken", large(whole.broken + whole.absent)),
        ("failing", large(whole.failing)),
        ("share", percent(whole.carried).into()),
    ];
    page.say("audit-line", args) + "\n"
}

/// Counties that have a name.
fn counties(results: &Results) -> usize {
    results
        .counties
        .iter()
        .filter(|county| !county.county.is_empty())
        .count()
}
