//! How often something is to happen: at least twice a month, exactly once a quarter.

use crate::period::Unit;
use std::error::Error;
use std::fmt;

/// The most that a cadence may ask for on each day of its shortest period.
///
/// A township that did one thing a thousand times a day would do it every half minute of
/// its working day: a number above that is a slip of the hand, not a plan.
pub const MOST_TIMES_A_DAY: u32 = 1_000;

/// How many times in each period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Times {
    /// This many or more.
    AtLeast(u32),
    /// This many, and no more.
    Exactly(u32),
}

impl Times {
    /// The count that must be reached.
    #[must_use]
    pub fn needed(self) -> u32 {
        match self {
            Times::AtLeast(times) | Times::Exactly(times) => times,
        }
    }
}

/// So many times in every period of one unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Cadence {
    /// The unit whose periods are counted one by one.
    pub every: Unit,
    /// The count for each of them.
    pub times: Times,
}

impl Cadence {
    /// A cadence that can be kept.
    ///
    /// # Errors
    ///
    /// Refuses 0 times, which asks for nothing (a ban is a rule, not a cadence), and more than
    /// [`MOST_TIMES_A_DAY`] on each day of the unit's shortest period.
    pub fn new(every: Unit, times: Times) -> Result<Cadence, ImpossibleCadence> {
        let needed = times.needed();
        let most = MOST_TIMES_A_DAY * every.min_days();
        if needed == 0 {
            return Err(ImpossibleCadence::Never);
        }
        if needed > most {
            return Err(ImpossibleCadence::TooOften {
                needed,
                most,
                every,
            });
        }
        Ok(Cadence { every, times })
    }

    /// Whether this many in one period are enough, whether or not they are too many.
    #[must_use]
    pub fn reached(self, count: u32) -> bool {
        count >= self.times.needed()
    }

    /// Whether this many in one period are too many: only [`Times::Exactly`] can be exceeded.
    #[must_use]
    pub fn exceeded(self, count: u32) -> bool {
        matches!(self.times, Times::Exactly(times) if count > times)
    }
}

/// Why a cadence cannot be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImpossibleCadence {
    /// It asks for 0 times.
    Never,
    /// It asks for more than fits in the unit's shortest period.
    TooOften {
        /// What was asked for.
        needed: u32,
        /// The most that this unit admits.
        most: u32,
        /// The unit.
        every: Unit,
    },
}

impl fmt::Display for ImpossibleCadence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ImpossibleCadence::Never => f.write_str("a cadence of 0 times asks for nothing"),
            ImpossibleCadence::TooOften {
                needed,
                most,
                every,
            } => {
                write!(f, "{needed} times every {every} is more than {most}")
            }
        }
    }
}

impl Error for ImpossibleCadence {}

#[cfg(test)]
mod tests {
    use super::{Cadence, ImpossibleCadence, Times};
    use crate::period::Unit;

    /// Checks whether a count is reached and whether it is exceeded.
    #[track_caller]
    fn check(times: Times, count: u32, reached: bool, exceeded: bool) {
        let cadence = Cadence::new(Unit::Month, times).unwrap();
        assert_eq!(cadence.reached(count), reached, "reached by {count}");
        assert_eq!(cadence.exceeded(count), exceeded, "exceeded by {count}");
    }

    #[test]
    fn at_least_is_reached_and_never_exceeded() {
        check(Times::AtLeast(2), 1, false, false);
        check(Times::AtLeast(2), 2, true, false);
        check(Times::AtLeast(2), u32::MAX, true, false);
    }

    #[test]
    fn exactly_is_exceeded_by_one_more() {
        check(Times::Exactly(2), 0, false, false);
        check(Times::Exactly(2), 2, true, false);
        check(Times::Exactly(2), 3, true, true);
    }

    #[test]
    fn a_cadence_of_nothing_is_refused() {
        for times in [Times::AtLeast(0), Times::Exactly(0)] {
            assert_eq!(
                Cadence::new(Unit::Year, times),
                Err(ImpossibleCadence::Never)
            );
        }
    }

    #[test]
    fn the_bound_grows_with_the_shortest_period() {
        for (every, most) in [
            (Unit::Day, 1_000),
            (Unit::Week, 7_000),
            (Unit::Month, 28_000),
        ] {
            assert!(Cadence::new(every, Times::AtLeast(most)).is_ok());
            let needed = most + 1;
            let refused = Cadence::new(every, Times::Exactly(needed));
            assert_eq!(
                refused,
                Err(ImpossibleCadence::TooOften {
                    needed,
                    most,
                    every
                })
            );
        }
    }

    #[test]
    fn the_message_uses_plain_words() {
        let error = Cadence::new(Unit::HalfYear, Times::AtLeast(u32::MAX)).unwrap_err();
        assert_eq!(
            error.to_string(),
            "4294967295 times every half-year is more than 181000"
        );
    }
}
