//! The rows of a row group to a block: plain columns page by page, the others over Arrow.

use std::sync::Arc;

use arrow_schema::DataType;
use luoshi_evidence::Dictionary;
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder};
use parquet::basic::{Encoding, Type};
use parquet::errors::ParquetError;
use parquet::file::metadata::ColumnChunkMetaData;
use parquet::file::statistics::Statistics;

use super::cells::add;
use super::chunks::Chunks;
use super::pages::{Fixed, Pages, Words};
use super::places::Places;
use super::runs::Runs;
use super::{Opened, guarded, heads};
use crate::block::{Block, Column, NO_NUMBER, Texts, WORDS_AT_MOST};
use crate::stream::RECORDS_AT_MOST;

/// A text whose code in the block is not known yet.
const UNKNOWN: u32 = u32::MAX;

/// Rows of a row group. Programs write a million at most, unless told otherwise.
pub(super) const ROWS_AT_MOST: usize = 1 << 24;

/// Rows for each byte of a file, beyond those of one row group: of rows that differ in anything no file has nearly so
/// many, and one that claims more would keep whoever reads it busy for nothing.
pub(super) const ROWS_OF_A_BYTE: u64 = 1_000;

/// A row group while it is read.
pub(crate) struct RowGroup<'o> {
    opened: &'o Opened,
    chunks: Arc<Chunks>,
    left: usize,
    /// Rows that are read together.
    rows: usize,
    /// By the columns of the layout.
    sources: Vec<Source>,
    /// Of an arranged file.
    places: Option<Places<'o>>,
    /// Of an arranged file, after how many rows each of the next townships ends, the last first.
    ends: Vec<usize>,
    /// The township of the last row that was added is over.
    between: bool,
    arrow: Option<ParquetRecordBatchReader>,
}

/// Where the cells of a column come from.
enum Source {
    /// The file has no such column.
    Absent,
    Whole(Pages<Fixed<i64>>),
    Days(Pages<Fixed<i32>>),
    Texts(Pages<Words>, Own),
    WholeRuns(Runs<i64>),
    TextRuns(Pages<Words>, Runs<u32>, Own),
    /// A column of the batches, by its place among them.
    Arrow(usize),
}

