//! One duty over the townships of an audit.

use luoshi_diagnostics::Messages;
use luoshi_report::paragraph;

use super::{BACK, FRONT, Page, duty_name, percent};
use crate::model::Audit;
use crate::results::{Share, duty_over};

/// A duty: how it stands in each township that has it, the worst first.
#[must_use]
pub fn duty_text(audit: &Audit, id: &str, words: Messages) -> String {
    let page = Page { words };
    let mut over = duty_over(audit, id);
    over.sort_by(|a, b| {
        b.failing
            .compare(a.failing)
            .then(b.failing.count.cmp(&a.failing.count))
    });
    let sum = |of: fn(Share) -> u64| over.iter().map(|one| of(one.failing)).sum();
    let whole = Share::bad(sum(|share| share.count), sum(|share| share.of));
    let mut out = String::new();
    let args = [
        ("id", id.into()),
        ("name", duty_name(audit, id).into()),
        ("townships", super::number(over.len())),
        ("failing", super::large(whole.count)),
        ("judged", super::large(whole.of)),
        ("share", percent(whole).into()),
    ];
    paragraph(&mut out, "", 0, &page.say("audit-of-duty", args));
    let columns = ["audit-failing", "audit-judged", "audit-failing-share"];
    let mut table = page.table(&["audit-code", "audit-township", "audit-county"], &columns);
    page.rows(&mut table, &over, |one| {
        vec![
            one.township.code.clone(),
            one.township.name.clone(),
            page.county(&one.township.county),
            one.failing.count.to_string(),
            one.failing.of.to_string(),
            percent(one.failing),
        ]
    });
    if !table.is_empty() {
        table.write(&mut out, 2);
    }
    page.left_out(&mut out, over.len().saturating_sub(FRONT + BACK));
    out
}
