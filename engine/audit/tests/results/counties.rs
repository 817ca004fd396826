//! Counties side by side.

use luoshi_audit::results::{counties, tally};
use luoshi_plan::model::Severity;
use luoshi_rules::Status;

use crate::small::{audit, town};

#[test]
fn a_large_township_weighs_more_than_a_small_one() {
    let towns = vec![
        town("A", "甲").met(9, 0),
        town("B", "甲").met(0, 1),
        town("C", "乙").met(8, 2),
        town("D", "乙").met(1, 0),
        town("E", "").met(1, 0),
        town("F", "丙").met(0, 0),
    ];
    let counties = counties(&audit(towns, vec![town("G", "乙").broken("LS0101")]));
    let told: Vec<(&str, Option<u32>, String, u64)> = counties
        .iter()
        .map(|c| {
            let share = c.tally.carried.percent().unwrap_or_default();
            (c.county.as_str(), c.rank, share, c.tally.townships)
        })
        .collect();
    assert_eq!(
        told,
        [
            ("甲", Some(1), "90.0%".to_owned(), 2),
            ("乙", Some(2), "81.8%".to_owned(), 3),
            ("", None, "100.0%".to_owned(), 1),
            ("丙", None, String::new(), 1),
        ]
    );
}

#[test]
fn counties_of_like_share_share_a_rank() {
    let towns = vec![
        town("A", "甲").met(1, 1),
        town("B", "乙").met(2, 2),
        town("C", "丙").met(1, 3),
    ];
    let counties = counties(&audit(towns, Vec::new()));
    let ranks: Vec<(&str, Option<u32>)> = counties
        .iter()
        .map(|c| (c.county.as_str(), c.rank))
        .collect();
    // By name: 乙 comes before 甲 as a character.
    assert_eq!(ranks, [("乙", Some(1)), ("甲", Some(1)), ("丙", Some(3))]);
}

#[test]
fn a_tally_counts_each_status_once() {
    let towns = [
        town("A", "甲")
            .duty(
                "tasks/a",
                &[(Status::Met, 5), (Status::Late, 1), (Status::Suspect, 1)],
            )
            .grave(
                "tasks/b",
                Severity::Minor,
                &[(Status::Late, 2), (Status::Missed, 1)],
            )
            .duty("vetoes/c", &[(Status::Violated, 1)])
            .records(200, 1),
        town("B", "甲")
            .duty("tasks/a", &[(Status::NotApplicable, 3)])
            .records(1, 1),
    ];
    let audit = audit(
        towns,
        vec![
            town("C", "甲").broken("LS0308"),
            town("D", "甲").broken("LS1022"),
        ],
    );
    let tally = tally(&audit, &audit.townships);
    assert_eq!((tally.townships, tally.broken, tally.absent), (4, 1, 1));
    let statuses: Vec<(Status, u64)> = tally.statuses.into_iter().collect();
    assert_eq!(
        statuses,
        [
            (Status::Violated, 1),
            (Status::Missed, 1),
            (Status::Late, 3),
            (Status::Suspect, 1),
            (Status::NotApplicable, 3),
            (Status::Met, 5),
        ]
    );
    // Late and not minor, missed, violated.
    assert_eq!(tally.failing, 3);
    assert_eq!((tally.carried.count, tally.carried.of), (5, 7));
    assert_eq!((tally.suspect.count, tally.suspect.of), (1, 14));
    assert_eq!(tally.backfilled.percent().as_deref(), Some("1.0%"));
}
