//! The rank of townships among each other, before and after.

use std::collections::BTreeMap;

use luoshi_plan::{Decimal, Plan, Space};
use luoshi_rules::{Assessment, Label};

use super::Impact;

/// A scorecard of one package and the townships that share it.
pub(super) struct Standings<'a> {
    pub(super) scorecard: &'a Label,
    /// In the order asked for.
    pub(super) townships: Vec<Ranked<'a>>,
}

/// A township by one scorecard.
pub(super) struct Ranked<'a> {
    pub(super) name: &'a str,
    pub(super) before: Option<Place>,
    pub(super) after: Option<Place>,
}

/// A score and the rank it earns among the townships that have one.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) score: Decimal,
    pub(super) rank: usize,
}

/// Package and id of the scorecard.
type Key<'a> = (&'a str, &'a str);

/// Ranks by every scorecard of a package that at least two townships have for their jurisdiction.
/// One of a plan's own is nobody else's, even where another plan uses its id.
pub(super) fn standings<'a>(of: &'a Impact<'_>) -> Vec<Standings<'a>> {
    let mut cards: BTreeMap<Key<'a>, Standings<'a>> = BTreeMap::new();
    for (township, compared) in of.compared() {
        let before = scored(compared.before.assessment, compared.before.plan);
        let after = scored(compared.after.assessment, compared.after.plan);
        let mut pairs: BTreeMap<Key<'a>, (&'a Label, [Option<Decimal>; 2])> = BTreeMap::new();
        for (side, sheets) in [before, after].into_iter().enumerate() {
            for (key, scorecard, score) in sheets {
                pairs.entry(key).or_insert((scorecard, [None; 2])).1[side] = Some(score);
            }
        }
        for (key, (scorecard, [before, after])) in pairs {
            let place = |score: Option<Decimal>| score.map(|score| Place { score, rank: 0 });
            let standings = cards.entry(key).or_insert(Standings {
                scorecard,
                townships: Vec::new(),
            });
            standings.townships.push(Ranked {
                name: township.name,
                before: place(before),
                after: place(after),
            });
        }
    }
    let mut cards: Vec<Standings<'_>> = cards.into_values().collect();
    cards.retain(|c| c.townships.len() > 1);
    for card in &mut cards {
        rank(&mut card.townships, |ranked| &mut ranked.before);
        rank(&mut card.townships, |ranked| &mut ranked.after);
    }
    cards
}

fn scored<'a>(assessment: &'a Assessment, plan: &'a Plan) -> Vec<(Key<'a>, &'a Label, Decimal)> {
    let sheets = assessment.scores.iter().filter(|s| s.subject.is_none());
    let shared = sheets.filter_map(|sheet| {
        let package = package_of(plan, &sheet.scorecard.id)?;
        let key = (package, sheet.scorecard.id.as_str());
        Some((key, &sheet.scorecard, sheet.score))
    });
    shared.collect()
}

/// The package that defines a duty; none if the plan itself does.
fn package_of<'a>(plan: &'a Plan, duty: &str) -> Option<&'a str> {
    let place = plan.places.get(Space::Duty, duty)?;
    let package = plan.packages.get(*plan.package_of.get(&place.file)?)?;
    Some(&package.name)
}

/// One more than the number of better scores: equal scores share a rank.
fn rank<'a>(
    townships: &mut [Ranked<'a>],
    side: for<'r> fn(&'r mut Ranked<'a>) -> &'r mut Option<Place>,
) {
    let scores: Vec<Decimal> = townships
        .iter_mut()
        .filter_map(|t| side(t).map(|place| place.score))
        .collect();
    for township in townships {
        if let Some(place) = side(township) {
            place.rank = 1 + scores.iter().filter(|s| **s > place.score).count();
        }
    }
}
