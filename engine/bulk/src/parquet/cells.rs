//! Arrays of Parquet to the cells of columns.

use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, Decimal128Type, Int8Type, Int16Type, Int32Type, Int64Type,
    TimestampMicrosecondType, TimestampMillisecondType, TimestampNanosecondType,
    TimestampSecondType, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrowPrimitiveType, PrimitiveArray};
use arrow_schema::{DataType, TimeUnit};
use luoshi_evidence::{Dictionary, date_of};
use parquet::errors::ParquetError;

use crate::block::{Column, NO_DAY, NO_NUMBER, Texts};

/// Adds the cells of an array to a column that has so many; none if the file has no such column.
pub(crate) fn add(
    array: Option<&dyn Array>,
    moments: bool,
    before: usize,
    column: &mut Column,
) -> Result<(), ParquetError> {
    let Some(array) = array else {
        *column = Column::Absent;
        return Ok(());
    };
    if before == 0 {
        start(array, column);
    }
    match (array.data_type(), &mut *column) {
        (DataType::Int8, Column::Whole(numbers)) => whole::<Int8Type>(array, numbers),
        (DataType::Int16, Column::Whole(numbers)) => whole::<Int16Type>(array, numbers),
        (DataType::Int32, Column::Whole(numbers)) => whole::<Int32Type>(array, numbers),
        (DataType::Int64, Column::Whole(numbers)) => whole::<Int64Type>(array, numbers),
        (DataType::UInt8, Column::Whole(numbers)) => whole::<UInt8Type>(array, numbers),
        (DataType::UInt16, Column::Whole(numbers)) => whole::<UInt16Type>(array, numbers),
        (DataType::UInt32, Column::Whole(numbers)) => whole::<UInt32Type>(array, numbers),
        (DataType::UInt64, Column::Whole(numbers)) if fits(array) => large(array, numbers),
        (DataType::Date32, Column::Days(all)) => days(array, all),
        (DataType::Dictionary(..), Column::Texts(texts)) => coded(array, texts),
        _ if before == 0 => *column = rare(array, moments)?,
        _ => column.append(before, &rare(array, moments)?, array.len()),
    }
    Ok(())
}

/// Makes an empty column one of what the array holds; it keeps its room if it was one before.
fn start(array: &dyn Array, column: &mut Column) {
    let fresh = match array.data_type() {
        DataType::Date32 => Column::Days(Vec::new()),
        DataType::Dictionary(..) => Column::Texts(Texts::default()),
        data_type if data_type.is_integer() => Column::Whole(Vec::new()),
        _ => Column::Absent,
    };
    if std::mem::discriminant(column) != std::mem::discriminant(&fresh) {
        *column = fresh;
    }
}

/// An array whose kind is met seldom, as a column.
fn rare(array: &dyn Array, moments: bool) -> Result<Column, ParquetError> {
    Ok(match array.data_type() {
        DataType::UInt64 => {
            let numbers = array.as_primitive::<UInt64Type>().values();
            let shown: Vec<String> = numbers.iter().map(u64::to_string).collect();
            texts(array.len(), |row| {
                array.is_valid(row).then(|| shown[row].as_str())
            })
        }
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
        other => return Err(ParquetError::NYI(format!("columns of {other}"))),
    })
}

fn whole<T>(array: &dyn Array, numbers: &mut Vec<i64>)
where
    T: ArrowPrimitiveType,
    T::Native: Into<i64>,
{
    let array = array.as_primitive::<T>();
    let before = numbers.len();
    numbers.extend(array.values().iter().map(|value| (*value).into()));
    blank(array, &mut numbers[before..], NO_NUMBER);
}

/// Whether no number is too large to count with; those that are become texts.
fn fits(array: &dyn Array) -> bool {
    let numbers = array.as_primitive::<UInt64Type>().values();
    numbers.iter().fold(0, |all, number| all | number) <= i64::MAX.cast_unsigned()
}

fn large(array: &dyn Array, numbers: &mut Vec<i64>) {
    let array = array.as_primitive::<UInt64Type>();
    let before = numbers.len();
    numbers.extend(array.values().iter().map(|value| value.cast_signed()));
    blank(array, &mut numbers[before..], NO_NUMBER);
}

fn days(array: &dyn Array, days: &mut Vec<i32>) {
    let array = array.as_primitive::<Date32Type>();
    let before = days.len();
    days.extend_from_slice(array.values());
    blank(array, &mut days[before..], NO_DAY);
}

/// Texts that the file numbers itself.
fn coded(array: &dyn Array, texts: &mut Texts) {
    let array = array.as_dictionary::<Int32Type>();
    let values = array.values().as_string::<i32>();
    let one = |at: usize| {
        if values.is_valid(at) {
            texts.words.intern(values.value(at))
        } else {
            0
        }
    };
    let of: Vec<u32> = (0..values.len()).map(one).collect();
    let keys = array.keys();
    let before = texts.codes.len();
    match of.len().checked_sub(1) {
        None => texts.codes.resize(before + keys.len(), 0),
        Some(last) => {
            // The key of an absent text means nothing, and may be any.
            let code = |key: &i32| of[usize::try_from(*key).unwrap_or(0).min(last)];
            texts.codes.extend(keys.values().iter().map(code));
            blank(keys, &mut texts.codes[before..], 0);
        }
    }
}

fn texts<'a>(rows: usize, cell: impl Fn(usize) -> Option<&'a str>) -> Column {
    let mut words = Dictionary::default();
    let codes = (0..rows).map(|row| words.intern(cell(row).unwrap_or("")));
    let codes = codes.collect();
    Column::Texts(Texts { codes, words })
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
fn blank<A: Array + ?Sized, T: Choice>(array: &A, values: &mut [T], nothing: T) {
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
                    *value = value.or(nothing, word >> bit & 1);
                }
            }
        }
    }
}

/// A cell that is kept or not without a jump: which cells are empty cannot be guessed.
trait Choice: Copy {
    /// This one for 1, the other for 0.
    fn or(self, other: Self, bit: u64) -> Self;
}

impl Choice for i64 {
    fn or(self, other: i64, bit: u64) -> i64 {
        let keep = bit.wrapping_neg().cast_signed();
        self & keep | other & !keep
    }
}

impl Choice for i32 {
    fn or(self, other: i32, bit: u64) -> i32 {
        let keep = (bit as i32).wrapping_neg();
        self & keep | other & !keep
    }
}

impl Choice for u32 {
    fn or(self, other: u32, bit: u64) -> u32 {
        let keep = (bit as u32).wrapping_neg();
        self & keep | other & !keep
    }
}
