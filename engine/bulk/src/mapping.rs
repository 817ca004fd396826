//! A bulk mapping: which column is which field, for tables that another system exports.
//!
//! It is written like a mapping of a table that is imported, and `BULK.md` describes it.

mod read;

use std::collections::BTreeMap;

use luoshi_evidence::{Field, Kind};

/// How bulk files are to be read. The default is luoshi's own shape: columns are called as the
/// fields of a record, in English or in Chinese, and the township is in `jurisdiction`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mapping {
    /// Whether columns are found by the names of the fields: no mapping was given.
    pub own_shape: bool,
    /// Where the county of a township comes from.
    pub county: County,
    /// What holds for every record.
    pub whole: Part,
    /// What holds besides for records whose column of the kind says this word.
    pub kinds: BTreeMap<String, Part>,
}

/// Where the county of a township comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum County {
    /// From nowhere: the files do not say it.
    #[default]
    Unknown,
    /// From this column, in the first record of the township.
    Column(String),
    /// So many of the first signs of the township's code: 6 for codes of 区划代码 (GB/T 2260).
    Digits(usize),
    /// The township's code, a whole number, divided by this, without what is left over.
    Divide(u64),
}

/// What a mapping says of all records, or of those of one kind.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Part {
    /// The kind of record.
    pub kind: Option<Kind>,
    /// The duty, where no column says it.
    pub duty: Option<String>,
    /// Records that are passed over.
    pub skip: bool,
    /// Columns to the fields that they fill; one column may fill several.
    pub columns: BTreeMap<String, Vec<Field>>,
    /// For a field, what goes before the text of a cell: 3 behind `v` is `v3`.
    pub prefixes: BTreeMap<Field, String>,
    /// For a number, by which power of ten its cell is multiplied: -2 for fen, 4 for 万元.
    pub units: BTreeMap<Field, i8>,
    /// For a field, what stands in a cell to what is meant.
    pub values: BTreeMap<Field, BTreeMap<String, String>>,
    /// For a field, what an empty or absent cell means.
    pub defaults: BTreeMap<Field, String>,
}

impl Mapping {
    /// luoshi's own shape.
    #[must_use]
    pub fn own() -> Mapping {
        let named = Field::ALL.into_iter();
        let columns = named.map(|field| (field.key().to_owned(), vec![field]));
        Mapping {
            own_shape: true,
            whole: Part {
                columns: columns.collect(),
                ..Part::default()
            },
            ..Mapping::default()
        }
    }

    /// The names of all columns that are read, in order.
    pub(crate) fn column_names(&self) -> Vec<String> {
        let parts = std::iter::once(&self.whole).chain(self.kinds.values());
        let mut names: Vec<String> = parts.flat_map(|p| p.columns.keys().cloned()).collect();
        if let County::Column(name) = &self.county {
            names.push(name.clone());
        }
        names.sort();
        names.dedup();
        names
    }

    /// The column that fills a field, whatever the kind.
    pub(crate) fn column_of(&self, field: Field) -> Option<&str> {
        let mut columns = self.whole.columns.iter();
        let found = columns.find(|(_, fields)| fields.contains(&field));
        found.map(|(name, _)| name.as_str())
    }

    /// All that it says of records whose column of the kind says this word.
    pub(crate) fn of_word(&self, word: &str) -> Part {
        match self.kinds.get(word) {
            Some(part) => part.over(&self.whole),
            None => self.whole.clone(),
        }
    }
}

impl Part {
    /// This part, with another for what it does not say.
    fn over(&self, below: &Part) -> Part {
        let mut all = below.clone();
        all.kind = self.kind.or(below.kind);
        all.duty = self.duty.clone().or(all.duty);
        all.skip = self.skip || below.skip;
        all.columns.extend(self.columns.clone());
        all.prefixes.extend(self.prefixes.clone());
        all.units.extend(self.units.clone());
        for (field, values) in &self.values {
            all.values.entry(*field).or_default().extend(values.clone());
        }
        all.defaults.extend(self.defaults.clone());
        all
    }
}
