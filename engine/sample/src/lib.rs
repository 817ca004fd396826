//! Samples of evidence for the check on site: how large, which records, and what the result says of all.
//!
//! In: records in strata, a confidence, a tolerable rate, a seed; the list as it came back.
//! Out: a [`Sample`] and its list; an [`Estimate`] with exact bounds.
//! Never here: chance that no seed decides, a float, a clock, a file. What it means: `SAMPLING.md`.

mod allocate;
mod bound;
mod odds;
mod rate;
mod size;

pub use allocate::allocate;
pub use bound::{Drawn, Openness, least, most};
pub use odds::{binomial_at_most, hypergeometric_at_most, poisson_at_most};
pub use rate::{Expected, Rate, Terms};
pub use size::{Compared, Size, compared, size};
