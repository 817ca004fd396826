//! How scores are spread, and the grades.

use luoshi_plan::Decimal;
use luoshi_report::{Table, paragraph};

use super::{FRONT, Page};
use crate::results::{Distribution, Results, ScoreOver, Spread};

/// Columns of the longest bar.
const BAR: u32 = 40;

pub(super) fn part(page: Page, results: &Results) -> String {
    let parts: Vec<String> = results
        .scores
        .iter()
        .map(|over| scorecard(page, over))
        .collect();
    parts.join("\n")
}

fn scorecard(page: Page, over: &ScoreOver) -> String {
    let key = if over.of_subjects {
        "audit-spread-subjects"
    } else {
        "audit-spread"
    };
    let args = [
        ("name", over.name.as_str().into()),
        ("count", i64::from(over.whole.scores.count).into()),
    ];
    let mut out = String::new();
    paragraph(&mut out, "", 0, &page.say(key, args));
    let columns = [
        "audit-lowest",
        "audit-lower",
        "audit-median",
        "audit-upper",
        "audit-highest",
    ];
    let mut table = page.table(&["audit-county", "audit-grades"], &columns);
    table.row(row(page, page.word("audit-all"), &over.whole));
    if over.counties.len() > 1 {
        for (county, spread) in over.counties.iter().take(FRONT) {
            table.row(row(page, page.county(county), spread));
        }
    }
    table.write(&mut out, 2);
    if over.counties.len() > 1 {
        page.left_out(&mut out, over.counties.len().saturating_sub(FRONT));
    }
    if over.whole.scores.bins.len() > 1 {
        out.push('\n');
        histogram(page, &over.whole.scores).write(&mut out, 2);
    }
    if over.whole.vetoed > 0 {
        let args = [("count", i64::from(over.whole.vetoed).into())];
        paragraph(&mut out, "  ", 2, &page.say("audit-vetoed", args));
    }
    out
}

fn row(page: Page, name: String, spread: &Spread) -> Vec<String> {
    let of = &spread.scores;
    let grades: Vec<String> = spread
        .grades
        .iter()
        .map(|grade| {
            let name = grade
                .grade
                .clone()
                .unwrap_or_else(|| page.word("audit-no-grade"));
            format!("{name} {}", grade.count)
        })
        .collect();
    let figures = [of.min, of.lower, of.median, of.upper, of.max];
    let figures = figures.map(|figure| Decimal(figure).to_string());
    [name, page.words.list(&grades)]
        .into_iter()
        .chain(figures)
        .collect()
}

fn histogram(page: Page, of: &Distribution) -> Table {
    let most = of
        .bins
        .iter()
        .map(|bin| bin.count)
        .max()
        .unwrap_or(0)
        .max(1);
    let mut table = page.table(&["audit-interval", "audit-bar"], &["column-count"]);
    for bin in &of.bins {
        let args = [
            ("from", Decimal(bin.from).to_string().into()),
            ("below", Decimal(bin.below).to_string().into()),
        ];
        // Whoever is there is seen, however few.
        let length = (u64::from(bin.count) * u64::from(BAR)).div_ceil(u64::from(most));
        let bar = "#".repeat(usize::try_from(length).unwrap_or(0));
        table.row(vec![
            page.say("audit-from-below", args),
            bar,
            bin.count.to_string(),
        ]);
    }
    table
}
