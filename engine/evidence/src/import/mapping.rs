//! A mapping file: which column is which field, for tables with headings of their own.
//!
//! ```yaml
//! kind: shift
//! duty: night_patrol
//! columns: { 巡逻日期: date, 队员: actor, 签到: status }
//! values: { status: { √: attended, ×: absent, 请假: excused } }
//! defaults: { subject: v01 }
//! sheets:                       # of a workbook; what is above holds for all of them
//!   封面: { skip: true }
//!   夜间巡逻: { heading: 3, layout: days, year: 2012, kind: shift }
//! ```

use std::collections::BTreeMap;
use std::fmt;

use luoshi_diagnostics::{Code, FileId, Note, Place, Staged, nearest};
use serde::de::{Deserialize, Deserializer, Error, Visitor};

use super::headings::fold;
use super::sheets::Shape;
use crate::field::Field;
use crate::kind::Kind;
use crate::raw::RawRecord;

/// How a table is to be read. The default leaves everything to the headings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mapping {
    /// The kind of every record, unless a column says otherwise.
    pub kind: Option<Kind>,
    /// The duty of every record, unless a column says otherwise.
    pub duty: Option<String>,
    /// Headings, compared like the usual ones, to fields.
    pub columns: BTreeMap<String, Field>,
    /// For a field, what stands in a cell to what is meant.
    pub values: BTreeMap<Field, BTreeMap<String, String>>,
    /// For a field, what an empty or absent cell means.
    pub defaults: BTreeMap<Field, String>,
    /// The rows of the heading of a sheet, from 1.
    pub heading: Option<(u32, u32)>,
    /// How the table of a sheet is laid out.
    pub layout: Option<Shape>,
    /// The year of days written without one, where the sheet does not say it.
    pub year: Option<i32>,
    /// The month of days written without one, where the sheet does not say it.
    pub month: Option<u32>,
    /// The sheet holds no records.
    pub skip: bool,
    /// What holds for single sheets of a workbook, by name.
    pub sheets: BTreeMap<String, Mapping>,
}

impl Mapping {
    /// What it says of a sheet: of one with this name, else of one whose name differs in
    /// digits only, such as 5月 and 6月.
    pub(super) fn of_sheet(&self, name: &str) -> Option<&Mapping> {
        let bare = |name: &str| -> String {
            let kept = name
                .chars()
                .filter(|c| !c.is_numeric() && !c.is_whitespace());
            kept.collect()
        };
        let wanted = bare(name);
        let like = || self.sheets.iter().find(|(other, _)| bare(other) == wanted);
        let like = like().filter(|_| !wanted.is_empty());
        self.sheets.get(name).or(like.map(|(_, sheet)| sheet))
    }

    /// This mapping, with another for what it does not say.
    pub(super) fn over(&self, below: &Mapping) -> Mapping {
        let mut all = below.clone();
        all.kind = self.kind.or(below.kind);
        all.duty = self.duty.clone().or(all.duty);
        all.columns.extend(self.columns.clone());
        for (field, values) in &self.values {
            all.values.entry(*field).or_default().extend(values.clone());
        }
        all.defaults.extend(self.defaults.clone());
        all.heading = self.heading.or(below.heading);
        all.layout = self.layout.or(below.layout);
        all.year = self.year.or(below.year);
        all.month = self.month.or(below.month);
        all.skip = self.skip || below.skip;
        all.sheets = BTreeMap::new();
        all
    }

    /// All that it says of a sheet.
    pub(super) fn for_sheet(&self, name: &str) -> Mapping {
        match self.of_sheet(name) {
            Some(sheet) => sheet.over(self),
            None => Mapping::default().over(self),
        }
    }

    /// Reads a mapping file.
    #[must_use]
    pub fn from_yaml(text: &str, file: FileId) -> Staged<Mapping> {
        let read = if text.trim().is_empty() {
            Ok(MappingRecord::default())
        } else {
            serde_yaml::from_str::<MappingRecord>(text)
        };
        match read {
            Ok(record) => Linker {
                text,
                file,
                notes: Vec::new(),
            }
            .link(record),
            Err(error) => {
                let place = error.location().map(|at| {
                    let start = at.index().min(text.len());
                    Place {
                        file,
                        start,
                        end: start,
                    }
                });
                let mut note = note("syntax", "", &error.to_string(), None);
                note.place = place.filter(|place| text.is_char_boundary(place.start));
                Staged {
                    value: None,
                    notes: vec![note],
                }
            }
        }
    }

    /// The field of a heading.
    pub(super) fn field(&self, heading: &str) -> Option<Field> {
        let folded = fold(heading);
        let exact = self.columns.get(heading.trim());
        let like = || self.columns.iter().find(|(typed, _)| fold(typed) == folded);
        exact.or_else(|| like().map(|(_, field)| field)).copied()
    }

    /// What a cell means.
    pub(super) fn value<'a>(&'a self, field: Field, cell: &'a str) -> &'a str {
        let values = self.values.get(&field);
        values
            .and_then(|values| values.get(cell))
            .map_or(cell, String::as_str)
    }
}

