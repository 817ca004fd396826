//! A mapping made ready: columns by number, and for each sort of record what fills its fields.

use std::borrow::Cow;
use std::collections::BTreeMap;

use luoshi_diagnostics::{Code, Note, nearest};
use luoshi_evidence::{Field, Kind};

use crate::mapping::{County, Mapping, Part};
use crate::problem::Problem;

/// Fields whose texts are names.
const NAMES: [Field; 5] = [
    Field::Duty,
    Field::Subject,
    Field::Actor,
    Field::Status,
    Field::Marks,
];

/// The places of what a mapping names.
#[derive(Debug, Default)]
pub(crate) struct Layout {
    /// Names of the columns, in order of their numbers.
    pub(crate) columns: Vec<String>,
    /// Whether columns are luoshi's own fields, and nothing else may be there.
    pub(crate) own_shape: bool,
    pub(crate) township: usize,
    pub(crate) county: CountyFrom,
    pub(crate) kind: Option<usize>,
    /// The column of the day, if one holds it whatever the kind.
    pub(crate) day: Option<usize>,
    /// What records there are: the first for those without a column of the kind.
    pub(crate) sorts: Vec<Sort>,
    /// The kind of each sort by itself; none for records that are passed over.
    pub(crate) kinds: Vec<Option<Kind>>,
    /// The sorts of each kind, without those that are passed over.
    pub(crate) of_kind: Vec<Vec<usize>>,
    /// The sort of each word of the column of the kind.
    pub(crate) words: BTreeMap<String, usize>,
    /// Each way in which a column fills a field, once.
    pub(crate) roles: Vec<Role>,
    /// For each kind and field, what fills it, if all its sorts agree.
    pub(crate) fills: Vec<[Fill; Field::COUNT]>,
    /// What goes before ids, each different prefix once.
    pub(crate) id_prefixes: Vec<String>,
}

/// Where the county comes from.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CountyFrom {
    #[default]
    Unknown,
    Column(usize),
    Digits(usize),
    Divide(u64),
}

/// Records of one kind that are read in one way.
#[derive(Debug)]
pub(crate) struct Sort {
    pub(crate) kind: Kind,
    pub(crate) skip: bool,
    pub(crate) bindings: [Binding; Field::COUNT],
}

/// What fills a field of a sort of records.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) enum Binding {
    #[default]
    Nothing,
    /// A role, by its number.
    Role(usize),
    /// Always this text.
    Always(String),
}

/// What fills a field of all records of a kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Fill {
    #[default]
    Nothing,
    Role(usize),
    /// Texts that stand in the mapping: one for each sort.
    Always,
    /// It depends on the sort.
    BySort,
}

/// A way in which a column fills a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Role {
    pub(crate) column: usize,
    pub(crate) field: Field,
    pub(crate) prefix: String,
    /// The power of ten by which a number is multiplied.
    pub(crate) power: i8,
    pub(crate) values: BTreeMap<String, String>,
    /// What an empty cell means.
    pub(crate) default: String,
}

impl Role {
    /// What a cell means.
    pub(crate) fn meant<'a>(&'a self, cell: &'a str) -> Cow<'a, str> {
        let cell = cell.trim();
        if cell.is_empty() {
            return Cow::Borrowed(&self.default);
        }
        match self.values.get(cell) {
            Some(meaning) => Cow::Borrowed(meaning),
            None if self.power != 0 => Cow::Owned(format!("{cell}e{}", self.power)),
            None if self.prefix.is_empty() => Cow::Borrowed(cell),
            None => Cow::Owned(format!("{}{cell}", self.prefix)),
        }
    }
}

impl Sort {
    /// Whether a field that is read slowly always has a text.
    pub(crate) fn always_slow(&self) -> bool {
        let mut slow = Field::ALL.into_iter().filter(|f| !NAMES.contains(f));
        slow.any(|field| matches!(self.bindings[field as usize], Binding::Always(_)))
    }
}

