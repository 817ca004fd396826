//! Rows of a bulk file as columns, whatever its format was.

mod sources;

use std::borrow::Cow;
use std::ops::Range;

use luoshi_evidence::{Dictionary, Hundredths, Reason, date_of};
pub(crate) use sources::Sources;

/// No number in a cell.
pub(crate) const NO_NUMBER: i64 = i64::MIN;
/// No day in a cell.
pub(crate) const NO_DAY: i32 = i32::MIN;

/// Words of a column beyond which those that are no longer used are forgotten.
pub(crate) const WORDS_AT_MOST: usize = 1 << 12;

/// Rows in the order of their file, one column for each that the mapping names.
#[derive(Debug, Clone, Default)]
pub(crate) struct Block {
    pub(crate) rows: usize,
    /// Invariant: each is as long as there are rows, or absent.
    pub(crate) columns: Vec<Column>,
    /// Rows that could not be read at all, ascending, and why.
    pub(crate) broken: Vec<(usize, Broken)>,
    /// Where runs of rows come from, ascending by their first row.
    pub(crate) origins: Vec<Origin>,
    /// Where the rows of an arranged file were before.
    pub(crate) sources: Sources,
}

/// What is wrong with the text of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Broken {
    pub(crate) reason: Reason,
    /// The column, or what stands there.
    pub(crate) field: String,
}

/// Where a run of rows comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Origin {
    /// Its first row in the block.
    pub(crate) start: usize,
    /// Index of the file.
    pub(crate) file: usize,
    /// The number of that row in the file, as its reader counts.
    pub(crate) row: u64,
}

/// The cells of one column. An empty cell and none are the same.
#[derive(Debug, Clone, Default)]
pub(crate) enum Column {
    /// The file has no such column.
    #[default]
    Absent,
    /// Texts.
    Texts(Texts),
    /// Whole numbers.
    Whole(Vec<i64>),
    /// Days since 1970-01-01.
    Days(Vec<i32>),
    /// Numbers with two places.
    Hundredths(Vec<i64>),
}

/// Texts, each different one once.
#[derive(Debug, Clone, Default)]
pub(crate) struct Texts {
    pub(crate) codes: Vec<u32>,
    pub(crate) words: Dictionary,
}

impl Column {
    /// The text of a cell.
    pub(crate) fn text(&self, row: usize) -> Cow<'_, str> {
        match self {
            Column::Absent => Cow::Borrowed(""),
            Column::Texts(texts) => Cow::Borrowed(texts.words.text(texts.codes[row])),
            Column::Whole(numbers) => shown(numbers[row], |n| n.to_string()),
            Column::Days(days) if days[row] == NO_DAY => Cow::Borrowed(""),
            Column::Days(days) => Cow::Owned(date_of(days[row]).to_string()),
            Column::Hundredths(numbers) => shown(numbers[row], |n| Hundredths(n).to_string()),
        }
    }

    /// Whether a cell holds nothing.
    pub(crate) fn is_empty_at(&self, row: usize) -> bool {
        match self {
            Column::Absent => true,
            Column::Texts(texts) => texts.codes[row] == 0,
            Column::Whole(numbers) | Column::Hundredths(numbers) => numbers[row] == NO_NUMBER,
            Column::Days(days) => days[row] == NO_DAY,
        }
    }

    /// Some of the cells, by themselves.
    fn slice(&self, rows: Range<usize>) -> Column {
        match self {
            Column::Absent => Column::Absent,
            Column::Texts(texts) => Column::Texts(texts.slice(rows)),
            Column::Whole(numbers) => Column::Whole(numbers[rows].to_vec()),
            Column::Days(days) => Column::Days(days[rows].to_vec()),
            Column::Hundredths(numbers) => Column::Hundredths(numbers[rows].to_vec()),
        }
    }

    /// Empties the column but keeps its room.
    pub(crate) fn clear(&mut self) {
        match self {
            Column::Absent => {}
            Column::Texts(texts) => {
                texts.codes.clear();
                texts.words.clear();
            }
            Column::Whole(numbers) | Column::Hundredths(numbers) => numbers.clear(),
            Column::Days(days) => days.clear(),
        }
    }

    /// Drops so many cells at the front.
    fn forget(&mut self, rows: usize) {
        match self {
            Column::Absent => {}
            // Words that no cell holds any more are kept as long as they are few.
            Column::Texts(texts) if texts.words.len() > WORDS_AT_MOST => {
                *texts = texts.slice(rows..texts.codes.len());
            }
            Column::Texts(texts) => drop(texts.codes.drain(..rows)),
            Column::Whole(numbers) | Column::Hundredths(numbers) => drop(numbers.drain(..rows)),
            Column::Days(days) => drop(days.drain(..rows)),
        }
    }

    /// Drops all cells from one on.
    fn cut(&mut self, rows: usize) {
        match self {
            Column::Absent => {}
            Column::Texts(texts) => texts.codes.truncate(rows),
            Column::Whole(numbers) | Column::Hundredths(numbers) => numbers.truncate(rows),
            Column::Days(days) => days.truncate(rows),
        }
    }

    /// Adds the cells of another; `before` and `more` say how many each has, for one may be absent.
    pub(crate) fn append(&mut self, before: usize, other: &Column, more: usize) {
        match (&mut *self, other) {
            (Column::Absent, Column::Absent) => {}
            (Column::Whole(mine), Column::Whole(more)) => mine.extend_from_slice(more),
            (Column::Days(mine), Column::Days(more)) => mine.extend_from_slice(more),
            (Column::Hundredths(mine), Column::Hundredths(more)) => mine.extend_from_slice(more),
            _ => {
                let texts = self.as_texts(before);
                for row in 0..more {
                    let code = texts.words.intern(&other.text(row));
                    texts.codes.push(code);
                }
            }
        }
    }

    /// Turns the column into one of texts.
    pub(crate) fn as_texts(&mut self, rows: usize) -> &mut Texts {
        if !matches!(self, Column::Texts(_)) {
            let mut texts = Texts::default();
            for row in 0..rows {
                let code = texts.words.intern(&self.text(row));
                texts.codes.push(code);
            }
            *self = Column::Texts(texts);
        }
        match self {
            Column::Texts(texts) => texts,
            _ => unreachable!("the column was just made one of texts"),
        }
    }
}

