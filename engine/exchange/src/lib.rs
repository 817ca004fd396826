//! An audit in the formats that other tools read: OSCAL, SARIF, JUnit, a workbook, CSV, Parquet, JSON.
//!
//! In: an audit, and the language of its texts. What is open comes from the register of `luoshi-follow`.
//! Out: bytes of a format; the same for the same audit.
//! Never here: a judgement, a clock, chance, a file. `FORMATS.md` says what becomes of what.

mod columns;
mod document;
mod format;
mod identity;
mod junit;
mod open;
mod oscal;
mod parquet_file;
mod sarif;
mod separated;
mod telling;
mod whole;
mod workbook;

pub use document::SCHEMA as JSON_SCHEMA;
pub use format::{ExportError, Format, export};
