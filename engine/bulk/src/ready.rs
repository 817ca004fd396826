//! The cells of a block as what they mean: each different text is looked at once.

use jiff::civil::date;
use luoshi_evidence::{Dictionary, Draft, Field, day_of};

use crate::block::{Block, Column, NO_DAY, NO_NUMBER};
use crate::layout::{Binding, Layout, Role};

/// No sort: the word of the kind is not known.
pub(crate) const NO_SORT: u16 = u16::MAX;
/// A name that cannot be taken.
const FAULT: u32 = u32::MAX;
/// A number whose code has not been looked up.
const UNKNOWN: u32 = u32::MAX - 1;
/// Numbers below this are looked up once for all blocks; a power of two.
const SMALL: u64 = 1 << 16;
/// An id below this has too few digits for a personal number.
pub(crate) const PLAIN_ID: i64 = 10_000_000_000;
/// The largest number that a record may hold, in hundredths.
const LARGEST: i64 = 10_000_000_000_000;

/// The first rows of a block, whose cells are understood.
#[derive(Default)]
pub(crate) struct Ready {
    /// The sort of each row.
    pub(crate) sorts: Vec<u16>,
    /// By the number of the role.
    pub(crate) roles: Vec<Cells>,
    /// Rows that must be read field by field, ascending.
    pub(crate) odd: Vec<usize>,
    /// Whether all rows must be.
    pub(crate) slow: bool,
}

/// The cells of a role.
#[derive(Default)]
pub(crate) enum Cells {
    /// Nothing stands there.
    #[default]
    Empty,
    /// Numbers of names.
    Names(Vec<u32>),
    /// For each text of the column the number of its name.
    Words(Vec<u32>),
    /// Days, where the column does not hold them as they are.
    Days(Vec<i32>),
    /// Hundredths, where the column does not hold them up to a factor.
    Numbers(Vec<i64>),
    /// The column holds it as it is, numbers up to this factor.
    AsIs(i64),
}

/// What is known of names whatever the block, as long as the names are the same.
#[derive(Debug, Default)]
pub(crate) struct Known {
    /// For each role the codes of small numbers.
    small: Vec<Vec<u32>>,
    /// For each role the words of the last block with the codes of their names: those of the next are mostly the same.
    words: Vec<Vec<(String, u32)>>,
    /// For each sort the codes of texts that stand in the mapping.
    pub(crate) always: Vec<[u32; Field::COUNT]>,
}

impl Known {
    /// Forgets everything and takes the texts of the mapping into new names.
    pub(crate) fn start(&mut self, layout: &Layout, names: &mut Dictionary) {
        self.small = vec![Vec::new(); layout.roles.len()];
        self.words = vec![Vec::new(); layout.roles.len()];
        self.always.clear();
        for sort in &layout.sorts {
            let mut codes = [0; Field::COUNT];
            for field in Field::ALL {
                if let Binding::Always(text) = &sort.bindings[field as usize] {
                    codes[field as usize] = name_of(field, text, names).unwrap_or(0);
                }
            }
            self.always.push(codes);
        }
    }
}

/// Makes the first so many rows of a block ready, in the room of another.
pub(crate) fn ready(
    (block, rows): (&Block, usize),
    layout: &Layout,
    known: &mut Known,
    names: &mut Dictionary,
    into: &mut Ready,
) {
    into.odd.clear();
    let broken = block.broken.iter().map(|(row, _)| *row);
    into.odd.extend(broken.take_while(|row| *row < rows));
    sorts((block, rows), layout, into);
    let odd = &mut into.odd;
    let mut slow = layout.sorts.iter().any(|s| !s.skip && s.always_slow());
    into.roles.resize_with(layout.roles.len(), Cells::default);
    for (at, role) in layout.roles.iter().enumerate() {
        let column = (&block.columns[role.column], rows);
        let room = std::mem::take(&mut into.roles[at]);
        let cells = match role.field {
            Field::Duty | Field::Subject | Field::Actor | Field::Status | Field::Marks => {
                let codes = if let Cells::Names(codes) = room {
                    codes
                } else {
                    Vec::new()
                };
                let known = (&mut known.small[at], &mut known.words[at]);
                Some(names_of(role, column, known, names, odd, codes))
            }
            Field::Date => Some(days(role, column, odd)),
            Field::Quantity | Field::Amount => numbers(role, column, odd),
            Field::Id | Field::Ref => ids(role, column),
            Field::Jurisdiction => Some(townships(role, column, odd)),
            _ => is_empty(column).then_some(Cells::Empty),
        };
        slow |= cells.is_none();
        into.roles[at] = cells.unwrap_or_default();
    }
    into.odd.sort_unstable();
    into.odd.dedup();
    into.slow = slow;
}

