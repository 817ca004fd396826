//! The check of a .docx: small papers described in YAML, files made to do harm, what it says in words.

mod build;
mod case;
mod cases;
mod hostile;
mod told;
