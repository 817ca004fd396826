//! What the templates are given: texts and links, no words of the model.

use luoshi_rules::Status;
use serde::Serialize;

use super::lights::Lights;

/// A numbered part of the page.
#[derive(Serialize)]
pub(super) struct Section {
    /// Its anchor.
    pub(super) id: &'static str,
    /// Its heading.
    pub(super) title: String,
    /// Paragraphs under the heading.
    pub(super) intro: Vec<String>,
    /// Markup that was written by hand, and is escaped already.
    pub(super) markup: String,
    /// Tables.
    pub(super) tables: Vec<Table>,
}

impl Section {
    pub(super) fn new(id: &'static str, title: String) -> Section {
        Section {
            id,
            title,
            intro: Vec::new(),
            markup: String::new(),
            tables: Vec::new(),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.markup.is_empty() && self.tables.is_empty()
    }
}

/// A table with a heading of its own.
#[derive(Serialize)]
pub(super) struct Table {
    /// Heading above it; empty for none.
    pub(super) title: String,
    /// Its columns: the heading, and whether figures stand in it.
    pub(super) columns: Vec<Column>,
    /// Its rows, with as many cells as there are columns.
    pub(super) rows: Vec<Row>,
    /// Whether it is folded away until somebody asks for it.
    pub(super) folded: bool,
}

#[derive(Serialize)]
pub(super) struct Column {
    pub(super) name: String,
    pub(super) figures: bool,
}

#[derive(Serialize)]
pub(super) struct Row {
    /// Its anchor; empty for none.
    pub(super) id: String,
    pub(super) cells: Vec<Cell>,
}

/// A cell: texts one after the other, each of which may be a link or a light.
#[derive(Serialize, Default)]
pub(super) struct Cell {
    pub(super) parts: Vec<Part>,
}

#[derive(Serialize, Default)]
pub(super) struct Part {
    pub(super) text: String,
    /// Anchor that it links to; empty for none.
    pub(super) to: String,
    /// Word of the status that it shows; empty for none.
    pub(super) light: &'static str,
    /// Sign of that status.
    pub(super) sign: String,
}

impl Cell {
    pub(super) fn link(text: impl Into<String>, to: String) -> Cell {
        let part = Part {
            text: text.into(),
            to,
            ..Part::default()
        };
        Cell { parts: vec![part] }
    }

    pub(super) fn light(lights: &Lights, status: Status) -> Cell {
        let part = Part {
            text: lights.word(status).to_owned(),
            light: status.word(),
            sign: lights.sign(status).to_owned(),
            ..Part::default()
        };
        Cell { parts: vec![part] }
    }

    pub(super) fn and(mut self, text: impl Into<String>, to: String) -> Cell {
        self.parts.extend(Cell::link(text, to).parts);
        self
    }
}

impl<T: Into<String>> From<T> for Cell {
    fn from(text: T) -> Cell {
        Cell::link(text, String::new())
    }
}

impl Table {
    pub(super) fn new(title: String, columns: Vec<Column>) -> Table {
        Table {
            title,
            columns,
            rows: Vec::new(),
            folded: false,
        }
    }

    pub(super) fn row(&mut self, cells: Vec<Cell>) {
        self.named_row(String::new(), cells);
    }

    pub(super) fn named_row(&mut self, id: String, cells: Vec<Cell>) {
        self.rows.push(Row { id, cells });
    }
}
