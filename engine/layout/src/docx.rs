//! The paper as .docx, which Word, WPS and LibreOffice open and print as the standard asks.
//!
//! Own parts: the libraries that write .docx break the order of elements that the schema asks for.

mod attachments;
mod blocks;
mod body;
mod closing;
mod footer;
mod head;
mod imprint;
mod letter;
mod package;
mod paragraph;
mod run;
mod section;
mod styles;
mod table;

use crate::WriteFault;
use crate::document::Document;
use crate::figures::Figures;

/// The bytes of the .docx: the same for the same paper, on any machine, on any day.
///
/// # Errors
///
/// When the archive cannot be written.
pub fn docx(document: &Document, figures: &Figures) -> Result<Vec<u8>, WriteFault> {
    let (text, footers) = body::document_part(document, figures);
    package::package(document, figures, &text, &footers)
}
