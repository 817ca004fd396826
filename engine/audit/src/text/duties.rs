//! The duties that fail most, in two orders.

use super::{Page, fraction, percent};
use crate::results::{DutyOver, Results, by_count};

/// Duties that are shown of each order.
const SHOWN: usize = 10;

pub(super) fn part(page: Page, results: &Results) -> String {
    let by_share: Vec<&DutyOver> = results.duties.iter().collect();
    let mut by_number = by_share.clone();
    by_number.sort_by(|a, b| by_count(a, b));
    if by_share == by_number {
        return page.section("audit-duties-by-both", &list(page, &by_share));
    }
    let share = page.section("audit-duties-by-share", &list(page, &by_share));
    let number = page.section("audit-duties-by-count", &list(page, &by_number));
    format!("{share}\n{number}")
}

fn list(page: Page, duties: &[&DutyOver]) -> String {
    let mut out = String::new();
    if duties.is_empty() {
        return out;
    }
    let columns = [
        "audit-failing",
        "audit-judged",
        "audit-failing-share",
        "audit-in-townships",
    ];
    let mut table = page.table(&["audit-duty", "audit-duty-name"], &columns);
    for duty in duties.iter().take(SHOWN) {
        table.row(vec![
            duty.duty.clone(),
            duty.name.clone(),
            duty.failing.count.to_string(),
            duty.failing.of.to_string(),
            percent(duty.failing),
            fraction(duty.townships),
        ]);
    }
    table.write(&mut out, 2);
    page.left_out(&mut out, duties.len().saturating_sub(SHOWN));
    out
}