impl Layout {
    pub(crate) fn of(mapping: &Mapping) -> Layout {
        let mut layout = Layout {
            columns: mapping.column_names(),
            own_shape: mapping.own_shape,
            ..Layout::default()
        };
        let place = |layout: &Layout, name: &str| layout.columns.iter().position(|c| c == name);
        let of = |layout: &Layout, field| mapping.column_of(field).and_then(|n| place(layout, n));
        layout.township = of(&layout, Field::Jurisdiction).unwrap_or(0);
        layout.kind = of(&layout, Field::Kind);
        layout.day = of(&layout, Field::Date);
        layout.county = match &mapping.county {
            County::Unknown => CountyFrom::Unknown,
            County::Column(name) => {
                place(&layout, name).map_or(CountyFrom::Unknown, CountyFrom::Column)
            }
            County::Digits(digits) => CountyFrom::Digits(*digits),
            County::Divide(by) => CountyFrom::Divide(*by),
        };
        if layout.kind.is_none() {
            layout.add(&mapping.whole, None);
        }
        layout.add_words(mapping);
        layout.fill();
        layout
    }

    /// Where the columns stand among those of a file; those that it lacks are told, for nothing can be
    /// said of records that are read without a column that the mapping counts on.
    pub(crate) fn find(
        &self,
        file: &str,
        names: &[&str],
        problems: &mut Vec<Problem>,
    ) -> Result<Vec<Option<usize>>, Box<Problem>> {
        let own = |name: &str| {
            let field = Field::from_key(name).filter(|_| self.own_shape);
            field.and_then(|field| names.iter().position(|n| n.trim() == field.zh()))
        };
        let place = |name: &String| {
            let found = names.iter().position(|other| other.trim() == name);
            found.or_else(|| own(name))
        };
        let found: Vec<Option<usize>> = self.columns.iter().map(place).collect();
        for (name, at) in self.columns.iter().zip(&found) {
            let field = Field::from_key(name).filter(|_| self.own_shape);
            let needed = [Field::Jurisdiction, Field::Kind, Field::Date];
            if at.is_none() && field.is_none_or(|field| needed.contains(&field)) {
                let near = nearest(name, names.iter().copied());
                let note = Note::new(Code::BulkColumn)
                    .arg("reason", "missing")
                    .arg("column", name.as_str())
                    .arg("near", if near.is_some() { "yes" } else { "no" })
                    .arg("suggestion", near.unwrap_or_default());
                return Err(Box::new(Problem::of_file(file, note)));
            }
        }
        if self.own_shape {
            let unread = names
                .iter()
                .enumerate()
                .filter(|(at, _)| !found.contains(&Some(*at)));
            problems.extend(unread.map(|(_, name)| {
                let note = Note::new(Code::BulkColumnUnread).arg("column", *name);
                Problem::of_file(file, note)
            }));
        }
        Ok(found)
    }

    /// For each column, whether it fills a field that is a day and a time.
    pub(crate) fn moments(&self) -> Vec<bool> {
        let of = |column: usize| {
            let mut roles = self.roles.iter().filter(|role| role.column == column);
            roles.any(|role| role.field == Field::RecordedAt)
        };
        (0..self.columns.len()).map(of).collect()
    }

    /// For each column, whether it fills nothing but names: numbers there are texts like others.
    pub(crate) fn named(&self) -> Vec<bool> {
        let of = |column: usize| {
            let mut roles = self.roles.iter().filter(|role| role.column == column);
            let counted = column == self.township || self.county == CountyFrom::Column(column);
            !counted && roles.all(|role| NAMES.contains(&role.field))
        };
        (0..self.columns.len()).map(of).collect()
    }

    /// Whether the texts of a column of a file repeat: ids and notes do not.
    pub(crate) fn repeats(&self, found: &[Option<usize>], at: usize) -> bool {
        let single = [Field::Id, Field::Ref, Field::Note, Field::RecordedAt];
        let of_column = |role: &&Role| found[role.column] == Some(at);
        let mut roles = self.roles.iter().filter(of_column);
        !roles.any(|role| single.contains(&role.field))
    }

