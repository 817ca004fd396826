//! What a table cannot do without: a kind, days, people, a duty.

use luoshi_diagnostics::{Code, Note, SheetCell};

use super::super::super::rejection::Rejection;
use super::super::super::sheets::{Shape, SheetReport, Taken};
use super::super::book::Row;
use super::super::columns::Columns;
use super::super::days::Known;
use super::super::grid::{self, Across};
use super::super::layout::Layout;
use super::super::title::Title;
use super::Sheet;
use crate::field::Field;
use crate::kind::Kind;

/// Duties that a message names.
const DUTIES_SHOWN: usize = 8;

impl Sheet<'_> {
    /// Notes what a table cannot do without.
    pub(super) fn lacks(
        &mut self,
        layout: &Layout<'_>,
        columns: &Columns,
        report: &SheetReport,
        bottom: &Row<'_>,
    ) {
        let has = |field: Field| columns.has(field) || report.mapping.defaults.contains_key(&field);
        let mut lacking = Vec::new();
        if !has(Field::Kind) && report.mapping.kind.is_none() {
            lacking.push(missing(Field::Kind));
        }
        if layout.shape == Shape::List {
            if !has(Field::Date) {
                lacking.push(missing(Field::Date));
            }
        } else if !has(Field::Actor) && !has(Field::Subject) {
            lacking.push(self.people_missing(report));
        }
        let cell = SheetCell {
            sheet: self.name.to_owned(),
            row: bottom.number,
            column: layout.headings.first().map_or(0, |h| h.column),
        };
        self.import
            .notes
            .extend(lacking.into_iter().map(|note| Note {
                cell: Some(cell.clone()),
                ..note
            }));
    }

    /// Says that a grid does not tell whose days it shows: for want of names that are known, or at
    /// all.
    fn people_missing(&mut self, report: &SheetReport) -> Note {
        let name = self.name;
        // That the names are not needed would be no comfort here.
        self.import.notes.retain(|note| {
            let here = note.cell.as_ref().is_some_and(|c| c.sheet == name);
            !(here && note.code == Code::NamesDropped)
        });
        match report.columns.iter().find(|c| c.taken == Taken::Names) {
            Some(people) => Note::new(Code::StaffMissing)
                .arg("sheet", name)
                .arg("heading", people.heading.as_str()),
            None => missing(Field::Actor),
        }
    }

    /// The days or months across, or a rejection of the heading that is none.
    pub(super) fn across(
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
    pub(super) fn duty_unclear(
        &mut self,
        title: &Title,
        columns: &Columns,
        report: &SheetReport,
    ) -> bool {
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
}

fn missing(field: Field) -> Note {
    Note::new(Code::HeadingMissing)
        .arg("field", field.key())
        .arg("name", field.zh())
}
