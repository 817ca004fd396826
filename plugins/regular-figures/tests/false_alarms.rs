//! How often honest years are suspected, and planted ones found. `examples/figures_false_alarms.rs` says it of many more.

mod ledger;

use ledger::{Planted, events, year};

/// The level is one ledger in a hundred; of 300 at it, more than nine would be suspected once in a thousand runs.
#[test]
fn honest_years_are_seldom_suspected() {
    let suspected = (0..300).filter(|seed| {
        let (suspects, judged) = year(Planted::Nothing, *seed).suspects(false);
        assert_eq!(judged, 12, "not everybody was judged in year {seed}");
        !suspects.is_empty()
    });
    let suspected = suspected.count();
    assert!(suspected <= 9, "{suspected} of 300");
}

#[test]
fn honest_counts_of_events_are_seldom_suspected() {
    let suspected = (0..300).filter(|seed| {
        let (suspects, judged) = events(Planted::Nothing, *seed).suspects(true);
        assert!(judged > 0, "nobody was judged in year {seed}");
        !suspects.is_empty()
    });
    let suspected = suspected.count();
    assert!(suspected <= 9, "{suspected} of 300");
}

/// The first village, and nobody but it, is found in most years, and for what it did.
#[test]
fn a_village_that_makes_figures_up_is_found() {
    for (planted, message, least) in [
        (Planted::Rounded(70), "rounded", 95),
        (Planted::Digits(60), "digits", 80),
        (Planted::Copied(20), "repeated", 95),
    ] {
        let years = (0..100).map(|seed| year(planted, seed).suspects(false).0);
        let (found, others) = years.fold((0, 0), |(found, others), suspects| {
            let it = suspects
                .iter()
                .filter(|f| f.about == Some(0) && f.message == message)
                .count();
            let wrong = suspects.iter().filter(|f| f.about != Some(0)).count();
            (found + it, others + wrong)
        });
        assert!(found >= least, "{planted:?}: found in {found} of 100");
        assert!(others <= 3, "{planted:?}: {others} others suspected");
    }
}

#[test]
fn counts_near_their_mean_are_found() {
    let years = (0..100).map(|seed| events(Planted::Steady, seed).suspects(true).0);
    let found = years.filter(|s| {
        s.iter()
            .any(|f| f.about == Some(0) && f.message == "steady")
    });
    let found = found.count();
    assert!(found >= 60, "found in {found} of 100");
}
