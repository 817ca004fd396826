//! Merged cells: what stands in the first of them holds for all.

use calamine::Dimensions;

use super::book::{Held, Row};
use super::value::Value;

/// Spreads merged cells over the rows of a sheet as they pass by.
pub(super) struct Filler<'m, 'a> {
    /// Not yet reached, from the top.
    ahead: &'m [Dimensions],
    /// Merged cells that reach below the row in which they began.
    live: Vec<Live<'a>>,
    /// Whether cells merged sideways hold in each column, as in a table of days.
    across: bool,
}

struct Live<'a> {
    last_row: u32,
    columns: std::ops::RangeInclusive<u32>,
    value: Value<'a>,
}

impl<'m, 'a> Filler<'m, 'a> {
    /// `merges` from the top, as [`super::book::Book::merges`] gives them.
    pub(super) fn new(merges: &'m [Dimensions], across: bool) -> Self {
        Filler {
            ahead: merges,
            live: Vec::new(),
            across,
        }
    }

    /// Adds to a row what it has from merged cells.
    pub(super) fn fill(&mut self, row: &mut Row<'a>) {
        self.live.retain(|live| live.last_row >= row.number);
        let own = row.cells.len();
        for live in &self.live {
            for column in live.columns.clone() {
                if row.cells[..own]
                    .binary_search_by_key(&column, |h| h.column)
                    .is_err()
                {
                    row.cells.push(spread(column, live.value.clone(), true));
                }
            }
        }
        while let Some((merge, rest)) = self.ahead.split_first() {
            if merge.start.0 > row.number {
                break;
            }
            self.ahead = rest;
            if merge.start.0 == row.number {
                self.begin(merge, row, own);
            }
        }
        if row.cells.len() > own {
            row.cells.sort_by_key(|held| held.column);
        }
    }

    fn begin(&mut self, merge: &Dimensions, row: &mut Row<'a>, own: usize) {
        let found = row.cells[..own].binary_search_by_key(&merge.start.1, |h| h.column);
        let Ok(place) = found else { return };
        let value = row.cells[place].value.clone();
        let last = if self.across {
            merge.end.1
        } else {
            merge.start.1
        };
        let down = merge.end.0 > row.number;
        row.cells[place].down = down;
        for column in merge.start.1 + 1..=last {
            row.cells.push(spread(column, value.clone(), down));
        }
        if down {
            self.live.push(Live {
                last_row: merge.end.0,
                columns: merge.start.1..=last,
                value,
            });
        }
    }
}

fn spread(column: u32, value: Value<'_>, down: bool) -> Held<'_> {
    Held {
        column,
        value,
        own: false,
        down,
    }
}

/// The merged cell that holds a cell.
pub(super) fn around(merges: &[Dimensions], row: u32, column: u32) -> Option<&Dimensions> {
    merges
        .iter()
        .take_while(|merge| merge.start.0 <= row)
        .find(|merge| merge.contains(row, column))
}