fn shown(number: i64, show: impl Fn(i64) -> String) -> Cow<'static, str> {
    match number {
        NO_NUMBER => Cow::Borrowed(""),
        number => Cow::Owned(show(number)),
    }
}

impl Texts {
    fn slice(&self, rows: Range<usize>) -> Texts {
        let mut new = Texts::default();
        let mut codes = vec![u32::MAX; self.words.len()];
        for code in &self.codes[rows] {
            let known = &mut codes[*code as usize];
            if *known == u32::MAX {
                *known = new.words.intern(self.words.text(*code));
            }
            new.codes.push(*known);
        }
        new
    }
}

impl Block {
    /// Empties the block but keeps its room, for rows of so many columns.
    pub(crate) fn clear(&mut self, columns: usize) {
        self.rows = 0;
        self.columns.resize_with(columns, Column::default);
        self.columns.iter_mut().for_each(Column::clear);
        self.broken.clear();
        self.origins.clear();
        self.sources.runs.clear();
        self.sources.rows.clear();
    }

    /// Says that the rows come from a file, in which the first of what was read has this number.
    pub(crate) fn place(&mut self, file: usize, row: u64) {
        if self.origins.is_empty() {
            self.origins.push(Origin {
                start: 0,
                file,
                row: 0,
            });
        }
        for origin in &mut self.origins {
            origin.file = file;
            origin.row += row;
        }
    }

    /// Drops so many rows at the front, and keeps the room.
    pub(crate) fn forget(&mut self, rows: usize) {
        self.origins = self.origins_from(rows..self.rows);
        if self.is_arranged() {
            self.sources.runs = self.sources.runs_of(rows..self.rows);
            self.sources.rows.drain(..rows);
        }
        self.columns
            .iter_mut()
            .for_each(|column| column.forget(rows));
        self.broken.retain_mut(|(row, _)| {
            let kept = *row >= rows;
            *row = row.saturating_sub(rows);
            kept
        });
        self.rows -= rows;
    }

    /// Drops all rows from one on, and keeps the room. Those that are added later have the numbers that they
    /// would have had.
    pub(crate) fn cut(&mut self, rows: usize) {
        if self.rows <= rows {
            return;
        }
        let (file, row) = self.origin(self.rows);
        self.columns.iter_mut().for_each(|column| column.cut(rows));
        self.broken.retain(|(row, _)| *row < rows);
        self.sources.runs.retain(|(start, _)| *start < rows);
        self.sources.rows.truncate(rows);
        self.origins.retain(|origin| origin.start < rows);
        let start = rows;
        self.origins.push(Origin { start, file, row });
        self.rows = rows;
    }

    /// Some of the rows, by themselves.
    pub(crate) fn slice(&self, rows: Range<usize>) -> Block {
        let inside = |row: &usize| rows.contains(row);
        let broken = self.broken.iter().filter(|(row, _)| inside(row));
        Block {
            rows: rows.len(),
            columns: self.columns.iter().map(|c| c.slice(rows.clone())).collect(),
            broken: broken
                .map(|(row, why)| (row - rows.start, why.clone()))
                .collect(),
            origins: self.origins_from(rows.clone()),
            sources: if self.is_arranged() {
                self.sources.slice(rows)
            } else {
                Sources::default()
            },
        }
    }

