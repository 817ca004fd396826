//! Where the heading of a sheet is, and how its table is laid out.

use calamine::Dimensions;

use super::super::headings::{is_idle, is_people};
use super::super::mapping::Mapping;
use super::super::sheets::Shape;
use super::super::table::known;
use super::book::Row;
use super::days::Known;
use super::merges::around;
use super::value::Value;
use crate::fault::Reason;
use crate::field::Field;

/// How many rows that hold something are looked at for the heading.
pub(super) const LOOKED_AT: usize = 12;

/// Fewer columns of days than this are no roster.
const DAYS_AT_LEAST: usize = 3;
/// Fewer columns of months than this are no table of months.
const MONTHS_AT_LEAST: usize = 2;

/// The heading of a column, of one row or two.
#[derive(Debug, Clone)]
pub(super) struct Heading<'a> {
    pub(super) column: u32,
    /// The upper row; the only one if the cell is merged over both.
    top: String,
    /// The lower row, if there is one.
    sub: String,
    /// The lowest cell, which may be a day.
    pub(super) value: Value<'a>,
}

/// A heading that was found.
#[derive(Debug, Clone)]
pub(super) struct Layout<'a> {
    /// Its first and last row among those looked at.
    pub(super) rows: (usize, usize),
    pub(super) headings: Vec<Heading<'a>>,
    pub(super) shape: Shape,
}

impl Heading<'_> {
    /// Both rows on one line: 出席/应到.
    pub(super) fn text(&self) -> String {
        match (self.top.is_empty(), self.sub.is_empty()) {
            (false, false) => format!("{}/{}", self.top, self.sub),
            (true, _) => self.sub.clone(),
            (_, true) => self.top.clone(),
        }
    }

    /// The field that it stands for: by both rows, else by the lower.
    pub(super) fn field(&self, mapping: &Mapping) -> Option<Field> {
        known(&self.text(), mapping).or_else(|| known(&self.sub, mapping))
    }

    /// Whether it is the heading of names of people.
    pub(super) fn is_people(&self) -> bool {
        is_people(&self.text()) || is_people(&self.sub)
    }

    /// Whether nobody misses its column.
    pub(super) fn is_idle(&self) -> bool {
        is_idle(&self.text()) || (!self.sub.is_empty() && is_idle(&self.sub))
    }

    /// Whether it is a day, of whatever month.
    pub(super) fn is_day(&self) -> bool {
        let any = Known {
            year: Some(2000),
            month: Some(1),
            from_1904: false,
        };
        let of_month = self.day_of_month().is_some() && !self.top.contains('月');
        of_month || matches!(any.day(&self.value), Ok(_) | Err(Reason::WhichDay))
    }

    /// The day of the month that it is: 5 or 5日.
    pub(super) fn day_of_month(&self) -> Option<u32> {
        let day = match &self.value {
            Value::Text(text) => {
                let text = super::super::loose::narrowed(text);
                text.trim_end_matches(['日', '号']).parse().ok()
            }
            value => value.whole().and_then(|n| u32::try_from(n).ok()),
        };
        day.filter(|day| (1..=31).contains(day))
    }

    /// The month that it is: 5月, or 5 under 月份.
    pub(super) fn month(&self) -> Option<u32> {
        let text = super::super::loose::narrowed(&self.value.text());
        let bare = text.strip_suffix("月份").or(text.strip_suffix('月'));
        const NAMES: [&str; 12] = [
            "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二",
        ];
        let bare = match bare {
            None if self.top.contains('月') && !self.sub.is_empty() => &text,
            bare => bare?,
        };
        let named = NAMES.iter().position(|name| *name == bare);
        let month = named.map_or_else(|| bare.parse().ok(), |at| u32::try_from(at + 1).ok());
        month.filter(|month| (1..=12).contains(month))
    }
}

