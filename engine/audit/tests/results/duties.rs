//! The duties that fail most.

use luoshi_audit::results::{DutyOver, by_count, by_share, duties};
use luoshi_rules::Status;

use crate::small::{audit, town};

fn ids(duties: &[DutyOver]) -> Vec<&str> {
    duties.iter().map(|duty| duty.duty.as_str()).collect()
}

#[test]
fn only_townships_that_have_the_duty_count() {
    let towns = [
        town("A", "甲").duty("meetings/council", &[(Status::Met, 9), (Status::Missed, 3)]),
        town("B", "甲").duty("meetings/council", &[(Status::Met, 12)]),
        town("C", "甲").duty("meetings/council", &[(Status::Unknown, 12)]),
        town("D", "甲").duty(
            "tasks/screens",
            &[(Status::Violated, 1), (Status::Waived, 1)],
        ),
        town("E", "甲").duty("tasks/survey", &[(Status::Met, 1)]),
    ];
    let mut duties = duties(&audit(towns, vec![town("F", "甲").broken("LS0101")]));
    duties.sort_by(by_share);
    assert_eq!(
        ids(&duties),
        ["screens", "council"],
        "what never failed is not listed"
    );
    let council = &duties[1];
    assert_eq!((council.told.count, council.told.of), (2, 3));
    assert_eq!((council.townships.count, council.townships.of), (1, 2));
    assert_eq!((council.failing.count, council.failing.of), (3, 24));
    duties.sort_by(by_count);
    assert_eq!(ids(&duties), ["council", "screens"]);
}

#[test]
fn like_shares_go_by_number_and_like_numbers_by_share() {
    let missed = |met, missed| [(Status::Met, met), (Status::Missed, missed)];
    let towns = [town("A", "甲")
        .duty("tasks/a", &missed(1, 1))
        .duty("tasks/b", &missed(4, 4))
        .duty("tasks/c", &missed(0, 4))
        .duty("tasks/d", &missed(1, 1))];
    let mut duties = duties(&audit(towns, Vec::new()));
    duties.sort_by(by_share);
    assert_eq!(ids(&duties), ["c", "b", "a", "d"]);
    duties.sort_by(by_count);
    assert_eq!(ids(&duties), ["c", "b", "a", "d"]);
}
