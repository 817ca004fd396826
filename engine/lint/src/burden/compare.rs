//! Two statements, figure by figure.

use std::collections::BTreeMap;

use super::{Amount, Burden, Demand, Figure};

/// A figure that differs between two plans.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Which.
    pub figure: Figure,
    /// As it was.
    pub before: Amount,
    /// As it is.
    pub after: Amount,
    /// The duties that make the difference in a year, the largest first.
    pub duties: Vec<Moved>,
}

/// A duty that asks for more or less than before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// Identifier.
    pub id: String,
    /// Name, as it is now if it still exists.
    pub name: String,
    /// As it was; nothing for a duty that is new.
    pub before: Amount,
    /// As it is; nothing for a duty that is gone.
    pub after: Amount,
}

/// What differs. Plans of different length are compared by what they ask for in a year; both
/// amounts are given.
#[must_use]
pub fn compare(before: &Burden, after: &Burden) -> Vec<Change> {
    let changes = Figure::ALL.iter().map(|figure| Change {
        figure: *figure,
        before: before.total(*figure),
        after: after.total(*figure),
        duties: moved(before, after, *figure),
    });
    changes
        .filter(|c| c.before != c.after || !c.duties.is_empty())
        .collect()
}

fn moved(before: &Burden, after: &Burden, figure: Figure) -> Vec<Moved> {
    let mut pairs: BTreeMap<&str, (Option<&Demand>, Option<&Demand>)> = BTreeMap::new();
    for demand in &before.demands {
        pairs.entry(&demand.id).or_default().0 = Some(demand);
    }
    for demand in &after.demands {
        pairs.entry(&demand.id).or_default().1 = Some(demand);
    }
    let amount = |demand: Option<&Demand>| demand.map(|d| d.amount(figure)).unwrap_or_default();
    let mut moved: Vec<Moved> = pairs
        .into_iter()
        .filter(|(_, (old, new))| amount(*old) != amount(*new))
        .map(|(id, (old, new))| Moved {
            id: id.to_owned(),
            name: new.or(old).map(|d| d.name.clone()).unwrap_or_default(),
            before: amount(old),
            after: amount(new),
        })
        .collect();
    let size = |m: &Moved| {
        (
            m.before.year.abs_diff(m.after.year),
            m.before.period.abs_diff(m.after.period),
        )
    };
    moved.sort_by_key(|m| std::cmp::Reverse(size(m)));
    moved
}
