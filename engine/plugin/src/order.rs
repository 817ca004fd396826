//! Which records a plugin is shown, and in which order.

use std::borrow::Cow;
use std::ops::Range;

use luoshi_evidence::{Columns, Evidence, Kind};

/// The rows of the table `evidence`.
#[derive(Debug)]
pub(crate) enum Order {
    /// All records of one kind: its columns as they are.
    Whole(Kind, usize),
    /// Records of several kinds, or some of them, by day and then by place in the ledger.
    Picked(Vec<(Kind, u32)>),
}

impl Order {
    /// The records of some kinds, of some duties alone if any is named.
    pub(crate) fn new(evidence: &Evidence, kinds: &[Kind], duties: &[String]) -> Order {
        if let ([kind], []) = (kinds, duties) {
            return Order::Whole(*kind, evidence.of(*kind).len());
        }
        let wanted: Vec<u32> = duties
            .iter()
            .filter_map(|duty| evidence.names.code(duty))
            .collect();
        let mut rows = Vec::new();
        for kind in kinds {
            let columns = evidence.of(*kind);
            let all = 0..u32::try_from(columns.len()).unwrap_or(u32::MAX);
            let shown =
                |row: &u32| duties.is_empty() || wanted.contains(&columns.duty[*row as usize]);
            rows.extend(all.filter(shown).map(|row| (*kind, row)));
        }
        rows.sort_by_key(|(kind, row)| {
            let columns = evidence.of(*kind);
            (columns.day[*row as usize], columns.seq[*row as usize])
        });
        Order::Picked(rows)
    }

    pub(crate) fn len(&self) -> usize {
        match self {
            Order::Whole(_, len) => *len,
            Order::Picked(rows) => rows.len(),
        }
    }

    /// The kind of a row and its place in the columns of that kind.
    pub(crate) fn row(&self, row: usize) -> Option<(Kind, u32)> {
        match self {
            Order::Whole(kind, len) if row < *len => Some((*kind, u32::try_from(row).ok()?)),
            Order::Whole(..) => None,
            Order::Picked(rows) => rows.get(row).copied(),
        }
    }

    /// Some rows of a column.
    pub(crate) fn column<'e, T: Copy>(
        &self,
        evidence: &'e Evidence,
        rows: Range<usize>,
        pick: impl Fn(&'e Columns) -> &'e [T],
    ) -> Cow<'e, [T]> {
        match self {
            Order::Whole(kind, _) => Cow::Borrowed(&pick(evidence.of(*kind))[rows]),
            Order::Picked(picked) => {
                let values = picked[rows].iter();
                let value = |(kind, row): &(Kind, u32)| pick(evidence.of(*kind))[*row as usize];
                Cow::Owned(values.map(value).collect())
            }
        }
    }

    /// The kinds of some rows.
    pub(crate) fn kinds(&self, rows: Range<usize>) -> Vec<Kind> {
        match self {
            Order::Whole(kind, _) => vec![*kind; rows.len()],
            Order::Picked(picked) => picked[rows].iter().map(|(kind, _)| *kind).collect(),
        }
    }
}
