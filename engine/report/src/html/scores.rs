//! Score sheets: the result of each, then every item with what was taken off and why.

use luoshi_rules::{ItemScore, ScoreSheet};

use super::markup::{To, anchor};
use super::view::{Cell, Section, Table};
use super::{columns, figures_column};
use crate::reader::{Reader, shown};
use crate::text::{grade, number, vetoes};

/// Findings linked to for one item.
const LINKED_AT_MOST: usize = 8;

pub(super) fn section(reader: &Reader<'_>) -> Section {
    let mut section = Section::new("scores", reader.word("section-scores"));
    section.intro.push(reader.word("scores-only"));
    let sheets = &reader.assessment.scores;
    if sheets.is_empty() {
        return section;
    }
    section.tables.push(results(reader, sheets));
    for sheet in sheets {
        section.tables.push(items(reader, sheet));
    }
    section
}

fn about(reader: &Reader<'_>, sheet: &ScoreSheet) -> String {
    sheet
        .subject
        .as_ref()
        .map_or_else(|| reader.word("report-whole"), shown)
}

fn results(reader: &Reader<'_>, sheets: &[ScoreSheet]) -> Table {
    let mut headings = columns(reader, &["column-scorecard", "column-about"]);
    headings.push(figures_column(reader, "column-score"));
    headings.extend(columns(reader, &["column-grade"]));
    headings.push(figures_column(reader, "column-rank"));
    headings.extend(columns(reader, &["column-veto"]));
    let mut table = Table::new(String::new(), headings);
    for sheet in sheets {
        let mut causes = Cell::from(vetoes(reader, sheet));
        for id in sheet.vetoes.iter().chain(&sheet.downgraded) {
            causes = causes.and(id, anchor(To::Finding, id));
        }
        table.row(vec![
            shown(&sheet.scorecard).into(),
            about(reader, sheet).into(),
            sheet.score.to_string().into(),
            grade(reader, sheet).into(),
            sheet
                .rank
                .map_or_else(|| "-".to_owned(), |r| r.to_string())
                .into(),
            causes,
        ]);
    }
    table
}

/// One sheet; folded away where nothing was taken off or added.
fn items(reader: &Reader<'_>, sheet: &ScoreSheet) -> Table {
    let mut headings = columns(reader, &["column-section", "column-item"]);
    headings.push(figures_column(reader, "column-points"));
    headings.extend(columns(reader, &["column-why"]));
    let args = [
        ("scorecard", shown(&sheet.scorecard).into()),
        ("about", about(reader, sheet).into()),
        ("bonus", sheet.bonus.to_string().into()),
        ("sum", sheet.sum.to_string().into()),
    ];
    let mut table = Table::new(reader.say("scores-sheet", args), headings);
    table.folded = true;
    for section in &sheet.sections {
        let name = match section.name.as_str() {
            "" => reader.word("scores-bonus"),
            name => {
                let args = [
                    ("name", name.into()),
                    ("points", section.points.to_string().into()),
                    ("max", section.max.to_string().into()),
                ];
                reader.say("html-section-points", args)
            }
        };
        for item in &section.items {
            table.row(vec![
                name.as_str().into(),
                shown(&item.item).into(),
                if item.unknown {
                    "-".into()
                } else {
                    item.points.to_string().into()
                },
                why(reader, item),
            ]);
        }
    }
    table
}

fn why(reader: &Reader<'_>, item: &ItemScore) -> Cell {
    if item.unknown {
        return reader.word("html-not-scored").into();
    }
    let count = [("count", item.count.into())];
    let mut cell = Cell::from(reader.say("scores-count", count));
    for id in item.findings.iter().take(LINKED_AT_MOST) {
        cell = cell.and(id, anchor(To::Finding, id));
    }
    if item.findings.len() > LINKED_AT_MOST {
        let count = [("count", number(item.findings.len()).into())];
        cell = cell.and(reader.say("html-in-all", count), String::new());
    }
    cell
}
