//! How two rules stand to each other, by what they say of the same facts.

use std::collections::BTreeSet;

use luoshi_rules::Outcome;

/// How two rules stand to each other.
///
/// What a rule cannot tell (`throw`, or an error) is a value of its own: it is not kept there, and it
/// is not violated either.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// They say the same of all facts.
    Equal,
    /// They hold on the same facts, but where they do not, one is violated and the other cannot tell.
    HoldAlike,
    /// Wherever the first holds, the second does; not the other way round.
    FirstStricter,
    /// Wherever the second holds, the first does; not the other way round.
    SecondStricter,
    /// Each can hold, but never both.
    Contradict,
    /// None of these.
    Differ,
}

impl Relation {
    /// Every one.
    pub const ALL: [Relation; 6] = [
        Relation::Equal,
        Relation::HoldAlike,
        Relation::FirstStricter,
        Relation::SecondStricter,
        Relation::Contradict,
        Relation::Differ,
    ];

    /// The word in JSON and, after `analysis-relation-`, in the catalogues.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Relation::Equal => "equal",
            Relation::HoldAlike => "hold_alike",
            Relation::FirstStricter => "first_stricter",
            Relation::SecondStricter => "second_stricter",
            Relation::Contradict => "contradict",
            Relation::Differ => "differ",
        }
    }

    /// The relation, if these and no others are the pairs of outcomes that some facts lead to.
    #[must_use]
    pub fn of(pairs: &BTreeSet<(Outcome, Outcome)>) -> Relation {
        use Outcome::Holds;
        let first_alone = pairs.iter().any(|(a, b)| *a == Holds && *b != Holds);
        let second_alone = pairs.iter().any(|(a, b)| *a != Holds && *b == Holds);
        let together = pairs.contains(&(Holds, Holds));
        match (first_alone, second_alone) {
            (false, false) if pairs.iter().all(|(a, b)| a == b) => Relation::Equal,
            (false, false) => Relation::HoldAlike,
            (true, true) if !together => Relation::Contradict,
            (false, true) => Relation::FirstStricter,
            (true, false) => Relation::SecondStricter,
            (true, true) => Relation::Differ,
        }
    }
}

/// What one rule always or never comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Habit {
    /// It holds and is violated, by the facts.
    Sound,
    /// It is never violated, whatever the facts.
    NeverViolated,
    /// It never holds, but can be violated.
    NeverHolds,
    /// It never comes to a verdict.
    AlwaysUnknown,
}

impl Habit {
    /// The word in JSON and, after `analysis-habit-`, in the catalogues.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Habit::Sound => "sound",
            Habit::NeverViolated => "never_violated",
            Habit::NeverHolds => "never_holds",
            Habit::AlwaysUnknown => "always_unknown",
        }
    }

    /// The habit, if these and no others are the outcomes that some facts lead to.
    #[must_use]
    pub fn of(outcomes: &BTreeSet<Outcome>) -> Habit {
        let (holds, violated) = (
            outcomes.contains(&Outcome::Holds),
            outcomes.contains(&Outcome::Violated),
        );
        match (holds, violated) {
            (true, true) => Habit::Sound,
            (true, false) => Habit::NeverViolated,
            (false, true) => Habit::NeverHolds,
            (false, false) => Habit::AlwaysUnknown,
        }
    }
}
