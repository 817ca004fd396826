//! The records that score a place, looked up once for all sheets of a card.

use std::collections::{BTreeMap, BTreeSet};

use luoshi_calendar::Span;
use luoshi_evidence::Kind;
use luoshi_plan::Plan;
use luoshi_plan::model::{Method, ScoreItem, Scorecard};

use crate::check::JudgeCx;
use crate::lut::around;
use crate::program::Row;

/// Rows of the columns of incidents and metrics.
pub(super) struct Records<'a> {
    plan: &'a Plan,
    /// Incidents by the subject in which they happened, at any depth; of none for the jurisdiction, in which all of them did.
    incidents: BTreeMap<Option<u32>, Vec<usize>>,
    /// The last metric of an item, by its id and the subject; of none whatever the subject.
    given: BTreeMap<(&'a str, Option<&'a str>), usize>,
}

impl<'a> Records<'a> {
    pub(super) fn of(card: &'a Scorecard, rows: &[Row], span: Span, cx: &'a JudgeCx<'_>) -> Self {
        Records {
            plan: cx.plan,
            incidents: match items(card).any(|item| item.method == Method::PerEvent) {
                true => incidents(rows, span, cx),
                false => BTreeMap::new(),
            },
            given: given(card, cx),
        }
    }

    pub(super) fn incidents(&self, row: Row) -> &[usize] {
        self.incidents.get(&row.subject).map_or(&[], Vec::as_slice)
    }

    /// The points given for an item, where somebody gave any.
    pub(super) fn given(&self, item: &ScoreItem, row: Row) -> Option<usize> {
        let subject = row.subject.map(|at| &self.plan.subjects[at as usize].id);
        let subject = subject.map(|id| id.name.as_str());
        self.given.get(&(item.id.name.as_str(), subject)).copied()
    }
}

/// Every item of a card.
pub(super) fn items(card: &Scorecard) -> impl Iterator<Item = &ScoreItem> {
    let sections = card.sections.iter().flat_map(|section| &section.items);
    let bonus = card.bonus.iter().flat_map(|bonus| &bonus.items);
    sections.chain(bonus)
}

/// Those of the span.
fn incidents(rows: &[Row], span: Span, cx: &JudgeCx<'_>) -> BTreeMap<Option<u32>, Vec<usize>> {
    let columns = cx.columns(Kind::Incident);
    let names = &cx.evidence.names;
    let scored: BTreeSet<Option<u32>> = rows.iter().map(|row| row.subject).collect();
    let mut incidents: BTreeMap<Option<u32>, Vec<usize>> = BTreeMap::new();
    let days = span.numbers();
    for at in 0..columns.len() {
        if !days.contains(&columns.day[at]) {
            continue;
        }
        let place = cx.plan.subject_index.get(names.text(columns.subject[at]));
        let places = place.into_iter().flat_map(|at| around(&cx.outer, *at));
        let places = places
            .filter_map(|place| u32::try_from(place).ok())
            .map(Some);
        for place in places.chain([None]).filter(|place| scored.contains(place)) {
            incidents.entry(place).or_default().push(at);
        }
    }
    incidents
}

fn given<'a>(
    card: &'a Scorecard,
    cx: &'a JudgeCx<'_>,
) -> BTreeMap<(&'a str, Option<&'a str>), usize> {
    let subjective = items(card).filter(|item| item.method == Method::Subjective);
    let wanted: BTreeSet<&str> = subjective.map(|item| item.id.name.as_str()).collect();
    let mut given = BTreeMap::new();
    if wanted.is_empty() {
        return given;
    }
    let columns = cx.columns(Kind::Metric);
    let names = &cx.evidence.names;
    for at in 0..columns.len() {
        if let Some(item) = wanted.get(names.text(columns.duty[at])) {
            given.insert((*item, None), at);
            given.insert((*item, Some(names.text(columns.subject[at]))), at);
        }
    }
    given
}
