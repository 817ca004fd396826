//! One sheet: what it is, then its rows in one pass.

use calamine::Dimensions;
use luoshi_diagnostics::{Code, FileId, Note, SheetCell};

use super::super::Import;
use super::super::cells::Cells;
use super::super::mapping::Mapping;
use super::super::names::Names;
use super::super::rejection::Rejection;
use super::super::row::Shared;
use super::super::sheets::{AsideWhy, Shape, SheetReport, Skipped, Taken};
use super::aside::{is_note, is_total, put};
use super::book::{Row, Rows};
use super::columns::{Columns, Told, columns, letters};
use super::days::Known;
use super::excerpt::Excerpt;
use super::grid::{self, Across};
use super::layout::{self, LOOKED_AT, Layout};
use super::list;
use super::merges::Filler;
use super::seen::Seen;
use super::title::{self, Title};
use super::{Reading, passed_over};
use crate::fault::Reason;
use crate::field::Field;
use crate::kind::Kind;
use crate::record::Record;

/// Duties that a message names.
const DUTIES_SHOWN: usize = 8;

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

impl Sheet<'_> {
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
        let Some(layout) = layout::find(&head, self.merges, &mapping) else {
            report.skipped = Some(Skipped::NoTable);
            return Ok(report);
        };
        if head.len() == layout.rows.1 + 1 && head.len() < LOOKED_AT {
            report.skipped = Some(Skipped::NoRows);
            return Ok(report);
        }
        let above = head[..layout.rows.0].iter().flat_map(|row| &row.cells);
        let above: Vec<String> = above.map(|held| held.value.text().into_owned()).collect();
        let title = title::read(self.name, &above, self.reading.names);
        let mapping = told(mapping, &title, self.reading.names, &mut report);
        let bottom = &head[layout.rows.1];
        let mut columns = columns(
            &layout,
            &Told {
                sheet: self.name,
                row: bottom.number,
                mapping: &mapping,
                above: &above,
            },
        );
        report.shape = layout.shape;
        report.heading = (head[layout.rows.0].number + 1, bottom.number + 1);
        report.columns = std::mem::take(&mut columns.reports);
        report.mapping = mapping;
        self.import.notes.append(&mut columns.notes);
        let known = Known {
            year: report.year,
            month: report.month,
            from_1904: self.from_1904,
        };
        self.lacks(&layout, &columns, &report, bottom);
        let across = self.across(&layout, &columns, known, bottom.number);
        let wrong = self.import.notes.iter().any(|note| {
            let here = note
                .cell
                .as_ref()
                .is_some_and(|cell| cell.sheet == self.name);
            here && note.code.level() == luoshi_diagnostics::Level::Error
        });
        for row in &head[layout.rows.0..=layout.rows.1] {
            self.excerpt.keep(row);
        }
        let Some(across) = across.filter(|_| !wrong) else {
            report.skipped = Some(Skipped::Refused);
            return Ok(report);
        };
        let unclear = self.duty_unclear(&title, &columns, &report);
        let before = self.import.records.len();
        let mapping = report.mapping.clone();
        let table = Table {
            shared: Shared {
                file: FileId(0),
                mapping: &mapping,
                names: self.reading.names,
                columns: match layout.shape {
                    Shape::List => columns.fields.clone(),
                    Shape::Days | Shape::Months => grid::fields(&columns),
                },
            },
            across,
            known,
            shape: layout.shape,
            headings: layout.headings.iter().map(layout::Heading::text).collect(),
            columns,
        };
        let below = head.into_iter().skip(layout.rows.1 + 1).map(Ok);
        let last = self.rows(below.chain(rows), &table, &mut report)?;
        if unclear {
            // The rows were read all the same: one run tells all that is wrong with them.
            self.import.records.truncate(before);
            report.records = 0;
        }
        if last.is_none() {
            report.skipped = Some(Skipped::NoRows);
        }
        let last = last.unwrap_or(report.heading.1);
        let side = |heading: Option<&layout::Heading<'_>>| letters(heading.map_or(0, |h| h.column));
        report.range = format!(
            "{}{}:{}{last}",
            side(layout.headings.first()),
            report.heading.0,
            side(layout.headings.last()),
        );
        Ok(report)
    }

    /// The mapping for this sheet: what the user says, over what was saved for such a sheet.
    fn mapping(&self, head: &[Row<'_>]) -> (Mapping, Option<usize>) {
        let own = self.reading.mapping.for_sheet(self.name);
        for (place, saved) in self.reading.saved.iter().enumerate() {
            let Some(sheet) = saved.of_sheet(self.name) else {
                continue;
            };
            let all = own.over(&saved.for_sheet(self.name));
            let fits = sheet.skip || self.fits(head, sheet, &all);
            if fits {
                return (all, Some(place));
            }
        }
        (own, None)
    }

    /// Whether every heading of a saved mapping is in the sheet.
    fn fits(&self, head: &[Row<'_>], sheet: &Mapping, all: &Mapping) -> bool {
        let Some(layout) = layout::find(head, self.merges, all) else {
            return false;
        };
        let only = |heading: &String, field: Field| Mapping {
            columns: [(heading.clone(), field)].into(),
            ..Mapping::default()
        };
        sheet.columns.iter().all(|(heading, field)| {
            let one = only(heading, *field);
            let mut headings = layout.headings.iter();
            headings.any(|h| one.field(&h.text()).is_some())
        })
    }

    /// Notes what a table cannot do without.
    fn lacks(
        &mut self,
        layout: &Layout<'_>,
        columns: &Columns,
        report: &SheetReport,
        bottom: &Row<'_>,
    ) {
        let cell = SheetCell {
            sheet: self.name.to_owned(),
            row: bottom.number,
            column: layout.headings.first().map_or(0, |h| h.column),
        };
        let mut lack = |note: Note| {
            let mut note = note;
            note.cell = Some(cell.clone());
            self.import.notes.push(note);
        };
        let missing = |field: Field| {
            Note::new(Code::HeadingMissing)
                .arg("field", field.key())
                .arg("name", field.zh())
        };
        let has = |field: Field| columns.has(field) || report.mapping.defaults.contains_key(&field);
        if !has(Field::Kind) && report.mapping.kind.is_none() {
            lack(missing(Field::Kind));
        }
        if layout.shape == Shape::List {
            if !has(Field::Date) {
                lack(missing(Field::Date));
            }
            return;
        }
        if !has(Field::Actor) && !has(Field::Subject) {
            let people = report.columns.iter().find(|c| c.taken == Taken::Names);
            // That the names are not needed would be no comfort here.
            self.import.notes.retain(|note| {
                let here = note.cell.as_ref().is_some_and(|c| c.sheet == self.name);
                !(here && note.code == Code::NamesDropped)
            });
            let mut lack = |note: Note| {
                let mut note = note;
                note.cell = Some(cell.clone());
                self.import.notes.push(note);
            };
            lack(match people {
                Some(people) => Note::new(Code::StaffMissing)
                    .arg("sheet", self.name)
                    .arg("heading", people.heading.as_str()),
                None => missing(Field::Actor),
            });
        }
    }

    /// The days or months across, or a rejection of the heading that is none.
    fn across(
        &mut self,
        layout: &Layout<'_>,
        columns: &Columns,
        known: Known,
        row: u32,
    ) -> Option<Vec<Across>> {
        if layout.shape == Shape::List {
            return Some(Vec::new());
        }
        match grid::across(layout, columns, known) {
            Ok(across) => Some(across),
            Err((column, value, reason)) => {
                self.import.rejected.push(Rejection {
                    row: row as usize + 1,
                    column: Field::Date.zh().to_owned(),
                    value,
                    suggestion: String::new(),
                    reason,
                    limit: 0,
                    place: None,
                    first: None,
                    cell: Some(SheetCell {
                        sheet: self.name.to_owned(),
                        row,
                        column,
                    }),
                    first_cell: None,
                });
                None
            }
        }
    }

    /// Refuses records that would count for no duty and could only be withdrawn one by one; some
    /// kinds need none.
    fn duty_unclear(&mut self, title: &Title, columns: &Columns, report: &SheetReport) -> bool {
        let free = matches!(
            report.mapping.kind,
            Some(Kind::Incident | Kind::Correction | Kind::Decision | Kind::Appeal)
        );
        let told = report.mapping.duty.is_some()
            || columns.has(Field::Duty)
            || report.mapping.defaults.contains_key(&Field::Duty);
        let names = self.reading.names;
        if free || told || names.duties.is_empty() {
            return false;
        }
        let of_kind = report
            .mapping
            .kind
            .and_then(|kind| names.of_kind.get(&kind));
        let of_kind: Vec<&String> = of_kind
            .into_iter()
            .flatten()
            .map(|(_, name)| name)
            .collect();
        let alike = title.near.iter().filter(|name| of_kind.contains(name));
        let others = of_kind
            .iter()
            .copied()
            .filter(|name| !title.near.contains(name));
        let near: Vec<String> = alike.chain(others).take(DUTIES_SHOWN).cloned().collect();
        self.import.notes.push(
            Note::new(Code::DutyUnclear)
                .arg("sheet", self.name)
                .arg("near", if near.is_empty() { "no" } else { "yes" })
                .arg("suggestion", near),
        );
        true
    }

    /// Reads the rows below the heading; the last one that was a record or should have been, as
    /// people count.
    fn rows<'a>(
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

/// The mapping with what the title says, and the report of it.
fn told(mapping: Mapping, title: &Title, names: &Names, report: &mut SheetReport) -> Mapping {
    report.kind_from_title = mapping.kind.is_none() && title.kind.is_some();
    let kind = mapping.kind.or(title.kind);
    // One duty told for a whole workbook is not meant for its sheets of another kind.
    let meant = |duty: &String| kind.is_none_or(|kind| names.serves(duty, kind));
    let duty = mapping.duty.clone().filter(meant);
    let mapping = Mapping {
        kind,
        duty: duty.or_else(|| title.duty.clone()),
        ..mapping
    };
    report.kind = mapping.kind;
    report.duty.clone_from(&mapping.duty);
    report.year = title.year.or(mapping.year);
    report.month = title.month.or(mapping.month);
    mapping
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
