//! 排名: townships within their county.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use luoshi_audit::Score;

use crate::telling::Telling;
use crate::whole::{Entry, Told, Whole};
use crate::workbook::sheet::{Cell, Table};

/// A township in its county.
struct Standing<'a> {
    entry: &'a Entry<'a>,
    told: &'a Told<'a>,
    score: Option<&'a Score>,
    failing: usize,
}

/// By score; without a scorecard of the township itself, by how few findings fail. Equal ones share a place.
pub(super) fn table(whole: &Whole<'_>, telling: Telling) -> Table {
    let mut counties: BTreeMap<&str, Vec<Standing<'_>>> = BTreeMap::new();
    for entry in &whole.townships {
        let county = counties.entry(&entry.township.county).or_default();
        county.extend(entry.told().map(|told| standing(entry, told)));
    }
    let rows = counties.into_values().flat_map(|mut county| {
        county.sort_by_key(|of| (of.place(), of.entry.township.order()));
        let places = places(&county);
        let rows = county.into_iter().zip(places);
        rows.map(|(of, place)| row(&of, place, telling)).collect::<Vec<_>>()
    });
    Table {
        name: "ranking",
        columns: &[
            ("county", 14),
            ("place", 8),
            ("code", 12),
            ("township", 16),
            ("score", 10),
            ("grade", 12),
            ("before-veto", 12),
            ("vetoes", 12),
            ("failing", 12),
            ("records", 12),
        ],
        rows: rows.collect(),
    }
}

fn standing<'a>(entry: &'a Entry<'a>, told: &'a Told<'a>) -> Standing<'a> {
    let own = told.judged.scores.iter().find(|score| score.subject.is_none());
    let failing = told.cases.iter().filter(|case| case.finding.fails).count();
    Standing {
        entry,
        told,
        score: own,
        failing,
    }
}

impl Standing<'_> {
    /// What places go by: scored ones first, high scores first, then few failures.
    fn place(&self) -> (bool, Reverse<i64>, usize) {
        match self.score {
            Some(score) => (false, Reverse(score.score), 0),
            None => (true, Reverse(0), self.failing),
        }
    }
}

/// The place of each: one more than how many stand before it.
fn places(county: &[Standing<'_>]) -> Vec<usize> {
    let before = |of: &Standing<'_>| county.partition_point(|other| other.place() < of.place());
    county.iter().map(|of| before(of) + 1).collect()
}

fn row(of: &Standing<'_>, place: usize, _telling: Telling) -> Vec<Cell> {
    let township = of.entry.township;
    let score = |get: fn(&Score) -> i64| of.score.map_or(Cell::Empty, |score| Cell::Score(get(score)));
    vec![
        Cell::text(&township.county),
        Cell::count(place),
        Cell::text(&township.code),
        Cell::text(&township.name),
        score(|score| score.score),
        Cell::maybe(of.score.and_then(|score| score.grade.as_deref())),
        score(|score| score.sum),
        of.score.map_or(Cell::Empty, |score| Cell::count(score.vetoes.len())),
        Cell::count(of.failing),
        Cell::count(of.told.judged.records),
    ]
}