    /// A sort for each word that the column of the kind may hold.
    fn add_words(&mut self, mapping: &Mapping) {
        let meant = mapping.whole.values.get(&Field::Kind);
        let mut words: Vec<&str> = mapping.kinds.keys().map(String::as_str).collect();
        words.extend(
            meant
                .into_iter()
                .flat_map(BTreeMap::keys)
                .map(String::as_str),
        );
        words.extend(
            Kind::ALL
                .into_iter()
                .flat_map(|kind| [kind.name(), kind.zh()]),
        );
        let mut plain: BTreeMap<Kind, usize> = BTreeMap::new();
        if self.kind.is_some() && mapping.whole.kind.is_some() {
            let at = self.add(&mapping.whole, None);
            self.words.insert(String::new(), at);
        }
        for word in words {
            if self.words.contains_key(word) {
                continue;
            }
            let is = meant
                .and_then(|meant| meant.get(word))
                .map_or(word, String::as_str);
            let own = mapping.kinds.get(word).or_else(|| mapping.kinds.get(is));
            let kind = own
                .and_then(|part| part.kind)
                .or_else(|| Kind::from_name(is));
            let skip = own.is_some_and(|part| part.skip);
            let Some(kind) = kind
                .or(mapping.whole.kind)
                .or(skip.then_some(Kind::Meeting))
            else {
                continue;
            };
            let at = match (own, plain.get(&kind)) {
                (None, Some(at)) => *at,
                (None, None) => *plain
                    .entry(kind)
                    .or_insert(self.add(&mapping.whole, Some(kind))),
                (Some(_), _) => {
                    let name = if mapping.kinds.contains_key(word) {
                        word
                    } else {
                        is
                    };
                    self.add(&mapping.of_word(name), Some(kind))
                }
            };
            self.words.insert(word.to_owned(), at);
        }
    }

    fn add(&mut self, part: &Part, kind: Option<Kind>) -> usize {
        let mut bindings: [Binding; Field::COUNT] = Default::default();
        for (column, fields) in &part.columns {
            let Some(column) = self.columns.iter().position(|c| c == column) else {
                continue;
            };
            for field in fields.iter().filter(|f| **f != Field::Kind) {
                bindings[*field as usize] = Binding::Role(self.role(column, *field, part));
            }
        }
        let duty = part.duty.as_ref().map(|duty| (Field::Duty, duty));
        for (field, text) in part.defaults.iter().map(|(f, t)| (*f, t)).chain(duty) {
            let binding = &mut bindings[field as usize];
            if *binding == Binding::Nothing {
                *binding = Binding::Always(text.clone());
            }
        }
        self.sorts.push(Sort {
            kind: kind.or(part.kind).unwrap_or(Kind::Meeting),
            skip: part.skip,
            bindings,
        });
        self.sorts.len() - 1
    }

    fn role(&mut self, column: usize, field: Field, part: &Part) -> usize {
        let default = part.defaults.get(&field);
        let default = default.or(part.duty.as_ref().filter(|_| field == Field::Duty));
        let role = Role {
            column,
            field,
            prefix: part.prefixes.get(&field).cloned().unwrap_or_default(),
            power: part.units.get(&field).copied().unwrap_or(0),
            values: part.values.get(&field).cloned().unwrap_or_default(),
            default: default.cloned().unwrap_or_default(),
        };
        if let Some(at) = self.roles.iter().position(|other| *other == role) {
            return at;
        }
        let is_id = matches!(field, Field::Id | Field::Ref);
        if is_id && !self.id_prefixes.contains(&role.prefix) {
            self.id_prefixes.push(role.prefix.clone());
        }
        self.roles.push(role);
        self.roles.len() - 1
    }

    fn fill(&mut self) {
        let kind = |sort: &Sort| (!sort.skip).then_some(sort.kind);
        self.kinds = self.sorts.iter().map(kind).collect();
        let of = |kind: Kind| {
            let sorts = self.kinds.iter().enumerate();
            sorts.filter_map(move |(at, of)| (*of == Some(kind)).then_some(at))
        };
        self.of_kind = Kind::ALL
            .into_iter()
            .map(|kind| of(kind).collect())
            .collect();
        self.fills = vec![[Fill::Nothing; Field::COUNT]; Kind::COUNT];
        for kind in Kind::ALL {
            for field in Field::ALL {
                let sorts = self.sorts.iter().filter(|s| s.kind == kind && !s.skip);
                let of: Vec<&Binding> = sorts.map(|s| &s.bindings[field as usize]).collect();
                let first = of.first().copied().unwrap_or(&Binding::Nothing);
                let same = of.iter().all(|other| *other == first);
                let without = of.iter().all(|b| !matches!(b, Binding::Role(_)));
                self.fills[kind as usize][field as usize] = match first {
                    Binding::Nothing if same => Fill::Nothing,
                    Binding::Role(role) if same => Fill::Role(*role),
                    _ if without => Fill::Always,
                    _ => Fill::BySort,
                };
            }
        }
    }
}
