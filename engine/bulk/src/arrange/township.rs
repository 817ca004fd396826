//! The rows of one township, put in order.

use std::sync::Arc;

use arrow_array::{Array, ArrayRef, RecordBatch, StringArray, UInt32Array};
use arrow_schema::Schema;
use arrow_select::concat::concat_batches;
use arrow_select::take::take;
use parquet::errors::ParquetError;

use super::rows::{Piece, nobody};
use super::{ArrangeError, refused};
use crate::block::{Block, Column};
use crate::feed::unreadable;
use crate::layout::Layout;
use crate::parquet::cells;

/// Rows of a file: the number of a later one does not fit into its column.
const ROWS_AT_MOST: u64 = (1 << 32) - 1;

/// Rows of one township that follow one another in a file.
pub(super) struct Part {
    pub(super) code: String,
    rows: RecordBatch,
    file: Arc<str>,
    first: u64,
}

/// A township while its rows come.
#[derive(Default)]
pub(super) struct Township {
    code: String,
    parts: Vec<Part>,
}

/// Cuts rows where a township ends.
pub(super) fn parts(piece: &Piece, layout: &Layout) -> Result<Vec<Part>, ArrangeError> {
    let rows = piece.batch.num_rows();
    let column = column(piece, layout, layout.township)?;
    let empty = (0..rows).find(|row| column.is_empty_at(*row));
    if let Some(row) = empty {
        return Err(nobody(&piece.file, piece.first + row as u64));
    }
    let block = Block {
        rows,
        columns: vec![column],
        ..Block::default()
    };
    let starts = block.starts(0, 0);
    let ends = starts.iter().skip(1).copied().chain([rows]);
    let part = |(start, end): (&usize, usize)| Part {
        code: block.columns[0].text(*start).into_owned(),
        rows: piece.batch.slice(*start, end - start),
        file: Arc::clone(&piece.file),
        first: piece.first + *start as u64,
    };
    Ok(starts.iter().zip(ends).map(part).collect())
}

/// The cells of a column of the layout.
fn column(piece: &Piece, layout: &Layout, at: usize) -> Result<Column, ArrangeError> {
    let schema = piece.batch.schema();
    let names: Vec<&str> = schema.fields().iter().map(|f| f.name().as_str()).collect();
    let found = layout.find(&piece.file, &names, &mut Vec::new())?;
    let array = found[at].map(|at| piece.batch.column(at).as_ref());
    let mut column = Column::Absent;
    let read = cells::add(array, false, 0, &mut column);
    read.map_err(|error: ParquetError| unreadable(&piece.file, &error.to_string()))?;
    Ok(column)
}

impl Township {
    /// Whether a part is of this township.
    pub(super) fn takes(&self, part: &Part) -> bool {
        self.parts.is_empty() || self.code == part.code
    }

    pub(super) fn add(&mut self, part: Part) {
        self.code.clone_from(&part.code);
        self.parts.push(part);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// What columns its rows have; none if there is no row.
    pub(super) fn columns(&self) -> Option<Arc<Schema>> {
        self.parts.first().map(|part| part.rows.schema())
    }

    /// Its rows by kind, day and the place where they stood, with that place.
    pub(super) fn arranged(
        self,
        schema: &Arc<Schema>,
        layout: &Layout,
    ) -> Result<RecordBatch, ArrangeError> {
        let first = self.parts.first().ok_or_else(|| refused("", "empty"))?;
        let wrong = |_| ArrangeError::from(refused(&first.file, "columns"));
        let (files, rows) = self.places()?;
        let parts = self.parts.iter().map(|part| &part.rows);
        let whole = concat_batches(&first.rows.schema(), parts).map_err(wrong)?;
        let whole = Piece {
            batch: whole,
            file: Arc::clone(&first.file),
            first: 0,
        };
        let kinds = layout.kind.map(|kind| column(&whole, layout, kind));
        let kinds = kinds.transpose()?.map(|kinds| keys(&kinds, rows.len()));
        let days = layout.day.map(|day| column(&whole, layout, day));
        let days = days.transpose()?.map(|days| keys(&days, rows.len()));
        let key =
            |keys: &Option<Vec<i64>>, row: u32| keys.as_ref().map_or(0, |keys| keys[row as usize]);
        let mut order: Vec<u32> = (0..).take(rows.len()).collect();
        // Stable: what is alike stays as it stood.
        order.sort_by_key(|row| (key(&kinds, *row), key(&days, *row)));
        let order = UInt32Array::from(order);
        let all = whole.batch.columns().iter().chain([&files, &rows]);
        let columns = all.map(|column| take(column, &order, None));
        let columns = columns
            .collect::<Result<Vec<ArrayRef>, _>>()
            .map_err(wrong)?;
        RecordBatch::try_new(Arc::clone(schema), columns).map_err(wrong)
    }

    /// Where each row stood.
    fn places(&self) -> Result<(ArrayRef, ArrayRef), ArrangeError> {
        let (mut files, mut rows) = (Vec::new(), Vec::new());
        for part in &self.parts {
            for row in (part.first..).take(part.rows.num_rows()) {
                let number = u32::try_from(row).ok().filter(|_| row <= ROWS_AT_MOST);
                rows.push(number.ok_or_else(|| refused(&part.file, "rows"))?);
                files.push(part.file.as_ref());
            }
        }
        Ok((
            Arc::new(StringArray::from(files)),
            Arc::new(UInt32Array::from(rows)),
        ))
    }
}

/// Numbers that are in the order of the cells.
fn keys(column: &Column, rows: usize) -> Vec<i64> {
    match column {
        Column::Absent => vec![0; rows],
        Column::Whole(numbers) | Column::Hundredths(numbers) => numbers.clone(),
        Column::Days(days) => days.iter().map(|day| i64::from(*day)).collect(),
        Column::Texts(texts) => {
            let mut order: Vec<(&str, usize)> = texts.words.iter().zip(0..).collect();
            order.sort_unstable();
            let mut ranks = vec![0; order.len()];
            for (rank, (_, word)) in (0..).zip(order) {
                ranks[word] = rank;
            }
            texts
                .codes
                .iter()
                .map(|code| ranks[*code as usize])
                .collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use arrow_array::Int64Array;
    use arrow_schema::{DataType, Field};

    use super::*;
    use crate::arranged::{FILE, ROW};
    use crate::mapping::Mapping;

    #[test]
    fn a_row_whose_number_is_too_large_is_refused() {
        let arranged = |last: u64| {
            let cells = || -> ArrayRef { Arc::new(Int64Array::from(vec![1, 1])) };
            let columns = ["jurisdiction", "kind", "date"].map(|name| (name, cells()));
            let rows = RecordBatch::try_from_iter(columns).unwrap();
            let mut fields: Vec<_> = rows.schema().fields().iter().cloned().collect();
            for (name, of) in [(FILE, DataType::Utf8), (ROW, DataType::UInt32)] {
                fields.push(Arc::new(Field::new(name, of, false)));
            }
            let mut township = Township::default();
            township.add(Part {
                code: "1".to_owned(),
                rows,
                file: Arc::from("a.csv"),
                first: last - 1,
            });
            let layout = Layout::of(&Mapping::own());
            township.arranged(&Arc::new(Schema::new(fields)), &layout)
        };
        assert_eq!(arranged(ROWS_AT_MOST).unwrap().num_rows(), 2);
        let ArrangeError::Files(problems) = arranged(ROWS_AT_MOST + 1).unwrap_err() else {
            panic!("the target is not touched");
        };
        assert_eq!(problems[0].note.code.id(), "LS1011");
    }
}
