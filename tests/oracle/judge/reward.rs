//! Rewards.

use std::collections::BTreeMap;

use super::{Case, Findings, Said, say};
use crate::days::contains;
use crate::ledger::Record;
use crate::plan::Reward;

pub(super) fn judge(case: &Case<'_>, of: &Reward, found: &mut Findings) {
    let span = case.span(&of.duty);
    let records = case.records("reward", &of.duty.id).into_iter();
    let rows = case.rows(&of.duty);
    let about = |r: &&Record| rows.iter().any(|row| super::cadence::belongs(r, *row));
    let records: Vec<&Record> = records
        .filter(|r| contains(span, r.date))
        .filter(about)
        .collect();
    if records.is_empty() {
        say(found, &of.duty, &[], Said::of("not_applicable"));
        return;
    }
    let mut right: Vec<&Record> = Vec::new();
    let mut cases: BTreeMap<&str, Vec<&Record>> = BTreeMap::new();
    for record in records {
        let marks = &record.marks;
        let late = case.entered_late([record]);
        let on = |status| Said::of(status).day(Some(record.date)).backfilled(late);
        let grounds = of.grounds_all.iter().all(|mark| marks.contains(mark))
            && (of.grounds_any.is_empty()
                || of.grounds_any.iter().any(|mark| marks.contains(mark)));
        let inside = |amount: i64| {
            of.amount
                .as_ref()
                .is_none_or(|r| r.min <= amount && amount <= r.max)
        };
        let asked = of.amount.is_some() || of.case_cap.is_some();
        if let (Some(case), Some(_)) = (&record.refers, record.amount) {
            cases.entry(case).or_default().push(record);
        }
        match record.amount {
            _ if !grounds => say(found, &of.duty, &[&record.id], on("violated")),
            Some(amount) if !inside(amount) => {
                say(found, &of.duty, &[&record.id], on("violated"));
            }
            None if asked => say(found, &of.duty, &[&record.id], on("unknown")),
            _ => right.push(record),
        }
    }
    for (id, records) in cases {
        let sum: i64 = records.iter().filter_map(|r| r.amount).sum();
        if of.case_cap.is_some_and(|cap| sum > cap) {
            let said = Said::of("violated")
                .facet("case")
                .day(records.last().map(|r| r.date))
                .backfilled(case.entered_late(records));
            say(found, &of.duty, &[id], said);
        }
    }
    if !right.is_empty() {
        let late = case.entered_late(right);
        say(found, &of.duty, &[], Said::of("met").backfilled(late));
    }
}
