//! Tables of texts as columns that have a type.

use std::collections::BTreeMap;
use std::sync::Arc;

use arrow_array::{ArrayRef, Date32Array, Int64Array, RecordBatch, StringArray};
use arrow_schema::{Field, Schema};
use bytes::Bytes;
use jiff::civil::Date;
use luoshi_evidence::day_of;

use super::rows::broken;
use super::{ArrangeError, refused};
use crate::block::{Block, Column, NO_NUMBER};
use crate::csv::{self, Heading};
use crate::layout::Layout;

/// All columns of a table by their names, also those that the mapping does not name.
pub(super) struct Table {
    heading: Heading,
    all: Layout,
}

/// What the cells of a column are, each coming back as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Type {
    /// All empty so far.
    Empty,
    Whole,
    Day,
    Text,
}

/// What the columns of tables are, by name.
#[derive(Debug, Default)]
pub(super) struct Types(BTreeMap<String, Type>);

impl Table {
    pub(super) fn of(heading: &Heading, layout: &Layout) -> Table {
        Table {
            heading: heading.of_all(),
            all: Layout {
                columns: heading.names.clone(),
                own_shape: layout.own_shape,
                ..Layout::default()
            },
        }
    }

    /// Reads a piece of the table.
    pub(super) fn read(
        &self,
        bytes: &Bytes,
        (file, first): (&str, u64),
        into: &mut Block,
    ) -> Result<(), ArrangeError> {
        csv::read(&self.heading, &self.all, bytes, into);
        broken((file, first), &into.broken)
    }

    /// The rows of a piece that was read.
    pub(super) fn batch(
        &self,
        block: &mut Block,
        types: &Types,
    ) -> Result<RecordBatch, ArrangeError> {
        let rows = block.rows;
        let columns = self.all.columns.iter().zip(&mut block.columns);
        let (fields, arrays): (Vec<Field>, Vec<ArrayRef>) = columns
            .map(|(name, column)| {
                let array = array(column, rows, types.of(name));
                (Field::new(name, array.data_type().clone(), true), array)
            })
            .unzip();
        let batch = RecordBatch::try_new(Arc::new(Schema::new(fields)), arrays);
        // Nothing but two columns of one name can be wrong with them.
        batch.map_err(|_| refused("", "columns").into())
    }
}

impl Types {
    /// Takes in the cells of a piece.
    pub(super) fn add(&mut self, table: &Table, block: &Block) {
        for (name, column) in table.all.columns.iter().zip(&block.columns) {
            let known = self.0.entry(name.clone()).or_insert(Type::Empty);
            *known = match (*known, of(column)) {
                (known, Type::Empty) => known,
                (Type::Empty, new) => new,
                (known, new) if known == new => known,
                _ => Type::Text,
            };
        }
    }

    fn of(&self, name: &str) -> Type {
        self.0.get(name).copied().unwrap_or(Type::Text)
    }
}

fn of(column: &Column) -> Type {
    match column {
        Column::Whole(_) => Type::Whole,
        Column::Texts(texts) => {
            let words = texts.words.iter().filter(|word| !word.is_empty());
            match words.map(day).collect::<Option<Vec<i32>>>() {
                None => Type::Text,
                Some(days) if days.is_empty() => Type::Empty,
                Some(_) => Type::Day,
            }
        }
        _ => Type::Empty,
    }
}

/// A day that is written as days are shown, so that the text comes back from it.
fn day(text: &str) -> Option<i32> {
    let date: Date = text.parse().ok()?;
    (date.to_string() == text).then(|| day_of(date))
}

fn array(column: &mut Column, rows: usize, of: Type) -> ArrayRef {
    match (of, &*column) {
        (Type::Whole, Column::Whole(numbers)) => {
            let held = |number: &i64| (*number != NO_NUMBER).then_some(*number);
            Arc::new(numbers.iter().map(held).collect::<Int64Array>())
        }
        (Type::Whole, _) => Arc::new(Int64Array::new_null(rows)),
        (Type::Day, Column::Texts(texts)) => {
            let days: Vec<Option<i32>> = texts.words.iter().map(day).collect();
            let days = texts.codes.iter().map(|code| days[*code as usize]);
            Arc::new(days.collect::<Date32Array>())
        }
        (Type::Day, _) => Arc::new(Date32Array::new_null(rows)),
        (Type::Empty | Type::Text, _) => {
            let texts = column.as_texts(rows);
            let text = |code: &u32| Some(texts.words.text(*code)).filter(|text| !text.is_empty());
            Arc::new(texts.codes.iter().map(text).collect::<StringArray>())
        }
    }
}
