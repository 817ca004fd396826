//! What became of findings: cases as data, properties, and how it is told.
#![allow(clippy::disallowed_methods, reason = "the cases are files")]

mod case;
mod cases;
mod properties;
mod told;
