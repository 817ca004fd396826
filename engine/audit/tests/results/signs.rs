//! Signs over all townships: those that cannot be as recorded first, and never a word in a rank.

use luoshi_audit::results::{results, signs};
use luoshi_rules::Status;
use luoshi_signs::Sign;

use crate::small::{audit, town};

#[test]
fn what_cannot_be_as_recorded_comes_first_then_what_most_show() {
    let audit = audit(
        [
            town("A", "甲")
                .met(9, 1)
                .sign(Sign::BackfillBurst, "x")
                .sign(Sign::CopiedRecords, "x")
                .sign(Sign::CopiedRecords, "y"),
            town("B", "甲")
                .met(9, 1)
                .sign(Sign::CopiedRecords, "x")
                .sign(Sign::OnLeave, "P1"),
            town("C", "甲")
                .met(9, 1)
                .sign(Sign::AnsweredEarly, "minutes"),
            town("D", "甲").met(9, 1),
        ],
        Vec::new(),
    );
    let signs = signs(&audit);
    assert_eq!((signs.townships.count, signs.townships.of), (3, 4));
    let seen = signs.seen.iter();
    let seen: Vec<_> = seen
        .map(|over| (over.sign, over.townships, over.indications))
        .collect();
    assert_eq!(
        seen,
        [
            (Sign::AnsweredEarly, 1, 1),
            (Sign::OnLeave, 1, 1),
            (Sign::CopiedRecords, 2, 3),
            (Sign::BackfillBurst, 1, 1),
        ]
    );
}

#[test]
fn a_sign_moves_no_figure() {
    let plain = || {
        [
            town("A", "甲").met(9, 1).score("card", 9_000, "好"),
            town("B", "甲")
                .met(8, 2)
                .duty("rules/x_signs", &[(Status::Suspect, 3)]),
        ]
    };
    let [first, second] = plain();
    let signed = first
        .sign(Sign::TwoPlaces, "P1")
        .sign(Sign::EnteredEarly, "visit");
    let with = results(&audit([signed, second], Vec::new()), None);
    let mut without = results(&audit(plain(), Vec::new()), None);
    assert_ne!(with.signs, without.signs);
    without.signs = with.signs.clone();
    assert_eq!(with, without);
}
