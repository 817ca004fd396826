//! Everything that papers are made from, of one run; and their files.

use jiff::civil::Date;
use luoshi_diagnostics::{Lang, Messages, Note, Sources};
use luoshi_documents::{Files, Fills, Library, Names, Paper, Press, Setting, issuing_body, press};
use luoshi_evidence::Evidence;
use luoshi_layout::{Document, Field, Figures, SignatureDate, WriteFault};
use luoshi_plan::Plan;
use luoshi_report::{Glossary, Reader};
use luoshi_rules::Assessment;

use crate::pdf::{self, Fonts};

/// A plan judged, with the evidence that it was judged on.
pub struct Judged {
    /// The plan.
    pub plan: Plan,
    /// The evidence.
    pub evidence: Evidence,
    /// All findings.
    pub assessment: Assessment,
    glossary: Glossary,
}

impl Judged {
    /// A plan with its evidence and its findings.
    #[must_use]
    pub fn new(plan: Plan, evidence: Evidence, assessment: Assessment) -> Judged {
        Judged {
            glossary: Glossary::of(&plan),
            plan,
            evidence,
            assessment,
        }
    }

    /// The same plan with other evidence, such as that of an earlier day.
    #[must_use]
    pub fn with(&self, evidence: Evidence, assessment: Assessment) -> Judged {
        Judged::new(self.plan.clone(), evidence, assessment)
    }

    /// What papers are made from.
    #[must_use]
    pub fn files(&self) -> Files<'_> {
        Files {
            plan: &self.plan,
            evidence: &self.evidence,
            reader: Reader {
                words: Messages::of(Lang::ZhCn),
                assessment: &self.assessment,
                glossary: &self.glossary,
            },
        }
    }

    /// The templates made ready; the notes are those of templates that cannot be used.
    #[must_use]
    pub fn press(&self, library: &Library, sources: &Sources) -> (Press<'_>, Vec<Note>) {
        let staged = press(Names::of(self.files()), library, sources);
        let press = staged.value.expect("a press is made of any library");
        (press, staged.notes)
    }
}

/// A form in which papers are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PaperFormat {
    /// For Word and WPS.
    Docx,
    /// For print, with its fonts.
    Pdf,
    /// For a browser.
    Html,
    /// Plain text.
    Txt,
    /// Its tables.
    Xlsx,
    /// The days that it announces.
    Ics,
}

impl PaperFormat {
    /// Every form.
    pub const ALL: [PaperFormat; 6] = [
        PaperFormat::Docx,
        PaperFormat::Pdf,
        PaperFormat::Html,
        PaperFormat::Txt,
        PaperFormat::Xlsx,
        PaperFormat::Ics,
    ];

    /// The ending of its files, which is also what is typed.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            PaperFormat::Docx => "docx",
            PaperFormat::Pdf => "pdf",
            PaperFormat::Html => "html",
            PaperFormat::Txt => "txt",
            PaperFormat::Xlsx => "xlsx",
            PaperFormat::Ics => "ics",
        }
    }
}

/// What a draft is surrounded by: no number and no day yet.
#[must_use]
pub fn draft(plan: &Plan, paper: &Paper<'_>, fills: &Fills) -> Setting {
    Setting {
        fills: fills.clone(),
        issuer: issuing_body(plan, paper.template),
        number: paper
            .template
            .numbered()
            .then(|| Field::Open("发文字号".to_owned())),
        date: SignatureDate::Open,
    }
}

/// What an issued paper is surrounded by.
#[must_use]
pub fn issued(
    plan: &Plan,
    paper: &Paper<'_>,
    fills: &Fills,
    number: Option<String>,
    day: Date,
) -> Setting {
    Setting {
        number: number.map(Field::Filled),
        date: SignatureDate::Day(day),
        ..draft(plan, paper, fills)
    }
}

/// A paper in one form.
#[derive(Debug, PartialEq, Eq)]
pub struct PaperFile {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What the user should know of it, such as which font stands in for which.
    pub notes: Vec<Note>,
}

impl From<Vec<u8>> for PaperFile {
    fn from(bytes: Vec<u8>) -> PaperFile {
        PaperFile {
            bytes,
            notes: Vec::new(),
        }
    }
}

/// A paper in a form; none where it has nothing for that form: no table, no day.
///
/// # Errors
/// What the writer says; for PDF also which font is missing.
pub fn bytes(
    document: &Document,
    figures: &Figures,
    format: PaperFormat,
    fonts: &Fonts,
    as_of: Date,
) -> Result<Option<PaperFile>, Vec<Note>> {
    let failed = |fault: WriteFault| {
        let note = Note::new(luoshi_diagnostics::Code::WriteFailed);
        vec![note.arg("path", format.word()).arg("detail", fault.0)]
    };
    let written: Option<Vec<u8>> = match format {
        PaperFormat::Docx => Some(luoshi_layout::docx(document, figures).map_err(failed)?),
        PaperFormat::Xlsx => luoshi_layout::xlsx(document).map_err(failed)?,
        PaperFormat::Html => Some(luoshi_layout::html(document, figures).into_bytes()),
        PaperFormat::Txt => Some(luoshi_layout::text(document, figures).into_bytes()),
        PaperFormat::Ics => luoshi_layout::ics(document, as_of).map(String::into_bytes),
        PaperFormat::Pdf => {
            let (bytes, notes) = pdf::pdf(document, figures, fonts)?;
            return Ok(Some(PaperFile { bytes, notes }));
        }
    };
    Ok(written.map(PaperFile::from))
}