fn is_empty((column, rows): (&Column, usize)) -> bool {
    (0..rows).all(|row| column.is_empty_at(row))
}

fn sorts((block, rows): (&Block, usize), layout: &Layout, into: &mut Ready) {
    into.sorts.clear();
    let Some(kind) = layout.kind else {
        into.sorts.resize(rows, 0);
        return;
    };
    let sort = |word: &str| -> u16 {
        let known = layout.words.get(word.trim());
        known.map_or(NO_SORT, |at| u16::try_from(*at).unwrap_or(NO_SORT))
    };
    match &block.columns[kind] {
        Column::Texts(texts) => {
            let of: Vec<u16> = texts.words.iter().map(sort).collect();
            let codes = texts.codes[..rows].iter();
            into.sorts.extend(codes.map(|code| of[*code as usize]));
        }
        column => into
            .sorts
            .extend((0..rows).map(|row| sort(&column.text(row)))),
    }
    let sorts = &into.sorts;
    // One test for all rows, and only if one is not known each by itself.
    if sorts
        .iter()
        .fold(false, |any, sort| any | (*sort == NO_SORT))
    {
        into.odd
            .extend((0..rows).filter(|row| sorts[*row] == NO_SORT));
    }
}

fn name_of(field: Field, text: &str, names: &mut Dictionary) -> Option<u32> {
    let mut draft = Draft::default();
    draft.put(field, text.into()).ok()?;
    Some(names.intern(draft.name(field)))
}

fn names_of(
    role: &Role,
    (column, rows): (&Column, usize),
    (small, words): (&mut Vec<u32>, &mut Vec<(String, u32)>),
    names: &mut Dictionary,
    odd: &mut Vec<usize>,
    mut codes: Vec<u32>,
) -> Cells {
    codes.clear();
    let mut code = |cell: &str| name_of(role.field, &role.meant(cell), names).unwrap_or(FAULT);
    let faults = match column {
        Column::Absent if role.default.is_empty() => return Cells::Empty,
        Column::Texts(texts) => {
            let same = |(known, word): &(&(String, u32), &str)| known.0 == *word;
            let same = words
                .iter()
                .zip(texts.words.iter())
                .take_while(same)
                .count();
            words.truncate(same);
            let new = texts.words.iter().skip(same);
            words.extend(new.map(|word| (word.to_owned(), code(word))));
            let of: Vec<u32> = words.iter().map(|(_, code)| *code).collect();
            if of.contains(&FAULT) {
                let wrong = |row: &usize| of[texts.codes[*row] as usize] == FAULT;
                odd.extend((0..rows).filter(wrong));
            }
            return Cells::Words(of);
        }
        Column::Whole(numbers) if bits(&numbers[..rows]) < SMALL => {
            let numbers = &numbers[..rows];
            let most = place(i64::try_from(bits(numbers)).unwrap_or(0));
            small.resize(small.len().max(most + 2), UNKNOWN);
            codes.extend(numbers.iter().map(|number| small[place(*number)]));
            if codes
                .iter()
                .fold(false, |any, code| any | (*code == UNKNOWN))
            {
                for (number, known) in numbers.iter().zip(&mut codes) {
                    let at = place(*number);
                    if small[at] == UNKNOWN {
                        let shown = if *number < 0 {
                            String::new()
                        } else {
                            number.to_string()
                        };
                        small[at] = code(&shown);
                    }
                    *known = small[at];
                }
            }
            small.contains(&FAULT)
        }
        other => {
            codes.extend((0..rows).map(|row| code(&other.text(row))));
            true
        }
    };
    if faults {
        odd.extend((0..rows).filter(|row| codes[*row] == FAULT));
    }
    Cells::Names(codes)
}

/// Where a small number stands: each at twice itself, so that an empty cell, whose only bit is the highest,
/// stands at 1, without a jump that cannot be guessed.
fn place(number: i64) -> usize {
    usize::try_from(number.cast_unsigned().rotate_left(1)).unwrap_or(usize::MAX)
}

/// All bits that are set in some number: those below 0 have the highest. None is larger, and it is
/// found in one loop without jumps or comparisons.
fn bits(numbers: &[i64]) -> u64 {
    let bits = |number: &i64| match *number {
        NO_NUMBER => 0,
        number => number.cast_unsigned(),
    };
    numbers.iter().fold(0, |all, number| all | bits(number))
}

