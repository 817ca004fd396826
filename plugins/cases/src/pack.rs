//! The tables of a case as the host hands them over.

use std::collections::BTreeMap;

use luoshi_plugin_interface::{
    Column, Description, EVIDENCE, Encoder, NO_DAY, NO_MINUTE, NO_NUMBER, NO_ROW, ROWS_AT_MOST,
    Scope, Type, table,
};

use crate::case::Case;
use crate::error::CaseError;
use crate::grid::{Cells, Grid};

/// How many rows a plugin is handed, to check its answer by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Handed {
    /// Rows in the table of the scope; none for the township.
    pub rows: usize,
    /// Rows of `evidence`; none if the plugin does not read it.
    pub evidence: usize,
}

impl Case {
    /// The batches of every reading, in the order in which they are handed over.
    ///
    /// # Errors
    /// A table or a column that the description asks for and that does not exist.
    pub fn batches(&self, description: &Description) -> Result<Vec<(u32, Vec<u8>)>, CaseError> {
        self.batches_of(description, ROWS_AT_MOST)
    }

    /// The same, in batches of so many rows.
    ///
    /// # Errors
    /// As for [`Case::batches`].
    pub fn batches_of(
        &self,
        description: &Description,
        rows: usize,
    ) -> Result<Vec<(u32, Vec<u8>)>, CaseError> {
        let mut packer = Packer::default();
        let none = Grid::empty();
        for (index, reading) in (0..).zip(&description.reads) {
            let missing = |name: &str| {
                let problem = format!("the description asks for `{name}`, which does not exist");
                CaseError::of(&self.file, problem)
            };
            let table = table(&reading.table).ok_or_else(|| missing(&reading.table))?;
            let mut columns = Vec::new();
            for name in &reading.columns {
                columns.push(table.column(name).ok_or_else(|| missing(name))?);
            }
            let grid = self.tables.get(table.name).unwrap_or(&none);
            let order = match table.name == EVIDENCE.name {
                true => self.evidence(description),
                false => (0..grid.rows).collect(),
            };
            for part in order.chunks(rows.clamp(1, ROWS_AT_MOST)) {
                packer.batch(index, grid, &columns, part);
            }
        }
        Ok(packer.batches)
    }

    /// How many rows the plugin is handed.
    #[must_use]
    pub fn handed(&self, description: &Description) -> Handed {
        let reads = |name| {
            description
                .reads
                .iter()
                .any(|reading| table(&reading.table).is_some_and(|t| t.name == name))
        };
        let rows = |name| self.tables.get(name).map_or(0, |grid| grid.rows);
        Handed {
            rows: scope_table(description.scope).map_or(0, rows),
            evidence: match reads(EVIDENCE.name) {
                true => self.evidence(description).len(),
                false => 0,
            },
        }
    }

    /// The rows of `evidence` as they are handed over: of the kinds that the plugin reads, by day.
    pub(crate) fn evidence(&self, description: &Description) -> Vec<usize> {
        let Some(grid) = self.tables.get(EVIDENCE.name) else {
            return Vec::new();
        };
        let mut order: Vec<usize> = (0..grid.rows).collect();
        if let Some(Cells::Texts(kinds)) = grid.columns.get("kind")
            && !description.kinds.is_empty()
        {
            order.retain(|row| description.kinds.contains(&kinds[*row]));
        }
        if let Some(days) = grid.days("day") {
            order.sort_by_key(|row| days[*row]);
        }
        order
    }
}

/// The table whose rows findings are about.
pub(crate) fn scope_table(scope: Scope) -> Option<&'static str> {
    match scope {
        Scope::Township => None,
        Scope::Subjects => Some("subjects"),
        Scope::Actors => Some("actors"),
    }
}

/// Packs batches with one dictionary for all of them.
#[derive(Default)]
struct Packer<'c> {
    encoder: Encoder,
    codes: BTreeMap<&'c str, u32>,
    batches: Vec<(u32, Vec<u8>)>,
}

impl<'c> Packer<'c> {
    fn batch(&mut self, reading: u32, grid: &'c Grid, columns: &[&Column], rows: &[usize]) {
        // Code 0 is the empty text.
        let first = u32::try_from(self.codes.len() + 1).unwrap_or(u32::MAX);
        let mut texts = Vec::new();
        self.encoder.start(columns.len());
        for column in columns {
            match grid.columns.get(column.name) {
                Some(Cells::Texts(values)) => {
                    let codes: Vec<u32> = rows
                        .iter()
                        .map(|row| code(&mut self.codes, &mut texts, &values[*row]))
                        .collect();
                    self.encoder.codes(codes.into_iter());
                }
                Some(cells) => pack(&mut self.encoder, cells, rows),
                None => absent(&mut self.encoder, column.kind, rows.len()),
            }
        }
        let bytes = self
            .encoder
            .finish(rows.len(), first, texts.iter().copied());
        self.batches.push((reading, bytes.to_vec()));
    }
}

fn code<'c>(codes: &mut BTreeMap<&'c str, u32>, texts: &mut Vec<&'c str>, text: &'c str) -> u32 {
    if text.is_empty() {
        return 0;
    }
    let next = u32::try_from(codes.len() + 1).unwrap_or(u32::MAX);
    *codes.entry(text).or_insert_with(|| {
        texts.push(text);
        next
    })
}

fn pack(encoder: &mut Encoder, cells: &Cells, rows: &[usize]) {
    match cells {
        Cells::Texts(_) => {}
        Cells::Rows(values) => encoder.codes(rows.iter().map(|row| values[*row])),
        Cells::Days(values) => encoder.days(rows.iter().map(|row| values[*row])),
        Cells::Minutes(values) => encoder.minutes(rows.iter().map(|row| values[*row])),
        Cells::Numbers(values) => encoder.numbers(rows.iter().map(|row| values[*row])),
        Cells::Smalls(values) => encoder.smalls(rows.iter().map(|row| values[*row])),
    }
}

/// A column that the case does not have.
fn absent(encoder: &mut Encoder, kind: Type, rows: usize) {
    use std::iter::repeat_n;
    match kind {
        Type::Text => encoder.codes(repeat_n(0, rows)),
        Type::Row => encoder.codes(repeat_n(NO_ROW, rows)),
        Type::Day => encoder.days(repeat_n(NO_DAY, rows)),
        Type::Minute => encoder.minutes(repeat_n(NO_MINUTE, rows)),
        Type::Number => encoder.numbers(repeat_n(NO_NUMBER, rows)),
        Type::Small => encoder.smalls(repeat_n(0, rows)),
    }
}
