//! Parquet: row groups to blocks. Only columns that the mapping names are decoded.

mod batches;
pub(crate) mod cells;
mod chunks;
mod group;
mod heads;
mod hybrid;
mod pages;
mod places;
mod runs;
#[cfg(test)]
mod tests;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use arrow_schema::{DataType, Field, Schema};
use chunks::Chunks;
pub(crate) use group::RowGroup;
use group::{ROWS_AT_MOST, ROWS_OF_A_BYTE, is_plain};
use luoshi_diagnostics::{Code, Note};
use parquet::arrow::arrow_reader::{ArrowReaderMetadata, ArrowReaderOptions};
use parquet::errors::ParquetError;
use parquet::file::metadata::ParquetMetaData;
use places::Arranged;

use crate::feed::{Names, unreadable};
use crate::file::{BulkFile, Shared};
use crate::layout::Layout;
use crate::problem::Problem;

/// A Parquet file whose end was read.
pub(crate) struct Opened {
    bytes: Shared,
    metadata: ArrowReaderMetadata,
    /// For each column of the layout, its place among those of the file.
    roots: Vec<Option<usize>>,
    /// For each column of the layout, whether days in it have a time.
    moments: Vec<bool>,
    /// For each column of the layout, whether it fills nothing but names.
    named: Vec<bool>,
    /// The columns of the file that are decoded.
    leaves: Vec<usize>,
    /// How many of the row groups are read: those from one on are not, if they claim more rows than the file can hold.
    groups: usize,
    /// Of an arranged file, where its rows stood before.
    arranged: Option<Arranged>,
    /// The columns of the layout that stand in runs there.
    township: usize,
    kind: Option<usize>,
}

/// Opens a file and finds the columns of the mapping in it.
pub(crate) fn open(
    file: &BulkFile,
    layout: &Layout,
    known: &Names,
    problems: &mut Vec<Problem>,
) -> Result<Opened, Box<Problem>> {
    let wrong = |error: ParquetError| unreadable(&file.name, &error.to_string());
    let options = || ArrowReaderOptions::new().with_skip_arrow_metadata(true);
    let load = || ArrowReaderMetadata::load(&file.bytes, options());
    let metadata = guarded(load).map_err(wrong)?;
    let fields = metadata.schema().fields().iter();
    let names: Vec<&str> = fields.map(|f| f.name().as_str()).collect();
    let arranged = Arranged::of(&metadata, &names, known).map_err(wrong)?;
    // Those two are no columns of the office that wrote the table.
    let theirs = names.len() - if arranged.is_some() { 2 } else { 0 };
    let found = layout.find(&file.name, &names[..theirs], problems)?;
    let mut roots: Vec<usize> = found.iter().flatten().copied().collect();
    roots.extend(theirs..names.len());
    roots.sort_unstable();
    roots.dedup();
    let mut schema = Vec::new();
    for (at, field) in metadata.schema().fields().iter().enumerate() {
        let wanted = roots.contains(&at);
        let data_type = field.data_type();
        if wanted && !readable(data_type) {
            let note = Note::new(Code::BulkColumn)
                .arg(
                    "reason",
                    if data_type.is_floating() {
                        "float"
                    } else {
                        "type"
                    },
                )
                .arg("column", field.name().as_str())
                .arg("suggestion", "")
                .arg("near", "no");
            return Err(Box::new(Problem::of_file(&file.name, note)));
        }
        let is_text = matches!(
            data_type,
            DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View
        );
        let coded = wanted && is_text && layout.repeats(&found, at);
        let data_type = if coded {
            dictionary()
        } else {
            data_type.clone()
        };
        schema.push(Field::new(field.name(), data_type, field.is_nullable()));
    }
    let with_schema = options().with_schema(Arc::new(Schema::new(schema)));
    let metadata = Arc::clone(metadata.metadata());
    let metadata = guarded(|| ArrowReaderMetadata::try_new(metadata, with_schema));
    let metadata = metadata.map_err(wrong)?;
    let columns = metadata.parquet_schema();
    let leaves = 0..columns.num_columns();
    let leaves = leaves.filter(|leaf| roots.contains(&columns.get_column_root_idx(*leaf)));
    Ok(Opened {
        bytes: file.bytes.clone(),
        roots: found,
        moments: layout.moments(),
        named: layout.named(),
        arranged,
        township: layout.township,
        kind: layout.kind,
        leaves: leaves.collect(),
        groups: believed(metadata.metadata(), file.bytes.len),
        metadata,
    })
}

