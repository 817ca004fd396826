//! Scorecards of the jurisdiction.

use crate::judge::{Findings, Said};
use crate::plan::{Item, Scorecard};

/// The score in hundredths, and the grade.
pub(crate) fn score(card: &Scorecard, found: &Findings) -> (i64, Option<&'static str>) {
    let of_section = |section: &crate::plan::Section| {
        let off: i64 = section.items.iter().map(|item| deducted(item, found)).sum();
        (i64::from(section.max) - off).max(0)
    };
    let score: i64 = card.sections.iter().map(of_section).sum();
    let grade = card
        .grades
        .iter()
        .find(|grade| score >= i64::from(grade.at_least));
    (score * 100, grade.map(|grade| grade.name))
}

fn deducted(item: &Item, found: &Findings) -> i64 {
    let whole = |id: &str| !id.split('/').next().unwrap_or(id).contains('.');
    let counted = found
        .iter()
        .filter(|(id, said)| item.of.contains(&said.duty) && whole(id) && fails(said));
    let failing = i64::try_from(counted.count()).expect("few");
    let most = item.max.map(i64::from);
    let off = match item.method {
        "all_or_nothing" if failing > 0 => most.expect("it is given"),
        "all_or_nothing" => 0,
        _ => failing * item.each.map(i64::from).expect("it is given"),
    };
    off.min(most.unwrap_or(off))
}

fn fails(said: &Said) -> bool {
    matches!(said.status, "missed" | "violated")
        || (said.status == "late" && said.severity != "minor")
}
