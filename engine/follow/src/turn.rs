//! What became of a finding, and of a township, from one audit to the next.

use std::ops::AddAssign;

/// What became of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Turn {
    /// It failed once, was put right, and fails again.
    Reopened,
    /// It fails, and did not before.
    New,
    /// It fails in both, and is graver.
    Graver,
    /// It fails in both.
    Persisting,
    /// It fails in both, and is milder.
    Milder,
    /// It failed, and is no longer judged, or covered by a waiver: not put right.
    Dropped,
    /// It failed, and what it asks for was done.
    Fixed,
}

impl Turn {
    /// Every turn, the worst first.
    pub const ALL: [Turn; 7] = [
        Turn::Reopened,
        Turn::New,
        Turn::Graver,
        Turn::Persisting,
        Turn::Milder,
        Turn::Dropped,
        Turn::Fixed,
    ];

    /// The word in JSON and, after `follow-turn-`, in the catalogues.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Turn::Reopened => "reopened",
            Turn::New => "new",
            Turn::Graver => "graver",
            Turn::Persisting => "persisting",
            Turn::Milder => "milder",
            Turn::Dropped => "dropped",
            Turn::Fixed => "fixed",
        }
    }
}

/// How many findings took each turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts([u32; Turn::ALL.len()]);

impl Counts {
    /// How many took this turn.
    #[must_use]
    pub fn of(&self, turn: Turn) -> u32 {
        self.0[turn as usize]
    }

    /// How many persist, graver and milder ones among them.
    #[must_use]
    pub fn persisting(&self) -> u32 {
        self.of(Turn::Graver) + self.of(Turn::Persisting) + self.of(Turn::Milder)
    }

    /// How many there are.
    #[must_use]
    pub fn sum(&self) -> u32 {
        self.0.iter().sum()
    }

    /// Counts one more.
    pub fn add(&mut self, turn: Turn) {
        self.0[turn as usize] += 1;
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Counts) {
        for (count, more) in self.0.iter_mut().zip(other.0) {
            *count += more;
        }
    }
}

/// Whether a township can be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// It was judged in both.
    Compared,
    /// It is in the later audit alone.
    Added,
    /// It is in the earlier audit alone.
    Gone,
    /// It was broken, and was judged since.
    Mended,
    /// It was judged before, and is broken now.
    BrokenNow,
    /// It is broken in both, or in the one that has it.
    Broken,
}

impl Fate {
    /// The word in JSON and, after `follow-fate-`, in the catalogues.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Fate::Compared => "compared",
            Fate::Added => "added",
            Fate::Gone => "gone",
            Fate::Mended => "mended",
            Fate::BrokenNow => "broken_now",
            Fate::Broken => "broken",
        }
    }
}
