//! The cells of some rows to the columns of their kind.

use luoshi_evidence::Field;

use crate::block::{Block, Column, NO_DAY, NO_NUMBER};
use crate::layout::{Binding, Fill, Layout};
use crate::ready::{Cells, Ready};

/// The numbers of the ids of a township.
#[derive(Clone, Copy)]
pub(super) struct Series {
    pub(super) first: i64,
    pub(super) span: u32,
}

/// An id that is a number behind a prefix.
#[derive(Clone, Copy)]
pub(super) struct Id {
    pub(super) prefix: usize,
    pub(super) number: i64,
}

impl Series {
    /// The code of the first number behind a prefix.
    fn base(self, prefix: usize) -> u32 {
        let prefix = u32::try_from(prefix).unwrap_or(u32::MAX);
        prefix.saturating_mul(self.span).saturating_add(1)
    }

    /// The code of a number behind a prefix, of which the first has this code, if it is one of the
    /// series.
    #[inline]
    fn code(self, base: u32, number: i64) -> Option<u32> {
        let at = u32::try_from(number.wrapping_sub(self.first)).ok();
        at.filter(|at| *at < self.span).map(|at| base + at)
    }
}

/// Takes the cells of some rows.
pub(super) struct Gather<'a> {
    pub(super) layout: &'a Layout,
    pub(super) block: &'a Block,
    pub(super) ready: &'a Ready,
    /// For each sort the codes of texts that stand in the mapping.
    pub(super) always: &'a [[u32; Field::COUNT]],
    pub(super) rows: &'a [u32],
    /// The sort of all rows, if it is the same.
    pub(super) sort: Option<usize>,
    /// What fills each field, whatever the sort.
    pub(super) fills: &'a [Fill; Field::COUNT],
}

impl Gather<'_> {
    fn fill(&self, field: Field) -> Fill {
        match self.sort {
            None => self.fills[field as usize],
            Some(sort) => match &self.layout.sorts[sort].bindings[field as usize] {
                Binding::Nothing => Fill::Nothing,
                Binding::Role(role) => Fill::Role(*role),
                Binding::Always(_) => Fill::Always,
            },
        }
    }

    pub(super) fn days(&self, out: &mut Vec<i32>) {
        let of = |role: usize| -> &[i32] {
            match (&self.ready.roles[role], self.column(role)) {
                (Cells::Days(days), _) | (Cells::AsIs(_), Column::Days(days)) => days,
                _ => &[],
            }
        };
        let rows = self.rows.iter();
        match self.fill(Field::Date) {
            Fill::Role(role) => {
                let days = of(role);
                out.extend(rows.map(|row| days[*row as usize]));
            }
            _ => out.extend(rows.map(|row| match self.binding(*row, Field::Date) {
                Binding::Role(role) => of(*role)[*row as usize],
                _ => NO_DAY,
            })),
        }
    }

    pub(super) fn names(&self, field: Field, out: &mut Vec<u32>) {
        let of = |role: usize| match (&self.ready.roles[role], self.column(role)) {
            (Cells::Names(codes), _) => Some((codes.as_slice(), None)),
            (Cells::Words(of), Column::Texts(texts)) => {
                Some((texts.codes.as_slice(), Some(of.as_slice())))
            }
            _ => None,
        };
        let n = self.rows.len();
        let rows = self.rows.iter();
        let always = |sort: usize| self.always[sort][field as usize];
        let of_row = |row: &u32| always(self.ready.sorts[*row as usize] as usize);
        match (self.fill(field), self.sort) {
            (Fill::Nothing, _) => out.resize(n, 0),
            (Fill::Always, Some(sort)) => out.resize(n, always(sort)),
            (Fill::Always, None) => out.extend(rows.map(of_row)),
            (Fill::Role(role), _) => match of(role) {
                Some((codes, None)) => out.extend(rows.map(|row| codes[*row as usize])),
                Some((codes, Some(of))) => {
                    out.extend(rows.map(|row| of[codes[*row as usize] as usize]));
                }
                None => out.resize(n, 0),
            },
            (Fill::BySort, _) => out.extend(rows.map(|row| match self.binding(*row, field) {
                Binding::Nothing => 0,
                Binding::Always(_) => of_row(row),
                Binding::Role(role) => of(*role).map_or(0, |(codes, of)| {
                    let code = codes[*row as usize];
                    of.map_or(code, |of| of[code as usize])
                }),
            })),
        }
    }

    pub(super) fn numbers(&self, field: Field, out: &mut Vec<i64>) {
        let of = |role: usize| -> Option<(&[i64], i64)> {
            match (&self.ready.roles[role], self.column(role)) {
                (Cells::Numbers(numbers), _) => Some((numbers, 1)),
                (Cells::AsIs(factor), Column::Whole(numbers) | Column::Hundredths(numbers)) => {
                    Some((numbers, *factor))
                }
                _ => None,
            }
        };
        let one = |(numbers, factor): (&[i64], i64), row: u32| match numbers[row as usize] {
            NO_NUMBER => NO_NUMBER,
            number => number * factor,
        };
        let rows = self.rows.iter();
        match self.fill(field) {
            Fill::Nothing | Fill::Always => out.resize(self.rows.len(), NO_NUMBER),
            Fill::Role(role) => match of(role) {
                Some(from) => out.extend(rows.map(|row| one(from, *row))),
                None => out.resize(self.rows.len(), NO_NUMBER),
            },
            Fill::BySort => out.extend(rows.map(|row| match self.binding(*row, field) {
                Binding::Role(role) => of(*role).map_or(NO_NUMBER, |from| one(from, *row)),
                _ => NO_NUMBER,
            })),
        }
    }

    /// The codes of ids; `other` gives those of what is not of the series, or stops.
    pub(super) fn ids(
        &self,
        (field, series): (Field, Series),
        out: &mut Vec<u32>,
        mut other: impl FnMut(Option<Id>) -> Option<u32>,
    ) -> Option<()> {
        let of = |role: usize| -> Option<(usize, &[i64])> {
            let (Cells::AsIs(_), Column::Whole(numbers)) =
                (&self.ready.roles[role], self.column(role))
            else {
                return None;
            };
            let mut prefixes = self.layout.id_prefixes.iter();
            let prefix = prefixes.position(|p| *p == self.layout.roles[role].prefix)?;
            Some((prefix, numbers))
        };
        let mut one = |base: u32, from: Option<(usize, &[i64])>, row: u32| {
            let Some((prefix, numbers)) = from else {
                return other(None);
            };
            let number = numbers[row as usize];
            let code = series.code(base, number);
            code.or_else(|| other((number != NO_NUMBER).then_some(Id { prefix, number })))
        };
        let base =
            |from: Option<(usize, &[i64])>| from.map_or(0, |(prefix, _)| series.base(prefix));
        let from = match self.fill(field) {
            Fill::Role(role) => of(role),
            Fill::BySort => {
                for row in self.rows {
                    let from = match self.binding(*row, field) {
                        Binding::Role(role) => of(*role),
                        _ => None,
                    };
                    out.push(one(base(from), from, *row)?);
                }
                return Some(());
            }
            Fill::Nothing | Fill::Always => None,
        };
        let base = base(from);
        for row in self.rows {
            out.push(one(base, from, *row)?);
        }
        Some(())
    }

    fn column(&self, role: usize) -> &Column {
        &self.block.columns[self.layout.roles[role].column]
    }

    fn binding(&self, row: u32, field: Field) -> &Binding {
        let sort = self.ready.sorts[row as usize];
        &self.layout.sorts[sort as usize].bindings[field as usize]
    }
}
