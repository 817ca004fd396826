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

/// Twips of half a character in a cell.
const HALF_CELL: i32 = CELL_SIZE as i32 * 10 / 2;

/// The widths of the columns, in twips; together exactly the given width. No column is narrower than its
/// longest word or number, as long as all of them fit.
#[must_use]
pub fn column_widths(table: &Table, width: i32) -> Vec<i32> {
    let needs = shares(table);
    let floors = floors(table);
    let mut fixed = vec![false; floors.len()];
    if floors.iter().sum::<i32>() > width {
        return divided(&needs, width);
    }
    // Each round fixes at least one column, or none is too narrow any more.
    loop {
        let taken: i32 = (0..fixed.len())
            .filter(|at| fixed[*at])
            .map(|at| floors[at])
            .sum();
        let open = |at: &usize| !fixed[*at];
        let free: Vec<usize> = (0..fixed.len()).filter(open).collect();
        let wanted: Vec<i64> = free.iter().map(|at| needs[*at]).collect();
        let parts = divided(&wanted, width - taken);
        let narrow: Vec<usize> = free
            .iter()
            .zip(&parts)
            .filter(|(at, part)| **part < floors[**at])
            .map(|(at, _)| *at)
            .collect();
        if narrow.is_empty() {
            let mut widths = floors.clone();
            free.iter()
                .zip(parts)
                .for_each(|(at, part)| widths[*at] = part);
            return widths;
        }
        narrow.into_iter().for_each(|at| fixed[at] = true);
    }
}

/// What the longest run of letters and figures of each column needs: it should not be broken.
fn floors(table: &Table) -> Vec<i32> {
    let mut floors = vec![0; table.columns.len()];
    for row in &table.rows {
        let mut at = 0;
        for cell in row {
            let span = cell.span.max(1);
            if let (1, Some(floor)) = (span, floors.get_mut(at)) {
                let text = text_of(&cell.text);
                let joined = |c: char| c.is_ascii_graphic() && c != ',';
                let runs = text.split(|c| !joined(c)).map(str::len);
                let longest = runs.max().unwrap_or(0).min(WIDEST);
                let longest = i32::try_from(longest).unwrap_or(0);
                *floor = (*floor).max(longest * HALF_CELL + 2 * CELL_MARGIN);
            }
            at = at.saturating_add(span);
        }
    }
    floors
}

/// A width divided by needs; together exactly the width.
fn divided(needs: &[i64], width: i32) -> Vec<i32> {
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
