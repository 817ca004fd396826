//! Honest years are hardly ever suspected. `examples/false_alarms.rs` counts many more of them.

#[allow(dead_code, reason = "shared with other tests")]
#[path = "judged/honest.rs"]
mod honest;
#[allow(dead_code, reason = "shared with other tests")]
#[path = "judged/judged.rs"]
mod judged;
#[allow(dead_code, reason = "shared with other tests")]
#[path = "judged/published.rs"]
mod published;

use std::collections::BTreeMap;

use honest::said;
use published::TOWNSHIPS;

/// Nine years of which one may be suspected: the plugins allow for one in a hundred at most.
#[test]
fn honest_years_are_hardly_ever_suspected() {
    let mut suspects: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for township in TOWNSHIPS {
        let rules = said(township, 1..4);
        assert_eq!(rules.len(), 4, "{rules:?}");
        for (rule, said) in rules {
            assert_eq!(said.ledgers, 3);
            assert!(said.judged > 0, "{township}: {rule} judged nothing");
            suspects.entry(rule).or_default().extend(said.suspects);
        }
    }
    assert!(suspects.values().all(|all| all.len() <= 1), "{suspects:#?}");
}
