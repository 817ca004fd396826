//! Random rules, held against all facts within a bound, each looked up one by one.
//!
//! The rules come from a small grammar with a meaning of its own, written here without the engine.

use std::collections::BTreeSet;
use std::fmt;

use luoshi_analysis::{Effort, Examples, Fact, Reach, Relation, Settings, analyse};
use luoshi_rules::{Count, MOST, Outcome};
use proptest::prelude::*;

use crate::plans::plan_of;

/// Facts that the rules of this grammar read, as they write them.
const FACTS: [&str; 3] = [
    "duty(\"council\").missed",
    "duty(\"watch\").missed",
    "incidents(\"burglary\")",
];

#[derive(Debug, Clone)]
enum Sum {
    Fact(usize),
    Number(i64),
    Plus(Box<Sum>, Box<Sum>),
    Minus(Box<Sum>, Box<Sum>),
    Times(i64, Box<Sum>),
    Larger(Box<Sum>, Box<Sum>),
    /// What no line can follow.
    Over(Box<Sum>, i64),
}

#[derive(Debug, Clone)]
enum Rule {
    Compare(Sum, &'static str, Sum),
    Both(Box<Rule>, Box<Rule>),
    Either(Box<Rule>, Box<Rule>),
    Not(Box<Rule>),
    If(Box<Rule>, Box<Rule>, Box<Rule>),
    Throw,
}

impl fmt::Display for Sum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Sum::Fact(at) => f.write_str(FACTS[*at]),
            Sum::Number(number) => write!(f, "{number}"),
            Sum::Plus(a, b) => write!(f, "({a} + {b})"),
            Sum::Minus(a, b) => write!(f, "({a} - {b})"),
            Sum::Times(n, a) => write!(f, "({n} * {a})"),
            Sum::Larger(a, b) => write!(f, "max({a}, {b})"),
            Sum::Over(a, n) => write!(f, "({a} / {n})"),
        }
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Rule::Compare(a, operator, b) => write!(f, "({a} {operator} {b})"),
            Rule::Both(a, b) => write!(f, "({a} && {b})"),
            Rule::Either(a, b) => write!(f, "({a} || {b})"),
            Rule::Not(a) => write!(f, "!{a}"),
            Rule::If(a, b, c) => write!(f, "(if {a} {{ {b} }} else {{ {c} }})"),
            Rule::Throw => f.write_str("no()"),
        }
    }
}

impl Sum {
    fn at(&self, facts: [i64; 3]) -> i64 {
        match self {
            Sum::Fact(at) => facts[*at],
            Sum::Number(number) => *number,
            Sum::Plus(a, b) => a.at(facts) + b.at(facts),
            Sum::Minus(a, b) => a.at(facts) - b.at(facts),
            Sum::Times(n, a) => n * a.at(facts),
            Sum::Larger(a, b) => a.at(facts).max(b.at(facts)),
            Sum::Over(a, n) => a.at(facts) / n,
        }
    }

    fn divides(&self) -> bool {
        match self {
            Sum::Fact(_) | Sum::Number(_) => false,
            Sum::Plus(a, b) | Sum::Minus(a, b) | Sum::Larger(a, b) => a.divides() || b.divides(),
            Sum::Times(_, a) => a.divides(),
            Sum::Over(..) => true,
        }
    }
}

impl Rule {
    /// None where it throws.
    fn at(&self, facts: [i64; 3]) -> Option<bool> {
        match self {
            Rule::Compare(a, operator, b) => {
                let (a, b) = (a.at(facts), b.at(facts));
                Some(match *operator {
                    "<" => a < b,
                    "<=" => a <= b,
                    ">" => a > b,
                    ">=" => a >= b,
                    "==" => a == b,
                    _ => a != b,
                })
            }
            Rule::Both(a, b) => Some(a.at(facts)? && b.at(facts)?),
            Rule::Either(a, b) => Some(a.at(facts)? || b.at(facts)?),
            Rule::Not(a) => a.at(facts).map(|holds| !holds),
            Rule::If(a, b, c) => {
                if a.at(facts)? {
                    b.at(facts)
                } else {
                    c.at(facts)
                }
            }
            Rule::Throw => None,
        }
    }

