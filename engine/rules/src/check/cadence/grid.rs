//! What is counted for each row and period, and in which order it is shared out.

use crate::check::index;
use crate::reason::Lack;

/// Counts per row and period.
#[derive(Debug, Default)]
pub(crate) struct Grid {
    pub(crate) cells: Vec<Cell>,
    /// Each record that counts; only when tracing.
    pub(crate) records: Vec<Counting>,
    /// Which of a cell's `early` were entered late: the cell, and the how manieth of them it is.
    pub(crate) early_backfilled: Vec<(u32, u32)>,
    /// The same of its `papers`.
    pub(crate) papers_backfilled: Vec<(u32, u32)>,
    /// Row of the columns, cell and lack of each defective record.
    pub(crate) defects: Vec<(u32, u32, Lack)>,
}

#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Cell {
    /// Records dated in the period.
    pub(crate) own: u32,
    /// Those of them in the window of the period before.
    pub(crate) early: u32,
    pub(crate) backfilled: u32,
    /// Papers issued in the window after the period that name it, and serve no other.
    pub(crate) papers: u32,
    pub(crate) defective: u32,
    pub(crate) lack: Option<Lack>,
}

/// A record that counts: its row of the columns, and where.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Counting {
    pub(crate) row: u32,
    pub(crate) cell: u32,
    /// Whether it can serve the period before instead.
    pub(crate) early: bool,
}

impl Grid {
    /// Counts what is dated in the period of a cell.
    pub(crate) fn count(&mut self, at: usize, early: bool, backfilled: bool) {
        let cell = &mut self.cells[at];
        if early && backfilled {
            self.early_backfilled.push((index(at), cell.early));
        }
        cell.own += 1;
        cell.early += u32::from(early);
        cell.backfilled += u32::from(backfilled);
    }

    /// Counts a paper that was issued in the window after the period of a cell.
    pub(crate) fn count_paper(&mut self, at: usize, backfilled: bool) {
        let cell = &mut self.cells[at];
        if backfilled {
            self.papers_backfilled.push((index(at), cell.papers));
        }
        cell.papers += 1;
    }

    pub(crate) fn in_order(&self) -> InOrder {
        let mut ordered = InOrder {
            records: self.records.clone(),
            early_backfilled: self.early_backfilled.clone(),
            papers_backfilled: self.papers_backfilled.clone(),
            defects: self
                .defects
                .iter()
                .map(|(row, at, _)| (*at, *row))
                .collect(),
        };
        ordered.defects.sort_by_key(|(at, _)| *at);
        ordered.records.sort_by_key(|one| (one.cell, one.row));
        ordered.early_backfilled.sort_unstable();
        ordered.papers_backfilled.sort_unstable();
        ordered
    }
}

/// The lists of a [`Grid`] by cell.
pub(crate) struct InOrder {
    pub(crate) records: Vec<Counting>,
    pub(crate) early_backfilled: Vec<(u32, u32)>,
    pub(crate) papers_backfilled: Vec<(u32, u32)>,
    /// Cell and row of the columns.
    pub(crate) defects: Vec<(u32, u32)>,
}

impl InOrder {
    pub(crate) fn records(&self, cell: usize) -> &[Counting] {
        let start = self
            .records
            .partition_point(|one| (one.cell as usize) < cell);
        let end = self
            .records
            .partition_point(|one| one.cell as usize <= cell);
        &self.records[start..end]
    }

    pub(crate) fn defects(&self, cell: usize) -> impl Iterator<Item = usize> {
        let start = self
            .defects
            .partition_point(|(at, _)| (*at as usize) < cell);
        let of = self.defects[start..].iter();
        let of = of.take_while(move |(at, _)| *at as usize == cell);
        of.map(|(_, row)| *row as usize)
    }
}

/// How many of the first so many of a cell were entered late.
pub(crate) fn among_first(late: &[(u32, u32)], cell: usize, first: u32) -> u32 {
    // Of nearly every cell none is asked for.
    if first == 0 {
        return 0;
    }
    let before = |nth: u32| late.partition_point(|one| *one < (index(cell), nth));
    index(before(first) - before(0))
}
