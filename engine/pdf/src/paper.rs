//! A paper as the program of the pages takes it: pieces in order, every length in points.

use std::collections::BTreeMap;

use serde::Serialize;

/// A paper.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct Paper {
    /// The title, in the file's properties.
    pub(crate) name: String,
    /// The names of the fonts in the book, by role.
    pub(crate) fonts: BTreeMap<&'static str, Vec<String>>,
    #[serde(flatten)]
    pub(crate) sheet: Sheet,
    /// Pages of one direction each.
    pub(crate) sections: Vec<Section>,
}

/// The figures of the layout.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct Sheet {
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) top: f64,
    pub(crate) right: f64,
    pub(crate) bottom: f64,
    pub(crate) left: f64,
    pub(crate) pitch: f64,
    pub(crate) spacing: f64,
    pub(crate) size: f64,
    /// Of the first line of a paragraph.
    pub(crate) indent: f64,
    pub(crate) title_size: f64,
    pub(crate) title_pitch: f64,
    pub(crate) title_weight: u16,
    pub(crate) small: f64,
    pub(crate) cell_size: f64,
    pub(crate) cell_pitch: f64,
    pub(crate) cell_margin: f64,
    /// Above and below the lines of a cell.
    pub(crate) cell_space: f64,
    /// From the top of a line to its base line, as a share of its height.
    pub(crate) baseline: f64,
    pub(crate) red: String,
    /// Year, month and day of the file's properties.
    pub(crate) date: Option<[i32; 3]>,
    /// From the edge of the type area to the page number.
    pub(crate) number_in: f64,
    /// From the bottom edge of the paper to the base line of the page number.
    pub(crate) number_up: f64,
    /// The first page that has a number.
    pub(crate) numbered_from: u32,
}

/// Pages of one direction.
#[derive(Debug, Serialize)]
pub(crate) struct Section {
    pub(crate) landscape: bool,
    pub(crate) pieces: Vec<Piece>,
}

/// A stretch of text.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(crate) enum Run {
    /// As its surroundings.
    Plain(String),
    /// Set off.
    Set {
        text: String,
        /// The font's role, if it is another.
        face: Option<&'static str>,
        /// Whether it is still open.
        open: bool,
    },
}

impl Run {
    /// What it says.
    pub(crate) fn text(&self) -> &str {
        match self {
            Run::Plain(text) | Run::Set { text, .. } => text,
        }
    }
}

/// Something on the page, in the order of the pages.
#[derive(Debug, Serialize)]
#[serde(
    tag = "kind",
    rename_all = "kebab-case",
    rename_all_fields = "kebab-case"
)]
pub(crate) enum Piece {
    Blank {
        lines: usize,
    },
    Gap {
        height: f64,
    },
    Paragraph {
        stand: &'static str,
        face: Option<&'static str>,
        /// Whether it stays on the page of what follows.
        keep: bool,
        /// Whether it may be longer than one line.
        long: bool,
        runs: Vec<Run>,
    },
    Title {
        lines: Vec<String>,
    },
    Line {
        keep: bool,
        parts: Vec<Part>,
    },
    /// A line at the top of the type area, over whatever else is there.
    Over {
        keep: bool,
        parts: Vec<Part>,
    },
    Hanging {
        first: f64,
        number_at: f64,
        left: f64,
        label: Vec<Run>,
        number: Option<String>,
        runs: Vec<Run>,
    },
    Masthead {
        name: String,
        size: f64,
        /// Width of the characters, as a share of their height.
        scale: f64,
        /// From the top of its ink to the end of its line; none if that is the end of its ink.
        height: Option<f64>,
        shown: bool,
    },
    Rule {
        thickness: f64,
        shown: bool,
    },
    DoubleRule {
        /// From the top edge of the type area; none if it follows what was before.
        top: Option<f64>,
        width: f64,
        /// The thickness of each.
        lines: [f64; 2],
        apart: f64,
        shown: bool,
    },
    Table {
        widths: Vec<f64>,
        head: Vec<Row>,
        rows: Vec<Row>,
    },
    NewPage,
    Imprint {
        /// From either edge of the type area.
        inside: f64,
        label: &'static str,
        label_width: f64,
        thick: f64,
        thin: f64,
        ruled: bool,
        copies: Option<Vec<Run>>,
        printed: Option<Printed>,
    },
}

/// Text at a place of a line: one of the two distances is given.
#[derive(Debug, Serialize)]
pub(crate) struct Part {
    pub(crate) left: Option<f64>,
    pub(crate) right: Option<f64>,
    pub(crate) runs: Vec<Run>,
}

/// A row of a table.
#[derive(Debug, Serialize)]
pub(crate) struct Row {
    /// Whether it may go on on the next page.
    pub(crate) breakable: bool,
    pub(crate) cells: Vec<Cell>,
}

/// A cell of a table.
#[derive(Debug, Serialize)]
pub(crate) struct Cell {
    pub(crate) span: usize,
    pub(crate) stand: &'static str,
    pub(crate) face: Option<&'static str>,
    pub(crate) runs: Vec<Run>,
}

/// The last line of an imprint.
#[derive(Debug, Serialize)]
pub(crate) struct Printed {
    pub(crate) by: Vec<Run>,
    pub(crate) on: Vec<Run>,
}
