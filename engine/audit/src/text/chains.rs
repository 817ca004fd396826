//! Where failures gather.

use luoshi_report::paragraph;

use super::{FRONT, Page, large};
use crate::model::{Depth, Label};
use crate::results::{ChainOver, Gathering, Results};

/// Posts and chains that are shown.
const SHOWN: usize = 10;

pub(super) fn part(page: Page, results: &Results) -> String {
    let Some((whole, counties)) = results.gatherings.split_first() else {
        return String::new();
    };
    if whole.roles.is_empty() {
        let key = match results.head.depth {
            Depth::Evidence => return String::new(),
            Depth::Figures => "audit-chains-unknown",
        };
        let mut out = String::new();
        paragraph(&mut out, "", 0, &page.word(key));
        return out;
    }
    let mut body = roles(page, whole);
    body.push('\n');
    body.push_str(&chains(page, whole));
    if whole.unanswered > 0 {
        let args = [("count", large(whole.unanswered))];
        paragraph(&mut body, "  ", 2, &page.say("audit-unanswered", args));
    }
    if counties.len() > 1 {
        body.push('\n');
        body.push_str(&by_county(page, counties));
    }
    page.section("audit-chains", &body)
}

fn roles(page: Page, of: &Gathering) -> String {
    let columns = ["audit-answers-first", "audit-answers", "audit-townships"];
    let mut table = page.table(&["audit-role"], &columns);
    for over in of.roles.iter().take(SHOWN) {
        let figures = [over.first, over.answers, over.townships].map(|figure| figure.to_string());
        table.row([name(&over.role)].into_iter().chain(figures).collect());
    }
    let mut out = String::new();
    table.write(&mut out, 2);
    page.left_out(&mut out, of.roles.len().saturating_sub(SHOWN));
    out
}

fn chains(page: Page, of: &Gathering) -> String {
    let columns = ["audit-failing", "audit-townships"];
    let mut table = page.table(&["audit-chain"], &columns);
    for over in of.chains.iter().take(SHOWN) {
        table.row(vec![
            chain(over),
            over.failing.to_string(),
            over.townships.to_string(),
        ]);
    }
    let mut out = String::new();
    table.write(&mut out, 2);
    page.left_out(&mut out, of.chains.len().saturating_sub(SHOWN));
    out
}

/// The chain of each county through which most failures go.
fn by_county(page: Page, counties: &[Gathering]) -> String {
    let columns = ["audit-failing", "audit-of-county"];
    let mut table = page.table(&["audit-county", "audit-chain"], &columns);
    for county in counties.iter().take(FRONT) {
        if let Some(first) = county.chains.first() {
            table.row(vec![
                page.county(county.county.as_deref().unwrap_or_default()),
                chain(first),
                first.failing.to_string(),
                county.failing.to_string(),
            ]);
        }
    }
    let mut out = String::new();
    table.write(&mut out, 2);
    page.left_out(&mut out, counties.len().saturating_sub(FRONT));
    out
}

/// A chain from the work up.
pub(super) fn chain(over: &ChainOver) -> String {
    let roles: Vec<String> = over.roles.iter().map(name).collect();
    roles.join(" → ")
}

fn name(label: &Label) -> String {
    match label.name.is_empty() {
        true => label.id.clone(),
        false => label.name.clone(),
    }
}