impl<'o> RowGroup<'o> {
    pub(super) fn new(
        opened: &'o Opened,
        (group, rows): (usize, usize),
        rooms: &mut Vec<Vec<u8>>,
        is_plain: impl Fn(&ColumnChunkMetaData) -> bool,
    ) -> Result<RowGroup<'o>, ParquetError> {
        guarded(|| RowGroup::begin(opened, (group, rows), rooms, is_plain))
    }

    fn begin(
        opened: &'o Opened,
        (group, rows): (usize, usize),
        rooms: &mut Vec<Vec<u8>>,
        is_plain: impl Fn(&ColumnChunkMetaData) -> bool,
    ) -> Result<RowGroup<'o>, ParquetError> {
        let metadata = opened.metadata.metadata().row_group(group);
        let left = usize::try_from(metadata.num_rows()).unwrap_or(usize::MAX);
        if left > ROWS_AT_MOST {
            return Err(too_many());
        }
        if group >= opened.groups {
            return Err(too_dense());
        }
        let chunks = Arc::new(opened.chunks(group, rooms)?);
        for (leaf, (_, bytes)) in opened.leaves.iter().zip(&chunks.parts) {
            heads::check(bytes, metadata.column(*leaf), left)?;
        }
        let schema = opened.metadata.schema();
        let descriptor = opened.metadata.parquet_schema();
        let mut over_arrow: Vec<usize> = Vec::new();
        let mut sources = Vec::new();
        for (root, named) in opened.roots.iter().zip(&opened.named) {
            let Some(root) = *root else {
                sources.push(Source::Absent);
                continue;
            };
            let of_root = |leaf: &usize| descriptor.get_column_root_idx(*leaf) == root;
            let column = opened.leaves.iter().copied().find(of_root);
            let column = column.map(|leaf| metadata.column(leaf));
            let data_type = schema.field(root).data_type();
            let source = match column {
                Some(column) if is_plain(column) => {
                    let shown = *named && is_coded(column);
                    source((&chunks, column, left), data_type, shown)?
                }
                _ => None,
            };
            sources.push(source.unwrap_or_else(|| {
                over_arrow.push(root);
                Source::Arrow(root)
            }));
        }
        over_arrow.sort_unstable();
        over_arrow.dedup();
        // Batches have their columns in the order of the file.
        for source in &mut sources {
            if let Source::Arrow(at) = source {
                *at = over_arrow.partition_point(|root| root < at);
            }
        }
        let arrow = if over_arrow.is_empty() {
            None
        } else {
            let all = opened.metadata.clone();
            let builder =
                ParquetRecordBatchReaderBuilder::new_with_metadata(Chunks::clone(&chunks), all);
            let mask = ProjectionMask::roots(descriptor, over_arrow);
            let builder = builder.with_row_groups(vec![group]).with_projection(mask);
            Some(builder.with_batch_size(rows).build()?)
        };
        let mut ends = Vec::new();
        if opened.arranged.is_some() {
            for (at, source) in sources.iter_mut().enumerate() {
                if at == opened.township || Some(at) == opened.kind {
                    in_runs(source, left)?;
                }
            }
            ends = match &sources[opened.township] {
                // Batches come as they come.
                _ if arrow.is_some() => ends,
                Source::WholeRuns(runs) => runs.ends(NO_NUMBER),
                Source::TextRuns(_, runs, _) => runs.ends(0),
                _ => ends,
            };
        }
        let places = opened.arranged.as_ref();
        let places = places.map(|arranged| Places::new(arranged, &chunks, metadata));
        Ok(RowGroup {
            opened,
            left,
            rows,
            sources,
            places: places.transpose()?,
            ends,
            between: false,
            arrow,
            chunks,
        })
    }

    /// Gives back the rooms that it was read into.
    pub(crate) fn end(self, rooms: &mut Vec<Vec<u8>>) {
        let RowGroup {
            chunks,
            sources,
            places,
            arrow,
            ..
        } = self;
        drop((sources, places, arrow));
        rooms.clear();
        if let Some(chunks) = Arc::into_inner(chunks) {
            chunks.end(rooms);
        }
    }

    /// Adds the next rows to a block of the layout, and says how many; none after the last.
    pub(crate) fn next(&mut self, block: &mut Block) -> Result<usize, ParquetError> {
        guarded(|| self.add(block))
    }

    /// Whether the township of the last row that was added is over.
    pub(crate) fn is_between(&self) -> bool {
        self.between
    }

    fn add(&mut self, block: &mut Block) -> Result<usize, ParquetError> {
        let end = self.ends.pop();
        let mut rows = end.unwrap_or(self.rows).min(self.left);
        self.between = !self.ends.is_empty();
        // One that claims more than any has comes in pieces: it is not kept as a whole.
        if let Some(end) = end.filter(|_| rows > RECORDS_AT_MOST) {
            rows = self.rows.min(rows);
            self.ends.push(end - rows);
            self.between = false;
        }
        let batch = match &mut self.arrow {
            Some(arrow) => arrow.next().transpose()?,
            None => None,
        };
        if self.arrow.is_some() {
            rows = batch.as_ref().map_or(0, |batch| batch.num_rows());
        }
        if rows == 0 {
            return Ok(0);
        }
        self.left = self.left.saturating_sub(rows);
        let columns = block.columns.iter_mut().zip(&self.opened.moments);
        for ((column, moments), source) in columns.zip(&mut self.sources) {
            match source {
                Source::Absent => *column = Column::Absent,
                Source::Whole(pages) => pages.take(rows, whole(column))?,
                Source::Days(pages) => pages.take(rows, days(column))?,
                Source::Texts(pages, own) => {
                    let texts = texts(column);
                    let before = texts.codes.len();
                    pages.take(rows, &mut texts.codes)?;
                    own.number(&pages.plain.list, before, texts);
                }
                Source::WholeRuns(runs) => runs.take(rows, whole(column)),
                Source::TextRuns(pages, runs, own) => {
                    let texts = texts(column);
                    let before = texts.codes.len();
                    runs.take(rows, &mut texts.codes);
                    own.number(&pages.plain.list, before, texts);
                }
                Source::Arrow(at) => {
                    let array = batch.as_ref().map(|batch| batch.column(*at).as_ref());
                    add(array, *moments, block.rows, column)?;
                }
            }
        }
        if let Some(places) = &mut self.places {
            places.take(rows, &mut block.sources)?;
        }
        block.rows += rows;
        Ok(rows)
    }
}

