//! One cell or line that cannot become part of a record.

use luoshi_diagnostics::{Code, FileId, Note, Place, SheetCell};

use super::names::UnknownName;
use crate::fault::{Fault, Reason, WithArgs, fault_args};

/// Why a row was rejected. A row may have several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejection {
    /// The line of the file in which the row begins, or the row of the sheet; from 1.
    pub row: usize,
    /// The heading of the column as it was typed, or the key of the field.
    pub column: String,
    /// What stood in the cell; empty if it is personal data.
    pub value: String,
    /// The nearest name that exists, or nothing.
    pub suggestion: String,
    /// What is wrong with it.
    pub reason: Reason,
    /// The limit of which a [`Reason::Long`] or [`Reason::Many`] speaks.
    pub limit: usize,
    /// The cell, or the line if the cell is not there.
    pub place: Option<Place>,
    /// Where the id was used first, if it is used twice.
    pub first: Option<Place>,
    /// The cell of a workbook, for a copy of it in which it is marked.
    pub cell: Option<SheetCell>,
    /// Where in a workbook the id was used first, if it is used twice.
    pub first_cell: Option<SheetCell>,
}

impl Rejection {
    /// The code of its note.
    #[must_use]
    pub fn code(&self) -> Code {
        match self.first_cell {
            Some(_) => Code::RowRepeated,
            None => self.reason.code(),
        }
    }

    /// The same as a note.
    #[must_use]
    pub fn note(&self) -> Note {
        let mut note = Note::new(self.code());
        note.place.clone_from(&self.place);
        note.cell.clone_from(&self.cell);
        if let Some(first) = &self.first_cell {
            return note
                .arg("id", self.value.as_str())
                .arg("sheet", first.sheet.as_str())
                .arg("row", i64::from(first.row) + 1);
        }
        if self.reason == Reason::Repeated {
            let note = note.arg("id", self.value.as_str());
            return match &self.first {
                Some(first) => note.and(first.clone(), "record-duplicate-first"),
                None => note,
            };
        }
        note.args(fault_args(
            self.reason,
            &self.column,
            &self.value,
            &self.suggestion,
            self.limit,
        ))
    }

    pub(super) fn of_fault(fault: Fault, row: usize, file: FileId) -> Rejection {
        let personal = matches!(fault.reason, Reason::Personal(_));
        Rejection {
            row,
            column: fault.field,
            value: if personal { String::new() } else { fault.value },
            suggestion: fault.suggestion,
            reason: fault.reason,
            limit: fault.limit,
            place: Some(Place {
                file,
                start: fault.start,
                end: fault.end,
            }),
            first: None,
            cell: None,
            first_cell: None,
        }
    }

    pub(super) fn of_name(unknown: UnknownName, row: usize, cell: (&str, Place)) -> Rejection {
        Rejection {
            row,
            column: cell.0.to_owned(),
            value: unknown.value,
            suggestion: unknown.suggestion,
            reason: Reason::Name,
            limit: 0,
            place: Some(cell.1),
            first: None,
            cell: None,
            first_cell: None,
        }
    }
}
