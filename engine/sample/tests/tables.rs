//! Sizes and limits against published tables.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use luoshi_sample::{
    Drawn, Expected, Openness, Rate, Terms, binomial_at_most, compared, most, poisson_at_most, size,
};

fn rate(hundredths: u32) -> Rate {
    Rate::of(hundredths).unwrap()
}

/// The columns of the tables of sizes: tolerable rates in whole percent.
const TOLERABLE: [u32; 11] = [2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 20];

/// A row: expected rate in hundredths of a percent, sizes with the expected deviations in brackets.
type Row = (u32, &'static str);

/// AICPA Audit Guide "Audit Sampling", table A-1: statistical sample sizes for tests of controls,
/// 5 percent risk of overreliance; the same figures are in the tables for 信赖过度风险 5% that
/// Chinese auditors use with standard 1314.
const SIZES_AT_95: [Row; 8] = [
    (
        0,
        "149(0) 99(0) 74(0) 59(0) 49(0) 42(0) 36(0) 32(0) 29(0) 19(0) 14(0)",
    ),
    (
        25,
        "236(1) 157(1) 117(1) 93(1) 78(1) 66(1) 58(1) 51(1) 46(1) 30(1) 22(1)",
    ),
    (
        50,
        "313(2) 157(1) 117(1) 93(1) 78(1) 66(1) 58(1) 51(1) 46(1) 30(1) 22(1)",
    ),
    (
        75,
        "386(3) 208(2) 117(1) 93(1) 78(1) 66(1) 58(1) 51(1) 46(1) 30(1) 22(1)",
    ),
    (
        100,
        "590(6) 257(3) 156(2) 93(1) 78(1) 66(1) 58(1) 51(1) 46(1) 30(1) 22(1)",
    ),
    (
        125,
        "1030(13) 303(4) 156(2) 124(2) 78(1) 66(1) 58(1) 51(1) 46(1) 30(1) 22(1)",
    ),
    (
        150,
        "- 392(6) 192(3) 124(2) 103(2) 66(1) 58(1) 51(1) 46(1) 30(1) 22(1)",
    ),
    (
        175,
        "- 562(10) 227(4) 153(3) 103(2) 88(2) 77(2) 51(1) 46(1) 30(1) 22(1)",
    ),
];

/// The same guide, table A-2: 10 percent risk.
const SIZES_AT_90: [Row; 7] = [
    (
        0,
        "114(0) 76(0) 57(0) 45(0) 38(0) 32(0) 28(0) 25(0) 22(0) 15(0) 11(0)",
    ),
    (
        25,
        "194(1) 129(1) 96(1) 77(1) 64(1) 55(1) 48(1) 42(1) 38(1) 25(1) 18(1)",
    ),
    (
        50,
        "194(1) 129(1) 96(1) 77(1) 64(1) 55(1) 48(1) 42(1) 38(1) 25(1) 18(1)",
    ),
    (
        75,
        "265(2) 129(1) 96(1) 77(1) 64(1) 55(1) 48(1) 42(1) 38(1) 25(1) 18(1)",
    ),
    (
        100,
        "398(4) 176(2) 96(1) 77(1) 64(1) 55(1) 48(1) 42(1) 38(1) 25(1) 18(1)",
    ),
    (
        125,
        "708(9) 221(3) 132(2) 77(1) 64(1) 55(1) 48(1) 42(1) 38(1) 25(1) 18(1)",
    ),
    (
        150,
        "- 265(4) 132(2) 105(2) 64(1) 55(1) 48(1) 42(1) 38(1) 25(1) 18(1)",
    ),
];

/// The same rule as the library's, for a population without end: the first number of deviations
/// that is not below what is expected of the size that it asks for.
fn endless(confidence: u32, tolerable: u32, expected: u32) -> String {
    for allowed in 0.. {
        let terms = Terms {
            confidence: rate(confidence),
            tolerable: rate(tolerable),
            expected: Expected::Rate(rate(expected)),
        };
        let size = compared(10_000, allowed, terms).binomial;
        if rate(expected).at_least_of(size) <= allowed {
            return format!("{size}({allowed})");
        }
    }
    unreachable!("the expected rate is below the tolerable one")
}

#[test]
fn sizes_are_those_of_the_audit_guide() {
    for (confidence, table) in [(9_500, &SIZES_AT_95[..]), (9_000, &SIZES_AT_90[..])] {
        for (expected, row) in table {
            for (printed, tolerable) in row.split(' ').zip(TOLERABLE) {
                if printed != "-" {
                    let found = endless(confidence, tolerable * 100, *expected);
                    assert_eq!(found, printed, "{confidence} {tolerable} {expected}");
                }
            }
        }
    }
}

/// AICPA Audit Guide, tables: upper limits in tenths of a percent for 0 to 4 deviations.
const LIMITS_AT_95: [(u64, [u64; 5]); 12] = [
    (20, [140, 217, 283, 344, 402]),
    (25, [113, 177, 232, 282, 330]),
    (30, [96, 149, 196, 239, 280]),
    (35, [83, 129, 170, 207, 243]),
    (40, [73, 114, 150, 183, 215]),
    (45, [65, 102, 134, 164, 192]),
    (50, [59, 92, 121, 148, 174]),
    (60, [49, 77, 102, 125, 147]),
    (80, [37, 58, 77, 95, 111]),
    (100, [30, 47, 62, 76, 90]),
    (125, [24, 38, 50, 61, 72]),
    (200, [15, 24, 32, 39, 46]),
];
const LIMITS_AT_90: [(u64, [u64; 5]); 8] = [
    (20, [109, 181, 245, 305, 361]),
    (25, [88, 147, 200, 249, 295]),
    (30, [74, 124, 168, 210, 249]),
    (40, [56, 94, 128, 160, 190]),
    (50, [46, 76, 103, 129, 154]),
    (60, [38, 64, 87, 108, 129]),
    (100, [23, 39, 53, 66, 79]),
    (200, [12, 20, 27, 34, 40]),
];

#[test]
fn upper_limits_are_those_of_the_audit_guide() {
    for (risk, table) in [(500, &LIMITS_AT_95[..]), (1_000, &LIMITS_AT_90[..])] {
        for (drawn, limits) in table {
            for (seen, limit) in (0..).zip(limits) {
                let one = Drawn {
                    all: 1_000_000,
                    drawn: *drawn,
                    seen,
                };
                let (part, all) = most(&[one], Openness::Open, rate(risk));
                // The table is rounded up to tenths of a percent.
                let found = (part * 1_000).div_ceil(all);
                assert_eq!(found, *limit, "{risk} {drawn} {seen}");
            }
        }
    }
}

/// Cannon and Roe, "Livestock Disease Surveys" (1982), table of sizes to find at least one, 95 %:
/// population, share in percent, size. The classic table of discovery sampling from small populations.
const DISCOVERY_AT_95: [(u64, u32, u64); 21] = [
    (10, 50, 4),
    (20, 50, 4),
    (20, 25, 9),
    (20, 10, 16),
    (50, 50, 5),
    (50, 10, 22),
    (50, 2, 48),
    (100, 50, 5),
    (100, 25, 10),
    (100, 10, 25),
    (100, 5, 45),
    (100, 2, 78),
    (200, 5, 51),
    (200, 2, 105),
    (200, 1, 155),
    (500, 5, 56),
    (500, 2, 129),
    (500, 1, 225),
    (1_000, 5, 57),
    (1_000, 2, 138),
    (1_000, 1, 258),
];

#[test]
fn sizes_for_discovery_are_those_of_small_populations() {
    for (all, share, drawn) in DISCOVERY_AT_95 {
        let terms = Terms {
            confidence: rate(9_500),
            tolerable: rate(share * 100),
            expected: Expected::Count(0),
        };
        assert_eq!(size(&[all], terms).strata, [drawn], "{all} {share}");
    }
}

/// 控制测试中常用的风险系数表, as Chinese auditors use it with standard 1314: risk factors in tenths
/// for 0 to 4 deviations. It is rounded to the nearest tenth, but for 4.8, which is rounded up.
const FACTORS: [(u32, [u64; 5]); 2] = [(500, [30, 48, 63, 78, 92]), (1_000, [23, 39, 53, 67, 80])];

#[test]
fn risk_factors_are_those_of_the_guideline() {
    for (risk, factors) in FACTORS {
        for (seen, factor) in (0..).zip(factors) {
            // The least factor, in hundredths.
            let found = (1..2_000)
                .find(|mean| poisson_at_most((*mean, 100), seen, rate(risk)))
                .unwrap();
            assert!(found.abs_diff(factor * 10) <= 6, "{risk} {seen}: {found}");
        }
    }
}

/// The binomial of the tables by itself: 0.95^59 is the first power below 5 %.
#[test]
fn a_power_can_be_checked_by_hand() {
    assert!(!binomial_at_most(50_000_000, 58, 0, rate(500)));
    assert!(binomial_at_most(50_000_000, 59, 0, rate(500)));
}
