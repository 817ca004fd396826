//! Made-up ledgers: honest ones stay silent, copied ones do not, and order means nothing.

mod ledgers;

use ledgers::{Abuse, Chance, HABITS, Row, finding, finding_in_order, honest, tampered};
use luoshi_plugin_sdk::Outcome;
use proptest::prelude::{any, prop_assert_eq, proptest};

/// Ledgers of each sort.
const LEDGERS: u64 = 8;

fn suspects(ledger: impl Fn(u64) -> Vec<Row>) -> u64 {
    let suspect = |seed: &u64| finding(&ledger(*seed)).outcome == Outcome::Suspect;
    (1..=LEDGERS).filter(suspect).count() as u64
}

#[test]
fn honest_ledgers_stay_silent() {
    for habit in HABITS {
        let alarms = suspects(|seed| honest(habit, seed));
        assert!(alarms == 0, "{habit:?}: {alarms} of {LEDGERS}");
    }
}

#[test]
fn what_was_copied_is_seen() {
    for abuse in [
        Abuse::Photographs(1),
        Abuse::Minutes(1),
        Abuse::Edited(1),
        Abuse::HalfYear(1),
        Abuse::Neighbour(60),
    ] {
        let seen = suspects(|seed| tampered(abuse, seed));
        assert!(seen == LEDGERS, "{abuse:?}: {seen} of {LEDGERS}");
    }
}

fn shuffled(rows: &mut [Row], seed: u64) {
    let mut chance = Chance(seed);
    for at in (1..rows.len()).rev() {
        let other = chance.between(0, i32::try_from(at).expect("few rows"));
        rows.swap(at, usize::try_from(other).expect("not below zero"));
    }
}

proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(12))]
    #[test]
    fn the_order_of_records_does_not_matter(seed in any::<u64>()) {
        let mut rows = tampered(Abuse::Photographs(3), seed);
        rows.extend(tampered(Abuse::HalfYear(4), seed));
        let before = finding_in_order(&rows);
        shuffled(&mut rows, seed);
        let after = finding_in_order(&rows);
        prop_assert_eq!(before.records.len(), after.records.len());
        prop_assert_eq!((before.outcome, before.message, before.arguments), (after.outcome, after.message, after.arguments));
    }
}
