//! The rows below the heading: records, refusals, and what is set aside.

use luoshi_diagnostics::SheetCell;

use super::super::super::cells::Cells;
use super::super::super::rejection::Rejection;
use super::super::super::sheets::{AsideWhy, Shape, SheetReport};
use super::super::aside::{is_note, is_total, put};
use super::super::book::Row;
use super::super::merges::Filler;
use super::super::{grid, list};
use super::{Sheet, Table};
use crate::fault::Reason;
use crate::field::Field;
use crate::record::Record;

impl Sheet<'_> {
    /// Reads the rows below the heading; the last one that was a record or should have been, as
    /// people count.
    pub(super) fn rows<'a>(
        &mut self,
        rows: impl Iterator<Item = Result<Row<'a>, String>>,
        table: &Table<'_>,
        report: &mut SheetReport,
    ) -> Result<Option<u32>, String> {
        let mut filler = Filler::new(self.merges, table.shape != Shape::List);
        let mut above: Option<Cells<'a>> = None;
        let (mut before, mut last) = (report.heading.1, None);
        for row in rows {
            let mut row = row?;
            let number = row.number + 1;
            if number > before + 1 {
                put(
                    &mut report.aside,
                    (before + 1, number - 1),
                    AsideWhy::Blank,
                    None,
                );
            }
            before = number;
            filler.fill(&mut row);
            let noted = report.aside.iter().any(|aside| aside.why == AsideWhy::Note);
            if let Some(why) = table.aside(&row, noted) {
                self.import.totals += u32::from(why == AsideWhy::Total);
                put(&mut report.aside, (number, number), why, Some(&row));
                continue;
            }
            last = Some(number);
            let cells = list::cells(&row, &table.columns, table.known, above.as_ref());
            report.records += self.enter(&row, &cells, table);
            above = Some(cells);
        }
        Ok(last)
    }

    /// Makes the records of a row; how many.
    fn enter<'a>(&mut self, row: &Row<'a>, cells: &Cells<'a>, table: &Table<'_>) -> u32 {
        if table.shape == Shape::List {
            return u32::from(self.one(row, cells, table));
        }
        let mapping = table.shared.mapping;
        let all = table
            .across
            .iter()
            .flat_map(|across| grid::spread(row, cells, across, mapping, table.known));
        // What is wrong with the row itself is told once.
        let mut count = 0;
        for cells in all {
            let told = self.import.rejected.len();
            count += u32::from(self.one(row, &cells, table));
            let (before, now) = self.import.rejected.split_at(told);
            if now
                .iter()
                .any(|new| before.iter().rev().take(40).any(|old| old == new))
            {
                self.import.rejected.truncate(told);
            }
        }
        count
    }

    /// Makes one record, or says why not.
    fn one(&mut self, row: &Row<'_>, cells: &Cells<'_>, table: &Table<'_>) -> bool {
        let rejected = match table.shared.record(cells) {
            Ok(record) => match self.repeated(&record, cells) {
                None => {
                    self.import.records.push(record);
                    return true;
                }
                Some(rejection) => vec![rejection],
            },
            Err(rejected) => rejected,
        };
        self.excerpt.keep(row);
        for mut rejection in rejected {
            rejection.cell = Some(SheetCell {
                sheet: self.name.to_owned(),
                row: row.number,
                column: column_of(&rejection, table),
            });
            self.import.rejected.push(rejection);
        }
        false
    }

    fn repeated(&mut self, record: &Record, cells: &Cells<'_>) -> Option<Rejection> {
        let row = u32::try_from(cells.line).unwrap_or(u32::MAX) - 1;
        let first = self.seen.enter(&record.id, self.name, row)?;
        Some(Rejection {
            row: cells.line,
            column: Field::Id.key().to_owned(),
            value: record.id.clone(),
            suggestion: String::new(),
            reason: Reason::Repeated,
            limit: 0,
            place: None,
            first: None,
            cell: None,
            first_cell: Some(first),
        })
    }
}

/// The column of a rejection: places of cells of sheets count columns. A field that is missing is
/// blamed where it should stand.
fn column_of(rejection: &Rejection, table: &Table<'_>) -> u32 {
    let missing = (rejection.reason == Reason::Missing)
        .then(|| {
            let mut fields = table.columns.fields.iter();
            let place = fields.position(|column| column.heading == rejection.column)?;
            table.columns.at.get(place).copied()
        })
        .flatten();
    let start = rejection.place.as_ref().map_or_else(
        || table.columns.at.first().copied().unwrap_or(0) as usize,
        |place| place.start,
    );
    missing.unwrap_or_else(|| u32::try_from(start).unwrap_or(0))
}

impl Table<'_> {
    /// Why a row is no record, if it is none; `noted` after a remark.
    fn aside(&self, row: &Row<'_>, noted: bool) -> Option<AsideWhy> {
        let own = || row.cells.iter().filter(|held| held.own);
        if self.is_heading(row) {
            return Some(AsideWhy::Heading);
        }
        let dated = match self.shape {
            Shape::List => self.columns.of(Field::Date).is_some_and(|column| {
                let date = row.at(column).filter(|held| held.own);
                date.is_some_and(|held| self.known.day(&held.value).is_ok())
            }),
            Shape::Days | Shape::Months => false,
        };
        if !dated && is_total(row) {
            return Some(AsideWhy::Total);
        }
        if !dated && (is_note(row) || (noted && own().count() <= 2)) {
            return Some(AsideWhy::Note);
        }
        let across = || self.across.iter().map(|across| &across.column);
        let mut used = own().filter(|held| {
            let mut all = self.columns.at.iter().chain(across());
            all.any(|column| *column == held.column)
        });
        if used.next().is_some() {
            return None;
        }
        let idle = own().all(|held| self.columns.idle.contains(&held.column));
        Some(if idle {
            AsideWhy::Numbered
        } else {
            AsideWhy::Note
        })
    }

    /// Whether a row is the heading once more, as on a second page, or the days of the week below
    /// the days.
    fn is_heading(&self, row: &Row<'_>) -> bool {
        let texts = || row.cells.iter().map(|held| held.value.text());
        let again = |text: &str| self.headings.iter().any(|heading| heading == text);
        let weekday = |text: &str| {
            let bare = text.trim_start_matches("星期").trim_start_matches('周');
            ["一", "二", "三", "四", "五", "六", "日", "天"].contains(&bare)
        };
        let many = row.cells.len() > 1;
        // Cells of a list are compared only if the first of them is a heading.
        (many && texts().next().is_some_and(|text| again(&text)) && texts().all(|t| again(&t)))
            || (many && self.shape == Shape::Days && texts().all(|text| weekday(&text)))
    }
}