/// Finds the heading among the first rows of a sheet: the row, or the two rows, in which most is
/// known; the first of equals.
pub(super) fn find<'a>(
    head: &[Row<'a>],
    merges: &[Dimensions],
    mapping: &Mapping,
) -> Option<Layout<'a>> {
    let mut best: Option<(usize, Layout<'a>)> = None;
    for first in 0..head.len() {
        for last in [first + 1, first] {
            if last >= head.len() || (last > first && !is_double(&head[first..=last], merges)) {
                continue;
            }
            let layout = layout((first, last), head, merges, mapping);
            let score = score(&layout, mapping);
            let rows = (head[first].number + 1, head[last].number + 1);
            if mapping.heading == Some(rows) && score > 0 {
                return Some(layout);
            }
            let known = layout.headings.iter().any(|h| h.field(mapping).is_some());
            let better = best.as_ref().is_none_or(|(most, _)| score > *most);
            if score > 1 && known && better {
                best = Some((score, layout));
            }
        }
    }
    best.map(|(_, layout)| layout)
}

/// Whether two rows are one heading: the upper parts columns that the lower names, and names
/// others itself.
fn is_double(rows: &[Row<'_>], merges: &[Dimensions]) -> bool {
    let [upper, lower] = rows else { return false };
    if lower.number != upper.number + 1 {
        return false;
    }
    let parts = |merge: &&Dimensions| {
        merge.start.0 == upper.number && merge.end.0 == upper.number && merge.end.1 > merge.start.1
    };
    let named = |merge: &Dimensions| {
        let mut below = lower.cells.iter();
        below.any(|held| (merge.start.1..=merge.end.1).contains(&held.column))
    };
    let whole = |column: u32| {
        lower.at(column).is_none()
            && around(merges, upper.number, column).is_none_or(|m| m.end.0 > upper.number)
    };
    merges.iter().filter(parts).any(named) && upper.cells.iter().any(|held| whole(held.column))
}

fn layout<'a>(
    rows: (usize, usize),
    head: &[Row<'a>],
    merges: &[Dimensions],
    mapping: &Mapping,
) -> Layout<'a> {
    let (upper, lower) = (&head[rows.0], &head[rows.1]);
    let last = [upper, lower]
        .iter()
        .filter_map(|row| row.cells.last())
        .map(|held| around(merges, upper.number, held.column).map_or(held.column, |m| m.end.1))
        .max()
        .unwrap_or(0);
    let first = [upper, lower]
        .iter()
        .filter_map(|row| Some(row.cells.first()?.column))
        .min();
    let mut headings = Vec::new();
    for column in first.unwrap_or(0)..=last {
        let top = spread(upper, column, merges);
        let sub = match rows.0 == rows.1 {
            true => None,
            false => spread(lower, column, merges),
        };
        let Some(value) = sub.or(top) else { continue };
        headings.push(Heading {
            column,
            top: top.map_or(String::new(), one_line),
            sub: sub.map_or(String::new(), one_line),
            value: value.clone(),
        });
    }
    let count = |is: &dyn Fn(&Heading<'_>) -> bool| headings.iter().filter(|h| is(h)).count();
    let months = count(&|h| h.month().is_some());
    let days = count(&|h| h.is_day());
    let guessed = match () {
        () if months >= MONTHS_AT_LEAST => Shape::Months,
        () if days >= DAYS_AT_LEAST => Shape::Days,
        () => Shape::List,
    };
    Layout {
        rows,
        headings,
        shape: mapping.layout.unwrap_or(guessed),
    }
}

/// What stands in a row at a column, or in the cell merged sideways that covers it.
fn spread<'r, 'a>(row: &'r Row<'a>, column: u32, merges: &[Dimensions]) -> Option<&'r Value<'a>> {
    let found = row.at(column).or_else(|| {
        let merge = around(merges, row.number, column)?;
        (merge.start.0 == row.number).then(|| row.at(merge.start.1))?
    });
    found.map(|held| &held.value)
}

fn one_line(value: &Value<'_>) -> String {
    value.text().replace(['\n', '\r'], "").trim().to_owned()
}

fn score(layout: &Layout<'_>, mapping: &Mapping) -> usize {
    let counts = |heading: &&Heading<'_>| match layout.shape {
        Shape::Days if heading.is_day() => true,
        Shape::Months if heading.month().is_some() => true,
        _ => heading.field(mapping).is_some() || heading.is_idle() || heading.is_people(),
    };
    layout.headings.iter().filter(counts).count()
}
