//! `false_alarms [YEARS]`: of how many honest years of the published townships each plugin suspects something.

#[allow(dead_code, reason = "shared with tests")]
#[path = "../tests/judged/honest.rs"]
mod honest;
#[allow(dead_code, reason = "shared with tests")]
#[path = "../tests/judged/judged.rs"]
mod judged;
#[allow(dead_code, reason = "shared with tests")]
#[path = "../tests/judged/published.rs"]
mod published;

use std::collections::BTreeMap;

use honest::{Said, said};
use published::TOWNSHIPS;

/// Years of each township, if the command names no number.
const YEARS: u64 = 100;

fn main() {
    let asked = std::env::args().nth(1);
    let years = asked.and_then(|n| n.parse().ok()).unwrap_or(YEARS);
    let of_each = TOWNSHIPS.map(|township| {
        let years = std::thread::spawn(move || said(township, 1..years.saturating_add(1)));
        (township, years)
    });
    let mut sums: BTreeMap<String, Said> = BTreeMap::new();
    println!("| plugin | township | years | suspected | findings judged | suspect |");
    println!("| --- | --- | --: | --: | --: | --: |");
    for (township, years) in of_each {
        for (rule, said) in years.join().expect("a township is told") {
            row(&rule, township, &said);
            for suspect in &said.suspects {
                eprintln!("{suspect}");
            }
            let sum = sums.entry(rule).or_default();
            sum.ledgers += said.ledgers;
            sum.suspected += said.suspected;
            sum.judged += said.judged;
            sum.suspects.extend(said.suspects);
        }
    }
    for (rule, sum) in sums {
        row(&rule, "all", &sum);
    }
}

fn row(rule: &str, township: &str, said: &Said) {
    let Said {
        ledgers,
        suspected,
        judged,
        suspects,
    } = said;
    let suspects = suspects.len();
    println!("| {rule} | {township} | {ledgers} | {suspected} | {judged} | {suspects} |");
}
