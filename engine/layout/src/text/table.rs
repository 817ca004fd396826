//! Tables as text: columns side by side.

use super::lines::{Lines, WIDTH, pieces};
use crate::document::{Cell, ColumnStand, Table, text_of};
use crate::geometry::{column_widths, half_cells_of};

/// What stands between two columns.
const BETWEEN: &str = " | ";

/// A table with its caption. A cell takes as many lines as it needs.
pub(super) fn table(lines: &mut Lines, table: &Table) {
    if let Some(caption) = &table.caption {
        lines.centred(caption);
    }
    let count = table.columns.len();
    if count == 0 {
        return;
    }
    let between = BETWEEN.len() * (count - 1);
    // A table of very many columns is wider than the page rather than unreadable.
    let room = WIDTH.saturating_sub(between).max(count * 4);
    let widths: Vec<usize> = column_widths(table, i32::try_from(room).unwrap_or(i32::MAX))
        .into_iter()
        .map(|width| usize::try_from(width).unwrap_or(0).max(2))
        .collect();
    lines.rule();
    for (at, cells) in table.rows.iter().enumerate() {
        row(lines, cells, table, &widths);
        if at + 1 == table.head_rows {
            lines.rule();
        }
    }
    lines.rule();
}

/// A piece of a row: the lines of a cell, where they stand, how wide it is.
struct Column {
    lines: Vec<String>,
    stand: ColumnStand,
    width: usize,
}

fn row(lines: &mut Lines, cells: &[Cell], table: &Table, widths: &[usize]) {
    let columns = columns(cells, table, widths);
    let height = columns.iter().map(|c| c.lines.len()).max().unwrap_or(0);
    for at in 0..height {
        let parts: Vec<String> = columns.iter().map(|column| padded(column, at)).collect();
        lines.line(&parts.join(BETWEEN));
    }
}

fn columns(cells: &[Cell], table: &Table, widths: &[usize]) -> Vec<Column> {
    let mut at = 0;
    let mut columns = Vec::with_capacity(cells.len());
    for cell in cells {
        let Some(column) = table.columns.get(at) else {
            break;
        };
        let span = cell.span.clamp(1, widths.len() - at);
        let width = widths[at..at + span].iter().sum::<usize>() + BETWEEN.len() * (span - 1);
        let text = text_of(&cell.text);
        columns.push(Column {
            lines: text
                .split('\n')
                .flat_map(|line| pieces(line, width, width))
                .collect(),
            stand: column.stand,
            width,
        });
        at += span;
    }
    columns
}

/// A line of a cell, filled up with spaces to its width.
fn padded(column: &Column, at: usize) -> String {
    let text = column.lines.get(at).map_or("", String::as_str);
    let space = column.width.saturating_sub(half_cells_of(text));
    let before = match column.stand {
        ColumnStand::Left => 0,
        ColumnStand::Centre => space / 2,
        ColumnStand::Right => space,
    };
    format!("{}{text}{}", " ".repeat(before), " ".repeat(space - before))
}
