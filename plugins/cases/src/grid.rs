//! A table of a case, by columns.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use luoshi_plugin_interface::{NO_DAY, NO_MINUTE, NO_NUMBER, NO_ROW, Table, Type};

use crate::error::GridFault;
use crate::value::{count, hundredths, minute, written_day};

/// A table of a case. A column that it does not have is absent in every row.
#[derive(Debug, Clone, Default)]
pub(crate) struct Grid {
    pub(crate) rows: usize,
    /// By the English name of the column.
    pub(crate) columns: BTreeMap<&'static str, Cells>,
}

/// The values of a column, in the order in which they are written.
#[derive(Debug, Clone)]
pub(crate) enum Cells {
    Texts(Vec<String>),
    Rows(Vec<u32>),
    Days(Vec<i32>),
    Minutes(Vec<u16>),
    Numbers(Vec<i64>),
    Smalls(Vec<u8>),
}

impl Grid {
    pub(crate) fn empty() -> Grid {
        Grid::default()
    }

    /// Reads CSV whose header names columns of the catalogue.
    pub(crate) fn read(
        table: &'static Table,
        csv: &str,
        subjects: &[&str],
    ) -> Result<Grid, GridFault> {
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        let header = reader
            .headers()
            .map_err(|error| GridFault::new(error.to_string()))?;
        let mut columns = Vec::new();
        for name in header {
            let problem = || format!("there is no column `{name}` in this interface");
            let column = table
                .column(name)
                .ok_or_else(|| GridFault::new(problem()))?;
            if columns.iter().any(|(known, _)| *known == column.name) {
                return Err(GridFault::new(format!(
                    "the column `{name}` is there twice"
                )));
            }
            columns.push((column.name, Cells::of(column.kind)));
        }
        let mut rows = 0;
        for record in reader.records() {
            rows += 1;
            let record = record.map_err(|error| GridFault::at(rows, error.to_string()))?;
            for ((name, cells), cell) in columns.iter_mut().zip(&record) {
                cells.push(cell, subjects).map_err(|problem| {
                    GridFault::at(rows, format!("column `{name}`: {problem}"))
                })?;
            }
        }
        let columns = columns.into_iter().collect();
        Ok(Grid { rows, columns })
    }

    /// The ids of the rows, if it has a column of ids: each there once, and none empty.
    pub(crate) fn ids(&self) -> Result<Vec<&str>, GridFault> {
        let Some(Cells::Texts(ids)) = self.columns.get("id") else {
            return Ok(Vec::new());
        };
        let mut seen = BTreeSet::new();
        for (index, id) in ids.iter().enumerate() {
            if id.is_empty() {
                return Err(GridFault::at(index + 1, "it has no id"));
            }
            if !seen.insert(id) {
                return Err(GridFault::at(
                    index + 1,
                    format!("the id `{id}` is there twice"),
                ));
            }
        }
        Ok(ids.iter().map(String::as_str).collect())
    }

    /// The days of a column, if it has that column.
    pub(crate) fn days(&self, name: &str) -> Option<&[i32]> {
        match self.columns.get(name) {
            Some(Cells::Days(days)) => Some(days),
            _ => None,
        }
    }
}

impl Cells {
    fn of(kind: Type) -> Cells {
        match kind {
            Type::Text => Cells::Texts(Vec::new()),
            Type::Row => Cells::Rows(Vec::new()),
            Type::Day => Cells::Days(Vec::new()),
            Type::Minute => Cells::Minutes(Vec::new()),
            Type::Number => Cells::Numbers(Vec::new()),
            Type::Small => Cells::Smalls(Vec::new()),
        }
    }

    /// Adds a cell; an empty one is absent.
    fn push(&mut self, cell: &str, subjects: &[&str]) -> Result<(), String> {
        let absent = cell.is_empty();
        match self {
            Cells::Texts(values) => values.push(cell.to_owned()),
            Cells::Rows(values) if absent => values.push(NO_ROW),
            Cells::Rows(values) => values.push(row(cell, subjects)?),
            Cells::Days(values) if absent => values.push(NO_DAY),
            Cells::Days(values) => values.push(written_day(cell)?),
            Cells::Minutes(values) if absent => values.push(NO_MINUTE),
            Cells::Minutes(values) => values.push(minute(cell)?),
            Cells::Numbers(values) if absent => values.push(NO_NUMBER),
            Cells::Numbers(values) => values.push(hundredths(cell)?),
            Cells::Smalls(values) if absent => values.push(0),
            Cells::Smalls(values) => {
                let small = cell.parse();
                values.push(small.map_err(|_| format!("`{cell}` is not a number from 0 to 255"))?);
            }
        }
        Ok(())
    }
}

fn row(cell: &str, subjects: &[&str]) -> Result<u32, String> {
    let row = subjects.iter().position(|id| *id == cell);
    let row = row.ok_or_else(|| format!("`{cell}` is no id in the table `subjects`"))?;
    u32::try_from(row).map_err(|_| "too many subjects".to_owned())
}

/// The table of days: workdays from Monday to Friday, unless a given row says otherwise.
pub(crate) fn calendar(first: Date, last: Date, given: &Grid) -> Result<Grid, GridFault> {
    let mut classes = BTreeMap::new();
    for day in first
        .series(jiff::Span::new().days(1))
        .take_while(|day| *day <= last)
    {
        let weekend = day.weekday().to_monday_zero_offset() >= 5;
        classes.insert(count(day), u8::from(weekend));
    }
    override_days(&mut classes, given)?;
    let rows = classes.len();
    let (days, classes) = classes.into_iter().unzip();
    let columns = [
        ("day", Cells::Days(days)),
        ("class", Cells::Smalls(classes)),
    ];
    let columns = columns.into_iter().collect();
    Ok(Grid { rows, columns })
}

fn override_days(classes: &mut BTreeMap<i32, u8>, given: &Grid) -> Result<(), GridFault> {
    if given.rows == 0 {
        return Ok(());
    }
    let (Some(days), Some(Cells::Smalls(values))) = (given.days("day"), given.columns.get("class"))
    else {
        return Err(GridFault::new("it needs both columns, `day` and `class`"));
    };
    let mut seen = BTreeSet::new();
    for (index, (day, class)) in days.iter().zip(values).enumerate() {
        let Some(known) = classes.get_mut(day) else {
            return Err(GridFault::at(index + 1, "the day is not in the period"));
        };
        if *class > 3 {
            return Err(GridFault::at(index + 1, "the class is not 0, 1, 2 or 3"));
        }
        if !seen.insert(day) {
            return Err(GridFault::at(index + 1, "the day is there twice"));
        }
        *known = *class;
    }
    Ok(())
}
