//! Made-up audits, counted from their findings and not from their duties.

use std::collections::BTreeMap;

use luoshi_audit::results::{Measure, Value, results};
use luoshi_audit::{Township, made_up};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn sums_over_counties_are_the_sums_over_all(townships in 0u32..130, seed in any::<u64>()) {
        let audit = made_up(townships, seed);
        let results = results(&audit, None);
        let findings = audit.townships.iter().filter_map(Township::judged).flat_map(|j| &j.findings);
        let failing = findings.filter(|finding| finding.fails).count() as u64;
        prop_assert_eq!(results.whole.failing, failing);
        let sum = |of: &dyn Fn(&luoshi_audit::results::County) -> u64| -> u64 {
            results.counties.iter().map(of).sum()
        };
        prop_assert_eq!(sum(&|c| c.tally.failing), failing);
        prop_assert_eq!(sum(&|c| c.tally.townships), u64::from(townships));
        prop_assert_eq!(sum(&|c| c.tally.carried.of), results.whole.carried.of);
        prop_assert_eq!(results.duties.iter().map(|d| d.failing.count).sum::<u64>(), failing);
        prop_assert_eq!(results.gatherings[0].failing, failing);
        prop_assert_eq!(results.gatherings[1..].iter().map(|g| g.failing).sum::<u64>(), failing);
        let chains = results.gatherings[0].chains.iter().map(|c| c.failing).sum::<u64>();
        prop_assert_eq!(chains + results.gatherings[0].unanswered, failing);
    }

    #[test]
    fn a_rank_is_one_more_than_how_many_are_better(townships in 1u32..90, seed in any::<u64>()) {
        let audit = made_up(townships, seed);
        let results = results(&audit, None);
        let scores: BTreeMap<(&str, &str), (i64, &str)> = audit
            .townships
            .iter()
            .filter_map(|t| Some((t.order(), (t.judged()?.scores.first()?.score, t.county.as_str()))))
            .collect();
        let by_score = |r: &&luoshi_audit::results::Ranking| matches!(r.by, Measure::Score { .. });
        let Some(ranking) = results.rankings.iter().find(by_score) else {
            prop_assert!(scores.is_empty());
            return Ok(());
        };
        prop_assert_eq!(ranking.standings.len(), scores.len());
        for standing in &ranking.standings {
            let (score, county) = scores[&(standing.code.as_str(), standing.source.as_str())];
            prop_assert_eq!(standing.value, Value::Score(score));
            let better = scores.values().filter(|other| other.0 > score).count() as u32;
            prop_assert_eq!(standing.rank, better + 1);
            let near = scores.values().filter(|other| other.0 > score && other.1 == county).count() as u32;
            prop_assert_eq!(standing.in_county, Some(near + 1));
        }
    }
}
