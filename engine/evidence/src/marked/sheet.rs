//! A sheet with some of its cells in another format; those that are not there are added.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use luoshi_diagnostics::SheetCell;

use super::styles::Styles;
use super::xml::{Edits, Role, Tag, attribute, each_tag, with_attribute};
use super::{Cells, MarkedError};

/// Marks cells of the sheet in `text`.
pub(super) fn mark(text: &str, cells: &Cells, styles: &mut Styles) -> Result<String, MarkedError> {
    let mut marker = Marker {
        text,
        styles,
        left: BTreeMap::new(),
        edits: Edits::default(),
        columns: Vec::new(),
        row: None,
        next_row: 0,
        done: false,
    };
    for (row, column) in cells.keys() {
        marker.left.entry(*row).or_default().insert(*column);
    }
    each_tag(text, |tag| {
        marker.see(tag);
        Ok(())
    })?;
    if !marker.done {
        return Err(MarkedError::new("sheetData"));
    }
    marker.edits.apply(text)
}

struct Marker<'a> {
    text: &'a str,
    styles: &'a mut Styles,
    /// Columns of each row that are still to be marked.
    left: BTreeMap<u32, BTreeSet<u32>>,
    edits: Edits,
    /// The formats of whole columns.
    columns: Vec<(Range<u32>, u32)>,
    row: Option<Row>,
    next_row: u32,
    done: bool,
}

/// The row in which the marker is.
struct Row {
    number: u32,
    format: Option<u32>,
    next_column: u32,
    left: BTreeSet<u32>,
}

impl Marker<'_> {
    fn see(&mut self, tag: &Tag) {
        match (tag.name.as_str(), tag.role) {
            ("col", Role::Start | Role::Empty) => self.column(tag),
            ("row", Role::Start) => self.open(tag),
            ("row", Role::Empty) => {
                self.open(tag);
                self.fill_empty(tag);
            }
            ("row", Role::End) => self.close(tag),
            ("c", Role::Start | Role::Empty) => self.cell(tag),
            ("sheetData", Role::End) => {
                self.done = true;
                let rows = self.rows_before(u32::MAX, &tag.prefix);
                self.put(tag.at.start, rows);
            }
            ("sheetData", Role::Empty) => {
                self.done = true;
                let rows = self.rows_before(u32::MAX, &tag.prefix);
                let p = &tag.prefix;
                let text = format!("<{p}sheetData>{rows}</{p}sheetData>");
                self.edits.put(tag.at.clone(), text);
            }
            _ => {}
        }
    }

    fn written(&self, tag: &Tag) -> &str {
        &self.text[tag.at.clone()]
    }

    fn number(&self, tag: &Tag, name: &str) -> Option<u32> {
        attribute(self.written(tag), name)?.parse().ok()
    }

    fn put(&mut self, at: usize, text: String) {
        if !text.is_empty() {
            self.edits.put(at..at, text);
        }
    }

    fn column(&mut self, tag: &Tag) {
        let range = (
            self.number(tag, "min"),
            self.number(tag, "max"),
            self.number(tag, "style"),
        );
        if let (Some(min), Some(max), Some(format)) = range {
            self.columns.push((min.saturating_sub(1)..max, format));
        }
    }

    fn open(&mut self, tag: &Tag) {
        let number = self
            .number(tag, "r")
            .map_or(self.next_row, |n| n.saturating_sub(1));
        self.next_row = number.saturating_add(1);
        let rows = self.rows_before(number, &tag.prefix);
        self.put(tag.at.start, rows);
        self.row = Some(Row {
            number,
            format: self.number(tag, "s"),
            next_column: 0,
            left: self.left.remove(&number).unwrap_or_default(),
        });
    }

    /// A row without cells.
    fn fill_empty(&mut self, tag: &Tag) {
        let cells = self.cells_before(u32::MAX, &tag.prefix);
        if !cells.is_empty() {
            let open = self.written(tag).trim_end_matches("/>").trim_end();
            let text = format!("{open}>{cells}</{}row>", tag.prefix);
            self.edits.put(tag.at.clone(), text);
        }
        self.row = None;
    }

    fn close(&mut self, tag: &Tag) {
        let cells = self.cells_before(u32::MAX, &tag.prefix);
        self.put(tag.at.start, cells);
        self.row = None;
    }

    fn cell(&mut self, tag: &Tag) {
        let named = attribute(self.written(tag), "r").and_then(|name| column_of(&name));
        let Some(row) = &mut self.row else {
            return;
        };
        let column = named.unwrap_or(row.next_column);
        row.next_column = column.saturating_add(1);
        if row.left.is_empty() {
            return;
        }
        let wanted = row.left.remove(&column);
        let cells = self.cells_before(column, &tag.prefix);
        self.put(tag.at.start, cells);
        if wanted {
            let format = self.number(tag, "s").unwrap_or(0);
            let red = self.styles.red(format).to_string();
            let text = with_attribute(self.written(tag), "s", &red);
            self.edits.put(tag.at.clone(), text);
        }
    }

    /// Cells of the open row that are not there, up to a column.
    fn cells_before(&mut self, column: u32, prefix: &str) -> String {
        let Some(row) = &mut self.row else {
            return String::new();
        };
        let later = row.left.split_off(&column);
        let missing = std::mem::replace(&mut row.left, later);
        let (number, format) = (row.number, row.format);
        missing
            .iter()
            .map(|column| self.new_cell(number, *column, format, prefix))
            .collect()
    }

    /// Rows that are not there, up to a number.
    fn rows_before(&mut self, number: u32, prefix: &str) -> String {
        let later = self.left.split_off(&number);
        let missing = std::mem::replace(&mut self.left, later);
        let mut rows = String::new();
        for (number, columns) in missing {
            let cells = columns
                .iter()
                .map(|column| self.new_cell(number, *column, None, prefix));
            let cells: String = cells.collect();
            let r = u64::from(number) + 1;
            rows.push_str(&format!("<{prefix}row r=\"{r}\">{cells}</{prefix}row>"));
        }
        rows
    }

    fn new_cell(&mut self, row: u32, column: u32, format: Option<u32>, prefix: &str) -> String {
        let of_column = || {
            self.columns
                .iter()
                .find(|(range, _)| range.contains(&column))
        };
        let format = format.or_else(|| of_column().map(|(_, format)| *format));
        let red = self.styles.red(format.unwrap_or(0));
        format!("<{prefix}c r=\"{}\" s=\"{red}\"/>", name(row, column))
    }
}

/// `B5`, from 0.
pub(super) fn name(row: u32, column: u32) -> String {
    let sheet = String::new();
    SheetCell { sheet, row, column }.to_string()
}

/// The column of `B5`, from 0.
fn column_of(name: &str) -> Option<u32> {
    let mut letters = name.bytes().take_while(u8::is_ascii_alphabetic);
    let number = letters.try_fold(0_u32, |all, letter| {
        let digit = u32::from(letter.to_ascii_uppercase() - b'A') + 1;
        all.checked_mul(26)?.checked_add(digit)
    });
    number?.checked_sub(1)
}
