//! Where failures gather.

use luoshi_audit::results::gatherings;

use crate::small::{audit, town};

#[test]
fn failures_are_counted_up_the_ladder() {
    let towns = [
        town("A", "甲")
            .failing("a", &["village_chief", "station_head", "secretary"])
            .failing("b", &["station_head", "secretary"])
            .failing("c", &["station_head", "secretary"])
            .failing("d", &[]),
        town("B", "乙").failing("a", &["station_head", "secretary"]),
    ];
    let gatherings = gatherings(&audit(towns, Vec::new()));
    let whole = &gatherings[0];
    assert_eq!(
        (whole.county.as_deref(), whole.failing, whole.unanswered),
        (None, 5, 1)
    );
    let roles: Vec<(&str, u64, u64, u64)> = whole
        .roles
        .iter()
        .map(|r| (r.role.id.as_str(), r.first, r.answers, r.townships))
        .collect();
    assert_eq!(
        roles,
        [
            ("station_head", 3, 4, 2),
            ("secretary", 0, 4, 2),
            ("village_chief", 1, 1, 1)
        ]
    );
    let chains: Vec<(Vec<&str>, u64, u64)> = whole
        .chains
        .iter()
        .map(|c| {
            (
                c.roles.iter().map(|r| r.id.as_str()).collect(),
                c.failing,
                c.townships,
            )
        })
        .collect();
    assert_eq!(
        chains,
        [
            (vec!["station_head", "secretary"], 3, 2),
            (vec!["village_chief", "station_head", "secretary"], 1, 1),
        ]
    );
    let counties: Vec<(Option<&str>, u64)> = gatherings[1..]
        .iter()
        .map(|g| (g.county.as_deref(), g.failing))
        .collect();
    assert_eq!(counties, [(Some("乙"), 1), (Some("甲"), 4)]);
}

#[test]
fn who_stands_on_two_rungs_answers_once() {
    let towns = [town("A", "甲").failing("a", &["secretary", "mayor", "secretary"])];
    let gatherings = gatherings(&audit(towns, Vec::new()));
    let roles: Vec<(&str, u64)> = gatherings[0]
        .roles
        .iter()
        .map(|r| (r.role.id.as_str(), r.answers))
        .collect();
    assert_eq!(roles, [("secretary", 1), ("mayor", 1)]);
}