fn too_dense() -> ParquetError {
    ParquetError::General(format!("more than {ROWS_OF_A_BYTE} rows for each byte"))
}

fn too_many() -> ParquetError {
    ParquetError::General(format!("more than {ROWS_AT_MOST} rows in a row group"))
}

/// Whether every page of a column is written in one of the ways that are read here: cells one after the
/// other, or places in a dictionary.
pub(super) fn is_plain(column: &ColumnChunkMetaData) -> bool {
    let described = column.column_descr();
    let known = [
        Encoding::PLAIN,
        Encoding::RLE,
        Encoding::PLAIN_DICTIONARY,
        Encoding::RLE_DICTIONARY,
    ];
    described.max_rep_level() == 0
        && described.max_def_level() <= 1
        && column.encodings().all(|encoding| known.contains(&encoding))
}

/// Whether every page of a column is known to hold places in a dictionary.
fn is_coded(column: &ColumnChunkMetaData) -> bool {
    let coded = [Encoding::PLAIN_DICTIONARY, Encoding::RLE_DICTIONARY];
    let pages = column.page_encoding_stats_mask();
    pages.is_some_and(|pages| coded.into_iter().any(|one| pages.is_only(one)))
}

/// The reader of a plain column, if cells of its type are read here; numbers as texts if they are to be
/// shown, for few texts are looked up faster than many numbers.
fn source(
    (chunks, column, rows): (&Arc<Chunks>, &ColumnChunkMetaData, usize),
    data_type: &DataType,
    shown: bool,
) -> Result<Option<Source>, ParquetError> {
    let whole = |bytes, read: fn(&[u8], &mut Vec<i64>)| {
        let fixed = Fixed { bytes, read };
        Ok(Some(if shown {
            Source::Texts(
                Pages::new(chunks, column, rows, Words::shown(fixed))?,
                Own::default(),
            )
        } else {
            Source::Whole(Pages::new(chunks, column, rows, fixed)?)
        }))
    };
    match (column.column_type(), data_type) {
        (Type::INT32, DataType::Int8) => whole(4, |all, out| {
            each(all, out, |n| i32::from_le_bytes(n) as i8)
        }),
        (Type::INT32, DataType::Int16) => whole(4, |all, out| {
            each(all, out, |n| i32::from_le_bytes(n) as i16)
        }),
        (Type::INT32, DataType::Int32) => whole(4, |all, out| each(all, out, i32::from_le_bytes)),
        (Type::INT32, DataType::UInt8) => whole(4, |all, out| {
            each(all, out, |n| u32::from_le_bytes(n) as u8)
        }),
        (Type::INT32, DataType::UInt16) => whole(4, |all, out| {
            each(all, out, |n| u32::from_le_bytes(n) as u16)
        }),
        (Type::INT32, DataType::UInt32) => whole(4, |all, out| each(all, out, u32::from_le_bytes)),
        (Type::INT64, DataType::Int64) => whole(8, |all, out| each(all, out, i64::from_le_bytes)),
        (Type::INT64, DataType::UInt64) if fits(column) => {
            // Should it say so wrongly, what is too large stays too large for any record.
            whole(8, |all, out| {
                each(all, out, |n| {
                    u64::from_le_bytes(n)
                        .min(i64::MAX.cast_unsigned())
                        .cast_signed()
                })
            })
        }
        (Type::INT32, DataType::Date32) => {
            let read: fn(&[u8], &mut Vec<i32>) = |all, out| each(all, out, i32::from_le_bytes);
            let pages = Pages::new(chunks, column, rows, Fixed { bytes: 4, read })?;
            Ok(Some(Source::Days(pages)))
        }
        (Type::BYTE_ARRAY, DataType::Dictionary(..)) => {
            let pages = Pages::new(chunks, column, rows, Words::default())?;
            Ok(Some(Source::Texts(pages, Own::default())))
        }
        _ => Ok(None),
    }
}

