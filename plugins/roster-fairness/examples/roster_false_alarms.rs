//! The table of the page: `cargo run --release -p luoshi-plugin-roster-fairness --example roster_false_alarms`.

#[path = "../tests/ledger/mod.rs"]
mod ledger;

use ledger::{Planted, Rota, year};

/// Years of each row. Their seeds are none of those that the tests use.
const YEARS: u64 = 20_000;
const SEEDS: u64 = 1_000_000;

fn main() {
    println!(
        "| rota | planted | years | suspected | persons judged | persons suspected | first person found |"
    );
    println!("| --- | --- | --: | --: | --: | --: | --: |");
    for rota in [Rota::Lots, Rota::Rounds, Rota::Turns] {
        row(rota, Planted::Nothing, YEARS);
    }
    for share in [20, 40, 60] {
        row(Rota::Rounds, Planted::Burdened(share), YEARS / 10);
    }
    for share in [60, 80, 100] {
        row(Rota::Rounds, Planted::Spared(share), YEARS / 10);
    }
}

fn row(rota: Rota, planted: Planted, years: u64) {
    let (mut any, mut judged, mut persons, mut found) = (0, 0, 0, 0);
    for seed in SEEDS..SEEDS + years {
        let (suspects, of) = year(rota, planted, seed).suspects();
        any += u64::from(!suspects.is_empty());
        judged += of;
        persons += suspects.len();
        found += u64::from(suspects.contains(&0));
    }
    println!("| {rota:?} | {planted:?} | {years} | {any} | {judged} | {persons} | {found} |");
}
