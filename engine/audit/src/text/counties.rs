//! Counties side by side.

use super::{BACK, FRONT, Page, percent};
use crate::results::{County, Results};

pub(super) fn part(page: Page, results: &Results) -> String {
    let counties = &results.counties;
    if counties.len() == 1 && counties[0].county.is_empty() {
        return String::new();
    }
    let mut table = page.table(
        &["audit-county"],
        &[
            "audit-rank",
            "audit-townships",
            "audit-not-judged",
            "audit-share",
            "audit-failing",
            "audit-suspect",
            "audit-backfilled",
        ],
    );
    page.rows(&mut table, counties, |county| row(page, county));
    let mut body = String::new();
    if !table.is_empty() {
        table.write(&mut body, 2);
    }
    page.left_out(&mut body, counties.len().saturating_sub(FRONT + BACK));
    page.section("audit-counties", &body)
}

fn row(page: Page, county: &County) -> Vec<String> {
    let tally = &county.tally;
    vec![
        page.county(&county.county),
        county
            .rank
            .map_or_else(|| "-".to_owned(), |rank| rank.to_string()),
        tally.townships.to_string(),
        (tally.broken + tally.absent).to_string(),
        percent(tally.carried),
        tally.failing.to_string(),
        tally.suspect.count.to_string(),
        percent(tally.backfilled),
    ]
}
