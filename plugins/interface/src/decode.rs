//! A batch to columns.

use crate::{HEAD, MAGIC, ROWS_AT_MOST, Type};

/// What is wrong with the bytes of a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Damage {
    /// They do not begin with [`MAGIC`]: another version of the layout.
    Magic,
    /// Another number of columns than were asked for.
    Columns,
    /// More rows than a batch may hold.
    Rows,
    /// A column or the texts end outside the batch.
    Length,
    /// A text is no UTF-8.
    Text,
}

impl std::fmt::Display for Damage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Damage::Magic => "the batch has another layout",
            Damage::Columns => "the batch has other columns",
            Damage::Rows => "the batch has too many rows",
            Damage::Length => "the batch is cut off",
            Damage::Text => "a text of the batch is not UTF-8",
        })
    }
}

impl std::error::Error for Damage {}

/// A batch whose lengths were checked.
#[derive(Debug, Clone, Copy)]
pub struct Batch<'b> {
    bytes: &'b [u8],
    /// How many rows it has.
    pub rows: usize,
    /// The code of its first new text.
    pub first_text: u32,
    texts: usize,
    ends: usize,
}

impl<'b> Batch<'b> {
    /// Checks a batch of columns of these types.
    ///
    /// # Errors
    /// The first [`Damage`] found.
    pub fn new(bytes: &'b [u8], types: &[Type]) -> Result<Batch<'b>, Damage> {
        if bytes.get(..4) != Some(&MAGIC) {
            return Err(Damage::Magic);
        }
        let batch = Batch {
            bytes,
            rows: word(bytes, 1)?,
            first_text: u32::try_from(word(bytes, 3)?).map_err(|_| Damage::Length)?,
            texts: word(bytes, 4)?,
            ends: word(bytes, 5)?,
        };
        if word(bytes, 2)? != types.len() {
            return Err(Damage::Columns);
        }
        if batch.rows > ROWS_AT_MOST {
            return Err(Damage::Rows);
        }
        for (index, kind) in types.iter().enumerate() {
            let start = word(bytes, HEAD / 4 + index)?;
            within(bytes, start, batch.rows, kind.width())?;
        }
        within(bytes, batch.ends, batch.texts, 4)?;
        Ok(batch)
    }

    /// The codes of a column of texts or rows. A column of another type gives nonsense, never a fault.
    pub fn codes(&self, column: usize) -> impl Iterator<Item = u32> + use<'b> {
        self.column(column).map(u32::from_le_bytes)
    }

    /// The days of a column.
    pub fn days(&self, column: usize) -> impl Iterator<Item = i32> + use<'b> {
        self.column(column).map(i32::from_le_bytes)
    }

    /// The minutes of a column.
    pub fn minutes(&self, column: usize) -> impl Iterator<Item = u16> + use<'b> {
        self.column(column).map(u16::from_le_bytes)
    }

    /// The numbers of a column.
    pub fn numbers(&self, column: usize) -> impl Iterator<Item = i64> + use<'b> {
        self.column(column).map(i64::from_le_bytes)
    }

    /// The small numbers of a column.
    pub fn smalls(&self, column: usize) -> impl Iterator<Item = u8> + use<'b> {
        self.column(column).map(|[value]: [u8; 1]| value)
    }

    /// The texts that are new in this batch, in the order of their codes.
    pub fn texts(&self) -> impl Iterator<Item = Result<&'b str, Damage>> + use<'b> {
        let bytes = self.bytes;
        let (ends, base) = (self.ends, self.ends + 4 * self.texts);
        let end = move |texts: usize| match texts.checked_sub(1) {
            None => Ok(base),
            Some(last) => number(bytes, ends + 4 * last).map(|end| base.saturating_add(end)),
        };
        (0..self.texts).map(move |index| {
            let text = bytes.get(end(index)?..end(index + 1)?);
            std::str::from_utf8(text.ok_or(Damage::Length)?).map_err(|_| Damage::Text)
        })
    }

    fn column<const N: usize>(&self, column: usize) -> impl Iterator<Item = [u8; N]> + use<'b, N> {
        let start = word(self.bytes, HEAD / 4 + column).unwrap_or(usize::MAX);
        let end = start.saturating_add(self.rows * N);
        let values = self.bytes.get(start..end).unwrap_or_default();
        values.as_chunks::<N>().0.iter().copied()
    }
}

/// A number of the header.
fn word(bytes: &[u8], index: usize) -> Result<usize, Damage> {
    number(bytes, 4 * index)
}

fn number(bytes: &[u8], at: usize) -> Result<usize, Damage> {
    let found = bytes.get(at..).and_then(|rest| rest.first_chunk::<4>());
    let value = found.map(|four| u32::from_le_bytes(*four) as usize);
    value.ok_or(Damage::Length)
}

/// Whether so many values of this width lie within the bytes.
fn within(bytes: &[u8], start: usize, count: usize, width: usize) -> Result<(), Damage> {
    let end = count.checked_mul(width).and_then(|n| n.checked_add(start));
    match end {
        Some(end) if end <= bytes.len() => Ok(()),
        _ => Err(Damage::Length),
    }
}
