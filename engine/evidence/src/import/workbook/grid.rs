//! Tables with days or months across: several records in a row.

use std::borrow::Cow;

use super::super::cells::{Cell, Cells};
use super::super::loose::narrowed;
use super::super::mapping::Mapping;
use super::super::row::Column;
use super::book::{Held, Row};
use super::columns::Columns;
use super::days::{Known, written};
use super::layout::Layout;
use super::list::plain;
use super::value::Value;
use crate::fault::Reason;
use crate::field::Field;
use crate::kind::Kind;
use crate::raw::SEPARATORS;
use crate::value::{date_of, real_day};

/// What says in a table of months that there was nothing.
const NOTHING: [&str; 6] = ["无", "0", "-", "—", "－", "——"];

/// What says that something was done.
const DONE: [&str; 5] = ["√", "✓", "✔", "☑", "是"];

/// A column of a day or of a month.
#[derive(Debug, Clone, Copy)]
pub(super) struct Across {
    /// The column of the sheet.
    pub(super) column: u32,
    pub(super) of: Span,
}

/// What stands above a column.
#[derive(Debug, Clone, Copy)]
pub(super) enum Span {
    /// Days since 1970-01-01, or a day that its month does not have.
    Day(Option<i32>),
    /// Year and month.
    Month(i32, u32),
}

/// The days or months of a heading; what is wrong with one of them comes with its column.
pub(super) fn across(
    layout: &Layout<'_>,
    columns: &Columns,
    known: Known,
) -> Result<Vec<Across>, (u32, String, Reason)> {
    let headings = columns.across.iter().map(|place| &layout.headings[*place]);
    headings
        .map(|heading| {
            let wrong = |reason| (heading.column, heading.text(), reason);
            let year = || known.year.ok_or_else(|| wrong(Reason::NoYear));
            let of = match (heading.month(), heading.day_of_month()) {
                (Some(month), _) if layout.shape == super::super::sheets::Shape::Months => {
                    Span::Month(year()?, month)
                }
                (_, Some(day)) => {
                    let month = known.month.ok_or_else(|| wrong(Reason::NoMonth))?;
                    Span::Day(real_day(year()?, month, day))
                }
                _ => Span::Day(Some(known.day(&heading.value).map_err(wrong)?.0)),
            };
            Ok(Across {
                column: heading.column,
                of,
            })
        })
        .collect()
}

/// The columns that the records of a table of days or months have, after those of its rows.
pub(super) fn fields(columns: &Columns) -> Vec<Column> {
    let mut fields = columns.fields.clone();
    for field in [Field::Date, Field::Status] {
        fields.push(Column {
            place: fields.len(),
            heading: field.zh().to_owned(),
            field,
            factor: 1,
        });
    }
    fields
}

/// The records of one cell, as cells of a list: those of the row, the day, the mark.
pub(super) fn spread<'a>(
    row: &Row<'a>,
    base: &Cells<'a>,
    across: &Across,
    mapping: &Mapping,
    known: Known,
) -> Vec<Cells<'a>> {
    let Some(held) = row.at(across.column) else {
        return Vec::new();
    };
    let at = across.column as usize;
    let cells = match across.of {
        Span::Day(day) => of_day(held, day, mapping)
            .map(|(date, mark)| (plain_of(date, at), plain_of(mark, at)))
            .into_iter()
            .collect(),
        Span::Month(year, month) => of_month(held, (year, month), mapping, known)
            .into_iter()
            .map(|date| (plain_of(date, at), plain(Cow::Borrowed(""), at, None)))
            .collect::<Vec<_>>(),
    };
    let with = |(date, mark): (Cell<'a>, Cell<'a>)| {
        let mut all = base.clone();
        all.cells.extend([date, mark]);
        all
    };
    cells.into_iter().map(with).collect()
}

/// A text for a cell, and what is wrong with it.
type Text<'a> = (Cow<'a, str>, Option<Reason>);

