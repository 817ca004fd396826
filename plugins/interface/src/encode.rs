//! Columns to a batch.

use crate::{HEAD, MAGIC, aligned, header};

/// Packs batches, one after the other, into a buffer that it keeps.
#[derive(Debug, Default)]
pub struct Encoder {
    bytes: Vec<u8>,
    column: usize,
}

impl Encoder {
    /// Begins a batch of so many columns.
    pub fn start(&mut self, columns: usize) {
        self.bytes.clear();
        self.bytes.resize(header(columns), 0);
        self.bytes[..4].copy_from_slice(&MAGIC);
        self.word(2, columns);
        self.column = 0;
    }

    /// Packs the next column, of texts or of rows.
    pub fn codes(&mut self, values: impl Iterator<Item = u32>) {
        self.column(values.map(u32::to_le_bytes));
    }

    /// Packs the next column, of days.
    pub fn days(&mut self, values: impl Iterator<Item = i32>) {
        self.column(values.map(i32::to_le_bytes));
    }

    /// Packs the next column, of minutes.
    pub fn minutes(&mut self, values: impl Iterator<Item = u16>) {
        self.column(values.map(u16::to_le_bytes));
    }

    /// Packs the next column, of numbers.
    pub fn numbers(&mut self, values: impl Iterator<Item = i64>) {
        self.column(values.map(i64::to_le_bytes));
    }

    /// Packs the next column, of small numbers.
    pub fn smalls(&mut self, values: impl Iterator<Item = u8>) {
        self.column(values.map(|value| [value]));
    }

    /// Ends a batch of so many rows, with the texts that are new in it; the first has the code `first`.
    pub fn finish<'t>(
        &mut self,
        rows: usize,
        first: u32,
        texts: impl Iterator<Item = &'t str> + Clone,
    ) -> &[u8] {
        let count = texts.clone().count();
        self.word(1, rows);
        self.word(3, first as usize);
        self.word(4, count);
        self.word(5, self.bytes.len());
        let mut end = 0usize;
        for text in texts.clone() {
            end += text.len();
            self.bytes.extend_from_slice(&number(end));
        }
        for text in texts {
            self.bytes.extend_from_slice(text.as_bytes());
        }
        &self.bytes
    }

    fn column<const N: usize>(&mut self, values: impl Iterator<Item = [u8; N]>) {
        let start = self.bytes.len();
        self.word(HEAD / 4 + self.column, start);
        self.column += 1;
        let (least, most) = values.size_hint();
        if most == Some(least) {
            // Room for all is made first, so that the copy needs no check for each value.
            self.bytes.resize(start + least * N, 0);
            let room = self.bytes[start..].as_chunks_mut::<N>().0;
            room.iter_mut()
                .zip(values)
                .for_each(|(into, value)| *into = value);
        } else {
            values.for_each(|value| self.bytes.extend_from_slice(&value));
        }
        self.bytes.resize(aligned(self.bytes.len()), 0);
    }

    /// Writes a number of the header.
    fn word(&mut self, index: usize, value: usize) {
        self.bytes[4 * index..4 * index + 4].copy_from_slice(&number(value));
    }
}

/// A batch holds at most [`crate::ROWS_AT_MOST`] rows, so that its lengths fit.
fn number(value: usize) -> [u8; 4] {
    u32::try_from(value).unwrap_or(u32::MAX).to_le_bytes()
}
