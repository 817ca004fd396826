//! The file of a mapping, version 1, and what is wrong with it.

use std::collections::BTreeMap;
use std::fmt;

use luoshi_diagnostics::{Code, FileId, Note, Place, Staged, nearest};
use luoshi_evidence::{Draft, Field, Kind};
use serde::de::{Deserialize, Deserializer, Error, SeqAccess, Visitor};

use super::{County, Mapping, Part};

impl Mapping {
    /// Reads a mapping file.
    #[must_use]
    pub fn from_yaml(text: &str, file: FileId) -> Staged<Mapping> {
        let mut linker = Linker {
            text,
            file,
            notes: Vec::new(),
        };
        match serde_yaml::from_str::<MappingRecord>(text) {
            Ok(record) => {
                let mapping = linker.mapping(record);
                Staged::new(mapping, linker.notes)
            }
            Err(error) => {
                let place = error.location().map(|at| at.index().min(text.len()));
                let mut note = note("syntax", "", &error.to_string(), None);
                note.place = place
                    .filter(|at| text.is_char_boundary(*at))
                    .map(|at| linker.place(at, at));
                Staged {
                    value: None,
                    notes: vec![note],
                }
            }
        }
    }
}

/// The file as it is written.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct MappingRecord {
    #[serde(default)]
    county: Option<CountyRecord>,
    #[serde(default)]
    kind: Option<String>,
    #[serde(default)]
    duty: Option<String>,
    columns: BTreeMap<Word, Words>,
    #[serde(default)]
    prefixes: BTreeMap<Word, Word>,
    #[serde(default)]
    units: BTreeMap<Word, Word>,
    #[serde(default)]
    values: BTreeMap<Word, BTreeMap<Word, Word>>,
    #[serde(default)]
    defaults: BTreeMap<Word, Word>,
    #[serde(default)]
    kinds: BTreeMap<Word, PartRecord>,
}

#[derive(Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
struct PartRecord {
    kind: Option<String>,
    duty: Option<String>,
    skip: bool,
    columns: BTreeMap<Word, Words>,
    prefixes: BTreeMap<Word, Word>,
    units: BTreeMap<Word, Word>,
    values: BTreeMap<Word, BTreeMap<Word, Word>>,
    defaults: BTreeMap<Word, Word>,
}

#[derive(Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
struct CountyRecord {
    column: Option<String>,
    digits: Option<usize>,
    divide: Option<u64>,
}

/// Any scalar as the text that it was: `1: attended` is as good as `"1": attended`.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Word(String);

/// One word, or several.
struct Words(Vec<String>);

impl<'de> Deserialize<'de> for Word {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Word, D::Error> {
        let Words(words) = deserializer.deserialize_any(WordsVisitor { many: false })?;
        Ok(Word(words.into_iter().next().unwrap_or_default()))
    }
}

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Words, D::Error> {
        deserializer.deserialize_any(WordsVisitor { many: true })
    }
}

struct WordsVisitor {
    many: bool,
}

