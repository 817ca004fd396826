//! Makes evidence for a plan that is carried out, but for failures planted on purpose.
//!
//! In: a [`Program`], a [`Profile`] and [`Planted`] failures from texts, a seed.
//! Out: a [`Simulation`]: records in the order of the ledger, the findings that they must lead
//! to, and what could not be planted. Every record's id begins with `sim-`.
//! Never here: a clock, a file, a random source that is not the seed, an unordered map.

mod chance;
mod check;
mod correction;
mod days;
mod entry;
mod furnish;
mod planted;
mod profile;
mod sign;
mod simulate;
mod world;

pub use planted::{Consequence, Expected, Failure, How, Planted, Refused, Why};
pub use profile::{Happenings, Profile, Shifts};
pub use sign::{Looks, Sign};
pub use simulate::{Simulation, simulate};

#[cfg(doc)]
use luoshi_rules::Program;
