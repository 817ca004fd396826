//! What holds of every year of duty.

mod ledger;

use ledger::chance::Chance;
use ledger::pack::{Ledger, id};
use ledger::{Planted, Rota, year};
use luoshi_plugin_interface::check_findings;
use luoshi_plugin_roster_fairness::describe;
use luoshi_plugin_sdk::Finding;
use proptest::{prelude::any, prop_assert_eq, proptest, test_runner::Config};

/// The findings with the rows of `evidence` and of `actors` that they had before `ledger` was mixed.
fn told(ledger: &Ledger, rows: &[usize], persons: &[usize]) -> Vec<Finding> {
    let mut findings = ledger.judged();
    check_findings(&describe(), ledger.persons, ledger.shifts.len(), &findings)
        .expect("a right answer");
    for finding in &mut findings {
        finding.about = finding.about.map(|person| persons[person as usize] as u32);
        for row in &mut finding.records {
            *row = rows[*row as usize] as u32;
        }
        finding.records.sort_unstable();
    }
    findings.sort_by_key(|finding| finding.about);
    findings
}

fn in_place(ledger: &Ledger) -> Vec<Finding> {
    let (rows, persons) = (0..ledger.shifts.len(), 0..ledger.persons);
    told(
        ledger,
        &rows.collect::<Vec<_>>(),
        &persons.collect::<Vec<_>>(),
    )
}

/// A small year: what is entered twice is left out, for either of the two may be named.
fn a_year(seed: u64) -> Ledger {
    let mut ledger = year(Rota::Turns, Planted::Burdened(60), seed);
    ledger.shifts.sort_by(|a, b| {
        (a.duty, a.day, a.minute, &a.actor, a.status)
            .cmp(&(b.duty, b.day, b.minute, &b.actor, b.status))
    });
    ledger.shifts.dedup_by(|a, b| {
        (a.duty, a.day, a.minute, &a.actor) == (b.duty, b.day, b.minute, &b.actor)
    });
    ledger
}

proptest! {
    #![proptest_config(Config { cases: 24, failure_persistence: None, ..Config::default() })]

    #[test]
    fn the_order_of_records_does_not_matter(seed in any::<u64>()) {
        let ledger = a_year(seed);
        let mut rows: Vec<usize> = (0..ledger.shifts.len()).collect();
        Chance(seed).shuffle(&mut rows);
        let mut mixed = ledger.clone();
        mixed.shifts = rows.iter().map(|row| ledger.shifts[*row].clone()).collect();
        let persons: Vec<usize> = (0..ledger.persons).collect();
        prop_assert_eq!(told(&mixed, &rows, &persons), in_place(&ledger));
    }

    #[test]
    fn the_names_of_persons_do_not_matter(seed in any::<u64>()) {
        let ledger = a_year(seed);
        let mut persons: Vec<usize> = (0..ledger.persons).collect();
        Chance(seed).shuffle(&mut persons);
        let mut renamed = ledger.clone();
        for shift in &mut renamed.shifts {
            let old = (0..ledger.persons).find(|p| id(*p) == shift.actor).expect("a person");
            let new = persons.iter().position(|p| *p == old).expect("a permutation");
            shift.actor = id(new);
        }
        let rows: Vec<usize> = (0..ledger.shifts.len()).collect();
        prop_assert_eq!(told(&renamed, &rows, &persons), in_place(&ledger));
    }

    #[test]
    fn several_persons_in_one_record_count_as_in_several(seed in any::<u64>()) {
        let mut one = a_year(seed);
        one.shifts.retain(|shift| shift.status == "attended");
        let mut several = one.clone();
        several.shifts.clear();
        for shift in &one.shifts {
            match several.shifts.last_mut() {
                Some(last) if (last.duty, last.day, last.minute) == (shift.duty, shift.day, shift.minute) => {
                    last.actor.push('、');
                    last.actor.push_str(&shift.actor);
                }
                _ => several.shifts.push(shift.clone()),
            }
        }
        let plain = |ledger: &Ledger| {
            let mut findings = in_place(ledger);
            findings.iter_mut().for_each(|finding| finding.records.clear());
            findings
        };
        prop_assert_eq!(plain(&several), plain(&one));
    }
}
