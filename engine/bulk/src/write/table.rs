//! Records as a Parquet table, one column for each field.

use std::io::{self, Write};
use std::sync::Arc;

use arrow_array::builder::{
    Date32Builder, Decimal128Builder, StringBuilder, StringDictionaryBuilder,
};
use arrow_array::types::Int32Type;
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{ArrowError, DataType, Field as Column, Schema};
use luoshi_evidence::{Field, Hundredths, Record, day_of};
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_writer::ArrowWriterOptions;
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;

/// Rows of a group, at least: it ends with a township.
const GROUP: usize = 100_000;
/// Rows kept before they are encoded.
const BATCH: usize = 8_192;
/// Digits of the largest number that a record may hold, in hundredths.
const DIGITS: u8 = 15;

/// A Parquet file that is being written.
pub(super) struct TableWriter<'w> {
    out: ArrowWriter<&'w mut (dyn Write + Send)>,
    schema: Arc<Schema>,
    cells: Vec<Cells>,
    /// Rows not yet encoded, and of the group.
    rows: usize,
    group: usize,
    township: Option<String>,
}

/// The cells of one field.
enum Cells {
    /// Words that repeat.
    Words(StringDictionaryBuilder<Int32Type>),
    Texts(StringBuilder),
    Days(Date32Builder),
    Numbers(Decimal128Builder),
}

impl<'w> TableWriter<'w> {
    pub(super) fn start(out: &'w mut (dyn Write + Send)) -> io::Result<TableWriter<'w>> {
        let cells: Vec<Cells> = Field::ALL.into_iter().map(Cells::of).collect();
        let fields = Field::ALL.into_iter().zip(&cells);
        let needed = |f| {
            matches!(
                f,
                Field::Id | Field::Kind | Field::Date | Field::Jurisdiction
            )
        };
        let column = |(field, cells): (Field, &Cells)| {
            Column::new(field.key(), cells.data_type(), !needed(field))
        };
        let schema = Arc::new(Schema::new(fields.map(column).collect::<Vec<_>>()));
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_max_row_group_row_count(None)
            // The same records give the same bytes, whichever version wrote them.
            .set_created_by("luoshi".to_owned())
            .build();
        let options = ArrowWriterOptions::new()
            .with_properties(properties)
            .with_skip_arrow_metadata(true);
        Ok(TableWriter {
            out: ArrowWriter::try_new_with_options(out, Arc::clone(&schema), options)?,
            schema,
            cells,
            rows: 0,
            group: 0,
            township: None,
        })
    }

    pub(super) fn write(&mut self, record: &Record) -> io::Result<()> {
        if self.township != record.jurisdiction {
            if self.group >= GROUP {
                self.encode()?;
                self.out.flush()?;
                self.group = 0;
            }
            self.township.clone_from(&record.jurisdiction);
        }
        for (field, cells) in Field::ALL.into_iter().zip(&mut self.cells) {
            cells.push(field, record);
        }
        self.rows += 1;
        self.group += 1;
        if self.rows == BATCH {
            self.encode()
        } else {
            Ok(())
        }
    }

    fn encode(&mut self) -> io::Result<()> {
        if self.rows == 0 {
            return Ok(());
        }
        self.rows = 0;
        let columns: Result<Vec<ArrayRef>, ArrowError> =
            self.cells.iter_mut().map(Cells::finish).collect();
        let batch = columns.and_then(|columns| RecordBatch::try_new(self.schema.clone(), columns));
        self.out.write(&batch.map_err(io::Error::other)?)?;
        Ok(())
    }

    pub(super) fn finish(mut self) -> io::Result<()> {
        self.encode()?;
        self.out.close()?;
        Ok(())
    }
}

impl Cells {
    fn of(field: Field) -> Cells {
        match field {
            Field::Date | Field::Until => Cells::Days(Date32Builder::new()),
            Field::Quantity | Field::Amount => Cells::Numbers(Decimal128Builder::new()),
            Field::Id
            | Field::Note
            | Field::Attachments
            | Field::Set
            | Field::RecordedAt
            | Field::Ref => Cells::Texts(StringBuilder::new()),
            _ => Cells::Words(StringDictionaryBuilder::new()),
        }
    }

    fn data_type(&self) -> DataType {
        match self {
            Cells::Words(_) => {
                DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8))
            }
            Cells::Texts(_) => DataType::Utf8,
            Cells::Days(_) => DataType::Date32,
            Cells::Numbers(_) => DataType::Decimal128(DIGITS, 2),
        }
    }

    fn push(&mut self, field: Field, record: &Record) {
        match self {
            Cells::Words(words) => words.append_option(record.text(field)),
            Cells::Texts(texts) => texts.append_option(record.text(field)),
            Cells::Days(days) => days.append_option(match field {
                Field::Date => Some(day_of(record.date)),
                _ => record.until.map(day_of),
            }),
            Cells::Numbers(numbers) => {
                let number = match field {
                    Field::Quantity => record.quantity,
                    _ => record.amount,
                };
                numbers.append_option(number.map(|Hundredths(n)| i128::from(n)));
            }
        }
    }

    fn finish(&mut self) -> Result<ArrayRef, ArrowError> {
        Ok(match self {
            Cells::Words(words) => Arc::new(words.finish()),
            Cells::Texts(texts) => Arc::new(texts.finish()),
            Cells::Days(days) => Arc::new(days.finish()),
            Cells::Numbers(numbers) => {
                Arc::new(numbers.finish().with_precision_and_scale(DIGITS, 2)?)
            }
        })
    }
}
