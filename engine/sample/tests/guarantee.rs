//! What bounds promise, checked by counting every sample that can be drawn.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use luoshi_sample::{Drawn, Expected, Openness, Rate, Terms, least, most, size};

fn rate(hundredths: u32) -> Rate {
    Rate::of(hundredths).unwrap()
}

fn choose(all: u64, some: u64) -> u64 {
    if some > all {
        return 0;
    }
    (0..some).fold(1, |ways, step| ways * (all - step) / (step + 1))
}

/// In how many of all ways to draw the count of deviations is this one, for two strata.
fn ways(sizes: [u64; 2], drawn: [u64; 2], bad: [u64; 2], seen: [u64; 2]) -> u64 {
    (0..2)
        .map(|at| {
            choose(bad[at], seen[at])
                * choose(
                    sizes[at] - bad[at],
                    drawn[at].wrapping_sub(seen[at]).min(99),
                )
        })
        .product()
}

/// Of every way to spread deviations over two small strata, the bounds miss the truth at most as
/// often as they may.
#[test]
fn stratified_bounds_keep_their_confidence() {
    for (sizes, drawn) in [
        ([12, 6], [6, 3]),
        ([15, 3], [6, 1]),
        ([9, 9], [3, 5]),
        ([2, 2], [1, 1]),
    ] {
        for bad in (0..=sizes[0]).flat_map(|a| (0..=sizes[1]).map(move |b| [a, b])) {
            let truth: u64 = bad.iter().sum();
            let (mut all, mut above, mut below) = (0, 0, 0);
            for seen in (0..=drawn[0]).flat_map(|a| (0..=drawn[1]).map(move |b| [a, b])) {
                let ways = ways(sizes, drawn, bad, seen);
                if ways == 0 {
                    continue;
                }
                let strata: Vec<Drawn> = (0..2)
                    .map(|at| Drawn {
                        all: sizes[at],
                        drawn: drawn[at],
                        seen: seen[at],
                    })
                    .collect();
                all += ways;
                if most(&strata, Openness::Closed, rate(1_000)).0 < truth {
                    above += ways;
                }
                if least(&strata, Openness::Closed, rate(1_000)).0 > truth {
                    below += ways;
                }
            }
            assert_eq!(all, choose(sizes[0], drawn[0]) * choose(sizes[1], drawn[1]));
            assert!(
                above * 10 <= all,
                "{sizes:?} {drawn:?} {bad:?}: {above} of {all} too low"
            );
            assert!(
                below * 10 <= all,
                "{sizes:?} {drawn:?} {bad:?}: {below} of {all} too high"
            );
        }
    }
}

/// One stratum: the bound is the exact one, so that one more deviation would be excluded.
#[test]
fn one_stratum_is_exact() {
    for seen in 0..=10 {
        let one = Drawn {
            all: 40,
            drawn: 10,
            seen,
        };
        let tail = |bad: u64| -> u64 {
            (0..=seen)
                .map(|x| choose(bad, x) * choose(40 - bad, 10 - x))
                .sum()
        };
        let expected = (seen..=40 - (10 - seen))
            .filter(|bad| tail(*bad) * 20 > choose(40, 10))
            .max();
        assert_eq!(Some(most(&[one], Openness::Closed, rate(500)).0), expected);
    }
}

#[test]
fn everything_drawn_leaves_no_doubt() {
    let strata = [
        Drawn {
            all: 7,
            drawn: 7,
            seen: 2,
        },
        Drawn {
            all: 5,
            drawn: 5,
            seen: 0,
        },
    ];
    for strata in [&strata[..], &strata[..1]] {
        assert_eq!(most(strata, Openness::Closed, rate(500)).0, 2);
        assert_eq!(least(strata, Openness::Closed, rate(500)).0, 2);
    }
}

#[test]
fn all_or_none_deviating_is_bounded_on_one_side() {
    let none = Drawn {
        all: 1_000,
        drawn: 59,
        seen: 0,
    };
    let every = Drawn { seen: 59, ..none };
    assert_eq!(least(&[none], Openness::Closed, rate(500)).0, 0);
    assert_eq!(most(&[every], Openness::Closed, rate(500)).0, 1_000);
    let (up, down) = (
        most(&[none], Openness::Closed, rate(500)).0,
        least(&[every], Openness::Closed, rate(500)).0,
    );
    assert_eq!(up + down, 1_000);
    assert!(up < 50);
    // Nothing drawn says nothing.
    let nothing = Drawn {
        all: 9,
        drawn: 0,
        seen: 0,
    };
    assert_eq!(most(&[nothing], Openness::Closed, rate(500)).0, 9);
}

/// A sample of the size that was computed, with as many deviations as it allows, shows what it was
/// drawn to show; with one more it does not, unless everything was drawn.
#[test]
fn a_computed_size_keeps_what_it_promises() {
    let cases: [&[u64]; 6] = [
        &[1],
        &[10],
        &[300],
        &[300, 300, 40],
        &[90, 5, 1],
        &[400; 12],
    ];
    for strata in cases {
        for expected in [
            Expected::Count(0),
            Expected::Rate(rate(100)),
            Expected::Count(2),
        ] {
            let terms = Terms {
                confidence: rate(9_500),
                tolerable: rate(500),
                expected,
            };
            let size = size(strata, terms);
            let all: u64 = strata.iter().sum();
            let verdict = |seen: u64| {
                let mut rest = seen;
                let drawn: Vec<Drawn> = strata
                    .iter()
                    .zip(&size.strata)
                    .map(|(all, drawn)| {
                        let here = rest.min(*drawn);
                        rest -= here;
                        Drawn {
                            all: *all,
                            drawn: *drawn,
                            seen: here,
                        }
                    })
                    .collect();
                most(&drawn, Openness::Closed, rate(500)).0 * 20 < all
            };
            assert!(verdict(size.allowed), "{strata:?} {expected:?} {size:?}");
            assert!(
                size.strata
                    .iter()
                    .zip(strata)
                    .all(|(n, all)| (1..=*all).contains(n))
            );
            if size.all && size.allowed < all {
                assert!(
                    !verdict(size.allowed + 1),
                    "{strata:?} {expected:?} {size:?}"
                );
            }
        }
    }
}

#[test]
fn strata_cost_a_little_more() {
    let terms = Terms {
        confidence: rate(9_500),
        tolerable: rate(500),
        expected: Expected::Count(0),
    };
    let total = |strata: &[u64]| size(strata, terms).strata.iter().sum::<u64>();
    let (one, three) = (total(&[1_000]), total(&[500, 300, 200]));
    assert_eq!(one, 57);
    assert!((one..=one + 3).contains(&three), "{three}");
}
