//! Columns that grow cell by cell: whole numbers as long as all cells are, texts otherwise.

use luoshi_evidence::Dictionary;

use crate::block::{Column, NO_NUMBER, Texts};

/// A column of a text format while it is read.
#[derive(Debug)]
pub(crate) struct Growing {
    column: Column,
    rows: usize,
    /// The last text and its code: cells of one column often repeat.
    last: u32,
}

impl Default for Growing {
    fn default() -> Self {
        Growing {
            column: Column::Absent,
            rows: 0,
            last: 0,
        }
    }
}

impl Growing {
    /// How many cells there are.
    pub(crate) fn len(&self) -> usize {
        self.rows
    }

    /// Adds a cell; an empty one holds nothing.
    pub(crate) fn push(&mut self, cell: &str) {
        self.rows += 1;
        match &mut self.column {
            Column::Texts(texts) => {
                if texts.words.text(self.last) != cell {
                    self.last = texts.words.intern(cell);
                }
                texts.codes.push(self.last);
            }
            Column::Whole(numbers) if cell.is_empty() => numbers.push(NO_NUMBER),
            Column::Whole(numbers) => match whole(cell) {
                Some(number) => numbers.push(number),
                None => self.push_text(cell),
            },
            _ if cell.is_empty() => {}
            _ => self.start(cell),
        }
    }

    /// Adds empty cells until there are so many.
    pub(crate) fn pad(&mut self, rows: usize) {
        let more = rows.saturating_sub(self.rows);
        match &mut self.column {
            Column::Texts(texts) => texts.codes.resize(texts.codes.len() + more, 0),
            Column::Whole(numbers) => numbers.resize(numbers.len() + more, NO_NUMBER),
            _ => {}
        }
        self.rows += more;
    }

    /// Takes the last cell away.
    pub(crate) fn pop(&mut self) {
        match &mut self.column {
            Column::Texts(texts) => drop(texts.codes.pop()),
            Column::Whole(numbers) => drop(numbers.pop()),
            _ => {}
        }
        self.rows = self.rows.saturating_sub(1);
    }

    /// The column, with so many rows.
    pub(crate) fn finish(mut self, rows: usize) -> Column {
        self.pad(rows);
        self.column
    }

    fn start(&mut self, cell: &str) {
        let before = self.rows - 1;
        match whole(cell) {
            Some(number) => {
                let mut numbers = vec![NO_NUMBER; before];
                numbers.push(number);
                self.column = Column::Whole(numbers);
            }
            None => {
                let words = Dictionary::default();
                let codes = vec![0; before];
                self.column = Column::Texts(Texts { codes, words });
                self.push_text(cell);
            }
        }
    }

    fn push_text(&mut self, cell: &str) {
        let texts = self.column.as_texts(self.rows - 1);
        self.last = texts.words.intern(cell);
        texts.codes.push(self.last);
    }
}

/// A whole number that is written as numbers are shown, so that the text comes back from it.
fn whole(cell: &str) -> Option<i64> {
    let bytes = cell.as_bytes();
    let (first, rest) = bytes.split_first()?;
    if bytes.len() > 18 || *first == b'0' && !rest.is_empty() {
        return None;
    }
    bytes.iter().try_fold(0_i64, |number, byte| {
        let digit = byte.wrapping_sub(b'0');
        (digit < 10).then(|| number * 10 + i64::from(digit))
    })
}
