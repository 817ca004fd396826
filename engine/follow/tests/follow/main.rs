//! What became of findings: cases as data, properties, and how it is told.
#![allow(clippy::disallowed_methods, reason = "the cases are files")]
#![allow(clippy::unwrap_used, reason = "a case that is no case fails")]

mod case;
mod cases;
mod properties;
mod told;
