//! The papers that a plan calls for, from templates.
//!
//! In: a plan, its evidence and its assessment; the texts of templates.
//! Out: which papers are called for and how each stands; each as a [`luoshi_layout::Document`]; the
//! names that templates may use, with their values; issuing numbers.
//! Never here: a file, a clock, bytes of an office format.

mod files;
mod setting;

pub use files::Files;
pub use setting::{IssuingBody, Setting};
