//! Where the rows of an arranged file stood before: two columns behind those of the office.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError};

use arrow_schema::DataType;
use parquet::arrow::arrow_reader::ArrowReaderMetadata;
use parquet::errors::ParquetError;
use parquet::file::metadata::{ColumnChunkMetaData, RowGroupMetaData};
use parquet::file::statistics::Statistics;

use super::chunks::Chunks;
use super::group::{each, is_plain};
use super::pages::{Fixed, Pages, Words};
use crate::arranged::{FILE, Origins, ROW};
use crate::block::Sources;
use crate::feed::Names;

/// What an arranged file says of itself.
pub(super) struct Arranged {
    /// The number of each file whose rows it holds, by its name.
    files: BTreeMap<String, usize>,
}

impl Arranged {
    /// What a file with these columns says; none if it was not arranged.
    pub(super) fn of(
        metadata: &ArrowReaderMetadata,
        names: &[&str],
        known: &Names,
    ) -> Result<Option<Arranged>, ParquetError> {
        let pairs = metadata.metadata().file_metadata().key_value_metadata();
        let Some(origins) = Origins::of_pairs(pairs)? else {
            return Ok(None);
        };
        let fields = metadata.schema().fields();
        let types = fields.iter().rev().map(|field| field.data_type());
        let text_and_number = types.take(2).eq([&DataType::UInt32, &DataType::Utf8]);
        if !names.ends_with(&[FILE, ROW]) || !text_and_number {
            return Err(odd());
        }
        let mut known = known.write().unwrap_or_else(PoisonError::into_inner);
        let first = known.len();
        known.extend(origins.files.iter().cloned());
        let files = origins.files.into_iter().zip(first..).collect();
        Ok(Some(Arranged { files }))
    }

    fn file(&self, name: &str) -> Result<usize, ParquetError> {
        self.files.get(name).copied().ok_or_else(odd)
    }
}

/// The places of the rows of a row group.
pub(super) struct Places<'o> {
    arranged: &'o Arranged,
    file: File,
    row: Pages<Fixed<u32>>,
    codes: Vec<u32>,
}

enum File {
    /// All rows are out of this one.
    One(usize),
    Each(Box<Pages<Words>>),
}

impl<'o> Places<'o> {
    pub(super) fn new(
        arranged: &'o Arranged,
        chunks: &Arc<Chunks>,
        group: &RowGroupMetaData,
    ) -> Result<Places<'o>, ParquetError> {
        let [.., file, row] = group.columns() else {
            return Err(odd());
        };
        if !is_plain(file) || !is_plain(row) {
            return Err(odd());
        }
        let rows = usize::try_from(group.num_rows()).unwrap_or(0);
        let read: fn(&[u8], &mut Vec<u32>) = |all, out| each(all, out, u32::from_le_bytes);
        let numbers = Fixed { bytes: 4, read };
        Ok(Places {
            arranged,
            file: match only(file) {
                Some(name) => File::One(arranged.file(name)?),
                None => File::Each(Box::new(Pages::new(chunks, file, rows, Words::default())?)),
            },
            row: Pages::new(chunks, row, rows, numbers)?,
            codes: Vec::new(),
        })
    }

    /// Adds the places of so many rows.
    pub(super) fn take(&mut self, rows: usize, into: &mut Sources) -> Result<(), ParquetError> {
        let before = into.rows.len();
        match &mut self.file {
            File::One(file) => into.run(before, *file),
            File::Each(pages) => {
                self.codes.clear();
                pages.take(rows, &mut self.codes)?;
                let mut last = None;
                for (row, code) in self.codes.iter().enumerate() {
                    if last != Some(*code) {
                        last = Some(*code);
                        let name = pages.plain.list.text(*code);
                        into.run(before + row, self.arranged.file(name)?);
                    }
                }
            }
        }
        self.row.take(rows, &mut into.rows)
    }
}

/// The text of all cells of a column, if the file says that there is no other.
fn only(column: &ColumnChunkMetaData) -> Option<&str> {
    let Some(Statistics::ByteArray(known)) = column.statistics() else {
        return None;
    };
    let whole = known.min_is_exact() && known.max_is_exact() && known.null_count_opt() == Some(0);
    let (least, most) = (known.min_bytes_opt()?, known.max_bytes_opt()?);
    let one = whole && least == most;
    one.then(|| std::str::from_utf8(least).ok()).flatten()
}

fn odd() -> ParquetError {
    let why = "it says that it was arranged, and does not say where its rows stood before";
    ParquetError::General(why.to_owned())
}
