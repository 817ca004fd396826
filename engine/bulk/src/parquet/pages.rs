//! The pages of a column of cells, one after the other, without arrays between.

use std::sync::Arc;

use bytes::Bytes;
use luoshi_evidence::Dictionary;
use parquet::basic::Encoding;
use parquet::column::page::{Page, PageReader};
use parquet::errors::ParquetError;
use parquet::file::metadata::ColumnChunkMetaData;
use parquet::file::serialized_reader::SerializedPageReader;

use super::chunks::Chunks;
use super::hybrid::Hybrid;

/// Cells that are read together: what lies between stays in the nearest memory.
const AT_ONCE: usize = 1 << 10;

/// How cells are written out one after the other.
pub(super) trait Plain {
    /// A cell.
    type Cell: Copy;
    /// What stands for an empty one.
    const NOTHING: Self::Cell;

    /// What all cells of a dictionary are more than their places, if it is the same for all.
    fn apart(_dictionary: &[Self::Cell]) -> Option<Self::Cell> {
        None
    }

    /// The cell of a place, where all are apart by so much.
    fn beside(_place: u32, apart: Self::Cell) -> Self::Cell {
        apart
    }

    /// Adds so many cells and takes them off the bytes; none if there are fewer.
    fn read(&mut self, bytes: &mut Bytes, count: usize, out: &mut Vec<Self::Cell>) -> Option<()>;
}

/// Numbers of so many bytes each, and how some are read.
pub(super) struct Fixed<T> {
    pub(super) bytes: usize,
    pub(super) read: fn(&[u8], &mut Vec<T>),
}

/// Texts, or numbers as they are shown, each different one once.
#[derive(Default)]
pub(super) struct Words {
    pub(super) list: Dictionary,
    numbers: Option<Fixed<i64>>,
}

impl Words {
    pub(super) fn shown(numbers: Fixed<i64>) -> Words {
        Words {
            numbers: Some(numbers),
            ..Words::default()
        }
    }
}

/// The cells of a column of a row group, in order.
pub(super) struct Pages<P: Plain> {
    reader: SerializedPageReader<Chunks>,
    /// Whether a cell may be empty.
    optional: bool,
    pub(super) plain: P,
    dictionary: Vec<P::Cell>,
    apart: Option<P::Cell>,
    /// What is left of the page that is being read.
    left: usize,
    /// Which cells hold something, where some may not.
    held: Option<Hybrid>,
    values: Values,
    places: Vec<u32>,
    words: Vec<u64>,
    cells: Vec<P::Cell>,
}

/// The cells of a page that hold something.
enum Values {
    Plain(Bytes),
    /// Places in the dictionary.
    Coded(Hybrid),
}

impl<P: Plain> Pages<P> {
    pub(super) fn new(
        chunks: &Arc<Chunks>,
        column: &ColumnChunkMetaData,
        rows: usize,
        plain: P,
    ) -> Result<Pages<P>, ParquetError> {
        Ok(Pages {
            reader: SerializedPageReader::new(Arc::clone(chunks), column, rows, None)?,
            optional: column.column_descr().max_def_level() > 0,
            plain,
            dictionary: Vec::new(),
            apart: None,
            left: 0,
            held: None,
            values: Values::Plain(Bytes::new()),
            places: Vec::new(),
            words: Vec::new(),
            cells: Vec::new(),
        })
    }

    /// Adds the next cells, so many.
    pub(super) fn take(
        &mut self,
        mut rows: usize,
        out: &mut Vec<P::Cell>,
    ) -> Result<(), ParquetError> {
        out.reserve(rows);
        while rows > 0 {
            if self.left == 0 {
                self.page()?;
                continue;
            }
            let now = rows.min(self.left).min(AT_ONCE);
            self.some(now, out).ok_or_else(odd)?;
            self.left -= now;
            rows -= now;
        }
        Ok(())
    }

    /// Adds the next cells, so many, as runs of what is the same.
    pub(super) fn runs(
        &mut self,
        mut rows: usize,
        out: &mut Vec<(P::Cell, usize)>,
    ) -> Result<(), ParquetError>
    where
        P::Cell: PartialEq,
    {
        while rows > 0 {
            if self.left == 0 {
                self.page()?;
                continue;
            }
            let most = rows.min(self.left);
            let (held, now) = match &mut self.held {
                None => (1, most),
                Some(held) => held.run(most).ok_or_else(odd)?,
            };
            if held == 1 {
                self.value_runs(now, out).ok_or_else(odd)?;
            } else {
                add_run(out, P::NOTHING, now);
            }
            self.left -= now;
            rows -= now;
        }
        Ok(())
    }

