//! Ranks: ties, who is ranked, and among whom.

use luoshi_audit::results::{Measure, Ranking, Value, rankings};
use luoshi_rules::Status;

use crate::small::{Town, audit, town};

/// Code, rank among all, rank in the county, value.
fn told(ranking: &Ranking) -> Vec<(String, u32, Option<u32>, String)> {
    let standings = ranking.standings.iter();
    let told = standings.map(|s| (s.code.clone(), s.rank, s.in_county, s.value.text()));
    told.collect()
}

#[track_caller]
fn check(towns: Vec<Town>, which: usize, expected: &[(&str, u32, Option<u32>, &str)]) -> Ranking {
    let ranking = rankings(&audit(towns, Vec::new())).swap_remove(which);
    let expected: Vec<(String, u32, Option<u32>, String)> = expected
        .iter()
        .map(|(c, r, i, v)| ((*c).to_owned(), *r, *i, (*v).to_owned()))
        .collect();
    assert_eq!(told(&ranking), expected);
    ranking
}

#[test]
fn ties_share_a_rank_and_the_next_is_further_down() {
    let towns = vec![
        town("A", "甲").met(1, 2),
        town("B", "甲").met(2, 0),
        town("C", "乙").met(3, 6),
        town("D", "乙").met(1, 1),
        town("E", "乙").met(5, 0),
    ];
    check(
        towns,
        0,
        &[
            ("B", 1, Some(1), "100.0%"),
            ("E", 1, Some(1), "100.0%"),
            ("D", 3, Some(2), "50.0%"),
            ("A", 4, Some(2), "33.3%"),
            ("C", 4, Some(3), "33.3%"),
        ],
    );
}

#[test]
fn shares_that_look_alike_are_not_alike() {
    let towns = vec![town("A", "").met(1, 2), town("B", "").met(333, 667)];
    check(
        towns,
        0,
        &[("A", 1, None, "33.3%"), ("B", 2, None, "33.3%")],
    );
}

#[test]
fn who_has_nothing_to_judge_is_not_ranked() {
    let towns = vec![
        town("A", "甲").met(0, 0),
        town("B", "甲").met(0, 3),
        // In progress is neither carried out nor not.
        town("C", "甲").duty(
            "tasks/screens",
            &[(Status::Pending, 2), (Status::Unknown, 1)],
        ),
    ];
    let ranking = check(towns, 0, &[("B", 1, Some(1), "0.0%")]);
    assert_eq!(ranking.without, 2);
}

#[test]
fn what_is_met_without_anybody_doing_anything_is_left_out() {
    let towns = vec![
        town("A", "甲")
            .met(1, 1)
            .duty("chains/contract", &[(Status::Met, 90)])
            .duty("vetoes/watch", &[(Status::Met, 9)])
            .duty("ladders/steps", &[(Status::Violated, 9)])
            .duty("plugins/copied_signs", &[(Status::Met, 50)]),
    ];
    check(towns, 0, &[("A", 1, Some(1), "50.0%")]);
}

#[test]
fn scores_rank_by_scorecard_and_those_of_villages_rank_nobody() {
    let towns = vec![
        town("A", "甲")
            .met(1, 0)
            .score("card", 8_000, "好")
            .score("card", 9_900, "好")
            .of_village("v1"),
        town("B", "甲").met(1, 0).score("card", 8_000, "好"),
        town("C", "甲").met(1, 0).score("card", -50, "差"),
        town("D", "甲")
            .met(1, 0)
            .score("other", 9_000, "好")
            .packages("county/other"),
    ];
    let ranking = check(
        towns.clone(),
        1,
        &[
            ("A", 1, Some(1), "80"),
            ("B", 1, Some(1), "80"),
            ("C", 3, Some(3), "-0.5"),
        ],
    );
    assert_eq!((ranking.without, ranking.packages), (1, 1));
    assert!(matches!(&ranking.by, Measure::Score { scorecard, .. } if scorecard == "card"));
    check(towns.clone(), 2, &[("D", 1, Some(1), "90")]);
    let carried = rankings(&audit(towns, Vec::new())).swap_remove(0);
    assert_eq!(
        carried.packages, 2,
        "two sets of packages are compared, and that is told"
    );
}

#[test]
fn the_broken_and_the_absent_are_not_ranked() {
    let broken = vec![
        town("B", "甲").broken("LS0101"),
        town("C", "甲").broken("LS1022"),
    ];
    let ranking = rankings(&audit([town("A", "甲").met(1, 0)], broken)).swap_remove(0);
    assert_eq!(
        told(&ranking),
        [("A".to_owned(), 1, Some(1), "100.0%".to_owned())]
    );
    assert_eq!(ranking.without, 0, "they are listed elsewhere");
}

#[test]
fn an_audit_of_nobody_ranks_nobody() {
    let rankings = rankings(&audit([], Vec::new()));
    assert_eq!(rankings.len(), 1);
    assert!(rankings[0].standings.is_empty());
}

#[test]
fn a_township_that_is_there_twice_is_ranked_twice() {
    let towns = vec![
        town("A", "甲").met(1, 0).at("p/x"),
        town("A", "甲").met(1, 1).at("p/y"),
    ];
    let ranking = rankings(&audit(towns, Vec::new())).swap_remove(0);
    let places: Vec<&str> = ranking
        .standings
        .iter()
        .map(|s| s.source.as_str())
        .collect();
    assert_eq!(places, ["p/x", "p/y"]);
    assert!(matches!(ranking.standings[1].value, Value::Share(share) if share.of == 2));
}