    fn outcome(&self, facts: [i64; 3]) -> Outcome {
        match self.at(facts) {
            Some(true) => Outcome::Holds,
            Some(false) => Outcome::Violated,
            None => Outcome::Unknown,
        }
    }

    fn divides(&self) -> bool {
        match self {
            Rule::Compare(a, _, b) => a.divides() || b.divides(),
            Rule::Both(a, b) | Rule::Either(a, b) => a.divides() || b.divides(),
            Rule::Not(a) => a.divides(),
            Rule::If(a, b, c) => a.divides() || b.divides() || c.divides(),
            Rule::Throw => false,
        }
    }
}

fn sum(with_division: bool) -> impl Strategy<Value = Sum> {
    let leaf = prop_oneof![
        (0..FACTS.len()).prop_map(Sum::Fact),
        (0..4i64).prop_map(Sum::Number)
    ];
    leaf.prop_recursive(2, 6, 2, move |inner| {
        let boxed = inner.prop_map(Box::new);
        let two = || (boxed.clone(), boxed.clone());
        let plain = prop_oneof![
            two().prop_map(|(a, b)| Sum::Plus(a, b)),
            two().prop_map(|(a, b)| Sum::Minus(a, b)),
            two().prop_map(|(a, b)| Sum::Larger(a, b)),
            (2..3i64, boxed.clone()).prop_map(|(n, a)| Sum::Times(n, a)),
        ];
        if with_division {
            let over = (boxed, 2..4i64).prop_map(|(a, n)| Sum::Over(a, n));
            prop_oneof![2 => plain, 1 => over].boxed()
        } else {
            plain.boxed()
        }
    })
}

fn rule(with_division: bool) -> impl Strategy<Value = Rule> {
    let operator = prop::sample::select(vec!["<", "<=", ">", ">=", "==", "!="]);
    let compare = (sum(with_division), operator, sum(with_division))
        .prop_map(|(a, operator, b)| Rule::Compare(a, operator, b));
    let leaf = prop_oneof![8 => compare, 1 => Just(Rule::Throw)];
    leaf.prop_recursive(3, 8, 3, |inner| {
        let boxed = inner.prop_map(Box::new);
        let two = || (boxed.clone(), boxed.clone());
        prop_oneof![
            two().prop_map(|(a, b)| Rule::Both(a, b)),
            two().prop_map(|(a, b)| Rule::Either(a, b)),
            boxed.clone().prop_map(Rule::Not),
            (boxed.clone(), boxed.clone(), boxed.clone()).prop_map(|(a, b, c)| Rule::If(a, b, c)),
        ]
    })
}

/// A condition in Rhai cannot be a `throw` itself.
const NO: &str = "fn no() { throw \"no\" }";

/// A package, so that no township limits how many findings there can be.
fn package(first: &Rule, second: &Rule) -> String {
    format!(
        r#"
luoshi: 1
package: {{ name: county/case, version: 1.0.0, publisher: 县, title: 测试 }}
meetings: [{{ id: council, name: 议事例会, cadence: {{ every: month, at_least: 1 }} }}]
activities: [{{ id: watch, name: 守夜, evidence: shift, cadence: {{ every: month, at_least: 1 }} }}]
incidents: [{{ id: burglary, name: 入室盗窃 }}]
rules:
  - {{ id: first, name: 甲, holds: '{NO} {first}' }}
  - {{ id: second, name: 乙, holds: '{NO} {second}' }}
"#
    )
}

/// Facts in the order of [`FACTS`].
fn in_order(facts: &[(Fact, i64)]) -> [i64; 3] {
    let mut values = [0; 3];
    for (fact, value) in facts {
        let at = match fact {
            Fact::Count { duty, count, .. } => {
                assert_eq!(*count, Count::Missed);
                usize::from(duty == "watch")
            }
            Fact::Incidents { .. } => 2,
            other => panic!("nobody asked for {other:?}"),
        };
        values[at] = *value;
    }
    values
}

