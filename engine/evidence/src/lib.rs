//! Records of what was done: read, checked, kept in a ledger, laid out for judging.
//!
//! In: JSONL, CSV and SQLite ledgers, an as-of day, the time of recording.
//! Out: [`Evidence`] in columns, [`Record`]s, a verified chain, notes about what is wrong.
//! Never here: a clock, a plan, a judgement, an unordered map.

mod builder;
mod columns;
mod corrections;
mod dictionary;
mod draft;
mod export;
mod fault;
mod field;
mod import;
mod json;
mod jsonl;
mod kind;
mod ledger;
mod line;
mod marked;
mod personal;
mod raw;
mod record;
mod template;
mod value;

pub use builder::Builder;
pub use columns::{Columns, Evidence, Notes};
pub use dictionary::Dictionary;
pub use draft::Draft;
pub use export::{CsvWriter, unguarded, write_csv, write_jsonl};
pub use fault::Reason;
pub use field::Field;
pub use import::{
    Aside, AsideWhy, ColumnReport, Decoded, Import, Mapping, Names, Reading, Rejection, STUMBLES,
    Shape, SheetReport, Skipped, Taken, decode, import_csv, import_jsonl, import_workbook,
    is_workbook, mapping_yaml,
};
pub use json::{Key as JsonKey, Scanner, Shape as JsonShape, Syntax, whole};
pub use jsonl::{find, read_jsonl, read_records};
pub use kind::Kind;
pub use ledger::{
    Appended, Broken, Clock, Entry, ExportError, Filter, Hash, Ledger, Verified, Why,
};
pub use marked::{Mark, MarkedError, MarkedTexts, marked_copy};
pub use personal::{PersonalKind, find_personal};
pub use record::{Attachment, Record, VOID};
pub use template::{
    Choices, Column, PREPARED_ROWS, Template, TemplateError, Texts, Use, columns_of, follows_later,
    template_csv, template_workbook,
};
pub use value::{Hundredths, date_of, day_of};
