//! Judges a plan without evidence: its structure, and the burden that it lays on those who carry it out.
//!
//! In: a [`luoshi_plan::Plan`] with the files it was read from, the limits of a day.
//! Out: notes, and a burden statement.
//! Never here: evidence, a clock, a file, an unordered map.

mod allow;
mod book;
pub mod burden;
mod context;
mod due;
mod limits;
mod lint;
mod open;
mod posts;
mod rules;
mod uses;
mod work;

pub use allow::Suppressed;
pub use book::bases;
pub use context::Context;
pub use limits::{Basis, Limit, Limits, Strength};
pub use lint::{Input, Linted, lint};
pub use rules::{ALL, Rule};
