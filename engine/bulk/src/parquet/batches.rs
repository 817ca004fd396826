//! The rows of a row group with all their columns, for whoever writes them elsewhere.

use arrow_array::RecordBatch;
use parquet::arrow::arrow_reader::{ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder};
use parquet::errors::ParquetError;

use super::{Opened, guarded};

/// A row group while it is read.
pub(crate) struct Batches(ParquetRecordBatchReader);

impl Opened {
    /// The rows of a row group, so many at a time.
    pub(crate) fn batches(&self, group: usize, rows: usize) -> Result<Batches, ParquetError> {
        guarded(|| {
            let leaves = 0..self.metadata.parquet_schema().num_columns();
            let chunks = self.chunks_of(group, leaves, &mut Vec::new())?;
            let all = self.metadata.clone();
            let builder = ParquetRecordBatchReaderBuilder::new_with_metadata(chunks, all);
            let builder = builder.with_row_groups(vec![group]).with_batch_size(rows);
            Ok(Batches(builder.build()?))
        })
    }
}

impl Batches {
    /// The next rows; none after the last.
    pub(crate) fn next(&mut self) -> Result<Option<RecordBatch>, ParquetError> {
        guarded(|| Ok(self.0.next().transpose()?))
    }
}
