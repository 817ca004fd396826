//! Where the rows of an arranged file stood when they were written.

use std::ops::Range;

use super::Block;

/// Where the rows of an arranged file were before they were arranged.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sources {
    /// The first row of each run of rows out of one file, and the number of that file.
    pub(crate) runs: Vec<(usize, usize)>,
    /// The number of each row in its file. Invariant: one for each row of the block, or none at all.
    pub(crate) rows: Vec<u32>,
}

impl Sources {
    /// The number of the file of a row.
    pub(super) fn file(&self, row: usize) -> usize {
        let after = self.runs.partition_point(|(start, _)| *start <= row);
        after.checked_sub(1).map_or(0, |at| self.runs[at].1)
    }

    /// Whether some rows are out of one file.
    fn is_one(&self, rows: Range<usize>) -> bool {
        let inside = |(start, _): &(usize, usize)| *start > rows.start && *start < rows.end;
        !self.runs.iter().any(inside)
    }

    /// The runs of some of the rows, as if they were all.
    pub(super) fn runs_of(&self, rows: Range<usize>) -> Vec<(usize, usize)> {
        let inside = |(start, _): &&(usize, usize)| *start > rows.start && *start < rows.end;
        let later = self.runs.iter().filter(inside);
        let later = later.map(|(start, file)| (start - rows.start, *file));
        [(0, self.file(rows.start))]
            .into_iter()
            .chain(later)
            .collect()
    }

    pub(super) fn slice(&self, rows: Range<usize>) -> Sources {
        Sources {
            runs: self.runs_of(rows.clone()),
            rows: self.rows[rows].to_vec(),
        }
    }

    /// Adds those of other rows.
    pub(crate) fn append(&mut self, other: &Sources) {
        let before = self.rows.len();
        for (start, file) in &other.runs {
            self.run(before + start, *file);
        }
        self.rows.extend_from_slice(&other.rows);
    }

    /// From a row on, rows are out of this file.
    pub(crate) fn run(&mut self, start: usize, file: usize) {
        if self.runs.last().is_none_or(|(_, last)| *last != file) {
            self.runs.push((start, file));
        }
    }
}

impl Block {
    /// Whether the rows stood elsewhere before.
    pub(crate) fn is_arranged(&self) -> bool {
        !self.sources.rows.is_empty()
    }

    /// Says of rows that are where they always were that they stood there before.
    pub(super) fn arrange(&mut self) {
        if self.is_arranged() {
            return;
        }
        self.sources.runs = self.origins.iter().map(|o| (o.start, o.file)).collect();
        let number = |row: usize| u32::try_from(self.origin(row).1).unwrap_or(u32::MAX);
        self.sources.rows = (0..self.rows).map(number).collect();
    }

    /// Some rows in the order in which they were written, where that is another.
    pub(crate) fn as_written(&self, rows: Range<usize>) -> Option<Vec<usize>> {
        self.is_arranged().then(|| {
            let mut order: Vec<usize> = rows.collect();
            // Where two say that they stood in one place, the order of the block decides.
            order.sort_by_key(|row| self.origin(*row));
            order
        })
    }

    /// That of some rows which was written first.
    pub(crate) fn first_written(&self, rows: Range<usize>) -> usize {
        let start = rows.start;
        match self.is_arranged() {
            true => rows.min_by_key(|row| self.origin(*row)).unwrap_or(start),
            false => start,
        }
    }

    /// For each of some rows, whose place among them it had when they were written; false, and none, where they have
    /// not been arranged.
    pub(crate) fn places(&self, rows: Range<usize>, out: &mut Vec<u32>) -> bool {
        out.clear();
        let Some(numbers) = self.sources.rows.get(rows.clone()) else {
            return false;
        };
        let Some(first) = numbers.iter().copied().min() else {
            return false;
        };
        // Nearly always a township stood in one file, one row after the other. Should two say that they had one place and
        // none another, they stay beside one another as they are.
        let last = numbers.iter().copied().max().unwrap_or(first);
        let count = numbers.len() as u64;
        let sum: u64 = numbers.iter().map(|number| u64::from(*number)).sum();
        let each = u64::from(last - first) + 1 == count
            && sum * 2 == (u64::from(first) + u64::from(last)) * count;
        if each && self.sources.is_one(rows.clone()) {
            out.extend(numbers.iter().map(|number| number - first));
            return true;
        }
        out.resize(numbers.len(), 0);
        for (place, row) in (0..).zip(self.as_written(rows.clone()).unwrap_or_default()) {
            out[row - rows.start] = place;
        }
        true
    }
}
