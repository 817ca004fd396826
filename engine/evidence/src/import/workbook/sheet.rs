//! One sheet: what it is, then its rows in one pass.

mod mapping;
mod needs;
mod rows;

use calamine::Dimensions;
use luoshi_diagnostics::{FileId, Level};

use super::super::Import;
use super::super::mapping::Mapping;
use super::super::row::Shared;
use super::super::sheets::{Shape, SheetReport, Skipped};
use super::book::{Row, Rows};
use super::columns::{Columns, Told, columns, letters};
use super::days::Known;
use super::excerpt::Excerpt;
use super::grid::{self, Across};
use super::layout::{self, LOOKED_AT, Layout};
use super::seen::Seen;
use super::title;
use super::{Reading, passed_over};

/// A sheet that is being read, and where what it holds goes.
pub(super) struct Sheet<'s> {
    pub(super) name: &'s str,
    pub(super) merges: &'s [Dimensions],
    pub(super) from_1904: bool,
    pub(super) reading: Reading<'s>,
    pub(super) import: &'s mut Import,
    pub(super) seen: &'s mut Seen,
    pub(super) excerpt: &'s mut Excerpt,
}

/// What is settled before the rows are read.
struct Table<'t> {
    shared: Shared<'t>,
    columns: Columns,
    across: Vec<Across>,
    known: Known,
    shape: Shape,
    headings: Vec<String>,
}

impl<'s> Sheet<'s> {
    pub(super) fn read(mut self, rows: Rows<'_, '_>) -> Result<SheetReport, String> {
        let head: Vec<Row<'_>> = rows.take(LOOKED_AT).collect::<Result<_, _>>()?;
        if head.is_empty() {
            return Ok(passed_over(self.name, Skipped::Empty));
        }
        let (mapping, saved) = self.mapping(&head);
        let mut report = SheetReport {
            name: self.name.to_owned(),
            saved,
            ..SheetReport::default()
        };
        if mapping.skip {
            report.skipped = Some(Skipped::Told);
            report.mapping = mapping;
            return Ok(report);
        }
        match self.layout(&head, &mapping) {
            Ok(layout) => self.table(head, rows, &layout, mapping, &mut report)?,
            Err(why) => report.skipped = Some(why),
        }
        Ok(report)
    }

    /// How the table is laid out, or why there is none.
    fn layout<'a>(&self, head: &[Row<'a>], mapping: &Mapping) -> Result<Layout<'a>, Skipped> {
        let layout = layout::find(head, self.merges, mapping).ok_or(Skipped::NoTable)?;
        let ends = head.len() == layout.rows.1 + 1 && head.len() < LOOKED_AT;
        if ends {
            return Err(Skipped::NoRows);
        }
        Ok(layout)
    }

    /// Reads a table, from what stands above its heading to its last row.
    fn table<'a>(
        &mut self,
        head: Vec<Row<'a>>,
        rows: Rows<'_, 'a>,
        layout: &Layout<'_>,
        mapping: Mapping,
        report: &mut SheetReport,
    ) -> Result<(), String> {
        let above = head[..layout.rows.0].iter().flat_map(|row| &row.cells);
        let above: Vec<String> = above.map(|held| held.value.text().into_owned()).collect();
        let title = title::read(self.name, &above, self.reading.names);
        let mapping = mapping::told(mapping, &title, self.reading.names, report);
        report.mapping = mapping.clone();
        let columns = self.columns(&head, layout, &above, report);
        let Some(table) = self.settle(&head, layout, columns, &mapping, report) else {
            report.skipped = Some(Skipped::Refused);
            return Ok(());
        };
        let unclear = self.duty_unclear(&title, &table.columns, report);
        let before = self.import.records.len();
        let below = head.into_iter().skip(layout.rows.1 + 1).map(Ok);
        let last = self.rows(below.chain(rows), &table, report)?;
        if unclear {
            // The rows were read all the same: one run tells all that is wrong with them.
            self.import.records.truncate(before);
            report.records = 0;
        }
        if last.is_none() {
            report.skipped = Some(Skipped::NoRows);
        }
        report.range = range(layout, report.heading, last);
        Ok(())
    }

    /// What each column stands for, and the report of it.
    fn columns(
        &mut self,
        head: &[Row<'_>],
        layout: &Layout<'_>,
        above: &[String],
        report: &mut SheetReport,
    ) -> Columns {
        let (top, bottom) = (head[layout.rows.0].number, head[layout.rows.1].number);
        let mut columns = columns(
            layout,
            &Told {
                sheet: self.name,
                row: bottom,
                mapping: &report.mapping,
                above,
            },
        );
        report.shape = layout.shape;
        report.heading = (top + 1, bottom + 1);
        report.columns = std::mem::take(&mut columns.reports);
        self.import.notes.append(&mut columns.notes);
        columns
    }

    /// Settles what the rows are read by; nothing if the heading does not allow it.
    fn settle<'t>(
        &mut self,
        head: &[Row<'_>],
        layout: &Layout<'_>,
        columns: Columns,
        mapping: &'t Mapping,
        report: &SheetReport,
    ) -> Option<Table<'t>>
    where
        's: 't,
    {
        let bottom = &head[layout.rows.1];
        let known = Known {
            year: report.year,
            month: report.month,
            from_1904: self.from_1904,
        };
        self.lacks(layout, &columns, report, bottom);
        let across = self.across(layout, &columns, known, bottom.number);
        for row in &head[layout.rows.0..=layout.rows.1] {
            self.excerpt.keep(row);
        }
        let across = across.filter(|_| !self.has_errors())?;
        let fields = match layout.shape {
            Shape::List => columns.fields.clone(),
            Shape::Days | Shape::Months => grid::fields(&columns),
        };
        Some(Table {
            shared: Shared {
                file: FileId(0),
                mapping,
                names: self.reading.names,
                columns: fields,
            },
            across,
            known,
            shape: layout.shape,
            headings: layout.headings.iter().map(layout::Heading::text).collect(),
            columns,
        })
    }

    /// Whether an error in this sheet has been noted.
    fn has_errors(&self) -> bool {
        self.import.notes.iter().any(|note| {
            let cell = note.cell.as_ref();
            let here = cell.is_some_and(|cell| cell.sheet == self.name);
            here && note.code.level() == Level::Error
        })
    }
}

/// A table as `A3:H20`, from its heading to its last row.
fn range(layout: &Layout<'_>, heading: (u32, u32), last: Option<u32>) -> String {
    let side = |heading: Option<&layout::Heading<'_>>| letters(heading.map_or(0, |h| h.column));
    format!(
        "{}{}:{}{}",
        side(layout.headings.first()),
        heading.0,
        side(layout.headings.last()),
        last.unwrap_or(heading.1),
    )
}
