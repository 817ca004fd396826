//! Tables.

use luoshi_layout::{Cell, Column, ColumnStand, Inline, Table, text_of};
use pulldown_cmark::Alignment;

/// A table that is being read.
pub(super) struct Rows {
    caption: Option<String>,
    columns: Vec<Column>,
    rows: Vec<Vec<Cell>>,
}

impl Rows {
    pub(super) fn new(caption: Option<String>, alignments: &[Alignment]) -> Rows {
        let column = |alignment: &Alignment| Column {
            stand: match alignment {
                Alignment::None | Alignment::Left => ColumnStand::Left,
                Alignment::Center => ColumnStand::Centre,
                Alignment::Right => ColumnStand::Right,
            },
            share: None,
        };
        Rows {
            caption,
            columns: alignments.iter().map(column).collect(),
            rows: Vec::new(),
        }
    }

    pub(super) fn row(&mut self) {
        self.rows.push(Vec::new());
    }

    /// A cell from its lines.
    pub(super) fn cell(&mut self, lines: Vec<Vec<Inline>>) {
        let mut text: Vec<Inline> = Vec::new();
        let empty = |line: &Vec<Inline>| text_of(line).trim().is_empty();
        let room = lines.len() > 1 && lines.iter().all(empty);
        for line in lines {
            // A wide blank is as high as a line, and stays when the cell is written on by hand.
            let line = if room {
                vec![Inline::plain("\u{3000}")]
            } else {
                line
            };
            if let Some(last) = text.last_mut() {
                last.text.push('\n');
            }
            text.extend(line);
        }
        if let Some(row) = self.rows.last_mut() {
            row.push(Cell { text, span: 1 });
        }
    }

    /// Whether a line of the source has more cells than there are columns; the parser drops those.
    pub(super) fn overflows(&self, line: &str) -> bool {
        let line = line.trim();
        let mut cells = 1;
        let mut escaped = false;
        let inner = line.strip_prefix('|').unwrap_or(line);
        let mut last_bar = false;
        for byte in inner.bytes() {
            last_bar = byte == b'|' && !escaped;
            cells += usize::from(last_bar);
            escaped = byte == b'\\' && !escaped;
        }
        cells - usize::from(last_bar) > self.columns.len()
    }

    /// The table; every row with as many cells as there are columns, and no head if that is empty.
    pub(super) fn done(mut self) -> Table {
        let width = self.columns.len();
        for row in &mut self.rows {
            row.resize_with(width, || Cell {
                text: Vec::new(),
                span: 1,
            });
        }
        let empty = |row: &Vec<Cell>| row.iter().all(|cell| cell.text.is_empty());
        let headless = self.rows.first().is_some_and(empty);
        if headless {
            self.rows.remove(0);
        }
        Table {
            caption: self.caption,
            columns: self.columns,
            head_rows: usize::from(!headless),
            rows: self.rows,
        }
    }
}
