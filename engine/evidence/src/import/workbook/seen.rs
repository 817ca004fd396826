//! Ids of records that were found, and where.

#![allow(
    clippy::disallowed_types,
    reason = "looked up only, never iterated, and asked once for every row"
)]

use luoshi_diagnostics::SheetCell;
use rustc_hash::FxHashMap;

/// The ids of an import.
#[derive(Debug, Default)]
pub(super) struct Seen {
    sheets: Vec<String>,
    ids: FxHashMap<String, (usize, u32)>,
}

impl Seen {
    /// Enters an id found in a row; the cell in which it was found before, if it was.
    pub(super) fn enter(&mut self, id: &str, sheet: &str, row: u32) -> Option<SheetCell> {
        if self.sheets.last().is_none_or(|last| last != sheet) {
            self.sheets.push(sheet.to_owned());
        }
        if let Some((sheet, row)) = self.ids.get(id) {
            return Some(SheetCell {
                sheet: self.sheets.get(*sheet).cloned().unwrap_or_default(),
                row: *row,
                column: 0,
            });
        }
        self.ids.insert(id.to_owned(), (self.sheets.len() - 1, row));
        None
    }
}
