//! The official layout: GB/T 9704-2012 as figures, written and checked.
//!
//! In: a [`Document`]; or the bytes of any .docx.
//! Out: the same paper as .docx, .html, .txt, its tables as .xlsx, its days as .ics; or what in it
//! keeps and what breaks the standard, by clause.
//! Never here: a template, a plan's content, evidence, a clock, a file.

mod check;
mod document;
mod docx;
mod figures;
pub mod geometry;
mod html;
mod ics;
mod markup;
mod text;
mod xlsx;

pub use check::{
    Deviation, Element, OpenField, REPORT_VERSION, Recognised, Report, Rule, Spot, SpotPart,
    Strength, Undecided, Unreadable, Why, check, fails, report_json, report_summary, report_text,
    rules,
};
pub use document::{
    Attachment, Attendance, Block, Cell, Column, ColumnStand, Document, Event, Field, Head,
    Imprint, Inline, Mark, Signature, SignatureDate, Stand, Table, text_of,
};
pub use docx::docx;
pub use figures::{Figures, Fonts};
pub use html::html;
pub use ics::ics;
pub use text::text;
pub use xlsx::xlsx;

/// What kept a paper from being written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WriteFault(
    /// What the library says.
    pub String,
);