    fn value_runs(&mut self, mut count: usize, out: &mut Vec<(P::Cell, usize)>) -> Option<()>
    where
        P::Cell: PartialEq,
    {
        match &mut self.values {
            Values::Plain(bytes) => {
                self.cells.clear();
                self.plain.read(bytes, count, &mut self.cells)?;
                self.cells.iter().for_each(|cell| add_run(out, *cell, 1));
            }
            Values::Coded(places) => {
                while count > 0 {
                    let (place, now) = places.run(count)?;
                    add_run(out, *self.dictionary.get(place as usize)?, now);
                    count -= now;
                }
            }
        }
        Some(())
    }

    fn some(&mut self, rows: usize, out: &mut Vec<P::Cell>) -> Option<()> {
        let Some(held) = &mut self.held else {
            return self.values(rows, out);
        };
        held.bits(rows, &mut self.words)?;
        let count: u32 = self.words.iter().map(|word| word.count_ones()).sum();
        let count = count as usize;
        if count == rows {
            return self.values(rows, out);
        }
        let mut cells = std::mem::take(&mut self.cells);
        cells.clear();
        let read = self.values(count, &mut cells);
        let start = out.len();
        out.resize(start + rows, P::NOTHING);
        let spread = read.and_then(|()| spread(&cells, &self.words, &mut out[start..]));
        self.cells = cells;
        spread
    }

    fn values(&mut self, count: usize, out: &mut Vec<P::Cell>) -> Option<()> {
        match &mut self.values {
            Values::Plain(bytes) => self.plain.read(bytes, count, out),
            Values::Coded(_) if count == 0 => Some(()),
            Values::Coded(places) => {
                self.places.resize(count, 0);
                places.take(&mut self.places)?;
                if let Some(apart) = self.apart {
                    let most = self.places.iter().fold(0, |most, place| most.max(*place));
                    let cell = |place: &u32| P::beside(*place, apart);
                    out.extend(self.places.iter().map(cell));
                    return ((most as usize) < self.dictionary.len()).then_some(());
                }
                let mut known = true;
                let cell = |place: &u32| {
                    let cell = self.dictionary.get(*place as usize).copied();
                    known &= cell.is_some();
                    cell.unwrap_or(P::NOTHING)
                };
                out.extend(self.places.iter().map(cell));
                known.then_some(())
            }
        }
    }

    /// Turns to the next page of cells.
    fn page(&mut self) -> Result<(), ParquetError> {
        let page = self.reader.get_next_page()?.ok_or_else(odd)?;
        match page {
            Page::DictionaryPage {
                mut buf,
                num_values,
                encoding: Encoding::PLAIN | Encoding::PLAIN_DICTIONARY | Encoding::RLE_DICTIONARY,
                ..
            } => {
                self.dictionary.clear();
                let read = self
                    .plain
                    .read(&mut buf, num_values as usize, &mut self.dictionary);
                self.apart = P::apart(&self.dictionary);
                read.ok_or_else(odd)
            }
            Page::DataPage {
                mut buf,
                num_values,
                encoding,
                def_level_encoding,
                ..
            } => {
                self.held = None;
                if self.optional {
                    if def_level_encoding != Encoding::RLE {
                        return Err(other(def_level_encoding));
                    }
                    let len = buf.get(..4).ok_or_else(odd)?;
                    let len = len.iter().rev().fold(0, |n, byte| n << 8 | *byte as usize);
                    drop(split(&mut buf, 4).ok_or_else(odd)?);
                    let held = split(&mut buf, len).ok_or_else(odd)?;
                    self.held = Hybrid::new(held, 1);
                }
                self.start(buf, num_values, encoding)
            }
            Page::DataPageV2 {
                mut buf,
                num_values,
                encoding,
                def_levels_byte_len,
                rep_levels_byte_len,
                ..
            } => {
                drop(split(&mut buf, rep_levels_byte_len as usize).ok_or_else(odd)?);
                let held = split(&mut buf, def_levels_byte_len as usize).ok_or_else(odd)?;
                self.held = Hybrid::new(held, 1).filter(|_| self.optional);
                self.start(buf, num_values, encoding)
            }
            page @ Page::DictionaryPage { .. } => Err(other(page.encoding())),
        }
    }

