//! Quartiles, histograms and grades.

use luoshi_audit::results::{distribution, scores};
use proptest::prelude::*;

use crate::small::{audit, town};

/// Lowest, quartiles, highest.
fn five(scores: &[i64]) -> [i64; 5] {
    let d = distribution(scores.to_vec()).expect("there are some");
    [d.min, d.lower, d.median, d.upper, d.max]
}

#[test]
fn quartiles_are_scores_that_somebody_has() {
    assert_eq!(five(&[7]), [7, 7, 7, 7, 7]);
    assert_eq!(five(&[2, 1]), [1, 1, 1, 2, 2]);
    assert_eq!(five(&[3, 1, 2]), [1, 1, 2, 3, 3]);
    assert_eq!(five(&[4, 3, 2, 1]), [1, 1, 2, 3, 4]);
    assert_eq!(five(&[1, 2, 3, 4, 5]), [1, 2, 3, 4, 5]);
    assert_eq!(five(&[1, 2, 3, 4, 5, 6, 7, 8]), [1, 2, 4, 6, 8]);
    assert_eq!(distribution(Vec::new()), None);
}

/// From, below, count.
fn bins(scores: &[i64]) -> Vec<(i64, i64, u32)> {
    let d = distribution(scores.to_vec()).expect("there are some");
    d.bins
        .iter()
        .map(|bin| (bin.from, bin.below, bin.count))
        .collect()
}

#[test]
fn intervals_hold_their_lower_end() {
    // From 0.00 to 100.00 in steps of 10, the full marks in an interval of their own.
    let wide = bins(&[0, 999, 1_000, 10_000]);
    assert_eq!(wide.len(), 11);
    assert_eq!(wide[0], (0, 1_000, 2));
    assert_eq!(wide[1], (1_000, 2_000, 1));
    assert_eq!(wide[10], (10_000, 11_000, 1));
    assert_eq!(bins(&[8_000, 8_000]), [(8_000, 8_001, 2)]);
    assert_eq!(
        bins(&[-150, 150]),
        [
            (-200, -150, 0),
            (-150, -100, 1),
            (-100, -50, 0),
            (-50, 0, 0),
            (0, 50, 0),
            (50, 100, 0),
            (100, 150, 0),
            (150, 200, 1)
        ][1..]
    );
}

proptest! {
    #[test]
    fn a_histogram_counts_each_score_once(scores in prop::collection::vec(-20_000i64..200_000, 1..60)) {
        let d = distribution(scores.clone()).expect("there are some");
        prop_assert!(d.bins.len() <= 11);
        prop_assert_eq!(d.bins.iter().map(|bin| bin.count).sum::<u32>(), d.count);
        for pair in d.bins.windows(2) {
            prop_assert_eq!(pair[0].below, pair[1].from);
        }
        for bin in &d.bins {
            let inside = scores.iter().filter(|s| (bin.from..bin.below).contains(s)).count();
            prop_assert_eq!(inside, bin.count as usize);
        }
        prop_assert!(d.bins[0].count > 0 && d.bins[d.bins.len() - 1].count > 0);
        // At least a quarter of all is at or below the lower quartile, and at least three quarters at or above.
        for (at, quarters) in [(d.lower, 1), (d.median, 2), (d.upper, 3)] {
            prop_assert!(scores.contains(&at));
            prop_assert!(4 * scores.iter().filter(|s| **s <= at).count() >= quarters * scores.len());
            prop_assert!(4 * scores.iter().filter(|s| **s < at).count() < quarters * scores.len());
        }
    }
}

#[test]
fn sheets_of_villages_are_a_list_of_their_own() {
    let towns = [
        town("A", "甲")
            .score("card", 9_000, "好")
            .score("card", 5_000, "差")
            .of_village("v1"),
        town("B", "乙").score("card", 6_000, "中"),
    ];
    let all = scores(&audit(towns, Vec::new()));
    let told: Vec<(bool, u32, i64)> = all
        .iter()
        .map(|s| (s.of_subjects, s.whole.scores.count, s.whole.scores.max))
        .collect();
    assert_eq!(told, [(false, 2, 9_000), (true, 1, 5_000)]);
    let counties: Vec<&str> = all[0]
        .counties
        .iter()
        .map(|(county, _)| county.as_str())
        .collect();
    assert_eq!(counties, ["乙", "甲"]);
    assert_eq!(all[1].counties.len(), 1);
}

#[test]
fn grades_come_in_the_order_of_their_highest_score() {
    let towns = [
        town("A", "甲").score("card", 9_000, "好"),
        town("B", "甲").score("card", 9_500, "中"),
        town("C", "甲").score("card", 1_000, "差"),
        town("D", "甲").score("card", 8_000, "好"),
    ];
    let spread = scores(&audit(towns, Vec::new())).swap_remove(0).whole;
    let grades: Vec<(Option<&str>, u32, i64)> = spread
        .grades
        .iter()
        .map(|g| (g.grade.as_deref(), g.count, g.highest))
        .collect();
    assert_eq!(
        grades,
        [
            (Some("中"), 1, 9_500),
            (Some("好"), 2, 9_000),
            (Some("差"), 1, 1_000)
        ]
    );
}
