//! A trend, to read.

use luoshi_diagnostics::Messages;
use luoshi_report::{Side, Table, WIDTH, paragraph};

use crate::trend::{DutyTrend, Point, Rank, TownshipTrend, Trend};
use crate::words::{count, hundredths, per_cent, say};

/// Audits that a table has room for: the last of them.
const AUDITS_AT_MOST: usize = 4;
/// Townships in a table.
const TOWNSHIPS_AT_MOST: usize = 40;

/// Writes a trend in at most 80 columns.
#[must_use]
pub fn trend_text(of: &Trend<'_>, words: Messages) -> String {
    let mut out = String::new();
    let day =
        |head: Option<&&luoshi_audit::Head>| head.map_or(String::new(), |h| h.as_of.to_string());
    let args = [
        ("from", day(of.heads.first()).into()),
        ("to", day(of.heads.last()).into()),
        ("count", count(of.heads.len())),
    ];
    paragraph(&mut out, "", 0, &say(words, "trend-title", args));
    all(of, words, &mut out);
    let duties = of.duties.iter().filter(|duty| fails(duty));
    let rows = duties.map(|duty| (duty.name.to_owned(), points(&duty.points)));
    rows_of("trend-duties", "duty", rows.collect(), of, words, &mut out);
    let townships = of.townships.iter().take(TOWNSHIPS_AT_MOST);
    let rows = townships.map(|township| (name(township), points(&township.points)));
    rows_of(
        "trend-townships",
        "township",
        rows.collect(),
        of,
        words,
        &mut out,
    );
    more(of, words, &mut out);
    let ranked = of.townships.iter().take(TOWNSHIPS_AT_MOST);
    let ranked = ranked.flat_map(|township| {
        let scores = township.scores.iter();
        scores.map(|(card, ranks)| (format!("{} {card}", name(township)), cells(ranks, words)))
    });
    rows_of(
        "trend-scores",
        "scorecard",
        ranked.collect(),
        of,
        words,
        &mut out,
    );
    out
}

fn all(of: &Trend<'_>, words: Messages, out: &mut String) {
    let name = |column: &str| words.word(&format!("trend-column-{column}"));
    let mut headings = vec![(name("day"), Side::Left)];
    let columns = ["judged", "broken", "failing", "over", "share"];
    headings.extend(columns.map(|column| (name(column), Side::Right)));
    let mut table = Table::new(headings);
    for ((head, point), (judged, broken)) in of.heads.iter().zip(&of.all).zip(&of.judged) {
        table.row(vec![
            head.as_of.to_string(),
            judged.to_string(),
            broken.to_string(),
            point.failing.to_string(),
            point.judged.to_string(),
            per_cent(*point),
        ]);
    }
    out.push_str(&format!("\n{}\n\n", words.word("trend-all")));
    table.write(out, 2);
}

fn fails(duty: &DutyTrend<'_>) -> bool {
    let points = duty.points.iter().flatten();
    points.map(|point| point.failing).sum::<u32>() > 0
}

fn name(of: &TownshipTrend<'_>) -> String {
    let last = of.at.iter().rev().find_map(|township| *township);
    last.map_or(String::new(), |township| township.name.clone())
}

fn points(points: &[Option<Point>]) -> Vec<String> {
    let cell = |point: &Option<Point>| match point {
        Some(point) => format!("{}/{} {}", point.failing, point.judged, per_cent(*point)),
        None => "-".to_owned(),
    };
    points.iter().map(cell).collect()
}

fn cells(ranks: &[Option<Rank>], words: Messages) -> Vec<String> {
    let cell = |rank: &Option<Rank>| match rank {
        Some(rank) => {
            let args = [
                ("score", hundredths(rank.score).into()),
                ("rank", count(rank.rank)),
                ("of", count(rank.of)),
            ];
            say(words, "trend-rank", args)
        }
        None => "-".to_owned(),
    };
    ranks.iter().map(cell).collect()
}

/// A table with a column for each of the last audits.
fn rows_of(
    heading: &str,
    first: &str,
    rows: Vec<(String, Vec<String>)>,
    of: &Trend<'_>,
    words: Messages,
    out: &mut String,
) {
    if rows.is_empty() {
        return;
    }
    let from = of.heads.len().saturating_sub(AUDITS_AT_MOST);
    let mut headings = vec![(words.word(&format!("trend-column-{first}")), Side::Left)];
    let days = of.heads[from..].iter();
    headings.extend(days.map(|head| (head.as_of.to_string(), Side::Right)));
    let mut table = Table::new(headings);
    for (name, cells) in rows {
        let mut row = vec![name];
        row.extend(cells.into_iter().skip(from));
        table.row(row);
    }
    out.push_str(&format!("\n{}\n\n", words.word(heading)));
    table.write(out, 2);
}

fn more(of: &Trend<'_>, words: Messages, out: &mut String) {
    if of.townships.len() > TOWNSHIPS_AT_MOST {
        let left = of.townships.len() - TOWNSHIPS_AT_MOST;
        let text = say(words, "follow-more", [("count", count(left))]);
        paragraph(out, "  ", WIDTH / 40, &text);
    }
}
