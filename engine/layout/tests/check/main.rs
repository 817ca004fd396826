//! The check of a .docx: small papers described in YAML, files made to do harm, what it says in words.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod build;
mod case;
mod cases;
mod hostile;
mod told;