/// The file as it is written, version 1.
#[derive(Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
struct MappingRecord {
    kind: Option<String>,
    duty: Option<String>,
    columns: BTreeMap<Word, Word>,
    values: BTreeMap<Word, BTreeMap<Word, Word>>,
    defaults: BTreeMap<Word, Word>,
    heading: Option<Word>,
    layout: Option<Word>,
    year: Option<Word>,
    month: Option<Word>,
    skip: bool,
    sheets: BTreeMap<Word, MappingRecord>,
}

/// Any scalar as the text that it was: `1: attended` is as good as `"1": attended`.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Word(String);

impl<'de> Deserialize<'de> for Word {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Word, D::Error> {
        deserializer.deserialize_any(WordVisitor)
    }
}

struct WordVisitor;

impl Visitor<'_> for WordVisitor {
    type Value = Word;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a word")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Word, E> {
        Ok(Word(text.to_owned()))
    }

    fn visit_bool<E: Error>(self, truth: bool) -> Result<Word, E> {
        Ok(Word(truth.to_string()))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Word, E> {
        Ok(Word(number.to_string()))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Word, E> {
        Ok(Word(number.to_string()))
    }
}

/// Turns words into fields and kinds, and notes those that are none.
struct Linker<'a> {
    text: &'a str,
    file: FileId,
    notes: Vec<Note>,
}

impl Linker<'_> {
    fn link(mut self, record: MappingRecord) -> Staged<Mapping> {
        let mapping = self.mapping(record);
        Staged::new(mapping, self.notes)
    }

    fn mapping(&mut self, record: MappingRecord) -> Mapping {
        let mut mapping = Mapping {
            duty: record.duty,
            ..Mapping::default()
        };
        if let Some(name) = record.kind {
            mapping.kind = Kind::from_name(&name);
            if mapping.kind.is_none() {
                self.wrong("kind", "kind", &name, nearest(&name, Kind::names()));
            }
        }
        for (Word(heading), Word(name)) in record.columns {
            mapping
                .columns
                .extend(self.field(&name).map(|field| (heading, field)));
        }
        for (Word(name), values) in record.values {
            let Some(field) = self.field(&name) else {
                continue;
            };
            let values = values
                .into_iter()
                .map(|(Word(cell), Word(value))| (cell, value));
            mapping.values.insert(field, values.collect());
        }
        for (Word(name), Word(value)) in record.defaults {
            let Some(field) = self.field(&name) else {
                continue;
            };
            if RawRecord::empty()
                .put(field, value.as_str().into())
                .is_err()
            {
                self.wrong("value", &name, &value, None);
            }
            mapping.defaults.insert(field, value);
        }
        mapping.skip = record.skip;
        mapping.heading = self.read("heading", record.heading, rows_of);
        mapping.layout = self.read("layout", record.layout, Shape::from_word);
        let within = |low, high| move |n: &u32| (low..=high).contains(n);
        mapping.year = self
            .read("year", record.year, |y| {
                y.parse().ok().filter(within(1900, 2199))
            })
            .map(u32::cast_signed);
        mapping.month = self.read("month", record.month, |m| {
            m.parse().ok().filter(within(1, 12))
        });
        for (Word(name), sheet) in record.sheets {
            let sheet = self.mapping(sheet);
            mapping.sheets.insert(name, sheet);
        }
        mapping
    }

    fn read<T>(
        &mut self,
        key: &str,
        word: Option<Word>,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let Word(word) = word?;
        let value = read(word.trim());
        if value.is_none() {
            self.wrong("value", key, &word, None);
        }
        value
    }

    fn field(&mut self, name: &str) -> Option<Field> {
        let named = Field::ALL
            .into_iter()
            .find(|f| f.key() == name || f.zh() == name);
        if named.is_none() {
            let names = Field::ALL.iter().flat_map(|f| [f.key(), f.zh()]);
            self.wrong("field", name, name, nearest(name, names));
        }
        named
    }

    fn wrong(&mut self, reason: &str, field: &str, value: &str, near: Option<&str>) {
        let mut note = note(reason, field, value, near);
        // The reader keeps no places; the word itself is enough to find it by.
        note.place = self
            .text
            .find(value)
            .filter(|_| !value.is_empty())
            .map(|start| Place {
                file: self.file,
                start,
                end: start + value.len(),
            });
        self.notes.push(note);
    }
}

/// `3` or `3-4`.
fn rows_of(text: &str) -> Option<(u32, u32)> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let (first, last) = (first.trim().parse().ok()?, last.trim().parse().ok()?);
    (0 < first && first <= last && last - first < 2).then_some((first, last))
}

fn note(reason: &str, field: &str, value: &str, near: Option<&str>) -> Note {
    Note::new(Code::MappingColumn)
        .arg("reason", reason)
        .arg("field", field)
        .arg("value", value)
        .arg("near", if near.is_some() { "yes" } else { "no" })
        .arg("suggestion", near.unwrap_or_default())
}
