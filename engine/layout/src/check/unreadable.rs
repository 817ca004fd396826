//! Why a file cannot be checked at all.

use luoshi_diagnostics::{Code, Note};

/// Why a file cannot be checked at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// It is no .docx: another kind of file, or another kind of office file.
    NotDocx,
    /// It is a .doc of Word 97 to 2003 or of old WPS.
    OldDoc,
    /// It is locked with a password.
    Encrypted,
    /// It is larger than any paper; how many MiB are allowed.
    TooLarge(u64),
    /// It unpacks to far more than it should: made to do harm, or broken.
    Bomb,
    /// The package is cut off or broken; what the reader says.
    Damaged(String),
    /// A part that it refers to is not in it.
    PartMissing(String),
    /// A part is no readable XML.
    PartBroken {
        /// Which part.
        part: String,
        /// What the reader says.
        detail: String,
    },
    /// A part nests too deep or has too many elements.
    PartTooMuch(String),
    /// A part declares a document type, which no .docx does and which can be used for attacks.
    DocumentType(String),
}

impl Unreadable {
    /// What to tell the person who asked about the file at `path`.
    #[must_use]
    pub fn note(&self, path: &str) -> Note {
        let note = Note::new(self.code()).arg("path", path);
        match self {
            Unreadable::NotDocx | Unreadable::OldDoc | Unreadable::Encrypted | Unreadable::Bomb => {
                note
            }
            Unreadable::TooLarge(most) => {
                note.arg("most", i64::try_from(*most).unwrap_or(i64::MAX))
            }
            Unreadable::Damaged(detail) => note.arg("detail", detail.as_str()),
            Unreadable::PartBroken { part, detail } => note
                .arg("part", part.as_str())
                .arg("detail", detail.as_str()),
            Unreadable::PartMissing(part)
            | Unreadable::PartTooMuch(part)
            | Unreadable::DocumentType(part) => note.arg("part", part.as_str()),
        }
    }

    fn code(&self) -> Code {
        match self {
            Unreadable::NotDocx => Code::DocxNot,
            Unreadable::OldDoc => Code::DocxOldDoc,
            Unreadable::Encrypted => Code::DocxEncrypted,
            Unreadable::TooLarge(_) => Code::DocxTooLarge,
            Unreadable::Bomb => Code::DocxBomb,
            Unreadable::Damaged(_) => Code::DocxDamaged,
            Unreadable::PartMissing(_) => Code::DocxPartMissing,
            Unreadable::PartBroken { .. } => Code::DocxPartBroken,
            Unreadable::PartTooMuch(_) => Code::DocxPartTooMuch,
            Unreadable::DocumentType(_) => Code::DocxDocumentType,
        }
    }
}
