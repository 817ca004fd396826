//! Made-up ledgers: honest ones stay silent, tampered ones do not, and order means nothing.

mod ledgers;

use ledgers::{Abuse, HABITS, Pair, finding, finding_in_order, honest, tampered};
use luoshi_plugin_sdk::Outcome;
use proptest::collection::vec;
use proptest::prelude::{Strategy, any, prop_assert, prop_assert_eq, proptest};

/// Ledgers of each sort.
const LEDGERS: u64 = 40;

fn suspects(ledger: impl Fn(u64) -> Vec<Pair>) -> u64 {
    let suspect = |seed: &u64| finding(&ledger(*seed)).outcome == Outcome::Suspect;
    (1..=LEDGERS).filter(suspect).count() as u64
}

#[test]
fn honest_ledgers_stay_silent() {
    for habit in HABITS {
        let alarms = suspects(|seed| honest(habit, seed));
        assert!(alarms <= 1, "{habit:?}: {alarms} of {LEDGERS}");
    }
}

#[test]
fn what_was_made_before_an_inspection_is_seen() {
    for abuse in [
        Abuse::Inspection(10),
        Abuse::MonthEnd(3),
        Abuse::Whole,
        Abuse::Sheets(20),
    ] {
        let seen = suspects(|seed| tampered(abuse, seed));
        assert!(seen >= LEDGERS - 1, "{abuse:?}: {seen} of {LEDGERS}");
    }
}

/// Records on a few days, so that there are bursts among them.
fn pairs() -> impl Strategy<Value = Vec<Pair>> {
    let day = ledgers::FIRST..=ledgers::LAST;
    let recorded = (0..40i32).prop_map(|week| ledgers::FIRST + 100 + 7 * week);
    vec((day, recorded), 0..300)
}

proptest! {
    #[test]
    fn the_order_of_records_does_not_matter(mut pairs in pairs(), seed in any::<u64>()) {
        let before = finding_in_order(&pairs);
        let mut chance = ledgers::Chance(seed);
        for at in (1..pairs.len()).rev() {
            let other = chance.between(0, i32::try_from(at).unwrap_or(0));
            pairs.swap(at, usize::try_from(other).unwrap_or(0));
        }
        let after = finding_in_order(&pairs);
        prop_assert_eq!(before.records.len(), after.records.len());
        prop_assert_eq!((before.outcome, before.message, before.arguments), (after.outcome, after.message, after.arguments));
    }

    #[test]
    fn what_is_named_was_entered_late(pairs in pairs()) {
        let finding = finding_in_order(&pairs);
        for row in &finding.records {
            let (day, recorded) = pairs[*row as usize];
            prop_assert!(recorded - day > 7);
        }
    }

    #[test]
    fn prompt_records_never_make_a_burst(days in vec(ledgers::FIRST..=ledgers::LAST, 30..300)) {
        let pairs: Vec<Pair> = days.iter().map(|day| (*day, *day + 7)).collect();
        prop_assert_eq!(finding(&pairs).outcome, Outcome::Met);
    }

    #[test]
    fn any_days_are_borne(pairs in vec((any::<i32>(), any::<i32>()), 0..100)) {
        finding_in_order(&pairs);
    }
}
