//! What holds of every year of figures.

mod ledger;

use ledger::chance::Chance;
use ledger::pack::Ledger;
use ledger::{Planted, year};
use luoshi_plugin_interface::check_findings;
use luoshi_plugin_regular_figures::describe;
use luoshi_plugin_sdk::Finding;
use proptest::{prelude::any, prop_assert_eq, proptest, test_runner::Config};

/// The findings with the rows and villages that they had before `ledger` was mixed.
fn told(ledger: &Ledger, rows: &[usize], villages: &[usize]) -> Vec<Finding> {
    let mut findings = ledger.judged(true);
    check_findings(
        &describe(),
        ledger.villages,
        ledger.records.len(),
        &findings,
    )
    .expect("a right answer");
    for finding in &mut findings {
        finding.about = finding
            .about
            .map(|village| villages[village as usize] as u32);
        for row in &mut finding.records {
            *row = rows[*row as usize] as u32;
        }
        finding.records.sort_unstable();
    }
    findings.sort_by_key(|finding| finding.about);
    findings
}

fn in_place(ledger: &Ledger) -> Vec<Finding> {
    let (rows, villages) = (0..ledger.records.len(), 0..ledger.villages);
    told(
        ledger,
        &rows.collect::<Vec<_>>(),
        &villages.collect::<Vec<_>>(),
    )
}

proptest! {
    #![proptest_config(Config { cases: 24, failure_persistence: None, ..Config::default() })]

    #[test]
    fn the_order_of_records_does_not_matter(seed in any::<u64>()) {
        let ledger = year(Planted::Copied(20), seed);
        let mut rows: Vec<usize> = (0..ledger.records.len()).collect();
        Chance(seed).shuffle(&mut rows);
        let mut mixed = ledger.clone();
        mixed.records = rows.iter().map(|row| ledger.records[*row].clone()).collect();
        let villages: Vec<usize> = (0..ledger.villages).collect();
        prop_assert_eq!(told(&mixed, &rows, &villages), in_place(&ledger));
    }

    #[test]
    fn the_order_of_villages_does_not_matter(seed in any::<u64>()) {
        let ledger = year(Planted::Rounded(70), seed);
        let mut villages: Vec<usize> = (0..ledger.villages).collect();
        Chance(seed).shuffle(&mut villages);
        let mut mixed = ledger.clone();
        for record in &mut mixed.records {
            record.village = villages.iter().position(|v| *v == record.village).expect("a permutation");
        }
        let rows: Vec<usize> = (0..ledger.records.len()).collect();
        prop_assert_eq!(told(&mixed, &rows, &villages), in_place(&ledger));
    }

    #[test]
    fn any_figures_are_judged_without_fault(values in proptest::collection::vec(any::<i64>(), 0..200)) {
        let records = values.iter().enumerate().map(|(at, value)| ledger::pack::Record {
            duty: ["a", "b"][at % 2],
            day: at as i32 / 3,
            village: at % 3,
            money: at % 5 == 0,
            value: *value >> (at % 60),
        });
        let ledger = Ledger { records: records.collect(), villages: 4 };
        prop_assert_eq!(in_place(&ledger).len(), 4);
    }
}