fn days(role: &Role, (column, rows): (&Column, usize), odd: &mut Vec<usize>) -> Cells {
    let first = day_of(date(1900, 1, 1));
    let last = day_of(date(2199, 12, 31));
    let day = |cell: &str| -> i32 {
        let mut draft = Draft::default();
        let read = draft.put(Field::Date, role.meant(cell));
        let day = read.map_or(i64::MIN, |()| draft.number(Field::Date));
        i32::try_from(day).unwrap_or(NO_DAY)
    };
    match column {
        Column::Days(days) => {
            let days = &days[..rows];
            // One test for all days, and only if one is outside each by itself.
            let outside = |day: &i32| !(first..=last).contains(day);
            if days.iter().fold(false, |any, day| any | outside(day)) {
                odd.extend((0..days.len()).filter(|row| outside(&days[*row])));
            }
            Cells::AsIs(1)
        }
        Column::Texts(texts) => {
            let of: Vec<i32> = texts.words.iter().map(day).collect();
            let codes = texts.codes[..rows].iter();
            let days: Vec<i32> = codes.map(|code| of[*code as usize]).collect();
            if days.contains(&NO_DAY) {
                odd.extend((0..rows).filter(|row| days[*row] == NO_DAY));
            }
            Cells::Days(days)
        }
        Column::Whole(_) | Column::Hundredths(_) => {
            odd.extend(0..rows);
            Cells::Empty
        }
        Column::Absent => Cells::Empty,
    }
}

fn numbers(role: &Role, (column, rows): (&Column, usize), odd: &mut Vec<usize>) -> Option<Cells> {
    // Fen are hundredths, so a whole number of yuan is a hundred of them.
    let plain = role.default.is_empty() && role.values.is_empty();
    let factor = |places: i8| 10_i64.checked_pow(u32::try_from(role.power + places).ok()?);
    match column {
        Column::Absent if role.default.is_empty() => Some(Cells::Empty),
        Column::Whole(numbers) if plain => Some(scaled(&numbers[..rows], factor(2)?, odd)),
        Column::Hundredths(numbers) if plain => Some(scaled(&numbers[..rows], factor(0)?, odd)),
        Column::Texts(texts) => {
            let number = |cell: &str| -> Option<i64> {
                let mut draft = Draft::default();
                draft.put(role.field, role.meant(cell)).ok()?;
                Some(draft.number(role.field))
            };
            let of: Vec<Option<i64>> = texts.words.iter().map(number).collect();
            let mut numbers = Vec::with_capacity(rows);
            for (row, code) in texts.codes[..rows].iter().enumerate() {
                let number = of[*code as usize];
                if number.is_none() {
                    odd.push(row);
                }
                numbers.push(number.unwrap_or(NO_NUMBER));
            }
            Some(Cells::Numbers(numbers))
        }
        _ => None,
    }
}

/// Numbers that are taken as they are, up to a factor; those that are too large are odd.
fn scaled(numbers: &[i64], factor: i64, odd: &mut Vec<usize>) -> Cells {
    let most = LARGEST / factor;
    let large = |n: &i64| (*n > most) | ((*n < -most) & (*n != NO_NUMBER));
    // One test for all numbers, and only if one may be too large each by itself.
    if bits(numbers) > most.cast_unsigned() {
        odd.extend((0..numbers.len()).filter(|row| large(&numbers[*row])));
    }
    Cells::AsIs(factor)
}

/// Ids that are numbers are taken by their value, others one by one.
fn ids(role: &Role, (column, rows): (&Column, usize)) -> Option<Cells> {
    let plain = role.default.is_empty()
        && role.values.is_empty()
        && role
            .prefix
            .bytes()
            .all(|b| (b'!'..=b'~').contains(&b) && !b.is_ascii_digit());
    match column {
        Column::Whole(_) if plain => Some(Cells::AsIs(1)),
        // Without an id a record is given one by its content.
        _ if role.field == Field::Id => None,
        column => {
            let empty = role.default.is_empty() && is_empty((column, rows));
            empty.then_some(Cells::Empty)
        }
    }
}

/// The township is no column of evidence, but its code must be one that a record may hold.
fn townships(role: &Role, (column, rows): (&Column, usize), odd: &mut Vec<usize>) -> Cells {
    let fits = |cell: &str| Draft::default().put(role.field, role.meant(cell)).is_ok();
    match column {
        Column::Whole(numbers) => {
            let numbers = &numbers[..rows];
            let wrong = |n: &i64| (*n < 0) | (*n >= PLAIN_ID) | !role.prefix.is_empty();
            let all = numbers.iter().fold(0, |all, number| all | number);
            if !role.prefix.is_empty() || !(0..PLAIN_ID).contains(&all) {
                odd.extend((0..rows).filter(|row| wrong(&numbers[*row])));
            }
        }
        Column::Texts(texts) => {
            let of: Vec<bool> = texts
                .words
                .iter()
                .map(|word| !word.is_empty() && fits(word))
                .collect();
            if of.contains(&false) {
                odd.extend((0..rows).filter(|row| !of[texts.codes[*row] as usize]));
            }
        }
        column => odd.extend((0..rows).filter(|row| {
            let cell = column.text(*row);
            cell.is_empty() || !fits(&cell)
        })),
    }
    Cells::Empty
}
