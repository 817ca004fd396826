//! PDF, where the program was built with it.

use luoshi_diagnostics::Note;
use luoshi_layout::{Document, Figures};

#[cfg(feature = "pdf")]
pub use with::Fonts;
#[cfg(feature = "pdf")]
pub(crate) use with::pdf;
#[cfg(not(feature = "pdf"))]
pub use without::Fonts;
#[cfg(not(feature = "pdf"))]
pub(crate) use without::pdf;

#[cfg(feature = "pdf")]
mod with {
    use super::{Document, Figures, Note};

    /// Fonts for PDF.
    pub type Fonts = luoshi_pdf::Fonts;

    /// A paper as PDF.
    ///
    /// # Errors
    /// Which font is missing, and for which character.
    pub(crate) fn pdf(document: &Document, figures: &Figures, fonts: &Fonts) -> Result<Vec<u8>, Note> {
        luoshi_pdf::pdf(document, figures, fonts)
            .map(|pdf| pdf.bytes)
            .map_err(|fault| fault.note())
    }
}

#[cfg(not(feature = "pdf"))]
mod without {
    use luoshi_diagnostics::Code;

    use super::{Document, Figures, Note};

    /// No fonts: there is nothing to print with them.
    #[derive(Debug, Default)]
    pub struct Fonts;

    impl Fonts {
        /// No fonts, whatever there is.
        #[must_use]
        pub fn load(_: Vec<(String, Vec<u8>)>) -> Fonts {
            Fonts
        }
    }

    /// Always the same error.
    ///
    /// # Errors
    /// `LS0817`.
    pub(crate) fn pdf(_: &Document, _: &Figures, _: &Fonts) -> Result<Vec<u8>, Note> {
        Err(Note::new(Code::FormatNotBuilt).arg("format", "pdf"))
    }
}
