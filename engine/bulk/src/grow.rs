//! Columns that grow cell by cell: whole numbers as long as all cells are, texts otherwise.

use crate::block::{Column, NO_NUMBER, Texts};

/// A column of a text format while it is read.
#[derive(Debug, Default)]
pub(crate) struct Growing {
    column: Column,
    rows: usize,
    /// The last text and its code: cells of one column often repeat.
    last: u32,
    /// An empty column whose room can be used.
    room: Column,
}

impl Growing {
    /// An empty column, in the room of one that is no longer needed.
    pub(crate) fn over(mut room: Column) -> Growing {
        room.clear();
        Growing {
            room,
            ..Growing::default()
        }
    }

    /// How many cells there are.
    pub(crate) fn len(&self) -> usize {
        self.rows
    }

    /// Adds a cell after so many rows; an empty one holds nothing.
    #[inline]
    pub(crate) fn put(&mut self, row: usize, cell: &str) {
        if self.rows < row {
            self.pad(row);
        }
        self.push(cell);
    }

    /// Adds a cell that is a whole number after so many rows; `shown` is how it is written.
    #[inline]
    pub(crate) fn put_whole(&mut self, row: usize, number: i64, shown: &str) {
        if self.rows < row {
            self.pad(row);
        }
        match &mut self.column {
            Column::Whole(numbers) => {
                self.rows += 1;
                numbers.push(number);
            }
            _ => self.push(shown),
        }
    }

    /// Adds a cell; an empty one holds nothing.
    #[inline]
    fn push(&mut self, cell: &str) {
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
    #[cold]
    fn pad(&mut self, rows: usize) {
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
        let room = std::mem::take(&mut self.room);
        match whole(cell) {
            Some(number) => {
                let mut numbers = if let Column::Whole(room) = room {
                    room
                } else {
                    Vec::new()
                };
                numbers.resize(before, NO_NUMBER);
                numbers.push(number);
                self.column = Column::Whole(numbers);
            }
            None => {
                let mut texts = if let Column::Texts(room) = room {
                    room
                } else {
                    Texts::default()
                };
                texts.codes.resize(before, 0);
                self.column = Column::Texts(texts);
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
#[inline]
fn whole(cell: &str) -> Option<i64> {
    let (number, digits) = luoshi_evidence::whole(cell.as_bytes())?;
    (digits == cell.len()).then_some(number)
}