    fn start(
        &mut self,
        mut buf: Bytes,
        cells: u32,
        encoding: Encoding,
    ) -> Result<(), ParquetError> {
        self.left = cells as usize;
        self.values = match encoding {
            Encoding::PLAIN => Values::Plain(buf),
            // A page without a cell that holds something has no width either.
            Encoding::PLAIN_DICTIONARY | Encoding::RLE_DICTIONARY if buf.is_empty() => {
                Values::Plain(buf)
            }
            Encoding::PLAIN_DICTIONARY | Encoding::RLE_DICTIONARY => {
                let width = split(&mut buf, 1).ok_or_else(odd)?;
                let places = Hybrid::new(buf, usize::from(width[0]));
                Values::Coded(places.ok_or_else(odd)?)
            }
            encoding => return Err(other(encoding)),
        };
        Ok(())
    }
}

fn add_run<C: PartialEq>(out: &mut Vec<(C, usize)>, cell: C, count: usize) {
    match out.last_mut() {
        Some((last, length)) if *last == cell => *length += count,
        _ => out.push((cell, count)),
    }
}

/// Puts cells where the words have a bit, in order.
fn spread<T: Copy>(cells: &[T], words: &[u64], out: &mut [T]) -> Option<()> {
    let mut at = 0;
    for (word, out) in words.iter().zip(out.chunks_mut(64)) {
        let held = word.count_ones() as usize;
        let cells = cells.get(at..at + held)?;
        at += held;
        if held == out.len() {
            out.copy_from_slice(cells);
            continue;
        }
        let mut rest = *word;
        for cell in cells {
            *out.get_mut(rest.trailing_zeros() as usize)? = *cell;
            rest &= rest.wrapping_sub(1);
        }
    }
    Some(())
}

impl<T: Copy + Nothing> Plain for Fixed<T> {
    type Cell = T;
    const NOTHING: T = T::NOTHING;

    fn read(&mut self, bytes: &mut Bytes, count: usize, out: &mut Vec<T>) -> Option<()> {
        let cells = split(bytes, count.checked_mul(self.bytes)?)?;
        (self.read)(&cells, out);
        Some(())
    }
}

/// A cell that may hold nothing.
pub(super) trait Nothing {
    /// It holds nothing.
    const NOTHING: Self;
}

impl Nothing for i64 {
    const NOTHING: i64 = crate::block::NO_NUMBER;
}

impl Nothing for i32 {
    const NOTHING: i32 = crate::block::NO_DAY;
}

impl Nothing for u32 {
    const NOTHING: u32 = u32::MAX;
}

impl Plain for Words {
    type Cell = u32;
    const NOTHING: u32 = 0;

    fn apart(dictionary: &[u32]) -> Option<u32> {
        let first = *dictionary.first()?;
        (first..)
            .zip(dictionary)
            .all(|(next, code)| next == *code)
            .then_some(first)
    }

    fn beside(place: u32, apart: u32) -> u32 {
        place.saturating_add(apart)
    }

    fn read(&mut self, bytes: &mut Bytes, count: usize, out: &mut Vec<u32>) -> Option<()> {
        if let Some(fixed) = &mut self.numbers {
            let mut numbers = Vec::new();
            fixed.read(bytes, count, &mut numbers)?;
            let shown = numbers
                .iter()
                .map(|number| self.list.intern(&number.to_string()));
            out.extend(shown);
            return Some(());
        }
        for _ in 0..count {
            let len = split(bytes, 4)?;
            let len = len.iter().rev().fold(0, |n, byte| n << 8 | *byte as usize);
            let text = split(bytes, len)?;
            out.push(self.list.intern(std::str::from_utf8(&text).ok()?));
        }
        Some(())
    }
}

/// The first bytes, taken off the others; none if there are fewer.
fn split(bytes: &mut Bytes, count: usize) -> Option<Bytes> {
    (count <= bytes.len()).then(|| bytes.split_to(count))
}

fn odd() -> ParquetError {
    ParquetError::EOF("a page ends too early or is not what its head says".to_owned())
}

fn other(encoding: Encoding) -> ParquetError {
    ParquetError::NYI(format!("pages in {encoding}"))
}
