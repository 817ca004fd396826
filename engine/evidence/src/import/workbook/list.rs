//! A row of a sheet as the cells of its fields.

use std::borrow::Cow;

use super::super::cells::{Cell, Cells};
use super::book::{Held, Row};
use super::columns::Columns;
use super::days::{Known, minute_of, written};
use super::value::Value;
use crate::fault::Reason;
use crate::field::Field;
use crate::record::shown_time;

/// What says that a cell repeats the one above.
const DITTO: [&str; 6] = ["同上", "同前", "〃", "″", "〞", "\""];

/// The cells of a row, in the order of the fields.
pub(super) fn cells<'a>(
    row: &Row<'a>,
    columns: &Columns,
    known: Known,
    above: Option<&Cells<'a>>,
) -> Cells<'a> {
    let fields = columns.fields.iter().zip(&columns.at);
    let cells = fields.map(|(field, column)| {
        let above = above.and_then(|above| above.cells.get(field.place));
        cell(row.at(*column), (*column, field.field), known, above)
    });
    Cells {
        line: row.number as usize + 1,
        cells: cells.collect(),
        unfinished: false,
    }
}

fn cell<'a>(
    held: Option<&Held<'a>>,
    (column, field): (u32, Field),
    known: Known,
    above: Option<&Cell<'a>>,
) -> Cell<'a> {
    let at = column as usize;
    let Some(held) = held else {
        return plain(Cow::Borrowed(""), at, None);
    };
    if let Value::Text(text) = &held.value
        && DITTO.contains(&text.as_ref())
    {
        return match above.filter(|above| !above.text.is_empty()) {
            Some(above) => Cell {
                start: at,
                end: at + 1,
                ..above.clone()
            },
            None => plain(text.clone(), at, Some(Reason::Ditto)),
        };
    }
    let shared = (held.down && field == Field::Amount).then_some(Reason::Shared);
    let (text, fault) = read(&held.value, field, known);
    plain(text, at, fault.or(shared))
}

/// The text of a cell as the readers of its field know it, or what is wrong with it.
fn read<'a>(value: &Value<'a>, field: Field, known: Known) -> (Cow<'a, str>, Option<Reason>) {
    let owned = |value: &Value<'_>| Cow::Owned(value.text().into_owned());
    match (value, field) {
        (Value::Broken(shown), _) => (Cow::Owned(shown.clone()), Some(Reason::Broken)),
        (_, Field::Date | Field::Until) => match known.day(value) {
            Ok(moment) => (Cow::Owned(written(moment)), None),
            Err(reason) => match value {
                Value::Text(text) => (text.clone(), Some(reason)),
                value => (owned(value), Some(reason)),
            },
        },
        // Names that are written below one another in one cell.
        (Value::Text(text), Field::Actor | Field::Marks) if text.contains('\n') => {
            (Cow::Owned(text.replace(['\r', '\n'], "、")), None)
        }
        (Value::Text(text), _) => (text.clone(), None),
        (Value::Number(number) | Value::Span(number), Field::Time) if *number < 1.0 => {
            let minute =
                minute_of(*number).map_or_else(|| owned(value), |m| Cow::Owned(shown_time(m)));
            (minute, None)
        }
        (Value::Moment(_), _) => match known.day(value) {
            Ok((_, minute)) if field == Field::Time => {
                (Cow::Owned(shown_time(minute.unwrap_or(0))), None)
            }
            Ok(moment) => (Cow::Owned(written(moment)), None),
            Err(_) => (owned(value), None),
        },
        (Value::Number(_) | Value::Span(_), _) => (owned(value), None),
    }
}

/// A cell of a column of a sheet.
pub(super) fn plain(text: Cow<'_, str>, column: usize, fault: Option<Reason>) -> Cell<'_> {
    Cell {
        text,
        start: column,
        end: column + 1,
        fault,
    }
}