    /// Where runs of some of the rows come from, as if they were all.
    fn origins_from(&self, rows: Range<usize>) -> Vec<Origin> {
        let first = self.origin_at(rows.start);
        let mut origins = vec![Origin {
            start: 0,
            row: first.row + (rows.start - first.start) as u64,
            ..first
        }];
        let inside = |origin: &&Origin| origin.start > rows.start && origin.start < rows.end;
        origins.extend(self.origins.iter().filter(inside).map(|origin| Origin {
            start: origin.start - rows.start,
            ..*origin
        }));
        origins
    }

    /// Adds the rows of another block of the same mapping.
    pub(crate) fn append(&mut self, other: &Block) {
        let before = self.rows;
        match (self.is_arranged(), other.is_arranged()) {
            (false, false) => {}
            (_, true) => {
                self.arrange();
                self.sources.append(&other.sources);
            }
            (true, false) => {
                let mut other = other.clone();
                other.arrange();
                self.sources.append(&other.sources);
            }
        }
        for (mine, more) in self.columns.iter_mut().zip(&other.columns) {
            mine.append(before, more, other.rows);
        }
        let broken = other.broken.iter();
        self.broken
            .extend(broken.map(|(row, why)| (before + row, why.clone())));
        self.origins.extend(other.origins.iter().map(|o| Origin {
            start: before + o.start,
            ..*o
        }));
        self.rows += other.rows;
    }

    /// The file in which a row was written first, and the row's number there.
    pub(crate) fn origin(&self, row: usize) -> (usize, u64) {
        if let Some(number) = self.sources.rows.get(row) {
            return (self.sources.file(row), u64::from(*number));
        }
        let origin = self.origin_at(row);
        (origin.file, origin.row + (row - origin.start) as u64)
    }

    /// Where each township begins, by their column; the first rows that are `known` are of one. A row without a township
    /// goes with those before it.
    pub(crate) fn starts(&self, township: usize, known: usize) -> Vec<usize> {
        let mut starts = Vec::new();
        match &self.columns[township] {
            Column::Whole(numbers) => part(numbers, NO_NUMBER, known, &mut starts),
            Column::Texts(texts) => part(&texts.codes, 0, known, &mut starts),
            Column::Days(days) => part(days, NO_DAY, known, &mut starts),
            Column::Hundredths(numbers) => part(numbers, NO_NUMBER, known, &mut starts),
            Column::Absent => starts.extend((self.rows > 0).then_some(0)),
        }
        starts
    }

    /// How many of some rows are in which file, in the order of the rows.
    pub(crate) fn files(&self, rows: Range<usize>) -> Vec<(usize, u64)> {
        let later = self.origins.iter().filter(|o| o.start > rows.start);
        let first = (rows.start, self.origin_at(rows.start).file);
        let starts = [first].into_iter().chain(later.map(|o| (o.start, o.file)));
        let starts: Vec<(usize, usize)> = starts.filter(|(at, _)| *at < rows.end).collect();
        let ends = starts.iter().skip(1).map(|(at, _)| *at).chain([rows.end]);
        let mut files: Vec<(usize, u64)> = Vec::new();
        for ((start, file), end) in starts.iter().zip(ends) {
            let more = (end - start) as u64;
            match files.last_mut() {
                Some((last, count)) if last == file => *count += more,
                _ => files.push((*file, more)),
            }
        }
        files
    }

    /// The file in which a row stands.
    pub(crate) fn file(&self, row: usize) -> usize {
        self.origin_at(row).file
    }

    fn origin_at(&self, row: usize) -> Origin {
        let after = self.origins.partition_point(|o| o.start <= row);
        let none = Origin {
            start: 0,
            file: 0,
            row: 1,
        };
        after.checked_sub(1).map_or(none, |at| self.origins[at])
    }
}

fn part<T: Copy + PartialEq>(cells: &[T], nothing: T, known: usize, starts: &mut Vec<usize>) {
    let Some(mut last) = cells.first().copied() else {
        return;
    };
    starts.push(0);
    let mut at = known;
    while let Some(rest) = cells.get(at..).filter(|rest| !rest.is_empty()) {
        // Many at once: a township is long.
        let some = rest.get(..64).unwrap_or(rest);
        if !some.iter().fold(true, |same, cell| same & (*cell == last)) {
            for (row, cell) in (at..).zip(some) {
                if *cell != last && *cell != nothing {
                    starts.push(row);
                    last = *cell;
                }
            }
        }
        at += some.len();
    }
}
