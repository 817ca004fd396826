//! The rows of bulk files with all their columns, some thousands at a time.

use std::sync::Arc;

use arrow_array::RecordBatch;
use arrow_schema::Schema;
use luoshi_diagnostics::{Code, Note};

use super::table::{Table, Types};
use super::{ArrangeError, refused};
use crate::block::{Block, Broken};
use crate::feed::{Content, Feed, Names, unreadable};
use crate::file::BulkFile;
use crate::layout::Layout;
use crate::parquet::Opened;
use crate::problem::{Field, Problem};

/// Bytes of a piece of text.
const BYTES: usize = 4 << 20;
/// Rows of Parquet that are read together.
const ROWS: usize = 1 << 13;

/// Rows that follow one another in a file.
pub(super) struct Piece {
    pub(super) batch: RecordBatch,
    /// The name of the file.
    pub(super) file: Arc<str>,
    /// The number of the first row there.
    pub(super) first: u64,
}

/// What is done with them.
pub(super) type Each<'e> = &'e mut dyn FnMut(Piece) -> Result<(), ArrangeError>;

/// Tells the rows of files in order.
pub(super) fn rows(
    files: &[BulkFile],
    layout: &Layout,
    each: Each<'_>,
) -> Result<(), ArrangeError> {
    let types = types(files, layout)?;
    // The columns of the first file, in its order, are those of all.
    let mut schema: Option<Arc<Schema>> = None;
    let mut alike = |piece: Piece| {
        let known = schema.get_or_insert_with(|| with_empty_cells(&piece.batch.schema()));
        let batch = in_order(&piece.batch, known).ok_or_else(|| refused(&piece.file, "columns"))?;
        each(Piece { batch, ..piece })
    };
    let names = Names::default();
    let mut block = Block::default();
    walk(files, layout, &names, |content, file, first| {
        let file: Arc<str> = Arc::from(file);
        match content {
            Content::RowGroup(opened, group) => {
                row_group(&opened, group, (&file, first), &mut alike)
            }
            Content::Csv(heading, bytes) => {
                let table = Table::of(&heading, layout);
                table.read(&bytes, (&file, first), &mut block)?;
                let batch = table.batch(&mut block, &types)?;
                alike(Piece { batch, file, first })
            }
            Content::Jsonl(_) | Content::Unreadable => Ok(()),
        }
    })
}

/// What the columns of tables hold, for a cell says it only together with all others.
fn types(files: &[BulkFile], layout: &Layout) -> Result<Types, ArrangeError> {
    let mut types = Types::default();
    let names = Names::default();
    let mut block = Block::default();
    walk(files, layout, &names, |content, file, first| {
        if let Content::Csv(heading, bytes) = content {
            let table = Table::of(&heading, layout);
            table.read(&bytes, (file, first), &mut block)?;
            types.add(&table, &block);
        }
        Ok(())
    })?;
    Ok(types)
}

/// Goes through the pieces of files: each with the name of its file and the number of its first row.
fn walk(
    files: &[BulkFile],
    layout: &Layout,
    names: &Names,
    mut each: impl FnMut(Content, &str, u64) -> Result<(), ArrangeError>,
) -> Result<(), ArrangeError> {
    let mut feed = Feed::new(files, layout, names, BYTES);
    while let Some(piece) = feed.next() {
        let file = files.get(piece.file).map_or("", |file| file.name.as_str());
        match &piece.content {
            Content::Unreadable => return Err(ArrangeError::Files(feed.problems)),
            // What columns there are is known when all lines were read.
            Content::Jsonl(_) => return Err(refused(file, "lines").into()),
            Content::RowGroup(opened, _) if opened.is_arranged() => {
                return Err(refused(file, "arranged").into());
            }
            _ => each(piece.content, file, piece.row)?,
        }
    }
    Ok(())
}

fn row_group(
    opened: &Opened,
    group: usize,
    (file, mut first): (&Arc<str>, u64),
    each: Each<'_>,
) -> Result<(), ArrangeError> {
    let wrong = |error: parquet::errors::ParquetError| unreadable(file, &error.to_string());
    let mut batches = opened.batches(group, ROWS).map_err(wrong)?;
    while let Some(batch) = batches.next().map_err(wrong)? {
        let rows = batch.num_rows() as u64;
        each(Piece {
            batch,
            file: Arc::clone(file),
            first,
        })?;
        first += rows;
    }
    Ok(())
}

/// The same columns, each of which may have empty cells: a file without any is followed by one that has some.
fn with_empty_cells(schema: &Schema) -> Arc<Schema> {
    let fields = schema.fields().iter();
    let fields = fields.map(|field| field.as_ref().clone().with_nullable(true));
    Arc::new(Schema::new(fields.collect::<Vec<_>>()))
}

/// The columns of a batch in the order of others; none if they are not the same.
fn in_order(batch: &RecordBatch, schema: &Arc<Schema>) -> Option<RecordBatch> {
    let own = batch.schema();
    let columns = schema.fields().iter().map(|field| {
        let (at, found) = own.column_with_name(field.name())?;
        let same = found.data_type() == field.data_type();
        same.then(|| Arc::clone(batch.column(at)))
    });
    let columns = columns.collect::<Option<Vec<_>>>()?;
    let all = columns.len() == batch.num_columns();
    all.then(|| RecordBatch::try_new(Arc::clone(schema), columns).ok())
        .flatten()
}

/// The first row that is none: it would get lost.
pub(super) fn broken(
    (file, first): (&str, u64),
    found: &[(usize, Broken)],
) -> Result<(), ArrangeError> {
    let Some((row, why)) = found.first() else {
        return Ok(());
    };
    let at = Field {
        name: &why.field,
        value: "",
    };
    let problem = Problem::of_record(file, first + *row as u64, &at, why.reason);
    Err(ArrangeError::Files(vec![problem]))
}

/// A row without a township.
pub(super) fn nobody(file: &str, row: u64) -> ArrangeError {
    let note = Note::new(Code::BulkTownship);
    ArrangeError::Files(vec![Problem::at_row(file, row, note)])
}
