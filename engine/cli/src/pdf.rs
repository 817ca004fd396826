//! PDF, where the program was built with it.

use std::path::PathBuf;

use luoshi_diagnostics::Note;
use luoshi_layout::{Document, Figures};

#[cfg(feature = "pdf")]
pub(crate) use with::pdf;
#[cfg(feature = "pdf")]
pub use with::{Fonts, fonts};
#[cfg(not(feature = "pdf"))]
pub(crate) use without::pdf;
#[cfg(not(feature = "pdf"))]
pub use without::{Fonts, fonts};

/// The bytes of a PDF, and what the user should know of it.
type Printed = (Vec<u8>, Vec<Note>);

#[cfg(feature = "pdf")]
mod with {
    use luoshi_pdf::Substitution;

    use super::{Document, Figures, Note, PathBuf, Printed};

    pub use luoshi_pdf::Fonts;

    /// The fonts of these folders, then those of the machine.
    ///
    /// # Errors
    /// A folder that the user named cannot be read.
    pub fn fonts(named: &[PathBuf]) -> Result<Fonts, Note> {
        crate::fonts::files(named).map(Fonts::load)
    }

    /// A paper as PDF.
    ///
    /// # Errors
    /// Which font is missing, and for which character.
    pub(crate) fn pdf(
        document: &Document,
        figures: &Figures,
        fonts: &Fonts,
    ) -> Result<Printed, Vec<Note>> {
        let pdf = luoshi_pdf::pdf(document, figures, fonts).map_err(|fault| fault.notes())?;
        let notes = pdf.substitutions.iter().map(Substitution::note).collect();
        Ok((pdf.bytes, notes))
    }
}

#[cfg(not(feature = "pdf"))]
mod without {
    use luoshi_diagnostics::Code;

    use super::{Document, Figures, Note, PathBuf, Printed};

    /// No fonts: there is nothing to print with them.
    #[derive(Debug)]
    pub struct Fonts;

    impl Fonts {
        /// No fonts, whatever there is.
        #[must_use]
        pub fn load(_: Vec<(String, Vec<u8>)>) -> Fonts {
            Fonts
        }
    }

    /// No fonts, whatever there is.
    ///
    /// # Errors
    /// None.
    pub fn fonts(_: &[PathBuf]) -> Result<Fonts, Note> {
        Ok(Fonts)
    }

    /// Always the same error.
    ///
    /// # Errors
    /// `LS0817`.
    pub(crate) fn pdf(_: &Document, _: &Figures, _: &Fonts) -> Result<Printed, Vec<Note>> {
        Err(vec![Note::new(Code::FormatNotBuilt).arg("format", "pdf")])
    }
}
