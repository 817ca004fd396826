//! Parquet: row groups to blocks. Only columns that the mapping names are decoded.

mod cells;

use std::io::Cursor;
use std::sync::Arc;

use arrow_array::RecordBatch;
use arrow_schema::{DataType, Field, Schema};
use bytes::Bytes;
use cells::add;
use luoshi_diagnostics::{Code, Note};
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{
    ArrowReaderMetadata, ArrowReaderOptions, ParquetRecordBatchReader,
    ParquetRecordBatchReaderBuilder,
};
use parquet::errors::ParquetError;
use parquet::file::reader::{ChunkReader, Length};

use crate::block::Block;
use crate::feed::unreadable;
use crate::file::{BulkFile, Shared};
use crate::layout::Layout;
use crate::problem::Problem;

/// A Parquet file whose end was read.
pub(crate) struct Opened {
    bytes: Shared,
    metadata: ArrowReaderMetadata,
    mask: ProjectionMask,
    /// For each column of the layout, its place among those that are decoded.
    places: Vec<Option<usize>>,
    /// For each column of the layout, whether days in it have a time.
    moments: Vec<bool>,
    /// The columns of the file that are decoded.
    leaves: Vec<usize>,
}

/// Opens a file and finds the columns of the mapping in it.
pub(crate) fn open(
    file: &BulkFile,
    layout: &Layout,
    problems: &mut Vec<Problem>,
) -> Result<Opened, Box<Problem>> {
    let wrong = |error: ParquetError| unreadable(&file.name, &error.to_string());
    let options = || ArrowReaderOptions::new().with_skip_arrow_metadata(true);
    let metadata = ArrowReaderMetadata::load(&file.bytes, options()).map_err(wrong)?;
    let names: Vec<&str> = metadata
        .schema()
        .fields()
        .iter()
        .map(|f| f.name().as_str())
        .collect();
    let found = layout.find(&file.name, &names, problems)?;
    let mut roots: Vec<usize> = found.iter().flatten().copied().collect();
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
    let metadata = ArrowReaderMetadata::try_new(Arc::clone(metadata.metadata()), with_schema);
    let metadata = metadata.map_err(wrong)?;
    let columns = metadata.parquet_schema();
    let mask = ProjectionMask::roots(columns, roots.iter().copied());
    let leaves = 0..columns.num_columns();
    let leaves = leaves.filter(|leaf| roots.contains(&columns.get_column_root_idx(*leaf)));
    let place = |root: &Option<usize>| roots.iter().position(|r| Some(*r) == *root);
    Ok(Opened {
        bytes: file.bytes.clone(),
        mask,
        places: found.iter().map(place).collect(),
        moments: layout.moments(),
        leaves: leaves.collect(),
        metadata,
    })
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

    /// The batches of a row group, of so many rows each.
    pub(crate) fn read(
        &self,
        group: usize,
        rows: usize,
    ) -> Result<ParquetRecordBatchReader, ParquetError> {
        let chunks = self.chunks(group)?;
        ParquetRecordBatchReaderBuilder::new_with_metadata(chunks, self.metadata.clone())
            .with_row_groups(vec![group])
            .with_projection(self.mask.clone())
            .with_batch_size(rows)
            .build()
    }

    /// The bytes of the columns that are wanted, each read at once.
    fn chunks(&self, group: usize) -> Result<Chunks, ParquetError> {
        let group = self.metadata.metadata().row_group(group);
        let chunk = |leaf: &usize| {
            let (start, len) = group.column(*leaf).byte_range();
            let len = usize::try_from(len).unwrap_or(usize::MAX);
            Ok((start, self.bytes.get_bytes(start, len)?))
        };
        let parts = self
            .leaves
            .iter()
            .map(chunk)
            .collect::<Result<_, ParquetError>>()?;
        Ok(Chunks {
            len: self.bytes.len,
            parts,
        })
    }

    /// Adds the rows of a batch to a block of the layout.
    pub(crate) fn add(&self, batch: &RecordBatch, block: &mut Block) -> Result<(), ParquetError> {
        let places = self.places.iter().zip(&self.moments);
        for ((place, moments), column) in places.zip(&mut block.columns) {
            let array = place.map(|at| batch.column(at).as_ref());
            add(array, *moments, block.rows, column)?;
        }
        block.rows += batch.num_rows();
        Ok(())
    }
}

/// Parts of a file in memory.
struct Chunks {
    len: u64,
    parts: Vec<(u64, Bytes)>,
}

impl Chunks {
    fn from(&self, start: u64) -> Result<Bytes, ParquetError> {
        let inside =
            |(from, bytes): &&(u64, Bytes)| (*from..*from + bytes.len() as u64).contains(&start);
        let found = self.parts.iter().find(inside);
        let (from, bytes) = found.ok_or_else(too_short)?;
        Ok(bytes.slice(usize::try_from(start - from).unwrap_or(0)..))
    }
}

fn too_short() -> ParquetError {
    ParquetError::EOF("the file ends too early".to_owned())
}

impl Length for Chunks {
    fn len(&self) -> u64 {
        self.len
    }
}

impl ChunkReader for Chunks {
    type T = Cursor<Bytes>;

    fn get_read(&self, start: u64) -> Result<Self::T, ParquetError> {
        Ok(Cursor::new(self.from(start)?))
    }

    fn get_bytes(&self, start: u64, length: usize) -> Result<Bytes, ParquetError> {
        let rest = self.from(start)?;
        if rest.len() < length {
            return Err(too_short());
        }
        Ok(rest.slice(..length))
    }
}
