//! What cannot be judged yet and what is needed for it; what is due and when.

use luoshi_rules::{Finding, Status};

use super::{columns, number, some_of};
use crate::reader::Reader;
use crate::table::{Side, Table, paragraph};

/// Lines of the list of what is due; the rest are counted.
const SHOWN_AT_MOST: usize = 40;

/// Names in one cell.
const NAMES_AT_MOST: usize = 3;

/// What is unknown and what is unset, with what is needed to tell.
pub(super) fn needed(reader: &Reader<'_>) -> String {
    let mut out = String::new();
    for status in [Status::Unset, Status::Unknown] {
        let text = needed_for(reader, status);
        if !text.is_empty() {
            if !out.is_empty() {
                out.push('\n');
            }
            let meaning = reader.word(&format!("status-{}.meaning", status.word()));
            let args = [
                ("status", reader.status(status).into()),
                ("meaning", meaning.into()),
            ];
            paragraph(&mut out, "  ", 2, &reader.say("needed-status", args));
            out.push_str(&text);
        }
    }
    out
}

fn needed_for(reader: &Reader<'_>, status: Status) -> String {
    let groups = reader.by_reason(status);
    let mut table = Table::new(columns(
        reader,
        [
            ("column-duty", Side::Left),
            ("column-about", Side::Left),
            ("column-why", Side::Left),
            ("column-needed", Side::Left),
        ],
    ));
    for ((_, why), findings) in &groups {
        let Some(first) = findings.first() else {
            continue;
        };
        table.row(vec![
            reader.duty(first).map_or(String::new(), |d| d.name.clone()),
            about_all(reader, findings),
            why.clone(),
            reader.advice(first),
        ]);
    }
    let mut out = String::new();
    if !groups.is_empty() {
        table.write(&mut out, 4);
    }
    out
}

/// One finding by its subject and period, several by their number.
fn about_all(reader: &Reader<'_>, findings: &[&Finding]) -> String {
    match findings {
        [one] if one.period.is_some() => format!("{} {}", reader.about(one), reader.when(one)),
        [one] => reader.about(one),
        many => reader.say("report-findings", [("count", number(many.len()).into())]),
    }
}

/// What is due soon or going on, by its last day.
pub(super) fn due(reader: &Reader<'_>) -> String {
    let groups = reader.going_on();
    let mut table = Table::new(columns(
        reader,
        [
            ("column-last-day", Side::Left),
            ("column-status", Side::Left),
            ("column-duty", Side::Left),
            ("column-about", Side::Left),
            ("column-state", Side::Left),
        ],
    ));
    for ((_, day, _, state), findings) in groups.iter().take(SHOWN_AT_MOST) {
        let Some(first) = findings.first() else {
            continue;
        };
        let names: Vec<String> = findings.iter().map(|f| reader.about(f)).collect();
        table.row(vec![
            day.map_or_else(|| "-".to_owned(), |d| d.to_string()),
            reader.status(first.status),
            reader.duty(first).map_or(String::new(), |d| d.name.clone()),
            some_of(reader, &names, NAMES_AT_MOST),
            state.clone(),
        ]);
    }
    let mut out = written(&table, groups.is_empty());
    if let Some(more) = groups.len().checked_sub(SHOWN_AT_MOST).filter(|n| *n > 0) {
        paragraph(
            &mut out,
            "  ",
            2,
            &reader.say("report-more", [("count", number(more).into())]),
        );
    }
    out
}

fn written(table: &Table, empty: bool) -> String {
    let mut out = String::new();
    if !empty {
        table.write(&mut out, 2);
    }
    out
}
