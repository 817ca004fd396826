//! 一次录完: records of many months of a duty, nearly all entered on one day.

use std::collections::BTreeMap;

use luoshi_evidence::date_of;

use crate::collect::{Cx, Draft};
use crate::indication::Indication;
use crate::rows::{Row, rows};
use crate::share::WORK;
use crate::sign::Sign;

pub(crate) fn find(cx: &Cx<'_>) -> Vec<Indication> {
    let mut duties: BTreeMap<&str, Vec<Row<'_>>> = BTreeMap::new();
    for row in rows(cx.given.evidence, &WORK) {
        if row.recorded().is_some() && !row.duty().is_empty() {
            duties.entry(row.duty()).or_default().push(row);
        }
    }
    duties
        .into_iter()
        .filter_map(|(duty, rows)| sitting(cx, duty, &rows))
        .collect()
}

/// The day on which nearly all records of a duty were entered, if they tell of many months.
fn sitting<'a>(cx: &Cx<'a>, duty: &str, all: &[Row<'a>]) -> Option<Indication> {
    let limits = cx.given.limits;
    let mut by_day: BTreeMap<i32, Vec<Row<'_>>> = BTreeMap::new();
    for row in all {
        by_day.entry(row.recorded()?).or_default().push(*row);
    }
    // Of equal days the first.
    let (day, rows) = by_day
        .into_iter()
        .rev()
        .max_by_key(|(_, rows)| rows.len())?;
    let days = rows.iter().map(Row::day);
    let (first, last) = (days.clone().min()?, days.max()?);
    let enough = rows.len() as u64 >= limits.count("sitting-least");
    let long = i64::from(last) - i64::from(first) >= limits.get("sitting-days");
    let most = rows.len() as u64 * 100 >= all.len() as u64 * limits.count("sitting-percent");
    if !(enough && long && most) {
        return None;
    }
    Some(cx.indication(Draft {
        sign: Sign::OneSitting,
        about: Some(duty.to_owned()),
        message: "day",
        figures: vec![
            ("duty", cx.duty_name(duty).into()),
            ("records", rows.len().into()),
            ("all", all.len().into()),
            ("first", date_of(first).into()),
            ("last", date_of(last).into()),
            ("day", date_of(day).into()),
        ],
        thresholds: vec!["sitting-days", "sitting-least", "sitting-percent"],
        ask: Vec::new(),
        rows,
    }))
}
