//! How often honest years are suspected, and planted ones found. `examples/roster_false_alarms.rs` says it of many more.

mod ledger;

use ledger::{Planted, Rota, year};

/// The level is one ledger in a hundred; of 300 at it, more than nine would be suspected once in a thousand runs.
#[test]
fn honest_years_are_seldom_suspected() {
    for rota in [Rota::Lots, Rota::Rounds] {
        let suspected = (0..300).filter(|seed| {
            let (suspects, judged) = year(rota, Planted::Nothing, *seed).suspects();
            assert!(judged > 0, "nobody was judged in year {seed}");
            !suspects.is_empty()
        });
        let suspected = suspected.count();
        assert!(suspected <= 9, "{rota:?}: {suspected} of 300");
    }
}

/// One order that never changes meets whole weeks now and then: more years are suspected, for a reason that is there.
#[test]
fn a_fixed_order_is_suspected_where_its_rounds_are_whole_weeks() {
    let years = (0..100).map(|seed| year(Rota::Turns, Planted::Nothing, seed).suspects().0);
    let suspected = years.filter(|suspects| !suspects.is_empty()).count();
    assert!((1..=13).contains(&suspected), "{suspected} of 100");
}

/// The first person, and nobody but him, is found in nearly every year.
#[test]
fn a_person_put_upon_or_spared_is_found() {
    for (planted, least) in [(Planted::Burdened(60), 48), (Planted::Spared(100), 42)] {
        let years = (0..50).map(|seed| year(Rota::Rounds, planted, seed).suspects().0);
        let (found, others) = years.fold((0, 0), |(found, others), suspects| {
            let him = suspects.contains(&0);
            (
                found + usize::from(him),
                others + suspects.len() - usize::from(him),
            )
        });
        assert!(found >= least, "{planted:?}: found in {found} of 50");
        assert!(others <= 5, "{planted:?}: {others} others suspected");
    }
}
