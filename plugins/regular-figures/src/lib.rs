//! 数据异常: figures that are more regular than what is counted ever is.
//!
//! In: quantities and amounts of records, by duty and subject. Out: a finding for each subject.
//! Never here: Benford's law, which needs figures over several powers of ten, and a township's have none.

mod chance;
mod series;
mod signs;
mod words;

use std::collections::BTreeMap;

use luoshi_plugin_sdk::{Argument, Finding, Input, Outcome};

use chance::holm;
use series::{Series, series};
use signs::{Limits, Sign, What, signs};
pub use words::describe;

/// Judges every subject.
///
/// # Errors
/// None.
pub fn judge(input: &Input) -> Result<Vec<Finding>, String> {
    let limits = Limits::of(input);
    let all = series(input);
    let mut by_subject: BTreeMap<usize, Vec<&Series<'_>>> = BTreeMap::new();
    for one in &all {
        by_subject.entry(one.subject).or_default().push(one);
    }
    let found = by_subject.iter().flat_map(|(subject, series)| {
        let signs = signs(series, &limits).into_iter();
        signs.map(|sign| (*subject, sign))
    });
    let found: Vec<(usize, Sign)> = found.collect();
    let chances: Vec<f64> = found.iter().map(|(_, sign)| sign.chance).collect();
    let mut tested: BTreeMap<usize, Vec<(f64, Sign)>> = BTreeMap::new();
    for ((subject, sign), chance) in found.into_iter().zip(holm(&chances)) {
        tested.entry(subject).or_default().push((chance, sign));
    }
    let names = names(input);
    let findings = (0..input.table("subjects").rows()).map(|subject| {
        let finding = match tested.get(&subject) {
            None => untold(by_subject.get(&subject).map_or(&[], Vec::as_slice)),
            Some(tests) => told(tests, &limits, &names),
        };
        finding.about(subject)
    });
    Ok(findings.collect())
}

/// Names of duties by id.
fn names(input: &Input) -> BTreeMap<&str, &str> {
    let duties = input.table("duties");
    let pairs = duties.texts("id").iter().zip(duties.texts("name"));
    pairs
        .map(|(id, name)| (input.text(*id), input.text(*name)))
        .collect()
}

/// Nothing could be tested.
fn untold(series: &[&Series<'_>]) -> Finding {
    let figures: usize = series.iter().map(|one| one.figures.len()).sum();
    let long = series.iter().filter(|one| one.is_long());
    let fixed = long.clone().count() > 0 && long.clone().all(|one| one.is_fixed());
    let message = if fixed { "fixed" } else { "few" };
    Finding::new(Outcome::NotApplicable, message).with("figures", figures)
}

/// The strongest sign, or that there is none.
fn told(tests: &[(f64, Sign)], limits: &Limits, names: &BTreeMap<&str, &str>) -> Finding {
    let shown = tests
        .iter()
        .filter(|(chance, sign)| sign.matters && *chance <= limits.level);
    let count = shown.clone().count() as i64;
    match shown.min_by(|a, b| a.0.total_cmp(&b.0)) {
        Some((chance, sign)) => suspect(sign, *chance, names).figure(count),
        None => {
            let most = tests.iter().map(|(_, sign)| sign.looked_at).max();
            Finding::new(Outcome::Met, "plain").with("figures", most.unwrap_or(0))
        }
    }
}

fn suspect(sign: &Sign, chance: f64, names: &BTreeMap<&str, &str>) -> Finding {
    let finding = Finding::new(Outcome::Suspect, words::message(&sign.what));
    let finding = match &sign.what {
        What::Rounded { fives, tens } => finding.with("fives", *fives).with("tens", *tens),
        What::Digits { digit, times, fair } => finding
            .with("digit", *digit)
            .with("times", *times)
            .with("fair", hundredths(*fair)),
        What::Repeated { times, expected } => finding
            .with("times", *times)
            .with("fair", hundredths(*expected)),
        What::Steady { share } => finding.with("share", (100.0 * share + 0.5) as i64),
    };
    let duty = main_duty(sign);
    let name = names.get(duty).filter(|name| !name.is_empty());
    finding
        .with("duty", *name.unwrap_or(&duty))
        .with("count", sign.looked_at)
        .with("chance", in_ten_thousand(chance))
        .records(sign.rows.iter().map(|(_, row)| *row))
}

/// The duty that most of the records serve; of equals, the first by its id.
fn main_duty(sign: &Sign) -> &str {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (duty, _) in &sign.rows {
        *counts.entry(duty).or_default() += 1;
    }
    let most = counts.into_iter().rev().max_by_key(|(_, count)| *count);
    most.map_or("", |(duty, _)| duty)
}

fn hundredths(value: f64) -> Argument {
    Argument::decimal((100.0 * value + 0.5) as i64)
}

/// Rounded up, so that what is said is never less than what was found.
fn in_ten_thousand(chance: f64) -> i64 {
    let whole = (10_000.0 * chance) as i64;
    (whole + 1).min(10_000)
}

luoshi_plugin_sdk::export!(describe, judge);
