//! What the result on site says of all records.

use num_bigint::BigUint;

use crate::bound::{Drawn, Openness, least, most};
use crate::form::Answer;
use crate::rate::Rate;
use crate::results::{Results, Returned};

/// What the result says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Estimate {
    /// How sure each bound is.
    pub confidence: Rate,
    /// The rate from which on the evidence is not relied on.
    pub tolerable: Rate,
    /// Whether these records are all, or a part of a practice that goes on.
    pub openness: Openness,
    /// Of all strata together.
    pub whole: StratumEstimate,
    /// Of each stratum by itself, each with the same confidence; not of all at once.
    pub strata: Vec<StratumEstimate>,
    /// What can be concluded.
    pub verdict: Verdict,
}

/// What the result says of a stratum, or of all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StratumEstimate {
    /// What it is called in the list; empty for all, and for strata of which no row came back.
    pub label: String,
    /// How many records it has.
    pub all: u64,
    /// How many were drawn.
    pub drawn: u64,
    /// How many have each answer, in the order of [`Answer::ALL`].
    pub answers: [u64; 4],
    /// The estimate, to the nearest hundredth of a percent, of what was checked; none if a stratum
    /// was not checked at all.
    pub rate: Option<Rate>,
    /// The least rate that one bound alone allows: what is unchecked is taken for true.
    pub least: Rate,
    /// The greatest rate that one bound alone allows: what is unchecked is taken for untrue.
    pub most: Rate,
    /// Both bounds at once.
    pub both: (Rate, Rate),
    /// The greatest number of deviations; none for an open population.
    pub most_records: Option<u64>,
}

/// What can be concluded of all records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The upper bound is below the tolerable rate.
    Below,
    /// The lower bound is at or above it.
    NotBelow,
    /// Neither.
    Open,
}

impl Verdict {
    /// The word in JSON, and the end of its key in the catalogue.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Verdict::Below => "below",
            Verdict::NotBelow => "not_below",
            Verdict::Open => "open",
        }
    }
}

/// Extrapolates what was found on site.
#[must_use]
pub fn estimate(results: &Results, openness: Openness) -> Estimate {
    let (confidence, tolerable) = (results.head.confidence, results.head.tolerable);
    let risk = confidence.rest();
    let parts: Vec<&Returned> = results.strata.iter().collect();
    let (upper, all) = most(&drawn(&parts, deviating_at_most), openness, risk);
    let (lower, _) = least(&drawn(&parts, deviating), openness, risk);
    let tolerable_part = |part: u64| {
        u128::from(part) * u128::from(Rate::WHOLE)
            < u128::from(all) * u128::from(tolerable.hundredths())
    };
    let verdict = match (tolerable_part(upper), tolerable_part(lower)) {
        (true, _) => Verdict::Below,
        (false, false) => Verdict::NotBelow,
        (false, true) => Verdict::Open,
    };
    let strata = parts.iter().map(|s| of(&[s], &s.label, openness, risk));
    Estimate {
        confidence,
        tolerable,
        openness,
        whole: of(&parts, "", openness, risk),
        strata: strata.collect(),
        verdict,
    }
}

fn of(parts: &[&Returned], label: &str, openness: Openness, risk: Rate) -> StratumEstimate {
    let sum = |of: &dyn Fn(&Returned) -> u64| parts.iter().map(|s| of(s)).sum::<u64>();
    let (worst, best) = (drawn(parts, deviating_at_most), drawn(parts, deviating));
    // Half of the risk on each side, rounded down.
    let half = Rate::clipped(u64::from(risk.hundredths() / 2));
    let up = |risk| most(&worst, openness, risk);
    let down = |risk| least(&best, openness, risk);
    let rounded_up = |(part, all)| Rate::up(part, all);
    let rounded_down = |(part, all)| Rate::down(part, all);
    StratumEstimate {
        label: label.to_owned(),
        all: sum(&|s| s.all),
        drawn: sum(&|s| s.drawn),
        answers: Answer::ALL.map(|answer| sum(&|s| s.answers[answer as usize])),
        rate: rate(parts),
        least: rounded_down(down(risk)),
        most: rounded_up(up(risk)),
        both: (rounded_down(down(half)), rounded_up(up(half))),
        most_records: (openness == Openness::Closed).then(|| up(risk).0),
    }
}

fn drawn(parts: &[&Returned], seen: fn(&Returned) -> u64) -> Vec<Drawn> {
    let one = |stratum: &&Returned| Drawn {
        all: stratum.all,
        drawn: stratum.drawn,
        seen: seen(stratum),
    };
    parts.iter().map(one).collect()
}

/// Deviations that were found: untrue, or nothing attests it.
fn deviating(stratum: &Returned) -> u64 {
    stratum.answers[Answer::Refuted as usize] + stratum.answers[Answer::NotFound as usize]
}

/// The same, if everything unchecked deviates.
fn deviating_at_most(stratum: &Returned) -> u64 {
    deviating(stratum) + stratum.answers[Answer::Unchecked as usize]
}

/// The sum over strata of records times the share that deviates of those checked, over all records.
fn rate(parts: &[&Returned]) -> Option<Rate> {
    let (mut over, mut under) = (BigUint::ZERO, BigUint::from(1u8));
    for stratum in parts {
        let checked = stratum.drawn - stratum.answers[Answer::Unchecked as usize];
        if checked == 0 {
            return None;
        }
        over = over * checked + &under * (stratum.all * deviating(stratum));
        under *= checked;
    }
    let all: u64 = parts.iter().map(|s| s.all).sum();
    under *= all.max(1);
    // Half a hundredth of a percent is rounded up.
    let hundredths = (over * (2 * Rate::WHOLE) + &under) / (under * 2u8);
    u64::try_from(hundredths).ok().map(Rate::clipped)
}