impl<'de> Visitor<'de> for WordsVisitor {
    type Value = Words;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.many {
            "a word or a list of words"
        } else {
            "a word"
        })
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Words, E> {
        Ok(Words(vec![text.to_owned()]))
    }

    fn visit_bool<E: Error>(self, truth: bool) -> Result<Words, E> {
        self.visit_str(&truth.to_string())
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Words, E> {
        self.visit_str(&number.to_string())
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Words, E> {
        self.visit_str(&number.to_string())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Words, A::Error> {
        if !self.many {
            return Err(A::Error::invalid_type(serde::de::Unexpected::Seq, &self));
        }
        let mut words = Vec::new();
        while let Some(Word(word)) = list.next_element()? {
            words.push(word);
        }
        Ok(Words(words))
    }
}

/// Turns words into fields and kinds, and notes those that are none.
struct Linker<'a> {
    text: &'a str,
    file: FileId,
    notes: Vec<Note>,
}

impl Linker<'_> {
    fn mapping(&mut self, record: MappingRecord) -> Mapping {
        let whole = self.part(PartRecord {
            kind: record.kind,
            duty: record.duty,
            skip: false,
            columns: record.columns,
            prefixes: record.prefixes,
            units: record.units,
            values: record.values,
            defaults: record.defaults,
        });
        let mut kinds = BTreeMap::new();
        for (Word(word), part) in record.kinds {
            let part = self.part(part);
            if part.kind.or(whole.kind).is_none() && !part.skip && Kind::from_name(&word).is_none()
            {
                self.wrong("kind", "kind", &word, nearest(&word, kind_names()));
            }
            kinds.insert(word, part);
        }
        let county = self.county(record.county);
        let mapping = Mapping {
            own_shape: false,
            county,
            whole,
            kinds,
        };
        for needed in [Field::Jurisdiction, Field::Date] {
            if mapping.column_of(needed).is_none() {
                self.wrong("missing", needed.key(), "", None);
            }
        }
        let kinds = mapping.column_of(Field::Kind).is_some();
        if !kinds && mapping.whole.kind.is_none() || !kinds && !mapping.kinds.is_empty() {
            self.wrong("missing", Field::Kind.key(), "", None);
        }
        mapping
    }

    fn county(&mut self, record: Option<CountyRecord>) -> County {
        let Some(record) = record else {
            return County::Unknown;
        };
        match (record.column, record.digits, record.divide) {
            (Some(column), None, None) => County::Column(column),
            (None, Some(digits @ 1..), None) => County::Digits(digits),
            (None, None, Some(by @ 1..)) => County::Divide(by),
            _ => {
                self.wrong("county", "county", "county", None);
                County::Unknown
            }
        }
    }

    fn part(&mut self, record: PartRecord) -> Part {
        let mut part = Part {
            duty: record.duty,
            skip: record.skip,
            ..Part::default()
        };
        if let Some(name) = record.kind {
            part.kind = Kind::from_name(&name);
            if part.kind.is_none() {
                self.wrong("kind", "kind", &name, nearest(&name, kind_names()));
            }
        }
        for (Word(column), Words(names)) in record.columns {
            let fields = names.iter().filter_map(|name| self.field(name));
            part.columns.insert(column, fields.collect());
        }
        for (Word(name), Word(prefix)) in record.prefixes {
            part.prefixes.extend(self.field(&name).map(|f| (f, prefix)));
        }
        for (Word(name), Word(unit)) in record.units {
            let field = self.field(&name);
            let power = power_of(&unit);
            let is_number = matches!(field, Some(Field::Amount | Field::Quantity));
            if power.is_none() || field.is_some() && !is_number {
                self.wrong("unit", &name, &unit, None);
            }
            part.units.extend(field.zip(power));
        }
        for (Word(name), values) in record.values {
            let values = values.into_iter().map(|(Word(cell), Word(is))| (cell, is));
            if let Some(field) = self.field(&name) {
                part.values.insert(field, values.collect());
            }
        }
        for (Word(name), Word(value)) in record.defaults {
            let Some(field) = self.field(&name) else {
                continue;
            };
            if Draft::default().put(field, value.as_str().into()).is_err() {
                self.wrong("value", &name, &value, None);
            }
            part.defaults.insert(field, value);
        }
        part
    }

    fn field(&mut self, name: &str) -> Option<Field> {
        let mut fields = Field::ALL.into_iter();
        let named = fields.find(|f| f.key() == name || f.zh() == name);
        if named.is_none() {
            let names = Field::ALL.iter().flat_map(|f| [f.key(), f.zh()]);
            self.wrong("field", name, name, nearest(name, names));
        }
        named
    }

    fn wrong(&mut self, reason: &'static str, field: &str, value: &str, near: Option<&str>) {
        let mut note = note(reason, field, value, near);
        // The reader keeps no places; the word itself is enough to find it by.
        let found = self.text.find(value).filter(|_| !value.is_empty());
        note.place = found.map(|start| self.place(start, start + value.len()));
        self.notes.push(note);
    }

    fn place(&self, start: usize, end: usize) -> Place {
        Place {
            file: self.file,
            start,
            end,
        }
    }
}

/// The power of ten by which a number in this unit is multiplied to be in yuan, or in pieces.
fn power_of(unit: &str) -> Option<i8> {
    Some(match unit {
        "fen" | "分" => -2,
        "jiao" | "角" => -1,
        "yuan" | "元" | "1" => 0,
        "hundred" | "百" | "百元" => 2,
        "thousand" | "千" | "千元" => 3,
        "ten_thousand" | "万" | "万元" => 4,
        _ => return None,
    })
}

fn kind_names() -> impl Iterator<Item = &'static str> {
    Kind::ALL
        .into_iter()
        .flat_map(|kind| [kind.name(), kind.zh()])
}

fn note(reason: &'static str, field: &str, value: &str, near: Option<&str>) -> Note {
    Note::new(Code::BulkMapping)
        .arg("reason", reason)
        .arg("field", field)
        .arg("value", value)
        .arg("near", if near.is_some() { "yes" } else { "no" })
        .arg("suggestion", near.unwrap_or_default())
}
