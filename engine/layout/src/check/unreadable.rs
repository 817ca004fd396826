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
    /// What to tell the person who asked.
    #[must_use]
    pub fn note(&self) -> Note {
        match self {
            Unreadable::NotDocx => Note::new(Code::DocxNot),
            Unreadable::OldDoc => Note::new(Code::DocxOldDoc),
            Unreadable::Encrypted => Note::new(Code::DocxEncrypted),
            Unreadable::TooLarge(most) => {
                let most = i64::try_from(*most).unwrap_or(i64::MAX);
                Note::new(Code::DocxTooLarge).arg("most", most)
            }
            Unreadable::Bomb => Note::new(Code::DocxBomb),
            Unreadable::Damaged(detail) => {
                Note::new(Code::DocxDamaged).arg("detail", detail.as_str())
            }
            Unreadable::PartMissing(part) => {
                Note::new(Code::DocxPartMissing).arg("part", part.as_str())
            }
            Unreadable::PartBroken { part, detail } => Note::new(Code::DocxPartBroken)
                .arg("part", part.as_str())
                .arg("detail", detail.as_str()),
            Unreadable::PartTooMuch(part) => {
                Note::new(Code::DocxPartTooMuch).arg("part", part.as_str())
            }
            Unreadable::DocumentType(part) => {
                Note::new(Code::DocxDocumentType).arg("part", part.as_str())
            }
        }
    }
}
