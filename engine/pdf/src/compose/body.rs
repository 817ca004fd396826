//! 正文.

use luoshi_layout::geometry::column_widths;
use luoshi_layout::{Block, Cell as TableCell, ColumnStand, Inline, Stand, Table};

use super::{Desk, points};
use crate::fonts::Role;
use crate::paper::{Cell, Piece};

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
    Piece::Paragraph {
        stand: "body",
        face: Some(role.word()),
        keep: true,
        runs,
    }
}

fn paragraph(desk: &mut Desk<'_, '_>, stand: Stand, text: &[Inline]) -> Piece {
    Piece::Paragraph {
        stand: match stand {
            Stand::Body => "body",
            Stand::Flush => "flush",
            Stand::Centre => "centre",
            Stand::Right => "right",
        },
        face: None,
        keep: false,
        runs: desk.pen.runs(text, Role::Body),
    }
}

/// A table under its caption.
fn tabled(desk: &mut Desk<'_, '_>, table: &Table, width: i32) -> Vec<Piece> {
    let mut pieces = Vec::new();
    if let Some(caption) = &table.caption {
        pieces.push(Piece::Paragraph {
            stand: "centre",
            face: Some(Role::Heading.word()),
            keep: true,
            runs: desk.pen.plain(caption, Role::Heading),
        });
    }
    let mut rows: Vec<Vec<Cell>> = table.rows.iter().map(|row| cells(desk, table, row)).collect();
    let body = rows.split_off(table.head_rows.min(rows.len()));
    pieces.push(Piece::Table {
        widths: column_widths(table, width).into_iter().map(points).collect(),
        head: rows,
        rows: body,
    });
    pieces
}

/// The cells of a row. One that spans several columns stands as the first of them does.
fn cells(desk: &mut Desk<'_, '_>, table: &Table, row: &[TableCell]) -> Vec<Cell> {
    let mut at = 0;
    let mut cells = Vec::new();
    for cell in row {
        let Some(column) = table.columns.get(at) else {
            break;
        };
        let span = cell.span.clamp(1, table.columns.len() - at);
        cells.push(Cell {
            span,
            stand: match column.stand {
                ColumnStand::Left => "left",
                ColumnStand::Centre => "centre",
                ColumnStand::Right => "right",
            },
            runs: desk.pen.runs(&cell.text, Role::Body),
        });
        at += span;
    }
    cells
}
