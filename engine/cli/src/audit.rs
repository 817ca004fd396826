//! The audit of many townships: found on disk, each judged by itself, side by side on several threads.
//!
//! Whatever is wrong with one township is an outcome of its own and never stops the rest.

mod find;
mod inputs;
mod run;
mod stock;
mod township;
mod trouble;

pub use find::{Found, Site, find};
pub use run::{Auditing, audit};
