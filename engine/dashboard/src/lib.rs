//! An audit as one HTML page for a county.
//!
//! In: an [`luoshi_audit::Audit`], perhaps an earlier one, a language, the county that is wanted.
//! Out: a single HTML file, which needs nothing but itself.
//! Never here: a judgement, a clock, a file, anything fetched, an unordered map.

mod atlas;
mod details;
mod figures;
mod index;
mod markup;
mod page;
mod past;
mod scope;
mod still;
mod texts;
mod words;

pub use page::{Options, page};
