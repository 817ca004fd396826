//! Samples of evidence for the check on site: how large, which records, and what the result says of all.
//!
//! In: records in strata, a confidence, a tolerable rate, a seed; the list as it came back.
//! Out: a [`Sample`] and its list; an [`Estimate`] with exact bounds.
//! Never here: chance that no seed decides, a float, a clock, a file. What it means: `SAMPLING.md`.

mod allocate;
mod bound;
mod draw;
mod estimate;
mod form;
mod head;
mod json;
mod odds;
mod rate;
mod results;
mod size;
mod text;
mod unit;
mod workbook;

pub use allocate::allocate;
pub use bound::{Drawn, Openness, least, most};
pub use draw::{Item, Request, Sample, Stratum, draw};
pub use estimate::{Estimate, StratumEstimate, Verdict, estimate};
pub use form::{Answer, Form, csv_form};
pub use json::{estimate_json, sample_json};
pub use odds::{binomial_at_most, hypergeometric_at_most, hypergeometric_tail, poisson_at_most};
pub use rate::{Expected, Rate, Terms};
pub use results::{Results, Returned, read_csv, read_workbook};
pub use size::{Compared, Size, compared, size};
pub use text::{estimate_text, sample_text};
pub use unit::{By, Selection, Unit, population_digest, units_of};
pub use workbook::workbook_form;
