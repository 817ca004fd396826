//! 正文.

use luoshi_layout::geometry::{CELL_MARGIN, CELL_SIZE, column_widths};
use luoshi_layout::{Block, Cell as TableCell, Column, ColumnStand, Inline, Stand, Table, text_of};

use super::{Desk, points, text_piece};
use crate::fonts::Role;
use crate::paper::{Cell, Piece, Row};

/// Lines of a cell: half a page on its side.
const LONG: usize = 12;

/// The pieces of blocks in a type area of this width, in twips.
pub(super) fn body(desk: &mut Desk<'_, '_>, blocks: &[Block], width: i32) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for block in blocks {
        match block {
            Block::Heading { level, label, text } => {
                pieces.push(heading(desk, *level, label, text));
            }
            Block::Paragraph { stand, text } => pieces.push(paragraph(desk, *stand, text)),
            Block::Table(table) => pieces.extend(tabled(desk, table, width)),
            Block::Blank => pieces.push(Piece::Blank { lines: 1 }),
            Block::PageBreak => pieces.push(Piece::NewPage),
        }
    }
    pieces
}

/// 黑体, 楷体, then as the body (7.3.3).
fn heading(desk: &mut Desk<'_, '_>, level: u8, label: &str, text: &[Inline]) -> Piece {
    let role = match level {
        1 => Role::Heading,
        2 => Role::Second,
        _ => Role::Body,
    };
    let mut runs = desk.pen.plain(label, role);
    runs.extend(desk.pen.runs(text, role));
    text_piece("body", Some(role.word()), true, runs)
}

fn paragraph(desk: &mut Desk<'_, '_>, stand: Stand, text: &[Inline]) -> Piece {
    text_piece(
        match stand {
            Stand::Body => "body",
            Stand::Flush => "flush",
            Stand::Centre => "centre",
            Stand::Right => "right",
        },
        None,
        false,
        desk.pen.runs(text, Role::Body),
    )
}

/// A table under its caption.
fn tabled(desk: &mut Desk<'_, '_>, table: &Table, width: i32) -> Vec<Piece> {
    let mut pieces = Vec::new();
    if let Some(caption) = &table.caption {
        pieces.push(text_piece(
            "centre",
            Some(Role::Heading.word()),
            true,
            desk.pen.plain(caption, Role::Heading),
        ));
    }
    if table.columns.is_empty() || table.rows.is_empty() {
        return pieces;
    }
    let widths = column_widths(table, width);
    let mut rows = Vec::with_capacity(table.rows.len());
    for (at, row) in table.rows.iter().enumerate() {
        let head = at < table.head_rows;
        rows.push(cells(
            desk,
            row,
            &Grid {
                columns: &table.columns,
                widths: &widths,
                head,
            },
        ));
    }
    let body = rows.split_off(table.head_rows.min(rows.len()));
    pieces.push(Piece::Table {
        widths: widths.into_iter().map(points).collect(),
        head: rows,
        rows: body,
    });
    pieces
}

struct Grid<'a> {
    columns: &'a [Column],
    widths: &'a [i32],
    head: bool,
}

impl Grid<'_> {
    /// The width of a cell, in twips.
    fn width(&self, at: usize, span: usize) -> i32 {
        self.widths[at..at + span].iter().sum()
    }
}

/// The cells of a row. A span that reaches beyond the last column ends there, and columns without a cell get an empty one.
fn cells(desk: &mut Desk<'_, '_>, row: &[TableCell], grid: &Grid<'_>) -> Row {
    let mut at = 0;
    let mut breakable = false;
    let mut cells = Vec::new();
    for cell in row {
        let left = grid.columns.len() - at;
        if left == 0 {
            break;
        }
        let span = cell.span.clamp(1, left);
        breakable |= long(&cell.text, grid.width(at, span));
        cells.push(celled(desk, &cell.text, at, span, grid));
        at += span;
    }
    for at in at..grid.columns.len() {
        cells.push(celled(desk, &[], at, 1, grid));
    }
    Row { breakable, cells }
}

/// One cell. Heads, and what spans the whole table, are centred.
fn celled(
    desk: &mut Desk<'_, '_>,
    text: &[Inline],
    at: usize,
    span: usize,
    grid: &Grid<'_>,
) -> Cell {
    let whole = span > 1 && span == grid.columns.len();
    let stand = match grid.columns[at].stand {
        _ if grid.head || whole => "centre",
        ColumnStand::Left => "left",
        ColumnStand::Centre => "centre",
        ColumnStand::Right => "right",
    };
    let role = if grid.head { Role::Heading } else { Role::Body };
    Cell {
        span,
        stand,
        face: grid.head.then(|| role.word()),
        runs: desk.pen.runs(text, role),
    }
}

/// Whether a text fills more than about half a page in a column of this width: then its row may go on on the next page.
fn long(text: &[Inline], width: i32) -> bool {
    let size = i32::try_from(CELL_SIZE).unwrap_or(24) * 10;
    let room = usize::try_from((width - 2 * CELL_MARGIN) / size)
        .unwrap_or(0)
        .max(1);
    let lines: usize = text_of(text)
        .lines()
        .map(|line| line.chars().count() / room + 1)
        .sum();
    lines > LONG
}