/// Whether no number of the column is too large to count with, as far as the file says so.
fn fits(column: &ColumnChunkMetaData) -> bool {
    match column.statistics() {
        Some(Statistics::Int64(known)) => {
            let ends = [known.min_opt(), known.max_opt()];
            ends.iter().all(|end| end.is_some_and(|end| *end >= 0))
        }
        _ => false,
    }
}

/// Numbers of so many bytes each, one after the other.
pub(super) fn each<const N: usize, T, C: From<T>>(
    bytes: &[u8],
    out: &mut Vec<C>,
    read: impl Fn([u8; N]) -> T,
) {
    let (cells, _) = bytes.as_chunks::<N>();
    out.extend(cells.iter().map(|cell| C::from(read(*cell))));
}

fn whole(column: &mut Column) -> &mut Vec<i64> {
    if !matches!(column, Column::Whole(_)) {
        *column = Column::Whole(Vec::new());
    }
    match column {
        Column::Whole(numbers) => numbers,
        _ => unreachable!("the column was just made one of numbers"),
    }
}

fn days(column: &mut Column) -> &mut Vec<i32> {
    if !matches!(column, Column::Days(_)) {
        *column = Column::Days(Vec::new());
    }
    match column {
        Column::Days(days) => days,
        _ => unreachable!("the column was just made one of days"),
    }
}

fn texts(column: &mut Column) -> &mut Texts {
    if !matches!(column, Column::Texts(_)) {
        *column = Column::Texts(Texts::default());
    }
    match column {
        Column::Texts(texts) => texts,
        _ => unreachable!("the column was just made one of texts"),
    }
}

/// Makes a column one of runs, if it is one of those that can be.
fn in_runs(source: &mut Source, rows: usize) -> Result<(), ParquetError> {
    let runs = match std::mem::replace(source, Source::Absent) {
        Source::Whole(mut pages) => Source::WholeRuns(Runs::of(&mut pages, rows)?),
        Source::Texts(mut pages, own) => {
            let runs = Runs::of(&mut pages, rows)?;
            Source::TextRuns(pages, runs, own)
        }
        other => other,
    };
    *source = runs;
    Ok(())
}

/// What a block calls the texts that pages number themselves.
#[derive(Default)]
struct Own {
    codes: Vec<u32>,
    /// Whether both call them alike.
    alike: bool,
    /// How many words the block had then.
    words: usize,
}

impl Own {
    /// Numbers texts as the block does, from one on.
    fn number(&mut self, list: &Dictionary, before: usize, texts: &mut Texts) {
        let codes = &mut texts.codes[before..];
        if list.len() > codes.len() {
            return few(list, before, texts);
        }
        // As long as a block has as few words as these, it forgets none and numbers none anew but when it forgets all.
        let known = self.codes.len() == list.len() && self.words == texts.words.len();
        if !known || self.words > WORDS_AT_MOST {
            self.codes = list.iter().map(|text| texts.words.intern(text)).collect();
            self.alike = (0..).zip(&self.codes).all(|(code, own)| code == *own);
            self.words = texts.words.len();
        }
        if !self.alike {
            codes
                .iter_mut()
                .for_each(|code| *code = self.codes[*code as usize]);
        }
    }
}

/// As it would be for many, where there are fewer than words: those that no cell holds are not taken over.
fn few(list: &Dictionary, before: usize, texts: &mut Texts) {
    let mut own = vec![UNKNOWN; list.len()];
    for code in &mut texts.codes[before..] {
        let own = &mut own[*code as usize];
        if *own == UNKNOWN {
            *own = texts.words.intern(list.text(*code));
        }
        *code = *own;
    }
}
