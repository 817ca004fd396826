//! 轮值公平: whether nights, weekends and public holidays are fairly spread over those who stand duty.
//!
//! In: shifts, the classes of days, the persons. Out: a finding for each person who stood a shift.
//! Never here: a reason why somebody had more: it is for people to ask.

mod chance;
mod compare;
mod shifts;
mod words;

use std::collections::BTreeMap;

use luoshi_plugin_sdk::{Argument, Finding, Input, Outcome};

use compare::{Comparison, compare};
use shifts::{Posts, shifts};
pub use words::describe;

/// Judges each person who stood a shift.
///
/// # Errors
/// None.
pub fn judge(input: &Input) -> Result<Vec<Finding>, String> {
    let posts = shifts(input);
    let own = own_shifts(&posts);
    let mut findings = BTreeMap::new();
    let told = take_out(posts, &Limits::of(input), &mut findings);
    for (person, shifts) in own {
        let other = || unsuspected(person, shifts, &told);
        findings.entry(person).or_insert_with(other);
    }
    let about = findings.into_iter();
    Ok(about
        .map(|(person, finding)| finding.about(person as usize))
        .collect())
}

/// Finds those who stand out, and gives back the comparisons of all others.
///
/// Whoever stands out is taken out before the others are compared again: otherwise one who bears half of
/// the weekends would make all others look spared.
fn take_out(
    mut posts: Posts<'_>,
    limits: &Limits,
    findings: &mut BTreeMap<u32, Finding>,
) -> Vec<Comparison> {
    loop {
        let mut told = compare(&posts);
        told.retain(|one| limits.can_tell(one));
        let (chance, worst) = outliers(&told, limits);
        if worst.is_empty() {
            return told;
        }
        for one in worst {
            // Of equally unlikely burdens the first stands: nights before weekends before holidays.
            let finding = || suspect(one, chance);
            findings.entry(one.person).or_insert_with(finding);
        }
        for shifts in posts.values_mut() {
            shifts.retain(|shift| !findings.contains_key(&shift.person));
        }
    }
}

/// Those who stand out most, and how likely it is that anybody of so many would: the chance of one comparison
/// times their number (Bonferroni), which is Holm's method as those found are taken out.
fn outliers<'c>(told: &'c [Comparison], limits: &Limits) -> (f64, Vec<&'c Comparison>) {
    let large = told.iter().filter(|one| limits.matters(one));
    let chances: Vec<(f64, &Comparison)> = large.map(|one| (limits.chance(one), one)).collect();
    let least = chances
        .iter()
        .map(|(chance, _)| *chance)
        .fold(1.0, f64::min);
    let chance = least * told.len() as f64;
    if chance > limits.level {
        return (chance, Vec::new());
    }
    let worst = chances.into_iter().filter(|(chance, _)| *chance <= least);
    (chance, worst.map(|(_, one)| one).collect())
}

/// Nothing that stands out, or too little to tell.
fn unsuspected(person: u32, shifts: i64, told: &[Comparison]) -> Finding {
    let own = told.iter().filter(|one| one.person == person);
    match own.map(|one| one.shifts).max() {
        Some(compared) => Finding::new(Outcome::Met, "fair").with("shifts", compared as i64),
        None => Finding::new(Outcome::NotApplicable, "few").with("shifts", shifts),
    }
}

/// How many shifts each person stood.
fn own_shifts(posts: &Posts<'_>) -> BTreeMap<u32, i64> {
    let mut own = BTreeMap::new();
    for shift in posts.values().flatten() {
        *own.entry(shift.person).or_insert(0) += 1;
    }
    own
}

/// What a plan sets.
struct Limits {
    level: f64,
    shifts: u64,
    difference: f64,
    spared: bool,
}

impl Limits {
    fn of(input: &Input) -> Limits {
        Limits {
            level: input.number("level") as f64 / 1000.0,
            shifts: input.number("shifts").unsigned_abs(),
            difference: 1.0 + input.number("difference") as f64 / 100.0,
            spared: input.flag("spared"),
        }
    }

    /// Whether the shifts are enough for the most uneven sharing to stand out. It looks at no one's hard
    /// shifts, so that choosing these comparisons favours no answer.
    fn can_tell(&self, one: &Comparison) -> bool {
        let (most, least) = (one.counts.of_the_most(), one.counts.of_the_least());
        let rarest = if self.spared {
            2.0 * most.min(least)
        } else {
            most
        };
        one.shifts >= self.shifts && rarest <= self.level
    }

    /// How likely so uneven a sharing is under a fair rota: twice the smaller tail where both sides count.
    fn chance(&self, one: &Comparison) -> f64 {
        let many = one.counts.at_least(one.hard);
        if self.spared {
            2.0 * many.min(one.counts.at_most(one.hard))
        } else {
            many
        }
    }

    /// Whether the difference is large enough to be worth a question.
    fn matters(&self, one: &Comparison) -> bool {
        let hard = one.hard as f64;
        let many = hard >= one.fair * self.difference;
        many || (self.spared && hard * self.difference <= one.fair)
    }
}

fn suspect(one: &Comparison, chance: f64) -> Finding {
    let many = one.hard as f64 > one.fair;
    let message = words::message(one.burden, many);
    let rows = if many { &one.hard_rows } else { &one.rows };
    Finding::new(Outcome::Suspect, message)
        .figure(rounded(one.hard as f64 - one.fair))
        .with("hard", one.hard as i64)
        .with("shifts", one.shifts as i64)
        .with("fair", Argument::decimal(rounded(100.0 * one.fair)))
        .with("chance", in_ten_thousand(chance))
        .records(rows.iter().copied())
}

/// Rounded up, so that what is said is never less than what was found.
fn in_ten_thousand(chance: f64) -> i64 {
    let whole = (10_000.0 * chance) as i64;
    (whole + 1).min(10_000)
}

/// To the nearest whole number, halves away from zero.
fn rounded(value: f64) -> i64 {
    let half = if value < 0.0 { -0.5 } else { 0.5 };
    (value + half) as i64
}

luoshi_plugin_sdk::export!(describe, judge);
