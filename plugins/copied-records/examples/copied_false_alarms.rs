//! How often the rule is wrong about honest ledgers, and how often it sees copied ones: the table in `README.md`.
//!
//! `cargo run --release -p luoshi-plugin-copied-records --example copied_false_alarms -- 1000`

#[path = "../tests/ledgers/mod.rs"]
mod ledgers;

use ledgers::{Abuse, HABITS, Row, finding, honest, tampered};
use luoshi_plugin_sdk::Outcome;

/// Every abuse.
const ABUSES: [Abuse; 10] = [
    Abuse::Photographs(1),
    Abuse::Minutes(1),
    Abuse::Edited(1),
    Abuse::Edited(3),
    Abuse::HalfYear(1),
    Abuse::HalfYear(6),
    Abuse::Neighbour(3),
    Abuse::Neighbour(5),
    Abuse::Neighbour(20),
    Abuse::Neighbour(60),
];

fn main() {
    let count = std::env::args()
        .nth(1)
        .and_then(|count| count.parse().ok())
        .unwrap_or(1000);
    println!(
        "{:<24} {:>8} {:>8} {:>8}",
        "ledgers", "count", "suspect", "share"
    );
    for habit in HABITS {
        row(&format!("{habit:?}"), count, |seed| honest(habit, seed));
    }
    for abuse in ABUSES {
        row(&format!("{abuse:?}"), count, |seed| tampered(abuse, seed));
    }
}

fn row(name: &str, count: u64, ledger: impl Fn(u64) -> Vec<Row>) {
    // Seeds that the tests do not use.
    let seeds = 1_000_000..1_000_000 + count;
    let suspect = |seed: &u64| finding(&ledger(*seed)).outcome == Outcome::Suspect;
    let suspects = seeds.filter(suspect).count() as u64;
    let share = suspects * 10_000 / count.max(1);
    println!(
        "{name:<24} {count:>8} {suspects:>8} {:>5}.{:02}%",
        share / 100,
        share % 100
    );
}
