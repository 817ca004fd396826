//! What came of an import, as a text that can be compared.

use std::fmt::Write as _;

use luoshi_evidence::{Import, Record, SheetReport, Taken};

/// Sheets, records, rejections and notes, one a line.
pub(crate) fn told(import: &Import) -> String {
    let mut out = String::new();
    for report in &import.sheets {
        sheet(report, &mut out);
    }
    for record in &import.records {
        writeln!(out, "+ {}", Record::content(record)).unwrap();
    }
    for rejection in &import.rejected {
        let cell = rejection.cell.as_ref().unwrap();
        let (sheet, column) = (&cell.sheet, &rejection.column);
        let (value, word) = (&rejection.value, rejection.reason.word());
        writeln!(out, "- {sheet}!{cell} {column} 「{value}」 {word}").unwrap();
    }
    for note in &import.notes {
        let cell = note.cell.as_ref();
        let cell = cell.map_or(String::new(), |cell| format!(" {}!{cell}", cell.sheet));
        writeln!(out, "! {}{cell}", note.code.name()).unwrap();
    }
    out
}

fn sheet(report: &SheetReport, out: &mut String) {
    write!(out, "{}", report.name).unwrap();
    if let Some(why) = report.skipped {
        write!(out, " skipped {}", why.word()).unwrap();
    }
    if !report.range.is_empty() {
        let (first, last) = report.heading;
        write!(
            out,
            " {} {} heading {first}-{last}",
            report.range,
            report.shape.word()
        )
        .unwrap();
    }
    for (word, value) in [
        ("kind", report.kind.map(|kind| kind.name().to_owned())),
        ("duty", report.duty.clone()),
        ("year", report.year.map(|year| year.to_string())),
        ("month", report.month.map(|month| month.to_string())),
        ("saved", report.saved.map(|place| place.to_string())),
    ] {
        if let Some(value) = value {
            write!(out, " {word} {value}").unwrap();
        }
    }
    out.push('\n');
    for column in &report.columns {
        let taken = match &column.taken {
            Taken::Field(field) => field.key().to_owned(),
            Taken::Names => "names".to_owned(),
            Taken::Idle => "idle".to_owned(),
            Taken::Second(field) => format!("second {}", field.key()),
            Taken::Unknown(near) => {
                let near: Vec<&str> = near.iter().map(|field| field.key()).collect();
                format!("unknown {}", near.join(" "))
            }
        };
        writeln!(
            out,
            "| {} {} {}",
            column.column,
            column.heading,
            taken.trim()
        )
        .unwrap();
    }
    for aside in &report.aside {
        let (first, last) = aside.rows;
        let line = format!("~ {first}-{last} {} {}", aside.why.word(), aside.text);
        writeln!(out, "{}", line.trim_end()).unwrap();
    }
}