fn plain_of((text, fault): Text<'_>, at: usize) -> Cell<'_> {
    plain(text, at, fault)
}

/// The day and the mark of a cell under a day; nothing if the mapping says that it is no record.
fn of_day<'a>(
    held: &Held<'a>,
    day: Option<i32>,
    mapping: &Mapping,
) -> Option<(Text<'a>, Text<'a>)> {
    let typed: Cow<'a, str> = match &held.value {
        Value::Text(text) => text.clone(),
        value => Cow::Owned(value.text().into_owned()),
    };
    let meant = mapping.value(Field::Status, &typed);
    if meant.is_empty() {
        return None;
    }
    let Some(day) = day else {
        let fault = (Cow::Owned(typed.into_owned()), Some(Reason::Date));
        return Some((fault, (Cow::Borrowed(""), None)));
    };
    let date = (Cow::Owned(written((day, None))), None);
    let mark = match &held.value {
        Value::Broken(_) => (typed, Some(Reason::Broken)),
        // The row reads marks of attendance; of other kinds only a tick is certain.
        _ if mapping.kind == Some(Kind::Shift) || meant != typed => (typed, None),
        _ if DONE.contains(&typed.as_ref()) => (Cow::Borrowed(""), None),
        _ => (typed, Some(Reason::Mark)),
    };
    Some((date, mark))
}

/// The days of a cell under a month.
fn of_month<'a>(
    held: &Held<'a>,
    (year, month): (i32, u32),
    mapping: &Mapping,
    known: Known,
) -> Vec<Text<'a>> {
    let typed = held.value.text();
    let meant = mapping.value(Field::Date, &typed);
    if meant.is_empty() || NOTHING.contains(&narrowed(meant).as_str()) {
        return Vec::new();
    }
    let known = Known {
        year: Some(year),
        month: Some(month),
        ..known
    };
    let inside = |day: i32| {
        let date = date_of(day);
        i32::from(date.year()) == year && u32::from(date.month().unsigned_abs()) == month
    };
    let one = |read: Result<(i32, Option<u16>), Reason>| match read {
        Ok((day, _)) if !inside(day) => Err(Reason::OtherMonth),
        Ok(moment) => Ok(written(moment)),
        Err(reason) => Err(reason),
    };
    let days: Result<Vec<String>, Reason> = match &held.value {
        Value::Moment(_) => one(known.day(&held.value)).map(|day| vec![day]),
        Value::Broken(_) => Err(Reason::Broken),
        Value::Text(_) => listed(meant).and_then(|items| {
            let days = items
                .iter()
                .map(|item| one(known.day(&Value::Text(Cow::Borrowed(item)))));
            days.collect()
        }),
        Value::Number(_) | Value::Span(_) => Err(Reason::NoDay),
    };
    match days {
        Ok(days) => days
            .into_iter()
            .map(|day| (Cow::Owned(day), None))
            .collect(),
        Err(reason) => vec![(Cow::Owned(typed.into_owned()), Some(reason))],
    }
}

/// The items of 5日、20日 or 5、20日; a count or a tick has none.
fn listed(text: &str) -> Result<Vec<String>, Reason> {
    let text = narrowed(text);
    let parts = text.split(|c: char| SEPARATORS.contains(&c) || c.is_whitespace());
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    let days = parts
        .last()
        .is_some_and(|last| last.ends_with(['日', '号']));
    parts
        .into_iter()
        .map(|part| {
            let bare = part.bytes().all(|b| b.is_ascii_digit());
            match (bare, days) {
                (true, true) => Ok(format!("{part}日")),
                // 20120510 is a day all the same.
                (true, false) if part.len() < 8 => Err(Reason::NoDay),
                _ if !part.contains(|c: char| c.is_ascii_digit()) => Err(Reason::NoDay),
                _ => Ok(part.to_owned()),
            }
        })
        .collect()
}
