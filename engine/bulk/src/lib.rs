//! Evidence of many townships from bulk files: Parquet, CSV, JSONL with a column for the township.
//!
//! In: open [`BulkFile`]s, a [`Mapping`] of their columns and words, an as-of day.
//! Out: the `Evidence` of one township after the other ([`read`]); bulk files of records; the same rows arranged
//! so that they are read faster ([`arrange`]).
//! Never here: a judgement, a clock, a path, an unordered map.
//!
//! [`read`] hands each township to a closure of the thread that read it, and the answers to another in
//! the order of the files. `BULK.md` describes the mapping and what each problem means.

mod arrange;
mod arranged;
mod block;
mod csv;
mod feed;
mod file;
mod fill;
mod grow;
mod jsonl;
mod layout;
mod mapping;
mod parquet;
mod problem;
mod ready;
mod stream;
mod write;

pub use arrange::{ArrangeError, Arranged, arrange};
pub use file::{BulkFile, Format, Input};
pub use mapping::{County, Mapping, Part};
pub use problem::Problem;
pub use stream::{Reading, Sizes, Summary, Township, read};
pub use write::BulkWriter;
