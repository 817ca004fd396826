//! Columns whose cells stand in runs: the township and the kind of an arranged file.

use parquet::errors::ParquetError;

use super::pages::{Pages, Plain};

/// Rows that are read together, at least: they end with a township.
const TOGETHER: usize = 1 << 10;

/// The cells of a column of a row group as runs of what is the same.
pub(super) struct Runs<C> {
    runs: Vec<(C, usize)>,
    /// The run that is next, and how much of it was taken.
    at: usize,
    taken: usize,
}

impl<C: Copy + PartialEq> Runs<C> {
    pub(super) fn of<P: Plain<Cell = C>>(
        pages: &mut Pages<P>,
        rows: usize,
    ) -> Result<Runs<C>, ParquetError> {
        let mut runs = Vec::new();
        pages.runs(rows, &mut runs)?;
        Ok(Runs {
            runs,
            at: 0,
            taken: 0,
        })
    }

    /// Adds the next cells, so many.
    pub(super) fn take(&mut self, mut rows: usize, out: &mut Vec<C>) {
        while let Some((cell, count)) = self.runs.get(self.at).filter(|_| rows > 0) {
            let now = rows.min(count - self.taken);
            out.resize(out.len() + now, *cell);
            rows -= now;
            self.taken += now;
            if self.taken == *count {
                self.at += 1;
                self.taken = 0;
            }
        }
    }

    /// How many rows to read together, one time after the other, the last first: each time whole townships, with the rows
    /// behind them that name none.
    pub(super) fn ends(&self, nothing: C) -> Vec<usize> {
        let mut ends: Vec<usize> = Vec::new();
        for (cell, count) in &self.runs {
            match ends.last_mut() {
                Some(last) if *last < TOGETHER || *cell == nothing => *last += count,
                _ => ends.push(*count),
            }
        }
        ends.reverse();
        ends
    }
}
