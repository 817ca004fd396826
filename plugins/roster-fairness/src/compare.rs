//! A person's hard shifts against those of whoever stood at the same posts in the same days.

use std::collections::BTreeMap;

use crate::chance::Counts;
use crate::shifts::{Burden, Posts, Shift};

/// What a person bore of one burden, and what would have been fair.
#[derive(Debug, Clone)]
pub(crate) struct Comparison {
    /// Row in `actors`.
    pub(crate) person: u32,
    pub(crate) burden: Burden,
    /// Shifts that can be compared: the post had hard and light ones in her days, and not she alone stood there.
    pub(crate) shifts: u64,
    /// How many of them were hard.
    pub(crate) hard: u64,
    /// How many hard ones are her share by the number of her shifts.
    pub(crate) fair: f64,
    /// How likely each number of hard ones is, if chance alone tells shifts apart.
    pub(crate) counts: Counts,
    /// Rows of `evidence`, of the shifts compared and of the hard ones among them.
    pub(crate) rows: Vec<usize>,
    pub(crate) hard_rows: Vec<usize>,
}

impl Comparison {
    fn new(person: u32, burden: Burden) -> Comparison {
        Comparison {
            person,
            burden,
            shifts: 0,
            hard: 0,
            fair: 0.0,
            counts: Counts::nothing(),
            rows: Vec::new(),
            hard_rows: Vec::new(),
        }
    }
}

/// Every person and burden for which there is anything to compare, by person and then by burden.
pub(crate) fn compare(posts: &Posts<'_>) -> Vec<Comparison> {
    let mut all = BTreeMap::new();
    for (index, burden) in Burden::ALL.into_iter().enumerate() {
        for shifts in posts.values() {
            let known = shifts.iter().filter_map(|s| Some((s, s.hard[index]?)));
            compare_post(&known.collect::<Vec<_>>(), burden, &mut all);
        }
    }
    all.into_values().collect()
}

type All = BTreeMap<(u32, Burden), Comparison>;

/// One post, its shifts in order of days, each with whether it is hard.
fn compare_post(shifts: &[(&Shift, bool)], burden: Burden, all: &mut All) {
    let mut hard_before = vec![0];
    let mut own: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (at, (shift, hard)) in shifts.iter().enumerate() {
        hard_before.push(hard_before[at] + u64::from(*hard));
        own.entry(shift.person).or_default().push(at);
    }
    for (person, own) in own {
        let (Some(first), Some(last)) = (own.first(), own.last()) else {
            continue;
        };
        // Whoever came late or left early is compared with the days between her first and her last shift.
        let (first, last) = (shifts[*first].0.day, shifts[*last].0.day);
        let from = shifts.partition_point(|(shift, _)| shift.day < first);
        let to = shifts.partition_point(|(shift, _)| shift.day <= last);
        let (pool, hard) = ((to - from) as u64, hard_before[to] - hard_before[from]);
        let drawn = own.len() as u64;
        if drawn == pool || hard == 0 || hard == pool {
            continue;
        }
        let found = all.entry((person, burden));
        let found = found.or_insert_with(|| Comparison::new(person, burden));
        found.shifts += drawn;
        found.fair += drawn as f64 * hard as f64 / pool as f64;
        let here = Counts::hypergeometric(pool, hard, drawn);
        found.counts = found.counts.plus(&here);
        for (shift, hard) in own.iter().map(|at| shifts[*at]) {
            found.rows.push(shift.row);
            if hard {
                found.hard += 1;
                found.hard_rows.push(shift.row);
            }
        }
    }
}
