//! Who is there.

use luoshi_audit::merge;
use luoshi_audit::results::{Twice, roll};

use crate::small::{audit, town};

#[test]
fn the_broken_the_absent_and_the_twins_are_told() {
    let audit = audit(
        [
            town("A", "甲").met(1, 0).at("p/x"),
            town("A", "乙").met(1, 0).at("p/y"),
        ],
        vec![
            town("B", "甲").broken("LS0308"),
            town("C", "甲").broken("LS1022").at(""),
            town("A", "甲").broken("LS0101"),
        ],
    );
    let roll = roll(&audit);
    let broken: Vec<&str> = roll
        .broken
        .iter()
        .map(|b| b.township.code.as_str())
        .collect();
    assert_eq!(broken, ["A", "B"]);
    let absent: Vec<&str> = roll.absent.iter().map(|n| n.code.as_str()).collect();
    assert_eq!(absent, ["C"]);
    let sources = ["p/A", "p/x", "p/y"].map(str::to_owned).to_vec();
    assert_eq!(
        roll.twice,
        [Twice {
            code: "A".to_owned(),
            sources
        }]
    );
}

#[test]
fn who_is_absent_for_one_share_and_found_by_another_is_there() {
    let found = audit([town("A", "甲").met(1, 0)], Vec::new());
    let absent = |code: &str| town(code, "甲").broken("LS1022").at("");
    let other = audit([town("B", "甲").met(1, 0)], vec![absent("A"), absent("C")]);
    let expected = audit(
        [town("A", "甲").met(1, 0), town("B", "甲").met(1, 0)],
        vec![absent("C")],
    );
    assert_eq!(merge([found.clone(), other.clone()]), Ok(expected.clone()));
    assert_eq!(merge([other.clone(), found.clone(), other]), Ok(expected));
}

trait At {
    fn at(self, source: &str) -> Self;
}

impl At for luoshi_audit::Township {
    fn at(mut self, source: &str) -> Self {
        source.clone_into(&mut self.source);
        self
    }
}
