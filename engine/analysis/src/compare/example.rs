//! The smallest facts that lead to an end.

use std::cmp::Reverse;

use luoshi_rules::{Count, Outcome};

use crate::cases::smallest;
use crate::explore::Explored;
use crate::facts::{Fact, Place};
use crate::ledger::NoLedger;

use super::Example;

/// The smallest facts that lead to an end.
pub(super) fn example(
    explored: &Explored,
    end: &Vec<Outcome>,
    subject: Option<&str>,
) -> Option<Example> {
    let regions = explored.regions.iter().filter(|r| r.outcomes == *end);
    let regions: Vec<&[_]> = regions.map(|r| r.tests.as_slice()).collect();
    let facts = &explored.facts;
    let mut order: Vec<usize> = (0..facts.list.len()).collect();
    // What is kept low first is what is rarest: among failures, one that was missed is the plainest.
    order.sort_by_key(|at| (rarity(&facts.list[*at]), facts.list[*at].clone()));
    let those = |is: fn(&Fact) -> bool| {
        let order = order.iter().copied();
        order
            .filter(|at| is(&facts.list[*at]))
            .collect::<Vec<usize>>()
    };
    // Records of what lies inside are not made; a parameter is no count.
    let sums = [
        those(is_inside),
        those(|fact| !matches!(fact, Fact::Parameter(_))),
    ];
    let sums = [sums[0].as_slice(), sums[1].as_slice()];
    let values = smallest(&facts.ranges, &explored.limits, &regions, &sums, &order)?;
    let mut facts: Vec<(Fact, i64)> = facts.list.iter().cloned().zip(values).collect();
    facts.sort();
    Some(Example {
        facts,
        subject: subject.map(str::to_owned),
        ledger: Err(NoLedger::NotAsked),
    })
}

fn is_inside(fact: &Fact) -> bool {
    matches!(
        fact,
        Fact::Count {
            place: Place::Inside,
            ..
        } | Fact::Incidents {
            place: Place::Inside,
            ..
        }
    )
}

/// Among facts of the same sum, what comes first is kept low first.
fn rarity(fact: &Fact) -> (u8, Reverse<Place>) {
    let (rank, place) = match fact {
        Fact::Further { .. } => (0, Place::Here),
        Fact::Count { place, count, .. } => (of_count(*count), *place),
        Fact::Incidents { place, .. } => (9, *place),
        Fact::Parameter(_) => (10, Place::Here),
    };
    (rank, Reverse(place))
}

fn of_count(count: Count) -> u8 {
    match count {
        Count::Suspect => 1,
        Count::Figure => 2,
        Count::Unknown => 3,
        Count::Pending => 4,
        Count::Violated => 5,
        Count::Late => 6,
        Count::Missed => 7,
        Count::Met | Count::Failing | Count::Judged => 8,
    }
}
