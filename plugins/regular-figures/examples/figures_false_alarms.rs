//! The table of the page: `cargo run --release -p luoshi-plugin-regular-figures --example figures_false_alarms`.

#[path = "../tests/ledger/mod.rs"]
mod ledger;

use ledger::pack::Ledger;
use ledger::{Planted, events, year};

/// Years of each row. Their seeds are none of those that the tests use.
const YEARS: u64 = 20_000;
const SEEDS: u64 = 1_000_000;

fn main() {
    println!(
        "| planted in one village | years | suspected | villages judged | villages suspected | that village found |"
    );
    println!("| --- | --: | --: | --: | --: | --: |");
    row("nothing", YEARS, |seed| {
        (year(Planted::Nothing, seed), false)
    });
    row("nothing, events alone", YEARS, |seed| {
        (events(Planted::Nothing, seed), true)
    });
    for share in [30, 50, 70] {
        row(&format!("{share}% rounded"), YEARS / 10, |seed| {
            (year(Planted::Rounded(share), seed), false)
        });
    }
    for share in [30, 45, 60] {
        row(
            &format!("{share}% with favourite digits"),
            YEARS / 10,
            |seed| (year(Planted::Digits(share), seed), false),
        );
    }
    for share in [5, 10, 20] {
        row(&format!("{share}% copied"), YEARS / 10, |seed| {
            (year(Planted::Copied(share), seed), false)
        });
    }
    row("events near their mean", YEARS / 10, |seed| {
        (events(Planted::Steady, seed), true)
    });
}

fn row(planted: &str, years: u64, make: impl Fn(u64) -> (Ledger, bool)) {
    let (mut any, mut judged, mut villages, mut found) = (0, 0, 0, 0);
    for seed in SEEDS..SEEDS + years {
        let (ledger, events) = make(seed);
        let (suspects, of) = ledger.suspects(events);
        any += u64::from(!suspects.is_empty());
        judged += of;
        villages += suspects.len();
        found += u64::from(suspects.iter().any(|f| f.about == Some(0)));
    }
    println!("| {planted} | {years} | {any} | {judged} | {villages} | {found} |");
}
