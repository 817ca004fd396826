//! This period and the last.

use luoshi_audit::Audit;
use luoshi_audit::results::{Named, Results, results};

use crate::small::{Town, audit, town};

fn before(code: &str, county: &str) -> Town {
    // Last year it lay somewhere else.
    town(code, county).at(&format!("last/{code}"))
}

fn codes(named: &[Named]) -> Vec<&str> {
    named.iter().map(|n| n.code.as_str()).collect()
}

/// Rank before, by how many ranks it rose, by how many points it gained.
type Stood<'a> = Option<(u32, i64, Option<&'a str>)>;

/// Where each township stood, by code.
fn told(results: &Results, which: usize) -> Vec<(&str, Stood<'_>)> {
    let standings = results.rankings[which].standings.iter();
    let before = standings.map(|s| {
        let before = s
            .before
            .as_ref()
            .map(|b| (b.rank, b.rose, b.gained.as_deref()));
        (s.code.as_str(), before)
    });
    before.collect()
}

fn last() -> Audit {
    audit(
        [
            before("A", "甲").met(1, 1).score("card", 5_000, "中"),
            before("B", "甲").met(1, 0).score("card", 9_000, "好"),
            before("C", "甲").met(1, 0),
            before("E", "甲").met(1, 0),
        ],
        vec![before("D", "甲").broken("LS0316")],
    )
}

#[test]
fn townships_are_known_by_their_codes() {
    let now = audit(
        [
            town("A", "甲").met(1, 0).score("card", 7_550, "好"),
            town("B", "甲").met(1, 1).score("card", 6_000, "中"),
            town("D", "甲").met(0, 1),
            town("N", "甲").met(1, 0),
        ],
        vec![
            town("C", "甲").broken("LS0316"),
            town("X", "甲").broken("LS1022"),
        ],
    );
    let results = results(&now, Some(&last()));
    let changes = results.changes.as_ref().expect("compared");
    assert_eq!(changes.compared, 4);
    assert_eq!(codes(&changes.new), ["N"]);
    assert_eq!(codes(&changes.gone), ["E"]);
    assert_eq!(codes(&changes.stopped), ["C"]);
    assert_eq!(codes(&changes.resumed), ["D"]);
    assert_eq!(
        told(&results, 0),
        [
            ("A", Some((4, 3, None))),
            ("N", None),
            ("B", Some((1, -2, None))),
            ("D", None),
        ]
    );
    assert_eq!(
        told(&results, 1),
        [
            ("A", Some((2, 1, Some("25.5")))),
            ("B", Some((1, -1, Some("-30"))))
        ]
    );
}

#[test]
fn of_several_with_one_code_each_is_compared_with_the_one_in_its_place() {
    let towns = |a, b| {
        [
            town("A", "").met(a, 1).at("p/x"),
            town("A", "").met(b, 1).at("p/y"),
        ]
    };
    let (now, last) = (
        audit(towns(5, 1), Vec::new()),
        audit(towns(1, 5), Vec::new()),
    );
    let of_two = results(&now, Some(&last));
    let rose: Vec<(&str, i64)> = of_two.rankings[0]
        .standings
        .iter()
        .map(|s| (s.source.as_str(), s.before.as_ref().map_or(0, |b| b.rose)))
        .collect();
    assert_eq!(rose, [("p/x", 1), ("p/y", -1)]);
    // One of them is in no place where one was: nobody can say which of the two it was.
    let alone = audit([town("A", "").met(1, 0).at("p/z")], Vec::new());
    let results = results(&alone, Some(&last));
    let changes = results.changes.expect("compared");
    assert_eq!((changes.compared, codes(&changes.new)), (0, vec!["A"]));
    assert_eq!(codes(&changes.gone), ["A", "A"]);
}

#[test]
fn compared_with_itself_nothing_changes() {
    let audit = luoshi_audit::made_up(120, 11);
    let results = results(&audit, Some(&audit));
    let changes = results.changes.expect("compared");
    assert_eq!(changes.compared, 120);
    assert!(
        [changes.new, changes.gone, changes.stopped, changes.resumed]
            .iter()
            .all(Vec::is_empty)
    );
    for standing in results
        .rankings
        .iter()
        .flat_map(|ranking| &ranking.standings)
    {
        let before = standing.before.as_ref().expect("it stood somewhere");
        assert_eq!(
            (before.rank, before.in_county, before.rose),
            (standing.rank, standing.in_county, 0)
        );
        assert_eq!(before.value, standing.value);
        assert!(before.gained.as_deref().is_none_or(|gained| gained == "0"));
    }
}