/// How many row groups from the first on claim no more rows together than a file of so many bytes can hold.
fn believed(metadata: &ParquetMetaData, bytes: u64) -> usize {
    let most = (ROWS_AT_MOST as u64).saturating_add(bytes.saturating_mul(ROWS_OF_A_BYTE));
    let groups = metadata.row_groups();
    let mut all = 0;
    let beyond = groups.iter().position(|group| {
        // One that claims too many by itself is not read, and the others are.
        let rows = u64::try_from(group.num_rows()).unwrap_or(u64::MAX);
        if rows <= ROWS_AT_MOST as u64 {
            all += rows;
        }
        all > most
    });
    beyond.unwrap_or(groups.len())
}

/// What the library gives back: at some files that are damaged it panics, and that is damage like any
/// other.
fn guarded<T>(read: impl FnOnce() -> Result<T, ParquetError>) -> Result<T, ParquetError> {
    let damaged = || ParquetError::General("the file is not what it says of itself".to_owned());
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(damaged()))
}

/// Texts that repeat are decoded as numbers of a dictionary.
fn dictionary() -> DataType {
    DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8))
}

fn readable(data_type: &DataType) -> bool {
    matches!(
        data_type,
        DataType::Boolean
            | DataType::Int8
            | DataType::Int16
            | DataType::Int32
            | DataType::Int64
            | DataType::UInt8
            | DataType::UInt16
            | DataType::UInt32
            | DataType::UInt64
            | DataType::Utf8
            | DataType::LargeUtf8
            | DataType::Utf8View
            | DataType::Date32
            | DataType::Timestamp(_, None)
            | DataType::Decimal128(_, 0..=2)
    )
}

impl Opened {
    /// How many rows a row group has; none if there is no such group.
    pub(crate) fn rows_of(&self, group: usize) -> Option<u64> {
        let groups = self.metadata.metadata().row_groups();
        groups.get(group).map(|g| g.num_rows().unsigned_abs())
    }

    /// The rows of a row group, so many at a time, read into the rooms of another.
    pub(crate) fn read(
        &self,
        group: usize,
        rows: usize,
        rooms: &mut Vec<Vec<u8>>,
    ) -> Result<RowGroup<'_>, ParquetError> {
        RowGroup::new(self, (group, rows), rooms, is_plain)
    }

    /// Whether luoshi has arranged the file.
    pub(crate) fn is_arranged(&self) -> bool {
        self.arranged.is_some()
    }

    /// The bytes of the columns that are wanted, each read at once.
    fn chunks(&self, group: usize, rooms: &mut Vec<Vec<u8>>) -> Result<Chunks, ParquetError> {
        self.chunks_of(group, self.leaves.iter().copied(), rooms)
    }

    fn chunks_of(
        &self,
        group: usize,
        leaves: impl Iterator<Item = usize>,
        rooms: &mut Vec<Vec<u8>>,
    ) -> Result<Chunks, ParquetError> {
        let group = self.metadata.metadata().row_group(group);
        let chunk = |leaf: usize| {
            let (start, len) = group.column(leaf).byte_range();
            let len = usize::try_from(len).unwrap_or(usize::MAX);
            let room = rooms.pop().unwrap_or_default();
            Ok((start, self.bytes.whole(start, len, room)?))
        };
        let parts = leaves.map(chunk).collect::<Result<_, ParquetError>>()?;
        Ok(Chunks {
            len: self.bytes.len,
            parts,
        })
    }
}
