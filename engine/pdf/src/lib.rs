//! Documents as PDF.
//!
//! In: a [`luoshi_layout::Document`], the figures of its layout, fonts as bytes.
//! Out: the bytes of a PDF with its fonts embedded, or which font is missing.
//! Never here: a template, a plan, a clock, a file other than a font.

mod clean;
mod compose;
mod fault;
mod folders;
mod fonts;
mod paper;
mod pen;
#[cfg(test)]
mod tests;
mod typeset;
mod world;

#[cfg(test)]
extern crate self as luoshi_pdf;

use luoshi_layout::{Document, Figures};

pub use fault::{Missing, Part, Pdf, PdfFault, Substitution};
pub use folders::{font_folders, is_font_file};
pub use fonts::{Fonts, Role};

use crate::compose::compose;
use crate::pen::Pen;

/// Writes a document as PDF, its fonts embedded; PDF/A-2b if it bears a day.
///
/// # Errors
///
/// If a font is missing for it, or for one of its characters; see [`PdfFault`].
pub fn pdf(document: &Document, figures: &Figures, fonts: &Fonts) -> Result<Pdf, PdfFault> {
    let cast = fonts.cast(&figures.fonts);
    let mut pen = Pen::new(&cast);
    let paper = compose(document, figures, &cast, &mut pen);
    let substitutions = pen.done()?;
    let pages = typeset::pages(&paper, cast)?;
    let bytes = typeset::write(&pages, paper.sheet.date.is_some())?;
    Ok(Pdf {
        bytes,
        pages: pages.pages().len(),
        substitutions,
    })
}
