//! Tables and JSONL from elsewhere to records.
//!
//! Everything that does not fit is a [`Rejection`] with its cell; what to do with the rest
//! is for the caller to decide.

mod cells;
mod decode;
mod headings;
mod loose;
mod mapping;
mod names;
mod rejection;
mod row;
mod saved;
mod sheets;
mod table;
mod workbook;

use std::collections::BTreeMap;

use luoshi_diagnostics::{FileId, Note, Place};

pub use decode::{Decoded, decode};
pub use mapping::Mapping;
pub use names::Names;
pub use rejection::Rejection;
pub use saved::mapping_yaml;
pub use sheets::{Aside, AsideWhy, ColumnReport, Shape, SheetReport, Skipped, Taken};
pub(crate) use workbook::{Fit, OldBook, fit, opened};
pub use workbook::{Reading, STUMBLES, import_workbook, is_workbook};

use crate::fault::Reason;
use crate::field::Field;
use crate::jsonl::lines;
use crate::line::read_line;
use crate::raw::RawRecord;
use crate::record::Record;

/// What an import found.
#[derive(Debug, Clone, Default)]
pub struct Import {
    /// The records of the rows that are good, in their order, each with an id.
    pub records: Vec<Record>,
    /// What is wrong with the others; one row may have several.
    pub rejected: Vec<Rejection>,
    /// The headings as they were typed, and the field that each was taken for.
    pub columns: Vec<(String, Option<Field>)>,
    /// Rows of totals, which are no records.
    pub totals: u32,
    /// What concerns the table as a whole: headings that are unknown or missing.
    pub notes: Vec<Note>,
    /// Of a workbook, what became of each sheet.
    pub sheets: Vec<SheetReport>,
}

impl Import {
    /// Everything that was noticed, as notes.
    #[must_use]
    pub fn all_notes(&self) -> Vec<Note> {
        let rejected = self.rejected.iter().map(Rejection::note);
        self.notes.iter().cloned().chain(rejected).collect()
    }

    /// Takes the records over, and refuses all but the first of those with the same id:
    /// two equal rows are one event written twice or two events, and only the clerk knows.
    fn take(mut self, found: Vec<Found>) -> Import {
        let mut first: BTreeMap<String, Place> = BTreeMap::new();
        for Found { record, row, place } in found {
            let Some(earlier) = first.get(&record.id) else {
                first.insert(record.id.clone(), place);
                self.records.push(record);
                continue;
            };
            self.rejected.push(Rejection {
                row,
                column: Field::Id.key().to_owned(),
                value: record.id,
                suggestion: String::new(),
                reason: Reason::Repeated,
                limit: 0,
                place: Some(place),
                first: Some(earlier.clone()),
                cell: None,
                first_cell: None,
            });
        }
        self.rejected.sort_by_key(|rejection| rejection.row);
        self
    }
}

/// A record and where it was found.
struct Found {
    record: Record,
    row: usize,
    place: Place,
}

/// Reads a CSV text, as [`decode`] gave it, with commas, tabs or semicolons.
///
/// The heading is the first of the leading rows in which most headings are known, so that
/// a title above the table does no harm.
#[must_use]
pub fn import_csv(text: &str, file: FileId, mapping: &Mapping, names: &Names) -> Import {
    let mut import = Import::default();
    let found = table::read(text, file, mapping, names, &mut import);
    import.take(found)
}

/// Reads a JSONL text. Its names are resolved like those of a table.
#[must_use]
pub fn import_jsonl(text: &str, file: FileId, names: &Names) -> Import {
    let mut import = Import::default();
    let mut found = Vec::new();
    let mut faults = Vec::new();
    let mut raw = RawRecord::empty();
    let (mut row, mut counted) = (1, 0);
    for (start, line) in lines(text) {
        row += text[counted..start].matches('\n').count();
        counted = start;
        let read = read_line(line, start, &mut raw, &mut faults);
        for fault in faults.drain(..) {
            import.rejected.push(Rejection::of_fault(fault, row, file));
        }
        let Some(places) = read else {
            continue;
        };
        let place = |field| {
            let range = places.of(field);
            Place {
                file,
                start: range.start,
                end: range.end,
            }
        };
        let mut known = true;
        for field in [Field::Duty, Field::Subject, Field::Actor] {
            if let Err(unknown) = names.resolve_in(&mut raw, field) {
                known = false;
                let cell = (field.key(), place(field));
                import.rejected.push(Rejection::of_name(unknown, row, cell));
            }
        }
        if let Some(record) = Record::from_raw(&raw).filter(|_| known) {
            let place = place(Field::Id);
            found.push(Found { record, row, place });
        }
    }
    import.take(found)
}
