//! CSV (RFC 4180) that Excel opens as it is: UTF-8 with a mark at the front, and no cell that becomes a formula.

use csv::{Terminator, WriterBuilder};
use luoshi_audit::results::Share;

use crate::columns::{Row, rows};
use crate::format::ExportError;
use crate::telling::Telling;
use crate::whole::Whole;

/// Without it, Excel in China reads the file in another encoding.
const MARK: &str = "\u{feff}";

/// A column: the part of the catalogue key that names it, and what stands in it.
type Column = (&'static str, fn(&Row<'_>, Telling) -> Cell);

const COLUMNS: [Column; 25] = [
    ("as-of", |row, _| Cell::plain(row.as_of)),
    ("county", |row, _| Cell::text(row.county)),
    ("code", |row, _| Cell::text(row.township)),
    ("township", |row, _| Cell::text(row.township_name)),
    ("simulated", |row, telling| {
        Cell::text(&telling.word(answer(row.simulated)))
    }),
    ("finding", |row, _| Cell::text(row.finding)),
    ("status", |row, telling| Cell::text(&row.told(telling))),
    ("fails", |row, telling| {
        Cell::text(&telling.word(answer(row.fails)))
    }),
    ("severity", |row, telling| {
        Cell::maybe(severity(row, telling))
    }),
    ("duty-id", |row, _| Cell::text(row.duty)),
    ("duty", |row, _| Cell::maybe(row.duty_name)),
    ("clauses", |row, telling| {
        Cell::text(&telling.list(row.clauses))
    }),
    ("subject", |row, _| Cell::maybe(row.subject_name)),
    ("actor", |row, _| Cell::maybe(row.actor_name)),
    ("period", |row, _| Cell::maybe(row.period)),
    ("day", |row, _| row.day.map_or(Cell::EMPTY, Cell::plain)),
    ("figure", |row, _| {
        row.figure.map_or(Cell::EMPTY, Cell::plain)
    }),
    ("reason", |row, _| Cell::text(&row.reason)),
    ("role", |row, _| Cell::maybe(row.role_name)),
    ("holder", |row, _| Cell::maybe(row.holder)),
    ("evidence", |row, telling| {
        Cell::text(&telling.list(row.evidence))
    }),
    ("file", |row, _| Cell::maybe(row.file.as_deref())),
    ("line", |row, _| row.line.map_or(Cell::EMPTY, Cell::plain)),
    // Of the township, the same in each of its rows.
    ("backfilled", |row, _| {
        row.judged
            .map_or(Cell::EMPTY, |of| Cell::plain(of.backfilled))
    }),
    ("backfilled-share", |row, _| Cell::maybe(late(row))),
];

/// The share of its township's records that were entered late.
fn late(row: &Row<'_>) -> Option<String> {
    let judged = row.judged?;
    Share::bad(u64::from(judged.backfilled), u64::from(judged.records)).percent()
}

fn answer(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

fn severity(row: &Row<'_>, telling: Telling) -> Option<String> {
    let severity = row.severity?;
    Some(telling.word(&format!("severity-{severity}")))
}

/// The audit's findings as CSV.
pub(crate) fn write(whole: &Whole<'_>, telling: Telling) -> Result<Vec<u8>, ExportError> {
    let mut out = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(MARK.as_bytes().to_vec());
    let fault = |error: csv::Error| ExportError::Write(error.to_string());
    let heads = COLUMNS.map(|(column, _)| telling.word(&format!("column-{column}")));
    out.write_record(heads).map_err(fault)?;
    for row in rows(whole, telling) {
        let cells = COLUMNS.map(|(_, cell)| cell(&row, telling).0);
        out.write_record(cells).map_err(fault)?;
    }
    out.into_inner()
        .map_err(|error| ExportError::Write(error.to_string()))
}

/// What stands between two commas.
struct Cell(String);

impl Cell {
    const EMPTY: Cell = Cell(String::new());

    /// A number or a day: what begins with a minus is a number and no formula.
    fn plain(value: impl ToString) -> Cell {
        Cell(value.to_string())
    }

    fn maybe(text: Option<impl AsRef<str>>) -> Cell {
        text.map_or(Cell::EMPTY, |text| Cell::text(text.as_ref()))
    }

    /// A text. An apostrophe keeps a spreadsheet from taking it for a formula; full-width signs count for it too.
    fn text(text: &str) -> Cell {
        let first = text.trim_start_matches([' ', '\u{3000}']).chars().next();
        let formula = first.is_some_and(|c| "=+-@＝＋－＠\t\r\n".contains(c));
        let guard = if formula { "'" } else { "" };
        // NUL ends a text in many readers.
        Cell(format!("{guard}{}", text.replace('\0', "\u{fffd}")))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Cell;

    #[test]
    fn a_text_is_no_formula() {
        let guarded = [
            "=1+1", "+86", "-2", "@SUM(A1)", "\t=1", "\r=1", "＝1", " =1",
        ];
        for text in guarded {
            assert_eq!(Cell::text(text).0, format!("'{text}"));
        }
        for text in ["镇", "1=1", "", "a-b", "'=1"] {
            assert_eq!(Cell::text(text).0, text);
        }
        assert_eq!(Cell::plain(-5).0, "-5");
    }

    proptest! {
        #[test]
        fn no_text_begins_like_a_formula(text in "[=+@＝\t\r -]{0,3}.{0,3}") {
            let cell = Cell::text(&text).0;
            prop_assert!(!cell.trim_start().starts_with(['=', '+', '-', '@']));
        }
    }
}