/// Up to here all facts are looked up. Some ends need more: where a count must pass twice another that must
/// pass eight itself. Those are held to by their examples.
const ENOUGH: i64 = 16;
const MOST_BY_VALUE: i64 = 5;

fn held_against_all_facts(first: &Rule, second: &Rule) -> Result<(), TestCaseError> {
    let plan = plan_of(&package(first, second));
    let divides = first.divides() || second.divides();
    let settings = Settings {
        effort: Effort {
            runs: 5000,
            most: MOST_BY_VALUE,
        },
        all_parameters: false,
        examples: Examples::Facts,
    };
    let pair = [plan.rule("first"), plan.rule("second")];
    let analysis = analyse(&pair, settings).expect("both are there");
    let looked_at = match analysis.reach {
        Reach::All { most } if most == MOST => ENOUGH,
        Reach::All { most } => most,
        Reach::Some { .. } => return Err(TestCaseError::fail("the runs are enough")),
    };
    prop_assert!(divides || looked_at == ENOUGH);
    let mut found: BTreeSet<Vec<Outcome>> = BTreeSet::new();
    let mut smallest: std::collections::BTreeMap<Vec<Outcome>, i64> = Default::default();
    for a in 0..=looked_at {
        for b in 0..=looked_at {
            for c in 0..=looked_at {
                let facts = [a, b, c];
                let end = vec![first.outcome(facts), second.outcome(facts)];
                let least = smallest.entry(end.clone()).or_insert(i64::MAX);
                *least = (*least).min(a + b + c);
                found.insert(end);
            }
        }
    }
    let told: BTreeSet<Vec<Outcome>> = analysis.ends.keys().cloned().collect();
    prop_assert!(found.is_subset(&told), "{found:?} {told:?}");
    if !divides && found == told {
        let pairs = found.iter().map(|end| (end[0], end[1])).collect();
        prop_assert_eq!(Relation::of(&pairs), analysis.relation());
    }
    let mut shown = BTreeSet::new();
    for (end, example) in analysis.examples() {
        let facts = in_order(&example.facts);
        prop_assert_eq!(end, &vec![first.outcome(facts), second.outcome(facts)]);
        let sum = facts.iter().sum::<i64>();
        if !divides {
            match smallest.get(end) {
                Some(least) if facts.iter().all(|fact| *fact <= ENOUGH) => {
                    prop_assert_eq!(sum, *least);
                }
                Some(least) => prop_assert!(sum <= *least),
                None => prop_assert!(facts.iter().any(|fact| *fact > ENOUGH)),
            }
        }
        shown.insert(end.clone());
    }
    prop_assert_eq!(shown, told);
    Ok(())
}

/// So many random pairs; nothing is written into the tree when one fails.
fn pairs(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(pairs(40))]

    #[test]
    fn rules_that_add_and_compare((first, second) in (rule(false), rule(false))) {
        held_against_all_facts(&first, &second)?;
    }
}

proptest! {
    // Number by number it takes longer.
    #![proptest_config(pairs(10))]

    #[test]
    fn rules_that_also_divide((first, second) in (rule(true), rule(true))) {
        held_against_all_facts(&first, &second)?;
    }
}

/// Only where the watch was missed seventeen times does the second fail while the first holds.
#[test]
fn an_end_beyond_what_is_looked_up() -> Result<(), TestCaseError> {
    let fact = |at| Sum::Fact(at);
    let number = |n| Sum::Number(n);
    let first = Rule::Compare(fact(0), ">=", number(9));
    let second = Rule::Either(
        Box::new(Rule::Compare(
            fact(2),
            "!=",
            Sum::Minus(Box::new(fact(0)), Box::new(number(1))),
        )),
        Box::new(Rule::Compare(
            fact(1),
            "<=",
            Sum::Times(2, Box::new(fact(2))),
        )),
    );
    held_against_all_facts(&first, &second)
}
