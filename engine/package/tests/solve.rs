//! Choosing versions, held against trying everything.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::{BTreeMap, BTreeSet};

use luoshi_diagnostics::Code;
use luoshi_package::{Ask, Conflict, Extended, Offers, solve};
use luoshi_plan::{Version, VersionRange};
use proptest::prelude::{
    Just, ProptestConfig, Strategy, any, prop, prop_assert, prop_assert_eq, prop_oneof, proptest,
};

const NAMES: [&str; 5] = ["a", "b", "c", "d", "e"];

type Universe = BTreeMap<&'static str, BTreeMap<Version, Vec<Extended>>>;
type Solution = BTreeMap<String, Version>;

fn asks(list: &[(&str, &str)]) -> Vec<Extended> {
    let one = |(name, range): &(&str, &str)| Extended {
        name: (*name).to_owned(),
        range: VersionRange::parse(range).unwrap(),
    };
    list.iter().map(one).collect()
}

fn offers(universe: &Universe) -> Offers {
    let mut offers = Offers::default();
    for (name, versions) in universe {
        for (version, extends) in versions {
            offers.add(name, *version, extends.clone());
        }
    }
    offers
}

/// Names in the order in which they are met, if each is there and suits all who ask.
fn met(plan: &[Extended], universe: &Universe, solution: &Solution) -> Option<Vec<String>> {
    let mut order: Vec<String> = Vec::new();
    let mut queue: Vec<Extended> = plan.to_vec();
    let mut at = 0;
    while let Some(ask) = queue.get(at).cloned() {
        at += 1;
        let version = *solution.get(&ask.name)?;
        if !ask.range.includes(version) {
            return None;
        }
        if !order.contains(&ask.name) {
            queue.extend(
                universe
                    .get(ask.name.as_str())?
                    .get(&version)?
                    .iter()
                    .cloned(),
            );
            order.push(ask.name);
        }
    }
    Some(order)
}

/// The best of all solutions, found by looking at every choice of versions.
fn brute_force(plan: &[Extended], universe: &Universe, preferred: &Solution) -> Option<Solution> {
    let mut all: Vec<Solution> = vec![Solution::new()];
    for (name, versions) in universe {
        let with = all.iter().flat_map(|solution| {
            versions.keys().map(move |version| {
                let mut solution = solution.clone();
                solution.insert((*name).to_owned(), *version);
                solution
            })
        });
        all = all
            .iter()
            .cloned()
            .chain(with.collect::<Vec<_>>())
            .collect();
    }
    let rank = |name: &String, version: Version| (preferred.get(name) == Some(&version), version);
    let good = all.into_iter().filter_map(|solution| {
        let order = met(plan, universe, &solution)?;
        // What nobody asks for is no part of a solution.
        (order.len() == solution.len()).then_some((order, solution))
    });
    let best = good.max_by(|(one, left), (other, right)| {
        let names = one.iter().zip(other);
        let mut differ = names.map(|(l, r)| rank(l, left[l]).cmp(&rank(r, right[r])));
        differ
            .find(|order| order.is_ne())
            .unwrap_or(std::cmp::Ordering::Equal)
    });
    best.map(|(_, solution)| solution)
}

fn version() -> impl Strategy<Value = Version> {
    (1u32..=3, 0u32..=2).prop_map(|(major, minor)| Version(major, minor, 0))
}

fn range() -> impl Strategy<Value = VersionRange> {
    let major = (1u32..=3).prop_map(|major| format!("^{major}"));
    let minor = (1u32..=3, 0u32..=2).prop_map(|(major, minor)| format!("={major}.{minor}.0"));
    let below = (2u32..=3).prop_map(|major| format!("<{major}"));
    prop_oneof![Just("*".to_owned()), major, minor, below]
        .prop_map(|text| VersionRange::parse(&text).unwrap())
}

fn extends() -> impl Strategy<Value = Vec<Extended>> {
    let one = (prop::sample::select(&NAMES[..]), range());
    let one = one.prop_map(|(name, range)| Extended {
        name: name.to_owned(),
        range,
    });
    prop::collection::vec(one, 0..=2)
}

fn universe() -> impl Strategy<Value = Universe> {
    let versions = prop::collection::btree_map(version(), extends(), 0..=3);
    prop::collection::vec(versions, NAMES.len()).prop_map(|all| {
        NAMES
            .into_iter()
            .zip(all)
            .filter(|(_, v)| !v.is_empty())
            .collect()
    })
}

