//! Notes about bad input, and the words for them in two languages.
//!
//! In: a [`Code`], a [`Place`] and named arguments, from whoever noticed.
//! Out: text with carets, or JSON for tools.
//! Never here: what a plan or a ledger means, a file, a clock.

mod catalogue;
mod code;
mod mask;
mod note;
mod render;
mod sheet_cell;
mod sources;
mod suggest;
mod write_failed;

pub use catalogue::{Lang, Messages};
pub use code::Code;
pub use note::{Arg, Args, Level, Note, Place, Staged};
pub use render::{render_json, render_text};
pub use sheet_cell::SheetCell;
pub use sources::{FileId, LineColumn, Sources};
pub use suggest::{initials, nearest, sound};
pub use write_failed::write_failed;
