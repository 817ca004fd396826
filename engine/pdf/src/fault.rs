//! What comes of writing a PDF, and what may stand in its way.

use luoshi_diagnostics::{Code, Note};

/// A paper as PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    /// The file. Of the same paper, figures and fonts always the same.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// The official fonts that were not at hand, of those that the paper needs: with any, its look is a preview.
    pub substitutions: Vec<Substitution>,
}

/// A font in place of the official one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Substitution {
    /// The official font.
    pub wanted: String,
    /// The font that is used.
    pub used: String,
}

impl Substitution {
    /// The warning for it.
    #[must_use]
    pub fn note(&self) -> Note {
        Note::new(Code::FontSubstituted)
            .arg("wanted", self.wanted.as_str())
            .arg("used", self.used.as_str())
    }
}

/// What kept a paper from becoming a PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PdfFault {
    /// No font at hand can stand in for this one.
    NoFont {
        /// The official font.
        wanted: String,
    },
    /// No font at hand has these characters. At most [`Missing::SHOWN`] of them.
    Characters(Vec<Missing>),
    /// It is longer than anybody prints.
    TooLong {
        /// Paragraphs, cells and lines of it.
        parts: usize,
        /// How many there may be.
        limit: usize,
    },
    /// The library that sets the pages failed: a mistake of this program.
    Typesetting(
        /// What the library says.
        String,
    ),
}

/// A character that cannot be drawn.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Missing {
    /// The part of the paper in which it stands first.
    pub part: Part,
    /// The character.
    pub character: char,
    /// Some text around it.
    pub excerpt: String,
    /// A font that mostly has it.
    pub install: String,
}

impl Missing {
    /// So many are told at once.
    pub const SHOWN: usize = 20;
}

/// A part of a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// 版头.
    Head,
    /// 标题.
    Title,
    /// 主送机关.
    Addressees,
    /// 正文.
    Body,
    /// 附件说明 and 附件.
    Attachment,
    /// 署名, 成文日期, 附注.
    Signature,
    /// 出席、请假、列席.
    Attendance,
    /// 版记.
    Imprint,
}

impl Part {
    /// Its key in the catalogues.
    #[must_use]
    pub fn term(self) -> &'static str {
        match self {
            Part::Head => "paper-part-head",
            Part::Title => "paper-part-title",
            Part::Addressees => "paper-part-addressees",
            Part::Body => "paper-part-body",
            Part::Attachment => "paper-part-attachment",
            Part::Signature => "paper-part-signature",
            Part::Attendance => "paper-part-attendance",
            Part::Imprint => "paper-part-imprint",
        }
    }
}

impl PdfFault {
    /// The errors for it.
    #[must_use]
    pub fn notes(&self) -> Vec<Note> {
        match self {
            PdfFault::NoFont { wanted } => {
                vec![Note::new(Code::FontMissing).arg("wanted", wanted.as_str())]
            }
            PdfFault::Characters(missing) => missing.iter().map(Missing::note).collect(),
            PdfFault::TooLong { parts, limit } => vec![
                Note::new(Code::PaperTooLong)
                    .arg("parts", number(*parts))
                    .arg("limit", number(*limit)),
            ],
            PdfFault::Typesetting(detail) => {
                vec![Note::new(Code::TypesettingFailed).arg("detail", detail.as_str())]
            }
        }
    }
}

impl Missing {
    fn note(&self) -> Note {
        Note::new(Code::CharacterMissing)
            .arg("character", self.character.to_string())
            .arg("point", format!("U+{:04X}", u32::from(self.character)))
            .arg("excerpt", self.excerpt.as_str())
            .arg("install", self.install.as_str())
            .term("part", self.part.term())
    }
}

/// A count as an argument of a message.
fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
