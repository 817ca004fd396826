//! The official layout: GB/T 9704-2012 as figures, written and checked.
//!
//! In: a [`Document`]; or the bytes of any .docx.
//! Out: the same paper as .docx, .html, .txt, its tables as .xlsx, its days as .ics; or what in it
//! keeps and what breaks the standard, by clause.
//! Never here: a template, a plan's content, evidence, a clock, a file.

mod document;
mod docx;
mod figures;
pub mod geometry;
mod markup;

pub use document::{
    Attachment, Attendance, Block, Cell, Column, ColumnStand, Document, Event, Field, Head,
    Imprint, Inline, Mark, Signature, SignatureDate, Stand, Table, text_of,
};
pub use docx::docx;
pub use figures::{Figures, Fonts};

/// What kept a paper from being written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WriteFault(
    /// What the library says.
    pub String,
);
