//! Score sheets: the result of each, then each deduction with its reason.

use std::collections::BTreeMap;

use luoshi_rules::{ItemScore, ScoreSheet};

use super::{columns, number, some_of};
use crate::reader::{Reader, shown};
use crate::table::{Side, Table, paragraph};

/// Findings named for one deduction.
const FINDINGS_AT_MOST: usize = 3;

pub(super) fn body(reader: &Reader<'_>) -> String {
    let mut out = String::new();
    let sheets = &reader.assessment.scores;
    if sheets.is_empty() {
        return out;
    }
    paragraph(&mut out, "  ", 2, &reader.word("scores-only"));
    out.push('\n');
    results(reader, sheets).write(&mut out, 2);
    for sheet in sheets {
        deductions(reader, sheet, &mut out);
    }
    not_scored(reader, sheets, &mut out);
    out
}

fn results(reader: &Reader<'_>, sheets: &[ScoreSheet]) -> Table {
    let mut table = Table::new(columns(
        reader,
        [
            ("column-scorecard", Side::Left),
            ("column-about", Side::Left),
            ("column-score", Side::Right),
            ("column-grade", Side::Left),
            ("column-rank", Side::Right),
            ("column-veto", Side::Left),
        ],
    ));
    for sheet in sheets {
        table.row(vec![
            shown(&sheet.scorecard),
            about(reader, sheet),
            sheet.score.to_string(),
            grade(reader, sheet),
            sheet.rank.map_or_else(|| "-".to_owned(), |r| r.to_string()),
            vetoes(reader, sheet),
        ]);
    }
    table
}

/// The grade, and what left no better one.
pub(crate) fn grade(reader: &Reader<'_>, sheet: &ScoreSheet) -> String {
    let Some(grade) = &sheet.grade else {
        return "-".to_owned();
    };
    match sheet.downgraded.first() {
        None => grade.clone(),
        Some(_) => reader.say("score-downgraded", [("grade", grade.as_str().into())]),
    }
}

/// The vetoes that set the score, by name.
pub(crate) fn vetoes(reader: &Reader<'_>, sheet: &ScoreSheet) -> String {
    if sheet.vetoes.is_empty() {
        return "-".to_owned();
    }
    let name = |id: &String| {
        let finding = reader.assessment.findings.iter().find(|f| f.id == *id);
        let duty = finding.and_then(|f| reader.duty(f));
        duty.map_or_else(|| id.clone(), |d| d.name.clone())
    };
    reader.list(&sheet.vetoes.iter().map(name).collect::<Vec<_>>())
}

fn about(reader: &Reader<'_>, sheet: &ScoreSheet) -> String {
    sheet
        .subject
        .as_ref()
        .map_or_else(|| reader.word("report-whole"), shown)
}

fn deductions(reader: &Reader<'_>, sheet: &ScoreSheet, out: &mut String) {
    let mut table = Table::new(columns(
        reader,
        [
            ("column-section", Side::Left),
            ("column-item", Side::Left),
            ("column-points", Side::Right),
            ("column-why", Side::Left),
        ],
    ));
    let mut any = false;
    for section in &sheet.sections {
        let name = match section.name.as_str() {
            "" => reader.word("scores-bonus"),
            name => name.to_owned(),
        };
        for item in section
            .items
            .iter()
            .filter(|i| !i.unknown && i.points.0 != 0)
        {
            any = true;
            let points = item.points.to_string();
            table.row(vec![
                name.clone(),
                shown(&item.item),
                points,
                why(reader, item),
            ]);
        }
    }
    if any {
        let args = [
            ("scorecard", shown(&sheet.scorecard).into()),
            ("about", about(reader, sheet).into()),
            ("bonus", sheet.bonus.to_string().into()),
            ("sum", sheet.sum.to_string().into()),
        ];
        out.push('\n');
        paragraph(out, "  ", 4, &reader.say("scores-sheet", args));
        table.write(out, 4);
    }
}

/// Items that no record scores, each with the number of sheets in which it is missing.
fn not_scored(reader: &Reader<'_>, sheets: &[ScoreSheet], out: &mut String) {
    let mut missing: BTreeMap<String, usize> = BTreeMap::new();
    let items = sheets
        .iter()
        .flat_map(|s| &s.sections)
        .flat_map(|s| &s.items);
    for item in items.filter(|i| i.unknown) {
        *missing.entry(shown(&item.item)).or_default() += 1;
    }
    if !missing.is_empty() {
        out.push('\n');
        paragraph(out, "  ", 2, &reader.word("scores-unknown"));
    }
    for (item, count) in missing {
        let args = [("item", item.into()), ("count", number(count).into())];
        paragraph(out, "  - ", 4, &reader.say("scores-unknown-item", args));
    }
}

fn why(reader: &Reader<'_>, item: &ItemScore) -> String {
    if item.findings.is_empty() {
        return reader.say("scores-count", [("count", item.count.into())]);
    }
    let findings = some_of(reader, &item.findings, FINDINGS_AT_MOST);
    reader.say(
        "scores-counted",
        [("count", item.count.into()), ("findings", findings.into())],
    )
}
