//! Parquet: row groups to blocks. Only columns that the mapping names are decoded.

use std::io::Cursor;
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, Date64Type, Decimal128Type, Int8Type, Int16Type, Int32Type, Int64Type,
    TimestampMicrosecondType, TimestampMillisecondType, TimestampNanosecondType,
    TimestampSecondType, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrowPrimitiveType, PrimitiveArray, RecordBatch};
use arrow_schema::{DataType, Field, Schema, TimeUnit};
use bytes::Bytes;
use luoshi_diagnostics::{Code, Note};
use luoshi_evidence::{Dictionary, date_of};
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{
    ArrowReaderMetadata, ArrowReaderOptions, ParquetRecordBatchReader,
    ParquetRecordBatchReaderBuilder,
};
use parquet::errors::ParquetError;
use parquet::file::reader::{ChunkReader, Length};

use crate::block::{Block, Column, NO_DAY, NO_NUMBER, Texts};
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
) -> Result<Opened, Problem> {
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
                .arg("reason", "type")
                .arg("column", field.name().as_str())
                .arg("suggestion", "")
                .arg("near", "no");
            return Err(Problem::of_file(&file.name, note));
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
            | DataType::Date64
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

    /// A batch as a block of the layout.
    pub(crate) fn block(&self, batch: &RecordBatch) -> Result<Block, ParquetError> {
        let column = |(place, moments): (&Option<usize>, &bool)| match place {
            None => Ok(Column::Absent),
            Some(at) => column(batch.column(*at).as_ref(), *moments),
        };
        let places = self.places.iter().zip(&self.moments);
        Ok(Block {
            rows: batch.num_rows(),
            columns: places.map(column).collect::<Result<_, _>>()?,
            ..Block::default()
        })
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

fn column(array: &dyn Array, moments: bool) -> Result<Column, ParquetError> {
    Ok(match array.data_type() {
        DataType::Int8 => whole::<Int8Type>(array),
        DataType::Int16 => whole::<Int16Type>(array),
        DataType::Int32 => whole::<Int32Type>(array),
        DataType::Int64 => whole::<Int64Type>(array),
        DataType::UInt8 => whole::<UInt8Type>(array),
        DataType::UInt16 => whole::<UInt16Type>(array),
        DataType::UInt32 => whole::<UInt32Type>(array),
        DataType::UInt64 => large(array.as_primitive::<UInt64Type>()),
        DataType::Date32 => Column::Days(days(array.as_primitive::<Date32Type>())),
        DataType::Date64 => Column::Days(days_of_milliseconds(array.as_primitive())),
        DataType::Timestamp(unit, _) => instants(array, *unit, moments),
        DataType::Decimal128(_, scale) => {
            hundredths(array.as_primitive::<Decimal128Type>(), *scale)
        }
        DataType::Boolean => texts(array.len(), |row| {
            let array = array.as_boolean();
            array
                .is_valid(row)
                .then(|| if array.value(row) { "true" } else { "false" })
        }),
        DataType::Utf8 => texts(array.len(), |row| {
            let array = array.as_string::<i32>();
            array.is_valid(row).then(|| array.value(row))
        }),
        DataType::LargeUtf8 => texts(array.len(), |row| {
            let array = array.as_string::<i64>();
            array.is_valid(row).then(|| array.value(row))
        }),
        DataType::Utf8View => texts(array.len(), |row| {
            let array = array.as_string_view();
            array.is_valid(row).then(|| array.value(row))
        }),
        DataType::Dictionary(..) => coded(array),
        other => return Err(ParquetError::NYI(format!("columns of {other}"))),
    })
}

fn whole<T>(array: &dyn Array) -> Column
where
    T: ArrowPrimitiveType,
    T::Native: Into<i64>,
{
    let array = array.as_primitive::<T>();
    let values = array.values().iter().map(|value| (*value).into());
    let mut numbers: Vec<i64> = values.collect();
    blank(array, &mut numbers, NO_NUMBER);
    Column::Whole(numbers)
}

/// Numbers of which some may be too large to count with: those are texts.
fn large(array: &PrimitiveArray<UInt64Type>) -> Column {
    let values = array.values().iter();
    if values.clone().any(|value| i64::try_from(*value).is_err()) {
        let shown: Vec<String> = values.map(u64::to_string).collect();
        return texts(array.len(), |row| {
            array.is_valid(row).then(|| shown[row].as_str())
        });
    }
    let mut numbers: Vec<i64> = values.map(|value| value.cast_signed()).collect();
    blank(array, &mut numbers, NO_NUMBER);
    Column::Whole(numbers)
}

fn days(array: &PrimitiveArray<Date32Type>) -> Vec<i32> {
    let mut days = array.values().to_vec();
    blank(array, &mut days, NO_DAY);
    days
}

fn days_of_milliseconds(array: &PrimitiveArray<Date64Type>) -> Vec<i32> {
    const DAY: i64 = 86_400_000;
    let day = |value: &i64| i32::try_from(value.div_euclid(DAY)).unwrap_or(NO_DAY);
    let mut days: Vec<i32> = array.values().iter().map(day).collect();
    blank(array, &mut days, NO_DAY);
    days
}

/// Moments on the clock of the place: their days, unless the times are wanted too.
fn instants(array: &dyn Array, unit: TimeUnit, moments: bool) -> Column {
    let (numbers, of_second): (&[i64], i64) = match unit {
        TimeUnit::Second => (array.as_primitive::<TimestampSecondType>().values(), 1),
        TimeUnit::Millisecond => (
            array.as_primitive::<TimestampMillisecondType>().values(),
            1_000,
        ),
        TimeUnit::Microsecond => (
            array.as_primitive::<TimestampMicrosecondType>().values(),
            1_000_000,
        ),
        TimeUnit::Nanosecond => (
            array.as_primitive::<TimestampNanosecondType>().values(),
            1_000_000_000,
        ),
    };
    let second = |number: &i64| number.div_euclid(of_second);
    let day = |second: i64| i32::try_from(second.div_euclid(86_400)).unwrap_or(NO_DAY);
    if moments {
        let shown = |number: &i64| {
            let second = second(number);
            let of_day = second.rem_euclid(86_400);
            let (hour, minute) = (of_day / 3_600, of_day / 60 % 60);
            let day = date_of(day(second));
            format!("{day}T{hour:02}:{minute:02}:{:02}", of_day % 60)
        };
        let shown: Vec<String> = numbers.iter().map(shown).collect();
        return texts(array.len(), |row| {
            array.is_valid(row).then(|| shown[row].as_str())
        });
    }
    let mut days: Vec<i32> = numbers.iter().map(|number| day(second(number))).collect();
    blank(array, &mut days, NO_DAY);
    Column::Days(days)
}

fn hundredths(array: &PrimitiveArray<Decimal128Type>, scale: i8) -> Column {
    let factor = 10_i128.pow(u32::try_from(2 - scale).unwrap_or(0));
    // What does not fit is larger than any record may say, and refused as such.
    let one = |value: &i128| i64::try_from(value.saturating_mul(factor)).unwrap_or(i64::MAX);
    let mut numbers: Vec<i64> = array.values().iter().map(one).collect();
    blank(array, &mut numbers, NO_NUMBER);
    Column::Hundredths(numbers)
}

/// Puts what stands for nothing where the array has nothing.
fn blank<A: Array + ?Sized, T: Copy>(array: &A, values: &mut [T], nothing: T) {
    let Some(nulls) = array.nulls().filter(|nulls| nulls.null_count() > 0) else {
        return;
    };
    let words = nulls.inner().bit_chunks().iter_padded();
    for (word, values) in words.zip(values.chunks_mut(64)) {
        match word {
            u64::MAX => {}
            0 => values.fill(nothing),
            _ => {
                for (bit, value) in values.iter_mut().enumerate() {
                    // A choice and no jump: which cells are empty cannot be guessed.
                    *value = if word >> bit & 1 == 0 {
                        nothing
                    } else {
                        *value
                    };
                }
            }
        }
    }
}

fn texts<'a>(rows: usize, cell: impl Fn(usize) -> Option<&'a str>) -> Column {
    let mut words = Dictionary::default();
    let codes = (0..rows).map(|row| words.intern(cell(row).unwrap_or("")));
    let codes = codes.collect();
    Column::Texts(Texts { codes, words })
}

fn coded(array: &dyn Array) -> Column {
    let array = array.as_dictionary::<Int32Type>();
    let values = array.values().as_string::<i32>();
    let mut words = Dictionary::default();
    let of: Vec<u32> = (0..values.len())
        .map(|at| {
            if values.is_valid(at) {
                words.intern(values.value(at))
            } else {
                0
            }
        })
        .collect();
    let keys = array.keys();
    let mut codes: Vec<u32> = if of.is_empty() {
        vec![0; keys.len()]
    } else {
        // The key of an absent text means nothing, and may be any.
        let last = of.len() - 1;
        let code = |key: &i32| of[usize::try_from(*key).unwrap_or(0).min(last)];
        keys.values().iter().map(code).collect()
    };
    blank(keys, &mut codes, 0);
    Column::Texts(Texts { codes, words })
}