/// An explanation says only what is so: the path is there, and nothing on offer suits all.
fn is_true(
    plan: &[Extended],
    universe: &Universe,
    name: &str,
    asks: &[Ask],
    there: &[Version],
) -> bool {
    let real = |ask: &Ask| {
        let mut asked: &[Extended] = plan;
        for (name, version) in &ask.path {
            let leads = |e: &Extended| e.name == *name;
            if !asked.iter().any(leads) {
                return false;
            }
            asked = &universe[name.as_str()][version];
        }
        asked.iter().any(|e| e.name == name && e.range == ask.range)
    };
    let offered: BTreeSet<Version> = universe
        .get(name)
        .into_iter()
        .flatten()
        .map(|(v, _)| *v)
        .collect();
    let suits = |version: &Version| asks.iter().all(|ask| ask.range.includes(*version));
    asks.iter().all(real) && !there.iter().any(suits) && offered == there.iter().copied().collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn it_is_the_best_of_all_there_are(
        plan in extends(),
        universe in universe(),
        preferred in prop::collection::btree_map(prop::sample::select(&NAMES[..]), version(), 0..=2),
    ) {
        let preferred: Solution = preferred.into_iter().map(|(n, v)| (n.to_owned(), v)).collect();
        let mut offers = offers(&universe);
        for (name, version) in &preferred {
            offers.prefer(name, *version);
        }
        match (solve(&plan, &offers), brute_force(&plan, &universe, &preferred)) {
            (Ok(found), best) => prop_assert_eq!(Some(found), best),
            (Err(Conflict::Unsuitable { name, asks, there }), None) => {
                prop_assert!(is_true(&plan, &universe, &name, &asks, &there), "{name} {asks:?} {there:?}");
            }
            (Err(conflict), best) => prop_assert!(false, "{conflict:?}, but {best:?}"),
        }
    }

    #[test]
    fn the_order_in_which_packages_are_found_does_not_count(
        plan in extends(),
        universe in universe(),
        turn in any::<bool>(),
    ) {
        let mut all: Vec<_> = universe.iter().flat_map(|(n, vs)| vs.iter().map(move |v| (*n, v))).collect();
        if turn { all.reverse() } else { all.sort_by_key(|(_, (version, _))| **version) }
        let mut shuffled = Offers::default();
        for (name, (version, extends)) in all {
            shuffled.add(name, *version, extends.clone());
        }
        prop_assert_eq!(solve(&plan, &shuffled), solve(&plan, &offers(&universe)));
    }
}

#[test]
fn a_conflict_says_who_asks_through_whom() {
    let one = |extends: &[(&str, &str)], version| BTreeMap::from([(version, asks(extends))]);
    let universe = Universe::from([
        ("a", one(&[("c", "^2")], Version(1, 2, 0))),
        ("b", one(&[("c", "^1")], Version(1, 0, 0))),
        (
            "c",
            BTreeMap::from([(Version(1, 0, 0), vec![]), (Version(2, 3, 0), vec![])]),
        ),
    ]);
    let plan = asks(&[("a", "^1.2"), ("b", "*")]);
    let note = solve(&plan, &offers(&universe)).unwrap_err().note("p");
    assert_eq!(note.code, Code::PackagesConflict);
    let words = luoshi_diagnostics::Messages::of(luoshi_diagnostics::Lang::En);
    assert_eq!(
        words.text("packages-conflict", &note.args),
        "no version of `c` suits all who ask for it: p → a 1.2.0 → c ^2, p → b 1.0.0 → c ^1"
    );
    assert!(
        words
            .text("packages-conflict.help", &note.args)
            .contains("2.3.0, 1.0.0")
    );
}

#[test]
fn versions_that_exclude_each_other_end_in_a_note() {
    // Each of thirty packages wants another version of the last one than each other does, in thirty ways.
    let names: Vec<String> = (0..30).map(|n| format!("p{n}")).collect();
    let mut offers = Offers::default();
    for (at, name) in names.iter().enumerate() {
        for major in 1..=30 {
            let next = format!("p{}", (at * 7 + major as usize) % 30);
            let range = format!("={}", (major + 11) % 30 + 1);
            let far = format!("p{}", (at + 13) % 30);
            offers.add(
                name,
                Version(major, 0, 0),
                asks(&[(&next, &range), (&far, &format!("<{major}"))]),
            );
        }
    }
    let plan: Vec<Extended> = names.iter().flat_map(|name| asks(&[(name, "*")])).collect();
    // Whatever comes out, it comes out soon: the test is that it ends.
    match solve(&plan, &offers) {
        Ok(found) => assert_eq!(found.len(), 30),
        Err(Conflict::Unsuitable { asks, .. }) => assert!(!asks.is_empty()),
        Err(conflict @ Conflict::Tangled) => {
            assert_eq!(conflict.note("p").code, Code::PackagesTangled);
        }
    }
    // A chain of a thousand is too long to be anybody's plan.
    let mut chain = Offers::default();
    for at in 0..1_000 {
        chain.add(
            &format!("c{at}"),
            Version(1, 0, 0),
            asks(&[(&format!("c{}", at + 1), "*")]),
        );
    }
    assert_eq!(solve(&asks(&[("c0", "*")]), &chain), Err(Conflict::Tangled));
}
