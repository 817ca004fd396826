//! Townships by rank.

use luoshi_report::paragraph;

use super::{BACK, FRONT, Page};
use crate::results::{Measure, Ranking, Results, Standing};

pub(super) fn part(page: Page, results: &Results) -> String {
    let compared = results.changes.is_some();
    let rankings = results
        .rankings
        .iter()
        .filter(|ranking| !ranking.standings.is_empty());
    let parts: Vec<String> = rankings.map(|one| ranking(page, one, compared)).collect();
    parts.join("\n")
}

fn ranking(page: Page, ranking: &Ranking, compared: bool) -> String {
    let mut out = heading(page, &ranking.by) + "\n";
    let scored = matches!(ranking.by, Measure::Score { .. });
    let mut figures = vec!["audit-rank", "audit-in-county"];
    figures.push(if scored { "audit-score" } else { "audit-share" });
    if scored {
        figures.push("audit-grade");
    }
    if compared {
        figures.extend(["audit-before", "audit-rose"]);
    }
    let mut table = page.table(&["audit-code", "audit-township", "audit-county"], &figures);
    let standings = &ranking.standings;
    page.rows(&mut table, standings, |one| {
        row(page, one, scored, compared)
    });
    table.write(&mut out, 2);
    page.left_out(&mut out, standings.len().saturating_sub(FRONT + BACK));
    if ranking.packages > 1 {
        let args = [("count", i64::from(ranking.packages).into())];
        paragraph(&mut out, "  ", 2, &page.say("audit-packages", args));
    }
    if ranking.without > 0 {
        let key = if scored {
            "audit-without-sheet"
        } else {
            "audit-without-share"
        };
        let args = [("count", i64::from(ranking.without).into())];
        paragraph(&mut out, "  ", 2, &page.say(key, args));
    }
    out
}

pub(super) fn heading(page: Page, by: &Measure) -> String {
    match by {
        Measure::Carried => page.word("audit-by-share"),
        Measure::Score { name, .. } => page.say("audit-by-score", [("name", name.as_str().into())]),
    }
}

fn row(page: Page, standing: &Standing, scored: bool, compared: bool) -> Vec<String> {
    let dash = || "-".to_owned();
    let mut row = vec![
        standing.code.clone(),
        standing.name.clone(),
        page.county(&standing.county),
        standing.rank.to_string(),
        standing
            .in_county
            .map_or_else(dash, |rank| rank.to_string()),
        standing.value.text(),
    ];
    if scored {
        row.push(standing.grade.clone().unwrap_or_else(dash));
    }
    if compared {
        let before = standing.before.as_ref();
        row.push(before.map_or_else(dash, |before| before.value.text()));
        row.push(before.map_or_else(dash, |before| signed(before.rose)));
    }
    row
}

/// A change with its sign.
pub(super) fn signed(change: i64) -> String {
    match change {
        1.. => format!("+{change}"),
        _ => change.to_string(),
    }
}
