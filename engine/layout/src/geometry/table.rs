//! How wide the columns of a table are.

use super::half_cells_of;
use crate::document::{Table, text_of};

/// The type size in cells, half points: 小四. No figure in the standard.
pub const CELL_SIZE: u32 = 24;

/// From the border of a cell to its text, on either side.
pub const CELL_MARGIN: i32 = 57;

/// Half characters: a column is never taken to need more, since its text can wrap.
const WIDEST: usize = 40;

/// Half characters: a column without content still takes in a word by hand.
const NARROWEST: usize = 4;

/// The widths of the columns, in twips; together exactly the given width.
#[must_use]
pub fn column_widths(table: &Table, width: i32) -> Vec<i32> {
    let needs = shares(table);
    let total: i64 = needs.iter().sum::<i64>().max(1);
    let mut before = 0;
    let mut sum = 0;
    needs
        .iter()
        .map(|need| {
            sum += need;
            let edge = i32::try_from(i64::from(width) * sum / total).unwrap_or(width);
            let column = edge - before;
            before = edge;
            column
        })
        .collect()
}

/// What each column asks for. Columns that name a share divide the width by it; the others take what their content
/// needs, measured in the same way if no column names a share, else as their part of the average.
fn shares(table: &Table) -> Vec<i64> {
    let needs = content(table);
    let named: i64 = table
        .columns
        .iter()
        .filter_map(|c| c.share)
        .map(i64::from)
        .sum();
    let count = table.columns.iter().filter(|c| c.share.is_some()).count();
    let open: i64 = needs
        .iter()
        .zip(&table.columns)
        .filter(|(_, c)| c.share.is_none())
        .map(|(need, _)| *need)
        .sum();
    let (Ok(named_count), Ok(open_count)) = (
        i64::try_from(count),
        i64::try_from(table.columns.len() - count),
    ) else {
        return needs;
    };
    if named_count == 0 {
        return needs;
    }
    // Scaled so that whole numbers lose nothing: share · named_count · open, against named · open_count · need.
    needs
        .iter()
        .zip(&table.columns)
        .map(|(need, column)| match column.share {
            Some(share) => i64::from(share).max(1) * named_count * open.max(1),
            None => named.max(1) * open_count * need,
        })
        .collect()
}

/// The widest line of each column in half characters, cells that span several columns left out.
fn content(table: &Table) -> Vec<i64> {
    let mut widest = vec![NARROWEST; table.columns.len()];
    for row in &table.rows {
        let mut at = 0;
        for cell in row {
            let span = cell.span.max(1);
            if let (1, Some(column)) = (span, widest.get_mut(at)) {
                let text = text_of(&cell.text);
                let line = text.lines().map(half_cells_of).max().unwrap_or(0);
                *column = (*column).max(line.min(WIDEST) + 1);
            }
            at = at.saturating_add(span);
        }
    }
    widest
        .into_iter()
        .map(|w| i64::try_from(w).unwrap_or(1))
        .collect()
}
