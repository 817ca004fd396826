//! A mapping as a file that a clerk can read, change and use again.

use std::fmt::Write as _;

use luoshi_diagnostics::Messages;

use super::Import;
use super::sheets::{Shape, SheetReport, Skipped, Taken};
use crate::fault::Reason;
use crate::field::Field;

/// What an import took the sheets of a workbook for, as a mapping file with remarks.
#[must_use]
pub fn mapping_yaml(import: &Import, words: Messages) -> String {
    let mut out = String::new();
    for line in words.word("import-mapping-head").lines() {
        let _ = writeln!(out, "# {line}");
    }
    out.push_str("sheets:\n");
    for report in &import.sheets {
        match report.skipped {
            Some(Skipped::Empty | Skipped::NoRows | Skipped::Chart) => {}
            Some(Skipped::NoTable | Skipped::Told) => {
                let _ = writeln!(out, "  {}: {{ skip: true }}", quoted(&report.name));
            }
            None | Some(Skipped::Refused) => {
                let _ = writeln!(out, "  {}:", quoted(&report.name));
                sheet(report, words, &mut out);
                values(import, report, words, &mut out);
            }
        }
    }
    if out.ends_with("sheets:\n") {
        out.truncate(out.len() - 1);
        out.push_str(" {}\n");
    }
    out
}

fn sheet(report: &SheetReport, words: Messages, out: &mut String) {
    let (first, last) = report.heading;
    let rows = match first == last {
        true => first.to_string(),
        false => format!("{first}-{last}"),
    };
    let remark = words.word("import-mapping-heading");
    let _ = writeln!(out, "    heading: {rows}  # {remark}");
    if report.shape != Shape::List {
        let _ = writeln!(out, "    layout: {}", report.shape.word());
    }
    match (report.kind, has(report, Field::Kind)) {
        (Some(kind), _) => {
            let _ = writeln!(out, "    kind: {}  # {}", kind.name(), kind.zh());
        }
        (None, true) => {}
        (None, false) => out.push_str("    # kind:\n"),
    }
    match (&report.duty, has(report, Field::Duty)) {
        (Some(duty), _) => {
            let _ = writeln!(out, "    duty: {}", quoted(duty));
        }
        (None, true) => {}
        (None, false) => out.push_str("    # duty:\n"),
    }
    if let Some(year) = report.year {
        let year = vec![("year", year.to_string().into())];
        let _ = writeln!(out, "    # {}", words.text("import-mapping-year", &year));
    }
    if let Some(year) = report.mapping.year {
        let _ = writeln!(out, "    year: {year}");
    }
    if let Some(month) = report.mapping.month {
        let _ = writeln!(out, "    month: {month}");
    }
    columns(report, words, out);
}

fn has(report: &SheetReport, field: Field) -> bool {
    let mut columns = report.columns.iter();
    columns.any(|column| column.taken == Taken::Field(field))
}

fn columns(report: &SheetReport, words: Messages, out: &mut String) {
    let known = |taken: &Taken| matches!(taken, Taken::Field(_));
    let any = report.columns.iter().any(|column| known(&column.taken));
    if any {
        out.push_str("    columns:\n");
    }
    for column in &report.columns {
        let heading = quoted(&column.heading);
        let _ = match &column.taken {
            Taken::Field(field) => {
                writeln!(out, "      {heading}: {}  # {}", field.key(), field.zh())
            }
            Taken::Unknown(near) => {
                let near = near.first().map_or("", |field| field.key());
                let remark = words.word("import-mapping-unknown");
                writeln!(out, "      # {heading}: {near}  # {remark}")
            }
            Taken::Second(field) => {
                let remark = words.word("import-mapping-second");
                writeln!(out, "      # {heading}: {}  # {remark}", field.key())
            }
            Taken::Names | Taken::Idle => Ok(()),
        };
    }
}

/// What is said of cells, and the marks that nobody has explained yet.
fn values(import: &Import, report: &SheetReport, words: Messages, out: &mut String) {
    let mapping = &report.mapping;
    let mut unclear: Vec<&str> = import
        .rejected
        .iter()
        .filter(|r| r.reason == Reason::Mark)
        .filter(|r| r.cell.as_ref().is_some_and(|c| c.sheet == report.name))
        .map(|r| r.value.as_str())
        .collect();
    unclear.sort_unstable();
    unclear.dedup();
    if mapping.values.values().any(|values| !values.is_empty()) {
        out.push_str("    values:\n");
    }
    for (field, values) in mapping.values.iter().filter(|(_, v)| !v.is_empty()) {
        let _ = writeln!(out, "      {}:", field.key());
        for (cell, value) in values {
            let _ = writeln!(out, "        {}: {}", quoted(cell), quoted(value));
        }
    }
    if !unclear.is_empty() {
        let marks: Vec<String> = unclear.iter().map(|m| format!("{}: ", quoted(m))).collect();
        let _ = writeln!(out, "    # {}", words.word("import-mapping-marks"));
        let _ = writeln!(out, "    # values: {{ status: {{ {}}} }}", marks.join(", "));
    }
    if !mapping.defaults.is_empty() {
        out.push_str("    defaults:\n");
    }
    for (field, value) in &mapping.defaults {
        let _ = writeln!(out, "      {}: {}", field.key(), quoted(value));
    }
}

/// A text as YAML reads it: bare if nothing in it means anything there.
fn quoted(text: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || c == '_';
    let word = text.chars().all(plain) && text.starts_with(char::is_alphabetic);
    let meant = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];
    if word && !meant.contains(&text.to_lowercase().as_str()) {
        return text.to_owned();
    }
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
