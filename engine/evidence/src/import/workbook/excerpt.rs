//! The rows of a sheet that messages show, as a text in which the row of the sheet is the line.

use std::collections::BTreeMap;

use luoshi_diagnostics::{FileId, Place, SheetCell, Sources};

use super::book::Row;
use crate::fault::shorten;
use crate::personal::find_personal;

/// What stands between two cells.
const BETWEEN: &str = " | ";

/// The rows that messages speak of.
#[derive(Debug, Default)]
pub(super) struct Excerpt {
    rows: BTreeMap<u32, Line>,
}

#[derive(Debug, Default)]
struct Line {
    text: String,
    /// Column, first byte, byte after the last.
    cells: Vec<(u32, usize, usize)>,
}

impl Excerpt {
    /// Keeps a row.
    pub(super) fn keep(&mut self, row: &Row<'_>) {
        if self.rows.contains_key(&row.number) {
            return;
        }
        let mut line = Line::default();
        for held in row.cells.iter().filter(|held| held.own) {
            if !line.text.is_empty() {
                line.text.push_str(BETWEEN);
            }
            let start = line.text.len();
            line.text.push_str(&shown(&held.value.text()));
            line.cells.push((held.column, start, line.text.len()));
        }
        self.rows.insert(row.number, line);
    }

    /// Lays the rows out as a text, and says where each cell stands in it.
    pub(super) fn settle(self, name: &str, sources: &mut Sources) -> Settled {
        let mut text = String::new();
        let mut starts = BTreeMap::new();
        let mut lines = 0;
        for (number, line) in &self.rows {
            while lines < *number {
                text.push('\n');
                lines += 1;
            }
            starts.insert(*number, text.len());
            text.push_str(&line.text);
        }
        Settled {
            file: sources.add(name, text),
            rows: self.rows,
            starts,
        }
    }
}

/// An excerpt in its place.
pub(super) struct Settled {
    file: FileId,
    rows: BTreeMap<u32, Line>,
    starts: BTreeMap<u32, usize>,
}

impl Settled {
    /// Where a cell stands; a blank one, where it would stand.
    pub(super) fn place(&self, cell: &SheetCell) -> Place {
        let start = self.starts.get(&cell.row).copied().unwrap_or(0);
        let cells = self.rows.get(&cell.row).map_or(&[][..], |line| &line.cells);
        let found = cells.iter().find(|(column, _, _)| *column >= cell.column);
        let (from, to) = match found {
            Some((column, from, to)) if *column == cell.column => (*from, *to),
            Some((_, from, _)) => (*from, *from),
            None => cells.last().map_or((0, 0), |(_, _, to)| (*to, *to)),
        };
        Place {
            file: self.file,
            start: start + from,
            end: start + to,
        }
    }
}

/// A cell on one line; a personal number in a column that is not even imported is hidden, too.
fn shown(text: &str) -> String {
    let text = match find_personal(text) {
        None => text.to_owned(),
        Some(_) => text
            .chars()
            .map(|c| match c {
                '0'..='9' => '*',
                '０'..='９' => '＊',
                other => other,
            })
            .collect(),
    };
    shorten(&text)
}
