//! Words that two crates must share, neither of which may know the other.

use luoshi_evidence::Kind;
use luoshi_plan::model::AnyKind;

#[test]
fn a_plan_can_grant_every_kind_of_record() {
    let granted: Vec<&str> = AnyKind::WORDS.iter().map(|(_, en, _)| *en).collect();
    let recorded: Vec<&str> = Kind::ALL.iter().map(|kind| kind.name()).collect();
    assert_eq!(granted, recorded);
}
