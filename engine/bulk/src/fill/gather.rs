//! The cells of some rows to the columns of their kind.

use std::ops::Range;

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
        self.has(number).then(|| base + self.at(number))
    }

    /// Whether a number is one of the series.
    #[inline]
    fn has(self, number: i64) -> bool {
        number.wrapping_sub(self.first).cast_unsigned() < u64::from(self.span)
    }

    /// The place of one that is.
    #[inline]
    fn at(self, number: i64) -> u32 {
        number.wrapping_sub(self.first) as u32
    }
}

/// Some rows of a block, in order.
pub(super) enum Rows<'a> {
    /// All of them, one after the other.
    Run(Range<usize>),
    List(&'a [u32]),
}

impl Rows<'_> {
    pub(super) fn len(&self) -> usize {
        match self {
            Rows::Run(run) => run.len(),
            Rows::List(rows) => rows.len(),
        }
    }

    pub(super) fn each(&self) -> impl Iterator<Item = usize> {
        let (run, list) = match self {
            Rows::Run(run) => (run.clone(), &[][..]),
            Rows::List(list) => (0..0, *list),
        };
        run.chain(list.iter().map(|row| *row as usize))
    }

    /// Adds what is made of the cells of the rows.
    fn take<T: Copy, U>(&self, from: &[T], out: &mut Vec<U>, one: impl Fn(T) -> U) {
        match self {
            Rows::Run(run) => out.extend(from[run.clone()].iter().map(|cell| one(*cell))),
            Rows::List(rows) => out.extend(rows.iter().map(|row| one(from[*row as usize]))),
        }
    }

    /// Adds the cells of the rows, of which the first stands at this row of the block.
    pub(super) fn from<T: Copy>(&self, start: usize, from: &[T], out: &mut Vec<T>) {
        match self {
            Rows::Run(run) => out.extend_from_slice(&from[run.start - start..run.end - start]),
            Rows::List(rows) => out.extend(rows.iter().map(|row| from[*row as usize - start])),
        }
    }
}

/// Takes the cells of some rows.
pub(super) struct Gather<'a> {
    pub(super) layout: &'a Layout,
    pub(super) block: &'a Block,
    pub(super) ready: &'a Ready,
    /// For each sort the codes of texts that stand in the mapping.
    pub(super) always: &'a [[u32; Field::COUNT]],
    pub(super) rows: &'a Rows<'a>,
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
        match self.fill(Field::Date) {
            Fill::Role(role) => self.rows.from(0, of(role), out),
            _ => out.extend(
                self.rows
                    .each()
                    .map(|row| match self.binding(row, Field::Date) {
                        Binding::Role(role) => of(*role)[row],
                        _ => NO_DAY,
                    }),
            ),
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
        let always = |sort: usize| self.always[sort][field as usize];
        let of_row = |row: usize| always(self.ready.sorts[row] as usize);
        match (self.fill(field), self.sort) {
            (Fill::Nothing, _) => out.resize(n, 0),
            (Fill::Always, Some(sort)) => out.resize(n, always(sort)),
            (Fill::Always, None) => out.extend(self.rows.each().map(of_row)),
            (Fill::Role(role), _) => match of(role) {
                Some((codes, None)) => self.rows.from(0, codes, out),
                Some((codes, Some(of))) => self.rows.take(codes, out, |code| of[code as usize]),
                None => out.resize(n, 0),
            },
            (Fill::BySort, _) => {
                out.extend(self.rows.each().map(|row| match self.binding(row, field) {
                    Binding::Nothing => 0,
                    Binding::Always(_) => of_row(row),
                    Binding::Role(role) => of(*role).map_or(0, |(codes, of)| {
                        let code = codes[row];
                        of.map_or(code, |of| of[code as usize])
                    }),
                }))
            }
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
        let one = |number: i64, factor: i64| match number {
            NO_NUMBER => NO_NUMBER,
            number => number * factor,
        };
        let n = self.rows.len();
        match self.fill(field) {
            Fill::Nothing | Fill::Always => out.resize(n, NO_NUMBER),
            Fill::Role(role) => match of(role) {
                Some((numbers, factor)) => self.rows.take(numbers, out, |n| one(n, factor)),
                None => out.resize(n, NO_NUMBER),
            },
            Fill::BySort => {
                out.extend(self.rows.each().map(|row| match self.binding(row, field) {
                    Binding::Role(role) => {
                        of(*role).map_or(NO_NUMBER, |(numbers, factor)| one(numbers[row], factor))
                    }
                    _ => NO_NUMBER,
                }))
            }
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
        let mut one = |base: u32, from: Option<(usize, &[i64])>, row: usize| {
            let Some((prefix, numbers)) = from else {
                return other(None);
            };
            let number = numbers[row];
            let code = series.code(base, number);
            code.or_else(|| other((number != NO_NUMBER).then_some(Id { prefix, number })))
        };
        let base =
            |from: Option<(usize, &[i64])>| from.map_or(0, |(prefix, _)| series.base(prefix));
        let from = match self.fill(field) {
            Fill::Role(role) => of(role),
            Fill::BySort => {
                for row in self.rows.each() {
                    let from = match self.binding(row, field) {
                        Binding::Role(role) => of(*role),
                        _ => None,
                    };
                    out.push(one(base(from), from, row)?);
                }
                return Some(());
            }
            Fill::Nothing | Fill::Always => None,
        };
        if from.is_none() {
            out.resize(out.len() + self.rows.len(), other(None)?);
            return Some(());
        }
        let base = base(from);
        // Nearly always all are of the series, and of a run that is known before any is looked up.
        if let (Rows::Run(run), Some((_, numbers))) = (self.rows, from) {
            let numbers = &numbers[run.clone()];
            if numbers
                .iter()
                .fold(true, |all, number| all & series.has(*number))
            {
                out.extend(numbers.iter().map(|number| series.at(*number) + base));
                return Some(());
            }
        }
        for row in self.rows.each() {
            out.push(one(base, from, row)?);
        }
        Some(())
    }

    fn column(&self, role: usize) -> &Column {
        &self.block.columns[self.layout.roles[role].column]
    }

    fn binding(&self, row: usize, field: Field) -> &Binding {
        let sort = self.ready.sorts[row];
        &self.layout.sorts[sort as usize].bindings[field as usize]
    }
}
